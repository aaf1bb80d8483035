#pragma once

#include "randomestate.h"

#include "model/engine/additions.h"
#include "model/engine/booking.h"

namespace polder::test {

/// A device of a plan as the engine has it. Each has one placement, with its own id.
[[nodiscard]] Booking asBooking(const Device &device, const Snapshot &snapshot);
[[nodiscard]] Addition asAddition(const Device &device, int id);

} // namespace polder::test
