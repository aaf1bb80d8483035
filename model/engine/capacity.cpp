#include "model/engine/capacity.h"

#include "model/engine/charges.h"
#include "model/engine/checks.h"
#include "model/engine/envelope.h"
#include "model/engine/humask.h"
#include "model/engine/slots.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace polder {

namespace {

/// What is held in one rack, as far as the viewer sees it.
struct Held {
    std::vector<std::pair<int, int>> units; ///< half units of each, from and until
    std::int64_t milliwatts = 0;
    std::int64_t millivoltamperes = 0;
    std::int64_t grams = 0;
    std::unordered_set<OutletId> outlets;
};

std::int64_t phasesOf(const Load &load) {
    return load.l1 + load.l2 + load.l3;
}

std::unordered_map<RackId, Held> heldOn(const Estate &estate, Day day, bool apparent) {
    std::unordered_map<RackId, Held> held;
    const auto &snapshot = estate.snapshot();
    for (const auto &placement : snapshot.placements) {
        const auto *equipment =
            isHeldOn(placement, snapshot, day) ? snapshot.equipment.find(placement.equipment) : nullptr;
        if (!equipment) {
            continue;
        }
        for (const auto &here : standingsOf(snapshot, bookingOf(placement, *equipment, snapshot))) {
            if (!here.rack || !here.during.contains(day)) {
                continue;
            }
            auto &rack = held[here.rack];
            if (placement.position) {
                const int bottom = placement.position->halfUnits;
                rack.units.emplace_back(bottom, bottom + here.item.height.halfUnits);
            }
            rack.milliwatts += here.item.draw ? here.item.draw->milliwatts : 0;
            rack.grams += here.item.weight ? here.item.weight->grams : 0;
            rack.outlets.insert(placement.outlets.begin(), placement.outlets.end());
            if (!apparent || !here.item.draw) {
                continue;
            }
            for (const auto &charge :
                 powerCharges(estate, *here.item.draw, here.item.powerFactorPermille, here.cords)) {
                if (const auto of = estate.node(charge.node).rack) {
                    held[of].millivoltamperes += phasesOf(charge.normal);
                }
            }
        }
    }
    return held;
}

/// Where a device of some depth, half as wide as the rack, would still fit in front or behind: all the places of a
/// half unit that another box may have. Its cords take more than the smallest device does.
HuMask roomForMore(const Rack &rack, std::span<const OccupiedBox> boxes, const Policy &policy, Day day) {
    Envelope thin;
    thin.height = {1};
    thin.depth = Length{1};
    HuMask room;
    for (const auto &face : {u"front"_qs, u"rear"_qs}) {
        for (const auto &half : {u"left"_qs, u"right"_qs}) {
            room |= freeUnits(rack, boxes, boxAt(thin, rack, policy, {}, face, half, {day, day.plus(1)}));
        }
    }
    return room;
}

/// The half units in which nothing but what is held is.
HuMask onlyHeld(std::span<const OccupiedBox> boxes, std::span<const std::pair<int, int>> held, Day day) {
    std::array<int, HuMask::size + 1> begin{}, beginHeld{}; // how many more are in it than in the one below
    const auto add = [](auto &steps, int from, int until) {
        ++steps[static_cast<std::size_t>(std::clamp(from, 0, HuMask::size))];
        --steps[static_cast<std::size_t>(std::clamp(until, 0, HuMask::size))];
    };
    for (const auto &[from, until] : held) {
        add(beginHeld, from, until);
    }
    for (const auto &box : boxes) {
        if (!box.blocked && box.during.contains(day)) {
            add(begin, box.huFrom, box.huUntil);
        }
    }
    HuMask only;
    int all = 0, ofHeld = 0;
    for (int unit = 0; unit < HuMask::size; ++unit) {
        all += begin[static_cast<std::size_t>(unit)];
        ofHeld += beginHeld[static_cast<std::size_t>(unit)];
        if (ofHeld > 0 && all <= ofHeld) {
            only.cover(unit, unit + 1);
        }
    }
    return only;
}

Capacity spaceOf(const Rack &rack, std::span<const OccupiedBox> boxes, std::span<const std::pair<int, int>> held,
                 Day day, const Policy *partly) {
    HuMask blocked;
    HuMask occupied;
    for (const auto &box : boxes) {
        if (box.during.contains(day)) {
            (box.blocked ? blocked : occupied).cover(box.huFrom, box.huUntil);
        }
    }
    const auto all = HuMask::range(0, 2 * rack.units);
    // A half unit counts once: what stands there before what is held, and that before blocked. It is not free again
    // when the hold lapses.
    occupied &= all;
    blocked &= all & ~occupied;
    const auto heldOnly = held.empty() ? HuMask() : occupied & onlyHeld(boxes, held, day);
    Capacity space;
    space.total = all.count();
    space.blocked = blocked.count();
    space.held = heldOnly.count();
    space.used = occupied.count() - space.held;
    space.free = *space.total - space.blocked - space.held - space.used;
    if (partly && !occupied.none()) {
        space.partly = (occupied & roomForMore(rack, boxes, *partly, day)).count();
    }
    return space;
}

Capacity outletsOf(const Estate &estate, RackId rack, const std::unordered_set<OutletId> &held, Day day) {
    Capacity outlets;
    outlets.total = 0;
    for (const auto &outlet : estate.outlets(rack)) {
        if (!estate.node(outlet.node).during.contains(day)) {
            continue;
        }
        ++*outlets.total;
        const bool used = std::ranges::any_of(outlet.uses(), [day](auto &use) { return use.during.contains(day); });
        ++(!used ? outlets.free : held.contains(outlet.id()) ? outlets.held : outlets.used);
    }
    return outlets;
}

/// `held` is a part of the load.
Capacity loadOf(std::int64_t load, std::int64_t held, std::optional<std::int64_t> total) {
    Capacity capacity;
    capacity.total = total;
    capacity.held = std::min(held, load);
    capacity.used = load - capacity.held;
    capacity.free = std::max<std::int64_t>(total.value_or(0) - load, 0);
    return capacity;
}

std::int64_t loadOn(const Estate &estate, int node, Day day) {
    return node >= 0 ? estate.timeline(node).on(day).main : 0;
}

std::optional<std::int64_t> limitOn(const Estate &estate, int node, Day day) {
    const auto *limit = node >= 0 ? estate.limitOn(node, day) : nullptr;
    return limit ? limit->normalMain : std::nullopt;
}

std::optional<std::int64_t> lesser(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    return a && b ? std::min(*a, *b) : a ? a : b;
}

std::optional<std::int64_t> powerLimitOn(const Estate &estate, RackId rack, Day day) {
    auto least = limitOn(estate, estate.heatNode(rack), day);
    std::optional<std::int64_t> sideSum;
    int side = 0;
    for (const int node : estate.powerNodes(rack)) {
        if (estate.sideOf(node) != side) {
            least = lesser(least, sideSum);
            sideSum.reset();
            side = estate.sideOf(node);
        }
        const auto *limit = estate.limitOn(node, day);
        const auto number = limit ? limit->failoverMain ? limit->failoverMain : limit->normalMain : std::nullopt;
        if (number) {
            sideSum = sideSum.value_or(0) + *number;
        }
    }
    return lesser(least, sideSum);
}

/// The phases of the rack PDUs of each side together, and of those the least, as its power has it.
Capacity apparentOf(const Estate &estate, RackId rack, std::int64_t held, Day day) {
    std::int64_t load = 0;
    std::optional<std::int64_t> least, sideSum;
    int side = 0;
    for (const int node : estate.powerNodes(rack)) {
        if (estate.sideOf(node) != side) {
            least = lesser(least, sideSum);
            sideSum.reset();
            side = estate.sideOf(node);
        }
        load += phasesOf(estate.timeline(node).on(day));
        const auto *limit = estate.limitOn(node, day);
        const auto line = limit ? limit->failoverLine ? limit->failoverLine : limit->normalLine : std::nullopt;
        if (line) {
            sideSum = sideSum.value_or(0) + *line * estate.node(node).phases.size();
        }
    }
    return loadOf(load, held, lesser(least, sideSum));
}

} // namespace

