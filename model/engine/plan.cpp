#include "model/engine/plan.h"

#include "model/engine/checks.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <set>

namespace polder {

namespace {

/// So many orders without a better plan, and no other is tried.
constexpr int patience = 60;

/// Whether the search looks at every choice of outlets: as many as it tries, see cords.cpp.
bool looksEverywhere(const Estate &estate, int cords) {
    constexpr std::int64_t tries = 64;
    return std::ranges::all_of(estate.racks(), [&](const Rack &rack) {
        const auto banks = static_cast<std::int64_t>(estate.banks(rack.id).size());
        std::int64_t choices = 1;
        for (int cord = 0; cord < cords && choices <= 4 * tries; ++cord) {
            choices = choices * (banks + cord) / (cord + 1);
        }
        return choices <= (cords == 1 ? tries : 4 * tries);
    });
}

/// How many of these have to go so that the rest is no more than `room`: the largest ones.
int tooMany(std::vector<std::int64_t> sizes, std::int64_t room) {
    std::ranges::sort(sizes);
    auto fits = sizes.begin();
    for (std::int64_t sum = 0; fits != sizes.end() && (sum += *fits) <= room; ++fits) {
    }
    return static_cast<int>(sizes.end() - fits);
}

} // namespace

std::int64_t freeVolume(const Estate &estate, const Rack &rack, Day day) {
    std::int64_t taken = 0;
    for (int half = 0; half < 2 * rack.units; ++half) {
        for (int width = 0; width < 2; ++width) {
            std::vector<std::pair<int, int>> depths;
            for (const auto &box : estate.boxes(rack.id)) {
                if (box.during.contains(day) && box.huFrom <= half && half < box.huUntil && box.widthFrom <= width &&
                    width < box.widthUntil) {
                    depths.emplace_back(box.depthFrom, box.depthUntil);
                }
            }
            std::ranges::sort(depths);
            int until = 0;
            for (const auto &[from, to] : depths) {
                taken += std::max(to - std::max(from, until), 0);
                until = std::max(until, to);
            }
        }
    }
    return std::int64_t{4} * rack.units * rack.usableDepth.mm - taken;
}

std::int64_t leftOn(const Estate &estate, int node, Day day) {
    const auto *limit = node >= 0 ? estate.limitOn(node, day) : nullptr;
    if (!limit || !estate.lifeOf(node).contains(day)) {
        return 0;
    }
    constexpr std::int64_t plenty = std::int64_t{1} << 50;
    const auto used = levelOn(estate.normal(node), day).main;
    return limit->normalMain ? std::max<std::int64_t>(*limit->normalMain - used, 0) : plenty;
}

int Plan::missingPieces() const {
    return std::accumulate(missing.begin(), missing.end(), 0);
}

bool isSound(const Estate &estate, std::span<const Addition> pieces) {
    std::optional<Estate> later;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0) {
            later.emplace(withPlacements(later ? *later : estate, pieces.subspan(i - 1, 1)));
        }
        const Estate &now = later ? *later : estate;
        if (!checkBooking(now, now, bookingOf(pieces[i].placement, pieces[i].equipment, now.snapshot())).empty()) {
            return false;
        }
    }
    return true;
}

bool meetsWishes(const Estate &estate, std::span<const Addition> pieces) {
    const Estate later = withPlacements(estate, pieces);
    std::set<RequestId> requests;
    for (const auto &piece : pieces) {
        if (const auto *item = estate.snapshot().requestItems.find(piece.equipment.requestItem)) {
            requests.insert(item->request);
        }
    }
    return std::ranges::all_of(requests, [&](RequestId request) {
        return unmet(wishesOf(request, later.snapshot()), later) <= unmet(wishesOf(request, estate.snapshot()), estate);
    });
}

BatchPlanner::BatchPlanner(SnapshotPtr snapshot, std::vector<PlaceChange> items)
    : m_estate(std::move(snapshot))
    , m_items(std::move(items)) {
    for (const auto &item : m_items) {
        Wanted wanted;
        wanted.item = askedBy(item.item, m_estate.snapshot());
        wanted.during = item.during;
        wanted.owner = item.owner;
        wanted.site = item.site;
        wanted.rack = item.rack;
        auto wishes = wishesOf(item.item.request, m_estate.snapshot());
        wanted.together = wishes.together;
        wanted.apart = wishes.apart;
        wanted.beside = std::move(wishes.beside);
        const auto found = findSpace(m_estate, wanted);
        m_alone.push_back(!found.proposals.empty());
        m_proven.push_back(looksEverywhere(m_estate, wanted.item.cords.value_or(0)));
        m_best.missing.push_back(item.count);
        const auto *nearest = nearestOf(found.refused);
        m_best.reasons.push_back(nearest ? nearest->shortfalls : std::vector<Shortfall>());
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_bound += isHopeless(i) ? m_items[i].count : 0;
    }
    prove(leastMissing(), BoundFrom::Sums);
}

