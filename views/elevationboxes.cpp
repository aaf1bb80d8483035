#include "elevationboxes.h"

namespace polder {

namespace {

using Kind = ElevationBox::Kind;

ElevationBox anonymous(const OccupiedBox &box, const Rack &rack) {
    ElevationBox drawn;
    drawn.kind = box.blocked ? Kind::Blocked : Kind::Taken;
    drawn.huFrom = box.huFrom;
    drawn.huUntil = box.huUntil;
    drawn.widthFrom = box.widthFrom;
    drawn.widthUntil = box.widthUntil;
    drawn.front = box.depthFrom == 0;
    drawn.rear = box.depthUntil >= rack.usableDepth.mm;
    return drawn;
}

Kind kindOf(const QString &state) {
    return state == u"held" || state == u"delivered" ? Kind::Held
           : state == u"decommissioning"             ? Kind::Leaving
                                                     : Kind::Device;
}

ElevationBox named(const Placement &placement, const Equipment &equipment) {
    ElevationBox drawn;
    drawn.kind = kindOf(placement.state);
    drawn.huFrom = placement.position->halfUnits;
    drawn.huUntil = drawn.huFrom + equipment.height.halfUnits;
    drawn.widthFrom = placement.half == u"right" ? 1 : 0;
    drawn.widthUntil = placement.half == u"left" ? 1 : 2;
    drawn.front = placement.face != u"rear";
    drawn.rear = placement.face != u"front";
    drawn.placement = placement.id;
    drawn.equipment = equipment.id;
    drawn.label = equipment.name;
    return drawn;
}

bool standsThere(const Placement &placement, Day today, Day day) {
    const bool lapsed = placement.state == u"held" && placement.holdUntil && *placement.holdUntil < today;
    return placement.position && !placement.contested && !lapsed && placement.during.contains(day)
           && placement.state != u"released";
}

} // namespace

std::vector<ElevationBox> elevationBoxes(const Snapshot &snapshot, const Rack &rack, Day day) {
    std::vector<ElevationBox> boxes;
    for (const OccupiedBox &box : std::ranges::equal_range(snapshot.occupancy, rack.id, {}, &OccupiedBox::rack)) {
        if (box.during.contains(day)) {
            boxes.push_back(anonymous(box, rack));
        }
    }
    for (const Placement &placement : snapshot.placements) {
        if (placement.rack != rack.id || !standsThere(placement, snapshot.today, day)) {
            continue;
        }
        if (const Equipment *equipment = snapshot.equipment.find(placement.equipment)) {
            boxes.push_back(named(placement, *equipment));
        }
    }
    return boxes;
}

} // namespace polder
