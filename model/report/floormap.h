#pragma once

#include "model/engine/stranded.h"
#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// Where the racks of a scope stand and how near each is to what it may draw and give off as heat: each room, followed
/// by its racks. On paper it is drawn, to scale.
[[nodiscard]] ReportTable floorMapTable(const Estate &estate, const EstateCapacity &capacity, const ReportScope &scope);
[[nodiscard]] QString floorMapDefinition();
/// One for each room of the table whose racks have places of their own.
[[nodiscard]] std::vector<ReportChart> floorMapCharts(const ReportTable &table);

} // namespace polder
