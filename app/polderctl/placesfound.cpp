#include "app/polderctl/placesfound.h"

#include "model/core/format.h"

namespace polder::ctl {

using namespace Qt::StringLiterals;

QString faceText(const Proposal &place) {
    return place.half == u"full" ? place.face : place.face + u' ' + place.half;
}

double unitOf(const Estate &estate, const Proposal &place) {
    return unitNumber(*estate.snapshot().racks.find(place.rack), place.position);
}

QJsonArray outletNames(const Estate &estate, const std::vector<Cord> &cords) {
    QJsonArray names;
    for (const Cord &cord : cords) {
        const Outlet *outlet = estate.snapshot().outlets.find(cord.outlet);
        const Node *node = estate.snapshot().nodes.find(outlet ? outlet->node : cord.node);
        names << (node ? node->name : QString()) + (outlet ? u':' + outlet->name : QString());
    }
    return names;
}

QJsonObject scoresJson(const Scores &scores) {
    QJsonObject json{{u"total"_s, scores.total()}};
    for (std::size_t i = 0; i < termCount; ++i) {
        json[QString::fromUtf16(termNames[i])] = scores.of(static_cast<Term>(i));
    }
    return json;
}

QJsonObject placeJson(const Estate &estate, const Proposal &place) {
    return {{u"rack"_s, estate.rackName(place.rack)},
            {u"unit"_s, unitOf(estate, place)},
            {u"face"_s, place.face},
            {u"half"_s, place.half},
            {u"outlets"_s, outletNames(estate, place.cords)},
            {u"scores"_s, scoresJson(place.scores)}};
}

QString uncheckedName(Unchecked what) {
    switch (what) {
    case Unchecked::Depth:
        return u"depth"_s;
    case Unchecked::Width:
        return u"width"_s;
    case Unchecked::Weight:
        return u"weight"_s;
    case Unchecked::Draw:
        return u"power and heat"_s;
    case Unchecked::Cords:
        return u"outlets and paths"_s;
    case Unchecked::Plug:
        return u"plug"_s;
    case Unchecked::Airflow:
        return u"airflow"_s;
    case Unchecked::Inlet:
        return u"inlet temperature"_s;
    case Unchecked::DataClass:
        return u"data class"_s;
    case Unchecked::Availability:
        return u"availability class"_s;
    case Unchecked::Agreement:
        return u"hosting agreement"_s;
    }
    return {};
}

} // namespace polder::ctl
