#pragma once

#include "model/engine/booking.h"
#include "model/engine/floorsearch.h"

#include <stop_token>

namespace polder {

/// Of the places that were found for one: a plan for all of the items, and why it is too short.
void planOnFloor(const Estate &estate, const Wanted &wanted, FloorSearch &found, std::stop_token stop);

/// The booking of one of them at this place.
[[nodiscard]] Booking bookingAt(const Wanted &wanted, const FloorPlace &place, std::vector<Cord> cords);

} // namespace polder
