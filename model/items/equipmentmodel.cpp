#include "model/items/equipmentmodel.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/items/statetext.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

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

/// What many rows say alike is one text.
class RowMaker {
public:
    explicit RowMaker(const Snapshot &snapshot) : m_snapshot(snapshot), m_places(placesOf(snapshot)) {}

    [[nodiscard]] EquipmentRow rowOf(const Equipment &equipment) {
        EquipmentRow row;
        row.id = equipment.id;
        row.name = equipment.name;
        row.model = modelText(equipment.model);
        row.project = equipment.project;
        row.serial = equipment.serial;
        row.assetTag = equipment.assetTag;
        row.budgetedWatts = equipment.budgetedWatts;
        row.weight = equipment.weight;
        row.kind = equipment.kind;
        if (const auto *owner = m_snapshot.organisations.find(equipment.owner)) {
            row.owner = owner->code;
        }
        if (const auto *department = m_snapshot.departments.find(equipment.department)) {
            row.department = department->code;
        }
        if (const auto *sponsor = m_snapshot.people.find(equipment.sponsor)) {
            row.sponsor = sponsor->name;
        }
        row.dataClass = equipment.dataClass;
        row.shareable = equipment.shareable;
        row.warrantyUntil = equipment.warrantyUntil;
        row.nameplateWatts = equipment.nameplateWatts;
        row.measuredWatts = equipment.measuredWatts;
        row.measuredOn = equipment.measuredOn;
        row.height = equipment.height;
        if (const auto place = m_places.find(equipment.id); place != m_places.end()) {
            putPlace(row, *place->second);
        }
        return row;
    }

private:
    struct Place {
        QString path;
        QString site;
    };

    const QString &modelText(ModelId id) {
        const auto [at, fresh] = m_models.try_emplace(id);
        if (const auto *model = fresh ? m_snapshot.models.find(id) : nullptr) {
            at->second = model->manufacturer + u' ' + model->name;
        }
        return at->second;
    }
    template <typename Id, typename Path>
    static const Place &placeOf(std::unordered_map<Id, Place> &known, Id id, const Path &path) {
        const auto [at, fresh] = known.try_emplace(id);
        if (fresh) {
            at->second.path = path();
            at->second.site = at->second.path.section(u'/', 0, 0);
        }
        return at->second;
    }

    void putPlace(EquipmentRow &row, const Placement &placement) {
        const auto *rack = m_snapshot.racks.find(placement.rack);
        row.rack = placement.rack;
        const Place &place =
            rack ? placeOf(m_racks, rack->id, [&] { return rackPath(m_snapshot, rack->id); })
                 : placeOf(m_rooms, placement.room, [&] { return roomPath(m_snapshot, placement.room); });
        row.place = place.path;
        row.site = place.site;
        if (rack && placement.position) {
            row.unit = unitNumber(*rack, *placement.position);
        }
        row.feeds = feedsOf(placement);
        row.state = placement.state;
        row.during = placement.during;
    }

    /// What its cords hang on above the outlets of its rack, by name.
    const QString &feedsOf(const Placement &placement) {
        std::vector<NodeId> nodes;
        const auto add = [&](NodeId id) {
            const Node *node = m_snapshot.nodes.find(id);
            while (node && node->rack && node->parent) {
                node = m_snapshot.nodes.find(node->parent);
            }
            if (node && std::ranges::find(nodes, node->id) == nodes.end()) {
                nodes.push_back(node->id);
            }
        };
        for (const OutletId id : placement.outlets) {
            if (const Outlet *outlet = m_snapshot.outlets.find(id)) {
                add(outlet->node);
            }
        }
        for (const NodeId id : placement.nodes) {
            add(id);
        }
        QString &text = m_feeds[nodes];
        if (text.isNull() && !nodes.empty()) {
            QStringList names;
            for (const NodeId id : nodes) {
                if (const QString &name = m_snapshot.nodes.find(id)->name; !names.contains(name)) {
                    names << name;
                }
            }
            text = names.join(u", "_qs);
        }
        return text;
    }

    const Snapshot &m_snapshot;
    std::unordered_map<EquipmentId, const Placement *> m_places;
    std::unordered_map<ModelId, QString> m_models;
    std::unordered_map<RackId, Place> m_racks;
    std::unordered_map<RoomId, Place> m_rooms;
    std::map<std::vector<NodeId>, QString> m_feeds;
};

QString wattsText(std::optional<int> watts) {
    return watts ? Format().power({std::int64_t{*watts} * 1000}) : QString();
}

SortKey wattsKey(std::optional<int> watts) {
    return watts ? SortKey(std::int64_t{*watts}) : SortKey();
}

QString dayText(std::optional<Day> day) {
    return day ? Format().day(*day) : QString();
}

SortKey dayKey(std::optional<Day> day) {
    return day ? SortKey(std::int64_t{day->number}) : SortKey();
}

QString kindText(const QString &kind) {
    return kind == u"rack"      ? EquipmentModel::tr("in a rack")
           : kind == u"zero_u"  ? EquipmentModel::tr("beside the rails")
           : kind == u"chassis" ? EquipmentModel::tr("chassis")
           : kind == u"bay"     ? EquipmentModel::tr("in a chassis")
           : kind == u"floor"   ? EquipmentModel::tr("on the floor")
                                : kind;
}

