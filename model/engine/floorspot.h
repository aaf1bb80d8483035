#pragma once

#include "model/engine/moves.h"
#include "model/engine/placer.h"

namespace polder {

/// An exact place on a floor: the middle of a footprint, and where its front looks.
struct FloorSpot {
    RoomId room;
    Length x, y;
    int orientationDegrees = 0;

    bool operator==(const FloorSpot &) const = default;
};

/// What becomes of one item there, with outlets of the room for its cords, as the record judges it.
[[nodiscard]] MoveVerdict checkFloorSpot(const Estate &estate, const Wanted &wanted, const FloorSpot &spot,
                                         std::stop_token stop = {});

} // namespace polder
