#include "model/store/snapshotrows.h"

#include <QJsonObject>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

std::vector<PortWish> portsOf(const std::optional<QJsonArray> &wanted) {
    std::vector<PortWish> ports;
    for (const auto &value : wanted.value_or(QJsonArray())) {
        const QJsonObject port = value.toObject();
        ports.push_back({{port["speed_mbps"_L1].toInt(), port["medium"_L1].toString(), port["out_of_band"_L1].toBool()},
                         port["count"_L1].toInt()});
    }
    return ports;
}

} // namespace

void decode(RowReader &row, Organisation &to) {
    row.read(to.id, to.code, to.name);
}

void decode(RowReader &row, Department &to) {
    row.read(to.id, to.organisation, to.code, to.name, to.faculty);
}

void decode(RowReader &row, Person &to) {
    row.read(to.id, to.organisation, to.department, to.handle, to.name, to.email);
}

void decode(RowReader &row, Site &to) {
    row.read(to.id, to.host, to.code, to.name);
}

void decode(RowReader &row, Room &to) {
    row.read(to.id, to.site, to.code, to.name, to.width, to.depth, to.tile, to.protectionClass, to.medical,
             to.floorClass, to.sides, to.coolingZone, to.liquidLoop);
}

void decode(RowReader &row, RoomFeature &to) {
    row.read(to.id, to.room, to.kind, to.name, to.shape, to.airflowDegrees, to.keepClear);
}

void decode(RowReader &row, RoomEnvironment &to) {
    row.read(to.id, to.room, to.shape, to.setpoint, to.driftMillikelvinPerHour, to.vibrationClass, to.fieldNanotesla,
             to.floorLoad, to.during);
}

void decode(RowReader &row, MediaPoint &to) {
    row.read(to.id, to.room, to.medium, to.during);
}

void decode(RowReader &row, DeliverySegment &to) {
    row.read(to.id, to.room, to.route, to.ordinal, to.name, to.kind, to.width, to.height, to.length, to.loadKilograms,
             to.pointLoadNewton);
}

void decode(RowReader &row, Row &to) {
    row.read(to.id, to.room, to.code);
}

void decode(RowReader &row, Rack &to) {
    row.read(to.id, to.room, to.row, to.code, to.x, to.y, to.orientationDegrees, to.width, to.depth, to.units,
             to.usableDepth, to.railWidthInches, to.railMin, to.railMax, to.numberedDown, to.zeroUSlots, to.airflow,
             to.tare, to.tareCounts, to.sides, to.coolingZone, to.liquidLoop, to.during);
}

void decode(RowReader &row, NetworkPorts &to) {
    row.read(to.id, to.rack, to.row, to.room, to.kind.speedMbps, to.kind.medium, to.kind.outOfBand, to.node);
}

void decode(RowReader &row, Node &to) {
    row.read(to.id, to.kind, to.parent, to.site, to.room, to.rack, to.name, to.side, to.phases, to.units,
             to.voltsToNeutral, to.concurrentlyMaintainable, to.supplyTemperature, to.during);
}

void decode(RowReader &row, NodeLimit &to) {
    row.read(to.id, to.node, to.from, to.normalMain, to.normalLine, to.failoverMain, to.failoverLine);
}

void decode(RowReader &row, CoolingUnit &to) {
    row.read(to.id, to.room, to.zone, to.feed, to.name, to.kind, to.sensible, to.during);
}

void decode(RowReader &row, Outlet &to) {
    row.read(to.id, to.node, to.name, to.type, to.phases, to.maxMilliampere);
}

void decode(RowReader &row, Model &to) {
    row.read(to.id, to.manufacturer, to.name, to.slug, to.kind, to.height, to.fullDepth, to.depth, to.width, to.weight,
             to.nameplateWatts, to.airflow, to.supplies, to.inlet, to.railMin, to.railMax, to.inletMin, to.inletMax,
             to.driftMillikelvinPerHour, to.vibrationClass, to.fieldNanotesla, to.media, to.bodyHeight,
             to.clearanceFront, to.clearanceRear, to.clearanceLeft, to.clearanceRight, to.crateWidth, to.crateDepth,
             to.crateHeight, to.crateWeight, to.heatToWaterWatts, to.waterFlow, to.waterMin, to.waterMax);
}

