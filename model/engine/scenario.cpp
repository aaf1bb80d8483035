#include "model/engine/scenario.h"

#include "model/engine/additions.h"
#include "model/engine/checks.h"
#include "model/engine/pieces.h"
#include "model/engine/setsearch.h"
#include "model/engine/whatif.h"
#include "model/engine/wishes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>

namespace polder {

namespace {

Error cannot(const QString &field, const QString &why) {
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = field + u' ' + why;
    error.data = {{u"field"_qs, field}};
    return error;
}

/// The next id of a table that nothing has yet.
template <typename T>
typename Table<T>::Key nextId(const Table<T> &table) {
    return {table.empty() ? 1 : table[table.size() - 1].id.value + 1};
}

/// By how much a sum is beyond its limit, in thousandths of that; what is no sum comes last.
std::int64_t beyond(const Shortfall &shortfall) {
    constexpr std::int64_t far = 1'000'000'000;
    if (!shortfall.requested || shortfall.capacity.value_or(0) <= 0) {
        return far;
    }
    const auto over = *shortfall.requested + shortfall.used.value_or(0) - *shortfall.capacity;
    return over > 0 ? std::min(over * 1000 / *shortfall.capacity, far) : far;
}

std::int64_t beyond(const NoPlace &rack) {
    std::int64_t sum = 0;
    for (const auto &shortfall : rack.shortfalls) {
        sum += beyond(shortfall);
    }
    return sum;
}

std::vector<Shortfall> byDate(std::vector<Shortfall> shortfalls) {
    std::ranges::stable_sort(shortfalls, {}, [](const Shortfall &one) {
        return std::tie(one.date, one.rule, one.where, one.failing, one.quantity);
    });
    return shortfalls;
}

void explain(ChangeOutcome &outcome, std::span<const NoPlace> refused) {
    for (const auto &rack : refused) {
        std::set<QString> rules;
        for (const auto &shortfall : rack.shortfalls) {
            rules.insert(shortfall.rule);
        }
        for (const auto &rule : rules) {
            ++outcome.racksByRule[rule];
        }
    }
    if (const auto *nearest = nearestOf(refused)) {
        outcome.crossed = byDate(nearest->shortfalls);
    }
}

bool holdsAny(const Snapshot &snapshot, EquipmentId chassis) {
    return std::ranges::any_of(snapshot.placements, [&](const Placement &placement) {
        return placement.chassis == chassis && stands(placement, snapshot);
    });
}

/// A booking that stands, with its equipment, and that is not over by this day.
Result<Addition> standing(const Snapshot &snapshot, PlacementId id, Day from) {
    const auto *placement = snapshot.placements.find(id);
    const auto *equipment = placement ? snapshot.equipment.find(placement->equipment) : nullptr;
    if (!equipment || !stands(*placement, snapshot)) {
        return cannot(u"placement"_qs, u"is none that stands"_qs);
    }
    if (placement->during.until <= from) {
        return cannot(u"placement"_qs, u"is over by that day"_qs);
    }
    if (holdsAny(snapshot, equipment->id)) {
        return cannot(u"placement"_qs, u"is a chassis with something in it: that goes first"_qs);
    }
    return Addition{*equipment, *placement};
}

/// Until that day, or not at all where it has not begun by then.
Addition cutAt(Addition addition, Day from) {
    addition.placement.during.until = from;
    if (addition.placement.during.empty()) {
        addition.placement.state = u"released"_qs;
        addition.placement.during.until = addition.placement.during.from.plus(1);
    }
    return addition;
}

/// The nodes that hang below these, and they themselves.
std::vector<int> allBelow(const Estate &estate, const std::vector<int> &tops) {
    std::vector<int> below;
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        if (std::ranges::any_of(estate.path(node), [&](int up) { return std::ranges::count(tops, up) > 0; })) {
            below.push_back(node);
        }
    }
    return below;
}

/// During a period a node takes no more than this in any quantity; before and after it as it did.
class LimitEdit {
public:
    explicit LimitEdit(const Snapshot &snapshot)
        : m_rows(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end())
        , m_next(nextId(snapshot.nodeLimits).value) {}

