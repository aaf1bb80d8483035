#include "views/paper/elevationboxes.h"

#include <algorithm>
#include <span>

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

bool isBlank(const Equipment &equipment, const Snapshot &snapshot) {
    const Model *model = snapshot.models.find(equipment.model);
    return model && model->kind == u"blank";
}

ElevationBox named(const Placement &placement, const Equipment &equipment, const Snapshot &snapshot) {
    ElevationBox drawn;
    drawn.kind = kindOf(placement.state);
    if (drawn.kind == Kind::Device && isBlank(equipment, snapshot)) {
        drawn.kind = Kind::Blank;
    }
    drawn.arrived = placement.state == u"delivered";
    drawn.slot = placement.slot.value_or(0);
    if (placement.position) {
        drawn.huFrom = placement.position->halfUnits;
        drawn.huUntil = drawn.huFrom + equipment.height.halfUnits;
    }
    drawn.widthFrom = placement.half == u"right" ? 1 : 0;
    drawn.widthUntil = placement.half == u"left" ? 1 : 2;
    drawn.front = !placement.slot && placement.face != u"rear";
    drawn.rear = placement.slot || placement.face != u"front";
    drawn.placement = placement.id;
    drawn.equipment = equipment.id;
    drawn.label = equipment.name;
    return drawn;
}

/// Two boxes that share a side, a half and a half unit are one and the same: the record lets no others be.
bool hides(const ElevationBox &named, const ElevationBox &box) {
    return ((named.front && box.front) || (named.rear && box.rear)) && named.widthFrom < box.widthUntil &&
           box.widthFrom < named.widthUntil;
}

/// What is left of an anonymous box beside those that the viewer sees by name.
void addRest(const ElevationBox &box, std::span<const ElevationBox> named, std::vector<ElevationBox> &rest) {
    ElevationBox part = box;
    for (int hu = box.huFrom; hu <= box.huUntil; ++hu) {
        const bool hidden = hu == box.huUntil || std::ranges::any_of(named, [&](const ElevationBox &one) {
                                return one.huFrom <= hu && hu < one.huUntil && hides(one, box);
                            });
        if (hidden && part.huFrom < hu) {
            part.huUntil = hu;
            rest.push_back(part);
        }
        if (hidden) {
            part.huFrom = hu + 1;
        }
    }
}

bool standsOn(const Placement &placement, Day today, Day day) {
    const bool lapsed = placement.state == u"held" && placement.holdUntil && *placement.holdUntil < today;
    return !placement.contested && !lapsed && placement.during.contains(day) && placement.state != u"released";
}

std::vector<BayId> baysOf(ModelId model, const Snapshot &snapshot) {
    std::vector<BayId> bays;
    for (const Bay &bay : snapshot.bays) {
        if (model && bay.model == model) {
            bays.push_back(bay.id);
        }
    }
    return bays;
}

/// What is in the bays of these chassis, each in the box of its chassis.
std::vector<ElevationBox> inBays(const Snapshot &snapshot, std::vector<ElevationBox> &chassis, Day day) {
    std::vector<ElevationBox> inside;
    for (ElevationBox &around : chassis) {
        const Equipment *equipment = snapshot.equipment.find(around.equipment);
        const auto bays = equipment ? baysOf(equipment->model, snapshot) : std::vector<BayId>();
        around.bays = static_cast<int>(bays.size());
        std::vector<BayId> known;
        const auto put = [&](ElevationBox box, BayId at) {
            const auto place = std::ranges::find(bays, at);
            const Bay *bay = snapshot.bays.find(at);
            if (place == bays.end() || !bay) {
                return;
            }
            box.huFrom = around.huFrom;
            box.huUntil = around.huUntil;
            box.widthFrom = around.widthFrom;
            box.widthUntil = around.widthUntil;
            box.front = around.front;
            box.rear = around.rear;
            box.bay = {static_cast<int>(place - bays.begin()), around.bays, bay->name};
            known.push_back(at);
            inside.push_back(std::move(box));
        };
        if (bays.empty()) {
            continue;
        }
        for (const Placement &placement : snapshot.placements) {
            const Equipment *blade =
                placement.chassis == around.equipment ? snapshot.equipment.find(placement.equipment) : nullptr;
            if (blade && standsOn(placement, snapshot.today, day)) {
                put(named(placement, *blade, snapshot), placement.bay);
            }
        }
        for (const BayUse &use : snapshot.bayUse) {
            if (use.chassis == around.equipment && use.during.contains(day) &&
                std::ranges::find(known, use.bay) == known.end()) {
                ElevationBox stranger;
                stranger.kind = Kind::Taken;
                put(stranger, use.bay);
            }
        }
    }
    return inside;
}

} // namespace

std::vector<ElevationBox> elevationBoxes(const Snapshot &snapshot, const Rack &rack, Day day) {
    std::vector<ElevationBox> seen;
    for (const Placement &placement : snapshot.placements) {
        if (placement.rack != rack.id || (!placement.position && !placement.slot) ||
            !standsOn(placement, snapshot.today, day)) {
            continue;
        }
        if (const Equipment *equipment = snapshot.equipment.find(placement.equipment)) {
            seen.push_back(named(placement, *equipment, snapshot));
        }
    }
    std::vector<ElevationBox> boxes;
    for (const OccupiedBox &box : snapshot.occupancy.rowsOf(rack.id)) {
        if (box.during.contains(day)) {
            addRest(anonymous(box, rack), seen, boxes);
        }
    }
    for (const SlotUse &use : snapshot.slotUse.rowsOf(rack.id)) {
        const bool known = std::ranges::find(seen, use.slot, &ElevationBox::slot) != seen.end();
        if (use.during.contains(day) && !known) {
            ElevationBox box;
            box.kind = Kind::Taken;
            box.slot = use.slot;
            box.front = false;
            boxes.push_back(box);
        }
    }
    const auto inside = inBays(snapshot, seen, day);
    boxes.insert(boxes.end(), seen.begin(), seen.end());
    boxes.insert(boxes.end(), inside.begin(), inside.end());
    return boxes;
}

} // namespace polder
