#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"
#include "model/engine/fit.h"

#include <cstdint>
#include <optional>
#include <vector>

// What stands on the floor, on the plan of its room, and what hangs on water. The guard has the same in
// sql/routines/32_floorplan.sql; how the plan is read is said there.
namespace polder {

/// In whole mm; x to the east, y to the south.
struct PlanPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    bool operator==(const PlanPoint &) const = default;
};
using PlanShape = std::vector<PlanPoint>;

/// A footprint and what has to stay free around it.
struct FloorShape {
    PlanShape footprint;
    PlanShape clearance;
};

/// Whether a shape has this spot, also on its edge.
[[nodiscard]] bool contains(const std::vector<QPointF> &shape, QPointF spot);
/// Half a tile before the front of a rack, or behind its rear.
[[nodiscard]] QPointF spotBefore(const Rack &rack, bool rear);

/// A rectangle about a point, turned clockwise; its sides are given in half mm from there. Sine and cosine to 1/2^20,
/// then each coordinate to the nearest mm, halves to the south and east: the guard gets the same corners.
[[nodiscard]] PlanShape turned(PlanPoint middle, int degrees, std::int64_t west, std::int64_t north, std::int64_t east,
                               std::int64_t south);
/// nullopt: nobody knows how big it is.
[[nodiscard]] std::optional<FloorShape> floorShape(const Envelope &item, Length x, Length y, int orientationDegrees);

/// How deep two polygons are in each other, in mm, rounded up; nullopt: they share no floor. `a` is convex. Where `b`
/// goes round a corner it is a bound.
[[nodiscard]] std::optional<std::int64_t> overlap(const PlanShape &a, const PlanShape &b);

/// What takes floor, or has to be kept clear, on some days.
struct FloorObstacle {
    PlanShape body;
    PlanShape around;     ///< of what has a clearance of its own; else empty
    bool isAisle = false; ///< a clearance may reach into it
    QString what;         ///< " footprint", "/R1", " column": what is in the way, after the room's name
    Period during;        ///< of those asked about
    QString other;        ///< to tell it from others of that name
};
/// Racks, what stands on the floor, and what the plan shows.
[[nodiscard]] std::vector<FloorObstacle> floorObstacles(const Estate &estate, RoomId room, Period during);
/// How deep the two are in each other, in mm; nullopt: not at all.
[[nodiscard]] std::optional<std::int64_t> overlap(const FloorShape &shape, const FloorObstacle &obstacle);

/// West, north, east and south of a shape with its clearance.
struct PlanBounds {
    std::int64_t west = 0, north = 0, east = 0, south = 0;
};
[[nodiscard]] PlanBounds boundsOf(const FloorShape &shape);

/// S6: in another's footprint or clearance, in a rack, a wall, what is kept clear, itself in an aisle, or out of the
/// room.
[[nodiscard]] Misfits checkFloorPlan(const Estate &others, const Booking &booking);
/// S4 of what stands on the floor: a third of it on a tile, and all of it on its footprint.
[[nodiscard]] Misfits checkFloorLoad(const Estate &estate, const Booking &booking);
/// S9: no route lets it through.
[[nodiscard]] Misfits checkDelivery(const Estate &estate, const Booking &booking);
/// C7: no loop, or water that is too warm or too cold. (The flow is a sum.)
[[nodiscard]] Misfits checkLiquid(const Estate &estate, const Booking &booking);

} // namespace polder