    void atMost(const Estate &estate, int node, Period during, std::int64_t most) {
        const NodeId id = estate.node(node).id;
        const auto *after = during.openEnded() ? nullptr : estate.limitOn(node, during.until);
        const auto *at = estate.limitOn(node, during.from);
        if (!at && estate.limits(node).empty()) {
            return; // unknown: it takes nothing anyway
        }
        const auto less = [most](const std::optional<std::int64_t> &limit) {
            return std::min(limit.value_or(most), most);
        };
        const auto lessOf = [&](const NodeLimit *row) {
            const NodeLimit limit = row ? *row : NodeLimit{{}, id, {}, most, most, most, most};
            return NodeLimit{{},
                             id,
                             {},
                             less(limit.normalMain),
                             less(limit.normalLine),
                             less(limit.failoverMain),
                             less(limit.failoverLine)};
        };
        for (auto &row : m_rows) {
            if (row.node == id && during.contains(row.from)) {
                const auto less = lessOf(&row);
                row = {row.id, id, row.from, less.normalMain, less.normalLine, less.failoverMain, less.failoverLine};
            }
        }
        const auto put = [&](NodeLimit row, Day from) {
            std::erase_if(m_rows, [&](const NodeLimit &old) { return old.node == id && old.from == from; });
            row.id = {m_next++};
            row.from = from;
            m_rows.push_back(row);
        };
        put(lessOf(at), during.from);
        if (!during.openEnded()) {
            put(after ? *after : lessOf(nullptr), during.until);
        }
    }
    void like(const Estate &estate, int node, NodeId copy, std::optional<Power> most = {}) {
        for (auto row : estate.limits(node)) {
            row.id = {m_next++};
            row.node = copy;
            if (most) {
                row.normalMain = row.failoverMain = most->milliwatts;
            }
            m_rows.push_back(row);
        }
    }
    [[nodiscard]] Table<NodeLimit> table() {
        std::ranges::sort(m_rows, {}, &NodeLimit::id);
        return Table<NodeLimit>(std::move(m_rows));
    }

private:
    std::vector<NodeLimit> m_rows;
    std::int32_t m_next;
};

/// While something fails a zone cools what its units that run then cool, day by day. Of what nobody knows nothing is
/// taken.
void limitToRunning(LimitEdit &limits, const Estate &estate, int zone, const FailChange &change,
                    std::span<const int> below) {
    std::vector<const CoolingUnit *> running;
    std::set<Day> edges{change.during.from, change.during.until};
    for (const auto &unit : estate.snapshot().coolingUnits) {
        const bool fails = std::ranges::find(change.failing.units, unit.id) != change.failing.units.end() ||
                           std::ranges::find(below, estate.indexOf(unit.feed)) != below.end();
        if (unit.zone != estate.node(zone).id || fails || !unit.during.overlaps(change.during)) {
            continue;
        }
        running.push_back(&unit);
        edges.insert(std::max(unit.during.from, change.during.from));
        edges.insert(std::min(unit.during.until, change.during.until));
    }
    for (auto from = edges.begin(), until = std::next(from); until != edges.end(); ++from, ++until) {
        std::optional<std::int64_t> cools = 0;
        for (const auto *unit : running) {
            if (unit->during.contains(*from)) {
                cools = cools && unit->sensible ? std::optional(*cools + unit->sensible->milliwatts) : std::nullopt;
            }
        }
        if (cools) {
            limits.atMost(estate, zone, {*from, *until}, *cools);
        }
    }
}

/// The limits that a failure crosses.
std::vector<Shortfall> crossedBy(const Estate &estate, const FailChange &change, const Failure &failure) {
    const QString failing = change.failing.nodes.empty()
                                ? estate.snapshot().coolingUnits.find(change.failing.units.front())->name
                                : estate.nodeName(change.failing.nodes.front());
    std::vector<Shortfall> crossed;
    for (const auto &overload : failure.overloads) {
        const auto *rules = estate.rules(overload.node);
        Shortfall one;
        one.rule = QString::fromUtf16(rules->failover ? rules->failover : rules->rule);
        one.where = estate.nodeName(overload.node);
        one.node = estate.node(overload.node).id.value;
        one.used = overload.first.load;
        one.capacity = overload.first.limit;
        one.unit = overload.quantity == 0 ? u"mW"_qs : u"mVA"_qs;
        one.quantity = QString::fromUtf16(quantityNames[overload.quantity]);
        one.failing = failing;
        one.date = overload.first.day;
        crossed.push_back(std::move(one));
    }
    for (const auto &zone : failure.cooling) {
        const Power gone = zone.atMost ? failure.unseen.stopping : Power{}; // its heat is still in it
        if (zone.left && zone.heat.milliwatts - gone.milliwatts > zone.left->milliwatts) {
            Shortfall one;
            one.rule = QString::fromUtf16(estate.rules(zone.node)->rule);
            one.where = estate.nodeName(zone.node);
            one.node = estate.node(zone.node).id.value;
            one.used = zone.heat.milliwatts;
            one.capacity = zone.left->milliwatts;
            one.unit = u"mW"_qs;
            one.failing = failing;
            one.date = zone.day;
            crossed.push_back(std::move(one));
        }
    }
    return byDate(std::move(crossed));
}

} // namespace

