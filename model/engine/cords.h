#pragma once

#include "model/engine/booking.h"
#include "model/engine/headroom.h"

#include <set>
#include <vector>

namespace polder {

/// The outlets that a placement search proposes for the cords of one item, and what they load.
struct CordPlan {
    std::vector<Cord> cords;
    std::vector<NodeCharge> charges;
    int phases = 1000; ///< scores, see scores.h
    int headroom = 1000;
};

/// Chooses outlets in the booking's rack: one side for one cord, the sides in turn for more; on each the phase that
/// carries least; where that does not work, any outlets. The first choice that every node admits and that breaks no
/// rule is taken; if there is none, `shortfalls` gets the reasons of the choice with the fewest.
[[nodiscard]] CordPlan planCords(const Estate &others, Headroom &headroom, Booking booking,
                                 const std::set<OutletId> &taken, Shortfalls &shortfalls);

} // namespace polder
