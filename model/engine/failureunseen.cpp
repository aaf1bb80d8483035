#include "model/engine/failurework.h"

namespace polder {

std::vector<Step> FailureSimulator::Work::unseenThrough(int node) {
    Changes seen;
    forEachSupplied(node, [&](int at) { addDuring(seen, supplied(at).during, loadAt(supplied(at), node, {})); });
    return combined(m_estate.normal(node), summedUp(std::move(seen)),
                    [](const Load &all, const Load &own) { return all - own; });
}

std::vector<Step> FailureSimulator::Work::unseenShift(int failing, int node) {
    const int source = m_tree.topmostApart(failing, node);
    const int fork = m_estate.indexOf(m_estate.node(source).parent);
    const Roots roots(m_tree, {source});
    Changes seen;
    forEachSupplied(cordsBelow(source) < cordsBelow(node) ? source : node, [&](int at) {
        const auto &one = supplied(at);
        const auto cords = cordsOf(one);
        const bool dies = std::ranges::any_of(cords, [&](const LiveCord &cord) { return roots.kill(cord.leaf); });
        const bool lives = std::ranges::any_of(cords, [&](const LiveCord &cord) {
            return !roots.kill(cord.leaf) && m_tree.isBelow(cord.leaf, node) &&
                   (fork < 0 || m_tree.isBelow(cord.leaf, fork));
        });
        if (dies && lives) {
            addDuring(seen, one.during, shiftAt(one, node, roots));
        }
    });
    auto shift = combined(extraOf(m_estate, node, source), summedUp(std::move(seen)),
                          [](const Load &all, const Load &own) { return all - own; });
    if (source == failing) {
        return shift;
    }
    return combined(shift, unseenThrough(failing), [](const Load &most, const Load &through) {
        const std::int64_t lines = through.l1 + through.l2 + through.l3;
        return Load{std::min(most.main, through.main), std::min(most.l1, lines), std::min(most.l2, lines),
                    std::min(most.l3, lines)};
    });
}

UnseenLoad FailureSimulator::Work::unseenOf(const Roots &roots) {
    std::vector<Step> through; // main: all, l1: what has another path
    for (const int root : roots.nodes()) {
        if (!m_unseen[static_cast<std::size_t>(root)]) {
            continue;
        }
        through = combined(through, unseenThrough(root), [](const Load &sum, const Load &more) {
            return Load{sum.main + more.main, sum.l1, 0, 0};
        });
        const auto addElsewhere = [&](Steps steps, int sign) {
            through = combined(through, steps, [sign](const Load &sum, const Load &more) {
                return Load{sum.main, sum.l1 + sign * more.main, 0, 0};
            });
        };
        for (const auto &failover : m_estate.failovers(root)) {
            const int source = m_estate.indexOf(failover.source);
            if (source >= 0 && !roots.kill(source)) {
                addElsewhere(failover.extra.steps(), 1);
            }
        }
        Changes seen;
        forEachSupplied(root, [&](int at) { addSeenElsewhere(supplied(at), root, roots, seen); });
        addElsewhere(summedUp(std::move(seen)), -1);
    }
    UnseenLoad most;
    const auto offer = [&most](Day day, const Load &level) {
        const Power stopping{std::clamp<std::int64_t>(level.main - level.l1, 0, std::max<std::int64_t>(level.main, 0))};
        if (std::pair(stopping.milliwatts, level.main) > std::pair(most.stopping.milliwatts, most.through.milliwatts)) {
            most = {Power{level.main}, stopping, day};
        }
    };
    offer(m_window.from, levelOn(through, m_window.from));
    for (const auto &step : through) {
        if (step.from > m_window.from && step.from < m_window.until) {
            offer(step.from, step.level);
        }
    }
    return most;
}

void FailureSimulator::Work::addSeenElsewhere(const Supplied &one, int root, const Roots &roots, Changes &seen) const {
    std::vector<int> sources;
    for (const auto &cord : cordsOf(one)) {
        const int source = m_tree.topmostApart(cord.leaf, root);
        if (!m_tree.isBelow(cord.leaf, root) && !roots.kill(source) &&
            std::ranges::find(sources, source) == sources.end()) {
            sources.push_back(source);
            addDuring(seen, one.during, shiftAt(one, root, Roots(m_tree, {source})));
        }
    }
}

std::vector<CoolingLeft> FailureSimulator::Work::coolingLeft(const Failing &failing, const Roots &roots) {
    std::vector<const CoolingUnit *> stopped;
    for (const int root : roots.nodes()) {
        const auto [first, last] = m_tree.range(root);
        auto unit = std::ranges::lower_bound(m_units, first, {}, &Unit::place);
        for (; unit != m_units.end() && unit->place < last; ++unit) {
            stopped.push_back(unit->row);
        }
    }
    for (const auto id : failing.units) {
        if (const auto *row = m_estate.snapshot().coolingUnits.find(id)) {
            stopped.push_back(row);
        }
    }
    std::erase_if(stopped, [this](const CoolingUnit *unit) { return !unit->during.overlaps(m_window); });
    std::ranges::sort(stopped, {}, [](const CoolingUnit *unit) { return std::pair(unit->zone, unit->id); });
    stopped.erase(std::ranges::unique(stopped).begin(), stopped.end());
    std::vector<int> zones;
    std::vector<std::span<const CoolingUnit *const>> units; // of each
    for (std::size_t first = 0, next = 0; first < stopped.size(); first = next) {
        while (next < stopped.size() && stopped[next]->zone == stopped[first]->zone) {
            ++next;
        }
        if (const int zone = m_estate.indexOf(stopped[first]->zone); zone >= 0) {
            zones.push_back(zone);
            units.push_back(std::span(stopped).subspan(first, next - first));
        }
    }
    std::vector<CoolingLeft> left;
    auto gone = zones.empty() ? std::vector<Changes>() : heatThatStops(zones);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        left.push_back(coolingLeftAt(zones[i], units[i], summedUp(std::move(gone[i]))));
    }
    return left;
}

