#include "model/engine/loads.h"

#include "model/engine/ports.h"

#include <algorithm>
#include <iterator>

namespace polder {

std::vector<LineCharge> loadsOf(const Estate &estate, const Booking &here) {
    const auto *rack = estate.snapshot().racks.find(here.rack);
    const auto *room = estate.snapshot().rooms.find(rack ? rack->room : here.room);
    std::vector<LineCharge> loads;
    if (!room) {
        return loads;
    }
    const auto &item = here.item;
    const auto add = [&](int node, std::int64_t amount) {
        if (node >= 0 && amount > 0) {
            loads.push_back({NodeCharge{node, {amount, 0, 0, 0}, {}}, here.during});
        }
    };
    for (const int node : {estate.massNode(here.rack), estate.floorNode(here.rack)}) {
        add(node, item.weight ? item.weight->grams : 0);
    }
    for (const auto &ports : portCharges(estate, here.rack, here.room, item.ports)) {
        add(ports.node, ports.count);
    }
    add(estate.heatNode(here.rack), item.draw ? item.draw->milliwatts : 0);
    add(estate.zoneNode(here.rack, here.room), heatToAir(item).milliwatts);
    add(estate.loopNode(here.rack, here.room), item.waterFlow.value_or(0));
    if (item.draw) {
        for (auto &charge : powerCharges(estate, *item.draw, item.powerFactorPermille, here.cords)) {
            loads.push_back({std::move(charge), here.during});
        }
    }
    if (const auto *site = estate.snapshot().sites.find(room->site)) {
        auto lines = agreementCharges(estate, *site, here.owner, item, here.during);
        std::ranges::move(lines ? std::move(*lines) : std::vector<LineCharge>(), std::back_inserter(loads));
    }
    return loads;
}

} // namespace polder
