#pragma once

#include "model/engine/estate.h"
#include "model/report/report.h"

namespace polder {

/// U, kW and kg of every rack on one day: total, blocked, used, held and free; over (exceptional) where it carries more
/// than its total. Racks in the order of their names.
/// `knownAt`: when the estate's generation was made.
[[nodiscard]] Report capacityReport(const Estate &estate, Day asOf, const QDateTime &knownAt);

} // namespace polder
