#include "model/engine/coolingzones.h"

#include <algorithm>
#include <map>

namespace polder {

std::vector<CoolingZone> coolingZonesOf(const Estate &estate, SiteId site, Day day) {
    const Snapshot &snapshot = estate.snapshot();
    std::map<int, CoolingZone> zones;
    for (int index = 0; index < static_cast<int>(estate.nodeCount()); ++index) {
        const Node &node = estate.node(index);
        if (node.kind == u"cooling_zone" && node.site == site && node.during.contains(day)) {
            zones[index].node = index;
        }
    }
    for (const CoolingUnit &unit : snapshot.coolingUnits) {
        const Room *room = snapshot.rooms.find(unit.room);
        const int index = estate.indexOf(unit.zone);
        if (index < 0 || !room || room->site != site || !unit.during.contains(day)) {
            continue;
        }
        CoolingZone &zone = zones[index];
        zone.node = index;
        if (zone.units.empty()) {
            zone.installed = Power{};
        }
        zone.units.push_back(unit.id);
        zone.installed = zone.installed && unit.sensible
                             ? std::optional(Power{zone.installed->milliwatts + unit.sensible->milliwatts})
                             : std::nullopt;
    }
    std::vector<CoolingZone> all;
    for (auto &[index, zone] : zones) {
        const NodeLimit *limit = estate.limitOn(index, day);
        zone.heat = {day, levelOn(estate.normal(index), day).main, limit ? limit->normalMain : std::nullopt};
        zone.racks = static_cast<int>(std::ranges::count_if(estate.racks(), [&, index = index](const Rack &rack) {
            return rack.during.contains(day) &&
                   (rack.coolingZone == estate.node(index).id || estate.node(index).rack == rack.id);
        }));
        all.push_back(std::move(zone));
    }
    return all;
}

} // namespace polder