std::vector<EquipmentModel::Column> columns() {
    return {
        {{EquipmentModel::tr("Name")}, [](auto &row) { return row->name; }},
        {{EquipmentModel::tr("Model")}, [](auto &row) { return row->model; }},
        {{EquipmentModel::tr("Place")}, [](auto &row) { return row->place; }},
        {{EquipmentModel::tr("U"), {}, Qt::AlignRight},
         [](auto &row) { return row->unit ? QLocale().toString(*row->unit) : QString(); },
         [](auto &row) { return row->unit ? SortKey(static_cast<std::int64_t>(*row->unit * 2)) : SortKey(); }},
        {{EquipmentModel::tr("State")}, [](auto &row) { return stateText(row->state); }},
        {{EquipmentModel::tr("Ends"), {}, Qt::AlignLeft, EquipmentModel::tr("Last day of its hosting")},
         [](auto &row) { return row->during.openEnded() ? QString() : Format().day(row->during.until.plus(-1)); },
         [](auto &row) { return SortKey(std::int64_t{row->during.until.number}); }},
        {{EquipmentModel::tr("Feeds")}, [](auto &row) { return row->feeds; }},
        {{EquipmentModel::tr("Budgeted"), {}, Qt::AlignRight},
         [](auto &row) { return wattsText(row->budgetedWatts); },
         [](auto &row) { return wattsKey(row->budgetedWatts); }},
        {{EquipmentModel::tr("Weight"), {}, Qt::AlignRight},
         [](auto &row) { return row->weight ? Format().mass(*row->weight) : QString(); },
         [](auto &row) { return row->weight ? SortKey(row->weight->grams) : SortKey(); }},
        {{EquipmentModel::tr("Owner")}, [](auto &row) { return row->owner; }},
        {{EquipmentModel::tr("Project")}, [](auto &row) { return row->project; }},
        {{EquipmentModel::tr("Serial")}, [](auto &row) { return row->serial; }},
        {{EquipmentModel::tr("Asset tag")}, [](auto &row) { return row->assetTag; }},
        {{EquipmentModel::tr("Data centre")}, [](auto &row) { return row->site; }},
        {{EquipmentModel::tr("Kind")}, [](auto &row) { return kindText(row->kind); }},
        {{EquipmentModel::tr("Department")}, [](auto &row) { return row->department; }},
        {{EquipmentModel::tr("Sponsor")}, [](auto &row) { return row->sponsor; }},
        {{EquipmentModel::tr("Data class")}, [](auto &row) { return Format::dataClass(row->dataClass); }},
        {{EquipmentModel::tr("Shared")},
         [](auto &row) { return row->shareable ? EquipmentModel::tr("yes") : QString(); },
         nullptr,
         [](auto &row) {
             return row->shareable ? EquipmentModel::tr("Others may ask to use it with its owner.") : QString();
         }},
        {{EquipmentModel::tr("Warranty until")},
         [](auto &row) { return dayText(row->warrantyUntil); },
         [](auto &row) { return dayKey(row->warrantyUntil); }},
        {{EquipmentModel::tr("Nameplate"), {}, Qt::AlignRight},
         [](auto &row) { return wattsText(row->nameplateWatts); },
         [](auto &row) { return wattsKey(row->nameplateWatts); }},
        {{EquipmentModel::tr("Measured"), {}, Qt::AlignRight},
         [](auto &row) { return wattsText(row->measuredWatts); },
         [](auto &row) { return wattsKey(row->measuredWatts); }},
        {{EquipmentModel::tr("Measured on")},
         [](auto &row) { return dayText(row->measuredOn); },
         [](auto &row) { return dayKey(row->measuredOn); }},
        {{EquipmentModel::tr("Height"), {}, Qt::AlignRight},
         [](auto &row) { return row->height.halfUnits > 0 ? Format().height(row->height) : QString(); },
         [](auto &row) { return SortKey(std::int64_t{row->height.halfUnits}); }},
    };
}

} // namespace

std::vector<EquipmentEntry> equipmentRows(const Snapshot &snapshot, const std::vector<EquipmentEntry> &before) {
    RowMaker maker(snapshot);
    std::vector<EquipmentEntry> rows;
    rows.reserve(snapshot.equipment.size());
    auto known = before.begin(); // by their number, as the record has them
    for (const auto &equipment : snapshot.equipment) {
        EquipmentRow row = maker.rowOf(equipment);
        while (known != before.end() && known->key() < equipment.id.value) {
            ++known;
        }
        if (known != before.end() && **known == row) {
            rows.push_back(*known);
        } else {
            rows.emplace_back(std::make_shared<const EquipmentRow>(std::move(row)));
        }
    }
    return rows;
}

EquipmentModel::EquipmentModel(QObject *parent) : TableModel(columns(), parent) {
}

Qt::ItemFlags EquipmentModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = TableModel::flags(index);
    return index.isValid() && isEditable(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace polder
