#include "rackonplan.h"

#include "views/parts/theme.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal letterWidth = 6.5; ///< about
constexpr qreal pointsPerInch = 72;
constexpr qreal usualLetters = 13; ///< of the application, in pixels
constexpr qreal leastLetters = 0.8;
constexpr qreal labelLetters = 10; ///< of a label beside those
constexpr qreal labelHeight = 13;  ///< of a line, pixels

bool turned(const Rack &rack) {
    return rack.orientationDegrees == 90 || rack.orientationDegrees == 270;
}

} // namespace

PlanColours::PlanColours(const QPalette &palette)
    : selected(palette.color(QPalette::Highlight))
    , text(palette.color(QPalette::Text)) {
    for (std::size_t i = 0; i < of.size(); ++i) {
        of[i] = theme::colour(static_cast<theme::Meaning>(i), palette);
    }
}

RackOnPlan::RackOnPlan(const PlanColours &colours) : m_colours(&colours) {
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void RackOnPlan::setRack(const Rack &rack, const RackFace &face) {
    const bool same = m_rack.id == rack.id && m_rack.x == rack.x && m_rack.y == rack.y && m_rack.width == rack.width &&
                      m_rack.depth == rack.depth && m_rack.orientationDegrees == rack.orientationDegrees &&
                      m_rack.code == rack.code;
    if (same && m_face == face) {
        return;
    }
    if (!same) {
        prepareGeometryChange();
        m_rack = rack;
        setPos(rack.x.mm, rack.y.mm);
    }
    m_face = face;
    update();
}

QRectF RackOnPlan::boundingRect() const {
    const QSizeF size(m_rack.width.mm, m_rack.depth.mm);
    return {QPointF(), turned(m_rack) ? size.transposed() : size};
}

/// Thicker where its front is.
QRectF RackOnPlan::withinFrame(qreal thin, qreal thick) const {
    QRectF box = boundingRect().adjusted(thin, thin, -thin, -thin);
    switch (m_rack.orientationDegrees) {
    case 90:
        box.setRight(box.right() - thick + thin);
        break;
    case 180:
        box.setBottom(box.bottom() - thick + thin);
        break;
    case 270:
        box.setLeft(box.left() + thick - thin);
        break;
    default:
        box.setTop(box.top() + thick - thin);
    }
    return box;
}

/// Filled rectangles in each other: a frame that is drawn as lines takes many times as long.
void RackOnPlan::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *) {
    const qreal scale = option->levelOfDetailFromTransform(painter->worldTransform());
    const QRectF box = boundingRect();
    painter->setRenderHint(QPainter::Antialiasing, false); // it stands straight
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    painter->fillRect(box, selected ? m_colours->selected : m_colours->of[static_cast<int>(theme::Meaning::Frame)]);
    const QRectF inside = withinFrame(selected ? 3 / scale : 1 / scale, 3 / scale);
    const QColor &colour = m_colours->of[static_cast<int>(m_face.meaning)];
    const bool solid = m_face.pattern == Qt::SolidPattern;
    const int permille = std::clamp(m_face.permille, 0, 1000);
    if (permille < 1000 || !solid) {
        painter->fillRect(inside, m_colours->of[static_cast<int>(theme::Meaning::Empty)]);
    }
    if (solid) {
        QRectF bar = inside;
        bar.setTop(inside.bottom() - inside.height() * permille / 1000);
        painter->fillRect(bar, colour);
    } else {
        paintPattern(painter, scale, colour);
    }
    paintLabel(painter, scale);
}

/// A hatched rectangle costs many times a plain one: where racks are small, as many as one sees at once, lines do.
void RackOnPlan::paintPattern(QPainter *painter, qreal scale, const QColor &colour) const {
    const QRectF box = boundingRect();
    if (std::min(box.width(), box.height()) * scale >= theme::leastLabelPixels) {
        QBrush brush(colour, m_face.pattern);
        brush.setTransform(painter->worldTransform().inverted());
        painter->fillRect(box, brush);
        return;
    }
    QPen pen(colour, 1);
    pen.setCosmetic(true);
    painter->setPen(pen);
    if (m_face.pattern != Qt::FDiagPattern) {
        painter->drawLine(QLineF(box.bottomLeft(), box.topRight()));
    }
    if (m_face.pattern != Qt::BDiagPattern) {
        painter->drawLine(QLineF(box.topLeft(), box.bottomRight()));
    }
}

void RackOnPlan::paintLabel(QPainter *painter, qreal scale) const {
    const QRectF box = boundingRect();
    if (std::min(box.width(), box.height()) * scale < theme::leastLabelPixels) {
        return;
    }
    painter->save();
    painter->scale(1 / scale, 1 / scale);
    QFont font = painter->font();
    // As large as the application's letters ask for.
    const qreal letters =
        font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * painter->device()->logicalDpiY() / pointsPerInch;
    const qreal large = std::max(letters / usualLetters, leastLetters);
    font.setPixelSize(static_cast<int>(labelLetters * large));
    painter->setFont(font);
    const QRectF pixels(box.topLeft() * scale, box.size() * scale);
    // Measured by letters: a font's own measure costs more than drawing it.
    const auto wide = [large](const QString &text) { return static_cast<qreal>(text.size()) * letterWidth * large; };
    const QString &second =
        !m_face.words.isEmpty() && wide(m_face.words) <= pixels.width() ? m_face.words : m_face.sign;
    QString label = m_rack.code;
    qreal high = labelHeight * large;
    if (pixels.height() >= 2 * theme::leastLabelPixels && !second.isEmpty()) {
        label += u'\n' + second;
        high += labelHeight * large;
    }
    const qreal across = std::min(std::max(wide(m_rack.code), wide(second)) + 4, pixels.width() - 4);
    painter->fillRect(QRectF(pixels.center().x() - across / 2, pixels.center().y() - high / 2, across, high),
                      m_colours->of[static_cast<std::size_t>(theme::Meaning::Empty)]);
    painter->setPen(m_colours->text);
    painter->drawText(pixels.adjusted(1, 1, -1, -1), Qt::AlignCenter, label);
    painter->restore();
}

} // namespace polder
