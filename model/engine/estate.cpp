#include "model/engine/estate.h"

#include "model/core/rackpath.h"

#include <algorithm>
#include <tuple>

namespace polder {

namespace {

template <typename T>
int placeIn(const Table<T> &table, const T *row) {
    return row ? static_cast<int>(row - table.rows().data()) : -1;
}

} // namespace

Load levelOn(Steps steps, Day day) {
    const auto after = std::ranges::upper_bound(steps, day, {}, &Step::from);
    return after == steps.begin() ? Load{} : std::prev(after)->level;
}

Estate::Estate(SnapshotPtr snapshot)
    : m_snapshot(std::move(snapshot))
    , m_nodes(m_snapshot->nodes.size())
    , m_racks(m_snapshot->racks.size())
    , m_uses(m_snapshot->outlets.size()) {
    indexPaths();
    indexLimits();
    indexLedger();
    indexRacks();
    indexPower();
    indexOutlets();
}

int Estate::indexOf(NodeId node) const {
    return placeIn(m_snapshot->nodes, m_snapshot->nodes.find(node));
}

std::size_t Estate::rackIndex(RackId rack) const {
    return static_cast<std::size_t>(placeIn(m_snapshot->racks, m_snapshot->racks.find(rack)));
}

void Estate::indexPaths() {
    const auto all = nodes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto &node = m_nodes[i];
        node.rules = rulesOf(all[i].kind);
        node.path.first = m_paths.size();
        // A forest has no cycle, but a snapshot is data: never longer than the number of nodes.
        for (int at = static_cast<int>(i); at >= 0 && node.path.count < all.size(); at = indexOf(all[at].parent)) {
            m_paths.push_back(at);
            ++node.path.count;
            if (node.side.isEmpty()) {
                node.side = all[at].side;
            }
        }
    }
}

void Estate::indexLimits() {
    const auto all = m_snapshot->nodeLimits.rows();
    m_limits.assign(all.begin(), all.end());
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
    const auto all = m_snapshot->ledger.rows();
    std::size_t failovers = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        failovers += all[i].source && (i == 0 || all[i - 1].node != all[i].node || all[i - 1].source != all[i].source);
    }
    // Spans into both vectors are kept, so they may not grow beyond what is reserved.
    m_steps.reserve(2 * all.size());
    m_failovers.reserve(failovers);

    for (std::size_t first = 0, next = 0; first < all.size(); first = next) {
        while (next < all.size() && all[next].node == all[first].node) {
            ++next;
        }
        const int node = indexOf(all[first].node);
        if (node < 0) {
            continue;
        }
        auto &index = m_nodes[node];
        std::vector<const LedgerStep *> byDay;
        for (std::size_t i = first; i < next; ++i) {
            byDay.push_back(&all[i]);
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
        for (std::size_t i = first; i < next;) {
            const NodeId source = all[i].source;
            const std::size_t start = m_steps.size();
            Load extra;
            for (; i < next && all[i].source == source; ++i) {
                extra += all[i].extra;
                if (source) {
                    m_steps.push_back({all[i].day, extra});
                }
            }
            if (source) {
                m_failovers.push_back({source, Steps(m_steps).subspan(start)});
            }
        }
        index.failovers.count = m_failovers.size() - index.failovers.first;
    }
}

void Estate::indexRacks() {
    const auto all = racks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto *room = m_snapshot->rooms.find(all[i].room);
        m_racks[i].site = room ? m_snapshot->sites.find(room->site) : nullptr;
    }
    const auto boxes = m_snapshot->occupancy.rows();
    for (std::size_t first = 0, next = 0; first < boxes.size(); first = next) {
        while (next < boxes.size() && boxes[next].rack == boxes[first].rack) {
            ++next;
        }
        if (const auto rack = rackIndex(boxes[first].rack); rack < m_racks.size()) {
            m_racks[rack].boxes = {first, next - first};
        }
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto &node = nodes()[i];
        const auto rack = rackIndex(node.rack);
        if (rack < m_racks.size() && m_nodes[i].rules) {
            switch (m_nodes[i].rules->dimension) {
            case Dimension::Mass:
                m_racks[rack].mass = &node;
                break;
            case Dimension::Heat:
                m_racks[rack].heat = &node;
                break;
            default:
                break;
            }
        }
    }
}

