#include "model/planning/bookedplace.h"

#include "model/core/format.h"
#include "model/engine/booking.h"

#include <QJsonArray>

namespace polder {

using namespace Qt::StringLiterals;

QStringList outletNames(const Estate &estate, const Placement &placement) {
    QStringList names;
    for (const Cord &cord : cordsOf(placement, estate.snapshot())) {
        const Outlet *outlet = estate.snapshot().outlets.find(cord.outlet);
        const Node *node = estate.snapshot().nodes.find(cord.node);
        names << (node ? node->name : QString()) + (outlet ? u':' + outlet->name : QString());
    }
    return names;
}

QJsonObject placeOf(const Estate &estate, const Placement &placement) {
    QJsonObject place{{u"rack"_s, estate.rackName(placement.rack)},
                      {u"face"_s, placement.face.text()},
                      {u"half"_s, placement.half.text()},
                      {u"outlets"_s, QJsonArray::fromStringList(outletNames(estate, placement))}};
    const Rack *rack = estate.rack(placement.rack);
    if (rack && placement.position) {
        place[u"unit"_s] = unitNumber(*rack, *placement.position);
    }
    return place;
}

} // namespace polder
