#include "model/engine/rackstates.h"

#include "model/engine/envelope.h"
#include "model/engine/humask.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace polder {

namespace {

struct Seen {
    std::set<OrganisationId> tenants;
    HuMask units;
};

std::unordered_map<RackId, Seen> seenOn(const Snapshot &snapshot, Day day) {
    std::unordered_map<RackId, Seen> seen;
    for (const Placement &placement : snapshot.placements) {
        const Equipment *equipment = placement.rack && placement.during.contains(day) && stands(placement, snapshot)
                                         ? snapshot.equipment.find(placement.equipment)
                                         : nullptr;
        if (!equipment) {
            continue;
        }
        Seen &here = seen[placement.rack];
        here.tenants.insert(equipment->owner);
        if (placement.position) {
            const int bottom = placement.position->halfUnits;
            here.units |= HuMask::range(bottom, bottom + equipment->height.halfUnits);
        }
    }
    return seen;
}

void keepMost(std::optional<int> &most, std::int64_t load, std::optional<std::int64_t> limit) {
    if (limit && *limit > 0) {
        most = std::max(most.value_or(0), static_cast<int>(std::min<std::int64_t>(load * 1000 / *limit, 100'000)));
    }
}

void lookAtPower(const Estate &estate, Day day, RackState &state) {
    std::set<int> looked;
    for (const int pdu : estate.powerNodes(state.rack())) {
        const auto side = static_cast<std::size_t>(estate.sideOf(pdu)) - 1; // by name, from 1; none is beyond the last
        const auto *own = estate.limitOn(pdu, day);
        if (own && side < state.sides.size()) {
            keepMost(state.sides[side], estate.timeline(pdu).on(day).main, own->normalMain);
        }
        for (const int node : estate.path(pdu)) {
            const auto *limit = looked.insert(node).second ? estate.limitOn(node, day) : nullptr;
            if (!limit) {
                continue;
            }
            const std::int64_t normal = estate.timeline(node).on(day).main;
            std::int64_t worst = normal;
            for (const Estate::Failover &failure : estate.failovers(node)) {
                worst = std::max(worst, normal + failure.extra.on(day).main);
            }
            keepMost(state.failover, worst, limit->failoverMain ? limit->failoverMain : limit->normalMain);
        }
    }
}

RackState::Air airOf(const Estate &estate, const Rack &rack) {
    const Aisle before = estate.aisle(rack.id, rack.airflow == u"rear-to-front"); // where it takes it in
    return before == Aisle::None   ? RackState::Air::Unknown
           : before == Aisle::Cold ? RackState::Air::Suits
                                   : RackState::Air::Against;
}

} // namespace

std::vector<RackState> rackStatesOn(const Estate &estate, RoomId room, Day day) {
    const auto seen = seenOn(estate.snapshot(), day);
    const Seen nothing;
    std::vector<RackState> states;
    for (const RackCapacity &capacity : capacityOn(estate, day)) {
        const Rack &rack = *estate.rack(capacity.rack);
        if (rack.room != room) {
            continue;
        }
        RackState state;
        state.capacity = capacity;
        lookAtPower(estate, day, state);
        state.air = airOf(estate, rack);
        const auto mine = seen.find(rack.id);
        const Seen &here = mine == seen.end() ? nothing : mine->second;
        state.tenants.assign(here.tenants.begin(), here.tenants.end());
        HuMask strange;
        for (const OccupiedBox &box : estate.boxes(rack.id)) {
            if (box.blocked || !box.during.contains(day)) {
                continue;
            }
            strange |= HuMask::range(box.huFrom, box.huUntil);
            if (!box.during.openEnded()) {
                state.nextEnd = std::min(state.nextEnd.value_or(Day::never()), box.during.until);
            }
        }
        state.strangers = !(strange & ~here.units).none();
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace polder