Capacity &Capacity::operator+=(const Capacity &o) {
    if (o.total) {
        total = total.value_or(0) + *o.total;
    }
    blocked += o.blocked;
    used += o.used;
    held += o.held;
    free += o.free;
    partly += o.partly;
    return *this;
}

std::optional<int> Capacity::permilleTaken() const {
    if (!total || *total == 0) {
        return std::nullopt;
    }
    return static_cast<int>(1000 - free * 1000 / *total);
}

bool isHeldOn(const Placement &placement, const Snapshot &snapshot, Day day) {
    // Most have stood there long.
    return placement.during.contains(day) && placement.state != u"installed" &&
           (placement.state == u"held" || placement.state == u"delivered") && stands(placement, snapshot);
}

std::vector<RackCapacity> capacityOn(const Estate &estate, Day day, Detail detail) {
    const bool apart = detail == Detail::Held || detail == Detail::All;
    const auto held = apart ? heldOn(estate, day, detail == Detail::All) : std::unordered_map<RackId, Held>();
    const Held nothing;
    std::vector<RackCapacity> racks;
    racks.reserve(estate.racks().size());
    for (const auto &rack : estate.racks()) {
        if (!rack.during.contains(day)) {
            continue;
        }
        const auto found = held.find(rack.id);
        const Held &mine = found == held.end() ? nothing : found->second;
        auto &row = racks.emplace_back(RackCapacity{rack.id, {}, Resource::Space});
        const auto of = [&row](Resource resource) -> Capacity & { return row.of[static_cast<std::size_t>(resource)]; };
        const int heat = estate.heatNode(rack.id);
        const int mass = estate.massNode(rack.id);
        const auto draw = loadOn(estate, heat, day);
        const auto *partly = detail == Detail::All ? &estate.snapshot().policy : nullptr;
        of(Resource::Space) = spaceOf(rack, estate.boxes(rack.id), mine.units, day, partly);
        of(Resource::Power) = loadOf(draw, mine.milliwatts, powerLimitOn(estate, rack.id, day));
        of(Resource::Mass) = loadOf(loadOn(estate, mass, day), mine.grams, limitOn(estate, mass, day));
        if (detail == Detail::All) {
            of(Resource::Outlets) = outletsOf(estate, rack.id, mine.outlets, day);
        }
        if (detail == Detail::Loads || detail == Detail::All) {
            of(Resource::Heat) = loadOf(draw, mine.milliwatts, limitOn(estate, heat, day));
            of(Resource::Apparent) = apparentOf(estate, rack.id, mine.millivoltamperes, day);
            const int floor = estate.floorNode(rack.id);
            of(Resource::Floor) = loadOf(loadOn(estate, floor, day), mine.grams, limitOn(estate, floor, day));
        }
        row.binding = *std::ranges::max_element(
            resources, {}, [&row](Resource resource) { return row.at(resource).permilleTaken().value_or(0); });
    }
    return racks;
}

Capacities sumOf(std::span<const RackCapacity> racks) {
    Capacities sum;
    for (const auto &rack : racks) {
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += rack.of[i];
        }
    }
    return sum;
}

} // namespace polder
