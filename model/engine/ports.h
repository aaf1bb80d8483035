#pragma once

#include "model/engine/booking.h"
#include "model/engine/estate.h"

#include <span>
#include <vector>

namespace polder {

/// Network ports of one kind that are wanted in a rack, and the node that counts them: the rack's own, without any of
/// that kind its row's. Without a rack, on the floor, the room's. -1: there are none that somebody knows of.
struct PortCharge {
    PortKind kind;
    std::int64_t count = 0;
    int node = -1;
};
[[nodiscard]] std::vector<PortCharge> portCharges(const Estate &estate, RackId rack, RoomId room,
                                                  std::span<const PortWish> wishes);

/// N1: nobody knows of such ports there; nothing where too few only warn.
[[nodiscard]] Shortfalls unknownPorts(const Estate &estate, RackId rack, RoomId room, const PortCharge &ports,
                                      Day from);

} // namespace polder
