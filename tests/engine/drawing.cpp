#include "drawing.h"

#include "model/engine/agreement.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace polder::test {

namespace {

constexpr Day firstDay{0};

Load minus(const Load &load) {
    return {-load.main, -load.l1, -load.l2, -load.l3};
}

} // namespace

Drawing::Drawing(const QString &picture) {
    m_snapshot.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}, {{2}, u"LUMC"_qs, u"LUMC"_qs}});
    m_snapshot.sites = Table<Site>({{{1}, {1}, u"S"_qs, u"Site"_qs}});
    Room room;
    room.id = {1};
    room.site = {1};
    room.code = u"M"_qs;
    m_snapshot.rooms = Table<Room>({room});

    m_snapshot.plugFits = {{u"C14"_qs, u"C13"_qs}, {u"C20"_qs, u"C19"_qs}};
    const NodeId supply = addNode(u"supply"_qs, u"supply"_qs, {}, {}, {});
    addNode(u"feed"_qs, u"feed A"_qs, supply, {}, u"A"_qs);
    addNode(u"feed"_qs, u"feed B"_qs, supply, {}, u"B"_qs);

    static const QRegularExpression blanks(u"\\s+"_qs);
    auto lines = picture.split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    const auto codes = lines.takeFirst().split(blanks, Qt::SkipEmptyParts);
    for (const auto &code : codes) {
        addRack(code, lines.first().split(blanks, Qt::SkipEmptyParts).first().toInt());
    }
    for (const auto &line : lines) {
        const auto cells = line.split(blanks, Qt::SkipEmptyParts);
        for (int i = 1; i < cells.size(); ++i) {
            occupy(m_racks[static_cast<std::size_t>(i - 1)].id, cells.first().toInt(), cells[i].front());
        }
    }
}

