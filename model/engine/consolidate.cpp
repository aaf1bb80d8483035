#include "model/engine/consolidate.h"

#include "model/engine/checks.h"
#include "model/engine/whatif.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>

namespace polder {

namespace {

constexpr int patience = 20;

/// A rack of the rooms, with what of it can move.
struct Stand {
    RackId rack;
    std::vector<PlacementId> devices;
    bool inUse = false;
    bool canBeEmpty = false;
};

bool isOccupied(const Estate &estate, RackId rack, Day from) {
    const auto later = [from](const auto &row) { return row.during.until > from; };
    return std::ranges::any_of(estate.boxes(rack),
                               [&](const OccupiedBox &box) { return !box.blocked && later(box); }) ||
           std::ranges::any_of(estate.snapshot().slotUse.rowsOf(rack), later);
}

std::vector<Stand> standsIn(const Estate &estate, std::span<const RoomId> rooms, Day from) {
    const auto &snapshot = estate.snapshot();
    std::set<EquipmentId> chassis;
    for (const auto &placement : snapshot.placements) {
        if (placement.chassis && stands(placement, snapshot)) {
            chassis.insert(placement.chassis);
        }
    }
    std::map<RackId, Stand> racks;
    for (const auto &rack : estate.racks()) {
        if (std::ranges::find(rooms, rack.room) != rooms.end() && rack.during.until > from) {
            racks[rack.id] = {rack.id, {}, isOccupied(estate, rack.id, from), false};
        }
    }
    std::map<EquipmentId, int> placesOf;
    for (const auto &placement : snapshot.placements) {
        placesOf[placement.equipment] += stands(placement, snapshot) && placement.during.until > from;
    }
    std::vector<PlacementId> all;
    for (const auto &placement : snapshot.placements) {
        const auto rack = racks.find(placement.rack);
        const bool moves = rack != racks.end() && stands(placement, snapshot) && placement.during.until > from &&
                           placement.position && !placement.slot && !placement.contested &&
                           snapshot.equipment.find(placement.equipment) && !chassis.contains(placement.equipment) &&
                           placesOf[placement.equipment] == 1;
        if (moves) {
            rack->second.devices.push_back(placement.id);
            all.push_back(placement.id);
        }
    }
    const Estate bare = withoutPlacements(estate, all);
    std::vector<Stand> found;
    for (auto &[id, stand] : racks) {
        stand.canBeEmpty = stand.inUse && !isOccupied(bare, id, from);
        found.push_back(std::move(stand));
    }
    return found;
}

/// How many of these, the largest first, have room for what the others do not take.
int fewest(std::vector<std::int64_t> rooms, std::int64_t needed) {
    std::ranges::sort(rooms, std::greater());
    int count = 0;
    for (auto room = rooms.begin(); room != rooms.end() && needed > 0; ++room, ++count) {
        needed -= *room;
    }
    return count;
}

/// No plan leaves fewer racks in use.
int racksBound(const Estate &estate, const std::vector<Stand> &stands, Day from) {
    const auto &snapshot = estate.snapshot();
    std::vector<PlacementId> moving;
    int fixed = 0;
    for (const auto &stand : stands) {
        fixed += stand.inUse && !stand.canBeEmpty;
        moving.insert(moving.end(), stand.devices.begin(), stand.devices.end());
    }
    // What stays in a rack that stays in use needs no place there: it is taken as moving too, and has its own back.
    const Estate bare = withoutPlacements(estate, moving);
    std::int64_t volume = 0, mass = 0, heat = 0;
    for (const auto id : moving) {
        const auto &placement = *snapshot.placements.find(id);
        if (!placement.during.contains(from)) {
            continue;
        }
        const auto item = envelopeOf(*snapshot.equipment.find(placement.equipment), placement, snapshot);
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const auto &stand : stands) {
            const auto box = boxAt(item, *estate.rack(stand.rack), snapshot.policy, {}, u"front"_qs, placement.half,
                                   placement.during);
            least =
                std::min<std::int64_t>(least, std::int64_t{box.huUntil - box.huFrom} *
                                                  (box.depthUntil - box.depthFrom) * (box.widthUntil - box.widthFrom));
        }
        volume += least;
        mass += item.weight ? item.weight->grams : 0;
        heat += item.draw ? item.draw->milliwatts : 0;
    }
    std::vector<std::int64_t> volumes, masses, heats;
    for (const auto &stand : stands) {
        const auto &rack = *estate.rack(stand.rack);
        if (!rack.during.contains(from)) {
            continue;
        }
        // "Never worse": what a rack carries already it may carry, also above its limit, or where that is not known.
        std::int64_t ownMass = 0, ownHeat = 0;
        for (const auto id : stand.devices) {
            const auto &placement = *snapshot.placements.find(id);
            if (placement.during.contains(from)) {
                const auto item = envelopeOf(*snapshot.equipment.find(placement.equipment), placement, snapshot);
                ownMass += item.weight ? item.weight->grams : 0;
                ownHeat += item.draw ? item.draw->milliwatts : 0;
            }
        }
        const std::array<std::int64_t, 3> rooms{freeVolume(bare, rack, from),
                                                std::max(leftOn(bare, bare.massNode(rack.id), from), ownMass),
                                                std::max(leftOn(bare, bare.heatNode(rack.id), from), ownHeat)};
        if (stand.inUse && !stand.canBeEmpty) {
            volume -= rooms[0];
            mass -= rooms[1];
            heat -= rooms[2];
        } else {
            volumes.push_back(rooms[0]);
            masses.push_back(rooms[1]);
            heats.push_back(rooms[2]);
        }
    }
    return fixed + std::max({fewest(volumes, volume), fewest(masses, mass), fewest(heats, heat)});
}

int movesBound(const std::vector<Stand> &stands, int emptied) {
    std::vector<int> devices;
    for (const auto &stand : stands) {
        if (stand.canBeEmpty) {
            devices.push_back(static_cast<int>(stand.devices.size()));
        }
    }
    std::ranges::sort(devices);
    devices.resize(std::min(devices.size(), static_cast<std::size_t>(std::max(emptied, 0))));
    int sum = 0;
    for (const int count : devices) {
        sum += count;
    }
    return sum;
}

/// One place after the other, as a whole plan would book them.
class Moving {
public:
    Moving(std::shared_ptr<const Estate> estate, Day from) : m_estate(std::move(estate)), m_from(from) {}

