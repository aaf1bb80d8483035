#pragma once

#include "model/core/shortfall.h"
#include "model/engine/booking.h"
#include "model/engine/fit.h"
#include "model/engine/headroom.h"
#include "model/engine/humask.h"

#include <span>
#include <vector>

// One function for each rule: what of a booking does not fit, in numbers; empty: all of it fits. `others` is the
// estate without what the booking replaces, `now` the estate as it is; the same for something new. The rules that need
// no neighbour are in fit.h.
namespace polder {

/// Half units of the rack that a box of this depth, width and period may use.
[[nodiscard]] HuMask freeUnits(const Rack &rack, std::span<const OccupiedBox> boxes, const OccupiedBox &like);

/// S1: the rack is not in service all the time.
[[nodiscard]] Shortfalls checkService(const Estate &others, const Envelope &item, const Rack &rack, Period during);
/// S1: overlap, out of service, above the top, or the rack is not there. The unit asked for is part of the place.
[[nodiscard]] Shortfalls checkSpace(const Estate &others, const Booking &booking);
/// S3: the rack's static load.
[[nodiscard]] Shortfalls checkMass(const Estate &others, const Estate &now, const Booking &booking);
/// C1: the rack's heat.
[[nodiscard]] Shortfalls checkHeat(const Estate &others, const Estate &now, const Booking &booking);
/// S4: what the floor under the rack bears.
[[nodiscard]] Shortfalls checkFloor(const Estate &others, const Estate &now, const Booking &booking);
/// C2: what the units of its zone cool without the largest.
[[nodiscard]] Shortfalls checkZone(const Estate &others, const Estate &now, const Booking &booking);
/// C7: what its loop gives.
[[nodiscard]] Shortfalls checkLoop(const Estate &others, const Estate &now, const Booking &booking);
/// N1: network ports of the rack or its row.
[[nodiscard]] Shortfalls checkPorts(const Estate &others, const Estate &now, const Booking &booking);
/// P1: each cord has an outlet of its own that is free on all days.
[[nodiscard]] Shortfalls checkOutlets(const Estate &others, const Booking &booking);
/// P3 to P6: every node from the outlets to the supplies, normally and under each single failure.
[[nodiscard]] Shortfalls checkPower(const Estate &others, const Estate &now, const Booking &booking);
/// G4: agreement and quota.
[[nodiscard]] Shortfalls checkAgreement(const Estate &others, const Estate &now, const Booking &booking);

/// All of them, those of fit.h too.
[[nodiscard]] Shortfalls checkBooking(const Estate &others, const Estate &now, const Booking &booking);

/// Where a box meets others: the half units that are taken, from the first day to the last.
struct Overlap {
    HuMask taken;
    Period during{Day::never(), Day::always()};

    void with(const OccupiedBox &box, const OccupiedBox &other);
};
/// The box of a booking on the rails.
[[nodiscard]] OccupiedBox boxOf(const Booking &booking, const Rack &rack, const Policy &policy);
/// S1 of such a booking.
[[nodiscard]] Shortfall overlapOf(const Estate &estate, const Booking &booking, const Rack &rack, const Overlap &met);
/// P1 of an outlet that would have two cords; without its first day.
[[nodiscard]] Shortfall outletTaken(const Estate &estate, OutletId outlet);
/// What its place lacks, whoever else is there: it is outside the rack, nobody knows what the rack bears, no agreement.
[[nodiscard]] bool isOfPlace(const Shortfall &shortfall);
/// P2 of what is in a chassis as well, in the place of what this booking of it alone puts on an outlet.
[[nodiscard]] Misfits withContents(const Estate &estate, EquipmentId chassis, const Booking &booking, Misfits misfits);

/// The charge on a rack's mass or heat node. nullopt: the rack has no such node (-1), so nothing is known.
[[nodiscard]] std::optional<NodeCharge> chargeOn(int node, std::int64_t amount);
/// "Nobody knows what this rack takes."
[[nodiscard]] Shortfall unknownLimit(const Estate &estate, RackId rack, const QString &rule, std::int64_t requested,
                                     const QString &unit, Day from);

[[nodiscard]] bool outletFree(const Estate &estate, OutletId outlet, Period during);

} // namespace polder
