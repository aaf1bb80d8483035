#include "model/engine/headroom.h"

#include <algorithm>
#include <limits>

namespace polder {

namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
constexpr Load noLimit{unlimited, unlimited, unlimited, unlimited};
/// A failure that shifts nothing here yet.
constexpr NodeId newSource{-1};

bool failureMatters(const Estate &estate, int node) {
    return estate.rules(node) && estate.rules(node)->failover;
}

Steps extraOf(const Estate &estate, int node, NodeId source) {
    const auto all = estate.failovers(node);
    const auto found = std::ranges::find(all, source, &Estate::Failover::source);
    return found == all.end() ? Steps() : found->extra;
}

/// Walks over the days of a period on which something may change: a load, or the limit.
class Walk {
public:
    /// What is used normally (source 0), or when this source fails.
    Walk(const Estate &others, const Estate &now, int node, NodeId source, Period during)
        : m_limits(others.limits(node))
        , m_there(others.node(node).during)
        , m_until(during.until)
        , m_same(&others == &now) {
        m_steps = {others.normal(node), source ? extraOf(others, node, source) : Steps()};
        if (!m_same) {
            m_steps[2] = now.normal(node);
            m_steps[3] = source ? extraOf(now, node, source) : Steps();
        }
        moveTo(during.from);
    }

    [[nodiscard]] bool atEnd() const { return m_day >= m_until; }
    [[nodiscard]] Day day() const { return m_day; }
    [[nodiscard]] Load others() const { return m_levels[0] + m_levels[1]; }
    /// Of what the others use, what this failure brings here.
    [[nodiscard]] const Load &shifted() const { return m_levels[1]; }
    [[nodiscard]] Load now() const { return m_same ? others() : m_levels[2] + m_levels[3]; }
    /// nullptr: unknown, also while the node itself is not there.
    [[nodiscard]] const NodeLimit *limit() const { return m_there.contains(m_day) ? m_limit : nullptr; }

    void advance() {
        Day next = m_limits.empty() ? Day::never() : m_limits.front().from;
        for (const Day edge : {m_there.from, m_there.until}) {
            next = edge > m_day ? std::min(next, edge) : next;
        }
        for (const auto &steps : m_steps) {
            next = steps.empty() ? next : std::min(next, steps.front().from);
        }
        moveTo(next);
    }

private:
    void moveTo(Day day) {
        m_day = day;
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            for (auto &steps = m_steps[i]; !steps.empty() && steps.front().from <= day; steps = steps.subspan(1)) {
                m_levels[i] = steps.front().level;
            }
        }
        for (; !m_limits.empty() && m_limits.front().from <= day; m_limits = m_limits.subspan(1)) {
            m_limit = &m_limits.front();
        }
    }

    std::array<Steps, 4> m_steps; ///< what is still to come: normal and extra of the others, then of today
    std::array<Load, 4> m_levels{};
    std::span<const NodeLimit> m_limits;
    const NodeLimit *m_limit = nullptr;
    Period m_there;
    Day m_day;
    Day m_until;
    bool m_same;
};

/// The capacity of one quantity; nullopt: unknown. `unlimited`: not limited in it.
std::optional<std::int64_t> capacityOf(const NodeLimit *limit, std::size_t quantity, bool failing) {
    if (!limit) {
        return std::nullopt;
    }
    const auto &number = quantity == 0 ? (failing ? limit->failoverMain : limit->normalMain)
                                       : (failing ? limit->failoverLine : limit->normalLine);
    return number.value_or(unlimited);
}

} // namespace

Headroom::Headroom(const Estate &others, const Estate &now, Period during)
    : m_others(others)
    , m_now(now)
    , m_during(during)
    , m_rooms(others.nodeCount()) {
}

Load Headroom::least(int node, NodeId source, bool everyDay) const {
    Load least = noLimit;
    const bool power = m_others.rules(node) && m_others.rules(node)->dimension == Dimension::Power;
    for (Walk walk(m_others, m_now, node, source, m_during); !walk.atEnd(); walk.advance()) {
        const Load others = walk.others();
        const Load now = walk.now();
        for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
            const auto capacity = capacityOf(walk.limit(), i, bool(source)).value_or(0);
            const auto quantity = quantities[i];
            if (capacity != unlimited && (everyDay || walk.shifted().*quantity > 0)) {
                least.*quantity = std::min(least.*quantity, std::max(capacity, now.*quantity) - others.*quantity);
            }
        }
    }
    return least;
}

Headroom::Room &Headroom::roomOf(int node) {
    auto &room = m_rooms[node];
    if (room.known) {
        return room;
    }
    room.known = true;
    room.normal = least(node, {}, true);
    if (failureMatters(m_others, node)) {
        for (const auto &failover : m_others.failovers(node)) {
            room.failures.push_back(
                {failover.source, least(node, failover.source, false), least(node, failover.source, true)});
        }
        room.newFailure = least(node, newSource, true);
    }
    room.limit = unlimited;
    for (Walk walk(m_others, m_others, node, {}, m_during); !walk.atEnd(); walk.advance()) {
        room.limit = std::min(room.limit, capacityOf(walk.limit(), 0, false).value_or(0));
    }
    return room;
}

