#include "smallsnapshot.h"

namespace polder::test {

namespace {

using namespace literals;
using namespace Qt::StringLiterals;

Rack rack(RackId id, RoomId room, const QString &code, int x) {
    Rack rack;
    rack.id = id;
    rack.room = room;
    rack.code = code;
    rack.x = Length{x};
    rack.y = 1000_mm;
    rack.width = 600_mm;
    rack.depth = 1200_mm;
    rack.units = 10;
    rack.usableDepth = 1000_mm;
    return rack;
}

Room room(RoomId id, SiteId site, const QString &code) {
    Room room;
    room.id = id;
    room.site = site;
    room.code = code;
    room.width = 6000_mm;
    room.depth = 4000_mm;
    room.tile = 600_mm;
    return room;
}

Equipment equipment(EquipmentId id, const QString &name, Height height) {
    Equipment equipment;
    equipment.id = id;
    equipment.name = name;
    equipment.kind = u"rack"_s;
    equipment.owner = OrganisationId{1};
    equipment.height = height;
    return equipment;
}

Placement placement(PlacementId id, EquipmentId equipment, Height position, const QString &face) {
    Placement placement;
    placement.id = id;
    placement.equipment = equipment;
    placement.state = u"installed"_s;
    placement.rack = rackA1;
    placement.position = position;
    placement.face = face;
    placement.half = u"full"_s;
    return placement;
}

OccupiedBox box(int huFrom, int huUntil, int depthUntil, bool blocked) {
    OccupiedBox box;
    box.rack = rackA1;
    box.huFrom = static_cast<std::int16_t>(huFrom);
    box.huUntil = static_cast<std::int16_t>(huUntil);
    box.depthUntil = static_cast<std::int16_t>(depthUntil);
    box.blocked = blocked;
    return box;
}

Request request(RequestId id, const QString &number, const QString &state, const QStringList &offers) {
    Request request;
    request.id = id;
    request.number = number;
    request.state = state;
    request.organisation = OrganisationId{1};
    request.requester = PersonId{1};
    request.offers = offers;
    request.project = u"Survey"_s;
    request.during.from = Day{10001};
    return request;
}

RequestItem item(RequestItemId id, RequestId request) {
    RequestItem item;
    item.id = id;
    item.request = request;
    item.height = 1_U;
    return item;
}

/// What a rack bears and takes is known and has no end: its weight, its heat, and two rack PDUs of thirty outlets each.
void furnish(Snapshot &snapshot) {
    std::vector<Node> nodes;
    std::vector<NodeLimit> limits;
    std::vector<Outlet> outlets;
    for (const Rack &rack : snapshot.racks) {
        for (const auto *kind : {u"rack_mass", u"rack_heat", u"rack_pdu", u"rack_pdu"}) {
            Node node;
            node.id = {static_cast<int>(nodes.size()) + 1};
            node.kind = QString::fromUtf16(kind);
            node.rack = rack.id;
            node.room = rack.room;
            node.name = u"%1 %2"_s.arg(rack.code).arg(node.id.value);
            node.side = node.kind != u"rack_pdu" ? QString() : nodes.back().side == u"A" ? u"B"_s : u"A"_s;
            node.phases = u"123"_s;
            limits.push_back({{node.id.value}, node.id, Day{0}, {}, {}, {}, {}});
            for (int number = 1; node.kind == u"rack_pdu" && number <= 30; ++number) {
                outlets.push_back({{static_cast<int>(outlets.size()) + 1},
                                   node.id,
                                   QString::number(number),
                                   u"C13"_s,
                                   u"1"_s,
                                   63'000});
            }
            nodes.push_back(node);
        }
    }
    snapshot.nodes = Table<Node>(std::move(nodes));
    snapshot.nodeLimits = Table<NodeLimit>(std::move(limits));
    snapshot.outlets = Table<Outlet>(std::move(outlets));
}

} // namespace

Snapshot smallSnapshot() {
    Snapshot snapshot;
    snapshot.generation = 5;
    snapshot.today = Day{10000};
    snapshot.viewer.person = PersonId{1};
    snapshot.viewer.organisation = OrganisationId{1};
    snapshot.viewer.name = u"Ada"_s;
    snapshot.viewer.mayAsk = true;
    snapshot.organisations = Table<Organisation>({{OrganisationId{1}, u"HO"_s, u"Home"_s}});
    snapshot.sites = Table<Site>(
        {{SiteId{1}, OrganisationId{1}, u"HOME"_s, u"Home"_s}, {SiteId{2}, OrganisationId{1}, u"AWAY"_s, u"Away"_s}});
    snapshot.rooms = Table<Room>({room(RoomId{1}, SiteId{1}, u"R1"_s), room(RoomId{2}, SiteId{2}, u"R2"_s)});
    snapshot.racks = Table<Rack>({rack(rackA1, RoomId{1}, u"A1"_s, 1000), rack(rackA2, RoomId{1}, u"A2"_s, 1600),
                                  rack(rackB1, RoomId{2}, u"B1"_s, 1000)});
    furnish(snapshot);
    snapshot.equipment =
        Table<Equipment>({equipment(EquipmentId{1}, u"old"_s, 2_U), equipment(EquipmentId{2}, u"front"_s, 1_U)});
    snapshot.placements = Table<Placement>({placement(oldPlacement, EquipmentId{1}, Height{0}, u"both"_s),
                                            placement(frontPlacement, EquipmentId{2}, Height{6}, u"front"_s)});
    snapshot.occupancy = Table<OccupiedBox>(
        {box(0, 4, 1000, false), box(6, 8, 400, false), box(10, 12, 1000, false), box(16, 18, 1000, true)});
    snapshot.requests = Table<Request>(
        {request(inReview, u"R-1"_s, u"in review"_s, {u"hold"_s, u"reject"_s, u"return_request"_s, u"wait_list"_s}),
         request(draft, u"R-2"_s, u"draft"_s, {u"amend_request"_s, u"submit"_s, u"withdraw"_s})});
    snapshot.requestItems = Table<RequestItem>({item(RequestItemId{1}, inReview), item(RequestItemId{2}, draft)});
    return snapshot;
}

} // namespace polder::test