    [[nodiscard]] const std::shared_ptr<const Estate> &estate() const { return m_estate; }
    [[nodiscard]] const std::vector<RackMove> &moves() const { return m_moves; }

    /// Into the best of these racks in which the whole verdict admits it; false: there is none.
    bool move(PlacementId id, RackId rack, const std::set<RackId> &targets) {
        const auto &snapshot = m_estate->snapshot();
        const auto &before = *snapshot.placements.find(id);
        const auto &device = *snapshot.equipment.find(before.equipment);
        const Estate others = withoutPlacements(*m_estate, std::array{id});
        Wanted wanted;
        wanted.item = envelopeOf(device, before, snapshot);
        wanted.during = {std::max(before.during.from, m_from), before.during.until};
        wanted.owner = device.owner;
        auto wishes = wishesOf(requestOf(device, snapshot), others.snapshot());
        std::erase(wishes.beside, rack); // what is in the same rack goes too
        wanted.together = wishes.together;
        wanted.apart = wishes.apart;
        wanted.beside = std::move(wishes.beside);
        // As if it were new, the best few first; then all, and with what it may load again ("never worse").
        for (const bool again : {false, true}) {
            wanted.best = again ? others.racks().size() : 32;
            wanted.replacing = again ? std::vector{id} : std::vector<PlacementId>();
            for (const auto &proposal : findSpace(again ? *m_estate : others, wanted).proposals) {
                if (!targets.contains(proposal.rack)) {
                    continue;
                }
                auto after = before;
                const auto place = heldAt(proposal, device.id, wanted.during);
                after.during = place.during;
                after.rack = place.rack;
                after.position = place.position;
                after.face = place.face;
                after.half = place.half;
                after.outlets = place.outlets;
                after.nodes.clear();
                auto booking = bookingOf(after, device, snapshot);
                booking.replaces = id;
                if (checkBooking(others, *m_estate, booking).empty()) {
                    after.id = {snapshot.placements[snapshot.placements.size() - 1].id.value + 1};
                    m_moves.push_back({id, rack, {device, after}});
                    m_estate = std::make_shared<const Estate>(
                        withPlacements(others, std::array{endedOn(device, before, m_from), Addition{device, after}}));
                    return true;
                }
            }
        }
        return false;
    }

    static RequestId requestOf(const Equipment &device, const Snapshot &snapshot) {
        const auto *line = snapshot.requestItems.find(device.requestItem);
        return line ? line->request : RequestId();
    }
    static Addition endedOn(const Equipment &device, Placement placement, Day from) {
        placement.during.until = from;
        placement.state = placement.during.empty() ? u"released"_qs : placement.state.text();
        return {device, placement};
    }

private:
    std::shared_ptr<const Estate> m_estate;
    std::vector<RackMove> m_moves;
    Day m_from;
};

/// What is tallest first; false: not all of the rack finds a place elsewhere, or it is over.
bool empty(Moving &moving, const Stand &stand, const std::set<RackId> &targets, const std::function<bool()> &over) {
    auto devices = stand.devices;
    const auto &snapshot = moving.estate()->snapshot();
    std::ranges::stable_sort(devices, std::greater(), [&](PlacementId id) {
        return snapshot.equipment.find(snapshot.placements.find(id)->equipment)->height;
    });
    return std::ranges::all_of(devices,
                               [&](PlacementId id) { return !over() && moving.move(id, stand.rack, targets); });
}

} // namespace

