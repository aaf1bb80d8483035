#pragma once

#include "model/engine/calendar.h"
#include "model/items/calendarmodel.h"

namespace polder {

[[nodiscard]] QString stateText(BookingState state);
/// "Hosting ends", "Hold lapses", "Decision due"
[[nodiscard]] QString markText(CalendarMark::Kind kind);
[[nodiscard]] QString rowText(const Snapshot &snapshot, const Calendar &calendar, const CalendarRow &row);
/// "node-17", or "node-17 and 11 more"
[[nodiscard]] QString barText(const Snapshot &snapshot, const Calendar &calendar, const CalendarBar &bar);
[[nodiscard]] QString barToolTip(const Snapshot &snapshot, const Calendar &calendar, const CalendarBar &bar);
[[nodiscard]] QString markOf(const Snapshot &snapshot, const CalendarMark &mark);

/// The bars of the calendar as rows of a table, and what has its day from today on or is late.
[[nodiscard]] std::vector<BookingRow> bookingRows(const Snapshot &snapshot, const Calendar &calendar);
[[nodiscard]] std::vector<DueRow> dueRows(const Snapshot &snapshot, const Calendar &calendar);

} // namespace polder
