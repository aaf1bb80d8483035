#include "model/items/equipmentmodel.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/items/statetext.h"

#include <algorithm>
#include <unordered_map>

namespace polder {

namespace {

/// The one to show: what holds today, else what comes next, else what was last.
bool better(const Placement &a, const Placement &b, Day today) {
    const auto rank = [today](const Placement &p) {
        return p.during.contains(today) ? 0 : p.during.from > today ? 1 : 2;
    };
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    return rank(a) == 1 ? a.during.from < b.during.from : a.during.from > b.during.from;
}

std::unordered_map<EquipmentId, const Placement *> placesOf(const Snapshot &snapshot) {
    std::unordered_map<EquipmentId, const Placement *> places;
    for (const auto &placement : snapshot.placements) {
        if (placement.state == u"released") {
            continue;
        }
        auto &best = places[placement.equipment];
        if (!best || better(placement, *best, snapshot.today)) {
            best = &placement;
        }
    }
    return places;
}

QString roomPath(const Snapshot &snapshot, RoomId id) {
    const auto *room = snapshot.rooms.find(id);
    const auto *site = room ? snapshot.sites.find(room->site) : nullptr;
    return site ? site->code + u'/' + room->code : QString();
}

void putPlace(EquipmentRow &row, const Placement &placement, const Snapshot &snapshot) {
    const auto *rack = snapshot.racks.find(placement.rack);
    row.rack = placement.rack;
    row.place = rack ? rackPath(snapshot, rack->id) : roomPath(snapshot, placement.room);
    if (rack && placement.position) {
        row.unit = unitNumber(*rack, *placement.position);
    }
    row.state = placement.state;
    row.during = placement.during;
}

std::vector<EquipmentModel::Column> columns() {
    return {
        {{EquipmentModel::tr("Name")}, [](auto &row) { return row.name; }},
        {{EquipmentModel::tr("Model")}, [](auto &row) { return row.model; }},
        {{EquipmentModel::tr("Place")}, [](auto &row) { return row.place; }},
        {{EquipmentModel::tr("U"), {}, Qt::AlignRight},
         [](auto &row) { return row.unit ? QLocale().toString(*row.unit) : QString(); },
         [](auto &row) { return row.unit ? SortKey(static_cast<std::int64_t>(*row.unit * 2)) : SortKey(); }},
        {{EquipmentModel::tr("State")}, [](auto &row) { return stateText(row.state); }},
        {{EquipmentModel::tr("Until")},
         [](auto &row) { return row.during.openEnded() ? QString() : Format().day(row.during.until.plus(-1)); },
         [](auto &row) { return SortKey(std::int64_t{row.during.until.number}); }},
        {{EquipmentModel::tr("Budgeted"), {}, Qt::AlignRight},
         [](auto &row) {
             return row.budgetedWatts ? Format().power({std::int64_t{*row.budgetedWatts} * 1000}) : QString();
         },
         [](auto &row) { return row.budgetedWatts ? SortKey(std::int64_t{*row.budgetedWatts}) : SortKey(); }},
        {{EquipmentModel::tr("Weight"), {}, Qt::AlignRight},
         [](auto &row) { return row.weight ? Format().mass(*row.weight) : QString(); },
         [](auto &row) { return row.weight ? SortKey(row.weight->grams) : SortKey(); }},
        {{EquipmentModel::tr("Owner")}, [](auto &row) { return row.owner; }},
        {{EquipmentModel::tr("Project")}, [](auto &row) { return row.project; }},
        {{EquipmentModel::tr("Serial")}, [](auto &row) { return row.serial; }},
        {{EquipmentModel::tr("Asset tag")}, [](auto &row) { return row.assetTag; }},
    };
}

} // namespace

std::vector<EquipmentRow> equipmentRows(const Snapshot &snapshot) {
    const auto places = placesOf(snapshot);
    std::vector<EquipmentRow> rows;
    rows.reserve(snapshot.equipment.size());
    for (const auto &equipment : snapshot.equipment) {
        const auto *model = snapshot.models.find(equipment.model);
        const auto *owner = snapshot.organisations.find(equipment.owner);
        EquipmentRow row;
        row.id = equipment.id;
        row.name = equipment.name;
        row.model = model ? model->manufacturer + u' ' + model->name : QString();
        row.owner = owner ? owner->code : QString();
        row.project = equipment.project;
        row.serial = equipment.serial;
        row.assetTag = equipment.assetTag;
        row.budgetedWatts = equipment.budgetedWatts;
        row.weight = equipment.weight;
        if (const auto place = places.find(equipment.id); place != places.end()) {
            putPlace(row, *place->second, snapshot);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

EquipmentModel::EquipmentModel(QObject *parent) : TableModel(columns(), parent) {
}

} // namespace polder
