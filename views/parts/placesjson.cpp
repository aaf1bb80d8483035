#include "placesjson.h"

#include "model/core/format.h"

#include <QJsonObject>

namespace polder {

using namespace Qt::StringLiterals;

QJsonArray placesJson(const NearSpot &place, const Snapshot &snapshot) {
    QJsonArray places;
    const Rack *rack = snapshot.racks.find(place.spot.rack);
    if (!rack) {
        return places;
    }
    int up = 0;
    for (const std::vector<Cord> &cords : place.cords) {
        QJsonObject one{{u"rack"_s, rack->id.value},
                        {u"unit"_s, unitNumber(*rack, {place.spot.position.halfUnits + up})},
                        {u"face"_s, place.spot.face},
                        {u"half"_s, place.spot.half}};
        QJsonArray outlets;
        for (const Cord &cord : cords) {
            if (cord.outlet) {
                outlets << cord.outlet.value;
            }
        }
        if (!outlets.isEmpty()) {
            one[u"outlets"_s] = outlets;
        }
        places << one;
        up += place.height.halfUnits;
    }
    return places;
}

QJsonObject placeJson(const Placement &placement, const Snapshot &snapshot) {
    QJsonObject place{
        {u"rack"_s, placement.rack.value}, {u"face"_s, placement.face.text()}, {u"half"_s, placement.half.text()}};
    const Rack *rack = snapshot.racks.find(placement.rack);
    if (rack && placement.position) {
        place[u"unit"_s] = unitNumber(*rack, *placement.position);
    }
    if (!placement.outlets.empty()) {
        QJsonArray outlets;
        for (const OutletId outlet : placement.outlets) {
            outlets << outlet.value;
        }
        place[u"outlets"_s] = outlets;
    }
    return place;
}

QJsonObject spotJson(const FloorSpot &spot) {
    return {{u"room"_s, spot.room.value},
            {u"x_mm"_s, spot.x.mm},
            {u"y_mm"_s, spot.y.mm},
            {u"orientation_deg"_s, spot.orientationDegrees}};
}

} // namespace polder
