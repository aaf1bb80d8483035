// How an elevation is drawn; what is done with it is in elevation.cpp.
#include "elevation.h"

#include "deviceitem.h"
#include "model/core/format.h"

#include <QScrollBar>

#include <algorithm>
#include <memory>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

// In pixels, where letters have the usual size; larger letters want more of all.
constexpr qreal usualLetters = 13;
constexpr qreal headingHeight = 34;
constexpr qreal gutter = 34; ///< for the numbers of the units
constexpr qreal leastHalfUnit = 7;
constexpr qreal mostHalfUnit = 14;
constexpr qreal leastWidth = 150; ///< of a rack
constexpr qreal mostWidth = 330;
constexpr qreal titleLetters = 13;
constexpr qreal labelLetters = 12;
constexpr qreal ghostLetters = 11;
constexpr qreal unitLetters = 10;

} // namespace

qreal Elevation::scale() const {
    return std::max(QFontInfo(font()).pixelSize() / usualLetters, 0.8);
}

QGraphicsSimpleTextItem *Elevation::write(const QString &words, const QColor &colour, qreal size) {
    auto *item = m_scene.addSimpleText(words);
    QFont letters = font();
    letters.setPixelSize(static_cast<int>(size * scale()));
    item->setFont(letters);
    item->setBrush(colour);
    return item;
}

void Elevation::layOut() {
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_ghosts.clear();
    m_scene.clear();
    m_columns.clear();
    if (m_racks.empty()) {
        m_scene.setSceneRect({});
        return;
    }
    const QSizeF room = viewport()->size();
    const int units = std::ranges::max(m_racks, {}, [](const Shown &one) { return one.rack.units; }).rack.units;
    const qreal large = scale();
    const qreal heading = headingHeight * large;
    const qreal beside = gutter * large;
    m_halfUnit = std::clamp((room.height() - heading - theme::margin) / (2 * units), leastHalfUnit * large,
                            mostHalfUnit * large);
    const int columns = isRow() ? static_cast<int>(m_racks.size()) : 2;
    const qreal width = std::clamp((room.width() - (columns + 1) * beside - theme::margin) / columns,
                                   leastWidth * large, mostWidth * large);
    const qreal bottom = heading + 2 * units * m_halfUnit;
    for (int i = 0; i < columns; ++i) {
        const std::size_t rack = isRow() ? static_cast<std::size_t>(i) : 0;
        const qreal height = 2 * m_racks[rack].rack.units * m_halfUnit;
        m_columns.push_back({rack, isRow() ? *m_rowSide : i == 0,
                             QRectF(beside + i * (beside + width), bottom - height, width, height)});
    }
    for (const Column &column : m_columns) {
        drawColumn(column, isRow() ? rackOf(column).code : column.front ? tr("Front") : tr("Rear"));
    }
    drawGhosts();
    m_scene.setSceneRect(0, 0, (columns + 1) * beside + columns * width, bottom + theme::gap);
    horizontalScrollBar()->setValue(scrolled.x());
    verticalScrollBar()->setValue(scrolled.y());
}

void Elevation::drawColumn(const Column &column, const QString &heading) {
    auto *title = write(heading, palette().color(QPalette::Text), titleLetters);
    title->setPos(column.rect.left(), column.rect.top() - headingHeight * scale() + theme::gap);
    const QPen frame(theme::colour(theme::Meaning::Frame, palette()), 1.5);
    m_scene.addRect(column.rect.adjusted(-2, -2, 2, 2), frame, theme::colour(theme::Meaning::Empty, palette()));
    drawUnits(column);
    for (const bool thisSide : {false, true}) {
        for (const ElevationBox &box : m_racks[column.rack].boxes) {
            const bool beside = box.slot > 0 && column.front;
            if (!beside && (column.front ? box.front : box.rear) == thisSide) {
                drawBox(column, box);
            }
        }
    }
}

void Elevation::drawUnits(const Column &column) {
    const Format format;
    const QColor quiet = theme::colour(theme::Meaning::Quiet, palette());
    const QPen line(palette().color(QPalette::Midlight), 1);
    const Rack &rack = rackOf(column);
    for (int unit = 0; unit < rack.units; ++unit) {
        const QRectF slot = place(column, 2 * unit, 2 * unit + 2, 0, 2);
        m_scene.addLine(QLineF(slot.topLeft(), slot.topRight()), line);
        if (const auto &free = m_racks[column.rack].units; unit < std::ssize(free)) {
            auto *area = m_scene.addRect(slot, Qt::NoPen);
            area->setToolTip(free[static_cast<std::size_t>(unit)]);
        }
        auto *number = write(format.unit(rack, Height{2 * unit}), quiet, unitLetters);
        const QRectF bounds = number->boundingRect();
        number->setPos(slot.left() - bounds.width() - 7, slot.center().y() - bounds.height() / 2);
    }
}

