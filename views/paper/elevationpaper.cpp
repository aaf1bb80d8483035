#include "views/paper/elevationpaper.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "views/paper/elevationboxes.h"
#include "views/paper/outline.h"
#include "views/paper/pages.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ElevationPaper)
};

constexpr double mm = Pages::perMm;
constexpr double halfUnit = 44.45 / 2; ///< mm
constexpr double numbers = 7 * mm;     ///< beside a rack, for those of its units
constexpr double heading = 10 * mm;    ///< above it

QString labelOf(const ElevationBox &box, const Snapshot &snapshot) {
    const Equipment *equipment = snapshot.equipment.find(box.equipment);
    QString text = box.kind == ElevationBox::Kind::Taken     ? Text::tr("taken")
                   : box.kind == ElevationBox::Kind::Blocked ? Text::tr("out of service")
                   : box.kind == ElevationBox::Kind::Blank   ? Text::tr("blanking panel")
                                                             : box.label;
    if (equipment && !equipment->assetTag.isEmpty() && equipment->assetTag != text) {
        text += text.isEmpty() ? equipment->assetTag : u" · "_s + equipment->assetTag;
    }
    return box.kind == ElevationBox::Kind::Held      ? Text::tr("%1 (held)").arg(text)
           : box.kind == ElevationBox::Kind::Leaving ? Text::tr("%1 (leaves)").arg(text)
                                                     : text;
}

Qt::BrushStyle patternOf(ElevationBox::Kind kind) {
    return kind == ElevationBox::Kind::Blocked ? Qt::BDiagPattern
           : kind == ElevationBox::Kind::Taken ? Qt::Dense7Pattern
           : kind == ElevationBox::Kind::Blank ? Qt::HorPattern
                                               : Qt::NoBrush;
}