bool isSound(const Estate &estate, std::span<const RackMove> moves, Day from) {
    std::optional<Estate> later;
    for (const auto &move : moves) {
        const Estate &now = later ? *later : estate;
        const auto *before = now.snapshot().placements.find(move.placement);
        if (!before) {
            return false;
        }
        const Estate others = withoutPlacements(now, std::array{move.placement});
        auto booking = bookingOf(move.to.placement, move.to.equipment, now.snapshot());
        booking.replaces = move.placement;
        if (!checkBooking(others, now, booking).empty()) {
            return false;
        }
        later.emplace(withPlacements(others, std::array{Moving::endedOn(move.to.equipment, *before, from), move.to}));
    }
    return !later || std::ranges::all_of(moves, [&](const RackMove &move) {
        const auto request = Moving::requestOf(move.to.equipment, estate.snapshot());
        return unmet(wishesOf(request, later->snapshot()), *later) <=
               unmet(wishesOf(request, estate.snapshot()), estate);
    });
}

Consolidation consolidate(SnapshotPtr snapshot, std::span<const RoomId> rooms, Day from,
                          std::chrono::steady_clock::time_point until, std::stop_token stop) {
    const auto whole = std::make_shared<const Estate>(std::move(snapshot));
    const Estate &estate = *whole;
    const auto stands = standsIn(estate, rooms, from);
    Consolidation best;
    best.racksBefore = static_cast<int>(std::ranges::count_if(stands, &Stand::inUse));
    best.racksAfter = best.racksBefore;
    best.racksBound = std::min(racksBound(estate, stands, from), best.racksBefore);

    std::vector<const Stand *> order;
    for (const auto &stand : stands) {
        if (stand.canBeEmpty) {
            order.push_back(&stand);
        }
    }
    std::ranges::stable_sort(order, {}, [](const Stand *stand) { return stand->devices.size(); });
    std::mt19937 random(4711); // fixed: the same rooms get the same plan
    const auto over = [&] { return stop.stop_requested() || std::chrono::steady_clock::now() >= until; };
    int attempts = 0;
    for (int idle = 0; idle < patience && !best.isOptimal() && !over(); ++idle) {
        std::set<RackId> targets, receivers;
        // Every other time there is also a rack that is not in use: it may take what stands in two.
        std::vector<RackId> unused;
        for (const auto &stand : stands) {
            if (stand.inUse) {
                targets.insert(stand.rack);
            } else {
                unused.push_back(stand.rack);
            }
        }
        ++attempts;
        if (attempts % 2 == 0 && !unused.empty()) {
            targets.insert(unused[random() % unused.size()]);
        }
        // And now and then one rack fewer than the best so far takes all: what goes first does not choose one that has
        // to go too.
        if (attempts % 3 == 0) {
            const auto kept = std::max<std::ptrdiff_t>(best.racksAfter - 1 - (best.racksBefore - std::ssize(order)), 0);
            for (std::ptrdiff_t i = 0; i + kept < std::ssize(order); ++i) {
                targets.erase(order[static_cast<std::size_t>(i)]->rack);
            }
        }
        auto state = whole;
        Consolidation tried = best;
        tried.moves.clear();
        tried.emptied.clear();
        for (const auto *stand : order) {
            if (over() || receivers.contains(stand->rack)) {
                continue; // what has just come does not go again
            }
            targets.erase(stand->rack);
            Moving moving(state, from);
            if (!empty(moving, *stand, targets, over)) {
                targets.insert(stand->rack);
                continue;
            }
            state = moving.estate();
            for (const auto &move : moving.moves()) {
                receivers.insert(move.to.placement.rack);
                tried.moves.push_back(move);
            }
            tried.emptied.push_back(stand->rack);
        }
        const auto opened = std::ranges::count_if(
            stands, [&](const Stand &stand) { return !stand.inUse && receivers.contains(stand.rack); });
        tried.racksAfter = tried.racksBefore - static_cast<int>(tried.emptied.size()) + static_cast<int>(opened);
        const auto rank = [](const Consolidation &one) { return std::pair(one.racksAfter, one.moves.size()); };
        if (rank(tried) < rank(best)) {
            best = std::move(tried);
            idle = -1;
        }
        best.movesBound = movesBound(stands, best.racksBefore - best.racksAfter);
        std::shuffle(order.begin(), order.end(), random);
    }
    best.cancelled = stop.stop_requested();
    return best;
}

} // namespace polder
