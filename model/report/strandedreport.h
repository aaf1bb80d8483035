#pragma once

#include "model/engine/estate.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <stop_token>

namespace polder {

/// U, kW, kg, heat and outlets of every rack, row, room and data centre and of all, and of every node of power, weight
/// and heat, within the scope, on one day: as the capacity report has them, and what of free is stranded and why. The
/// small first, nodes last. Once `stop` is asked for, nothing in it counts.
[[nodiscard]] Report strandedReport(const Estate &estate, Day asOf, const QDateTime &knownAt,
                                    const ReportScope &scope = {}, const std::stop_token &stop = {});

} // namespace polder
