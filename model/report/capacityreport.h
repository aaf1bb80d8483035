#pragma once

#include "model/engine/levels.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <stop_token>

namespace polder {

/// "rack", "row", "room", "site", "all": for machines.
[[nodiscard]] QString nameOf(Level level);
/// "U", "kW", "kg", "heat", "outlets", "kVA", "floor": what capacity is counted in, for machines; and its unit.
[[nodiscard]] QString nameOf(Resource resource);
[[nodiscard]] QString unitOf(Resource resource);
/// What people call each of those names.
[[nodiscard]] QHash<QString, QString> dimensionWords();
/// Base units in that unit, exactly: tenths of a U, millionths of a kW, thousandths of a kg.
[[nodiscard]] Decimal amountOf(Resource resource, std::int64_t base);

/// U, kW and kg of every rack on one day: total, blocked, used, held and free; over where it carries more than its
/// total. Racks in the order of their names.
/// `knownAt`: when the estate's generation was made.
[[nodiscard]] Report capacityReport(const Estate &estate, Day asOf, const QDateTime &knownAt,
                                    const ReportScope &scope = {});

/// The same, with what a board asks of it: places down to what is right below the scope, what is stranded and why, what
/// runs out first and when, and the tightest nodes while something fails. Once `stop` is asked for, nothing in it
/// counts.
[[nodiscard]] Report wholeCapacityReport(const Estate &estate, Day asOf, const QDateTime &knownAt,
                                         const ReportScope &scope, const std::stop_token &stop = {},
                                         const ReportProgress &progress = {});

} // namespace polder
