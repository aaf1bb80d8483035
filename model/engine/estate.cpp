#include "model/engine/estate.h"

#include "model/core/rackpath.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace polder {

Load levelOn(Steps steps, Day day) {
    const auto after = std::ranges::upper_bound(steps, day, {}, &Step::from);
    return after == steps.begin() ? Load{} : std::prev(after)->level;
}

Estate::Estate(SnapshotPtr snapshot)
    : m_snapshot(std::move(snapshot))
    , m_nodes(m_snapshot->nodes.size())
    , m_racks(m_snapshot->racks.size()) {
    std::ranges::transform(m_snapshot->nodes, m_nodes.begin(), [](const Node &row) {
        NodeIndex node;
        node.row = &row;
        return node;
    });
    indexPaths();
    indexLimits();
    indexLedger();
    indexRacks();
    indexPower();
    indexPorts();
    indexOutlets();
}

int Estate::indexOf(NodeId node) const {
    return m_snapshot->nodes.placeOf(node);
}

std::size_t Estate::rackIndex(RackId rack) const {
    return static_cast<std::size_t>(m_snapshot->racks.placeOf(rack));
}

void Estate::indexPaths() {
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto &index = m_nodes[i];
        index.rules = rulesOf(index.row->kind);
        index.path.first = m_paths.size();
        // A forest has no cycle, but a snapshot is data: never longer than the number of nodes.
        for (int at = static_cast<int>(i); at >= 0 && index.path.count < m_nodes.size();
             at = indexOf(node(at).parent)) {
            m_paths.push_back(at);
            ++index.path.count;
            if (index.side.isEmpty()) {
                index.side = node(at).side;
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
            m_nodes[node].limits = {first, next - first};
        }
    }
}

void Estate::indexLedger() {
    std::size_t failovers = 0;
    const LedgerStep *before = nullptr;
    for (const auto &step : m_snapshot->ledger) {
        failovers += step.source && !(before && before->node == step.node && before->source == step.source);
        before = &step;
    }
    // Spans into both vectors are kept, so they may not grow beyond what is reserved.
    m_steps.reserve(2 * m_snapshot->ledger.size());
    m_failovers.reserve(failovers);
    for (auto &index : m_nodes) {
        indexLoad(index, m_snapshot->ledger.rowsOf(index.row->id));
    }
}

void Estate::indexLoad(NodeIndex &index, std::span<const LedgerStep> ledger) {
    std::vector<const LedgerStep *> byDay;
    byDay.reserve(ledger.size());
    for (const auto &step : ledger) {
        byDay.push_back(&step);
    }
    std::ranges::stable_sort(byDay, {}, &LedgerStep::day);
    index.normal.first = m_steps.size();
    Load sum;
    for (const auto *step : byDay) {
        sum += step->normal;
        if (m_steps.size() > index.normal.first && m_steps.back().from == step->day) {
            m_steps.back().level = sum;
        } else {
            m_steps.push_back({step->day, sum});
        }
    }
    index.normal.count = m_steps.size() - index.normal.first;

    index.failovers.first = m_failovers.size();
    for (auto step = ledger.begin(); step != ledger.end();) {
        const NodeId source = step->source;
        const std::size_t start = m_steps.size();
        Load extra;
        for (; step != ledger.end() && step->source == source; ++step) {
            extra += step->extra;
            if (source) {
                m_steps.push_back({step->day, extra});
            }
        }
        if (source) {
            m_failovers.push_back({source, Steps(m_steps).subspan(start)});
        }
    }
    index.failovers.count = m_failovers.size() - index.failovers.first;
}

