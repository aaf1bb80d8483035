#include "elevation.h"

#include "deviceitem.h"
#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <set>

namespace polder {

namespace {

constexpr qreal headingHeight = 34;
constexpr qreal gutter = 34; ///< for the numbers of the units
constexpr qreal leastHalfUnit = 7;
constexpr qreal mostHalfUnit = 14;

QGraphicsSimpleTextItem *text(QGraphicsScene &scene, const QString &words, const QColor &colour, int pixels) {
    auto *item = scene.addSimpleText(words);
    QFont font = item->font();
    font.setPixelSize(pixels);
    item->setFont(font);
    item->setBrush(colour);
    return item;
}

} // namespace

Elevation::Elevation(QWidget *parent) : QGraphicsView(parent) {
    setScene(&m_scene);
    setAccessibleName(tr("Rack elevation"));
    setAccessibleDescription(tr("Up and Down select, Enter opens. The same equipment is in the list."));
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    setMinimumWidth(420);
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, &Elevation::selectFromScene);
}

void Elevation::show(const Rack &rack, std::vector<ElevationBox> boxes) {
    if (!m_rack || m_rack->id != rack.id) {
        m_ghost.reset();
        m_selected = {};
    }
    m_rack = rack;
    m_boxes = std::move(boxes);
    layOut();
}

void Elevation::clear() {
    m_rack.reset();
    m_boxes.clear();
    m_ghost.reset();
    m_selected = {};
    layOut();
}

void Elevation::setGhost(const std::optional<Ghost> &ghost) {
    m_ghost = ghost;
    layOut();
    if (m_ghost && m_rack) {
        const qreal top = headingHeight + (2 * m_rack->units - m_ghost->huUntil) * m_halfUnit;
        ensureVisible(QRectF(0, top, 1, (m_ghost->huUntil - m_ghost->huFrom) * m_halfUnit), 0, 80);
    }
}

void Elevation::layOut() {
    const int scrolled = verticalScrollBar()->value();
    {
        const QSignalBlocker quiet(m_scene);
        m_scene.clear();
    }
    if (!m_rack) {
        m_scene.setSceneRect({});
        return;
    }
    const QSizeF room = viewport()->size();
    const int halves = 2 * m_rack->units;
    m_halfUnit = std::clamp((room.height() - headingHeight - theme::margin) / halves, leastHalfUnit, mostHalfUnit);
    const qreal width = std::clamp((room.width() - 3 * gutter - theme::margin) / 2, 150.0, 330.0);
    const qreal height = halves * m_halfUnit;
    drawColumn({true, QRectF(gutter, headingHeight, width, height)}, tr("Front"));
    drawColumn({false, QRectF(2 * gutter + width, headingHeight, width, height)}, tr("Rear"));
    m_scene.setSceneRect(0, 0, 3 * gutter + 2 * width, headingHeight + height + theme::gap);
    verticalScrollBar()->setValue(scrolled);
}

void Elevation::drawColumn(const Column &column, const QString &heading) {
    auto *title = text(m_scene, heading, palette().color(QPalette::Text), 13);
    title->setPos(column.rect.left(), theme::gap);
    const QPen frame(theme::colour(theme::Meaning::Frame, palette()), 1.5);
    m_scene.addRect(column.rect.adjusted(-2, -2, 2, 2), frame, theme::colour(theme::Meaning::Empty, palette()));
    drawUnits(column);
    for (const bool thisSide : {false, true}) {
        for (const ElevationBox &box : m_boxes) {
            const bool beside = box.slot > 0 && column.front;
            if (!beside && (column.front ? box.front : box.rear) == thisSide) {
                drawBox(column, box);
            }
        }
    }
    drawGhost(column);
}

void Elevation::drawUnits(const Column &column) {
    const Format format;
    const QColor quiet = theme::colour(theme::Meaning::Quiet, palette());
    const QPen line(palette().color(QPalette::Midlight), 1);
    for (int unit = 0; unit < m_rack->units; ++unit) {
        const QRectF slot = place(column, 2 * unit, 2 * unit + 2, 0, 2);
        m_scene.addLine(QLineF(slot.topLeft(), slot.topRight()), line);
        auto *number = text(m_scene, format.unit(*m_rack, Height{2 * unit}), quiet, 10);
        const QRectF bounds = number->boundingRect();
        number->setPos(slot.left() - bounds.width() - 7, slot.center().y() - bounds.height() / 2);
    }
}

