#pragma once

#include "model/core/snapshot.h"

#include <vector>

namespace polder {

/// A booking of one piece of equipment that a request asks for. None of them is null.
struct Piece {
    const RequestItem *item;
    const Equipment *equipment;
    const Placement *placement;
};

/// The bookings of a request, as far as the viewer sees them, those that are over too; in the order of the placements.
[[nodiscard]] std::vector<Piece> piecesOf(RequestId request, const Snapshot &snapshot);

/// It has its place and is not installed: held today, or delivered.
[[nodiscard]] bool waits(const Placement &placement, const Snapshot &snapshot);

/// Of one item, what is held today. An item is held when these are as many as its count.
[[nodiscard]] std::vector<PlacementId> holdsOf(const RequestItem &item, const Snapshot &snapshot);

/// The first item, in the request's order, of which not every piece is held; the first of all if every one is.
[[nodiscard]] RequestItemId nextToHold(RequestId request, const Snapshot &snapshot);

} // namespace polder
