#pragma once

#include "model/core/snapshot.h"
#include "model/engine/kin.h"
#include "model/engine/places.h"
#include "model/engine/rules.h"
#include "model/engine/steps.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace polder {

/// Stretches of days for which something is kept, so that a day is found without a search. Counted from one day for
/// all, so that what was made for one estate fits others.
struct Quarter {
    static constexpr int days = 91;

    [[nodiscard]] static constexpr std::int64_t of(std::int64_t number) {
        return (number - (number < 0 ? days - 1 : 0)) / days;
    }
    [[nodiscard]] static constexpr std::int64_t of(Day day) { return of(std::int64_t{day.number}); }
    [[nodiscard]] static constexpr std::int64_t start(std::int64_t quarter) { return quarter * days; }
};

/// The same, with a way to a day that needs no search: where the first step of each quarter stands.
class Timeline {
public:
    Timeline() = default;
    /// places: of each quarter from that of the first step to that of the last.
    Timeline(Steps steps, std::span<const std::uint32_t> places)
        : m_steps(steps)
        , m_places(places)
        , m_first(steps.empty() ? 0 : Quarter::of(steps.front().from)) {}

    [[nodiscard]] Steps steps() const { return m_steps; }
    /// The place of the first step after this day.
    [[nodiscard]] std::size_t after(Day day) const {
        if (m_steps.empty() || day < m_steps.day(0)) {
            return 0;
        }
        const auto quarter = static_cast<std::size_t>(Quarter::of(day) - m_first);
        std::size_t place = m_places[std::min(quarter, m_places.size() - 1)];
        while (place < m_steps.size() && m_steps.day(place) <= day) {
            ++place;
        }
        return place;
    }
    [[nodiscard]] Load on(Day day) const {
        const auto next = after(day);
        return next == 0 ? Load{} : m_steps.level(next - 1);
    }

private:
    Steps m_steps;
    std::span<const std::uint32_t> m_places;
    std::int64_t m_first = 0;
};

/// What the air is like before a side of a rack.
enum class Aisle : signed char {
    None, ///< as far as the plan says
    Cold,
    Hot
};

/// One snapshot made ready for questions: what belongs to which rack, the path of each node up to its supply, the
/// ledger summed up by day. Immutable, so any thread may read it; it owns its snapshot.
class Estate {
public:
    /// What comes on top of a node's normal load when `source` fails.
    struct Failover {
        NodeId source;
        Timeline extra;
    };
    /// What the engine needs of one outlet.
    class RackOutlet {
    public:
        RackOutlet(const Outlet &outlet, int node, std::span<const OutletUse> uses)
            : outlet(&outlet)
            , m_uses(uses.data())
            , m_useCount(static_cast<std::uint32_t>(uses.size()))
            , node(node) {}

        const Outlet *outlet;
        [[nodiscard]] OutletId id() const { return outlet->id; }
        [[nodiscard]] std::span<const OutletUse> uses() const { return {m_uses, m_useCount}; }

    private:
        const OutletUse *m_uses; // hundreds of thousands of outlets: not a span, which counts in twice as many bytes
        std::uint32_t m_useCount;

    public:
        int node; ///< its place among all
    };
    /// Outlets of a rack that are alike: on the same node, of the same phases, current and type.
    struct Bank {
        int node;
        int side;                  ///< as sideOf() has it
        int kind;                  ///< the same for all that are of the same phases, current and type
        std::int64_t Load::*phase; ///< what it loads most: its own, or of three phases the sum
        SharedText phases;
        std::int32_t maxMilliampere;
        std::span<const RackOutlet> outlets; ///< never empty; by id
    };

    /// With one that was made before, of a snapshot with mostly the same rows: what is the same is shared with it.
    explicit Estate(SnapshotPtr snapshot, const Estate *before = nullptr);
    Estate(const Estate &) = delete; ///< its spans point into itself; a move keeps them
    Estate(Estate &&) = default;
    Estate &operator=(const Estate &) = delete;
    Estate &operator=(Estate &&) = default;
    ~Estate() = default;

