#include "model/core/placetext.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlaceText)
};

QString onTheFloor(const Snapshot &snapshot, const Placement &placement) {
    constexpr double metre = 1000;
    const auto metres = [](Length length) {
        return QLocale().toString(length.mm / metre, 'f', QLocale::FloatingPointShortest);
    };
    const QString room = roomPath(snapshot, placement.room);
    return room.isEmpty()
               ? Text::tr("on the floor")
               : Text::tr("%1, on the floor at %2 m, %3 m").arg(room, metres(placement.x), metres(placement.y));
}

QString inAChassis(const Snapshot &snapshot, const Placement &placement) {
    const Bay *bay = snapshot.bays.find(placement.bay);
    const Equipment *chassis = snapshot.equipment.find(placement.chassis);
    if (!bay || !chassis) {
        return Text::tr("in a chassis");
    }
    const QString here = Text::tr("bay %1 of %2").arg(bay->name, chassis->name);
    const Placement *around = chassisOf(snapshot, placement);
    return around ? Text::tr("%1, %2").arg(here, placeText(snapshot, *around)) : here;
}

} // namespace

QString placeText(const Snapshot &snapshot, const Rack &rack, Height below) {
    return Text::tr("%1 U%2").arg(rackPath(snapshot, rack.id), Format().unit(rack, below));
}

QString placeText(const Snapshot &snapshot, const Placement &placement) {
    if (placement.chassis) {
        return inAChassis(snapshot, placement);
    }
    const Rack *rack = snapshot.racks.find(placement.rack);
    if (!rack) {
        return placement.room ? onTheFloor(snapshot, placement) : QString();
    }
    const QString path = rackPath(snapshot, rack->id);
    return placement.position ? placeText(snapshot, *rack, *placement.position)
           : placement.slot   ? Text::tr("%1, 0U place %2").arg(path).arg(*placement.slot)
                              : path;
}

const Placement *chassisOf(const Snapshot &snapshot, const Placement &placement) {
    const Placement *found = nullptr;
    for (const Placement &one : snapshot.placements) {
        if (placement.chassis && one.equipment == placement.chassis && one.id != placement.id &&
            one.state != u"released" && one.during.overlaps(placement.during) &&
            (!found || one.during.from > found->during.from)) {
            found = &one;
        }
    }
    return found;
}

RackId rackAround(const Snapshot &snapshot, const Placement &placement) {
    const Placement *chassis = placement.chassis ? chassisOf(snapshot, placement) : &placement;
    return chassis ? chassis->rack : RackId();
}

QString outletsText(const Snapshot &snapshot, const std::vector<OutletId> &outlets) {
    QStringList names;
    for (const OutletId one : outlets) {
        const Outlet *outlet = snapshot.outlets.find(one);
        const Node *node = outlet ? snapshot.nodes.find(outlet->node) : nullptr;
        names << (node ? node->name + u':' : QString()) + (outlet ? outlet->name.text() : QString());
    }
    return names.join(u", "_s);
}

} // namespace polder
