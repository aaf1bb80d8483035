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

bool fits(const Estate &estate, Wanted wanted, RackId rack) {
    wanted.rack = rack;
    wanted.count = 1;
    wanted.best = 1;
    return !findSpace(estate, wanted).proposals.empty();
}

/// The days on which what this rack lacks may get less: something in the way goes, a sum falls, a limit changes.
std::set<Day> easings(const Estate &estate, const NoPlace &rack, Day after) {
    std::set<Day> days;
    const auto add = [&](Day day) {
        if (day > after && day < after.plus(daysAhead)) {
            days.insert(day);
        }
    };
    const auto addFalls = [&](Steps steps) {
        std::int64_t before = 0;
        for (const auto &step : steps) {
            if (step.level.main < before) {
                add(step.from);
            }
            before = step.level.main;
        }
    };
    for (const auto &shortfall : rack.shortfalls) {
        if (shortfall.rule == u"S1") {
            for (const auto &box : estate.boxes(rack.rack)) {
                add(box.during.until);
            }
            add(estate.rack(rack.rack)->during.from);
        } else if (shortfall.rule == u"P1") {
            for (const auto &outlet : estate.outlets(rack.rack)) {
                for (const auto &use : outlet.uses) {
                    add(use.during.until);
                }
            }
        } else if (const int node = estate.indexOf({static_cast<std::int32_t>(shortfall.node)}); node >= 0) {
            addFalls(estate.normal(node));
            for (const auto &failover : estate.failovers(node)) {
                addFalls(failover.extra.steps());
            }
            for (const auto &limit : estate.limits(node)) {
                add(limit.from);
            }
        }
    }
    return days;
}

std::optional<Day> laterStart(const Estate &estate, const Wanted &wanted, const NoPlace &rack) {
    std::size_t tried = 0;
    for (const Day day : easings(estate, rack, wanted.during.from)) {
        if (tried++ == startsTried) {
            break;
        }
        auto later = wanted;
        later.during.from = day;
        if (!wanted.during.openEnded()) {
            later.during.until = wanted.during.until.plus(day.number - wanted.during.from.number);
        }
        if (fits(estate, later, rack.rack)) {
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

std::optional<Power> lessDraw(const Estate &estate, const Wanted &wanted, RackId rack) {
    if (!wanted.item.draw) {
        return std::nullopt;
    }
    const auto less = fewestLess(wanted.item.draw->milliwatts, milliwattsPerStep, [&](std::int64_t milliwatts) {
        auto asked = wanted;
        asked.item.draw = Power{milliwatts};
        return fits(estate, asked, rack);
    });
    return less ? std::optional(Power{*less}) : std::nullopt;
}

std::optional<Mass> lessWeight(const Estate &estate, const Wanted &wanted, RackId rack) {
    if (!wanted.item.weight) {
        return std::nullopt;
    }
    const auto less = fewestLess(wanted.item.weight->grams, gramsPerStep, [&](std::int64_t grams) {
        auto asked = wanted;
        asked.item.weight = Mass{grams};
        return fits(estate, asked, rack);
    });
    return less ? std::optional(Mass{*less}) : std::nullopt;
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

bool lacksOnly(const NoPlace &rack, std::initializer_list<const char16_t *> rules) {
    return std::ranges::all_of(rack.shortfalls, [&](const Shortfall &shortfall) {
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
        miss.from = laterStart(estate, wanted, *rack);
        if (lacksOnly(*rack, {u"P2", u"P3", u"P4", u"P5", u"P6", u"C1", u"C2", u"G4"})) {
            miss.lessDraw = lessDraw(estate, wanted, rack->rack);
        }
        if (lacksOnly(*rack, {u"S3", u"S4", u"G4"})) {
            miss.lessWeight = lessWeight(estate, wanted, rack->rack);
        }
        if (lacksOnly(*rack, {u"S1"})) {
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

} // namespace polder