const NoPlace *nearestOf(std::span<const NoPlace> refused) {
    const auto nearest = std::ranges::min_element(
        refused, {}, [](const NoPlace &rack) { return std::tuple(rack.shortfalls.size(), beyond(rack), rack.rack); });
    return nearest == refused.end() ? nullptr : &*nearest;
}

Envelope askedBy(const RequestItem &item, const Snapshot &snapshot) {
    return withEstimates(envelopeOf(item, snapshot), snapshot.policy);
}

Equipment equipmentOf(const RequestItem &item, OrganisationId owner, const Snapshot &snapshot) {
    const auto *known = snapshot.models.find(item.model);
    const Model none;
    const Model &model = known ? *known : none;
    const auto first = [](const auto &value, const auto &other) { return value ? value : other; };
    Equipment made;
    made.model = item.model;
    made.requestItem = item.id;
    made.name = item.description;
    made.kind = item.kind == u"rack" && model.kind == u"chassis" ? model.kind : item.kind;
    made.owner = owner;
    made.height = item.height ? *item.height : model.height.value_or(known ? Height{} : Envelope().height);
    made.halfWidth = item.halfWidth;
    made.width = first(item.width, model.width);
    made.depth = first(item.depth, model.depth);
    made.bodyHeight = first(item.bodyHeight, model.bodyHeight);
    made.weight = first(item.weight, model.weight);
    made.airflow = item.airflow.isEmpty() ? model.airflow : item.airflow;
    made.inletMin = first(item.inletMin, model.inletMin);
    made.inletMax = first(item.inletMax, model.inletMax);
    made.driftMillikelvinPerHour = model.driftMillikelvinPerHour;
    made.nameplateWatts = first(item.nameplateWatts, model.nameplateWatts);
    made.budgetedWatts = item.drawWatts;
    made.powerFactorPermille = snapshot.policy.powerFactorPermille;
    made.cords = item.cords ? *item.cords : item.drawWatts == 0 ? 0 : model.supplies > 0 ? model.supplies : 2;
    made.phases = item.phases;
    made.plug = item.plug.isEmpty() ? model.inlet : item.plug;
    made.ports = item.ports;
    if (const auto *request = snapshot.requests.find(item.request)) {
        made.department = request->department;
        made.sponsor = request->sponsor;
        made.project = request->project;
        made.dataClass = request->dataClass;
        made.medical = request->medical;
        made.personalData = request->personalData;
        made.availabilityClass = request->availabilityClass;
    }
    return made;
}

Placement heldAt(const Proposal &proposal, EquipmentId equipment, Period during) {
    Placement placement;
    placement.equipment = equipment;
    placement.state = u"held"_qs;
    placement.during = during;
    placement.rack = proposal.rack;
    placement.position = proposal.position;
    placement.face = proposal.face;
    placement.half = proposal.half;
    for (const auto &cord : proposal.cords) {
        placement.outlets.push_back(cord.outlet);
    }
    return placement;
}

Scenario::Scenario(SnapshotPtr snapshot) : m_estate(std::make_unique<const Estate>(std::move(snapshot))) {
}

