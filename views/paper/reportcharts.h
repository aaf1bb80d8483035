#pragma once

#include "model/report/readable.h"

#include <QPicture>

#include <vector>

class QPainter;

namespace polder {

/// The charts of a report, drawn and ready for paper; GUI thread only, since Qt Charts is. In the order of the
/// report's, as wide as `chartSize`, and as high but for floors and long names: their boundingRect() says it. Groups
/// without a bar are left out. Empty: there is nothing to draw, or too much to tell it apart.
[[nodiscard]] std::vector<QPicture> drawnCharts(const ReadableReport &report);
/// One of them.
[[nodiscard]] QPicture drawnChart(const ReadableReport &report, const ReportChart &chart);
/// On white, for which they are drawn, so large.
void paintOnPaper(QPainter &painter, const QPicture &picture, const QRectF &area);
/// In pixels of 96 to the inch.
constexpr QSize chartSize(660, 360);

} // namespace polder
