#pragma once

#include "model/core/settlement.h"
#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// What each institution hosts for each other from the first day of the statement to the day of the report, that day
/// too, against each line of their agreements, and what it is settled at. Everything is a sum over the table
/// `bookings`: days exactly, months and amounts of its rounded rows, so that every level reconciles with every other.
///
/// Unit-days: quantity times days times the guest's share of the system that it is part of. Unit-months: the same, each
/// day as that part of its calendar month. Amount: unit-months, or what a meter counted, at the host's rate.
[[nodiscard]] Report reciprocityReport(const Estate &estate, Day from, Day asOf, const QDateTime &knownAt,
                                       const ReportScope &scope, const Settlement &settlement);

} // namespace polder