void Scenario::become(SnapshotPtr snapshot) {
    become(Estate(std::move(snapshot), m_estate.get()));
}

void Scenario::become(Estate estate) {
    m_estate = std::make_unique<const Estate>(std::move(estate));
}

Result<ChangeOutcome> Scenario::apply(const Change &change, std::stop_token stop) {
    struct Visit {
        Scenario &scenario;
        std::stop_token stop;
        Result<ChangeOutcome> operator()(const PlaceChange &one) const { return scenario.place(one, stop); }
        Result<ChangeOutcome> operator()(const MoveChange &one) const { return scenario.move(one); }
        Result<ChangeOutcome> operator()(const RetireChange &one) const { return scenario.retire(one); }
        Result<ChangeOutcome> operator()(const RackChange &one) const { return scenario.addRacks(one); }
        Result<ChangeOutcome> operator()(const FeedChange &one) const { return scenario.addFeed(one); }
        Result<ChangeOutcome> operator()(const FailChange &one) const { return scenario.fail(one); }
        Result<ChangeOutcome> operator()(const RefuseChange &one) const { return scenario.refuse(one); }
    };
    const bool fails = std::holds_alternative<FailChange>(change);
    auto outcome = std::visit(Visit{*this, std::move(stop)}, change);
    for (auto &standing : m_failures) {
        if (outcome.ok() && !(fails && &standing == &m_failures.back())) {
            const auto more = newlyCrossed(standing);
            outcome.value().crossed.insert(outcome.value().crossed.end(), more.begin(), more.end());
        }
    }
    return outcome;
}

Result<ChangeOutcome> Scenario::place(const PlaceChange &change, std::stop_token stop) {
    const auto before = m_estate->shared();
    const auto &snapshot = *before;
    if (!change.item.kind.isEmpty() && change.item.kind != u"rack") {
        return cannot(u"item"_qs, u"does not stand on the rails of a rack: no other place is searched for"_qs);
    }
    if (change.during.empty()) {
        return cannot(u"until"_qs, u"must be after from"_qs);
    }
    Wanted wanted;
    wanted.item = askedBy(change.item, snapshot);
    wanted.count = change.count;
    wanted.during = change.during;
    wanted.owner = change.owner;
    wanted.site = change.site;
    wanted.rack = change.rack;
    ChangeOutcome outcome;
    outcome.missing = change.count;
    // Until there is no place for one more: what stands by then counts as used, as a person would read it.
    while (outcome.missing > 0) {
        wanted.count = outcome.missing;
        auto wishes = wishesOf(change.item.request, m_estate->snapshot());
        wanted.together = wishes.together;
        wanted.apart = wishes.apart;
        wanted.beside = std::move(wishes.beside);
        const auto found = findSpace(*m_estate, wanted, stop);
        if (found.cancelled) {
            outcome.cancelled = true;
            break;
        }
        if (found.plan.empty()) {
            explain(outcome, found.refused);
            break;
        }
        hold(change, found.plan, outcome);
    }
    return outcome;
}

void Scenario::hold(const PlaceChange &change, std::span<const Proposal> places, ChangeOutcome &outcome) {
    const auto &now = m_estate->snapshot();
    const Equipment device = equipmentOf(change.item, change.owner, now);
    std::vector<Addition> additions;
    std::int32_t equipment = nextId(now.equipment).value;
    std::int32_t placement = nextId(now.placements).value;
    for (const auto &proposal : places) {
        Addition addition{device, heldAt(proposal, {equipment}, change.during)};
        addition.equipment.id = {equipment++};
        addition.placement.id = {placement++};
        outcome.placed.push_back(addition.placement.id);
        additions.push_back(std::move(addition));
    }
    outcome.missing -= static_cast<int>(places.size());
    become(withPlacements(*m_estate, additions));
}

