#include "model/engine/booking.h"

namespace polder {

std::vector<Cord> cordsOf(const Placement &placement, const Snapshot &snapshot) {
    std::vector<Cord> cords;
    for (const auto id : placement.outlets) {
        if (const auto *outlet = snapshot.outlets.find(id)) {
            cords.push_back({outlet->node, outlet->id, outlet->phases});
        }
    }
    for (const auto id : placement.nodes) {
        if (const auto *node = snapshot.nodes.find(id)) {
            cords.push_back({id, {}, node->phases});
        }
    }
    return cords;
}

Booking bookingOf(const Placement &placement, const Equipment &equipment, const Snapshot &snapshot) {
    return {.item = envelopeOf(equipment, placement, snapshot),
            .rack = placement.rack,
            .position = placement.position.value_or(Height{}),
            .face = placement.face,
            .half = placement.half,
            .cords = cordsOf(placement, snapshot),
            .owner = equipment.owner,
            .during = placement.during,
            .room = placement.room,
            .x = placement.x,
            .y = placement.y,
            .replaces = {},
            .orientationDegrees = placement.orientationDegrees,
            .inherited = placement.inherited,
            .slot = placement.slot,
            .chassis = placement.chassis,
            .bay = placement.bay};
}

} // namespace polder
