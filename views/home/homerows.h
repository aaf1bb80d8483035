#pragma once

#include "model/engine/attention.h"
#include "model/engine/forecast.h"
#include "model/engine/stranded.h"
#include "model/items/homemodel.h"

#include <vector>

namespace polder {

[[nodiscard]] std::vector<ConcernRow> concernRows(const Snapshot &snapshot);

/// Each data centre by resource, then each line of an agreement that is in force today.
[[nodiscard]] std::vector<UseRow> useRows(const Estate &estate, const EstateCapacity &capacity);

/// What is going to be full, the earliest first.
[[nodiscard]] std::vector<LimitRow> limitRows(const Estate &estate, const Forecasts &forecasts);

} // namespace polder
