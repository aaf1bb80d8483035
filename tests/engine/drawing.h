#pragma once

#include "model/engine/checks.h"
#include "model/engine/placer.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace polder::test {

/// A small estate from a drawing, racks from the top down as one sees them:
///
///        R1  R2
///     4  .   #      .  free          f  the front 400 mm      <  the left half
///     3  X   .      X  occupied      r  the rear 400 mm       >  the right half
///     2  X   f      #  blocked
///     1  .   f
///
/// Site S, room M. Each rack may weigh 1000 kg and take 10 kW of heat, and has rack PDUs A and B with 6 C13 outlets
/// each, on phases 1, 2, 3 in turn, below "feed A" and "feed B" of the room, both below "supply". All limits can be
/// changed, loads and bookings added.
class Drawing {
public:
    explicit Drawing(const QString &picture);

    /// Limits from the first day; without a failover number it is the same as the normal one. Power nodes also limit
    /// each phase: `line` mVA.
    Drawing &limit(const QString &node, std::int64_t normal, std::optional<std::int64_t> failover = {},
                   std::optional<std::int64_t> line = {}, Day from = {});
    Drawing &forgetLimit(const QString &node);
    Drawing &load(const QString &node, const Load &normal, Period during = {{0}, Day::never()});
    Drawing &extra(const QString &node, const QString &source, const Load &extra, Period during = {{0}, Day::never()});
    /// What the floor under a rack bears; a zone that cools these racks.
    Drawing &floor(const QString &code, std::int64_t grams);
    Drawing &zone(const QString &name, const QStringList &codes, std::int64_t milliwatts);
    /// The ports of a kind of this rack; without a code of the row in which all racks are.
    Drawing &ports(const QString &code, const PortKind &kind, int count);
    /// One more of the power chain below another; rack PDUs are in a rack and have outlets as all do.
    Drawing &chain(const QString &kind, const QString &name, const QString &parent, const QString &side = {},
                   const QString &rackCode = {});
    /// Hangs it elsewhere; without a parent it is a supply of its own. Before anything is placed.
    Drawing &feed(const QString &name, const QString &parent);
    /// Changes a node; before anything is placed.
    Drawing &change(const QString &name, const std::function<void(Node &)> &edit);
    Drawing &coolingUnit(const QString &name, const QString &zone, const QString &feed, std::optional<Power> sensible,
                         Period during = {});
    /// Of each outlet of a node, instead of 10 A.
    Drawing &outletsBear(const QString &node, int milliampere);
    /// All outlets have three phases.
    Drawing &allPhases();
    Drawing &useOutlet(const QString &node, const QString &outlet, Period during = {{0}, Day::never()});
    /// Something that the viewer sees there, with its box, outlets and loads.
    Drawing &place(PlacementId id, const Booking &booking, const QString &state = u"installed"_qs);
    Drawing &guest(OrganisationId owner, Period agreement, const QString &unit, std::int64_t quota);
    Drawing &policy(const Policy &policy);

    [[nodiscard]] SnapshotPtr snapshot() const;
    [[nodiscard]] Estate estate() const { return Estate(snapshot()); }
    [[nodiscard]] NodeId node(const QString &name) const;
    [[nodiscard]] RackId rack(const QString &code) const;
    [[nodiscard]] OutletId outlet(const QString &node, const QString &name) const;
    [[nodiscard]] Cord cord(const QString &node, const QString &outlet) const;

private:
    void addOutlets(NodeId pdu);
    NodeId addNode(const QString &kind, const QString &name, NodeId parent, RackId rack, const QString &side);
    void addRack(const QString &code, int units);
    void occupy(RackId rack, int unit, QChar sign);

    Snapshot m_snapshot;
    std::vector<Rack> m_racks;
    std::vector<Node> m_nodes;
    std::vector<NodeLimit> m_limits;
    std::vector<Outlet> m_outlets;
    std::vector<CoolingUnit> m_units;
    std::vector<NetworkPorts> m_ports;
    std::vector<OccupiedBox> m_boxes;
    std::vector<OutletUse> m_uses;
    std::vector<LedgerStep> m_ledger;
    std::vector<Equipment> m_equipment;
    std::vector<Placement> m_placements;
    std::vector<Agreement> m_agreements;
    std::vector<AgreementLine> m_lines;
};

/// "R1 U3 front A1 B1"
[[nodiscard]] QString text(const Estate &estate, const Proposal &proposal);
/// "S3 S/M/R1 60000 + 950000 > 1000000 g, day 0"; what fails and the phase are named where there is one.
[[nodiscard]] QString text(const Shortfall &shortfall);
[[nodiscard]] QStringList text(const std::vector<Shortfall> &shortfalls);

} // namespace polder::test
