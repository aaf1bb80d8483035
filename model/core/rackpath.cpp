#include "model/core/rackpath.h"

namespace polder {

QString rackPath(const Snapshot &snapshot, RackId id) {
    const Rack *rack = snapshot.racks.find(id);
    const Room *room = rack ? snapshot.rooms.find(rack->room) : nullptr;
    const Site *site = room ? snapshot.sites.find(room->site) : nullptr;
    return site ? site->code + u'/' + room->code + u'/' + rack->code : QString();
}

QString roomPath(const Snapshot &snapshot, RoomId id) {
    const Room *room = snapshot.rooms.find(id);
    const Site *site = room ? snapshot.sites.find(room->site) : nullptr;
    return site ? site->code + u'/' + room->code : QString();
}

const Rack *findRack(const Snapshot &snapshot, QStringView path) {
    const auto parts = path.split(u'/');
    if (parts.size() != 3) {
        return nullptr;
    }
    const auto named = [](QStringView code, QStringView part) { return code.compare(part, Qt::CaseInsensitive) == 0; };
    for (const Rack &rack : snapshot.racks) {
        if (!named(rack.code, parts[2])) {
            continue;
        }
        const Room *room = snapshot.rooms.find(rack.room);
        const Site *site = room ? snapshot.sites.find(room->site) : nullptr;
        if (site && named(room->code, parts[1]) && named(site->code, parts[0])) {
            return &rack;
        }
    }
    return nullptr;
}

} // namespace polder
