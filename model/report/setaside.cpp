#include "model/report/setaside.h"

#include "model/engine/envelope.h"
#include "model/report/columns.h"
#include "model/report/scope.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::SetAside)
};

bool isInForce(const Override &one, Day day) {
    return one.given && day < one.until;
}

QString named(const Override &one) {
    return one.rule + u' ' + one.until.plus(-1).toDate().toString(Qt::ISODate);
}

/// What a rule counts; those of agreements and data count nothing that a place has, and are said of its space.
std::vector<Resource> counted(const QString &rule) {
    if (rule.startsWith(u'P')) {
        return {Resource::Power, Resource::Apparent};
    }
    if (rule.startsWith(u'C')) {
        return {Resource::Heat};
    }
    return {rule == u"S3" ? Resource::Mass : rule == u"S4" ? Resource::Floor : Resource::Space};
}

/// The place and all that it is part of.
std::vector<Place> upwards(const Estate &estate, const Place &place) {
    if (place.rack && estate.rack(place.rack)) {
        return placesOf(estate, place.rack);
    }
    std::vector<Place> places;
    if (place.room) {
        places.push_back({Level::Room, place.site, place.room, {}, {}});
    }
    if (place.site) {
        places.push_back({Level::Site, place.site, {}, {}, {}});
    }
    places.push_back({});
    return places;
}

} // namespace

Cell overrideCell(const Snapshot &snapshot, NodeId node, Day day) {
    QStringList found;
    for (const auto &one : snapshot.overrides) {
        if (one.node == node && isInForce(one, day)) {
            found << named(one);
        }
    }
    return textCell(found.join(u", "_qs));
}

SetAside::SetAside(const Estate &estate, Day day) {
    const auto &snapshot = estate.snapshot();
    for (const auto &one : snapshot.overrides) {
        if (!isInForce(one, day)) {
            continue;
        }
        std::set<Place> places;
        const auto add = [&](const Place &place) {
            for (const auto &each : upwards(estate, place)) {
                places.insert(each);
            }
        };
        if (const auto *node = snapshot.nodes.find(one.node)) {
            add({Level::All, node->site, node->room, {}, node->rack});
        }
        for (const auto &placement : snapshot.placements) {
            const auto *equipment = snapshot.equipment.find(placement.equipment);
            const auto *item = equipment ? snapshot.requestItems.find(equipment->requestItem) : nullptr;
            const bool meant = placement.id == one.placement || (item && one.request && item->request == one.request);
            if (meant && placement.during.contains(day) && stands(placement, snapshot)) {
                add(placeOf(estate, placement, day));
            }
        }
        for (const auto &place : places) {
            for (const auto resource : counted(one.rule)) {
                m_rules[{place, resource}] << named(one);
            }
        }
    }
    for (auto &[of, rules] : m_rules) {
        rules.sort();
        rules.removeDuplicates();
    }
}

Cell SetAside::of(const Place &place, Resource resource) const {
    const auto found = m_rules.find({place, resource});
    return found == m_rules.end() ? Cell() : textCell(found->second.join(u", "_qs));
}

ReportColumn overrideColumn() {
    auto column = textColumn(u"override"_qs, Text::tr("Set aside, until"));
    column.exceptional = true;
    return column;
}

QString overrideDefinition() {
    return Text::tr("Set aside: rules of which somebody has decided that they do not hold for a while, for a node, a "
                    "booking or a request there; each with its last day.");
}

} // namespace polder
