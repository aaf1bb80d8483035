#include "model/engine/together.h"

#include "model/engine/checks.h"
#include "model/engine/loads.h"
#include "model/engine/misplaced.h"
#include "model/engine/slots.h"
#include "model/engine/whatif.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace polder {

namespace {

template <typename Range, typename Value>
bool has(const Range &range, const Value &value) {
    return std::ranges::find(range, value) != range.end();
}

using Ids = std::vector<PlacementId>;

// ---- what hangs together

/// Which bookings change, and with them which others are judged.
class Family {
public:
    Family(const Estate &now, std::span<const Addition> changes) : m_now(now), m_changes(changes) {
        std::vector<Placement> rows;
        for (const auto &change : changes) {
            rows.push_back(change.placement);
            m_asked.push_back(change.placement.id);
            add(m_ids, change.placement.id);
        }
        m_after = withRows(now.snapshot().placements, std::move(rows));
        gather();
    }

    [[nodiscard]] const Ids &ids() const { return m_ids; }
    [[nodiscard]] bool isAsked(PlacementId id) const { return has(m_asked, id); }
    /// Something of it is in a chassis, or is one with something in it: then what stays the same asks for nothing.
    [[nodiscard]] bool hangs() const { return m_hangs; }
    /// It goes to another place, or its chassis does.
    [[nodiscard]] bool moves(PlacementId id) const { return has(m_moved, id); }
    [[nodiscard]] bool turns(PlacementId id) const { return moves(id) || has(m_turned, id); }

private:
    static void add(Ids &ids, PlacementId id) {
        if (!has(ids, id)) {
            ids.push_back(id);
        }
    }
    [[nodiscard]] bool holdsAnything(EquipmentId chassis) const {
        return std::ranges::any_of(m_after, [&](const Placement &one) { return one.chassis == chassis; });
    }
    [[nodiscard]] const Placement *before(PlacementId id) const { return m_now.snapshot().placements.find(id); }

    void gather() {
        std::vector<EquipmentId> around;
        const auto goAround = [&](const Placement &one) {
            if (one.chassis || holdsAnything(one.equipment)) {
                m_hangs = true;
                around.push_back(one.chassis ? one.chassis : one.equipment);
            }
        };
        bool stood = false;
        for (const auto &change : m_changes) {
            const Placement &after = change.placement;
            goAround(after);
            if (const auto *was = before(after.id)) {
                goAround(*was);
                compare(*was, after);
                stood = true;
            }
        }
        if (stood) {
            addNeighbours();
        }
        for (const auto &one : m_after) {
            m_hangs = m_hangs || (has(m_asked, one.id) && (one.chassis || holdsAnything(one.equipment)));
        }
        if (!m_hangs) {
            return;
        }
        std::vector<EquipmentId> own;
        for (const auto &one : m_after) {
            if (has(m_asked, one.id)) {
                own.push_back(one.equipment);
                if (one.chassis) {
                    around.push_back(one.chassis);
                }
            }
        }
        for (const auto &one : m_after) {
            const bool inside = one.chassis && has(own, one.chassis);
            if ((inside || has(own, one.equipment) || has(around, one.equipment)) && one.state != u"released") {
                add(m_ids, one.id);
            }
        }
    }

    void compare(const Placement &was, const Placement &is) {
        const auto place = [](const Placement &p) {
            return std::tuple(p.equipment, p.rack, p.room, p.chassis, p.bay, p.position, p.slot, p.x, p.y,
                              p.state == u"released");
        };
        const auto way = [](const Placement &p) {
            return std::tie(p.face, p.half, p.orientationDegrees, p.outlets, p.nodes);
        };
        if (place(was) != place(is)) {
            m_moved.push_back(is.id);
            for (const auto &one : m_after) {
                if (one.chassis && (one.chassis == is.equipment || one.chassis == was.equipment)) {
                    m_moved.push_back(one.id);
                }
            }
        }
        if (way(was) != way(is)) {
            m_turned.push_back(is.id);
        }
    }

    /// What has come to overlap something in these racks may have room again: it is judged as well.
    void addNeighbours() {
        const auto &snapshot = m_now.snapshot();
        std::set<RackId> racks;
        for (const auto &change : m_changes) {
            racks.insert(change.placement.rack);
            if (const auto *was = before(change.placement.id)) {
                racks.insert(was->rack);
            }
        }
        racks.erase(RackId{});
        struct Box {
            PlacementId id;
            OccupiedBox box;
        };
        for (const RackId id : racks) {
            const auto *rack = m_now.rack(id);
            std::vector<Box> boxes;
            for (const auto &one : snapshot.placements) {
                const auto *device = one.rack == id && one.position && !one.contested && stands(one, snapshot)
                                         ? snapshot.equipment.find(one.equipment)
                                         : nullptr;
                if (rack && device) {
                    boxes.push_back({one.id, boxOf(bookingOf(one, *device, snapshot), *rack, snapshot.policy)});
                }
            }
            for (const auto &one : boxes) {
                const auto isMet = [&](const OccupiedBox &other) { return !overlap(one.box, other).taken.none(); };
                const bool met =
                    std::ranges::any_of(boxes,
                                        [&](const Box &other) { return other.id != one.id && isMet(other.box); }) ||
                    std::ranges::any_of(m_now.boxes(id),
                                        [&](const OccupiedBox &other) { return other.blocked && isMet(other); });
                if (met) {
                    add(m_ids, one.id);
                    add(m_asked, one.id);
                }
            }
        }
    }

