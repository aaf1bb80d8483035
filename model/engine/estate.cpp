#include "model/engine/estate.h"

#include "model/core/rackpath.h"
#include "model/engine/floorplan.h"
#include "model/engine/parts.h"
#include "model/engine/periods.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace polder {

namespace {

/// No table has more rows than an id can name.
std::uint32_t narrow(std::size_t place) {
    return static_cast<std::uint32_t>(place);
}

/// What lies at this point of a room, in whole millimetres.
Aisle aisleAt(std::span<const RoomFeature *const> features, QPointF spot) {
    for (const auto *feature : features) {
        if (contains(feature->shape, spot)) {
            return feature->kind == u"aisle_cold" ? Aisle::Cold : Aisle::Hot;
        }
    }
    return Aisle::None;
}

} // namespace

Estate::Estate(SnapshotPtr snapshot, const Estate *before)
    : m_snapshot(std::move(snapshot))
    , m_rackPlaces(m_snapshot->racks)
    , m_nodePlaces(m_snapshot->nodes)
    , m_kin(*m_snapshot, m_rackPlaces)
    , m_nodes(m_snapshot->nodes.size())
    , m_glances(m_snapshot->nodes.size())
    , m_racks(m_snapshot->racks.size()) {
    std::ranges::transform(m_snapshot->nodes, m_nodes.begin(), [](const Node &row) {
        NodeIndex node;
        node.row = &row;
        node.id = row.id;
        node.during = row.during;
        node.rack = row.rack;
        return node;
    });
    indexSides();
    indexPaths();
    indexLimits();
    indexLedger(before);
    indexRacks();
    indexPower();
    indexPorts();
    indexOutlets();
    indexOneSides();
    indexEnvironments();
    indexPeaks();
    indexAisles();
}

int Estate::indexOf(NodeId node) const {
    return m_nodePlaces.of(node);
}

const Estate::RackIndex *Estate::rackIndex(RackId rack) const {
    const int place = m_rackPlaces.of(rack);
    return place < 0 ? nullptr : &m_racks[place];
}

Estate::RackIndex *Estate::rackIndex(RackId rack) {
    return const_cast<RackIndex *>(std::as_const(*this).rackIndex(rack));
}

void Estate::indexSides() {
    m_sides = {QString()};
    for (const auto &row : m_snapshot->nodes) {
        if (std::ranges::find(m_sides, row.side) == m_sides.end()) {
            m_sides.push_back(row.side);
        }
    }
    std::ranges::sort(m_sides); // that of none is the first
}

void Estate::indexPaths() {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto &index = m_nodes[i];
        const auto sideNamed = [this](const QString &name) {
            return static_cast<int>(std::ranges::find(m_sides, name) - m_sides.begin());
        };
        index.rules = rulesOf(index.row->kind);
        m_glances[i].parent = indexOf(index.row->parent);
        index.path.first = narrow(m_paths.size());
        // A forest has no cycle, but a snapshot is data: never longer than the number of nodes.
        for (int at = static_cast<int>(i); at >= 0 && index.path.count < m_nodes.size();
             at = indexOf(node(at).parent)) {
            m_paths.push_back(at);
            ++index.path.count;
            if (index.side == 0) {
                index.side = sideNamed(node(at).side);
            }
        }
    }
}

void Estate::indexLimits() {
    m_limits.assign(m_snapshot->nodeLimits.begin(), m_snapshot->nodeLimits.end());
    std::ranges::sort(m_limits, {}, [](const NodeLimit &limit) { return std::tuple(limit.node, limit.from); });
    for (std::size_t first = 0, next = 0; first < m_limits.size(); first = next) {
        while (next < m_limits.size() && m_limits[next].node == m_limits[first].node) {
            ++next;
        }
        if (const int node = indexOf(m_limits[first].node); node >= 0) {
            m_nodes[node].limits = {narrow(first), narrow(next - first)};
        }
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto limits = part(std::span<const NodeLimit>(m_limits), m_nodes[i].limits);
        if (limits.size() == 1 && limits.front().normalMain) {
            m_glances[i].steady = {*limits.front().normalMain,
                                   common(m_nodes[i].row->during, {limits.front().from, Day::never()})};
        }
    }
}

