#pragma once

#include "model/report/readable.h"

#include <QPicture>

namespace polder {

/// The room of a chart of kind Floor and its racks, to scale, each shaded by how near it is to its limit, with the
/// number in it; a legend below. Says everything without colour. Empty: its table has no such room.
[[nodiscard]] QPicture floorPicture(const ReadableReport &report, const ReportChart &chart);

} // namespace polder
