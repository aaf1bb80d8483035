#pragma once

#include "model/report/readable.h"
#include "views/paper/pages.h"

namespace polder {

/// In which it is best to read.
[[nodiscard]] QPageLayout::Orientation orientationOf(const ReadableReport &report, const ReportTable &table);

/// A table over as many pages as it takes, with its head on each; lies down where it is too wide to stand.
void drawTable(Pages &pages, const ReadableReport &report, const ReportTable &table);

} // namespace polder
