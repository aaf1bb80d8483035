#pragma once

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

/// Of those racks that lack least, up to `count` that one change would open; first what can be done now, then the
/// earliest. One item, and what the viewer sees: the devices of others are never said to be moved.
[[nodiscard]] std::vector<NearMiss> nearMisses(const Estate &estate, const Wanted &wanted,
                                               std::span<const NoPlace> refused, std::size_t count,
                                               std::stop_token stop = {});

} // namespace polder
