#include "model/engine/failurework.h"

#include "model/engine/booking.h"
#include "model/engine/envelope.h"
#include "model/engine/slots.h"

#include <array>
#include <limits>

namespace polder {

void FailureSimulator::Work::gatherEquipment() {
    const auto &snapshot = m_estate.snapshot();
    for (const auto &placement : snapshot.placements) {
        const auto *equipment = stands(placement, snapshot) ? snapshot.equipment.find(placement.equipment) : nullptr;
        if (!equipment || !placement.during.overlaps(m_window)) {
            continue;
        }
        if (placement.chassis) {
            // What is in a chassis stands and hangs where that does.
            for (const auto &here : standingsOf(snapshot, bookingOf(placement, *equipment, snapshot))) {
                gather(placement, *equipment, here.item.draw, here.cords, here.rack, here.room, here.during);
            }
        } else if (!placement.outlets.empty() || !placement.nodes.empty()) {
            gather(placement, *equipment, drawOf(*equipment, placement, snapshot.policy),
                   polder::cordsOf(placement, snapshot), placement.rack, placement.room, placement.during);
        }
    }
    m_rounds.assign(m_supplied.size(), 0);
    orderCords();
}

void FailureSimulator::Work::gather(const Placement &placement, const Equipment &equipment, std::optional<Power> draw,
                                    const std::vector<Cord> &cords, RackId rack, RoomId room, Period when) {
    const auto &snapshot = m_estate.snapshot();
    const Period during = common(when, m_window);
    Supplied supplied{&placement, draw.value_or(Power{}), 950, {}, during, static_cast<int>(m_cords.size())};
    for (const auto &cord : cords) {
        if (const int leaf = m_estate.indexOf(cord.node); leaf >= 0) {
            m_cords.push_back({leaf, cord.phases});
            ++supplied.cords;
        }
    }
    if (supplied.cords == 0 || during.empty()) {
        m_cords.resize(m_cords.size() - static_cast<std::size_t>(supplied.cords));
        return;
    }
    supplied.powerFactorPermille = equipment.powerFactorPermille;
    supplied.neededClass = equipment.availabilityClass.value_or(0);
    supplied.zone = m_estate.zoneNode(rack, room);
    supplied.door = m_estate.heatNode(rack);
    if (const auto *model = snapshot.models.find(equipment.model)) {
        supplied.heatToWater = Power{std::int64_t{model->heatToWaterWatts.value_or(0)} * 1000};
    }
    const auto *item = snapshot.requestItems.find(equipment.requestItem);
    const auto *request = item ? snapshot.requests.find(item->request) : nullptr;
    supplied.wishedRedundant = request && request->wishRedundant.value_or(false);
    supplied.sharedDepth = sharedDepth(supplied, {});
    m_supplied.push_back(supplied);
}

void FailureSimulator::Work::orderCords() {
    m_cordsFrom.assign(m_estate.nodeCount() + 1, 0);
    for (const auto &cord : m_cords) {
        ++m_cordsFrom[static_cast<std::size_t>(m_tree.place(cord.leaf)) + 1];
    }
    for (std::size_t i = 1; i < m_cordsFrom.size(); ++i) {
        m_cordsFrom[i] += m_cordsFrom[i - 1];
    }
    m_suppliedByCord.resize(m_cords.size());
    auto next = m_cordsFrom;
    for (std::size_t i = 0; i < m_supplied.size(); ++i) {
        for (const auto &cord : cordsOf(m_supplied[i])) {
            auto &at = next[static_cast<std::size_t>(m_tree.place(cord.leaf))];
            m_suppliedByCord[static_cast<std::size_t>(at++)] = static_cast<int>(i);
        }
    }
}

void FailureSimulator::Work::gatherUnseen() {
    Period changing{Day::never(), Day::always()};
    const auto include = [&changing](Day day) {
        if (day != Day::always() && day != Day::never()) {
            changing = {std::min(changing.from, day), std::max(changing.until, day.plus(1))};
        }
    };
    for (std::size_t i = 0; i < m_estate.nodeCount(); ++i) {
        if (const Steps steps = m_estate.normal(static_cast<int>(i)); !steps.empty()) {
            include(steps.front().from);
            include(steps.back().from);
        }
    }
    for (const auto &supplied : m_supplied) {
        include(supplied.during.from);
        include(supplied.during.until);
    }
    m_unseen.assign(m_estate.nodeCount(), 0);
    if (changing.empty()) {
        return; // there is nothing at all
    }
    const Day from = std::max(m_window.from, changing.from);
    const Period counted{from, std::min(m_window.until, std::max(changing.until, from.plus(1)))};
    std::vector<std::int64_t> seen(m_estate.nodeCount(), 0);
    for (const auto &supplied : m_supplied) {
        const Period days = common(supplied.during, counted);
        forEachNodeAbove(supplied, {}, [&](int node) {
            seen[static_cast<std::size_t>(node)] +=
                loadAt(supplied, node, {}).main * (days.until.number - days.from.number);
        });
    }
    for (std::size_t i = 0; !counted.empty() && i < m_unseen.size(); ++i) {
        const int node = static_cast<int>(i);
        m_unseen[i] = isPower(m_estate, node) && integral(m_estate.normal(node), counted) > seen[i];
    }
}

void FailureSimulator::Work::gatherCooling() {
    for (const auto &unit : m_estate.snapshot().coolingUnits) {
        const int feed = m_estate.indexOf(unit.feed);
        m_units.push_back({feed < 0 ? -1 : m_tree.place(feed), &unit});
    }
    std::ranges::stable_sort(m_units, {}, &Unit::place);
}

void FailureSimulator::Work::judgeSources() {
    for (std::size_t i = 0; i < m_estate.nodeCount(); ++i) {
        const int node = static_cast<int>(i);
        if (!isPower(m_estate, node)) {
            continue;
        }
        NodeHeadroom least;
        double share = -1;
        for (const auto &failover : m_estate.failovers(node)) {
            const int source = m_estate.indexOf(failover.source);
            if (source < 0) {
                continue;
            }
            m_shifts.push_back({source, node});
            const auto judged = judge(node, failover.extra.steps());
            for (const auto &overload : judged.overloads) {
                m_sourceOverloads.push_back({source, overload});
            }
            if (judged.share > share) {
                share = judged.share;
                least = judged.least;
                least.failing = source;
            }
        }
        if (share >= 0) {
            m_headrooms.push_back(least);
        }
    }
    std::ranges::stable_sort(m_shifts, {}, &Shift::source);
    std::ranges::stable_sort(m_sourceOverloads, {}, &SourceOverload::source);
}

FailureSimulator::Work::Judged FailureSimulator::Work::judge(int node, Steps extra) const {
    Judged judged;
    std::array<std::optional<Overload>, quantities.size()> over;
    forEachStretch(m_estate, node, extra, m_window,
                   [&](Day day, const Load &normal, const Load &shifted, const NodeLimit *limit) {
                       for (std::size_t i = 0; i < quantities.size(); ++i) {
                           const auto quantity = quantities[i];
                           const std::int64_t load = normal.*quantity + shifted.*quantity;
                           if (shifted.*quantity <= 0 || load <= 0) {
                               continue;
                           }
                           LoadOnDay at{day, load, {}};
                           if (limit) {
                               at.limit = i == 0 ? limit->failoverMain : limit->failoverLine;
                               if (!at.limit) {
                                   continue; // not limited in it
                               }
                           }
                           const double share = at.limit.value_or(0) > 0
                                                    ? static_cast<double>(load) / static_cast<double>(*at.limit)
                                                    : std::numeric_limits<double>::infinity();
                           if (share > judged.share) {
                               judged.share = share;
                               judged.least = {node, -1, i, at};
                           }
                           if (load <= at.limit.value_or(0)) {
                               continue;
                           }
                           if (!over[i]) {
                               over[i] = Overload{node, i, at, at, false};
                           } else if (excess(at) > excess(over[i]->worst)) {
                               over[i]->worst = at;
                           }
                       }
                   });
    for (auto &overload : over) {
        if (overload) {
            judged.overloads.push_back(*overload);
        }
    }
    return judged;
}

} // namespace polder
