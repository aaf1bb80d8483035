#pragma once

#include "model/core/shortfall.h"
#include "model/engine/charges.h"
#include "model/engine/envelope.h"

#include <vector>

namespace polder {

/// One exact place for one item: in a rack, beside its rails, in a chassis, or on the floor of a room.
struct Booking {
    Envelope item;
    RackId rack;
    Height position; ///< half units below it
    QString face = u"front"_qs;
    QString half = u"full"_qs;
    std::vector<Cord> cords;
    OrganisationId owner;
    Period during;
    RoomId room = {};             ///< without a rack
    Length x = {}, y = {};        ///< the middle of its footprint
    PlacementId replaces = {};    ///< the booking that this one takes the place of
    int orientationDegrees = 0;   ///< on the floor: where its front looks, clockwise from the north
    bool inherited = false;       ///< taken over, so that it has come in
    std::optional<int> slot = {}; ///< beside the rails of the rack, instead of `position`
    EquipmentId chassis = {};     ///< instead of a rack: at this bay
    BayId bay = {};
    bool borrowsCords = false; ///< `cords` are those of the chassis
};

using Shortfalls = std::vector<Shortfall>;

/// The cords of a booking that stands. Of what was taken over, some are known only by their node.
[[nodiscard]] std::vector<Cord> cordsOf(const Placement &placement, const Snapshot &snapshot);
/// What stands there, asked for as if it were new.
[[nodiscard]] Booking bookingOf(const Placement &placement, const Equipment &equipment, const Snapshot &snapshot);

} // namespace polder
