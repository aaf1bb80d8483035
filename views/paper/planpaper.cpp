#include "views/paper/planpaper.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "views/paper/outline.h"
#include "views/paper/pages.h"

#include <QCoreApplication>
#include <QPolygonF>

#include <algorithm>
#include <array>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::PlanPaper)
};

constexpr double mm = Pages::perMm;
constexpr std::array scales{20, 50, 100, 200, 500};
constexpr double around = 34 * mm; ///< head, foot, and the lines above and below the plan

class Plan {
public:
    Plan(Pages &pages, int scale) : m_pages(pages), m_scale(scale) {}

    [[nodiscard]] QPointF at(double x, double y) const { return {x * mm / m_scale, m_pages.y() + y * mm / m_scale}; }
    [[nodiscard]] QRectF rect(double x, double y, double wide, double deep) const {
        return {at(x, y), at(x + wide, y + deep)};
    }
    [[nodiscard]] QPolygonF shape(const std::vector<QPointF> &points) const {
        QPolygonF drawn;
        for (const QPointF point : points) {
            drawn << at(point.x(), point.y());
        }
        return drawn;
    }
    [[nodiscard]] QPolygonF shape(const std::vector<std::int32_t> &corners) const {
        QPolygonF drawn;
        for (std::size_t i = 0; i + 1 < corners.size(); i += 2) {
            drawn << at(corners[i], corners[i + 1]);
        }
        return drawn;
    }
    void name(const QRectF &area, const QString &text, double most = 7) {
        QPainter &painter = *m_pages.painter();
        const double points = std::min(most, std::min(area.width(), area.height()) / Pages::perPoint * 0.5);
        if (points < 2) {
            return;
        }
        painter.setFont(Pages::font(points));
        painter.setPen(Qt::black);
        painter.drawText(
            area, Qt::AlignCenter,
            QFontMetricsF(painter.font(), m_pages.device()).elidedText(text, Qt::ElideRight, area.width()));
    }

private:
    Pages &m_pages;
    int m_scale;
};

void drawFeature(Plan &plan, QPainter &painter, const RoomFeature &feature) {
    const bool solid = feature.kind == u"wall" || feature.kind == u"column";
    const bool aisle = feature.kind == u"aisle_cold" || feature.kind == u"aisle_hot";
    painter.setPen(QPen(QColor(0x66, 0x66, 0x66), 3, solid ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(solid ? QBrush(QColor(0x66, 0x66, 0x66)) : QBrush(Qt::NoBrush));
    const QPolygonF shape = plan.shape(feature.shape);
    painter.drawPolygon(shape);
    if (!solid && feature.kind != u"containment") { // which lies over its aisle
        const QString kind = feature.kind == u"aisle_cold" ? Text::tr("cold") : Text::tr("hot");
        plan.name(shape.boundingRect(), aisle ? u"%1 (%2)"_s.arg(feature.name, kind) : feature.name);
    }
}

void drawRack(Plan &plan, QPainter &painter, const Rack &rack) {
    const bool turned = rack.orientationDegrees % 180 == 90;
    const QRectF area =
        plan.rect(rack.x.mm, rack.y.mm, (turned ? rack.depth : rack.width).mm, (turned ? rack.width : rack.depth).mm);
    painter.setPen(QPen(Qt::black, 4));
    painter.setBrush(Qt::white);
    painter.drawRect(area);
    painter.setPen(QPen(Qt::black, 14, Qt::SolidLine, Qt::FlatCap));
    const std::array fronts{QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
                            QLineF(area.bottomLeft(), area.bottomRight()), QLineF(area.topLeft(), area.bottomLeft())};
    painter.drawLine(fronts[static_cast<std::size_t>(rack.orientationDegrees / 90 % 4)]);
    plan.name(area, rack.code);
}

/// What stands on the floor, with what has to stay free around it; by name where the viewer sees it.
void drawFloor(Plan &plan, QPainter &painter, const Snapshot &snapshot, const Room &room, Day day, PlacementId marked) {
    for (const FloorOccupied &one : snapshot.floorOccupancy.rowsOf(room.id)) {
        if (!one.during.contains(day)) {
            continue;
        }
        const QPolygonF body = plan.shape(one.footprint);
        const Placement *here = nullptr;
        for (const Placement &placement : snapshot.placements) {
            if (placement.room == room.id && placement.during.contains(day) && placement.state != u"released" &&
                body.containsPoint(plan.at(placement.x.mm, placement.y.mm), Qt::OddEvenFill)) {
                here = &placement;
            }
        }
        const bool thick = here && marked && here->id == marked;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3, Qt::DashLine));
        painter.drawPolygon(plan.shape(one.clearance));
        painter.setPen(QPen(Qt::black, thick ? 20 : 6));
        painter.setBrush(here ? QBrush(Qt::white) : QBrush(QColor(0x99, 0x99, 0x99), Qt::BDiagPattern));
        painter.drawPolygon(body);
        const Equipment *equipment = here ? snapshot.equipment.find(here->equipment) : nullptr;
        if (equipment) {
            plan.name(body.boundingRect(), equipment->name);
        }
    }
}

} // namespace

