#include "model/report/scope.h"

#include "model/engine/booking.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace polder {

namespace {

template <typename T, typename Belongs>
const T *withCode(const Table<T> &table, const QString &code, const Belongs &belongs, QStringList &names) {
    const T *found = nullptr;
    for (const T &row : table) {
        if (belongs(row)) {
            names << row.code;
            found = row.code == code ? &row : found;
        }
    }
    return found;
}

Error noSuch(const QString &name, const QStringList &names) {
    const QString allowed =
        u"institution, the code of one, or a place of the form SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK; "
        "there is: "_qs +
        names.join(u", "_qs);
    return invalidScope(name, allowed);
}

} // namespace

Error invalidScope(const QString &name, const QString &allowed) {
    return {.kind = Error::Kind::Invalid,
            .sqlstate = {},
            .what = u"--scope: '%1' is not valid; allowed: %2."_qs.arg(name, allowed),
            .detail = {},
            .hint = {},
            .data = {{u"field"_qs, u"--scope"_qs}, {u"value"_qs, name}, {u"allowed"_qs, allowed}}};
}

bool ReportScope::covers(const Place &other) const {
    const bool left = !sites.empty() && other.site && std::ranges::find(sites, other.site) == sites.end();
    return !left && (!place.site || place.site == other.site) && (!place.room || place.room == other.room) &&
           (!place.row || place.row == other.row) && (!place.rack || place.rack == other.rack);
}

bool ReportScope::covers(const Estate &estate, RackId rack) const {
    const auto places = placesOf(estate, rack);
    return covers(places.front()) && std::ranges::any_of(places, [this](const Place &one) { return one == place; });
}

bool ReportScope::covers(const Estate &estate, const Node &node) const {
    if (node.rack) {
        return estate.rack(node.rack) && covers(estate, node.rack);
    }
    return covers(Place{Level::All, node.site, node.room, {}, {}});
}

Result<ReportScope> scopeNamed(const Estate &estate, const QString &name) {
    ReportScope scope;
    if (name == u"institution") {
        return scope;
    }
    const auto &snapshot = estate.snapshot();
    const QStringList parts = name.split(u'/');
    QStringList names;
    const auto *site = withCode(
        snapshot.sites, parts[0], [](const Site &) { return true; }, names);
    if (!site && parts.size() == 1) {
        for (const auto &one : snapshot.sites) {
            const auto *host = snapshot.organisations.find(one.host);
            if (host && host->code == name) {
                scope.sites.push_back(one.id);
            }
        }
        scope.name = name;
        if (scope.sites.size() == 1) {
            scope.place = {Level::Site, scope.sites.front(), {}, {}, {}};
            scope.sites.clear();
            return scope;
        }
        if (!scope.sites.empty()) {
            return scope;
        }
    }
    if (!site || parts.size() > 3) {
        return noSuch(name, names);
    }
    scope.name = name;
    scope.place = {Level::Site, site->id, {}, {}, {}};
    if (parts.size() == 1) {
        return scope;
    }
    names.clear();
    const auto *room = withCode(
        snapshot.rooms, parts[1], [site](const Room &one) { return one.site == site->id; }, names);
    if (!room) {
        return noSuch(name, names);
    }
    scope.place.level = Level::Room;
    scope.place.room = room->id;
    if (parts.size() == 2) {
        return scope;
    }
    names.clear();
    const auto inRoom = [room](const auto &one) { return one.room == room->id; };
    if (const auto *row = withCode(snapshot.rackRows, parts[2], inRoom, names)) {
        scope.place.level = Level::Row;
        scope.place.row = row->id;
        return scope;
    }
    if (const auto *rack = withCode(snapshot.racks, parts[2], inRoom, names)) {
        scope.place.level = Level::Rack;
        scope.place.row = rack->row;
        scope.place.rack = rack->id;
        return scope;
    }
    return noSuch(name, names.mid(0, 40));
}

SnapshotPtr withinSites(const Estate &estate, const ReportScope &scope) {
    Snapshot within = estate.snapshot();
    std::vector<Rack> racks;
    std::ranges::copy_if(within.racks, std::back_inserter(racks),
                         [&](const Rack &rack) { return scope.covers(placesOf(estate, rack.id).front()); });
    std::vector<Placement> placements;
    std::ranges::copy_if(within.placements, std::back_inserter(placements),
                         [&](const Placement &one) { return scope.covers(placeOf(estate, one, one.during.from)); });
    within.racks = Table<Rack>(std::move(racks));
    within.placements = Table<Placement>(std::move(placements));
    return std::make_shared<const Snapshot>(std::move(within));
}

Place placeOf(const Estate &estate, const Placement &placement, Day day) {
    const auto &snapshot = estate.snapshot();
    const Placement *at = &placement;
    if (placement.chassis) {
        const auto carrier = std::ranges::find_if(snapshot.placements, [&](const Placement &one) {
            return one.equipment == placement.chassis && one.during.contains(day) && stands(one, snapshot);
        });
        at = carrier == snapshot.placements.end() ? at : &*carrier;
    }
    if (at->rack && estate.rack(at->rack)) {
        return placesOf(estate, at->rack).front();
    }
    const auto *room = at->room ? snapshot.rooms.find(at->room) : nullptr;
    return room ? Place{Level::Room, room->site, room->id, {}, {}} : Place{};
}

QString placePath(const Estate &estate, const Place &place) {
    const auto &snapshot = estate.snapshot();
    if (place.rack) {
        return estate.rackName(place.rack);
    }
    if (const auto *row = place.row ? snapshot.rackRows.find(place.row) : nullptr) {
        return estate.roomName(place.room) + u'/' + row->code;
    }
    if (place.room) {
        return estate.roomName(place.room);
    }
    const auto *site = place.site ? snapshot.sites.find(place.site) : nullptr;
    return site ? site->code : QString();
}

} // namespace polder