/// Memory that is used for one node after the other, so that what stays lies together.
struct Estate::LoadsMaker {
    struct Part {
        NodeId source; ///< none: normally
        std::size_t first, count, places;
    };
    std::vector<LedgerStep> ledger;
    std::vector<const LedgerStep *> byDay;
    std::vector<Step> steps;
    std::vector<Part> parts;
    std::vector<std::uint32_t> places;

    std::shared_ptr<const NodeLoads> make(const NodeSteps &of);

private:
    Load addNormal();
    Load addShifted();
    void addPlaces();
};

void Estate::indexLedger(const Estate *before) {
    m_timelines.resize(m_nodes.size());
    std::vector<const NodeSteps *> fresh;
    for (const auto &steps : m_snapshot->ledger.nodes()) {
        const int at = indexOf(steps.id);
        const int known = before ? before->indexOf(steps.id) : -1;
        const auto *loads = known >= 0 ? before->m_nodes[known].loads.get() : nullptr;
        if (at >= 0 && loads && loads->of.sameAs(steps)) {
            m_nodes[at].loads = before->m_nodes[known].loads;
        } else if (at >= 0) {
            fresh.push_back(&steps);
        }
    }
    constexpr std::size_t worthAThread = 1000;
    inParts(fresh.size(), partsOf(fresh.size(), worthAThread), [&](std::size_t, std::size_t from, std::size_t past) {
        LoadsMaker maker;
        for (auto i = from; i < past; ++i) {
            m_nodes[indexOf(fresh[i]->id)].loads = maker.make(*fresh[i]);
        }
    });

    Day first = Day::never();
    Day last = Day::always();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (const auto *loads = m_nodes[i].loads.get()) {
            m_nodes[i].worst = loads->worst;
            m_timelines[i] = loads->normal;
            first = std::min(first, loads->normal.steps().front().from);
            last = std::max(last, loads->normal.steps().back().from);
        }
    }
    if (first <= last) {
        m_firstQuarter = Quarter::of(first);
        m_quarters = static_cast<std::size_t>(Quarter::of(last) - m_firstQuarter) + 2;
    }
}

std::shared_ptr<const Estate::NodeLoads> Estate::LoadsMaker::make(const NodeSteps &of) {
    ledger.clear(), byDay.clear(), steps.clear(), parts.clear(), places.clear();
    of.appendTo(ledger);
    auto loads = std::make_shared<NodeLoads>();
    loads->of = of;
    loads->worst = addNormal();
    loads->worst += addShifted();
    addPlaces();

    // Spans into these are kept: they are as large as they have to be.
    loads->steps = PackedSteps(steps);
    loads->places.assign(places.begin(), places.end());
    const auto lineOf = [&loads](const Part &part) {
        const auto own = loads->steps.view().subspan(part.first, part.count);
        const auto quarters = Quarter::of(own.back().from) - Quarter::of(own.front().from) + 1;
        return Timeline(
            own,
            std::span<const std::uint32_t>(loads->places).subspan(part.places, static_cast<std::size_t>(quarters)));
    };
    loads->normal = lineOf(parts.front());
    loads->failovers.reserve(parts.size() - 1);
    for (const auto &part : std::span(parts).subspan(1)) {
        loads->failovers.push_back({part.source, lineOf(part)});
    }
    return loads;
}

/// The most of each quantity.
Load Estate::LoadsMaker::addNormal() {
    for (const auto &step : ledger) {
        byDay.push_back(&step);
    }
    std::ranges::stable_sort(byDay, {}, &LedgerStep::day);
    Load sum, most;
    for (const auto *step : byDay) {
        sum += step->normal;
        if (!steps.empty() && steps.back().from == step->day) {
            steps.back().level = sum;
        } else {
            steps.push_back({step->day, sum});
        }
        raise(most, sum);
    }
    parts.push_back({{}, 0, steps.size(), 0});
    return most;
}

