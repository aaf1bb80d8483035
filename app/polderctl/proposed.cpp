#include "app/polderctl/proposed.h"

#include "model/core/format.h"

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

struct Behind {
    const Equipment *equipment = nullptr;
    const RequestItem *item = nullptr;
    const Request *request = nullptr;
};

Behind behind(const Estate &estate, const Placement &placement) {
    const Snapshot &snapshot = estate.snapshot();
    Behind one;
    one.equipment = snapshot.equipment.find(placement.equipment);
    one.item = one.equipment ? snapshot.requestItems.find(one.equipment->requestItem) : nullptr;
    one.request = one.item ? snapshot.requests.find(one.item->request) : nullptr;
    return one;
}

/// Equipment as people know it; of what is only proposed, what was asked for.
QString called(const Behind &one) {
    if (!one.equipment) {
        return {};
    }
    return !one.equipment->name.isEmpty()       ? one.equipment->name
           : !one.equipment->assetTag.isEmpty() ? one.equipment->assetTag
                                                : u"%1U"_s.arg(one.equipment->height.halfUnits / 2.0);
}

} // namespace

QString isoDate(Day day) {
    return day.toDate().toString(Qt::ISODate);
}

QJsonValue endJson(Period during) {
    return during.openEnded() ? QJsonValue() : QJsonValue(isoDate(during.until));
}

QJsonObject proposedJson(const Estate &estate, const Placement &placement) {
    const Behind one = behind(estate, placement);
    QJsonObject json = placeOf(estate, placement);
    json[u"equipment"_s] = called(one);
    json[u"request"_s] = one.request ? QJsonValue(one.request->number) : QJsonValue();
    json[u"item"_s] = one.request ? QJsonValue(one.item->ordinal) : QJsonValue();
    json[u"from"_s] = isoDate(placement.during.from);
    json[u"until"_s] = endJson(placement.during);
    return json;
}

QStringList proposedHeaders() {
    return {u"equipment"_s, u"request"_s, u"rack"_s, u"unit"_s, u"face"_s, u"outlets"_s, u"from"_s, u"until"_s};
}

QStringList proposedCells(const Estate &estate, const Placement &placement) {
    const Behind one = behind(estate, placement);
    const Rack *rack = estate.rack(placement.rack);
    return {called(one),
            one.request ? u"%1.%2"_s.arg(one.request->number).arg(one.item->ordinal) : QString(),
            estate.rackName(placement.rack),
            rack && placement.position ? QString::number(unitNumber(*rack, *placement.position)) : QString(),
            placement.half == u"full" ? placement.face.text() : placement.face.text() + u' ' + placement.half.text(),
            outletNames(estate, placement).join(u' '),
            isoDate(placement.during.from),
            placement.during.openEnded() ? QString() : isoDate(placement.during.until)};
}

} // namespace polder::ctl
