#pragma once

#include "model/engine/charges.h"

#include <limits>
#include <optional>
#include <vector>

namespace polder {

/// One node on one day: what it carries, normally and under each single failure, against its limits. What it admits
/// and what Headroom admits for that day are the same; this one is small, so that a whole estate of them can be
/// filled up.
struct Bearing {
    const NodeLimit *limit = nullptr; ///< nullptr: unknown, or the node is not there; it takes nothing
    const Node *node = nullptr;
    bool power = false;    ///< each phase counts too
    bool failover = false; ///< failures count
    Load normal;
    std::vector<NodeCharge::Extra> extras; ///< by what fails

    [[nodiscard]] bool admits(const NodeCharge &charge) const;
    void add(const NodeCharge &charge);

    /// What it still bears of a load that may wholly come to it, also while anything else fails: in its base units, of
    /// power no more than all its phases bear at this power factor. Never below 0; `unlimited`; unknown: 0.
    [[nodiscard]] std::int64_t left(int powerFactorPermille) const;
    /// The same with nothing on it. nullopt: unknown or not limited.
    [[nodiscard]] std::optional<std::int64_t> whole(int powerFactorPermille) const;

    /// The same of apparent power: its phases together. `unlimited`: one of them is not limited.
    [[nodiscard]] std::int64_t apparentLeft() const;
    [[nodiscard]] std::int64_t apparentWhole() const;

    /// Of one quantity (as in `quantities`), not below 0; and with nothing on it, under a failure if that is another
    /// limit.
    [[nodiscard]] std::int64_t leftOf(std::size_t quantity) const;
    [[nodiscard]] std::optional<std::int64_t> wholeOf(std::size_t quantity) const;

    static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
};

/// By the node's place among all.
[[nodiscard]] std::vector<Bearing> bearingsOn(const Estate &estate, Day day);

} // namespace polder