Load Estate::LoadsMaker::addShifted() {
    Load extra, most;
    for (const auto &step : ledger) {
        if (!step.source) {
            continue;
        }
        if (parts.back().source != step.source) {
            parts.push_back({step.source, steps.size(), 0, 0});
            extra = {};
        }
        extra += step.extra;
        steps.push_back({step.day, extra});
        ++parts.back().count;
        raise(most, extra);
    }
    return most;
}

void Estate::LoadsMaker::addPlaces() {
    for (auto &part : parts) {
        part.places = places.size();
        const auto own = Steps(steps).subspan(part.first, part.count);
        std::uint32_t place = 0;
        for (auto quarter = Quarter::of(own.front().from); quarter <= Quarter::of(own.back().from); ++quarter) {
            while (own.day(place).number < Quarter::start(quarter)) {
                ++place;
            }
            places.push_back(place);
        }
    }
}

void Estate::indexRacks() {
    auto index = m_racks.begin();
    for (const auto &rack : racks()) {
        const auto *room = m_snapshot->rooms.find(rack.room);
        index->row = &rack;
        index->room = room;
        index->site = room ? m_snapshot->sites.find(room->site) : nullptr;
        m_rackNames.push_back(rackPath(*m_snapshot, rack.id));
        index->boxes = m_snapshot->occupancy.rowsOf(rack.id);
        index->zone = indexOf(rack.coolingZone);
        ++index;
    }
    for (int at = 0; at < std::ssize(m_nodes); ++at) {
        auto *rack = rackIndex(node(at).rack);
        if (!rack) {
            continue;
        }
        const auto &kind = node(at).kind;
        if (kind == u"rack_mass") {
            rack->mass = at;
        } else if (kind == u"rack_heat") {
            rack->heat = at;
        } else if (kind == u"floor_area") {
            rack->floor = at;
        }
    }
}

void Estate::indexPower() {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto &row = *m_nodes[i].row;
        const auto *parent = m_snapshot->nodes.find(row.parent);
        const bool power = m_nodes[i].rules && m_nodes[i].rules->dimension == Dimension::Power;
        if (power && row.rack && !(parent && parent->rack == row.rack)) {
            m_power.push_back(static_cast<int>(i));
        }
    }
    std::ranges::sort(m_power, {}, [&](int at) { return std::tuple(node(at).rack, sideOf(at), at); });
    for (std::size_t i = 0; i < m_power.size(); ++i) {
        if (auto *rack = rackIndex(node(m_power[i]).rack)) {
            auto &range = rack->power;
            range.first = range.count == 0 ? narrow(i) : range.first;
            ++range.count;
        }
    }
}

void Estate::indexPorts() {
    std::map<RackId, std::vector<const NetworkPorts *>> ofRack;
    std::map<RowId, std::vector<const NetworkPorts *>> ofRow;
    for (const auto &ports : m_snapshot->networkPorts) {
        (ports.room ? m_roomPorts : ports.rack ? ofRack[ports.rack] : ofRow[ports.row]).push_back(&ports);
    }
    std::ranges::stable_sort(m_roomPorts, {}, &NetworkPorts::room);
    auto index = m_racks.begin();
    for (const auto &rack : racks()) {
        index->ports.first = narrow(m_ports.size());
        for (const auto *all : {&ofRack[rack.id], &ofRow[rack.row]}) {
            m_ports.insert(m_ports.end(), all->begin(), all->end());
        }
        index->ports.count = narrow(m_ports.size()) - index->ports.first;
        ++index;
    }
}

