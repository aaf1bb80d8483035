#pragma once

#include "model/engine/sides.h"
#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// Power of the scope and of what is right below it by side: kW, kVA and each phase of the rack PDUs. Every column is a
/// sum over rack PDUs, and total + over = reserve + used + held + free, exactly.
[[nodiscard]] ReportTable sidesTable(const Estate &estate, const std::map<Place, PlaceShares> &places,
                                     const ReportScope &scope);

/// What the floor under the racks bears, and what stands on each square metre of it.
[[nodiscard]] ReportTable floorTable(const Estate &estate, const std::map<Place, PlaceShares> &places,
                                     const ReportScope &scope);

[[nodiscard]] QStringList sidesDefinitions();

} // namespace polder
