#include "model/items/rackoverrides.h"

#include "model/core/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace polder {

std::vector<const Override *> overridesIn(const Snapshot &snapshot, RackId rack) {
    std::set<EquipmentId> devices;
    std::set<RequestId> requests;
    for (const Placement &placement : snapshot.placements) {
        if (placement.rack != rack || placement.state == u"ended" || placement.state == u"released") {
            continue;
        }
        devices.insert(placement.equipment);
        const Equipment *device = snapshot.equipment.find(placement.equipment);
        if (const RequestItem *item = device ? snapshot.requestItems.find(device->requestItem) : nullptr) {
            requests.insert(item->request);
        }
    }
    std::vector<const Override *> found;
    for (const Override &one : snapshot.overrides) {
        const Placement *placement = snapshot.placements.find(one.placement);
        const Node *node = snapshot.nodes.find(one.node);
        const bool here = (placement && devices.contains(placement->equipment)) || (node && node->rack == rack) ||
                          requests.contains(one.request);
        if (one.given && one.until > snapshot.today && here) {
            found.push_back(&one);
        }
    }
    return found;
}

QString overridesText(const Snapshot &snapshot, RackId rack) {
    QStringList lines;
    for (const Override *one : overridesIn(snapshot, rack)) {
        lines << QCoreApplication::translate("polder::RackOverrides", "%1 is set aside until %2: %3")
                     .arg(one->rule, Format().day(Day{one->until.number - 1}), one->reason);
    }
    return lines.join(u'\n');
}

} // namespace polder