void Estate::indexOutlets() {
    using Kind = std::tuple<SharedText, int, SharedText>;
    struct Place {
        RackIndex *rack;
        RackOutlet outlet;
        int kind;
        [[nodiscard]] auto bank() const { return std::tuple(rack->row->id, outlet.node, kind); }
    };
    std::vector<Kind> kinds;
    std::vector<Place> places;
    places.reserve(m_snapshot->outlets.size());
    for (const auto &outlet : m_snapshot->outlets) {
        const int at = indexOf(outlet.node);
        if (at < 0) {
            continue;
        }
        // A bank may leave it to its rack PDU to say in which rack it is.
        const auto up = path(at);
        const auto inRack = std::ranges::find_if(up, [this](int above) { return bool(node(above).rack); });
        auto *rack = inRack == up.end() ? nullptr : rackIndex(node(*inRack).rack);
        if (!rack) {
            continue;
        }
        Kind kind{outlet.phases, outlet.maxMilliampere, outlet.type};
        const auto known = std::ranges::find(kinds, kind);
        places.push_back(
            {rack, {outlet, at, m_snapshot->outletUse.rowsOf(outlet.id)}, static_cast<int>(known - kinds.begin())});
        if (known == kinds.end()) {
            kinds.push_back(std::move(kind));
        }
    }
    m_bankKinds = kinds.size();
    std::ranges::stable_sort(places, {}, [this](const Place &place) {
        return std::tuple(place.rack->row->id, sideOf(place.outlet.node), place.outlet.node, place.kind);
    });
    const auto phaseOf = [](SharedText phases) {
        return phases == u"1" ? &Load::l1 : phases == u"2" ? &Load::l2 : phases == u"3" ? &Load::l3 : &Load::main;
    };
    // Spans into it are kept, so it may not grow beyond what is reserved.
    m_outlets.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto &[rack, outlet, kind] = places[i];
        m_outlets.push_back(outlet);
        rack->outlets.first = rack->outlets.count++ == 0 ? narrow(i) : rack->outlets.first;
        if (i == 0 || places[i - 1].bank() != places[i].bank()) {
            if (rack->banks.count == 0 || m_banks.back().node != outlet.node) {
                rack->bankNodes.first =
                    rack->bankNodes.count++ == 0 ? narrow(m_bankNodes.size()) : rack->bankNodes.first;
                m_bankNodes.push_back(outlet.node);
            }
            rack->singlePhase = rack->singlePhase && phaseOf(outlet.outlet->phases) != &Load::main;
            rack->banks.first = rack->banks.count++ == 0 ? narrow(m_banks.size()) : rack->banks.first;
            m_banks.push_back({outlet.node, sideOf(outlet.node), kind, phaseOf(outlet.outlet->phases),
                               outlet.outlet->phases, outlet.outlet->maxMilliampere, std::span(&m_outlets.back(), 1)});
        } else {
            m_banks.back().outlets = std::span(m_banks.back().outlets.data(), m_banks.back().outlets.size() + 1);
        }
    }
}

void Estate::indexOneSides() {
    for (const auto &rack : m_racks) {
        const auto &sides = rack.row->sides;
        if (sides.size() < 2) {
            continue;
        }
        const auto look = [&](int at) {
            m_glances[at].oneSide =
                std::ranges::any_of(path(at), [&](int up) { return sides.contains(node(up).side); });
        };
        std::ranges::for_each(part(std::span<const int>(m_power), rack.power), look);
        for (const int bank : part(std::span<const int>(m_bankNodes), rack.bankNodes)) {
            for (const int at : path(bank)) {
                if (rackOf(at) == rack.row->id) {
                    look(at);
                }
            }
        }
    }
}

void Estate::indexEnvironments() {
    for (const auto &environment : m_snapshot->roomEnvironments) {
        m_environments.push_back(&environment);
    }
    std::ranges::stable_sort(m_environments, {}, &RoomEnvironment::room);
}

void Estate::indexPeaks() {
    m_peaks.resize(m_quarters * m_nodes.size());
    for (int node = 0; node < std::ssize(m_nodes); ++node) {
        const auto peak = [&](std::size_t quarter) -> std::int64_t & { return m_peaks[peakAt(quarter, node)]; };
        std::size_t quarter = 0;
        std::int64_t level = 0;
        for (const auto &step : normal(node)) {
            const auto at = static_cast<std::size_t>(Quarter::of(step.from) - m_firstQuarter);
            for (; quarter < at; ++quarter) {
                peak(quarter + 1) = level;
            }
            level = step.level.main;
            // What changes on the first day of a quarter was never carried into it.
            const bool first = step.from.number == Quarter::start(Quarter::of(step.from));
            peak(at) = first ? level : std::max(peak(at), level);
        }
        for (; quarter + 1 < m_quarters; ++quarter) {
            peak(quarter + 1) = level;
        }
    }
}

