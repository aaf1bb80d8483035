#pragma once

#include "model/core/snapshot.h"
#include "model/engine/rules.h"

#include <cstddef>
#include <span>
#include <vector>

namespace polder {

/// A sum over time: `level` holds from `from` until the next step; before the first it is nothing.
struct Step {
    Day from;
    Load level;
};
using Steps = std::span<const Step>;

/// The level that holds on this day.
[[nodiscard]] Load levelOn(Steps steps, Day day);

/// One snapshot made ready for questions: what belongs to which rack, the path of each node up to its supply, the
/// ledger summed up by day. Immutable, so any thread may read it; it owns its snapshot.
class Estate {
public:
    /// What comes on top of a node's normal load when `source` fails.
    struct Failover {
        NodeId source;
        Steps extra;
    };
    /// What the engine needs of one outlet.
    struct RackOutlet {
        const Outlet *outlet;
        int node; ///< its place among all
    };

    explicit Estate(SnapshotPtr snapshot);
    Estate(const Estate &) = delete; ///< its spans point into itself; a move keeps them
    Estate(Estate &&) = default;
    Estate &operator=(const Estate &) = delete;
    Estate &operator=(Estate &&) = default;
    ~Estate() = default;

    [[nodiscard]] const Snapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] const SnapshotPtr &shared() const { return m_snapshot; }

    [[nodiscard]] const Table<Rack> &racks() const { return m_snapshot->racks; }
    [[nodiscard]] std::span<const OccupiedBox> boxes(RackId rack) const;
    /// By side, node, phases, id.
    [[nodiscard]] std::span<const RackOutlet> outlets(RackId rack) const;
    [[nodiscard]] std::span<const OutletUse> uses(OutletId outlet) const;
    /// What the rack may weigh or cool; nullptr: nobody has said.
    [[nodiscard]] const Node *massNode(RackId rack) const;
    [[nodiscard]] const Node *heatNode(RackId rack) const;
    /// What the floor under it bears; nullptr: no limit.
    [[nodiscard]] const Node *floorNode(RackId rack) const;
    /// What cools the air of a rack, or of what stands on the floor of a room; nullptr: no limit.
    [[nodiscard]] const Node *zoneNode(RackId rack, RoomId room = {}) const;
    /// The water that reaches it; nullptr: none does.
    [[nodiscard]] const Node *loopNode(RackId rack, RoomId room = {}) const;
    /// The network ports that its equipment may have: those of its own, then its row's.
    [[nodiscard]] std::span<const NetworkPorts *const> ports(RackId rack) const;
    /// Its rack PDUs: the topmost power nodes inside the rack, by side.
    [[nodiscard]] std::span<const int> powerNodes(RackId rack) const;
    [[nodiscard]] const Site *site(RackId rack) const;
    /// SITE/ROOM/RACK
    [[nodiscard]] QString rackName(RackId rack) const;
    /// SITE/ROOM
    [[nodiscard]] QString roomName(RoomId room) const;

    /// Nodes are numbered by their place in the snapshot's table, so that what is known of them fits in vectors.
    [[nodiscard]] const Node &node(int index) const { return *m_nodes[index].row; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    [[nodiscard]] int indexOf(NodeId node) const; ///< -1: there is none
    [[nodiscard]] const KindRules *rules(int node) const { return m_nodes[node].rules; }
    /// From the node itself up to its supply, as places among all.
    [[nodiscard]] std::span<const int> path(int node) const;
    /// As the nearest node of the path says it; empty: none does.
    [[nodiscard]] const QString &side(int node) const { return m_nodes[node].side; }
    [[nodiscard]] Steps normal(int node) const;
    [[nodiscard]] std::span<const Failover> failovers(int node) const;
    /// By date; each holds until the next.
    [[nodiscard]] std::span<const NodeLimit> limits(int node) const;
    /// nullptr: unknown.
    [[nodiscard]] const NodeLimit *limitOn(int node, Day day) const;
    [[nodiscard]] QString nodeName(int node) const;
    /// The unit of the node's `Load::main`.
    [[nodiscard]] QString unitOf(int node) const;

private:
    struct Range {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    template <typename T>
    [[nodiscard]] static std::span<const T> part(std::span<const T> all, Range range) {
        return all.subspan(range.first, range.count);
    }
    struct NodeIndex {
        const Node *row = nullptr;
        const KindRules *rules = nullptr;
        QString side;
        Range path, normal, failovers, limits;
    };
    struct RackIndex {
        Range outlets, power, ports;
        std::span<const OccupiedBox> boxes;
        const Node *mass = nullptr;
        const Node *heat = nullptr;
        const Node *floor = nullptr;
        const Node *zone = nullptr;
        const Site *site = nullptr;
    };

    [[nodiscard]] std::size_t rackIndex(RackId rack) const;
    void indexPaths();
    void indexLimits();
    void indexLedger();
    void indexLoad(NodeIndex &index, std::span<const LedgerStep> ledger);
    void indexRacks();
    void indexPower();
    void indexPorts();
    void indexOutlets();

    SnapshotPtr m_snapshot;
    std::vector<NodeIndex> m_nodes;
    std::vector<int> m_paths;
    std::vector<Step> m_steps;
    std::vector<Failover> m_failovers;
    std::vector<NodeLimit> m_limits;
    std::vector<RackIndex> m_racks;
    std::vector<int> m_power;
    std::vector<const NetworkPorts *> m_ports;
    std::vector<RackOutlet> m_outlets;
};

using EstatePtr = std::shared_ptr<const Estate>;

} // namespace polder
