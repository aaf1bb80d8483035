#pragma once

#include "model/core/snapshot.h"

namespace polder::test {

/// A valid estate made by arithmetic, the same for the same numbers: ten racks a row under two feeds, dual-corded 1U
/// and 2U devices with dates over five years, boxes, outlets and ledger as the database would give them.
[[nodiscard]] SnapshotPtr syntheticEstate(int racks, int placements);

/// The same as its facility manager sees it: each device by name with its cords, and cooling units on both sides, six
/// for each zone of a hundred racks.
[[nodiscard]] SnapshotPtr syntheticEstateSeen(int racks, int placements);

} // namespace polder::test