bool Scenario::placeSet(std::span<const PlaceChange> changes, std::vector<ChangeOutcome> &outcomes,
                        std::stop_token stop) {
    WantedSet set;
    for (const auto &change : changes) {
        Wanted wanted;
        wanted.item = askedBy(change.item, m_estate->snapshot());
        wanted.count = change.count;
        wanted.during = change.during;
        wanted.owner = change.owner;
        wanted.site = change.site;
        wanted.rack = change.rack;
        auto wishes = wishesOf(change.item.request, m_estate->snapshot());
        set.together = wishes.together;
        set.apart = wishes.apart;
        wanted.beside = std::move(wishes.beside);
        set.items.push_back(std::move(wanted));
    }
    const auto found = findSet(*m_estate, set, std::move(stop));
    if (found.sets.empty()) {
        return false;
    }
    outcomes.assign(changes.size(), {});
    for (std::size_t i = 0; i < changes.size(); ++i) {
        std::vector<Proposal> places;
        for (const auto &[item, place] : found.sets.front().pieces) {
            if (item == i) {
                places.push_back(place);
            }
        }
        outcomes[i].missing = changes[i].count;
        hold(changes[i], places, outcomes[i]);
    }
    return true;
}

Result<ChangeOutcome> Scenario::move(const MoveChange &change) {
    const auto &snapshot = m_estate->snapshot();
    const auto old = standing(snapshot, change.placement, change.from);
    if (!old.ok()) {
        return old.error();
    }
    const auto &[device, before] = *old;
    if (!before.rack || before.slot || !before.position || before.contested) {
        return cannot(u"placement"_qs, u"does not stand on the rails of a rack: such moves are not looked at"_qs);
    }
    const auto *rack = m_estate->rack(change.rack);
    if (!rack) {
        return cannot(u"rack"_qs, u"is none that is there"_qs);
    }
    const Period during{std::max(before.during.from, change.from), before.during.until};
    Wanted wanted;
    wanted.item = envelopeOf(device, before, snapshot);
    wanted.during = during;
    wanted.owner = device.owner;
    wanted.rack = change.rack;
    wanted.replacing = {change.placement};
    const auto found = findSpace(*m_estate, wanted);
    ChangeOutcome outcome;
    auto after = before;
    after.during = during;
    after.rack = change.rack;
    after.nodes.clear();
    if (found.plan.empty()) {
        outcome.missing = 1;
        explain(outcome, found.refused);
        return outcome;
    }
    const auto &best = found.plan.front();
    const bool as = !change.position || (best.starts & HuMask::range(change.position->halfUnits,
                                                                     change.position->halfUnits + 1)) != HuMask();
    const auto placed = heldAt(best, device.id, during);
    after.position = change.position ? *change.position : best.position;
    after.face = change.position && !change.face.isEmpty() ? change.face : best.face;
    after.half = best.half;
    after.outlets = placed.outlets;
    if (!as || after.face != best.face) {
        // Somewhere else than the search says: that is judged as it is asked for.
        auto booking = bookingOf(after, device, snapshot);
        booking.replaces = before.id;
        const Estate others = withoutPlacements(*m_estate, std::array{before.id});
        outcome.crossed = checkBooking(others, *m_estate, booking);
        if (!outcome.crossed.empty()) {
            outcome.missing = 1;
            return outcome;
        }
    }
    after.id = nextId(snapshot.placements);
    const Estate others = withoutPlacements(*m_estate, std::array{before.id});
    become(withPlacements(others, std::array{cutAt(*old, change.from), Addition{device, after}}));
    outcome.placed = {after.id};
    outcome.ended = {before.id};
    return outcome;
}

Result<ChangeOutcome> Scenario::retire(const RetireChange &change) {
    const auto &snapshot = m_estate->snapshot();
    const auto old = standing(snapshot, change.placement, change.from);
    if (!old.ok()) {
        return old.error();
    }
    const Estate others = withoutPlacements(*m_estate, std::array{change.placement});
    become(withPlacements(others, std::array{cutAt(*old, change.from)}));
    ChangeOutcome outcome;
    outcome.ended = {change.placement};
    return outcome;
}

