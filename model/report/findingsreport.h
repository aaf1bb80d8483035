#pragma once

#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// What is open on that day of these rules; none: of all.
[[nodiscard]] ReportTable findingsTable(const Estate &estate, Day day, const ReportScope &scope,
                                        const QStringList &rules = {});
/// Findings and warnings that are open, and the rules that are set aside, as far as the reader may see them.
[[nodiscard]] Report findingsReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope);

} // namespace polder