NodeId Drawing::addNode(const QString &kind, const QString &name, NodeId parent, RackId rack, const QString &side) {
    Node node;
    node.id = {static_cast<int>(m_nodes.size()) + 1};
    node.kind = kind;
    node.name = name;
    node.parent = parent;
    node.site = {1};
    node.rack = rack;
    node.side = side;
    node.phases = u"123"_qs;
    m_nodes.push_back(node);
    limit(name, 1'000'000'000);
    return node.id;
}

void Drawing::addRack(const QString &code, int units) {
    Rack rack;
    rack.id = {static_cast<int>(m_racks.size()) + 1};
    rack.room = {1};
    rack.code = code;
    rack.units = units;
    rack.usableDepth = {1000};
    rack.airflow = u"front-to-rear"_qs;
    rack.sides = {u"A"_qs, u"B"_qs};
    m_racks.push_back(rack);
    addNode(u"rack_mass"_qs, code + u" mass"_qs, {}, rack.id, {});
    limit(code + u" mass"_qs, 1'000'000);
    addNode(u"rack_heat"_qs, code + u" heat"_qs, {}, rack.id, {});
    limit(code + u" heat"_qs, 10'000'000);
    for (const auto &side : {u"A"_qs, u"B"_qs}) {
        addOutlets(addNode(u"rack_pdu"_qs, code + u' ' + side, node(u"feed "_qs + side), rack.id, side));
    }
}

void Drawing::addOutlets(NodeId pdu) {
    for (int i = 0; i < 6; ++i) {
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

Drawing &Drawing::chain(const QString &kind, const QString &name, const QString &parent, const QString &side,
                        const QString &rackCode) {
    const RackId in = rackCode.isEmpty() ? RackId() : rack(rackCode);
    const NodeId made = addNode(kind, name, parent.isEmpty() ? NodeId() : node(parent), in, side);
    if (in) {
        addOutlets(made);
    }
    return *this;
}

Drawing &Drawing::feed(const QString &name, const QString &parent) {
    const NodeId above = parent.isEmpty() ? NodeId() : node(parent);
    return change(name, [above](Node &row) { row.parent = above; });
}

Drawing &Drawing::change(const QString &name, const std::function<void(Node &)> &edit) {
    edit(*std::ranges::find(m_nodes, node(name), &Node::id));
    return *this;
}

Drawing &Drawing::coolingUnit(const QString &name, const QString &zone, const QString &feed,
                              std::optional<Power> sensible, Period during) {
    CoolingUnit unit;
    unit.id = {static_cast<int>(m_units.size()) + 1};
    unit.room = {1};
    unit.zone = node(zone);
    unit.feed = feed.isEmpty() ? NodeId() : node(feed);
    unit.name = name;
    unit.kind = u"CRAH"_qs;
    unit.sensible = sensible;
    unit.during = during;
    m_units.push_back(unit);
    return *this;
}

void Drawing::occupy(RackId rack, int unit, QChar sign) {
    if (sign == u'.') {
        return;
    }
    OccupiedBox box;
    box.rack = rack;
    box.huFrom = static_cast<std::int16_t>(2 * (unit - 1));
    box.huUntil = static_cast<std::int16_t>(2 * unit);
    box.depthFrom = sign == u'r' ? 600 : 0;
    box.depthUntil = sign == u'f' ? 400 : 1000;
    box.widthFrom = sign == u'>' ? 1 : 0;
    box.widthUntil = sign == u'<' ? 1 : 2;
    box.blocked = sign == u'#';
    box.during = {firstDay, Day::never()};
    m_boxes.push_back(box);
}

Drawing &Drawing::limit(const QString &name, std::int64_t normal, std::optional<std::int64_t> failover,
                        std::optional<std::int64_t> line, Day from) {
    const NodeId at = node(name);
    std::erase_if(m_limits, [&](const NodeLimit &row) { return row.node == at && row.from == from; });
    m_limits.push_back(
        {{static_cast<int>(m_limits.size()) + 1}, at, from, normal, line, failover ? failover : normal, line});
    return *this;
}

Drawing &Drawing::forgetLimit(const QString &name) {
    std::erase_if(m_limits, [at = node(name)](const NodeLimit &row) { return row.node == at; });
    return *this;
}

Drawing &Drawing::load(const QString &name, const Load &normal, Period during) {
    m_ledger.push_back({node(name), {}, during.from, normal, {}});
    if (!during.openEnded()) {
        m_ledger.push_back({node(name), {}, during.until, minus(normal), {}});
    }
    return *this;
}

Drawing &Drawing::extra(const QString &name, const QString &source, const Load &extra, Period during) {
    m_ledger.push_back({node(name), node(source), during.from, {}, extra});
    if (!during.openEnded()) {
        m_ledger.push_back({node(name), node(source), during.until, {}, minus(extra)});
    }
    return *this;
}

Drawing &Drawing::floor(const QString &code, std::int64_t grams) {
    addNode(u"floor_area"_qs, code + u" floor"_qs, {}, rack(code), {});
    return limit(code + u" floor"_qs, grams);
}

Drawing &Drawing::zone(const QString &name, const QStringList &codes, std::int64_t milliwatts) {
    const NodeId id = addNode(u"cooling_zone"_qs, name, {}, {}, {});
    for (auto &row : m_racks) {
        row.coolingZone = codes.contains(row.code) ? id : row.coolingZone;
    }
    return limit(name, milliwatts);
}

Drawing &Drawing::ports(const QString &code, const PortKind &kind, int count) {
    constexpr RowId onlyRow{1};
    NetworkPorts ports;
    ports.id = {static_cast<int>(m_ports.size()) + 1};
    ports.kind = kind;
    if (code.isEmpty()) {
        ports.row = onlyRow;
        for (auto &row : m_racks) {
            row.row = onlyRow;
        }
    } else {
        ports.rack = rack(code);
    }
    const QString name = u"ports %1"_qs.arg(ports.id.value);
    ports.node = addNode(u"ports"_qs, name, {}, {}, {});
    m_ports.push_back(ports);
    return limit(name, count);
}

Drawing &Drawing::outletsBear(const QString &name, int milliampere) {
    for (auto &outlet : m_outlets) {
        if (outlet.node == node(name)) {
            outlet.maxMilliampere = milliampere;
        }
    }
    return *this;
}

Drawing &Drawing::allPhases() {
    for (auto &outlet : m_outlets) {
        outlet.phases = u"123"_qs;
    }
    return *this;
}

Drawing &Drawing::useOutlet(const QString &name, const QString &outletName, Period during) {
    m_uses.push_back({outlet(name, outletName), during});
    return *this;
}

Drawing &Drawing::place(PlacementId id, const Booking &booking, const QString &state) {
    Equipment equipment;
    equipment.id = {id.value};
    equipment.owner = booking.owner ? booking.owner : OrganisationId{1};
    equipment.height = booking.item.height;
    equipment.halfWidth = booking.item.halfWidth;
    equipment.depth = booking.item.depth;
    equipment.weight = booking.item.weight;
    if (booking.item.draw) {
        equipment.budgetedWatts = static_cast<int>(booking.item.draw->milliwatts / 1000);
    }
    equipment.powerFactorPermille = booking.item.powerFactorPermille;
    equipment.cords = static_cast<int>(booking.cords.size());
    equipment.availabilityClass = booking.item.availabilityClass;
    m_equipment.push_back(equipment);

    Placement placement;
    placement.id = id;
    placement.equipment = equipment.id;
    placement.state = state;
    placement.during = booking.during;
    placement.rack = booking.rack;
    placement.position = booking.position;
    placement.face = booking.face;
    placement.half = booking.half;
    const Estate bare = estate();
    const auto *in = bare.snapshot().racks.find(booking.rack);
    m_boxes.push_back(
        boxAt(booking.item, *in, m_snapshot.policy, booking.position, booking.face, booking.half, booking.during));
    for (const auto &cord : booking.cords) {
        placement.outlets.push_back(cord.outlet);
        m_uses.push_back({cord.outlet, booking.during});
    }
    m_placements.push_back(placement);
    const auto charge = [&](const NodeCharge &charge, Period during) {
        const auto &name = bare.node(charge.node).name;
        load(name, charge.normal, during);
        for (const auto &more : charge.extras) {
            extra(name, bare.node(bare.indexOf(more.source)).name, more.load, during);
        }
    };
    const auto chargeRack = [&](int node, std::int64_t amount) {
        if (const auto own = chargeOn(node, amount)) {
            charge(*own, booking.during);
        }
    };
    if (booking.item.weight) {
        chargeRack(bare.massNode(in->id), booking.item.weight->grams);
        chargeRack(bare.floorNode(in->id), booking.item.weight->grams);
    }
    if (booking.item.draw) {
        chargeRack(bare.heatNode(in->id), booking.item.draw->milliwatts);
        chargeRack(bare.zoneNode(in->id), heatToAir(booking.item).milliwatts);
    }
    if (booking.item.draw) {
        for (const auto &power :
             powerCharges(bare, *booking.item.draw, booking.item.powerFactorPermille, booking.cords)) {
            charge(power, booking.during);
        }
    }
    const auto lines = agreementCharges(bare, *bare.site(in->id), equipment.owner, booking.item, booking.during);
    for (const auto &line : lines.value_or(std::vector<LineCharge>())) {
        charge(line.charge, line.during);
    }
    return *this;
}

Drawing &Drawing::guest(OrganisationId owner, Period agreement, const QString &unit, std::int64_t quota) {
    const AgreementId id{static_cast<int>(m_agreements.size()) + 1};
    m_agreements.push_back({id, {1}, owner, u"HA-%1"_qs.arg(id.value), agreement});
    const NodeId at = addNode(u"agreement_line"_qs, u"HA-%1 %2"_qs.arg(id.value).arg(unit), {}, {}, {});
    limit(m_nodes.back().name, quota);
    m_lines.push_back({{static_cast<int>(m_lines.size()) + 1}, id, u"hosting"_qs, unit, agreement, at});
    return *this;
}

Drawing &Drawing::policy(const Policy &policy) {
    m_snapshot.policy = policy;
    return *this;
}

SnapshotPtr Drawing::snapshot() const {
    auto made = std::make_shared<Snapshot>(m_snapshot);
    const auto sorted = [](auto rows, auto key) {
        std::ranges::stable_sort(rows, {}, key);
        return rows;
    };
    made->racks = Table<Rack>(m_racks);
    made->nodes = Table<Node>(m_nodes);
    made->nodeLimits = Table<NodeLimit>(m_limits);
    made->coolingUnits = Table<CoolingUnit>(m_units);
    made->outlets = Table<Outlet>(m_outlets);
    made->networkPorts = Table<NetworkPorts>(m_ports);
    made->equipment = Table<Equipment>(sorted(m_equipment, &Equipment::id));
    made->placements = Table<Placement>(sorted(m_placements, &Placement::id));
    made->agreements = Table<Agreement>(m_agreements);
    made->agreementLines = Table<AgreementLine>(m_lines);
    made->occupancy = Table<OccupiedBox>(sorted(m_boxes, [](auto &b) { return std::tuple(b.rack, b.huFrom); }));
    made->outletUse = Table<OutletUse>(sorted(m_uses, &OutletUse::outlet));
    // As the database keeps it: one row a node, source and day, and none where nothing changes.
    std::vector<LedgerStep> steps;
    for (const auto &step : sorted(m_ledger, [](auto &s) { return rowOrder(s); })) {
        if (steps.empty() || rowOrder(steps.back()) != rowOrder(step)) {
            steps.push_back(step);
        } else {
            steps.back().normal += step.normal;
            steps.back().extra += step.extra;
        }
    }
    std::erase_if(steps, [](const LedgerStep &step) { return step.normal == Load{} && step.extra == Load{}; });
    made->ledger = Ledger(steps);
    return made;
}

NodeId Drawing::node(const QString &name) const {
    const auto found = std::ranges::find(m_nodes, name, &Node::name);
    if (found == m_nodes.end()) {
        qFatal("no node %s", qPrintable(name));
    }
    return found->id;
}

RackId Drawing::rack(const QString &code) const {
    const auto found = std::ranges::find(m_racks, code, &Rack::code);
    if (found == m_racks.end()) {
        qFatal("no rack %s", qPrintable(code));
    }
    return found->id;
}

OutletId Drawing::outlet(const QString &name, const QString &outletName) const {
    return cord(name, outletName).outlet;
}

Cord Drawing::cord(const QString &name, const QString &outletName) const {
    const NodeId at = node(name);
    for (const auto &row : m_outlets) {
        if (row.node == at && row.name == outletName) {
            return {at, row.id, row.phases};
        }
    }
    qFatal("no outlet %s of %s", qPrintable(outletName), qPrintable(name));
}

QString text(const Estate &estate, const Proposal &proposal) {
    const auto *rack = estate.snapshot().racks.find(proposal.rack);
    const int half = proposal.position.halfUnits;
    QStringList words{rack->code, u'U' + QString::number(half / 2 + 1) + (half % 2 ? u".5"_qs : QString()),
                      proposal.face};
    if (proposal.half != u"full") {
        words << proposal.half;
    }
    for (const auto &cord : proposal.cords) {
        words << estate.side(estate.indexOf(cord.node)) + estate.snapshot().outlets.find(cord.outlet)->name;
    }
    return words.join(u' ');
}

QString text(const Shortfall &s) {
    const auto number = [](const std::optional<std::int64_t> &n) { return n ? QString::number(*n) : u"?"_qs; };
    QString line = u"%1 %2 %3 + %4 > %5 %6"_qs.arg(s.rule, s.where, number(s.requested), number(s.used),
                                                   number(s.capacity), s.unit);
    if (!s.quantity.isEmpty()) {
        line += u' ' + s.quantity;
    }
    if (!s.failing.isEmpty()) {
        line += u", without "_qs + s.failing;
    }
    return line + u", day "_qs + QString::number(s.date.number);
}

QStringList text(const std::vector<Shortfall> &shortfalls) {
    QStringList lines;
    for (const auto &shortfall : shortfalls) {
        lines << text(shortfall);
    }
    return lines;
}

} // namespace polder::test
