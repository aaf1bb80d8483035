#pragma once

#include "model/engine/failover.h"

namespace polder {

/// A power node of a data centre, as a one-line diagram has it.
struct ChainNode {
    int node = -1;                     ///< its place among all of the estate
    int above = -1;                    ///< the place in this chain of what feeds it; -1: nothing does
    int depth = 0;                     ///< how many nodes of the chain are above it
    int racks = 0;                     ///< that hang on it
    LoadOnDay today;                   ///< its normal load and limit, mW; no limit: unknown, or not limited in kW
    std::optional<NodeHeadroom> worst; ///< nullopt: no single failure shifts anything to it
};

/// What feeds the racks of a data centre on a day: each node stands right before what hangs below it, in the order of
/// their kinds and ids. What stands in the racks themselves is left out.
[[nodiscard]] std::vector<ChainNode> powerChainOf(const Estate &estate, SiteId site, Day day);

} // namespace polder
