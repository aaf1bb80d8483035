#include "leaving.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/items/statetext.h"

#include <algorithm>
#include <set>

namespace polder {

namespace {

/// Whatever its state; nullptr: nowhere.
const Placement *placedToday(EquipmentId equipment, const Snapshot &snapshot) {
    const auto found = std::ranges::find_if(snapshot.placements, [&](const Placement &one) {
        return one.equipment == equipment && one.state != u"released" && one.state != u"ended" &&
               one.during.contains(snapshot.today);
    });
    return found == snapshot.placements.end() ? nullptr : &*found;
}

std::vector<LeavingModel::Column> leavingColumns() {
    return {
        {{LeavingModel::tr("Equipment")}, [](auto &row) { return row.name; }},
        {{LeavingModel::tr("Place")}, [](auto &row) { return row.place; }},
        {{LeavingModel::tr("Would end")},
         [](auto &row) {
             return !row.placement           ? QString()
                    : row.during.openEnded() ? LeavingModel::tr("open")
                                             : Format().day(row.during.until.plus(-1));
         },
         [](auto &row) { return SortKey(std::int64_t{row.during.until.number}); }},
        {{LeavingModel::tr("Conflict")}, [](auto &row) { return row.conflict; }},
    };
}

/// What stays in a chassis that leaves.
int staying(const Snapshot &snapshot, EquipmentId chassis, Day from, const std::set<EquipmentId> &leaving) {
    return static_cast<int>(std::ranges::count_if(snapshot.placements, [&](const Placement &one) {
        return one.chassis == chassis && one.state != u"released" && one.state != u"ended" && one.during.until > from &&
               !leaving.contains(one.equipment);
    }));
}

QString conflictOf(const Snapshot &snapshot, const Placement &stands, Day from, const std::set<EquipmentId> &leaving) {
    const Format format;
    if (stands.state != u"installed" && stands.state != u"decommissioning") {
        return LeavingModel::tr("It is %1: give it back on its request.").arg(stateText(stands.state));
    }
    const auto next = std::ranges::find_if(snapshot.placements, [&stands](const Placement &one) {
        return one.equipment == stands.equipment && one.state != u"released" && one.id != stands.id &&
               one.during.from == stands.during.until;
    });
    if (next != snapshot.placements.end()) {
        return LeavingModel::tr("It is planned to move on %1.").arg(format.day(next->during.from));
    }
    if (stands.during.until <= from) {
        return LeavingModel::tr("It leaves before that.");
    }
    if (stands.during.from > from) {
        return LeavingModel::tr("It comes only on %1.").arg(format.day(stands.during.from));
    }
    if (const int count = staying(snapshot, stands.equipment, from, leaving); count > 0) {
        return LeavingModel::tr("Devices that stay in it: %1.").arg(format.count(count));
    }
    return {};
}

} // namespace

LeavingModel::LeavingModel(QObject *parent) : TableModel(leavingColumns(), parent) {
}

std::vector<LeavingRow> leavingRows(const Snapshot &snapshot, std::span<const EquipmentId> chosen, Day from) {
    const std::set<EquipmentId> leaving(chosen.begin(), chosen.end());
    std::vector<LeavingRow> rows;
    for (const EquipmentId id : chosen) {
        const Equipment *equipment = snapshot.equipment.find(id);
        if (!equipment) {
            continue;
        }
        LeavingRow row;
        row.equipment = id;
        row.name = equipment->name.isEmpty() ? equipment->assetTag : equipment->name;
        row.confidential = equipment->dataClass == u"hoog" || equipment->medical;
        if (const Placement *stands = placedToday(id, snapshot)) {
            row.placement = stands->id;
            row.place = placeText(snapshot, *stands);
            row.during = stands->during;
            row.conflict = conflictOf(snapshot, *stands, from, leaving);
        } else {
            row.conflict = LeavingModel::tr("It does not stand anywhere today.");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace polder
