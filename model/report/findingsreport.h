#pragma once

#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// Findings and warnings that are open, and the rules that are set aside, as far as the reader may see them.
[[nodiscard]] Report findingsReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope);

} // namespace polder
