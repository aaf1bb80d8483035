#include "views/paper/workorder.h"

#include "model/core/format.h"
#include "model/core/placetext.h"
#include "views/paper/outline.h"
#include "views/paper/pages.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::WorkOrder)
};

constexpr double mm = Pages::perMm;

QString kindText(WorkItem::Kind kind) {
    switch (kind) {
    case WorkItem::Kind::Install:
        return Text::tr("Install");
    case WorkItem::Kind::Move:
        return Text::tr("Move");
    case WorkItem::Kind::Retire:
        return Text::tr("Retire");
    }
    return {};
}

QString workPlace(const Snapshot &snapshot, PlacementId id) {
    const Placement *placement = id ? snapshot.placements.find(id) : nullptr;
    if (!placement) {
        return Text::tr("outside");
    }
    const QString place = placeText(snapshot, *placement);
    return placement->position
               ? Text::tr("%1, %2").arg(place, placement->face == u"rear" ? Text::tr("rear") : Text::tr("front"))
               : place;
}

QString workOutlets(const Snapshot &snapshot, PlacementId id) {
    const Placement *placement = id ? snapshot.placements.find(id) : nullptr;
    const QString names = placement ? outletsText(snapshot, placement->outlets) : QString();
    return names.isEmpty() ? Text::tr("none on record") : names;
}

QStringList ticksOf(WorkItem::Kind kind) {
    const QStringList out{Text::tr("shut down, with the owner's word"), Text::tr("cords and network off"),
                          Text::tr("taken out")};
    const QStringList in{Text::tr("placed, rails fast"), Text::tr("cords in these outlets"), Text::tr("network"),
                         Text::tr("label on it"), Text::tr("recorded in Polder")};
    switch (kind) {
    case WorkItem::Kind::Install:
        return in;
    case WorkItem::Kind::Move:
        return out + in;
    case WorkItem::Kind::Retire:
        return out +
               QStringList{Text::tr("wipe certificate"), Text::tr("blanking panel"), Text::tr("recorded in Polder")};
    }
    return {};
}