Result<ChangeOutcome> Scenario::addRacks(const RackChange &change) {
    const auto &snapshot = m_estate->snapshot();
    const auto *like = m_estate->rack(change.like);
    if (!like) {
        return cannot(u"like"_qs, u"is no rack that is there"_qs);
    }
    for (const auto &[side, feed] : change.feeds) {
        if (m_estate->indexOf(feed) < 0) {
            return cannot(u"feeds"_qs, u"names a node that is not there"_qs);
        }
    }
    const Period during{change.from, Day::never()};
    auto changed = std::make_shared<Snapshot>(snapshot);
    std::vector<Rack> racks(snapshot.racks.begin(), snapshot.racks.end());
    std::vector<Node> nodes(snapshot.nodes.begin(), snapshot.nodes.end());
    std::vector<Outlet> outlets(snapshot.outlets.begin(), snapshot.outlets.end());
    std::vector<NetworkPorts> ports(snapshot.networkPorts.begin(), snapshot.networkPorts.end());
    LimitEdit limits(snapshot);
    const auto idAfter = [](const auto &rows) { return rows.empty() ? 1 : rows.back().id.value + 1; };

    // Its own nodes, those above first: a bank may leave it to its rack PDU to say where it is.
    std::vector<int> own;
    for (int node = 0; node < static_cast<int>(m_estate->nodeCount()); ++node) {
        if (std::ranges::any_of(m_estate->path(node), [&](int up) { return m_estate->node(up).rack == like->id; })) {
            own.push_back(node);
        }
    }
    std::ranges::stable_sort(own, {}, [&](int node) { return m_estate->path(node).size(); });

    ChangeOutcome outcome;
    for (int n = 1; n <= change.count; ++n) {
        Rack rack = *like;
        rack.id = {idAfter(racks)};
        for (int number = 1;; ++number) {
            rack.code = u"%1+%2"_qs.arg(like->code).arg(number);
            const auto same = [&](const Rack &other) { return other.room == rack.room && other.code == rack.code; };
            if (std::ranges::none_of(racks, same)) {
                break;
            }
        }
        rack.during = during;
        outcome.racks.push_back(rack.id);
        racks.push_back(rack);
        std::map<NodeId, NodeId> copies;
        for (const int index : own) {
            Node node = m_estate->node(index);
            const NodeId from = node.id;
            node.id = {idAfter(nodes)};
            copies[from] = node.id;
            node.rack = node.rack ? rack.id : RackId();
            node.during = during;
            const auto above = copies.find(node.parent);
            const auto feed = change.feeds.find(m_estate->side(index));
            const bool power = m_estate->rules(index) && m_estate->rules(index)->dimension == Dimension::Power;
            if (above != copies.end()) {
                node.parent = above->second;
            } else if (power && feed != change.feeds.end()) {
                node.parent = feed->second;
            }
            node.name.replace(like->code, rack.code);
            nodes.push_back(node);
            limits.like(*m_estate, index, node.id);
        }
        for (const auto &outlet : snapshot.outlets) {
            if (const auto copy = copies.find(outlet.node); copy != copies.end()) {
                outlets.push_back(outlet);
                outlets.back().id = {idAfter(std::span(outlets).first(outlets.size() - 1))};
                outlets.back().node = copy->second;
            }
        }
        for (const auto &some : snapshot.networkPorts) {
            if (some.rack == like->id) {
                Node node = *snapshot.nodes.find(some.node);
                node.id = {idAfter(nodes)};
                node.rack = node.rack ? rack.id : RackId();
                if (!copies.contains(some.node)) { // else it is there already
                    nodes.push_back(node);
                    limits.like(*m_estate, m_estate->indexOf(some.node), node.id);
                    copies[some.node] = node.id;
                }
                ports.push_back(some);
                ports.back().id = {ports.size() > 1 ? ports[ports.size() - 2].id.value + 1 : 1};
                ports.back().rack = rack.id;
                ports.back().node = copies[some.node];
            }
        }
    }
    changed->racks = Table<Rack>(std::move(racks));
    changed->nodes = Table<Node>(std::move(nodes));
    changed->outlets = Table<Outlet>(std::move(outlets));
    changed->networkPorts = Table<NetworkPorts>(std::move(ports));
    changed->nodeLimits = limits.table();
    become(std::move(changed));
    return outcome;
}

