#pragma once

#include "model/engine/agreement.h"
#include "model/engine/booking.h"

#include <vector>

namespace polder {

/// All that a booking adds to the nodes of its place, and when: weight, heat, water, ports, power, the lines of an
/// agreement. `here`: one of standingsOf().
[[nodiscard]] std::vector<LineCharge> loadsOf(const Estate &estate, const Booking &here);

} // namespace polder
