#include "model/engine/nearmiss.h"

#include "model/engine/checks.h"
#include "model/engine/envelope.h"
#include "model/engine/fit.h"

#include <algorithm>
#include <set>

namespace polder {

namespace {

/// A later start is looked for within so many days, and on so many of them at most.
constexpr int daysAhead = 731;
constexpr std::size_t startsTried = 48;
/// So many racks are looked at for each near miss that is wanted.
constexpr std::size_t racksPerMiss = 8;

constexpr std::int64_t milliwattsPerStep = 1000;
constexpr std::int64_t gramsPerStep = 100;
constexpr std::int64_t millimetresPerStep = 10;

bool fits(const Estate &estate, Wanted wanted, RackId rack) {
    wanted.rack = rack;
    wanted.count = 1;
    wanted.best = 1;
    return !findSpace(estate, wanted).proposals.empty();
}

bool fitsOnFloor(const Estate &estate, Wanted wanted, RoomId room) {
    wanted.room = room;
    wanted.count = 1;
    wanted.best = 1;
    return !findFloor(estate, wanted).places.empty();
}

/// The days on which what is lacking may get less: something in the way goes, a sum falls, a limit changes.
class Easings {
public:
    Easings(const Estate &estate, Day after) : m_estate(estate), m_after(after) {}

    void add(Day day) {
        if (day > m_after && day < m_after.plus(daysAhead)) {
            m_days.insert(day);
        }
    }
    void addUses(std::span<const OutletUse> uses) {
        for (const auto &use : uses) {
            add(use.during.until);
        }
    }
    /// Of the node that is named, if it is one.
    void addNode(const Shortfall &shortfall) {
        const int node = m_estate.indexOf({static_cast<std::int32_t>(shortfall.node)});
        if (node < 0) {
            return;
        }
        addFalls(m_estate.normal(node));
        for (const auto &failover : m_estate.failovers(node)) {
            addFalls(failover.extra.steps());
        }
        for (const auto &limit : m_estate.limits(node)) {
            add(limit.from);
        }
    }
    [[nodiscard]] const std::set<Day> &days() const { return m_days; }

private:
    void addFalls(Steps steps) {
        std::int64_t before = 0;
        for (const auto &step : steps) {
            if (step.level.main < before) {
                add(step.from);
            }
            before = step.level.main;
        }
    }

