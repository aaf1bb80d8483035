#include "model/engine/floorspot.h"

#include "model/engine/checks.h"
#include "model/engine/floorsearch.h"
#include "model/engine/whatif.h"

#include <algorithm>

namespace polder {

MoveVerdict checkFloorSpot(const Estate &estate, const Wanted &wanted, const FloorSpot &spot, std::stop_token stop) {
    MoveVerdict verdict;
    Wanted here = wanted;
    here.room = spot.room;
    here.count = 1;
    here.best = 1;
    const FloorSearch found = findFloor(estate, here, std::move(stop));
    verdict.cancelled = found.cancelled;
    Booking booking;
    booking.item = wanted.item;
    booking.owner = wanted.owner;
    booking.during = wanted.during;
    booking.room = spot.room;
    booking.x = spot.x;
    booking.y = spot.y;
    booking.orientationDegrees = spot.orientationDegrees;
    const auto room = std::ranges::find(found.rooms, spot.room, &FloorRoom::room);
    if (room != found.rooms.end()) {
        booking.cords = room->cords;
    }
    const Estate others = withoutPlacements(estate, wanted.replacing);
    verdict.shortfalls = checkBooking(others, estate, booking);
    for (const NoFloor &refused : found.refused) {
        // What its cords lack, which the place alone does not say.
        std::ranges::copy_if(refused.shortfalls, std::back_inserter(verdict.shortfalls), [&](const Shortfall &one) {
            return refused.room == spot.room && one.rule.startsWith(u'P');
        });
    }
    verdict.cords.push_back(booking.cords);
    return verdict;
}

} // namespace polder
