#pragma once

#include "model/engine/estate.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <stop_token>

namespace polder {

/// One forecast of the data centres and rooms of a scope, or of its row or rack, as reports tell it: from the day of
/// the report, whenever it is made. Empty tables once it is stopped.
struct OutlookTables {
    ReportTable runway;      ///< months until each resource is full, by place
    ReportTable utilisation; ///< by quarter, of the scope together: what is taken of what there is, past and to come
};
[[nodiscard]] OutlookTables outlookTables(const Estate &estate, Day asOf, const ReportScope &scope,
                                          const std::stop_token &stop = {});
[[nodiscard]] QString utilisationDefinition();
/// Of both tables.
[[nodiscard]] std::vector<ReportChart> outlookCharts();

} // namespace polder
