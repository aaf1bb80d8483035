#include "model/engine/stranded.h"

#include "model/engine/checks.h"
#include "model/engine/fit.h"

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace polder {

namespace {

Envelope server(Height height, Power draw, Mass weight) {
    Envelope item;
    item.height = height;
    item.draw = draw;
    item.weight = weight;
    item.cords = 2;
    item.phases = u"1"_qs;
    item.plug = u"C14"_qs;
    return item;
}

/// The mix as a sequence in which each request comes as evenly as its share lets it.
std::vector<std::size_t> sequence(const std::vector<ReferenceRequest> &mix) {
    int all = 0;
    for (const auto &request : mix) {
        all += request.times;
    }
    std::vector<std::size_t> order;
    std::vector<int> due(mix.size());
    for (int turn = 0; turn < all; ++turn) {
        std::ranges::transform(due, mix, due.begin(), [](int d, const auto &request) { return d + request.times; });
        const auto next = std::ranges::max_element(due);
        *next -= all;
        order.push_back(static_cast<std::size_t>(next - due.begin()));
    }
    return order;
}

/// A bank of outlets, of which any is as good as another.
struct Sockets {
    int node = -1;
    const Outlet *like = nullptr;
    std::int64_t Load::*phase = nullptr;
    const Outlet *another = nullptr; ///< nullptr: there is only one
    std::vector<OutletId> free;      ///< the next one last
};

/// Two of them for the two cords of a request.
struct Plugging {
    std::size_t first = 0, second = 0; ///< of the rack's sockets
    bool samePhase = false;
    std::pair<bool, std::int64_t> rank = {}; ///< the least first; as of now
    bool known = false;                      ///< looked at; most never are
    bool suits = false;
    std::vector<NodeCharge> charges = {};
};

/// What a rack still has of its own; the rest is in the bearings.
struct Room {
    const Rack *rack = nullptr;
    HuMask free;
    std::vector<Sockets> sockets;
    std::vector<std::vector<Plugging>> pluggings; ///< by request
    std::vector<NodeCharge> weight, heat;         ///< of one unit of each, on what limits it
    bool massUnknown = false, heatUnknown = false;
    std::vector<bool> takes; ///< by request: as far as is known
};

class Filler {
public:
    Filler(const Estate &estate, Day day, std::stop_token stop)
        : m_estate(estate)
        , m_mix(referenceMix(estate.snapshot().policy))
        , m_during{day, day.plus(1)}
        , m_stop(std::move(stop)) {
        m_filling.bearings = bearingsOn(estate, day);
        for (const auto &rack : estate.racks()) {
            if (rack.during.contains(day)) {
                m_rooms.push_back(roomOf(rack));
            }
        }
    }

    Filling fill() {
        const auto order = sequence(m_mix);
        for (bool any = true; any;) {
            any = false;
            for (const auto request : order) {
                for (auto &room : m_rooms) {
                    if (m_stop.stop_requested()) {
                        m_filling.cancelled = true;
                        return std::move(m_filling);
                    }
                    // What a rack does not take now it never will: nothing comes free.
                    room.takes[request] = room.takes[request] && place(room, request);
                    any = any || room.takes[request];
                }
            }
        }
        for (auto &room : m_rooms) {
            m_filling.racks.push_back(why(room));
        }
        return std::move(m_filling);
    }

private:
    Room roomOf(const Rack &rack) const {
        Room room;
        room.rack = &rack;
        room.takes.assign(m_mix.size(), true);
        const auto &snapshot = m_estate.snapshot();
        const auto boxes = m_estate.boxes(rack.id);
        room.free =
            freeUnits(rack, boxes, boxAt(m_mix[0].item, rack, snapshot.policy, {}, u"front"_qs, u"full"_qs, m_during));
        for (const auto &bank : m_estate.banks(rack.id)) {
            Sockets sockets{bank.node, bank.outlets[0].outlet, bank.phase, nullptr, {}};
            sockets.another = bank.outlets.size() > 1 ? bank.outlets[1].outlet : nullptr;
            for (const auto &outlet : std::views::reverse(bank.outlets)) {
                if (outletFree(m_estate, outlet.id(), m_during)) {
                    sockets.free.push_back(outlet.id());
                }
            }
            room.sockets.push_back(std::move(sockets));
        }
        const auto limitedBy = [](std::vector<NodeCharge> &by, int node) {
            if (const auto charge = chargeOn(node, 1)) {
                by.push_back(*charge);
            }
        };
        limitedBy(room.weight, m_estate.massNode(rack.id));
        room.massUnknown = room.weight.empty();
        limitedBy(room.weight, m_estate.floorNode(rack.id));
        limitedBy(room.heat, m_estate.heatNode(rack.id));
        room.heatUnknown = room.heat.empty();
        limitedBy(room.heat, m_estate.zoneNode(rack.id));
        for (const auto &request : m_mix) {
            room.pluggings.push_back(pluggingsOf(room, request.item));
        }
        return room;
    }

    /// Every two sockets into which the plugs go.
    std::vector<Plugging> pluggingsOf(const Room &room, const Envelope &item) const {
        std::vector<Plugging> found;
        const auto suits = [&](const Sockets &sockets) {
            return outletSuits(m_estate.snapshot(), *sockets.like, item);
        };
        for (std::size_t i = 0; i < room.sockets.size(); ++i) {
            for (std::size_t j = i; suits(room.sockets[i]) && j < room.sockets.size(); ++j) {
                const auto &a = room.sockets[i];
                const auto &b = room.sockets[j];
                if (suits(b) && (i != j || a.another)) {
                    found.push_back({i, j, a.like->phases == b.like->phases});
                }
            }
        }
        return found;
    }

    /// What it puts where; nullptr: the rules want other outlets.
    const std::vector<NodeCharge> *chargesOf(const Room &room, std::size_t request, Plugging &plugging) const {
        if (!plugging.known) {
            const auto &item = m_mix[request].item;
            const auto &a = room.sockets[plugging.first];
            const auto &b = room.sockets[plugging.second];
            const auto *other = plugging.first == plugging.second ? a.another : b.like;
            Booking booking;
            booking.item = item;
            booking.rack = room.rack->id;
            booking.during = m_during;
            booking.cords = {cord(a, a.like->id), cord(b, other->id)};
            plugging.known = true;
            plugging.suits = cordMisfits(m_estate, booking).empty();
            if (plugging.suits) {
                plugging.charges = powerCharges(m_estate, *item.draw, item.powerFactorPermille, booking.cords);
            }
        }
        return plugging.suits ? &plugging.charges : nullptr;
    }

    Cord cord(const Sockets &sockets, OutletId outlet) const {
        return {m_estate.node(sockets.node).id, outlet, sockets.like->phases};
    }

    /// Those of which there still are outlets, the best first: both cords on the same phase, then where less is on it.
    std::vector<Plugging *> choices(Room &room, std::size_t request) const {
        std::vector<Plugging *> open;
        for (auto &plugging : room.pluggings[request]) {
            const auto needed = plugging.first == plugging.second ? 2U : 1U;
            if (room.sockets[plugging.first].free.size() >= needed && !room.sockets[plugging.second].free.empty()) {
                plugging.rank = {!plugging.samePhase,
                                 onPhase(room.sockets[plugging.first]) + onPhase(room.sockets[plugging.second])};
                open.push_back(&plugging);
            }
        }
        std::ranges::stable_sort(open, {}, &Plugging::rank);
        return open;
    }
    std::int64_t onPhase(const Sockets &sockets) const {
        return m_filling.bearings[sockets.node].normal.*sockets.phase;
    }

    const NodeCharge *refusing(const std::vector<NodeCharge> &charges) const {
        const auto refused = std::ranges::find_if(
            charges, [this](const NodeCharge &charge) { return !m_filling.bearings[charge.node].admits(charge); });
        return refused == charges.end() ? nullptr : &*refused;
    }
    static std::vector<NodeCharge> times(std::vector<NodeCharge> charges, std::int64_t amount) {
        for (auto &charge : charges) {
            charge.normal.main = amount;
        }
        return charges;
    }
    static HuMask starts(const Room &room, const Envelope &item) {
        return room.free.runs(item.height.halfUnits) & HuMask::wholeUnits();
    }

    bool place(Room &room, std::size_t request) {
        const auto &item = m_mix[request].item;
        const auto at = starts(room, item);
        const auto weight = times(room.weight, item.weight->grams);
        const auto heat = times(room.heat, heatToAir(item).milliwatts);
        if (at.none() || room.massUnknown || room.heatUnknown || refusing(weight) || refusing(heat)) {
            return false;
        }
        const auto open = choices(room, request);
        const auto chosen = std::ranges::find_if(open, [&](Plugging *plugging) {
            const auto *charges = chargesOf(room, request, *plugging);
            return charges && !refusing(*charges);
        });
        if (chosen == open.end()) {
            return false;
        }
        const auto &plugging = **chosen;
        for (const auto *charges : {&weight, &heat, &plugging.charges}) {
            for (const auto &charge : *charges) {
                m_filling.bearings[charge.node].add(charge);
            }
        }
        const int bottom = at.next(0);
        room.free &= ~HuMask::range(bottom, bottom + item.height.halfUnits);
        Filled filled{room.rack->id, request, {bottom}, {}};
        for (const auto index : {plugging.first, plugging.second}) {
            auto &sockets = room.sockets[index];
            filled.cords.push_back(cord(sockets, sockets.free.back()));
            sockets.free.pop_back();
        }
        m_filling.placed.push_back(std::move(filled));
        return true;
    }

    /// All that is short for one request.
    std::vector<Binding> shortFor(Room &room, std::size_t request) const {
        const auto &item = m_mix[request].item;
        std::vector<Binding> found;
        const auto add = [&](Resource resource, bool unknown, const std::vector<NodeCharge> &charges) {
            if (unknown) {
                found.push_back({resource, -1});
            }
            for (const auto &charge : charges) {
                if (!m_filling.bearings[charge.node].admits(charge)) {
                    found.push_back({resource, charge.node});
                }
            }
        };
        if (starts(room, item).none()) {
            found.push_back({Resource::Space, -1});
        }
        // Of all ways to plug it in, the one that lacks least; where no outlets are left, as if they were.
        const auto open = choices(room, request);
        std::optional<std::vector<Binding>> power;
        const auto look = [&](Plugging &plugging) {
            const auto *charges = power && power->empty() ? nullptr : chargesOf(room, request, plugging);
            if (charges) {
                const auto others = std::exchange(found, {});
                add(Resource::Power, false, *charges);
                if (!power || found.size() < power->size()) {
                    power = found;
                }
                found = others;
            }
            return charges != nullptr;
        };
        bool pluggable = false;
        for (auto *plugging : open) {
            pluggable = look(*plugging) || pluggable;
        }
        if (!pluggable) {
            std::ranges::for_each(room.pluggings[request], look);
        }
        if (power) {
            found.insert(found.end(), power->begin(), power->end());
        }
        add(Resource::Mass, room.massUnknown, times(room.weight, item.weight->grams));
        add(Resource::Heat, room.heatUnknown, times(room.heat, heatToAir(item).milliwatts));
        if (!pluggable) {
            found.push_back({Resource::Outlets, -1});
        }
        return found;
    }

    FullRack why(Room &room) const {
        std::vector<Binding> least;
        for (std::size_t request = 0; request < m_mix.size(); ++request) {
            auto found = shortFor(room, request);
            if (request == 0 || found.size() < least.size()) {
                least = std::move(found);
            }
        }
        return {room.rack->id, least.front(), least.size() == 1};
    }

    const Estate &m_estate;
    std::vector<ReferenceRequest> m_mix;
    Period m_during;
    std::stop_token m_stop;
    std::vector<Room> m_rooms;
    Filling m_filling;
};

using Amounts = std::array<std::int64_t, resourceCount>; ///< by Resource

/// What was placed in each rack.
std::unordered_map<RackId, Amounts> amountsOf(const Filling &filling, const std::vector<ReferenceRequest> &mix) {
    std::unordered_map<RackId, Amounts> amounts;
    for (const auto &filled : filling.placed) {
        const auto &item = mix[filled.request].item;
        auto &sum = amounts[filled.rack];
        sum[static_cast<std::size_t>(Resource::Space)] += item.height.halfUnits;
        sum[static_cast<std::size_t>(Resource::Power)] += item.draw->milliwatts;
        sum[static_cast<std::size_t>(Resource::Mass)] += item.weight->grams;
        sum[static_cast<std::size_t>(Resource::Heat)] += item.draw->milliwatts;
        sum[static_cast<std::size_t>(Resource::Outlets)] += std::ssize(filled.cords);
        sum[static_cast<std::size_t>(Resource::Apparent)] += item.draw->milliwatts * 1000 / item.powerFactorPermille;
        sum[static_cast<std::size_t>(Resource::Floor)] += item.weight->grams;
    }
    return amounts;
}

/// Of all racks of a place.
struct Stranding {
    Amounts placed{};
    std::map<Binding, std::pair<std::int64_t, int>> why; ///< stranded half units, racks
};

} // namespace

std::vector<ReferenceRequest> referenceMix(const Policy &policy) {
    std::vector<ReferenceRequest> mix;
    for (const auto &item : policy.referenceMix) {
        mix.push_back({server(item.height, item.draw, item.weight), item.times});
    }
    return mix;
}

Filling fillUp(const Estate &estate, Day day, std::stop_token stop) {
    return Filler(estate, day, std::move(stop)).fill();
}

EstateCapacity estateCapacityOn(const Estate &estate, Day day, std::stop_token stop) {
    const auto before = bearingsOn(estate, day);
    EstateCapacity capacity{levelsOf(estate, capacityOn(estate, day), before), nodesOf(estate, before, day), false};
    const auto filling = fillUp(estate, day, std::move(stop));
    if (filling.cancelled) {
        return {{}, {}, true};
    }
    for (auto &node : capacity.nodes) {
        const auto &full = filling.bearings[node.node];
        node.stranded = node.of.total ? full.left(estate.snapshot().policy.powerFactorPermille) : 0;
        for (std::size_t i = 0; node.resource == Resource::Power && i < node.strandedPhases.size(); ++i) {
            node.strandedPhases[i] = full.wholeOf(i + 1) ? full.leftOf(i + 1) : 0;
        }
    }
    const auto placed = amountsOf(filling, referenceMix(estate.snapshot().policy));
    std::map<Place, Stranding> places;
    for (const auto &level : capacity.levels) {
        if (level.place.level != Level::Rack) {
            break;
        }
        const auto own = placed.find(level.place.rack);
        const auto amounts = own == placed.end() ? Amounts{} : own->second;
        const auto full = std::ranges::lower_bound(filling.racks, level.place.rack, {}, &FullRack::rack);
        for (const auto &place : placesOf(estate, level.place.rack)) {
            auto &stranding = places[place];
            std::ranges::transform(stranding.placed, amounts, stranding.placed.begin(), std::plus());
            auto &[halfUnits, racks] = stranding.why[full->binding];
            halfUnits += level.at(Resource::Space).free - amounts[0];
            ++racks;
        }
    }
    for (auto &level : capacity.levels) {
        const auto &stranding = places[level.place];
        for (std::size_t i = 0; i < resourceCount; ++i) {
            level.stranded[i] = std::max<std::int64_t>(level.of[i].free - stranding.placed[i], 0);
        }
        // The first of the greatest.
        level.binding = std::ranges::max_element(stranding.why, {}, [](const auto &w) { return w.second; })->first;
    }
    return capacity;
}

} // namespace polder
