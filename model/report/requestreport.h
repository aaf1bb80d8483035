#pragma once

#include "model/core/requestclock.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <span>

namespace polder {

/// What came of the requests that were submitted by that day, how long each waited against the target of the host, and
/// why some were rejected. `clocks` by id. Those for the data centre of the scope, and those that name none.
[[nodiscard]] Report requestReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                                   std::span<const RequestClock> clocks);

/// Working days from the day of submission to the decision.
inline constexpr int reviewTarget = 7;

} // namespace polder
