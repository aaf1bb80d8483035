#pragma once

#include "model/engine/coolingzones.h"
#include "model/items/coolingmodel.h"
#include "views/parts/chaindiagram.h"

namespace polder {

/// Zones, each right before its units. `failing`, `failure`: what is being looked at, or nullptr.
[[nodiscard]] std::vector<CoolingRow> coolingRows(const Estate &estate, const std::vector<CoolingZone> &zones,
                                                  const Failing *failing, const Failure *failure);
/// The same for the diagram.
[[nodiscard]] std::vector<ChainBox> coolingBoxes(const std::vector<CoolingRow> &rows);

} // namespace polder
