#pragma once

#include "model/report/report.h"
#include "model/report/scope.h"

#include <stop_token>

namespace polder {

/// What the nodes of the power chain have left: under the worst single failure, under each, by phase; and equipment
/// whose cords do not go different ways. Once `stop` is asked for, nothing in it counts.
[[nodiscard]] Report powerReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                                 const std::stop_token &stop = {});

} // namespace polder
