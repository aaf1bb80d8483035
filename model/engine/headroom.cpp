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
    return found == all.end() ? Steps() : found->extra.steps();
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
        for (auto &steps : m_steps) { // the last step before the period stays, it says what holds at its start
            const auto past = std::ranges::lower_bound(steps, during.from, {}, &Step::from) - steps.begin();
            steps = steps.subspan(static_cast<std::size_t>(std::max<std::ptrdiff_t>(past - 1, 0)));
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

/// The highest that a sum gets between two days. `shifted`: of the days on which the failure shifts some of the
/// quantity here; less than 0: there is none.
struct Peaks {
    Load all;
    Load shifted{-1, -1, -1, -1};
};

Load peakOf(const Timeline &timeline, Period during) {
    const Steps steps = timeline.steps();
    std::size_t next = timeline.after(during.from);
    Load peak = next == 0 ? Load{} : steps[next - 1].level;
    for (; next < steps.size() && steps[next].from < during.until; ++next) {
        raise(peak, steps[next].level);
    }
    return peak;
}

Peaks peaksOf(const Timeline &all, const Timeline &shifting, Period during) {
    const Steps normal = all.steps();
    const Steps extra = shifting.steps();
    std::size_t i = all.after(during.from);
    std::size_t j = shifting.after(during.from);
    Load level = i == 0 ? Load{} : normal[i - 1].level;
    Load shift = j == 0 ? Load{} : extra[j - 1].level;
    Peaks peaks{level + shift};
    for (;;) {
        const Load sum = level + shift;
        raise(peaks.all, sum);
        for (const auto quantity : quantities) {
            if (shift.*quantity > 0) {
                peaks.shifted.*quantity = std::max(peaks.shifted.*quantity, sum.*quantity);
            }
        }
        const Day day = std::min(i < normal.size() ? normal[i].from : Day::never(),
                                 j < extra.size() ? extra[j].from : Day::never());
        if (day >= during.until) {
            return peaks;
        }
        for (; i < normal.size() && normal[i].from == day; ++i) {
            level = normal[i].level;
        }
        for (; j < extra.size() && extra[j].from == day; ++j) {
            shift = extra[j].level;
        }
    }
}

/// The limit of a node that keeps the same one all the time and is there; nullptr: it does not.
const NodeLimit *steadyLimit(const Estate &estate, int node, Period during) {
    const auto all = estate.limits(node);
    if (!estate.lifeOf(node).covers(during) || all.empty()) {
        return nullptr;
    }
    const auto *limit = all.size() > 1                    ? estate.limitOn(node, during.from)
                        : all.front().from <= during.from ? &all.front()
                                                          : nullptr;
    return limit && (limit == &all.back() || std::next(limit)->from >= during.until) ? limit : nullptr;
}

} // namespace

Headroom::Headroom(const Estate &others, const Estate &now, Period during)
    : m_others(others)
    , m_now(now)
    , m_during(during)
    , m_roomOf(others.nodeCount(), -1) {
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

Headroom::Room Headroom::lookDayByDay(int node) const {
    Room room;
    room.normal = least(node, {}, true);
    room.limit = unlimited;
    for (Walk walk(m_others, m_others, node, {}, m_during); !walk.atEnd(); walk.advance()) {
        room.limit = std::min(room.limit, capacityOf(walk.limit(), 0, false).value_or(0));
    }
    return room;
}

void Headroom::lookAtFailuresDayByDay(int node, Room &room) {
    for (const auto &failover : m_others.failovers(node)) {
        m_failures.push_back(
            {failover.source, least(node, failover.source, false), least(node, failover.source, true)});
    }
    room.newFailure = least(node, newSource, true);
}

/// What a limit leaves above a level; less than 0: there is no such level.
Load Headroom::leftAbove(int node, const NodeLimit *limit, bool failing, const Load &level) const {
    const bool power = m_others.rules(node) && m_others.rules(node)->dimension == Dimension::Power;
    Load left = noLimit;
    for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
        const auto quantity = quantities[i];
        const auto capacity = *capacityOf(limit, i, failing);
        if (capacity != unlimited && level.*quantity >= 0) {
            left.*quantity = std::max<std::int64_t>(capacity - level.*quantity, 0);
        }
    }
    return left;
}

