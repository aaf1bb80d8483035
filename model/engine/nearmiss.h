#pragma once

#include "model/engine/floorsearch.h"
#include "model/engine/placer.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace polder {

/// The least change after which a rack takes an item that it refuses now. Days and amounts are tried before they
/// are told; of a move it is reckoned that both devices have their half units free, on all their days.
struct NearMiss {
    /// Another device in the way goes to another position of the same rack and face.
    struct Move {
        PlacementId placement;
        Height from, to; ///< half units below it
    };
    RackId rack;
    std::optional<Day> from;        ///< it fits from this day on, for as many days
    std::optional<Power> lessDraw;  ///< it fits if it draws so much less, to a watt
    std::optional<Mass> lessWeight; ///< it fits if it weighs so much less, to 100 g
    std::optional<Move> move;       ///< it fits once this is done

    [[nodiscard]] bool any() const { return from || lessDraw || lessWeight || move; }
};

/// The same of a room for what stands on its floor.
struct NearFloor {
    RoomId room;
    std::optional<Day> from;
    std::optional<Power> lessDraw;
    std::optional<Mass> lessWeight;
    std::optional<Length> smaller; ///< it fits if its width and its depth are so much less, to 10 mm
    bool withoutClearance = false; ///< it fits if nothing has to stay free around it

    [[nodiscard]] bool any() const { return from || lessDraw || lessWeight || smaller || withoutClearance; }
};

/// Of those racks that lack least, up to `count` that one change would open; first what can be done now, then the
/// earliest. One item, and what the viewer sees: the devices of others are never said to be moved.
[[nodiscard]] std::vector<NearMiss> nearMisses(const Estate &estate, const Wanted &wanted,
                                               std::span<const NoPlace> refused, std::size_t count,
                                               std::stop_token stop = {});
/// Likewise of rooms.
[[nodiscard]] std::vector<NearFloor> nearFloors(const Estate &estate, const Wanted &wanted,
                                                std::span<const NoFloor> refused, std::size_t count,
                                                std::stop_token stop = {});

} // namespace polder
