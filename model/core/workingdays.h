#pragma once

#include "model/core/day.h"

namespace polder {

/// Not a Saturday, a Sunday or a Dutch public holiday; the same as guard.is_working_day (sql/routines/44_calendar.sql).
[[nodiscard]] bool isWorkingDay(Day day);
/// After the first day, up to and including the last.
[[nodiscard]] int workingDaysBetween(Day first, Day last);

} // namespace polder
