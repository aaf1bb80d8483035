#pragma once

#include "model/report/readable.h"

#include <QPicture>

#include <vector>

namespace polder {

/// The charts of a report, drawn and ready for paper; GUI thread only, since Qt Charts is. In the order of the
/// report's, as wide and high as `chartSize`; empty: its table has no rows, or too many to tell them apart.
[[nodiscard]] std::vector<QPicture> drawnCharts(const ReadableReport &report);
/// In pixels of 96 to the inch.
constexpr QSize chartSize(660, 360);

} // namespace polder
