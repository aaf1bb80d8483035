#pragma once

#include "model/report/readable.h"

#include <QByteArray>

namespace polder {

/// A report on A4: pages with a number and both times, heads that come again on each page, bookmarks, and what the
/// figures mean. It says everything without colour. Wants a QApplication; the same report gives the same bytes.
[[nodiscard]] QByteArray toPdf(const ReadableReport &report);

} // namespace polder