/// One face at 1:`scale`, its top left corner at `at`.
void drawFace(Pages &pages, const Snapshot &snapshot, const Rack &rack, const std::vector<ElevationBox> &boxes,
              QPointF at, bool front, int scale) {
    QPainter &painter = *pages.painter();
    const double width = rack.width.mm * mm / scale, height = 2 * rack.units * halfUnit * mm / scale;
    const double half = halfUnit * mm / scale;
    const QRectF frame(at.x() + numbers, at.y(), width, height);
    painter.setFont(Pages::font(5.5));
    painter.setPen(QPen(QColor(0xbb, 0xbb, 0xbb), 2));
    for (int unit = 0; unit < rack.units; ++unit) {
        const double bottom = frame.bottom() - 2 * unit * half;
        painter.drawLine(QPointF(frame.left(), bottom), QPointF(frame.right(), bottom));
        const QRectF number(at.x(), bottom - 2 * half, numbers - mm, 2 * half);
        painter.setPen(Qt::black);
        painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, Format().unit(rack, Height{2 * unit}));
        painter.setPen(QPen(QColor(0xbb, 0xbb, 0xbb), 2));
    }
    for (const ElevationBox &box : boxes) {
        if (!(front ? box.front : box.rear) || box.huUntil <= box.huFrom || box.bay.count > 0) {
            continue;
        }
        // From behind, left is right.
        const int from = front ? box.widthFrom : 2 - box.widthUntil, until = front ? box.widthUntil : 2 - box.widthFrom;
        const QRectF area(frame.left() + from * width / 2, frame.bottom() - box.huUntil * half,
                          (until - from) * width / 2, (box.huUntil - box.huFrom) * half);
        painter.fillRect(area, Qt::white);
        painter.setPen(QPen(Qt::black, 4, box.kind == ElevationBox::Kind::Held ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(QBrush(QColor(0x99, 0x99, 0x99), patternOf(box.kind)));
        painter.drawRect(area);
        painter.setBrush(Qt::NoBrush);
        const QFont font = Pages::font(std::min(6.5, area.height() / Pages::perPoint * 0.75));
        const QFontMetricsF metrics(font);
        const QString text = metrics.elidedText(labelOf(box, snapshot), Qt::ElideRight, area.width() - 2 * mm);
        const QRectF ground(area.center().x() - metrics.horizontalAdvance(text) / 2,
                            area.center().y() - metrics.height() / 2, metrics.horizontalAdvance(text),
                            metrics.height());
        if (patternOf(box.kind) != Qt::NoBrush) {
            painter.fillRect(ground, Qt::white);
        }
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(area, Qt::AlignCenter, text);
    }
    painter.setPen(QPen(Qt::black, 8));
    painter.drawRect(frame);
    painter.setPen(Qt::black);
}

void words(Pages &pages, const QRectF &area, const QString &text, double points, bool bold) {
    pages.painter()->setFont(Pages::font(points, bold));
    pages.painter()->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// Equipment beside the rails, below the drawing: it has no unit.
QString besideText(const std::vector<ElevationBox> &boxes, const Snapshot &snapshot) {
    QStringList parts;
    for (const ElevationBox &box : boxes) {
        if (box.slot > 0) {
            parts << Text::tr("slot %1: %2").arg(box.slot).arg(labelOf(box, snapshot));
        }
    }
    return parts.join(u", "_s);
}

void fillByRack(Pages &pages, const Snapshot &snapshot, const std::vector<const Rack *> &racks, Day day) {
    for (const Rack *rack : racks) {
        pages.newPage(QPageLayout::Portrait);
        const double high = 2 * rack->units * halfUnit * mm;
        const int scale = high / 10 <= pages.left() - 2 * heading ? 10 : 15;
        pages.heading(Text::tr("%1 – scale 1:%2").arg(rackPath(snapshot, rack->id)).arg(scale), 12, 0);
        const auto boxes = elevationBoxes(snapshot, *rack, day);
        if (pages.painter()) {
            const double y = pages.y() + heading / 2, second = pages.width() / 2;
            words(pages, {numbers, pages.y(), second, heading / 2}, Text::tr("Front"), 8, true);
            words(pages, {second + numbers, pages.y(), second, heading / 2}, Text::tr("Rear"), 8, true);
            drawFace(pages, snapshot, *rack, boxes, {0, y}, true, scale);
            drawFace(pages, snapshot, *rack, boxes, {second, y}, false, scale);
        }
        pages.advance(heading / 2 + high / scale + 3 * mm);
        if (const QString beside = besideText(boxes, snapshot); !beside.isEmpty()) {
            pages.paragraph(Text::tr("Beside the rails: %1").arg(beside), 7);
        }
    }
}

void fillByRow(Pages &pages, const Snapshot &snapshot, const std::vector<const Rack *> &racks, Day day) {
    constexpr int scale = 15;
    constexpr double gap = 3 * mm;
    double x = 0;
    bool begun = false;
    for (const Rack *rack : racks) {
        const double width = numbers + rack->width.mm * mm / scale;
        if (!begun || x + width > pages.width()) {
            pages.newPage(QPageLayout::Landscape);
            pages.heading(Text::tr("%1 and on, fronts – scale 1:%2").arg(rackPath(snapshot, rack->id)).arg(scale), 12,
                          0);
            begun = true;
            x = 0;
        }
        if (pages.painter()) {
            // All stand on one floor.
            const double high = 2 * rack->units * halfUnit * mm / scale;
            const double y = pages.y() + pages.left() - high - mm;
            words(pages, {x + numbers, y - heading / 2, width, heading / 2}, rack->code, 8, true);
            drawFace(pages, snapshot, *rack, elevationBoxes(snapshot, *rack, day), {x, y}, true, scale);
        }
        x += width + gap;
    }
}

} // namespace

QByteArray elevationPaper(const Snapshot &snapshot, const std::vector<RackId> &racks, Day day, ElevationLayout layout) {
    std::vector<const Rack *> known;
    for (const RackId id : racks) {
        if (const Rack *rack = snapshot.racks.find(id)) {
            known.push_back(rack);
        }
    }
    const QString title = Text::tr("Elevations");
    const QString foot = Text::tr("On %1, as known at generation %2").arg(Format().day(day)).arg(snapshot.generation);
    const auto fill = [&](Pages &pages) {
        layout == ElevationLayout::Rack ? fillByRack(pages, snapshot, known, day)
                                        : fillByRow(pages, snapshot, known, day);
    };
    const auto first = layout == ElevationLayout::Rack ? QPageLayout::Portrait : QPageLayout::Landscape;
    Pages dry(title, title, foot, first, 0);
    fill(dry);
    Pages pages(title, title, foot, first, dry.pageCount());
    fill(pages);
    const QByteArray bytes = pages.finish();
    return withOutline({bytes}, pages.bookmarks(), day.toDate().startOfDay(Qt::UTC));
}

} // namespace polder