/// The same where nothing is replaced and the limit stays: then the highest level decides.
Headroom::Room Headroom::lookSteady(int node, const NodeLimit *limit) const {
    Room room;
    room.steady = limit;
    room.normal = leftAbove(node, limit, false, peakOf(m_others.timeline(node), m_during));
    room.limit = *capacityOf(limit, 0, false);
    return room;
}

void Headroom::lookAtFailures(int node, Room &room) {
    const auto &normal = m_others.timeline(node);
    for (const auto &failover : m_others.failovers(node)) {
        const Peaks peaks = peaksOf(normal, failover.extra, m_during);
        m_failures.push_back({failover.source, leftAbove(node, room.steady, true, peaks.shifted),
                              leftAbove(node, room.steady, true, peaks.all)});
    }
    room.newFailure = leftAbove(node, room.steady, true, peakOf(normal, m_during));
}

Headroom::Room &Headroom::roomOf(int node) {
    if (m_roomOf[node] < 0) {
        const auto *steady = &m_others == &m_now ? steadyLimit(m_others, node, m_during) : nullptr;
        m_rooms.push_back(steady ? lookSteady(node, steady) : lookDayByDay(node));
        m_roomOf[node] = static_cast<int>(m_rooms.size()) - 1;
    }
    return m_rooms[m_roomOf[node]];
}

/// Looked at when they are asked for: most nodes bear the worst that any day has, and more.
std::span<const Headroom::Failure> Headroom::failuresOf(int node) {
    auto &room = roomOf(node);
    if (!room.failures) {
        const auto first = m_failures.size();
        if (room.steady) {
            lookAtFailures(node, room);
        } else {
            lookAtFailuresDayByDay(node, room);
        }
        room.failures = {first, m_failures.size() - first};
    }
    return std::span(m_failures).subspan(room.failures->first, room.failures->second);
}

/// Whether the charge and the worst load of all days and failures are within the limit together: then no failure needs
/// a closer look.
bool Headroom::bearsAnyFailure(const Room &room, const NodeCharge &charge) const {
    if (!room.steady) {
        return false;
    }
    Load asked;
    const auto add = [&asked](const NodeCharge &one) {
        asked += one.normal;
        Load shifted;
        for (const auto &extra : one.extras) {
            raise(shifted, extra.load);
        }
        asked += shifted;
    };
    add(charge);
    if (const auto *reserved = reservedOn(charge.node)) {
        add(*reserved);
    }
    const Load left = leftAbove(charge.node, room.steady, true, m_others.worstLoad(charge.node));
    return std::ranges::all_of(
        quantities, [&](auto quantity) { return asked.*quantity <= 0 || asked.*quantity <= left.*quantity; });
}

const NodeCharge *Headroom::reservedOn(int node) const {
    return m_reservedOn.empty() || m_reservedOn[node] < 0 ? nullptr : &m_reserved[m_reservedOn[node]];
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
    if (const auto *reserved = reservedOn(charge.node)) {
        add(*reserved);
    }
    return asked;
}

Headroom::Verdict Headroom::verdict(const NodeCharge &charge) {
    const auto &room = roomOf(charge.node);
    Verdict worst = Verdict::Admits;
    const auto judge = [&](const Asked &asked, const Load &left) {
        for (const auto quantity : quantities) {
            if (asked.all.*quantity > 0 && asked.all.*quantity > left.*quantity) {
                worst = std::max(worst, quantity == &Load::main ? Verdict::Refuses : Verdict::NotOnThesePhases);
            }
        }
    };
    judge(askedOf(charge, {}), room.normal);
    if (!failureMatters(m_others, charge.node) || bearsAnyFailure(room, charge)) {
        return worst;
    }
    const auto failures = failuresOf(charge.node);
    const auto judgeFailing = [&](NodeId source) {
        const Asked asked = askedOf(charge, source);
        judge(asked, leftOf(charge.node, source, asked));
    };
    for (const auto &failure : failures) {
        judgeFailing(failure.source);
    }
    const auto judgeNew = [&](const NodeCharge &one) {
        for (const auto &extra : one.extras) {
            if (std::ranges::find(failures, extra.source, &Failure::source) == failures.end()) {
                judgeFailing(extra.source);
            }
        }
    };
    judgeNew(charge);
    if (const auto *reserved = reservedOn(charge.node)) {
        judgeNew(*reserved); // a failure that this charge does not know shifts theirs to the same node
    }
    return worst;
}