Headroom::Asked Headroom::askedOf(const NodeCharge &charge, NodeId source) const {
    Asked asked;
    const auto add = [&asked, source](const NodeCharge &one) {
        asked.all += one.normal;
        for (const auto &extra : one.extras) {
            if (source && extra.source == source) {
                asked.all += extra.load;
                asked.shifted += extra.load;
            }
        }
    };
    add(charge);
    const auto reserved = std::ranges::find(m_reserved, charge.node, &NodeCharge::node);
    if (reserved != m_reserved.end()) {
        add(*reserved);
    }
    return asked;
}

bool Headroom::admits(const NodeCharge &charge) {
    const auto &room = roomOf(charge.node);
    const auto fits = [&](NodeId source, const Load &shiftedDays, const Load &allDays) {
        const Asked asked = askedOf(charge, source);
        return std::ranges::all_of(quantities, [&](auto quantity) {
            const auto &left = !source || asked.shifted.*quantity > 0 ? allDays : shiftedDays;
            return asked.all.*quantity <= 0 || asked.all.*quantity <= left.*quantity;
        });
    };
    if (!fits({}, {}, room.normal)) {
        return false;
    }
    if (!failureMatters(m_others, charge.node)) {
        return true;
    }
    for (const auto &failure : room.failures) {
        if (!fits(failure.source, failure.shiftedDays, failure.allDays)) {
            return false;
        }
    }
    return std::ranges::all_of(charge.extras, [&](const NodeCharge::Extra &extra) {
        return std::ranges::find(room.failures, extra.source, &Failure::source) != room.failures.end() ||
               fits(extra.source, noLimit, room.newFailure);
    });
}

void Headroom::reserve(const NodeCharge &charge) {
    const auto known = std::ranges::find(m_reserved, charge.node, &NodeCharge::node);
    if (known == m_reserved.end()) {
        m_reserved.push_back(charge);
        return;
    }
    known->normal += charge.normal;
    for (const auto &extra : charge.extras) {
        const auto same = std::ranges::find(known->extras, extra.source, &NodeCharge::Extra::source);
        if (same == known->extras.end()) {
            known->extras.push_back(extra);
        } else {
            same->load += extra.load;
        }
    }
}

void Headroom::explainSum(int node, NodeId source, const Asked &asked, std::vector<Shortfall> &shortfalls) const {
    const auto *rules = m_others.rules(node);
    const bool power = rules->dimension == Dimension::Power;
    for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
        const auto quantity = quantities[i];
        const std::int64_t requested = asked.all.*quantity;
        if (requested <= 0) {
            continue;
        }
        for (Walk walk(m_others, m_now, node, source, m_during); !walk.atEnd(); walk.advance()) {
            const std::int64_t others = walk.others().*quantity;
            const auto capacity = capacityOf(walk.limit(), i, bool(source));
            const bool judged = !source || asked.shifted.*quantity + walk.shifted().*quantity > 0;
            if (!judged || requested <= std::max(capacity.value_or(0), walk.now().*quantity) - others) {
                continue;
            }
            Shortfall shortfall;
            shortfall.rule = QString::fromUtf16(source ? rules->failover : rules->rule);
            shortfall.where = m_others.nodeName(node);
            shortfall.node = m_others.node(node).id.value;
            shortfall.requested = requested;
            shortfall.used = others;
            shortfall.capacity = capacity;
            shortfall.unit = i == 0 ? m_others.unitOf(node) : u"mVA"_qs;
            shortfall.quantity = QString::fromUtf16(quantityNames[i]);
            const int failing = source ? m_others.indexOf(source) : -1;
            shortfall.failing = failing >= 0 ? m_others.nodeName(failing) : QString();
            shortfall.date = walk.day();
            shortfalls.push_back(std::move(shortfall));
            break;
        }
    }
}

void Headroom::explain(const NodeCharge &charge, std::vector<Shortfall> &shortfalls) const {
    const int node = charge.node;
    explainSum(node, {}, askedOf(charge, {}), shortfalls);
    if (!failureMatters(m_others, node)) {
        return;
    }
    std::vector<NodeId> sources;
    for (const auto &failover : m_others.failovers(node)) {
        sources.push_back(failover.source);
    }
    for (const auto &extra : charge.extras) {
        sources.push_back(extra.source);
    }
    std::ranges::sort(sources);
    sources.erase(std::ranges::unique(sources).begin(), sources.end());
    for (const auto source : sources) {
        explainSum(node, source, askedOf(charge, source), shortfalls);
    }
}

int Headroom::permilleLeft(const NodeCharge &charge) {
    const auto &room = roomOf(charge.node);
    if (room.limit == unlimited) {
        return 1000;
    }
    const std::int64_t left = room.normal.main - askedOf(charge, {}).all.main;
    return room.limit == 0 ? 0 : static_cast<int>(std::clamp<std::int64_t>(left * 1000 / room.limit, 0, 1000));
}

Load Headroom::phases(int node) const {
    return levelOn(m_others.normal(node), m_during.from) + askedOf({.node = node, .normal = {}, .extras = {}}, {}).all;
}

} // namespace polder
