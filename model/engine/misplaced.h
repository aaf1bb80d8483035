#pragma once

#include "model/engine/booking.h"
#include "model/engine/fit.h"

#include <vector>

namespace polder {

/// A booking as it stands before or after a change.
struct Standing {
    PlacementId id;
    EquipmentId equipment;
    bool asked; ///< else it only hangs together with what is asked
    bool contested;
    Booking booking;
    std::vector<Booking> places; ///< of what is in a chassis one for each of its places

    [[nodiscard]] bool onRails() const {
        return booking.rack && booking.item.onRails && booking.item.height.halfUnits > 0 && !contested;
    }
    [[nodiscard]] bool onFloor() const { return !booking.rack && !booking.chassis && bool(booking.room); }
};

/// What does not fit, and whose it is.
struct MisfitOf {
    PlacementId placement;
    Misfit misfit;
};

/// All that does not fit of these bookings, beside each other and by themselves; no sums. They stand in `estate` and
/// not in `others`.
[[nodiscard]] std::vector<MisfitOf> misfitsTogether(const Estate &estate, const Estate &others,
                                                    const std::vector<Standing> &all);

} // namespace polder
