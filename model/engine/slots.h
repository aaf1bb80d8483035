#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"
#include "model/engine/fit.h"

#include <optional>
#include <span>
#include <vector>

// Places with a number: 0U slots of a rack, bays of a chassis. What is in a chassis weighs and draws where that stands,
// and without cords of its own through the chassis's. The engine judges what goes into a chassis by what the viewer
// sees of it; of a chassis alone it says P2 of all that is in it: the rest of its contents is together.h's.
namespace polder {

/// Where a booking stands, one after the other: itself, or for a bay each place of the chassis on these days.
[[nodiscard]] std::vector<Booking> standingsOf(const Snapshot &snapshot, const Booking &booking);

/// S1: a slot that is taken or that the rack does not have, or the rack is not there.
[[nodiscard]] Shortfalls checkSlot(const Estate &others, const Booking &booking);
/// S1: a bay that is taken or that the chassis does not have, or the chassis has no place on some of the days.
[[nodiscard]] Shortfalls checkBay(const Estate &others, const Booking &booking);

/// When other bookings have the slot or bay of this one.
[[nodiscard]] std::vector<Period> numberUses(const Estate &others, const Booking &booking);
/// S1 on those of these days on which it is there; nullopt: on none.
[[nodiscard]] std::optional<Misfit> numberTaken(const Estate &estate, const Booking &booking,
                                                std::span<const Period> uses);

/// P2 at the outlets of the chassis: the most that one carries with all that draws through it, from the first day on
/// which that is too much. `extra` draws there too; what it replaces does not. nullptr: nothing but what stands there.
[[nodiscard]] Misfits chassisOutletLoad(const Estate &estate, EquipmentId chassis, const Booking *extra);
/// The same of a chassis that is booked anew, with all that is in it; empty where nothing in it draws.
[[nodiscard]] Misfits loadWithContents(const Estate &estate, EquipmentId chassis, const Booking &booking);

} // namespace polder