void Estate::indexRacks() {
    auto index = m_racks.begin();
    for (const auto &rack : racks()) {
        const auto *room = m_snapshot->rooms.find(rack.room);
        index->site = room ? m_snapshot->sites.find(room->site) : nullptr;
        index->boxes = m_snapshot->occupancy.rowsOf(rack.id);
        index->zone = m_snapshot->nodes.find(rack.coolingZone);
        ++index;
    }
    for (const auto &node : m_nodes) {
        const auto rack = rackIndex(node.row->rack);
        if (rack >= m_racks.size()) {
            continue;
        }
        if (node.row->kind == u"rack_mass") {
            m_racks[rack].mass = node.row;
        } else if (node.row->kind == u"rack_heat") {
            m_racks[rack].heat = node.row;
        } else if (node.row->kind == u"floor_area") {
            m_racks[rack].floor = node.row;
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
    std::ranges::sort(m_power, {}, [&](int at) { return std::tuple(node(at).rack, side(at), at); });
    for (std::size_t i = 0; i < m_power.size(); ++i) {
        if (const auto rack = rackIndex(node(m_power[i]).rack); rack < m_racks.size()) {
            auto &range = m_racks[rack].power;
            range.first = range.count == 0 ? i : range.first;
            ++range.count;
        }
    }
}

void Estate::indexPorts() {
    std::map<RackId, std::vector<const NetworkPorts *>> ofRack;
    std::map<RowId, std::vector<const NetworkPorts *>> ofRow;
    for (const auto &ports : m_snapshot->networkPorts) {
        (ports.rack ? ofRack[ports.rack] : ofRow[ports.row]).push_back(&ports);
    }
    auto index = m_racks.begin();
    for (const auto &rack : racks()) {
        index->ports.first = m_ports.size();
        for (const auto *all : {&ofRack[rack.id], &ofRow[rack.row]}) {
            m_ports.insert(m_ports.end(), all->begin(), all->end());
        }
        index->ports.count = m_ports.size() - index->ports.first;
        ++index;
    }
}

void Estate::indexOutlets() {
    std::vector<std::pair<RackId, RackOutlet>> byRack;
    for (const auto &outlet : m_snapshot->outlets) {
        const int bank = indexOf(outlet.node);
        if (bank < 0) {
            continue;
        }
        // A bank may leave it to its rack PDU to say in which rack it is.
        for (const int at : path(bank)) {
            if (const RackId rack = node(at).rack) {
                byRack.push_back({rack, {&outlet, bank}});
                break;
            }
        }
    }
    std::ranges::sort(byRack, [this](const auto &a, const auto &b) {
        const auto key = [this](const std::pair<RackId, RackOutlet> &entry) {
            const auto &[rack, at] = entry;
            return std::tie(rack, side(at.node), at.node, at.outlet->phases, at.outlet->id);
        };
        return key(a) < key(b);
    });
    m_outlets.reserve(byRack.size());
    for (const auto &[rack, outlet] : byRack) {
        if (const auto index = rackIndex(rack); index < m_racks.size()) {
            auto &range = m_racks[index].outlets;
            if (range.count == 0) {
                range.first = m_outlets.size();
            }
            ++range.count;
            m_outlets.push_back(outlet);
        }
    }
}

std::span<const OccupiedBox> Estate::boxes(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].boxes : std::span<const OccupiedBox>();
}

std::span<const Estate::RackOutlet> Estate::outlets(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(std::span(m_outlets), m_racks[index].outlets) : std::span<const RackOutlet>();
}

std::span<const OutletUse> Estate::uses(OutletId outlet) const {
    return m_snapshot->outletUse.rowsOf(outlet);
}

std::span<const int> Estate::powerNodes(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(std::span(m_power), m_racks[index].power) : std::span<const int>();
}

std::span<const NetworkPorts *const> Estate::ports(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(std::span<const NetworkPorts *const>(m_ports), m_racks[index].ports)
                                  : std::span<const NetworkPorts *const>();
}

const Node *Estate::massNode(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].mass : nullptr;
}

const Node *Estate::heatNode(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].heat : nullptr;
}

const Node *Estate::floorNode(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].floor : nullptr;
}

const Node *Estate::zoneNode(RackId rack, RoomId room) const {
    if (!rack) {
        const auto *floor = m_snapshot->rooms.find(room);
        return floor ? m_snapshot->nodes.find(floor->coolingZone) : nullptr;
    }
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].zone : nullptr;
}

const Node *Estate::loopNode(RackId rack, RoomId room) const {
    const auto *stand = m_snapshot->racks.find(rack);
    const auto *floor = m_snapshot->rooms.find(room);
    return stand            ? m_snapshot->nodes.find(stand->liquidLoop)
           : !rack && floor ? m_snapshot->nodes.find(floor->liquidLoop)
                            : nullptr;
}

const Site *Estate::site(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].site : nullptr;
}

QString Estate::rackName(RackId rack) const {
    return rackPath(*m_snapshot, rack);
}

QString Estate::roomName(RoomId id) const {
    const auto *room = m_snapshot->rooms.find(id);
    const auto *at = room ? m_snapshot->sites.find(room->site) : nullptr;
    return at ? at->code + u'/' + room->code : QString();
}

std::span<const int> Estate::path(int node) const {
    return part(std::span(m_paths), m_nodes[node].path);
}

Steps Estate::normal(int node) const {
    return part(Steps(m_steps), m_nodes[node].normal);
}

std::span<const Estate::Failover> Estate::failovers(int node) const {
    return part(std::span(m_failovers), m_nodes[node].failovers);
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
    if (!m_nodes[index].rules) {
        return baseUnit(Dimension::Other);
    }
    for (const auto &line : m_snapshot->agreementLines) {
        if (line.node == node(index).id) {
            return baseUnit(Dimension::Quota, line.unit);
        }
    }
    return baseUnit(m_nodes[index].rules->dimension);
}

} // namespace polder