    [[nodiscard]] const Snapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] const SnapshotPtr &shared() const { return m_snapshot; }

    [[nodiscard]] const Table<Rack> &racks() const { return m_snapshot->racks; }
    /// nullptr: there is none.
    [[nodiscard]] const Rack *rack(RackId rack) const;
    [[nodiscard]] int placeOf(RackId rack) const { return m_rackPlaces.of(rack); }
    [[nodiscard]] const Room *room(RackId rack) const;
    /// Before its front, and behind its rear.
    [[nodiscard]] Aisle aisle(RackId rack, bool rear) const;
    [[nodiscard]] std::span<const OccupiedBox> boxes(RackId rack) const;
    /// By side, node, phases.
    [[nodiscard]] std::span<const RackOutlet> outlets(RackId rack) const;
    [[nodiscard]] std::span<const Bank> banks(RackId rack) const;
    /// The nodes on which they hang, each once.
    [[nodiscard]] std::span<const int> bankNodes(RackId rack) const;
    /// Each of its outlets is on one phase.
    [[nodiscard]] bool isSinglePhase(RackId rack) const;
    [[nodiscard]] std::size_t bankKinds() const { return m_bankKinds; }
    [[nodiscard]] std::span<const OutletUse> uses(OutletId outlet) const;
    /// What the rack may weigh or cool, as a place among all nodes; -1: nobody has said.
    [[nodiscard]] int massNode(RackId rack) const;
    [[nodiscard]] int heatNode(RackId rack) const;
    /// What the floor under it bears; -1: no limit.
    [[nodiscard]] int floorNode(RackId rack) const;
    /// What cools the air of a rack, or of what stands on the floor of a room; -1: no limit.
    [[nodiscard]] int zoneNode(RackId rack, RoomId room = {}) const;
    /// The water that reaches it; -1: none does.
    [[nodiscard]] int loopNode(RackId rack, RoomId room = {}) const;
    /// The network ports that what is in a rack may have: the rack's own, then its row's. Without a rack the room's.
    [[nodiscard]] std::span<const NetworkPorts *const> ports(RackId rack, RoomId room) const;
    /// Its rack PDUs: the topmost power nodes inside the rack, by side.
    [[nodiscard]] std::span<const int> powerNodes(RackId rack) const;
    [[nodiscard]] const Site *site(RackId rack) const;
    [[nodiscard]] const Kin &kin() const { return m_kin; }
    /// What is known of the air and the floor of a room and of its parts.
    [[nodiscard]] std::span<const RoomEnvironment *const> environments(RoomId room) const;
    /// SITE/ROOM/RACK
    [[nodiscard]] QString rackName(RackId rack) const;
    /// SITE/ROOM
    [[nodiscard]] QString roomName(RoomId room) const;

    /// Nodes are numbered by their place in the snapshot's table, so that what is known of them fits in vectors.
    [[nodiscard]] const Node &node(int index) const { return *m_nodes[index].row; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }
    [[nodiscard]] int indexOf(NodeId node) const; ///< -1: there is none
    [[nodiscard]] const KindRules *rules(int node) const { return m_nodes[node].rules; }
    /// What it hangs on; -1: nothing.
    [[nodiscard]] int parentOf(int node) const { return m_glances[node].parent; }
    /// From the node itself up to its supply, as places among all.
    [[nodiscard]] std::span<const int> path(int node) const;
    /// As the nearest node of the path says it; empty: none does.
    [[nodiscard]] const QString &side(int node) const { return m_sides[m_nodes[node].side]; }
    /// The same as a number: sides in the order of their names; 0: none says it.
    [[nodiscard]] int sideOf(int node) const { return m_nodes[node].side; }
    [[nodiscard]] const QString &sideName(int side) const { return m_sides[side]; }
    [[nodiscard]] NodeId idOf(int node) const { return m_nodes[node].id; }
    /// From when to when it is there.
    [[nodiscard]] Period lifeOf(int node) const { return m_nodes[node].during; }
    [[nodiscard]] RackId rackOf(int node) const { return m_nodes[node].rack; }
    /// Two cords that both hang on this node of a rack are on one of the sides that it declares: P7 forbids it.
    [[nodiscard]] bool isOneSide(int node) const { return m_glances[node].oneSide; }
    [[nodiscard]] Steps normal(int node) const { return timeline(node).steps(); }
    [[nodiscard]] const Timeline &timeline(int node) const { return m_timelines[node]; }
    /// Between what and what the highest of its normal load's `main` is on these days: found without a walk over the
    /// steps, by the quarters that lie within them and those that they touch.
    struct PeakBounds {
        std::int64_t least = 0, most = 0;
    };
    [[nodiscard]] PeakBounds peakBounds(int node, Period during) const;
    /// The highest itself: with a walk over the steps of the quarters that these days only touch.
    [[nodiscard]] std::int64_t peak(int node, Period during) const;
    [[nodiscard]] std::span<const Failover> failovers(int node) const;
    /// No day and no single failure loads the node with more, in any quantity: the highest normal load and the highest
    /// that a failure ever shifts to it.
    [[nodiscard]] const Load &worstLoad(int node) const { return m_nodes[node].worst; }
    /// By date; each holds until the next.
    [[nodiscard]] std::span<const NodeLimit> limits(int node) const;
    /// nullptr: unknown.
    [[nodiscard]] const NodeLimit *limitOn(int node, Day day) const;
    /// The one limit that a node has of its normal load's `main`, and from when to when the node is there with it; no
    /// days at all: it has several, none, or no such limit.
    struct Steady {
        std::int64_t limit = 0;
        Period during{Day::never(), Day::never()};
    };
    [[nodiscard]] const Steady &steady(int node) const { return m_glances[node].steady; }
    [[nodiscard]] QString nodeName(int node) const;
    /// The unit of the node's `Load::main`.
    [[nodiscard]] QString unitOf(int node) const;

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    template <typename T>
    [[nodiscard]] static std::span<const T> part(std::span<const T> all, Range range) {
        return all.subspan(range.first, range.count);
    }
    /// What a node carries by day: of the steps of its ledger, shared by all estates that have the same steps.
    struct NodeLoads {
        NodeSteps of;
        PackedSteps steps;
        std::vector<std::uint32_t> places;
        std::vector<Failover> failovers;
        Timeline normal;
        Load worst;
    };
    struct LoadsMaker;

    struct NodeIndex {
        const Node *row = nullptr;
        const KindRules *rules = nullptr;
        NodeId id;
        Period during;
        RackId rack;
        int side = 0;
        Range path, limits;
        Load worst;
        std::shared_ptr<const NodeLoads> loads; ///< nullptr: none
    };
    /// What a search looks at of a node before it looks closer: of tens of thousands, so close together.
    struct Glance {
        Steady steady;
        int parent = -1;
        bool oneSide = false;
    };
    /// Small for the same reason.
    struct RackIndex {
        const Rack *row = nullptr;
        const Room *room = nullptr;
        const Site *site = nullptr;
        std::span<const OccupiedBox> boxes;
        Range outlets, banks, bankNodes, power, ports;
        int mass = -1, heat = -1, floor = -1, zone = -1;
        std::array<Aisle, 2> aisles{}; ///< front, rear
        bool singlePhase = true;
    };

    [[nodiscard]] const RackIndex *rackIndex(RackId rack) const;
    [[nodiscard]] RackIndex *rackIndex(RackId rack);
    void indexPaths();
    void indexSides();
    void indexLimits();
    void indexLedger(const Estate *before);
    void indexRacks();
    void indexPower();
    void indexPorts();
    void indexOutlets();
    void indexOneSides();
    void indexEnvironments();
    void indexAisles();
    void indexPeaks();
    /// Of one quarter all nodes, as neighbours are looked at one after the other.
    [[nodiscard]] std::size_t peakAt(std::size_t quarter, int node) const {
        return quarter * m_nodes.size() + static_cast<std::size_t>(node);
    }

    SnapshotPtr m_snapshot;
    Places<Rack> m_rackPlaces;
    Places<Node> m_nodePlaces;
    Kin m_kin;
    std::vector<QString> m_sides;
    std::vector<NodeIndex> m_nodes;
    std::vector<Glance> m_glances; ///< by node
    std::vector<int> m_paths;
    std::vector<Timeline> m_timelines; ///< by node: of its normal load
    std::int64_t m_firstQuarter = 0;
    std::size_t m_quarters = 0;
    std::vector<std::int64_t> m_peaks; ///< by quarter and node; the last quarter goes on for ever
    std::vector<NodeLimit> m_limits;
    std::vector<RackIndex> m_racks;
    std::vector<QString> m_rackNames;
    std::vector<int> m_power;
    std::vector<const NetworkPorts *> m_ports;
    std::vector<const NetworkPorts *> m_roomPorts; ///< by room
    std::vector<RackOutlet> m_outlets;
    std::vector<const RoomEnvironment *> m_environments; ///< by room
    std::vector<Bank> m_banks;
    std::vector<int> m_bankNodes;
    std::size_t m_bankKinds = 0;
};

using EstatePtr = std::shared_ptr<const Estate>;

} // namespace polder