Estate::PeakBounds Estate::peakBounds(int node, Period during) const {
    PeakBounds bounds;
    if (m_quarters == 0) {
        return bounds;
    }
    // Before the first quarter there is nothing, and the last one goes on for ever.
    const auto quarterOf = [this](Day day) {
        return std::clamp<std::int64_t>(Quarter::of(day) - m_firstQuarter, -1,
                                        static_cast<std::int64_t>(m_quarters) - 1);
    };
    const auto last = quarterOf(during.until.plus(-1));
    const auto start = [this](std::int64_t quarter) { return Quarter::start(m_firstQuarter + quarter); };
    for (auto quarter = std::max<std::int64_t>(quarterOf(during.from), 0); quarter <= last; ++quarter) {
        const auto peak = m_peaks[peakAt(static_cast<std::size_t>(quarter), node)];
        const bool whole =
            during.from.number <= start(quarter) && (during.openEnded() || start(quarter + 1) <= during.until.number);
        bounds.most = std::max(bounds.most, peak);
        bounds.least = whole ? std::max(bounds.least, peak) : bounds.least;
    }
    return bounds;
}

std::int64_t Estate::peak(int node, Period during) const {
    const auto &line = timeline(node);
    const Steps steps = line.steps();
    std::size_t next = line.after(during.from);
    std::int64_t peak = next == 0 ? 0 : steps.main(next - 1);
    const auto walkTo = [&](Day day) {
        for (; next < steps.size() && steps.day(next) < day; ++next) {
            peak = std::max(peak, steps.main(next));
        }
    };
    const auto start = [this](std::int64_t quarter) {
        return Day{static_cast<std::int32_t>(Quarter::start(m_firstQuarter + quarter))};
    };
    const auto count = static_cast<std::int64_t>(m_quarters);
    // From the first quarter that begins on these days to the one that they end in.
    const auto first =
        std::max<std::int64_t>(Quarter::of(std::int64_t{during.from.number} - 1) + 1 - m_firstQuarter, 0);
    const auto past = during.openEnded() ? count : std::min(Quarter::of(during.until) - m_firstQuarter, count);
    if (first < past) {
        walkTo(start(first));
        for (auto quarter = first; quarter < past; ++quarter) {
            peak = std::max(peak, m_peaks[peakAt(static_cast<std::size_t>(quarter), node)]);
        }
        next = past == count ? steps.size() : line.after(start(past).plus(-1));
    }
    walkTo(during.until);
    return peak;
}

void Estate::indexAisles() {
    std::map<RoomId, std::vector<const RoomFeature *>> ofRoom;
    for (const auto &feature : m_snapshot->roomFeatures) {
        if (feature.kind == u"aisle_cold" || feature.kind == u"aisle_hot") {
            ofRoom[feature.room].push_back(&feature);
        }
    }
    for (auto &index : m_racks) {
        const auto features = ofRoom.find(index.row->room);
        for (const bool rear : {false, true}) {
            if (features != ofRoom.end()) {
                index.aisles[rear] = aisleAt(features->second, spotBefore(*index.row, rear));
            }
        }
    }
}

std::span<const RoomEnvironment *const> Estate::environments(RoomId room) const {
    return std::ranges::equal_range(m_environments, room, {}, &RoomEnvironment::room);
}

const Rack *Estate::rack(RackId id) const {
    const auto *index = rackIndex(id);
    return index ? index->row : nullptr;
}

const Room *Estate::room(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->room : nullptr;
}

Aisle Estate::aisle(RackId rack, bool rear) const {
    const auto *index = rackIndex(rack);
    return index ? index->aisles[rear] : Aisle::None;
}

std::span<const OccupiedBox> Estate::boxes(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->boxes : std::span<const OccupiedBox>();
}