void BatchPlanner::prove(int bound, BoundFrom from) {
    if (bound > m_bound || (bound == m_bound && from == BoundFrom::Model)) {
        m_bound = bound;
        m_boundFrom = from;
    }
}

int BatchPlanner::leastMissing() const {
    int least = 0;
    for (const auto &item : m_items) {
        least = std::max(least, leastMissingOn(item.during.from));
    }
    return least;
}

/// Of what is there on this day: of the volume, the mass and the heat of all racks together, how many are too many.
int BatchPlanner::leastMissingOn(Day day) const {
    std::vector<std::int64_t> volumes, masses, heats;
    int never = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto &item = m_items[i];
        if (isHopeless(i)) {
            never += item.count;
            continue;
        }
        if (!item.during.contains(day)) {
            continue;
        }
        const auto asked = askedBy(item.item, m_estate.snapshot());
        std::int64_t deep = 0; // in the rack where it takes least
        for (const auto &rack : m_estate.racks()) {
            const auto box = boxAt(asked, rack, m_estate.snapshot().policy, {}, u"front"_qs,
                                   asked.halfWidth ? u"left"_qs : u"full"_qs, item.during);
            const std::int64_t here = box.depthUntil - box.depthFrom;
            deep = deep == 0 ? here : std::min(deep, here);
        }
        const auto add = [&](std::vector<std::int64_t> &sizes, std::int64_t size) {
            sizes.insert(sizes.end(), static_cast<std::size_t>(item.count), size);
        };
        add(volumes, deep * asked.height.halfUnits * (asked.halfWidth ? 1 : 2));
        add(masses, asked.weight ? asked.weight->grams : 0);
        add(heats, asked.draw ? asked.draw->milliwatts : 0);
    }
    std::int64_t volume = 0, mass = 0, heat = 0;
    for (const auto &rack : m_estate.racks()) {
        if (rack.during.contains(day)) {
            volume += freeVolume(m_estate, rack, day);
            mass += leftOn(m_estate, m_estate.massNode(rack.id), day);
            heat += leftOn(m_estate, m_estate.heatNode(rack.id), day);
        }
    }
    return never + std::max({tooMany(volumes, volume), tooMany(masses, mass), tooMany(heats, heat)});
}

/// As they came, then by what is hardest to place: the tallest, the most power, the heaviest, the longest, the first.
std::vector<BatchPlanner::Order> BatchPlanner::orders() const {
    Order given(m_items.size());
    std::iota(given.begin(), given.end(), std::size_t{0});
    std::vector<Envelope> asked;
    for (const auto &item : m_items) {
        asked.push_back(askedBy(item.item, m_estate.snapshot()));
    }
    std::vector<Order> all{given};
    const auto add = [&](auto &&key) {
        all.push_back(given);
        std::ranges::stable_sort(all.back(), {}, key);
    };
    add([&](std::size_t i) { return -asked[i].height.halfUnits; });
    add([&](std::size_t i) { return -asked[i].draw.value_or(Power{}).milliwatts; });
    add([&](std::size_t i) { return -asked[i].weight.value_or(Mass{}).grams; });
    add([&](std::size_t i) { return std::int64_t{m_items[i].during.from.number} - m_items[i].during.until.number; });
    add([&](std::size_t i) { return m_items[i].during.from; });
    add([&](std::size_t i) { return asked[i].draw.value_or(Power{}).milliwatts; });
    add([&](std::size_t i) { return asked[i].height.halfUnits; });
    return all;
}

/// The items that are wished together or apart with this one, itself among them.
std::vector<std::size_t> BatchPlanner::setOf(std::size_t item) const {
    const auto request = m_items[item].item.request;
    if (!wishesOf(request, m_estate.snapshot()).any()) {
        return {item};
    }
    std::vector<std::size_t> set;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].item.request == request) {
            set.push_back(i);
        }
    }
    return set;
}

