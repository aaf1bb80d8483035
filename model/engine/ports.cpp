#include "model/engine/ports.h"

#include "model/engine/checks.h"

#include <algorithm>

namespace polder {

namespace {

/// "25 Gb/s SFP28", "1 Gb/s RJ45 out-of-band": as in sql/routines/22_violations.sql.
QString nameOf(const PortKind &kind) {
    const bool giga = kind.speedMbps % 1000 == 0;
    return QString::number(giga ? kind.speedMbps / 1000 : kind.speedMbps) + (giga ? u" Gb/s "_qs : u" Mb/s "_qs) +
           kind.medium + (kind.outOfBand ? u" out-of-band"_qs : QString());
}

} // namespace

std::vector<PortCharge> portCharges(const Estate &estate, RackId rack, RoomId room, std::span<const PortWish> wishes) {
    std::vector<PortCharge> charges;
    for (const auto &wish : wishes) {
        const auto same = std::ranges::find(charges, wish.kind, &PortCharge::kind);
        if (wish.count <= 0) {
            continue;
        }
        if (same != charges.end()) {
            same->count += wish.count;
            continue;
        }
        const auto all = estate.ports(rack, room);
        const auto there =
            std::ranges::find_if(all, [&wish](const NetworkPorts *ports) { return ports->kind == wish.kind; });
        charges.push_back({wish.kind, wish.count, there == all.end() ? -1 : estate.indexOf((*there)->node)});
    }
    return charges;
}

Shortfalls unknownPorts(const Estate &estate, RackId rack, RoomId room, const PortCharge &ports, Day from) {
    if ((!rack && !room) || ports.node >= 0 || estate.snapshot().policy.networkPortsRefuse == 0) {
        return {};
    }
    auto shortfall = unknownLimit(estate, rack, u"N1"_qs, ports.count, u"pieces"_qs, from);
    shortfall.where = (rack ? estate.rackName(rack) : estate.roomName(room)) + u' ' + nameOf(ports.kind);
    return {shortfall};
}

} // namespace polder