/// A box to tick with a pencil, drawn: no font needs to have it.
void tickBoxes(Pages &pages, const QStringList &texts) {
    constexpr double box = 3.2 * mm, line = 5.5 * mm;
    const QFont font = Pages::font(8.5);
    const QFontMetricsF metrics(font);
    double x = 4 * mm;
    pages.need(2 * line);
    for (const QString &text : texts) {
        const double width = box + 2 * mm + metrics.horizontalAdvance(text) + 6 * mm;
        if (x + width > pages.width()) {
            pages.advance(line);
            x = 4 * mm;
        }
        if (QPainter *painter = pages.painter()) {
            painter->setPen(QPen(Qt::black, 5));
            painter->drawRect(QRectF(x, pages.y() + (line - box) / 2, box, box));
            painter->setFont(font);
            painter->drawText(QRectF(x + box + 2 * mm, pages.y(), width, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        x += width;
    }
    pages.advance(line + 3 * mm);
}

void drawItem(Pages &pages, const Snapshot &snapshot, const WorkItem &item) {
    const Equipment *equipment = snapshot.equipment.find(item.equipment);
    if (!equipment) {
        return;
    }
    const Format format;
    const Model *model = snapshot.models.find(equipment->model);
    QStringList about;
    if (model) {
        about << model->manufacturer + u' ' + model->name;
    }
    about << format.height(equipment->height);
    about << (equipment->weight ? format.mass(*equipment->weight) : Text::tr("weight not known"));
    if (!equipment->assetTag.isEmpty()) {
        about << Text::tr("tag %1").arg(equipment->assetTag);
    }
    if (!equipment->serial.isEmpty()) {
        about << Text::tr("S/N %1").arg(equipment->serial);
    }
    pages.need(42 * mm);
    pages.heading(Text::tr("%1 on %2: %3").arg(kindText(item.kind), format.day(item.on), equipment->name), 11, 1);
    pages.paragraph(about.join(u" · "_s), 9);
    if (item.kind != WorkItem::Kind::Install) {
        pages.paragraph(
            Text::tr("From: %1 – outlets %2").arg(workPlace(snapshot, item.from), workOutlets(snapshot, item.from)), 9);
    }
    if (item.kind != WorkItem::Kind::Retire) {
        pages.paragraph(
            Text::tr("To: %1 – outlets %2").arg(workPlace(snapshot, item.to), workOutlets(snapshot, item.to)), 9);
    }
    tickBoxes(pages, ticksOf(item.kind));
}

void fill(Pages &pages, const Snapshot &snapshot, const std::vector<WorkItem> &work, const QString &title) {
    pages.heading(title, 18, 0);
    if (work.empty()) {
        pages.paragraph(Text::tr("Nothing is to be done."), 10);
    }
    for (const WorkItem &item : work) {
        drawItem(pages, snapshot, item);
    }
    pages.need(20 * mm);
    pages.paragraph(Text::tr("Done by: ________________________    Date: ______________"), 10);
}

} // namespace

std::vector<WorkItem> workBetween(const Snapshot &snapshot, Day first, Day last, RequestId request) {
    std::map<EquipmentId, std::vector<const Placement *>> stays; // one after the other
    for (const Placement &placement : snapshot.placements) {
        const bool lapsed = placement.state == u"held" && placement.holdUntil && *placement.holdUntil < snapshot.today;
        if (placement.state != u"released" && !placement.contested && !lapsed) {
            stays[placement.equipment].push_back(&placement);
        }
    }
    std::vector<WorkItem> work;
    for (auto &[id, places] : stays) {
        const Equipment *equipment = snapshot.equipment.find(id);
        const RequestItem *item = equipment ? snapshot.requestItems.find(equipment->requestItem) : nullptr;
        if (!equipment || (request && (!item || item->request != request))) {
            continue;
        }
        std::ranges::sort(places, {}, [](const Placement *one) { return std::tuple(one->during.from, one->id); });
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Placement &place = *places[i];
            const Placement *before =
                i > 0 && places[i - 1]->during.until == place.during.from ? places[i - 1] : nullptr;
            const Placement *after =
                i + 1 < places.size() && places[i + 1]->during.from == place.during.until ? places[i + 1] : nullptr;
            const bool waits = place.state == u"held" || place.state == u"delivered";
            const bool begins = place.during.from >= first && place.during.from <= last;
            if (before && begins) {
                work.push_back({WorkItem::Kind::Move, place.during.from, id, before->id, place.id});
            } else if (!before && waits && place.during.from <= last) {
                work.push_back({WorkItem::Kind::Install, std::max(place.during.from, first), id, {}, place.id});
            }
            if (!after && !place.during.openEnded() && place.during.until >= first && place.during.until <= last &&
                place.state != u"ended") {
                work.push_back({WorkItem::Kind::Retire, place.during.until, id, place.id, {}});
            }
        }
    }
    std::ranges::stable_sort(work, {}, [](const WorkItem &one) { return std::tuple(one.on, one.kind, one.equipment); });
    return work;
}

QByteArray workOrder(const Snapshot &snapshot, const std::vector<WorkItem> &work, Day first, Day last) {
    const Format format;
    const QString title = Text::tr("Work order, %1 to %2").arg(format.day(first), format.day(last));
    const QString foot = Text::tr("As known at generation %1").arg(snapshot.generation);
    Pages dry(title, title, foot, QPageLayout::Portrait, 0);
    fill(dry, snapshot, work, title);
    Pages pages(title, title, foot, QPageLayout::Portrait, dry.pageCount());
    fill(pages, snapshot, work, title);
    const QByteArray bytes = pages.finish();
    return withOutline({bytes}, pages.bookmarks(), first.toDate().startOfDay(Qt::UTC));
}

} // namespace polder