void decode(RowReader &row, Bay &to) {
    row.read(to.id, to.model, to.name);
}

void decode(RowReader &row, System &to) {
    row.read(to.id, to.personalData);
}

void decode(RowReader &row, Equipment &to) {
    std::optional<QJsonArray> ports;
    row.read(to.id, to.model, to.requestItem, to.name, to.kind, to.owner, to.department, to.sponsor, to.project,
             to.serial, to.assetTag, to.dataClass, to.medical, to.personalData, to.availabilityClass, to.system,
             to.shareable, to.height, to.halfWidth, to.width, to.depth, to.weight, to.accessories, to.airflow,
             to.inletMin, to.inletMax, to.driftMillikelvinPerHour, to.nameplateWatts, to.budgetedWatts,
             to.measuredWatts, to.measuredOn, to.warrantyUntil, to.powerFactorPermille, to.cords, to.phases, to.plug,
             to.bodyHeight, ports, to.ducted);
    to.ports = portsOf(ports);
}

void decode(RowReader &row, Request &to) {
    row.read(to.id, to.number, to.state, to.organisation, to.department, to.requester, to.sponsor, to.project,
             to.costCentre, to.dataClass, to.medical, to.personalData, to.availabilityClass, to.during, to.wishSite,
             to.wishRedundant, to.wishTogether, to.wishApart, to.stateReason, to.submittedOn, to.decisionDue,
             to.holdUntil, to.comment, to.securityReview, to.offers);
}

void decode(RowReader &row, RequestItem &to) {
    std::optional<QJsonArray> ports;
    row.read(to.id, to.request, to.ordinal, to.model, to.description, to.count, to.kind, to.height, to.halfWidth,
             to.width, to.depth, to.weight, to.nameplateWatts, to.drawWatts, to.cords, to.phases, to.plug, to.airflow,
             to.inletMin, to.inletMax, to.bodyHeight, ports, to.shareable);
    to.ports = portsOf(ports);
}

void decode(RowReader &row, Placement &to) {
    row.read(to.id, to.equipment, to.state, to.during, to.holdUntil, to.rack, to.position, to.slot, to.chassis, to.bay,
             to.face, to.half, to.room, to.x, to.y, to.orientationDegrees, to.inherited, to.contested, to.outlets,
             to.nodes);
}

void decode(RowReader &row, OccupiedBox &to) {
    row.read(to.rack, to.huFrom, to.huUntil, to.depthFrom, to.depthUntil, to.widthFrom, to.widthUntil, to.blocked,
             to.during);
}

void decode(RowReader &row, SlotUse &to) {
    row.read(to.rack, to.slot, to.during);
}

void decode(RowReader &row, BayUse &to) {
    row.read(to.chassis, to.bay, to.during);
}

void decode(RowReader &row, FloorOccupied &to) {
    row.read(to.room, to.footprint, to.clearance, to.during);
}

void decode(RowReader &row, OutletUse &to) {
    row.read(to.outlet, to.during);
}

void decode(RowReader &row, LedgerStep &to) {
    row.read(to.node, to.source, to.day, to.normal.main, to.normal.l1, to.normal.l2, to.normal.l3, to.extra.main,
             to.extra.l1, to.extra.l2, to.extra.l3);
}

void decode(RowReader &row, Agreement &to) {
    row.read(to.id, to.host, to.guest, to.reference, to.during);
}

void decode(RowReader &row, AgreementLine &to) {
    row.read(to.id, to.agreement, to.topic, to.unit, to.during, to.node);
}

void decode(RowReader &row, Finding &to) {
    row.read(to.id, to.rule, to.kind, to.site, to.rack, to.placement, to.text, to.during, to.resolved);
}

void decode(RowReader &row, Override &to) {
    row.read(to.id, to.rule, to.request, to.placement, to.node, to.reason, to.until, to.given);
}

} // namespace polder
