#include "rackcontentsmodel.h"

#include "deviceitem.h"
#include "model/core/format.h"

namespace polder {

namespace {

QString unitText(const Rack &rack, const ElevationBox &box) {
    return box.slot > 0        ? RackContentsModel::tr("slot %1").arg(box.slot)
           : box.bay.count > 0 ? RackContentsModel::tr("bay %1").arg(box.bay.name)
                               : Format().unit(rack, Height{box.huFrom});
}

QString sideText(const ElevationBox &box) {
    if (box.slot > 0) {
        return RackContentsModel::tr("beside the rails");
    }
    QString text = box.front && box.rear ? RackContentsModel::tr("full depth")
                   : box.front           ? RackContentsModel::tr("front")
                                         : RackContentsModel::tr("rear");
    if (box.widthUntil - box.widthFrom == 1) {
        text += box.widthFrom == 0 ? RackContentsModel::tr(", left half") : RackContentsModel::tr(", right half");
    }
    return text;
}

} // namespace

RackContentsModel::RackContentsModel(QObject *parent)
    : TableModel({{{.title = tr("Unit"), .align = Qt::AlignRight},
                   [](const RackContentsRow &row) { return row.unit; },
                   [](const RackContentsRow &row) { return SortKey(std::int64_t{row.huFrom}); }},
                  {{.title = tr("Name")},
                   [](const RackContentsRow &row) { return row.name; },
                   nullptr,
                   [](const RackContentsRow &row) { return row.about; }},
                  {{.title = tr("Height")}, [](const RackContentsRow &row) { return row.height; }},
                  {{.title = tr("Side")}, [](const RackContentsRow &row) { return row.face; }},
                  {{.title = tr("State")}, [](const RackContentsRow &row) { return row.state; }},
                  {{.title = tr("Owner")}, [](const RackContentsRow &row) { return row.owner; }}},
                 parent) {
}

void RackContentsModel::show(const Snapshot &snapshot, const Rack &rack, const std::vector<ElevationBox> &boxes) {
    const Format format;
    std::vector<RackContentsRow> rows;
    for (const ElevationBox &box : boxes) {
        if (!box.placement) {
            continue;
        }
        const Equipment *equipment = snapshot.equipment.find(box.equipment);
        const Organisation *owner = equipment ? snapshot.organisations.find(equipment->owner) : nullptr;
        rows.push_back({.placement = box.placement,
                        .unit = unitText(rack, box),
                        .huFrom = box.huFrom,
                        .name = box.label,
                        .height = format.height(Height{box.huUntil - box.huFrom}),
                        .face = sideText(box),
                        .state = DeviceItem::describe(box),
                        .owner = owner ? owner->code : QString(),
                        .about = box.about});
    }
    std::ranges::sort(rows, [](const RackContentsRow &a, const RackContentsRow &b) {
        return std::pair(-a.huFrom, a.placement) < std::pair(-b.huFrom, b.placement);
    });
    replaceRows(std::move(rows));
}

} // namespace polder