std::span<const Estate::RackOutlet> Estate::outlets(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? part(std::span(m_outlets), index->outlets) : std::span<const RackOutlet>();
}

std::span<const Estate::Bank> Estate::banks(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? part(std::span(m_banks), index->banks) : std::span<const Bank>();
}

std::span<const int> Estate::bankNodes(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? part(std::span<const int>(m_bankNodes), index->bankNodes) : std::span<const int>();
}

bool Estate::isSinglePhase(RackId rack) const {
    const auto *index = rackIndex(rack);
    return !index || index->singlePhase;
}

std::span<const OutletUse> Estate::uses(OutletId outlet) const {
    return m_snapshot->outletUse.rowsOf(outlet);
}

std::span<const int> Estate::powerNodes(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? part(std::span(m_power), index->power) : std::span<const int>();
}

std::span<const NetworkPorts *const> Estate::ports(RackId rack, RoomId room) const {
    if (!rack) {
        return std::ranges::equal_range(m_roomPorts, room, {}, &NetworkPorts::room);
    }
    const auto *index = rackIndex(rack);
    return index ? part(std::span<const NetworkPorts *const>(m_ports), index->ports)
                 : std::span<const NetworkPorts *const>();
}

int Estate::massNode(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->mass : -1;
}

int Estate::heatNode(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->heat : -1;
}

int Estate::floorNode(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->floor : -1;
}

int Estate::zoneNode(RackId rack, RoomId room) const {
    if (!rack) {
        const auto *floor = m_snapshot->rooms.find(room);
        return floor ? indexOf(floor->coolingZone) : -1;
    }
    const auto *index = rackIndex(rack);
    return index ? index->zone : -1;
}

int Estate::loopNode(RackId rack, RoomId room) const {
    const auto *stand = this->rack(rack);
    const auto *floor = m_snapshot->rooms.find(room);
    return stand ? indexOf(stand->liquidLoop) : !rack && floor ? indexOf(floor->liquidLoop) : -1;
}

const Site *Estate::site(RackId rack) const {
    const auto *index = rackIndex(rack);
    return index ? index->site : nullptr;
}

QString Estate::rackName(RackId rack) const {
    const int place = placeOf(rack);
    return place >= 0 ? m_rackNames[place] : rackPath(*m_snapshot, rack);
}

QString Estate::roomName(RoomId id) const {
    const auto *room = m_snapshot->rooms.find(id);
    const auto *at = room ? m_snapshot->sites.find(room->site) : nullptr;
    return at ? at->code + u'/' + room->code : QString();
}

std::span<const int> Estate::path(int node) const {
    return part(std::span(m_paths), m_nodes[node].path);
}

std::span<const Estate::Failover> Estate::failovers(int node) const {
    const auto &loads = m_nodes[node].loads;
    return loads ? std::span<const Failover>(loads->failovers) : std::span<const Failover>();
}

std::span<const NodeLimit> Estate::limits(int node) const {
    return part(std::span(m_limits), m_nodes[node].limits);
}

const NodeLimit *Estate::limitOn(int node, Day day) const {
    const auto all = limits(node);
    const auto after = std::ranges::upper_bound(all, day, {}, &NodeLimit::from);
    return after == all.begin() ? nullptr : &*std::prev(after);
}

QString Estate::nodeName(int index) const {
    const auto &row = node(index);
    if (row.rack && m_nodes[index].rules && m_nodes[index].rules->dimension != Dimension::Power) {
        return rackName(row.rack);
    }
    const auto *at = m_snapshot->sites.find(row.site);
    return at ? at->code + u' ' + row.name : row.name;
}

QString Estate::unitOf(int index) const {
    const auto *rules = m_nodes[index].rules;
    if (rules && rules->dimension == Dimension::Quota) {
        for (const auto &line : m_snapshot->agreementLines) {
            if (line.node == node(index).id) {
                return baseUnit(Dimension::Quota, line.unit);
            }
        }
    }
    return baseUnit(rules ? rules->dimension : Dimension::Other);
}

} // namespace polder
