#pragma once

#include "model/engine/estate.h"
#include "model/items/findingmodel.h"

namespace polder {

/// The findings and overrides of the estate's record as they are on a day: what holds or comes first, by place.
[[nodiscard]] std::vector<FindingRow> findingRows(const Estate &estate, Day day);

} // namespace polder