    static Overlap overlap(const OccupiedBox &one, const OccupiedBox &other) {
        Overlap met;
        met.with(one, other);
        return met;
    }

    const Estate &m_now;
    std::span<const Addition> m_changes;
    Table<Placement> m_after;
    Ids m_ids, m_asked, m_moved, m_turned;
    bool m_hangs = false;
};

std::vector<Standing> standingIn(const Snapshot &snapshot, const Family &family) {
    std::vector<Standing> all;
    for (const PlacementId id : family.ids()) {
        const auto *placement = snapshot.placements.find(id);
        const auto *device = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
        if (device && stands(*placement, snapshot)) {
            const auto booking = bookingOf(*placement, *device, snapshot);
            all.push_back(
                {id, device->id, family.isAsked(id), placement->contested, booking, standingsOf(snapshot, booking)});
        }
    }
    return all;
}

// ---- what does not fit

/// Of what was wrong before, what may stay so. Whoever takes another place asks for it anew.
std::vector<MisfitOf> excuses(std::vector<MisfitOf> before, const Family &family) {
    static const std::array places{u"S1"_qs, u"S3"_qs, u"C1"_qs, u"G4"_qs, u"N1"_qs};
    std::erase_if(before, [&](const MisfitOf &one) {
        const auto &s = one.misfit.shortfall;
        const bool taken = (s.rule == u"S1" || s.rule == u"P1") && s.used.value_or(0) > 0;
        return (taken && family.turns(one.placement)) || (has(places, s.rule) && family.moves(one.placement));
    });
    return before;
}

// ---- sums

/// What one booking asks of one node, normally or when a source fails: a row as the guard keeps them.
struct Charge {
    PlacementId placement;
    int node;
    NodeId source;
    Load normal, extra;
    Period during;

    bool operator==(const Charge &) const = default;
};
using Charges = std::vector<Charge>;

Charges chargesOf(const Estate &estate, const std::vector<Standing> &all) {
    Charges charges;
    for (const auto &one : all) {
        for (const auto &here : one.places) {
            for (auto &[charge, during] : loadsOf(estate, here)) {
                std::ranges::sort(charge.extras, {}, &NodeCharge::Extra::source);
                Load normal = charge.normal; // once, with the first
                for (const auto &extra : charge.extras) {
                    charges.push_back(
                        {one.id, charge.node, extra.source, std::exchange(normal, {}), extra.load, during});
                }
                if (charge.extras.empty()) {
                    charges.push_back({one.id, charge.node, {}, normal, {}, during});
                }
            }
        }
    }
    return charges;
}

Charges without(const Charges &all, const Charges &others) {
    Charges left;
    std::ranges::copy_if(all, std::back_inserter(left), [&](const Charge &one) { return !has(others, one); });
    return left;
}

/// The sums of one node after the change, day by day.
class Overloads {
public:
    Overloads(const Estate &after, const Charges &come, const Charges &gone)
        : m_after(after)
        , m_come(come)
        , m_gone(gone) {}

    void find(int node, std::vector<Refusal> &refusals) const {
        const auto *rules = m_after.rules(node);
        if (!rules) {
            return;
        }
        judge(node, rules->rule, {}, {}, refusals);
        if (rules->failover) {
            for (const auto &failover : m_after.failovers(node)) {
                judge(node, rules->failover, failover.source, failover.extra.steps(), refusals);
            }
        }
    }

private:
    static Load sumOn(const Charges &charges, int node, NodeId source, Day day) {
        Load sum;
        for (const auto &one : charges) {
            if (one.node == node && one.during.contains(day)) {
                sum += one.normal;
                if (source && one.source == source) {
                    sum += one.extra;
                }
            }
        }
        return sum;
    }

    [[nodiscard]] std::set<Day> daysOf(int node, Steps extra) const {
        std::set<Day> days;
        for (const auto *charges : {&m_come, &m_gone}) {
            for (const auto &one : *charges) {
                if (one.node == node) {
                    days.insert({one.during.from, one.during.until});
                }
            }
        }
        for (const Steps steps : {m_after.normal(node), extra}) {
            for (const auto &step : steps) {
                days.insert(step.from);
            }
        }
        for (const auto &limit : m_after.limits(node)) {
            days.insert(limit.from);
        }
        const auto life = m_after.lifeOf(node);
        days.insert({life.from, life.until});
        days.erase(Day::never());
        return days;
    }

