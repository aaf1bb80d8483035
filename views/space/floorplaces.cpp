#include "floorplaces.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/core/rackpath.h"
#include "model/items/proposalmodel.h"
#include "proposalrows.h"
#include "views/parts/placesjson.h"
#include "views/parts/searchtable.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

FloorSpot spotOf(const FloorPlace &place) {
    return {place.room, place.x, place.y, place.orientationDegrees};
}

/// Taken by a piece that stands in this room.
std::vector<OutletId> outletsIn(const FloorSearch &found, RoomId room) {
    std::vector<OutletId> outlets;
    const auto known = std::ranges::find(found.rooms, room, &FloorRoom::room);
    if (known != found.rooms.end()) {
        std::ranges::transform(known->cords, std::back_inserter(outlets), &Cord::outlet);
    }
    return outlets;
}

QJsonObject placeJson(const FloorPlace &place, const std::vector<OutletId> &outlets) {
    QJsonObject json = spotJson(spotOf(place));
    QJsonArray ids;
    for (const OutletId outlet : outlets) {
        ids << outlet.value;
    }
    if (!ids.isEmpty()) {
        json[u"outlets"_s] = ids;
    }
    return json;
}

std::vector<FloorRow> floorRows(const FoundPlaces &found, const Snapshot &snapshot) {
    std::vector<FloorRow> rows;
    for (const FloorPlace &place : found.spots) {
        rows.push_back({.rank = static_cast<int>(rows.size()) + 1,
                        .room = roomPath(snapshot, place.room),
                        .x = place.x,
                        .y = place.y,
                        .orientationDegrees = place.orientationDegrees,
                        .outlets = outletsText(snapshot, outletsIn(*found.floor, place.room)),
                        .total = place.scores.total(),
                        .space = place.scores.of(Term::Space),
                        .phases = place.scores.of(Term::Phases),
                        .headroom = place.scores.of(Term::Headroom),
                        .affinity = place.scores.of(Term::Affinity),
                        .site = place.scores.of(Term::Site)});
    }
    return rows;
}

std::vector<NoFloorRow> noFloorRows(const FoundPlaces &found, const Snapshot &snapshot) {
    std::vector<NoFloorRow> rows;
    for (const NoFloor &refused : found.floor->refused) {
        const RefusalWords words = refusalWords(refused.shortfalls);
        rows.push_back({.room = refused.room,
                        .path = roomPath(snapshot, refused.room),
                        .rules = words.rules,
                        .reason = words.first,
                        .all = words.all});
    }
    return rows;
}

} // namespace

FloorPlaces::FloorPlaces(QObject *parent)
    : QObject(parent)
    , m_spots(new FloorProposalModel(this))
    , m_spotTable(new SearchTable(m_spots, tr("Places on the floor")))
    , m_refusals(new NoFloorModel(this))
    , m_refusalTable(new SearchTable(m_refusals, tr("Rooms without a place"))) {
    m_spotTable->setObjectName(u"spots"_s);
    m_spotTable->setEmptyText(tr("It fits nowhere. The other tab says why, room by room."));
    m_refusalTable->setObjectName(u"noFloor"_s);
    m_refusalTable->setEmptyText(tr("It fits into every room that was looked at."));
    connect(m_spotTable, &SearchTable::chosenChanged, this, &FloorPlaces::chosenChanged);
    connect(m_spotTable, &SearchTable::opened, this, &FloorPlaces::spotOpened);
    connect(m_refusalTable, &SearchTable::opened, this,
            [this](qint64 key) { Q_EMIT roomOpened(RoomId{static_cast<int>(key)}); });
}

void FloorPlaces::show(const FoundPlaces &found, const Snapshot &snapshot, bool newQuestion) {
    m_found = found;
    m_spots->replaceRows(floorRows(found, snapshot));
    m_refusals->replaceRows(noFloorRows(found, snapshot));
    if ((newQuestion || !chosen()) && !found.spots.empty()) {
        m_spotTable->fitColumns();
        m_spotTable->choose(1);
    }
}

const FloorPlace *FloorPlaces::chosen() const {
    const auto rank = m_spotTable->chosen();
    return rank >= 1 && rank <= std::ssize(m_found.spots) ? &m_found.spots[rank - 1] : nullptr;
}

QJsonArray FloorPlaces::places(int count, const Snapshot &snapshot) const {
    QJsonArray places;
    if (!m_found.floor) {
        return places;
    }
    if (count > 1) {
        for (const FloorPiece &piece : m_found.floor->plan) {
            std::vector<OutletId> outlets;
            std::ranges::transform(piece.cords, std::back_inserter(outlets), &Cord::outlet);
            places << placeJson(piece.place, outlets);
        }
    } else if (const FloorPlace *place = chosen(); place && snapshot.rooms.find(place->room)) {
        places << placeJson(*place, outletsIn(*m_found.floor, place->room));
    }
    return places;
}

/// Of the plan all but the nearest one, whose place the chosen spot takes; and nothing that it would stand on.
std::vector<FloorSpot> FloorPlaces::besideChosen(int count) const {
    std::vector<FloorSpot> beside;
    const FloorPlace *place = chosen();
    if (count < 2 || !place || !m_found.floor) {
        return beside;
    }
    for (const FloorPiece &piece : m_found.floor->plan) {
        beside.push_back(spotOf(piece.place));
    }
    const auto distance = [place](const FloorSpot &spot) {
        const auto x = std::int64_t{spot.x.mm} - place->x.mm;
        const auto y = std::int64_t{spot.y.mm} - place->y.mm;
        return std::pair(spot.room != place->room, x * x + y * y);
    };
    std::ranges::sort(beside, {}, distance);
    if (std::ssize(beside) == count) {
        beside.erase(beside.begin());
    }
    return beside;
}

} // namespace polder
