#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"

#include <functional>
#include <span>
#include <vector>

// What does not fit although there is room: a booking's own properties against those of its place. No sum and no
// neighbour, so one estate is enough. One function for each rule; what nobody has said is not judged. The guard has the
// same rules in sql/routines/25_fit.sql.
namespace polder {

/// On these days.
struct Misfit {
    Shortfall shortfall;
    Period during;
    QString other = {}; ///< what is in the way, where several things may have the same name; to compare, not to show
};
using Misfits = std::vector<Misfit>;

/// S2, of what is mounted on the rails: deeper than the rack with its cords, wider than its rails, or with rails that
/// do not reach its.
[[nodiscard]] Misfits checkSize(const Estate &estate, const Booking &booking);
/// It moves its air from one face to the other.
[[nodiscard]] bool isDirected(const QString &airflow);
/// C4: the air would go against the rack's.
[[nodiscard]] Misfits checkAirflow(const Estate &estate, const Booking &booking);
/// P1: an outlet into which the cord does not go. (That it is free is checks.h's.)
[[nodiscard]] Misfits checkPlugs(const Estate &estate, const Booking &booking);
/// P2: what an outlet carries on a phase when as few cords as one failure can leave are left.
[[nodiscard]] Misfits checkOutletLoad(const Estate &estate, const Booking &booking);
/// P7: all cords hang on one of the sides that the rack declares.
[[nodiscard]] Misfits checkSides(const Estate &estate, const Booking &booking);
/// C5: the set-point is not within the range of its inlet.
[[nodiscard]] Misfits checkInlet(const Estate &estate, const Booking &booking);
/// S8: vibration, magnetic field, and for what stands on the floor the drift of the temperature.
[[nodiscard]] Misfits checkSurroundings(const Estate &estate, const Booking &booking);
/// S7: what stands on the floor and needs a medium that the room does not have on all days.
[[nodiscard]] Misfits checkMedia(const Estate &estate, const Booking &booking);
/// G1: the room protects less than the data ask for, or is not in scope of NEN 7510.
[[nodiscard]] Misfits checkDataClass(const Estate &estate, const Booking &booking);
/// G2: personal data in a system that may not hold them.
[[nodiscard]] Misfits checkPersonalData(const Estate &estate, const Booking &booking);
/// G3: the chain above the cords delivers less than the availability that is asked for.
[[nodiscard]] Misfits checkAvailability(const Estate &estate, const Booking &booking);

/// Those that follow from the place, from the cords, and all of them.
[[nodiscard]] Misfits placeMisfits(const Estate &estate, const Booking &booking);
[[nodiscard]] Misfits cordMisfits(const Estate &estate, const Booking &booking);
[[nodiscard]] Misfits misfitsOf(const Estate &estate, const Booking &booking);
/// Whether what does not fit now is of the same kind and place as before, no more of it and on no other days.
[[nodiscard]] bool isNoWorse(const Misfit &before, const Misfit &now);
/// Those of `found` that are not in `before`, or are more there or on more days: what did not fit may stay so.
[[nodiscard]] Shortfalls worseThan(const Misfits &before, const Misfits &found);

/// Of what hangs on these cords, after EN 50600-2-2 (the reading is ours): 1 a single path; 2 its single UPS and
/// generators are paralleled; 3 what all cords share can be maintained while it works; 4 they share nothing. A supply
/// that all share is no weakness where each cord has a generator or a transfer switch below it.
[[nodiscard]] int deliveredClass(const Estate &estate, std::span<const Cord> cords);

/// Calls `visit` with what the floor bears there, in N/m2, and on which of the booking's days. A part of a room that
/// says so has its own.
void forEachFloorLoad(const Estate &estate, const Booking &booking, const std::function<void(int, Period)> &visit);

/// Whether anybody has said which set-point holds there, on any of the days.
[[nodiscard]] bool knowsSetpoint(const Estate &estate, const Booking &booking);

/// Whether a cord of this item may go into an outlet, if it is free.
[[nodiscard]] bool outletSuits(const Snapshot &snapshot, const Outlet &outlet, const Envelope &item);

} // namespace polder