    void judge(int node, const char16_t *rule, NodeId source, Steps extra, std::vector<Refusal> &refusals) const {
        const bool power = m_after.rules(node)->dimension == Dimension::Power;
        std::array<bool, 4> said{};
        for (const Day day : daysOf(node, extra)) {
            const Load asked = sumOn(m_come, node, source, day);
            const Load former = sumOn(m_gone, node, source, day);
            const Load shifted = levelOn(extra, day);
            const Load sum = levelOn(m_after.normal(node), day) + shifted;
            const auto *limit = m_after.lifeOf(node).contains(day) ? m_after.limitOn(node, day) : nullptr;
            for (std::size_t i = 0; i < (power ? quantities.size() : 1); ++i) {
                const auto quantity = quantities[i];
                const auto capacity = capacityOf(limit, i, bool(source));
                const bool judged = asked.*quantity > former.*quantity && (!source || shifted.*quantity > 0);
                if (said[i] || !judged || (limit && !(capacity && sum.*quantity > *capacity))) {
                    continue;
                }
                said[i] = true;
                Shortfall shortfall;
                shortfall.rule = nameOf(rule);
                shortfall.where = m_after.nodeName(node);
                shortfall.node = m_after.idOf(node).value;
                shortfall.requested = asked.*quantity;
                shortfall.used = sum.*quantity - asked.*quantity;
                shortfall.capacity = capacity;
                shortfall.unit = i == 0 ? m_after.unitOf(node) : u"mVA"_qs;
                shortfall.quantity = nameOf(quantityNames[i]);
                const int failing = source ? m_after.indexOf(source) : -1;
                shortfall.failing = failing >= 0 ? m_after.nodeName(failing) : QString();
                shortfall.date = day;
                refusals.push_back({std::move(shortfall), blamed(node)});
            }
        }
    }

    static std::optional<std::int64_t> capacityOf(const NodeLimit *limit, std::size_t quantity, bool failing) {
        if (!limit) {
            return std::nullopt;
        }
        return quantity == 0 ? (failing ? limit->failoverMain : limit->normalMain)
                             : (failing ? limit->failoverLine : limit->normalLine);
    }

    [[nodiscard]] Ids blamed(int node) const {
        Ids ids;
        for (const auto &one : without(m_come, m_gone)) {
            if (one.node == node && !has(ids, one.placement)) {
                ids.push_back(one.placement);
            }
        }
        return ids;
    }

    const Estate &m_after;
    const Charges &m_come;
    const Charges &m_gone;
};

} // namespace

std::vector<Refusal> checkTogether(const Estate &now, std::span<const Addition> changes) {
    const Family family(now, changes);
    const auto before = standingIn(now.snapshot(), family);
    const Estate others = withoutPlacements(now, family.ids());

    std::vector<Addition> rows(changes.begin(), changes.end());
    for (const PlacementId id : family.ids()) {
        const auto *placement = now.snapshot().placements.find(id);
        const bool isChanged =
            std::ranges::any_of(changes, [id](const Addition &one) { return one.placement.id == id; });
        if (!placement || isChanged) {
            continue;
        }
        const auto same = std::ranges::find_if(
            changes, [&](const Addition &one) { return one.equipment.id == placement->equipment; });
        if (same != changes.end()) {
            rows.push_back({same->equipment, *placement});
        } else if (const auto *device = now.snapshot().equipment.find(placement->equipment)) {
            rows.push_back({*device, *placement});
        }
    }
    const Estate after = withPlacements(others, rows);
    const auto standing = standingIn(after.snapshot(), family);

    std::vector<Refusal> refusals;
    const auto excused = excuses(misfitsTogether(now, others, before), family);
    for (auto &[placement, misfit] : misfitsTogether(after, others, standing)) {
        const bool known = std::ranges::any_of(excused, [&, id = placement, &misfit = misfit](const MisfitOf &old) {
            return old.placement == id && isNoWorse(old.misfit, misfit);
        });
        if (!known) {
            refusals.push_back({std::move(misfit.shortfall), {placement}});
        }
    }

    Charges come = chargesOf(after, standing);
    Charges gone = chargesOf(now, before);
    if (family.hangs()) {
        // What only belongs to what has changed asks for nothing.
        std::tie(come, gone) = std::pair(without(come, gone), without(gone, come));
    }
    std::set<int> nodes;
    for (const auto &one : come) {
        nodes.insert(one.node);
    }
    const Overloads overloads(after, come, gone);
    for (const int node : nodes) {
        overloads.find(node, refusals);
    }
    // The order in which the database lists them.
    std::ranges::stable_sort(refusals, {}, [](const Refusal &refusal) {
        const auto &s = refusal.shortfall;
        return std::tie(s.date, s.rule, s.where, s.failing, s.quantity);
    });
    return refusals;
}

Shortfalls shortfallsOf(std::vector<Refusal> refusals) {
    Shortfalls all;
    for (auto &refusal : refusals) {
        all.push_back(std::move(refusal.shortfall));
    }
    return all;
}

} // namespace polder