void Headroom::reserve(const NodeCharge &charge) {
    ++m_reservations;
    m_reservedOn.resize(m_roomOf.size(), -1);
    int &place = m_reservedOn[charge.node];
    if (place < 0) {
        place = static_cast<int>(m_reserved.size());
        m_reserved.push_back(charge);
        return;
    }
    auto *known = &m_reserved[place];
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

/// Of each quantity what is left on the tightest day on which this charge is judged by it.
Load Headroom::leftOf(int node, NodeId source, const Asked &asked) {
    if (!source) {
        return roomOf(node).normal;
    }
    const auto failures = failuresOf(node);
    const auto &room = roomOf(node);
    const auto known = std::ranges::find(failures, source, &Failure::source);
    Load left;
    for (const auto quantity : quantities) {
        const bool shifts = asked.shifted.*quantity > 0;
        left.*quantity = known == failures.end() ? (shifts ? room.newFailure : noLimit).*quantity
                                                 : (shifts ? known->allDays : known->shiftedDays).*quantity;
    }
    return left;
}

void Headroom::explainSum(int node, NodeId source, const Asked &asked, const Load &left,
                          std::vector<Shortfall> &shortfalls) const {
    const auto *rules = m_others.rules(node);
    const bool power = rules->dimension == Dimension::Power;
    for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
        const auto quantity = quantities[i];
        const std::int64_t requested = asked.all.*quantity;
        if (requested <= 0 || requested <= left.*quantity) {
            continue;
        }
        for (Walk walk(m_others, m_now, node, source, m_during); !walk.atEnd(); walk.advance()) {
            const std::int64_t others = walk.others().*quantity;
            const auto capacity = capacityOf(walk.limit(), i, bool(source));
            const bool judged = !source || asked.shifted.*quantity + walk.shifted().*quantity > 0;
            if (!judged || capacity == unlimited ||
                requested <= std::max(capacity.value_or(0), walk.now().*quantity) - others) {
                continue;
            }
            Shortfall shortfall;
            shortfall.rule = nameOf(source ? rules->failover : rules->rule);
            shortfall.where = m_others.nodeName(node);
            shortfall.node = m_others.node(node).id.value;
            shortfall.requested = requested;
            shortfall.used = others;
            shortfall.capacity = capacity;
            shortfall.unit = i == 0 ? m_others.unitOf(node) : u"mVA"_qs;
            shortfall.quantity = nameOf(quantityNames[i]);
            const int failing = source ? m_others.indexOf(source) : -1;
            shortfall.failing = failing >= 0 ? m_others.nodeName(failing) : QString();
            shortfall.date = walk.day();
            shortfalls.push_back(std::move(shortfall));
            break;
        }
    }
}

void Headroom::explain(const NodeCharge &charge, std::vector<Shortfall> &shortfalls) {
    const int node = charge.node;
    const auto explainFailing = [&](NodeId source) {
        const Asked asked = askedOf(charge, source);
        explainSum(node, source, asked, leftOf(node, source, asked), shortfalls);
    };
    explainFailing({});
    if (!failureMatters(m_others, node)) {
        return;
    }
    std::vector<NodeId> sources;
    for (const auto &failover : m_others.failovers(node)) {
        sources.push_back(failover.source);
    }
    const auto addNew = [&](const NodeCharge &one) {
        for (const auto &extra : one.extras) {
            sources.push_back(extra.source);
        }
    };
    addNew(charge);
    if (const auto *reserved = reservedOn(node)) {
        addNew(*reserved);
    }
    std::ranges::sort(sources);
    sources.erase(std::ranges::unique(sources).begin(), sources.end());
    for (const auto source : sources) {
        explainFailing(source);
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

bool Headroom::isLimited(int node) {
    return roomOf(node).limit != unlimited;
}

Load Headroom::phases(int node) const {
    Load load = m_others.timeline(node).on(m_during.from);
    if (const auto *reserved = reservedOn(node)) {
        load += reserved->normal;
    }
    return load;
}

} // namespace polder
