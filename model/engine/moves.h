#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"
#include "model/engine/placer.h"

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
    QString half = {}; ///< empty: as it stands

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

/// An exact place on the rails of a rack.
struct RackSpot {
    RackId rack;
    Height position; ///< half units below it
    QString face = u"front"_qs;
    QString half = u"full"_qs;

    bool operator==(const RackSpot &) const = default;
};

/// What becomes of what is wanted there, as the record judges it; several pieces stand on each other, from there up.
[[nodiscard]] MoveVerdict checkRackSpot(const Estate &estate, const Wanted &wanted, const RackSpot &spot,
                                        std::stop_token stop = {});

/// A place that takes it, with the outlets of each piece.
struct NearSpot {
    RackSpot spot;
    Height height; ///< of each
    std::vector<std::vector<Cord>> cords;
};

/// The places nearest to this one that take what is wanted, without this one itself: first those of the same rack by
/// their distance, then those of the row, the room, the data centre and the others, each as near in height as can be.
[[nodiscard]] std::vector<NearSpot> nearestSpots(const Estate &estate, const Wanted &wanted, const RackSpot &spot,
                                                 std::size_t count, std::stop_token stop = {});

/// What an item of a request looks for: what it holds already is free for it.
[[nodiscard]] Wanted wantedOf(const RequestItem &item, const Snapshot &snapshot);
/// What stands there, looking for another place from this day on.
[[nodiscard]] Wanted wantedOf(const Placement &placement, const Equipment &equipment, const Snapshot &snapshot,
                              Day from);

} // namespace polder
