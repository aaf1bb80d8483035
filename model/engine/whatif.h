#pragma once

#include "model/core/snapshot.h"

#include <span>

namespace polder {

/// The estate as if these bookings were not there: their boxes, outlets and loads are free. Only bookings that the
/// viewer sees can be left out.
[[nodiscard]] SnapshotPtr withoutPlacements(const Snapshot &snapshot, std::span<const PlacementId> placements);

} // namespace polder