Result<ChangeOutcome> Scenario::addFeed(const FeedChange &change) {
    const auto &snapshot = m_estate->snapshot();
    const int like = m_estate->indexOf(change.like);
    const auto *rules = like < 0 ? nullptr : m_estate->rules(like);
    if (!rules || rules->dimension != Dimension::Power || m_estate->node(like).rack) {
        return cannot(u"like"_qs, u"is no node of the power chain outside the racks"_qs);
    }
    Node node = m_estate->node(like);
    const auto same = [&](const Node &other) { return other.site == node.site && other.name == change.name; };
    if (std::ranges::any_of(snapshot.nodes, same)) {
        return cannot(u"name"_qs, u"is that of a node that is there"_qs);
    }
    node.id = nextId(snapshot.nodes);
    node.name = change.name;
    node.during = {change.from, Day::never()};
    LimitEdit limits(snapshot);
    limits.like(*m_estate, like, node.id, change.limit);
    auto changed = std::make_shared<Snapshot>(snapshot);
    changed->nodes = withRows(snapshot.nodes, {node});
    changed->nodeLimits = limits.table();
    become(std::move(changed));
    return ChangeOutcome();
}

std::vector<Shortfall> Scenario::newlyCrossed(Standing &standing, std::optional<Failure> *failure) {
    FailureSimulator simulator(*m_estate, standing.change.during);
    auto now = simulator.fail(standing.change.failing);
    auto crossed = crossedBy(*m_estate, standing.change, now);
    std::vector<Shortfall> fresh;
    for (const auto &one : crossed) {
        const bool known = std::ranges::any_of(standing.known, [&](const Shortfall &other) {
            return std::tie(other.rule, other.where, other.quantity) == std::tie(one.rule, one.where, one.quantity) &&
                   other.date <= one.date && other.used >= one.used;
        });
        if (!known) {
            fresh.push_back(one);
        }
    }
    standing.known = std::move(crossed);
    if (failure) {
        *failure = std::move(now);
    }
    return fresh;
}

Result<ChangeOutcome> Scenario::fail(const FailChange &change) {
    if (change.failing.nodes.empty() && change.failing.units.empty()) {
        return cannot(u"node"_qs, u"is none that can fail"_qs);
    }
    if (change.during.empty()) {
        return cannot(u"until"_qs, u"must be after from"_qs);
    }
    ChangeOutcome outcome;
    m_failures.push_back({change, {}});
    outcome.crossed = newlyCrossed(m_failures.back(), &outcome.failure);
    const auto &snapshot = m_estate->snapshot();
    LimitEdit limits(snapshot);
    const auto below = allBelow(*m_estate, change.failing.nodes);
    for (const int node : below) {
        limits.atMost(*m_estate, node, change.during, 0);
    }
    for (const auto &zone : outcome.failure->cooling) {
        limitToRunning(limits, *m_estate, zone.node, change, below);
    }
    auto changed = std::make_shared<Snapshot>(snapshot);
    changed->nodeLimits = limits.table();
    become(std::move(changed));
    return outcome;
}

Result<ChangeOutcome> Scenario::refuse(const RefuseChange &change) {
    const auto &snapshot = m_estate->snapshot();
    const auto *request = snapshot.requests.find(change.request);
    static const QStringList open{u"draft"_qs,    u"submitted"_qs, u"endorsed"_qs, u"in review"_qs,
                                  u"returned"_qs, u"waiting"_qs,   u"held"_qs};
    if (!request || !open.contains(request->state)) {
        return cannot(u"request"_qs, u"is none that can still be refused"_qs);
    }
    ChangeOutcome outcome;
    std::vector<Placement> released;
    for (const auto &piece : piecesOf(change.request, snapshot)) {
        if (piece.placement->state == u"held" && stands(*piece.placement, snapshot)) {
            outcome.ended.push_back(piece.placement->id);
            released.push_back(*piece.placement);
            released.back().state = u"released"_qs;
        }
    }
    auto changed = std::make_shared<Snapshot>(withoutPlacements(*m_estate, outcome.ended).snapshot());
    changed->placements = withRows(snapshot.placements, std::move(released));
    Request refused = *request;
    refused.state = u"rejected"_qs;
    changed->requests = withRows(snapshot.requests, {refused});
    become(std::move(changed));
    return outcome;
}

} // namespace polder