QRectF Elevation::placeOf(const Column &column, const ElevationBox &box) const {
    if (box.slot > 0) {
        // All slots of the rack share what is beside it.
        const qreal width = (gutter * scale() - 6) / std::max(rackOf(column).zeroUSlots, box.slot);
        return {column.rect.right() + 4 + (box.slot - 1) * width, column.rect.top(), width, column.rect.height()};
    }
    const QRectF whole = place(column, box.huFrom, box.huUntil, box.widthFrom, box.widthUntil);
    return box.bay.count > 0 ? bayIn(whole, box.bay) : whole;
}

/// In the order of the bays, in as few columns as leave room for letters, below the name of the chassis.
QRectF Elevation::bayIn(const QRectF &chassis, const ElevationBox::Bay &bay) const {
    constexpr int leastLine = 11;
    const qreal heading = std::min(labelLetters * scale() + 3, chassis.height() / 3);
    const QRectF inside = chassis.adjusted(4, heading, -4, -2);
    const auto linesOf = [&bay](int columns) { return (bay.count + columns - 1) / columns; };
    int columns = std::min(bay.count, 2);
    while (columns < bay.count && inside.height() / linesOf(columns) < leastLine) {
        ++columns;
    }
    const int lines = linesOf(columns);
    const qreal width = inside.width() / columns;
    const qreal height = inside.height() / lines;
    return {inside.left() + (bay.index % columns) * width, inside.top() + (bay.index / columns) * height, width,
            height};
}

QRectF Elevation::place(const Column &column, int huFrom, int huUntil, int widthFrom, int widthUntil) const {
    const int halves = 2 * rackOf(column).units;
    const qreal half = column.rect.width() / 2;
    // Seen from behind, left is right.
    const int left = column.front ? widthFrom : 2 - widthUntil;
    return {column.rect.left() + left * half, column.rect.top() + (halves - huUntil) * m_halfUnit,
            (widthUntil - widthFrom) * half, (huUntil - huFrom) * m_halfUnit};
}

void Elevation::drawBox(const Column &column, const ElevationBox &box) {
    auto *item = new DeviceItem(box, placeOf(column, box), column.front ? box.front : box.rear,
                                static_cast<int>(labelLetters * scale()));
    m_scene.addItem(item);
    item->setSelected(m_chosen.contains(box.placement));
}

/// What is proposed, or what is carried where it would stand.
void Elevation::drawGhosts() {
    for (QGraphicsItem *item : m_ghosts) {
        const std::unique_ptr<QGraphicsItem> last(item);
        m_scene.removeItem(item);
    }
    m_ghosts.clear();
    for (const Column &column : m_columns) {
        if (const QRectF at = ghostRect(column); !at.isEmpty()) {
            const QString label = m_ghost->label.isEmpty() ? tr("proposed") : m_ghost->label;
            drawGhost(at, theme::colour(verdictMeaning(), palette()),
                      m_verdictWords.isEmpty() ? label : label + u" · "_s + m_verdictWords);
        }
        for (const Carry::Piece &piece : carry() ? m_carry->pieces() : std::vector<Carry::Piece>()) {
            if (static_cast<std::size_t>(piece.rack) == column.rack &&
                (column.front ? piece.box.front : piece.box.rear)) {
                drawGhost(placeOf(column, piece.box), theme::colour(verdictMeaning(), palette()),
                          piece.box.label.isEmpty() ? m_verdictWords : piece.box.label + u" · "_s + m_verdictWords);
            }
        }
    }
}

theme::Meaning Elevation::verdictMeaning() const {
    switch (m_verdict) {
    case Verdict::Fits:
        return theme::Meaning::Fine;
    case Verdict::DoesNot:
        return theme::Meaning::Trouble;
    case Verdict::Tight:
        return theme::Meaning::Tight;
    case Verdict::Asking:
        break;
    }
    return theme::Meaning::Proposed;
}

void Elevation::drawGhost(const QRectF &at, const QColor &colour, const QString &words) {
    const QRectF rect = at.adjusted(1, 1, -1, -1);
    QColor wash = palette().color(QPalette::Base);
    wash.setAlpha(210); // what is behind it is still there, and the words can be read
    auto *outline = m_scene.addRect(rect, QPen(colour, 2.5, Qt::DashLine), wash);
    outline->setZValue(3);
    auto *label = write(QFontMetrics(font()).elidedText(words, Qt::ElideRight, static_cast<int>(rect.width())),
                        palette().color(QPalette::Text), ghostLetters);
    label->setPos(rect.center() - label->boundingRect().center());
    label->setZValue(4);
    m_ghosts.insert(m_ghosts.end(), {outline, label});
}

} // namespace polder
