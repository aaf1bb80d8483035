#pragma once

#include "model/core/snapshot.h"

#include <QByteArray>

#include <vector>

namespace polder {

/// Elevations to scale: each rack on a page of its own, from the front and from behind, at 1:10 or, where it is too
/// high for that, 1:15; or the fronts of as many racks as fit beside one another at 1:15. Says everything without
/// colour.
enum class ElevationLayout {
    Rack,
    Row
};

/// On this day, as far as the viewer sees it. Wants a QApplication; the same record gives the same bytes.
[[nodiscard]] QByteArray elevationPaper(const Snapshot &snapshot, const std::vector<RackId> &racks, Day day,
                                        ElevationLayout layout);

} // namespace polder