void Estate::indexPower() {
    const auto all = nodes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto *parent = m_snapshot->nodes.find(all[i].parent);
        const bool power = m_nodes[i].rules && m_nodes[i].rules->dimension == Dimension::Power;
        if (power && all[i].rack && !(parent && parent->rack == all[i].rack)) {
            m_power.push_back(static_cast<int>(i));
        }
    }
    std::ranges::sort(m_power, {}, [&](int node) { return std::tuple(all[node].rack, side(node), node); });
    for (std::size_t i = 0; i < m_power.size(); ++i) {
        if (const auto rack = rackIndex(all[m_power[i]].rack); rack < m_racks.size()) {
            auto &range = m_racks[rack].power;
            range.first = range.count == 0 ? i : range.first;
            ++range.count;
        }
    }
}

void Estate::indexOutlets() {
    const auto all = m_snapshot->outlets.rows();
    std::vector<std::pair<RackId, RackOutlet>> byRack;
    for (const auto &outlet : all) {
        const int node = indexOf(outlet.node);
        if (node < 0) {
            continue;
        }
        // A bank may leave it to its rack PDU to say in which rack it is.
        for (const int at : path(node)) {
            if (const RackId rack = nodes()[at].rack) {
                byRack.push_back({rack, {&outlet, node}});
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

    const auto uses = m_snapshot->outletUse.rows();
    for (std::size_t first = 0, next = 0; first < uses.size(); first = next) {
        while (next < uses.size() && uses[next].outlet == uses[first].outlet) {
            ++next;
        }
        if (const int outlet = placeIn(m_snapshot->outlets, m_snapshot->outlets.find(uses[first].outlet));
            outlet >= 0) {
            m_uses[outlet] = {first, next - first};
        }
    }
}

std::span<const OccupiedBox> Estate::boxes(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(m_snapshot->occupancy.rows(), m_racks[index].boxes)
                                  : std::span<const OccupiedBox>();
}

std::span<const Estate::RackOutlet> Estate::outlets(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(std::span(m_outlets), m_racks[index].outlets) : std::span<const RackOutlet>();
}

std::span<const OutletUse> Estate::uses(OutletId outlet) const {
    const int index = placeIn(m_snapshot->outlets, m_snapshot->outlets.find(outlet));
    return index >= 0 ? part(m_snapshot->outletUse.rows(), m_uses[index]) : std::span<const OutletUse>();
}

std::span<const int> Estate::powerNodes(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? part(std::span(m_power), m_racks[index].power) : std::span<const int>();
}

const Node *Estate::massNode(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].mass : nullptr;
}

const Node *Estate::heatNode(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].heat : nullptr;
}

const Site *Estate::site(RackId rack) const {
    const auto index = rackIndex(rack);
    return index < m_racks.size() ? m_racks[index].site : nullptr;
}

QString Estate::rackName(RackId rack) const {
    return rackPath(*m_snapshot, rack);
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

QString Estate::nodeName(int node) const {
    const auto &row = nodes()[node];
    if (row.rack && m_nodes[node].rules && m_nodes[node].rules->dimension != Dimension::Power) {
        return rackName(row.rack);
    }
    const auto *at = m_snapshot->sites.find(row.site);
    return at ? at->code + u' ' + row.name : row.name;
}

QString Estate::unitOf(int node) const {
    if (!m_nodes[node].rules) {
        return baseUnit(Dimension::Other);
    }
    for (const auto &line : m_snapshot->agreementLines) {
        if (line.node == nodes()[node].id) {
            return baseUnit(Dimension::Quota, line.unit);
        }
    }
    return baseUnit(m_nodes[node].rules->dimension);
}

} // namespace polder
