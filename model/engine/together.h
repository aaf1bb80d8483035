#pragma once

#include "model/engine/additions.h"
#include "model/engine/booking.h"

#include <span>
#include <vector>

namespace polder {

/// What is refused of several changes at once, and of which bookings: of a sum of all that ask more of its node, of
/// anything else of the one that does not fit.
struct Refusal {
    Shortfall shortfall;
    std::vector<PlacementId> bookings;
};

/// Bookings that come or change in one statement, judged as the guard judges them: by what stands when all of it is
/// done, with what is in a chassis that moves, and never for what was no better before. A change has the id of what it
/// changes; what is given up is "released". Only bookings that the viewer sees move with their chassis.
[[nodiscard]] std::vector<Refusal> checkTogether(const Estate &now, std::span<const Addition> changes);

[[nodiscard]] Shortfalls shortfallsOf(std::vector<Refusal> refusals);

} // namespace polder
