#include "model/engine/sides.h"

#include <algorithm>

namespace polder {

Share &Share::operator+=(const Share &o) {
    if (o.total) {
        total = total.value_or(0) + *o.total;
    }
    reserve += o.reserve;
    used += o.used;
    held += o.held;
    free += o.free;
    over += o.over;
    return *this;
}

std::vector<Shares> sharesOn(const Estate &estate, Day day) {
    const auto held = heldByNode(estate, day);
    const auto bearings = bearingsOn(estate, day);
    std::vector<Shares> shares(bearings.size());
    for (std::size_t node = 0; node < bearings.size(); ++node) {
        const auto &bearing = bearings[node];
        for (std::size_t i = 0; i < (bearing.power ? quantities.size() : 1); ++i) {
            const auto load = bearing.normal.*quantities[i];
            auto &share = shares[node][i];
            share.total = bearing.wholeOf(i);
            share.held = std::clamp<std::int64_t>(held[node].*quantities[i], 0, load);
            share.used = load - share.held;
            share.free = share.total ? bearing.leftOf(i) : 0;
            const auto rest = share.total.value_or(0) - load - share.free;
            share.reserve = std::max<std::int64_t>(rest, 0);
            share.over = std::max<std::int64_t>(-rest, 0);
        }
    }
    return shares;
}

std::map<Place, PlaceShares> placeSharesOn(const Estate &estate, Day day) {
    const auto shares = sharesOn(estate, day);
    std::map<Place, PlaceShares> places;
    for (const auto &rack : estate.racks()) {
        if (!rack.during.contains(day)) {
            continue;
        }
        const int floor = estate.floorNode(rack.id);
        const int mass = estate.massNode(rack.id);
        for (const auto &place : placesOf(estate, rack.id)) {
            auto &sum = places[place];
            for (const int node : estate.powerNodes(rack.id)) {
                auto &side = sum.sides[estate.sideOf(node)];
                for (std::size_t i = 0; i < side.size(); ++i) {
                    side[i] += shares[static_cast<std::size_t>(node)][i];
                }
            }
            if (floor >= 0) {
                sum.floor += shares[static_cast<std::size_t>(floor)][0];
            }
            sum.area += std::int64_t{rack.width.mm} * rack.depth.mm;
            sum.mass += rack.tare.grams + (mass >= 0 ? estate.timeline(mass).on(day).main : 0);
        }
    }
    return places;
}

} // namespace polder
