#include "boxtext.h"

#include "deviceitem.h"
#include "model/core/format.h"
#include "model/engine/envelope.h"

#include <QCoreApplication>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::BoxText)
};

QString unitsText(const Rack &rack, const ElevationBox &box) {
    const Format format;
    if (box.slot > 0) {
        return Text::tr("beside the rails, slot %1").arg(box.slot);
    }
    const QString lowest = format.unit(rack, Height{box.huFrom});
    const QString highest = format.unit(rack, Height{std::max(box.huFrom, box.huUntil - 2)});
    QStringList parts{lowest == highest ? Text::tr("U%1").arg(lowest) : Text::tr("U%1 to U%2").arg(lowest, highest)};
    if (box.bay.count > 0) {
        parts.prepend(Text::tr("bay %1").arg(box.bay.name));
    }
    parts << (box.front && box.rear ? Text::tr("full depth") : box.front ? Text::tr("front") : Text::tr("rear"));
    if (box.widthUntil - box.widthFrom == 1) {
        parts << (box.widthFrom == 0 ? Text::tr("left half") : Text::tr("right half"));
    }
    return parts.join(u", "_s);
}

/// Whose it is, and what for.
QString ownerText(const Snapshot &snapshot, const Equipment &equipment) {
    QStringList parts;
    if (const Organisation *owner = snapshot.organisations.find(equipment.owner)) {
        parts << owner->code;
    }
    if (const Department *department = snapshot.departments.find(equipment.department)) {
        parts << department->name;
    }
    if (!equipment.project.isEmpty()) {
        parts << equipment.project;
    }
    return parts.join(u" · "_s);
}

QString figuresText(const Snapshot &snapshot, const Equipment &equipment, const Placement &placement) {
    const Format format;
    const Envelope item = envelopeOf(equipment, placement, snapshot);
    QStringList parts;
    if (item.draw) {
        parts << format.power(*item.draw);
    }
    if (item.weight) {
        parts << format.mass(*item.weight);
    }
    return parts.join(u" · "_s);
}

} // namespace

QString boxText(const Snapshot &snapshot, const Rack &rack, const ElevationBox &box) {
    const Format format;
    const QString state = DeviceItem::describe(box);
    QStringList lines{box.label.isEmpty() ? state : Text::tr("%1 · %2").arg(box.label, state), unitsText(rack, box)};
    const Placement *placement = snapshot.placements.find(box.placement);
    const Equipment *equipment = snapshot.equipment.find(box.equipment);
    if (placement && equipment) {
        lines << ownerText(snapshot, *equipment) << figuresText(snapshot, *equipment, *placement)
              << format.period(placement->during);
        if (placement->holdUntil) {
            lines << Text::tr("held up to and including %1").arg(format.day(*placement->holdUntil));
        }
        const RequestItem *item = snapshot.requestItems.find(equipment->requestItem);
        if (const Request *request = item ? snapshot.requests.find(item->request) : nullptr) {
            lines << Text::tr("request %1").arg(request->number);
        }
        if (!equipment->assetTag.isEmpty()) {
            lines << Text::tr("tag %1").arg(equipment->assetTag);
        }
    } else if (box.kind == ElevationBox::Kind::Taken) {
        lines << Text::tr("By what, is not yours to see.");
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

std::vector<QString> freeUnitTexts(const Snapshot &snapshot, const Rack &rack, Day day) {
    const Format format;
    std::vector<QString> texts;
    for (int unit = 0; unit < rack.units; ++unit) {
        std::optional<Day> next;
        for (const OccupiedBox &box : snapshot.occupancy.rowsOf(rack.id)) {
            const bool here = box.huFrom < 2 * unit + 2 && 2 * unit < box.huUntil;
            if (here && box.during.from > day && (!next || box.during.from < *next)) {
                next = box.during.from;
            }
        }
        const QString number = format.unit(rack, Height{2 * unit});
        texts.push_back(next ? Text::tr("U%1: free up to and including %2").arg(number, format.day(next->plus(-1)))
                             : Text::tr("U%1: free").arg(number));
    }
    return texts;
}

} // namespace polder
