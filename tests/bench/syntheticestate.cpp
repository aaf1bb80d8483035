#include "syntheticestate.h"

#include "model/engine/charges.h"
#include "model/engine/estate.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace polder::test {

namespace {

constexpr int unitsPerRack = 47;
constexpr int racksPerFeed = 10;
constexpr int outletsPerSide = 42;
constexpr int fiveYears = 1826;

/// Nodes and what hangs on them, before any booking.
class Builder {
public:
    explicit Builder(int racks) {
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"M"_qs;
        m_made.rooms = Table<Room>({room});
        m_made.sites = Table<Site>({{{1}, {1}, u"S"_qs, u"Site"_qs}});
        m_made.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}});
        m_made.plugFits = {{u"C14"_qs, u"C13"_qs}};
        const NodeId supply = addNode(u"supply"_qs, {}, {}, {}, 100'000'000'000);
        const NodeId upsA = addNode(u"ups"_qs, supply, {}, u"A"_qs, 100'000'000'000);
        const NodeId upsB = addNode(u"ups"_qs, supply, {}, u"B"_qs, 100'000'000'000);
        NodeId feedA;
        NodeId feedB;
        for (int i = 0; i < racks; ++i) {
            if (i % racksPerFeed == 0) {
                feedA = addNode(u"feed"_qs, upsA, {}, u"A"_qs, 1'000'000'000);
                feedB = addNode(u"feed"_qs, upsB, {}, u"B"_qs, 1'000'000'000);
            }
            addRack({i + 1}, feedA, feedB);
        }
    }

    [[nodiscard]] SnapshotPtr finish() {
        m_made.racks = Table<Rack>(std::move(m_racks));
        m_made.nodes = Table<Node>(std::move(m_nodes));
        m_made.nodeLimits = Table<NodeLimit>(std::move(m_limits));
        m_made.outlets = Table<Outlet>(std::move(m_outlets));
        return std::make_shared<const Snapshot>(m_made);
    }

private:
    NodeId addNode(const QString &kind, NodeId parent, RackId rack, const QString &side, std::int64_t limit) {
        Node node;
        node.id = {static_cast<int>(m_nodes.size()) + 1};
        node.kind = kind;
        node.parent = parent;
        node.site = {1};
        node.rack = rack;
        node.name = u"%1 %2"_qs.arg(kind).arg(node.id.value);
        node.side = side;
        node.phases = u"123"_qs;
        m_nodes.push_back(node);
        m_limits.push_back({{node.id.value}, node.id, {0}, limit, {}, limit, {}});
        return node.id;
    }

    void addRack(RackId id, NodeId feedA, NodeId feedB) {
        Rack rack;
        rack.id = id;
        rack.room = {1};
        rack.code = u"R%1"_qs.arg(id.value, 5, 10, QChar(u'0'));
        rack.units = unitsPerRack;
        rack.usableDepth = {1000};
        rack.sides = {u"A"_qs, u"B"_qs};
        m_racks.push_back(rack);
        addNode(u"rack_mass"_qs, {}, id, {}, 1'000'000);
        addNode(u"rack_heat"_qs, {}, id, {}, 15'000'000);
        for (const auto &[side, feed] : {std::pair(u"A"_qs, feedA), std::pair(u"B"_qs, feedB)}) {
            const NodeId pdu = addNode(u"rack_pdu"_qs, feed, id, side, 22'000'000);
            for (int i = 0; i < outletsPerSide; ++i) {
                Outlet outlet;
                outlet.id = {static_cast<int>(m_outlets.size()) + 1};
                outlet.node = pdu;
                outlet.name = QString::number(i + 1);
                outlet.type = u"C13"_qs;
                outlet.phases = QString::number(i % 3 + 1);
                outlet.maxMilliampere = 10'000;
                m_outlets.push_back(outlet);
            }
        }
    }

    Snapshot m_made;
    std::vector<Rack> m_racks;
    std::vector<Node> m_nodes;
    std::vector<NodeLimit> m_limits;
    std::vector<Outlet> m_outlets;
};

/// The ledger as the database keeps it: one row for each node, source and day.
class LedgerSum {
public:
    void add(NodeId node, NodeId source, Period during, const Load &normal, const Load &extra) {
        enter(node, source, during.from, normal, extra, 1);
        enter(node, source, during.until, normal, extra, -1);
    }
    void step(NodeId node, Day day, const Load &load) { enter(node, {}, day, load, {}, 1); }
    [[nodiscard]] Ledger table() const {
        std::vector<LedgerStep> rows;
        rows.reserve(m_steps.size());
        for (const auto &[key, step] : m_steps) {
            rows.push_back(step);
        }
        return Ledger(rows);
    }

private:
    static Load times(const Load &l, int sign) { return {l.main * sign, l.l1 * sign, l.l2 * sign, l.l3 * sign}; }
    void enter(NodeId node, NodeId source, Day day, const Load &normal, const Load &extra, int sign) {
        auto &step = m_steps[{node, source, day}];
        step.node = node;
        step.source = source;
        step.day = day;
        step.normal += times(normal, sign);
        step.extra += times(extra, sign);
    }

    std::map<std::tuple<NodeId, NodeId, Day>, LedgerStep> m_steps;
};

/// What a viewer sees by name.
struct Seen {
    std::vector<Equipment> equipment;
    std::vector<Placement> placements;

    void add(RackId rack, Period during, int watts, const std::vector<Cord> &cords) {
        Equipment device;
        device.id = {static_cast<int>(equipment.size()) + 1};
        device.name = u"device %1"_qs.arg(device.id.value);
        device.owner = {1};
        device.budgetedWatts = watts;
        device.cords = static_cast<int>(cords.size());
        equipment.push_back(device);
        Placement placement;
        placement.id = {device.id.value};
        placement.equipment = device.id;
        placement.state = u"installed"_qs;
        placement.during = during;
        placement.rack = rack;
        placement.position = Height{0};
        for (const auto &cord : cords) {
            placement.outlets.push_back(cord.outlet);
        }
        placements.push_back(placement);
    }
};

/// Heat of a zone's racks is the zone's.
void cool(Snapshot &snapshot, LedgerSum &ledger) {
    constexpr std::size_t racksPerZone = 100;
    constexpr std::size_t unitsPerZone = 6;
    constexpr Power sensible{200'000'000};
    std::vector<Rack> racks(snapshot.racks.begin(), snapshot.racks.end());
    std::vector<Node> nodes(snapshot.nodes.begin(), snapshot.nodes.end());
    std::vector<NodeLimit> limits(snapshot.nodeLimits.begin(), snapshot.nodeLimits.end());
    std::vector<NodeId> feeds;
    for (const auto &node : nodes) {
        if (node.kind == u"feed") {
            feeds.push_back(node.id);
        }
    }
    std::vector<CoolingUnit> units;
    for (std::size_t i = 0; i < racks.size(); ++i) {
        if (i % racksPerZone == 0) {
            Node zone;
            zone.id = {static_cast<int>(nodes.size()) + 1};
            zone.kind = u"cooling_zone"_qs;
            zone.name = u"zone %1"_qs.arg(zone.id.value);
            nodes.push_back(zone);
            const std::int64_t cooled = sensible.milliwatts * (unitsPerZone - 1);
            limits.push_back({{zone.id.value}, zone.id, {0}, cooled, {}, cooled, {}});
            for (std::size_t n = 0; n < unitsPerZone; ++n) {
                CoolingUnit unit;
                unit.id = {static_cast<int>(units.size()) + 1};
                unit.zone = zone.id;
                unit.feed = feeds[(2 * (i / racksPerFeed) + n) % feeds.size()];
                unit.sensible = sensible;
                units.push_back(unit);
            }
        }
        racks[i].coolingZone = nodes.back().id;
    }
    const Estate bare(std::make_shared<const Snapshot>(snapshot));
    for (const auto &rack : racks) {
        for (const auto &step : snapshot.ledger.stepsOf(bare.idOf(bare.heatNode(rack.id)))) {
            ledger.step(rack.coolingZone, step.day, step.normal);
        }
    }
    snapshot.racks = Table<Rack>(std::move(racks));
    snapshot.nodes = Table<Node>(std::move(nodes));
    snapshot.nodeLimits = Table<NodeLimit>(std::move(limits));
    snapshot.coolingUnits = Table<CoolingUnit>(std::move(units));
    snapshot.ledger = ledger.table();
}

SnapshotPtr make(int racks, int placements, bool asSeen) {
    const Estate bare(Builder(racks).finish());
    auto made = std::make_shared<Snapshot>(bare.snapshot());
    std::vector<OccupiedBox> boxes;
    std::vector<OutletUse> uses;
    LedgerSum ledger;
    Seen seen;
    for (int i = 0; i < placements; ++i) {
        const int place = i / racks; // of this rack, from the bottom
        const RackId rack{i % racks + 1};
        const int bottom = 4 * place % (2 * unitsPerRack - 4);
        const int height = i % 5 < 2 ? 4 : 2;
        const int from = i * 37 % (fiveYears - 400);
        const Period during{{from}, {from + 100 + i * 13 % 300}};
        boxes.push_back({rack, static_cast<std::int16_t>(bottom), static_cast<std::int16_t>(bottom + height), 0, 800, 0,
                         2, false, during});
        const auto outlets = bare.outlets(rack);
        std::vector<Cord> cords;
        for (int side = 0; side < (i % 2 ? 2 : 1); ++side) {
            const auto &outlet = outlets[side * outletsPerSide + place % outletsPerSide];
            cords.push_back({outlet.outlet->node, outlet.id(), outlet.outlet->phases});
            uses.push_back({outlet.id(), during});
        }
        const Power draw{1000 * (100 + i * 7 % 300)};
        seen.add(rack, during, static_cast<int>(draw.milliwatts / 1000), cords);
        for (const auto &charge : powerCharges(bare, draw, 950, cords)) {
            const NodeId node = bare.node(charge.node).id;
            ledger.add(node, {}, during, charge.normal, {});
            for (const auto &extra : charge.extras) {
                ledger.add(node, extra.source, during, {}, extra.load);
            }
        }
        ledger.add(bare.idOf(bare.massNode(rack)), {}, during, {12'000, 0, 0, 0}, {});
        ledger.add(bare.idOf(bare.heatNode(rack)), {}, during, {draw.milliwatts, 0, 0, 0}, {});
    }
    std::ranges::sort(boxes, {}, [](const OccupiedBox &box) { return std::tuple(box.rack, box.huFrom, box.during); });
    std::ranges::sort(uses, {}, [](const OutletUse &use) { return std::tuple(use.outlet, use.during); });
    made->occupancy = Table<OccupiedBox>(std::move(boxes));
    made->outletUse = Table<OutletUse>(std::move(uses));
    made->ledger = ledger.table();
    if (asSeen) {
        made->equipment = Table<Equipment>(std::move(seen.equipment));
        made->placements = Table<Placement>(std::move(seen.placements));
        cool(*made, ledger);
    }
    return made;
}

} // namespace

SnapshotPtr syntheticEstate(int racks, int placements) {
    return make(racks, placements, false);
}

SnapshotPtr syntheticEstateSeen(int racks, int placements) {
    return make(racks, placements, true);
}

} // namespace polder::test
