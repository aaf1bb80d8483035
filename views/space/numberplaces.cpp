#include "numberplaces.h"

#include "model/core/placetext.h"
#include "model/core/rackpath.h"
#include "model/items/numbermodel.h"
#include "proposalrows.h"
#include "views/parts/searchtable.h"

#include <QJsonObject>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

std::vector<OutletId> outletsOf(const NumberPlace &place) {
    std::vector<OutletId> outlets;
    std::ranges::transform(place.cords, std::back_inserter(outlets), &Cord::outlet);
    return outlets;
}

/// As the record takes it.
QJsonObject placeJson(const NumberPlace &place, const Snapshot &snapshot) {
    QJsonObject json;
    if (place.slot) {
        json = {{u"rack"_s, place.rack.value}, {u"slot"_s, *place.slot}};
    } else {
        const Bay *bay = snapshot.bays.find(place.bay);
        json = {{u"chassis"_s, place.chassis.value}, {u"bay"_s, bay ? bay->name : QString()}};
    }
    QJsonArray outlets;
    for (const OutletId outlet : outletsOf(place)) {
        outlets << outlet.value;
    }
    if (!outlets.isEmpty()) {
        json[u"outlets"_s] = outlets;
    }
    return json;
}

/// A rack or a chassis, as one number, never 0.
std::int64_t holderOf(const NumberPlace &place) {
    return place.chassis ? -std::int64_t{place.chassis.value} : std::int64_t{place.rack.value};
}

std::vector<NumberRow> numberRows(const NumberSearch &found, Period during, const Snapshot &snapshot) {
    std::vector<NumberRow> rows;
    for (const NumberPlace &place : found.places) {
        rows.push_back({.holder = holderOf(place),
                        .rank = static_cast<int>(rows.size()) + 1,
                        .place = numberText(place, during, snapshot),
                        .outlets = outletsText(snapshot, outletsOf(place)),
                        .total = place.scores.total(),
                        .headroom = place.scores.of(Term::Headroom),
                        .phases = place.scores.of(Term::Phases),
                        .affinity = place.scores.of(Term::Affinity),
                        .site = place.scores.of(Term::Site)});
    }
    return rows;
}

/// The rack, or the chassis and where it stands.
QString holderText(const NoNumber &refused, Period during, const Snapshot &snapshot) {
    const Equipment *chassis = snapshot.equipment.find(refused.chassis);
    if (!chassis) {
        return rackPath(snapshot, refused.rack);
    }
    const auto there = std::ranges::find_if(snapshot.placements, [&](const Placement &one) {
        return one.equipment == chassis->id && one.rack == refused.rack && one.state != u"released" &&
               one.during.overlaps(during);
    });
    const QString name = chassis->name.isEmpty() ? chassis->assetTag : chassis->name;
    return there == snapshot.placements.end() ? name
                                              : NumberPlaces::tr("%1, %2").arg(name, placeText(snapshot, *there));
}

std::vector<NoNumberRow> noNumberRows(const NumberSearch &found, Period during, const Snapshot &snapshot) {
    std::vector<NoNumberRow> rows;
    for (const NoNumber &refused : found.refused) {
        const RefusalWords words = refusalWords(refused.shortfalls);
        const QString held = NumberPlaces::tr("The chassis itself is only held, for another request.");
        rows.push_back({.number = std::ssize(rows),
                        .place = holderText(refused, during, snapshot),
                        .rules = words.rules,
                        .reason = refused.notCome ? held : words.first,
                        .all = refused.notCome ? held : words.all});
    }
    return rows;
}

} // namespace

QString numberText(const NumberPlace &place, Period during, const Snapshot &snapshot) {
    Placement there;
    there.slot = place.slot;
    there.chassis = place.chassis;
    there.bay = place.bay;
    there.during = during;
    if (place.slot) {
        there.rack = place.rack;
    }
    return placeText(snapshot, there);
}

NumberPlaces::NumberPlaces(QObject *parent)
    : QObject(parent)
    , m_model(new NumberModel(this))
    , m_table(new SearchTable(m_model, tr("Places beside the rails and in chassis")))
    , m_refusals(new NoNumberModel(this))
    , m_refusalTable(new SearchTable(m_refusals, tr("Racks and chassis without a place"))) {
    m_table->setObjectName(u"numbers"_s);
    m_table->setEmptyText(tr("It fits nowhere. The other tab says why, one by one."));
    m_refusalTable->setObjectName(u"noNumber"_s);
    m_refusalTable->setEmptyText(tr("It fits wherever it was looked for."));
    connect(m_table, &SearchTable::chosenChanged, this, &NumberPlaces::chosenChanged);
    connect(m_table, &SearchTable::opened, this, &NumberPlaces::placeOpened);
    connect(m_refusalTable, &SearchTable::opened, this, [this](qint64 number) {
        if (number >= 0 && number < std::ssize(m_found.refused)) {
            Q_EMIT rackOpened(m_found.refused[static_cast<std::size_t>(number)].rack);
        }
    });
}

void NumberPlaces::show(const NumberSearch &found, Period during, const Snapshot &snapshot, bool newQuestion) {
    m_found = found;
    m_model->replaceRows(numberRows(found, during, snapshot));
    m_refusals->replaceRows(noNumberRows(found, during, snapshot));
    if ((newQuestion || !chosen()) && !found.places.empty()) {
        m_table->fitColumns();
        m_table->choose(holderOf(found.places.front()));
    }
    if (newQuestion) {
        m_refusalTable->fitColumns();
    }
}

void NumberPlaces::clear() {
    m_found = {};
    m_model->replaceRows({});
    m_refusals->replaceRows({});
}

const NumberPlace *NumberPlaces::chosen() const {
    const auto found = std::ranges::find(m_found.places, m_table->chosen(), &holderOf);
    return found == m_found.places.end() ? nullptr : &*found;
}

QJsonArray NumberPlaces::toHold(int count, const Snapshot &snapshot) const {
    QJsonArray places;
    if (count > 1) {
        for (const NumberPlace &piece : m_found.plan) {
            places << placeJson(piece, snapshot);
        }
    } else if (const NumberPlace *place = chosen()) {
        places << placeJson(*place, snapshot);
    }
    return places;
}

} // namespace polder