std::vector<Changes> FailureSimulator::Work::heatThatStops(const std::vector<int> &zones) {
    fillSlots(zones);
    std::vector<Changes> heat(zones.size());
    const auto add = [&](int zone, Period during, std::int64_t milliwatts) {
        const int slot = zone < 0 ? -1 : m_slots[static_cast<std::size_t>(zone)];
        if (slot >= 0 && milliwatts > 0) {
            addDuring(heat[static_cast<std::size_t>(slot)], during, {milliwatts, 0, 0, 0});
        }
    };
    for (const int at : m_down) {
        const auto &one = supplied(at);
        add(one.zone, one.during, one.draw.milliwatts - one.heatToWater.milliwatts);
        add(one.door, one.during, one.draw.milliwatts);
    }
    clearSlots(zones);
    return heat;
}

CoolingLeft FailureSimulator::Work::coolingLeftAt(int zone, std::span<const CoolingUnit *const> stopped,
                                                  Steps heatGone) const {
    CoolingLeft most{zone, {}, {}, {}, m_window.from, false};
    std::vector<const CoolingUnit *> running;
    std::vector<Day> days{m_window.from};
    for (const auto &unit : m_estate.snapshot().coolingUnits) {
        if (unit.zone != m_estate.node(zone).id || !unit.during.overlaps(m_window)) {
            continue;
        }
        days.insert(days.end(), {unit.during.from, unit.during.until});
        if (std::ranges::find(stopped, &unit) == stopped.end()) {
            running.push_back(&unit);
        } else {
            most.lost.push_back(unit.id);
        }
    }
    if (!m_estate.rules(zone) || m_estate.rules(zone)->dimension != Dimension::Heat) {
        return most; // it counts something else, and how much cools what nobody knows
    }
    const auto heat =
        combined(m_estate.normal(zone), heatGone, [](const Load &all, const Load &gone) { return all - gone; });
    std::ranges::transform(heat, std::back_inserter(days), &Step::from);
    std::ranges::sort(days);
    std::optional<std::int64_t> missing;
    for (const Day day : days) {
        const bool stops =
            std::ranges::any_of(stopped, [day](const CoolingUnit *unit) { return unit->during.contains(day); });
        if (!m_window.contains(day) || !stops) {
            continue;
        }
        std::optional<std::int64_t> left = 0;
        for (const auto *unit : running) {
            if (unit->during.contains(day)) {
                left = left && unit->sensible ? std::optional(*left + unit->sensible->milliwatts) : std::nullopt;
            }
        }
        const std::int64_t warm = levelOn(heat, day).main;
        if (!missing || warm - left.value_or(0) > *missing) {
            missing = warm - left.value_or(0);
            most.left = left ? std::optional(Power{*left}) : std::nullopt;
            most.heat = Power{warm};
            most.day = day;
        }
    }
    return most;
}

} // namespace polder