QRectF Elevation::placeOf(const Column &column, const ElevationBox &box) const {
    if (box.slot > 0) {
        // All slots of the rack share what is beside it.
        const qreal width = (gutter - 6) / std::max(m_rack->zeroUSlots, box.slot);
        return {column.rect.right() + 4 + (box.slot - 1) * width, column.rect.top(), width, column.rect.height()};
    }
    return place(column, box.huFrom, box.huUntil, box.widthFrom, box.widthUntil);
}

QRectF Elevation::place(const Column &column, int huFrom, int huUntil, int widthFrom, int widthUntil) const {
    const int halves = 2 * m_rack->units;
    const qreal half = column.rect.width() / 2;
    // Seen from behind, left is right.
    const int left = column.front ? widthFrom : 2 - widthUntil;
    return {column.rect.left() + left * half, column.rect.top() + (halves - huUntil) * m_halfUnit,
            (widthUntil - widthFrom) * half, (huUntil - huFrom) * m_halfUnit};
}

void Elevation::drawBox(const Column &column, const ElevationBox &box) {
    auto *item = new DeviceItem(box, placeOf(column, box), column.front ? box.front : box.rear);
    m_scene.addItem(item);
    const QSignalBlocker quiet(m_scene);
    item->setSelected(m_selected && box.placement == m_selected);
}

void Elevation::drawGhost(const Column &column) {
    if (!m_ghost || !(column.front ? m_ghost->front : m_ghost->rear)) {
        return;
    }
    const QColor colour = theme::colour(theme::Meaning::Proposed, palette());
    QPen pen(colour, 2.5, Qt::DashLine);
    QColor wash = colour;
    wash.setAlpha(40);
    const QRectF rect = place(column, m_ghost->huFrom, m_ghost->huUntil, m_ghost->widthFrom, m_ghost->widthUntil)
                            .adjusted(1, 1, -1, -1);
    m_scene.addRect(rect, pen, wash)->setZValue(3);
    auto *words = text(m_scene, tr("proposed"), palette().color(QPalette::Text), 11);
    words->setPos(rect.center() - words->boundingRect().center());
    words->setZValue(4);
}

void Elevation::select(PlacementId placement) {
    m_selected = placement;
    const QSignalBlocker quiet(m_scene);
    for (QGraphicsItem *item : m_scene.items()) {
        if (const auto *device = qgraphicsitem_cast<DeviceItem *>(item)) {
            const bool chosen = placement && device->box().placement == placement;
            item->setSelected(chosen);
            if (chosen && device->thisSide()) {
                ensureVisible(item, 0, 40);
            }
        }
    }
    viewport()->update();
}

void Elevation::selectFromScene() {
    const auto items = m_scene.selectedItems();
    const auto *device = items.isEmpty() ? nullptr : qgraphicsitem_cast<const DeviceItem *>(items.first());
    if (device && device->box().placement != m_selected) {
        select(device->box().placement);
        Q_EMIT placementSelected(m_selected);
    }
}

void Elevation::selectNext(int step) {
    std::vector<const ElevationBox *> named;
    for (const ElevationBox &box : m_boxes) {
        if (box.placement) {
            named.push_back(&box);
        }
    }
    if (named.empty()) {
        return;
    }
    std::ranges::sort(named, {}, [](const ElevationBox *box) {
        return std::tuple(box->huFrom, box->slot, box->widthFrom, box->placement);
    });
    const auto current = std::ranges::find(named, m_selected, &ElevationBox::placement);
    const auto last = static_cast<int>(named.size()) - 1;
    const int from = current == named.end() ? (step > 0 ? -1 : last + 1) : static_cast<int>(current - named.begin());
    select(named[std::clamp(from + step, 0, last)]->placement);
    Q_EMIT placementSelected(m_selected);
}

void Elevation::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Up:
        return selectNext(1);
    case Qt::Key_Down:
        return selectNext(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const auto box = std::ranges::find(m_boxes, m_selected, &ElevationBox::placement);
        if (m_selected && box != m_boxes.end()) {
            Q_EMIT equipmentOpened(box->equipment);
        }
        return;
    }
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void Elevation::mouseDoubleClickEvent(QMouseEvent *event) {
    const auto *device = qgraphicsitem_cast<const DeviceItem *>(itemAt(event->pos()));
    if (device && device->box().equipment) {
        Q_EMIT equipmentOpened(device->box().equipment);
    }
}

void Elevation::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    layOut();
}

void Elevation::changeEvent(QEvent *event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        layOut();
    }
}

} // namespace polder
