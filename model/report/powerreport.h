#pragma once

#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// What the nodes of the power chain have left: under the worst single failure, under each, by phase; and equipment
/// whose cords do not go different ways.
[[nodiscard]] Report powerReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope);

} // namespace polder
