#pragma once

#include "model/report/readable.h"

#include <QByteArray>
#include <QPicture>

#include <vector>

namespace polder {

/// A report on A4: pages with a number and both times, heads that come again on each page, bookmarks, and what the
/// figures mean. It says everything without colour. Wants a QApplication; the same report gives the same bytes.
/// `charts`: as drawnCharts() drew them; may be left away.
[[nodiscard]] QByteArray toPdf(const ReadableReport &report, const std::vector<QPicture> &charts = {});

} // namespace polder
