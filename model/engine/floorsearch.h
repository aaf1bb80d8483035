#pragma once

#include "model/engine/placer.h"

namespace polder {

/// One place on the floor of a room: the middle of the footprint, and where its front looks.
struct FloorPlace {
    RoomId room;
    Length x, y;
    int orientationDegrees = 0;
    Scores scores;
};

/// A room that takes it, with the outlets that would be taken, wherever it stands there.
struct FloorRoom {
    RoomId room;
    std::vector<Cord> cords;
    std::size_t places = 0;
};

/// Why it stands nowhere in a room. What lacks wherever it stands, and what is in the way at `at`, the place where the
/// least is: without just these it could stand there.
struct NoFloor {
    RoomId room;
    std::vector<Shortfall> shortfalls;
    std::optional<FloorPlace> at; ///< nullopt: there is a free place
};

/// One of several, with the outlets that it would take.
struct FloorPiece {
    FloorPlace place;
    std::vector<Cord> cords;
};

struct FloorSearch {
    std::vector<FloorPlace> places; ///< all of them, best first; of equals by room, y, x and orientation
    std::vector<FloorRoom> rooms;   ///< of these places, by id
    std::vector<NoFloor> refused;   ///< by id
    std::vector<FloorPiece> plan;   ///< a place for each of the items, all together; shorter if not all fit
    std::vector<NoFloor> full; ///< if the plan is too short, and they may stand anywhere: why no room takes one more
    std::vector<RoomId> notAllOutlets; ///< rooms with more choices of outlets than were tried, by id
    std::vector<Unchecked> notChecked;
    bool unknownSetpoints = false; ///< an inlet range is given, and of some rooms nobody has said the set-point
    bool cancelled = false;
};

/// Places are tried whose middle is on lines so far apart, and those where the footprint or its clearance touches
/// something or the edge of the room; the front looks north, east, south or west.
inline constexpr int floorGridMm = 100;

/// Where items of this footprint can stand: one, and all of them together. With Wanted::best = 1 only whether one can,
/// at any place of each room.
/// Of the terms of a score these tell places apart (the others are 1000):
/// space: of the bounds of footprint and clearance, how much is at the edge of the room or at something that stands
/// there; headroom, phases, site: as in a rack, with what the floor bears; affinity: 1000 in a room, 250 in a data
/// centre with equipment of the same system, else project, else owner.
[[nodiscard]] FloorSearch findFloor(const Estate &estate, const Wanted &wanted, std::stop_token stop = {});

/// Of these, in their order, those that share no floor with an earlier one; `count` at most. To show a person that
/// there are several places, not one that could be a little to the left.
[[nodiscard]] std::vector<FloorPlace> apartOnFloor(const Wanted &wanted, std::span<const FloorPlace> places,
                                                   std::size_t count);

} // namespace polder
