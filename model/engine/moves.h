#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace polder {

/// What stands on the rails of a rack goes to another place on the rails.
struct PlannedMove {
    PlacementId placement;
    RackId rack;
    Height position;
    QString face;

    bool operator==(const PlannedMove &) const = default;
};

/// What becomes of several moves on one day.
struct MoveVerdict {
    /// Less left than this, of 1000, is tight.
    static constexpr int tightPermille = 100;

    Shortfalls shortfalls;                ///< of all of them together; empty: it fits
    std::vector<std::vector<Cord>> cords; ///< of each where it would stand
    std::optional<int> left; ///< of 1000, at the tightest limit of their new places; nullopt: there is none
    QString tightest;        ///< that limit
    bool cancelled = false;

    [[nodiscard]] bool fits() const { return shortfalls.empty(); }
    [[nodiscard]] bool tight() const { return fits() && left && *left < tightPermille; }
};

/// All of them at once, so that two may change places, as the record judges them: from this day on, or from when each
/// begins. In the same rack the cords stay in their outlets.
[[nodiscard]] MoveVerdict checkMoves(const Estate &estate, std::span<const PlannedMove> moves, Day from,
                                     std::stop_token stop = {});

} // namespace polder
