#include "rackonplan.h"

#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString resourceName(Resource resource) {
    switch (resource) {
    case Resource::Space:
        return QCoreApplication::translate("polder::RackOnPlan", "U");
    case Resource::Power:
        return QCoreApplication::translate("polder::RackOnPlan", "kW");
    case Resource::Mass:
        return QCoreApplication::translate("polder::RackOnPlan", "kg");
    case Resource::Heat:
    case Resource::Outlets: // not on the plan
        break;
    }
    return {};
}

bool turned(const Rack &rack) {
    return rack.orientationDegrees == 90 || rack.orientationDegrees == 270;
}

} // namespace

RackOnPlan::RackOnPlan() {
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void RackOnPlan::setRack(const Rack &rack, const RackCapacity *capacity) {
    prepareGeometryChange();
    m_rack = rack;
    setPos(rack.x.mm, rack.y.mm);
    const Format format;
    if (!capacity) {
        m_permille = std::nullopt;
        m_binding.clear();
        setToolTip(QCoreApplication::translate("polder::RackOnPlan", "%1: not there today").arg(rack.code));
        return;
    }
    m_permille = capacity->at(capacity->binding).permilleTaken();
    m_binding = resourceName(capacity->binding);
    QStringList lines{rack.code};
    for (const Resource resource : resources) {
        const auto permille = capacity->at(resource).permilleTaken();
        const QString share =
            permille ? QCoreApplication::translate("polder::RackOnPlan", "%1 taken").arg(format.percent(*permille))
                     : QCoreApplication::translate("polder::RackOnPlan", "limit unknown");
        lines << resourceName(resource) + u": "_s + share;
    }
    setToolTip(lines.join(u'\n'));
    update();
}

QRectF RackOnPlan::boundingRect() const {
    const QSizeF size(m_rack.width.mm, m_rack.depth.mm);
    return {QPointF(), turned(m_rack) ? size.transposed() : size};
}

QLineF RackOnPlan::frontEdge() const {
    const QRectF box = boundingRect();
    switch (m_rack.orientationDegrees) {
    case 90:
        return {box.topRight(), box.bottomRight()};
    case 180:
        return {box.bottomLeft(), box.bottomRight()};
    case 270:
        return {box.topLeft(), box.bottomLeft()};
    default:
        return {box.topLeft(), box.topRight()};
    }
}

void RackOnPlan::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) {
    const QPalette palette = widget ? widget->palette() : QPalette();
    const qreal scale = option->levelOfDetailFromTransform(painter->worldTransform());
    const QRectF box = boundingRect();

    const QColor empty = theme::colour(theme::Meaning::Empty, palette);
    painter->fillRect(box, empty);
    if (m_permille) {
        QRectF bar = box;
        bar.setTop(box.bottom() - box.height() * std::clamp(*m_permille, 0, 1000) / 1000);
        painter->fillRect(bar, theme::colour(theme::fillMeaning(*m_permille), palette));
    } else {
        QBrush unknown = theme::hatch(theme::Meaning::Unknown, palette);
        unknown.setTransform(painter->worldTransform().inverted());
        painter->fillRect(box, unknown);
    }

    const bool selected = option->state.testFlag(QStyle::State_Selected);
    QPen frame(selected ? palette.color(QPalette::Highlight) : theme::colour(theme::Meaning::Frame, palette),
               selected ? 3 : 1);
    frame.setCosmetic(true);
    painter->setPen(frame);
    painter->drawRect(box);
    if (!selected) {
        frame.setWidth(3);
        painter->setPen(frame);
        painter->drawLine(frontEdge());
    }
    paintLabel(painter, scale, palette.color(QPalette::Text));
}

void RackOnPlan::paintLabel(QPainter *painter, qreal scale, const QColor &text) const {
    const QRectF box = boundingRect();
    if (std::min(box.width(), box.height()) * scale < theme::leastLabelPixels) {
        return;
    }
    painter->save();
    painter->scale(1 / scale, 1 / scale);
    painter->setPen(text);
    QFont font = painter->font();
    font.setPixelSize(10);
    painter->setFont(font);
    const QRectF pixels(box.topLeft() * scale, box.size() * scale);
    QString label = m_rack.code;
    if (pixels.height() >= 2 * theme::leastLabelPixels && m_permille) {
        label += u'\n' + m_binding;
    }
    painter->drawText(pixels.adjusted(1, 1, -1, -1), Qt::AlignCenter, label);
    painter->restore();
}

} // namespace polder