/// False: it was over before all had their turn.
bool BatchPlanner::attempt(const Order &order, Plan &plan, const std::function<bool()> &over) const {
    Scenario scenario(m_estate.shared());
    plan.missing.assign(m_items.size(), 0);
    plan.reasons.assign(m_items.size(), {});
    bool whole = true;
    std::map<std::size_t, ChangeOutcome> known; // of what was placed with another item of its request
    const auto placeSet = [&](std::size_t first) {
        const auto set = setOf(first);
        std::vector<PlaceChange> changes;
        for (const auto i : set) {
            if (!m_alone[i] || known.contains(i)) {
                return; // one by one, as far as they go
            }
            changes.push_back(m_items[i]);
        }
        std::vector<ChangeOutcome> outcomes;
        if (changes.size() > 1 && scenario.placeSet(changes, outcomes)) {
            for (std::size_t i = 0; i < set.size(); ++i) {
                known[set[i]] = std::move(outcomes[i]);
            }
        }
    };
    std::set<std::size_t> tried;
    for (const auto i : order) {
        whole = whole && !over();
        if (whole && tried.insert(setOf(i).front()).second) {
            placeSet(i);
        }
        auto outcome = known.contains(i)     ? Result<ChangeOutcome>(known.at(i))
                       : whole && m_alone[i] ? scenario.apply(m_items[i])
                                             : Result<ChangeOutcome>(ChangeOutcome());
        if (!known.contains(i) && (!whole || !m_alone[i] || !outcome.ok())) {
            plan.missing[i] = m_items[i].count;
            plan.reasons[i] = m_best.reasons[i];
            continue;
        }
        plan.missing[i] = outcome->missing;
        plan.reasons[i] = std::move(outcome.value().crossed);
        for (const auto id : outcome->placed) {
            const auto &snapshot = scenario.estate().snapshot();
            const auto &placement = *snapshot.placements.find(id);
            plan.pieces.push_back({*snapshot.equipment.find(placement.equipment), placement});
            plan.of.push_back(i);
        }
    }
    return whole;
}

void BatchPlanner::search(std::chrono::steady_clock::time_point until, std::stop_token stop,
                          const PlanProgress &progress) {
    std::set<Order> tried;
    auto waiting = orders();
    std::mt19937 random(4711); // fixed: the same queue gets the same plan
    bool first = true;
    for (int idle = 0, next = 0; idle < patience && !m_items.empty() && !isOptimal(); ++idle) {
        const auto over = [&] {
            return stop.stop_requested() || (!first && std::chrono::steady_clock::now() >= until);
        };
        if (over()) {
            break;
        }
        Order order;
        if (next < std::ssize(waiting)) {
            order = waiting[static_cast<std::size_t>(next++)];
        } else {
            order = waiting.back();
            std::shuffle(order.begin(), order.end(), random);
            std::ranges::stable_partition(order, [&](std::size_t i) { return m_best.missing[i] > 0; });
        }
        if (!tried.insert(order).second) {
            continue;
        }
        Plan plan;
        const bool whole = attempt(order, plan, over);
        first = false;
        if (plan.missingPieces() < m_best.missingPieces() && isSound(m_estate, plan.pieces) &&
            meetsWishes(m_estate, plan.pieces)) {
            m_best = plan;
            idle = 0;
            if (progress) {
                progress(m_best.missingPieces(), m_bound);
            }
        }
        if (!whole) {
            break;
        }
        // What had no place gets the first choice the next time.
        auto squeaky = order;
        std::ranges::stable_partition(squeaky, [&](std::size_t i) { return plan.missing[i] > 0; });
        if (!tried.contains(squeaky)) {
            waiting.push_back(std::move(squeaky));
        }
    }
    m_cancelled = m_cancelled || stop.stop_requested();
}

bool BatchPlanner::offer(std::vector<Addition> pieces, std::vector<std::size_t> of) {
    if (!isSound(m_estate, pieces) || !meetsWishes(m_estate, pieces)) {
        return false;
    }
    Plan plan{std::move(pieces), std::move(of), {}, m_best.reasons};
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        plan.missing.push_back(m_items[i].count - static_cast<int>(std::ranges::count(plan.of, i)));
    }
    if (plan.missingPieces() < m_best.missingPieces()) {
        m_best = std::move(plan);
    }
    return true;
}

Estate BatchPlanner::planned() const {
    return withPlacements(m_estate, m_best.pieces);
}

} // namespace polder
