#include "footprint.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

namespace polder {

namespace {

QPolygonF polygon(const PlanShape &shape) {
    QPolygonF drawn;
    for (const PlanPoint point : shape) {
        drawn << QPointF(static_cast<qreal>(point.x), static_cast<qreal>(point.y));
    }
    return drawn;
}

} // namespace

Footprint::Footprint(const PlanColours &colours) : m_colours(&colours) {
    setZValue(3);
}

void Footprint::setShape(const FloorShape &shape) {
    prepareGeometryChange();
    m_body = polygon(shape.footprint);
    m_clearance = polygon(shape.clearance);
    update();
}

void Footprint::setVerdict(theme::Meaning meaning, const QString &words) {
    m_meaning = meaning;
    m_words = words;
    setToolTip(words);
    update();
}

QPainterPath Footprint::shape() const {
    QPainterPath path;
    path.addPolygon(m_body);
    return path;
}

void Footprint::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) {
    const auto &colour = m_colours->of[static_cast<std::size_t>(m_meaning)];
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, 1.5, Qt::DashLine);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPolygon(m_clearance);
    pen.setStyle(Qt::SolidLine);
    pen.setWidthF(3);
    painter->setPen(pen);
    painter->setBrush(m_colours->of[static_cast<std::size_t>(theme::Meaning::Empty)]);
    painter->drawPolygon(m_body);
    painter->save();
    const QRectF pixels = painter->worldTransform().mapRect(m_body.boundingRect());
    painter->resetTransform();
    painter->setPen(m_colours->text);
    painter->drawText(pixels.adjusted(-60, 0, 60, 0), Qt::AlignCenter, m_words);
    painter->restore();
}

} // namespace polder
