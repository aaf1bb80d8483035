#pragma once

#include "model/core/snapshot.h"

namespace polder {

/// The overrides that hold today for what stands in this rack or hangs on a node of it.
[[nodiscard]] std::vector<const Override *> overridesIn(const Snapshot &snapshot, RackId rack);

/// One line for each, as it stands beside the figures: the rule, until when, and why.
[[nodiscard]] QString overridesText(const Snapshot &snapshot, RackId rack);

} // namespace polder
