#pragma once

#include "model/engine/estate.h"
#include "model/report/report.h"

namespace polder {

/// U, kW and kg of every rack on one day: total, blocked, used, held and free. Racks in the order of their names.
[[nodiscard]] Report capacityReport(const Estate &estate, Day asOf);

} // namespace polder
