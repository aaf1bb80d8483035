#pragma once

#include "model/report/report.h"

namespace polder {

/// What is different in a report of one day from the same report of another: of each table the rows that changed, came
/// or went. Rows are the same if what their table is read by (ReportTable::keys) is the same. Each number has its change
/// beside it, `name_change`, where both days have one; of what went the numbers are those of before.
[[nodiscard]] Report comparedWith(Report now, const Report &before);

} // namespace polder
