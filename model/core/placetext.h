#pragma once

#include "model/core/snapshot.h"

namespace polder {

/// Where a booking has its place, in words: "LEI/DC1/R1 U12", "LEI/DC1/R1, 0U place 2", "bay 3 of CHASSIS-1, LEI/DC1/R1
/// U4", "LEI/LAB, on the floor at 3.4 m, 2.1 m". What of it the viewer does not see is left out.
[[nodiscard]] QString placeText(const Snapshot &snapshot, const Placement &placement);

/// On the rails of this rack, if it stood there.
[[nodiscard]] QString placeText(const Snapshot &snapshot, const Rack &rack, Height below);

/// Of a chassis that something is in, the booking that stands then; nullptr: none that the viewer sees.
[[nodiscard]] const Placement *chassisOf(const Snapshot &snapshot, const Placement &placement);

/// The rack in which it is in the end, what is in a chassis too; none: it stands on the floor.
[[nodiscard]] RackId rackAround(const Snapshot &snapshot, const Placement &placement);

/// "R1-A:2, R1-B:2"; empty: it goes into none.
[[nodiscard]] QString outletsText(const Snapshot &snapshot, const std::vector<OutletId> &outlets);

} // namespace polder