    const Estate &m_estate;
    Day m_after;
    std::set<Day> m_days;
};

std::set<Day> easings(const Estate &estate, const NoPlace &rack, Day after) {
    Easings days(estate, after);
    for (const auto &shortfall : rack.shortfalls) {
        if (shortfall.rule == u"S1") {
            for (const auto &box : estate.boxes(rack.rack)) {
                days.add(box.during.until);
            }
            days.add(estate.rack(rack.rack)->during.from);
        } else if (shortfall.rule == u"P1") {
            for (const auto &outlet : estate.outlets(rack.rack)) {
                days.addUses(outlet.uses());
            }
        } else {
            days.addNode(shortfall);
        }
    }
    return days.days();
}

std::set<Day> easings(const Estate &estate, const NoFloor &room, Day after) {
    Easings days(estate, after);
    const auto &snapshot = estate.snapshot();
    for (const auto &shortfall : room.shortfalls) {
        if (shortfall.rule == u"S6") {
            for (const auto &shape : snapshot.floorOccupancy.rowsOf(room.room)) {
                days.add(shape.during.until);
            }
            for (const auto &rack : estate.racks()) {
                if (rack.room == room.room) {
                    days.add(rack.during.until);
                }
            }
        } else if (shortfall.rule == u"P1") {
            for (const auto &outlet : snapshot.outlets) {
                const auto *node = snapshot.nodes.find(outlet.node);
                if (node && node->room == room.room && !node->rack) {
                    days.addUses(snapshot.outletUse.rowsOf(outlet.id));
                }
            }
        } else {
            days.addNode(shortfall);
        }
    }
    return days.days();
}

/// The first of these days from which on it fits, for as many days.
template <typename Fits>
std::optional<Day> laterStart(const Wanted &wanted, const std::set<Day> &days, const Fits &fitsLater) {
    std::size_t tried = 0;
    for (const Day day : days) {
        if (tried++ == startsTried) {
            break;
        }
        auto later = wanted;
        later.during.from = day;
        if (!wanted.during.openEnded()) {
            later.during.until = wanted.during.until.plus(day.number - wanted.during.from.number);
        }
        if (fitsLater(later)) {
            return day;
        }
    }
    return std::nullopt;
}

/// How many steps less of a quantity make it fit: the fewest; what fits with some fits with less.
template <typename Fits>
std::optional<std::int64_t> fewestLess(std::int64_t quantity, std::int64_t step, const Fits &fitsWith) {
    std::int64_t most = (quantity - 1) / step; // something is left of it
    if (most < 1 || !fitsWith(quantity - most * step)) {
        return std::nullopt;
    }
    std::int64_t least = 0; // does not fit
    while (most - least > 1) {
        const auto middle = least + (most - least) / 2;
        (fitsWith(quantity - middle * step) ? most : least) = middle;
    }
    return most * step;
}

template <typename Fits>
std::optional<Power> lessDraw(const Wanted &wanted, const Fits &fitsWith) {
    const auto less = wanted.item.draw ? fewestLess(wanted.item.draw->milliwatts, milliwattsPerStep,
                                                    [&](std::int64_t milliwatts) {
                                                        auto asked = wanted;
                                                        asked.item.draw = Power{milliwatts};
                                                        return fitsWith(asked);
                                                    })
                                       : std::nullopt;
    return less ? std::optional(Power{*less}) : std::nullopt;
}

template <typename Fits>
std::optional<Mass> lessWeight(const Wanted &wanted, const Fits &fitsWith) {
    const auto less = wanted.item.weight
                          ? fewestLess(wanted.item.weight->grams, gramsPerStep,
                                       [&](std::int64_t grams) {
                                           auto asked = wanted;
                                           asked.item.weight = Mass{grams};
                                           if (asked.item.delivered.weight == wanted.item.weight) {
                                               asked.item.delivered.weight = Mass{grams}; // it comes without a crate
                                           }
                                           return fitsWith(asked);
                                       })
                          : std::nullopt;
    return less ? std::optional(Mass{*less}) : std::nullopt;
}

/// Both sides of the footprint.
template <typename Fits>
std::optional<Length> smaller(const Wanted &wanted, const Fits &fitsWith) {
    const auto &item = wanted.item;
    if (!item.bodyWidth || !item.depth) {
        return std::nullopt;
    }
    const int side = std::min(item.bodyWidth->mm, item.depth->mm);
    const auto less = fewestLess(side, millimetresPerStep, [&](std::int64_t left) {
        auto asked = wanted;
        asked.item.bodyWidth->mm -= side - static_cast<int>(left);
        asked.item.depth->mm -= side - static_cast<int>(left);
        return fitsWith(asked);
    });
    return less ? std::optional(Length{static_cast<int>(*less)}) : std::nullopt;
}

/// Half units of the rack that are free for a box like this one, when `gone` is not there.
HuMask freeWithout(const Estate &estate, const Rack &rack, const OccupiedBox &like, const OccupiedBox &gone) {
    HuMask free = freeUnits(rack, estate.boxes(rack.id), like);
    // What is there may be merged of several devices; its own part of it is free, and nothing else.
    free |= HuMask::range(gone.huFrom, gone.huUntil);
    return free;
}

HuMask startsIn(const HuMask &free, int height) {
    auto starts = free.runs(height);
    return height % 2 == 0 ? starts & HuMask::wholeUnits() : starts;
}

/// The device whose shortest way to another position makes room, if the space is all that is missing.
std::optional<NearMiss::Move> moveOfOne(const Estate &estate, const Wanted &wanted, RackId rackId) {
    const auto &snapshot = estate.snapshot();
    const auto *rack = estate.rack(rackId);
    const int height = wanted.item.height.halfUnits;
    if (!rack || height == 0 || wanted.item.halfWidth) {
        return std::nullopt;
    }
    Booking atFront;
    atFront.item = wanted.item;
    atFront.rack = rackId;
    if (!checkAirflow(estate, atFront).empty()) {
        return std::nullopt; // it stands at the rear
    }
    const auto asked = boxAt(wanted.item, *rack, snapshot.policy, {}, u"front"_qs, u"full"_qs, wanted.during);
    std::optional<NearMiss::Move> best;
    const auto distance = [](const NearMiss::Move &move) { return std::abs(move.from.halfUnits - move.to.halfUnits); };
    for (const auto &placement : snapshot.placements) {
        const auto *equipment = snapshot.equipment.find(placement.equipment);
        const bool alone = placement.rack == rackId && placement.position && !placement.contested && equipment &&
                           stands(placement, snapshot) && placement.face != u"rear" && placement.half == u"full" &&
                           placement.during.covers(wanted.during);
        if (!alone) {
            continue;
        }
        const auto item = envelopeOf(*equipment, placement, snapshot);
        const auto now =
            boxAt(item, *rack, snapshot.policy, *placement.position, placement.face, placement.half, placement.during);
        if (item.height.halfUnits == 0 || now.depthUntil != asked.depthUntil) {
            continue; // with another depth it may have neighbours behind it: not worth a riddle
        }
        const auto forAsked = freeWithout(estate, *rack, asked, now);
        const auto forMoved = freeWithout(estate, *rack, now, now);
        const auto starts = startsIn(forAsked, height);
        const auto targets = startsIn(forMoved, item.height.halfUnits);
        for (int bottom = starts.next(0); bottom < HuMask::size; bottom = starts.next(bottom + 1)) {
            for (int to = targets.next(0); to < HuMask::size; to = targets.next(to + 1)) {
                const NearMiss::Move move{placement.id, *placement.position, {to}};
                const bool apart = to + item.height.halfUnits <= bottom || bottom + height <= to;
                if (apart && to != now.huFrom && (!best || distance(move) < distance(*best))) {
                    best = move;
                }
            }
        }
    }
    return best;
}

bool lacksOnly(const std::vector<Shortfall> &shortfalls, std::initializer_list<const char16_t *> rules) {
    return std::ranges::all_of(shortfalls, [&](const Shortfall &shortfall) {
        return std::ranges::any_of(rules, [&](const char16_t *rule) { return shortfall.rule == rule; });
    });
}

} // namespace

std::vector<NearMiss> nearMisses(const Estate &estate, const Wanted &wanted, std::span<const NoPlace> refused,
                                 std::size_t count, std::stop_token stop) {
    std::vector<const NoPlace *> order;
    for (const auto &rack : refused) {
        order.push_back(&rack);
    }
    std::ranges::stable_sort(order, {}, [](const NoPlace *rack) { return rack->shortfalls.size(); });
    order.resize(std::min(order.size(), count * racksPerMiss));
    std::vector<NearMiss> found;
    for (const auto *rack : order) {
        if (found.size() == count || stop.stop_requested()) {
            break;
        }
        NearMiss miss;
        miss.rack = rack->rack;
        const auto fitsHere = [&](const Wanted &asked) { return fits(estate, asked, rack->rack); };
        miss.from = laterStart(wanted, easings(estate, *rack, wanted.during.from), fitsHere);
        if (lacksOnly(rack->shortfalls, {u"P2", u"P3", u"P4", u"P5", u"P6", u"C1", u"C2", u"G4"})) {
            miss.lessDraw = lessDraw(wanted, fitsHere);
        }
        if (lacksOnly(rack->shortfalls, {u"S3", u"S4", u"G4"})) {
            miss.lessWeight = lessWeight(wanted, fitsHere);
        }
        if (lacksOnly(rack->shortfalls, {u"S1"})) {
            miss.move = moveOfOne(estate, wanted, rack->rack);
        }
        if (miss.any()) {
            found.push_back(std::move(miss));
        }
    }
    // What can be done now comes before what has to be waited for.
    std::ranges::stable_sort(found, {}, [](const NearMiss &miss) {
        const bool now = miss.move || miss.lessDraw || miss.lessWeight;
        return std::pair(!now, miss.from.value_or(Day::never()));
    });
    return found;
}

std::vector<NearFloor> nearFloors(const Estate &estate, const Wanted &wanted, std::span<const NoFloor> refused,
                                  std::size_t count, std::stop_token stop) {
    std::vector<const NoFloor *> order;
    for (const auto &room : refused) {
        order.push_back(&room);
    }
    std::ranges::stable_sort(order, {}, [](const NoFloor *room) { return room->shortfalls.size(); });
    order.resize(std::min(order.size(), count * racksPerMiss));
    std::vector<NearFloor> found;
    for (const auto *room : order) {
        if (found.size() == count || stop.stop_requested()) {
            break;
        }
        const auto fitsHere = [&](const Wanted &asked) { return fitsOnFloor(estate, asked, room->room); };
        NearFloor miss;
        miss.room = room->room;
        miss.from = laterStart(wanted, easings(estate, *room, wanted.during.from), fitsHere);
        if (lacksOnly(room->shortfalls, {u"P2", u"P3", u"P4", u"P5", u"P6", u"C2", u"G4"})) {
            miss.lessDraw = lessDraw(wanted, fitsHere);
        }
        if (lacksOnly(room->shortfalls, {u"S4", u"S9", u"G4"})) {
            miss.lessWeight = lessWeight(wanted, fitsHere);
        }
        // A smaller one stands on less floor: that it presses harder is told by the tries themselves.
        if (lacksOnly(room->shortfalls, {u"S6"})) {
            miss.smaller = smaller(wanted, fitsHere);
            auto bare = wanted;
            bare.item.clearance = {};
            miss.withoutClearance = fitsHere(bare);
        }
        if (miss.any()) {
            found.push_back(std::move(miss));
        }
    }
    std::ranges::stable_sort(found, {}, [](const NearFloor &miss) {
        const bool now = miss.smaller || miss.lessDraw || miss.lessWeight || miss.withoutClearance;
        return std::pair(!now, miss.from.value_or(Day::never()));
    });
    return found;
}

} // namespace polder