void drawPlan(Pages &pages, const Snapshot &snapshot, const Room &room, Day day, PlacementId marked) {
    // Whichever way of the paper takes the larger scale.
    const auto scaleOf = [&](QPageLayout::Orientation lies, QPageLayout::Orientation other) {
        const double wide = Pages::widthOf(lies), high = Pages::widthOf(other) - around;
        const auto fits = std::ranges::find_if(scales, [&](int scale) {
            return room.width.mm * mm / scale <= wide && room.depth.mm * mm / scale <= high;
        });
        return fits == scales.end() ? scales.back() : *fits;
    };
    const int lying = scaleOf(QPageLayout::Landscape, QPageLayout::Portrait);
    const int standing = scaleOf(QPageLayout::Portrait, QPageLayout::Landscape);
    const int scale = std::min(lying, standing);
    pages.newPage(lying <= standing ? QPageLayout::Landscape : QPageLayout::Portrait);
    pages.heading(Text::tr("%1 – scale 1:%2").arg(roomPath(snapshot, room.id)).arg(scale), 12, 0);
    if (QPainter *painter = pages.painter()) {
        Plan plan(pages, scale);
        for (const bool solid : {false, true}) {
            for (const RoomFeature &feature : snapshot.roomFeatures) {
                if (feature.room == room.id && (feature.kind == u"wall" || feature.kind == u"column") == solid) {
                    drawFeature(plan, *painter, feature);
                }
            }
        }
        for (const Rack &rack : snapshot.racks) {
            if (rack.room == room.id && rack.during.contains(day)) {
                drawRack(plan, *painter, rack);
            }
        }
        drawFloor(plan, *painter, snapshot, room, day, marked);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Qt::black, 10));
        painter->drawRect(plan.rect(0, 0, room.width.mm, room.depth.mm));
        painter->setPen(Qt::black);
    }
    pages.advance(room.depth.mm * mm / scale + 2 * mm);
    const Format format;
    pages.paragraph(
        Text::tr("%1 × %2, north is up. Thick edge: the front of a rack; dashed: has to stay free; hatched: "
                 "taken, not yours to see.")
            .arg(format.length(room.width), format.length(room.depth)),
        7);
}

QByteArray planPaper(const Snapshot &snapshot, const std::vector<RoomId> &rooms, Day day) {
    const QString title = Text::tr("Floor plans");
    const QString foot = Text::tr("On %1, as known at generation %2").arg(Format().day(day)).arg(snapshot.generation);
    const auto fill = [&](Pages &pages) {
        for (const RoomId id : rooms) {
            if (const Room *room = snapshot.rooms.find(id)) {
                drawPlan(pages, snapshot, *room, day);
            }
        }
    };
    Pages dry(title, title, foot, QPageLayout::Landscape, 0);
    fill(dry);
    Pages pages(title, title, foot, QPageLayout::Landscape, dry.pageCount());
    fill(pages);
    const QByteArray bytes = pages.finish();
    return withOutline({bytes}, pages.bookmarks(), day.toDate().startOfDay(Qt::UTC));
}

} // namespace polder
