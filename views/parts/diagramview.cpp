#include "diagramview.h"

#include <QGraphicsItem>
#include <QKeyEvent>

#include <cmath>
#include <tuple>

namespace polder {

DiagramView::DiagramView(QWidget *parent) : QGraphicsView(parent) {
    setScene(&m_scene);
    setRenderHint(QPainter::Antialiasing);
    setDragMode(ScrollHandDrag);
    viewport()->setCursor(Qt::ArrowCursor);
}

/// The scene deselects what goes with it; whoever would listen is gone before it.
DiagramView::~DiagramView() {
    m_scene.blockSignals(true);
}

void DiagramView::fit() {
    m_fitted = true;
    fitScene();
}

void DiagramView::zoom(qreal factor) {
    m_fitted = false;
    scale(factor, factor);
}

QGraphicsItem *DiagramView::selectedItem() const {
    const auto items = m_scene.selectedItems();
    return items.isEmpty() ? nullptr : items.first();
}

void DiagramView::selectItem(QGraphicsItem *item) {
    m_scene.clearSelection();
    if (item) {
        ensureVisible(item);
        item->setSelected(true); // last: who listens may show another state
    }
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent *event) {
    QGraphicsView::mouseDoubleClickEvent(event);
    openSelected();
}

void DiagramView::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return selectNeighbour({-1, 0});
    case Qt::Key_Right:
        return selectNeighbour({1, 0});
    case Qt::Key_Up:
        return selectNeighbour({0, -1});
    case Qt::Key_Down:
        return selectNeighbour({0, 1});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openSelected();
    case Qt::Key_Plus:
        return zoom(1.25);
    case Qt::Key_Minus:
        return zoom(0.8);
    case Qt::Key_0:
        return fit();
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

bool DiagramView::leads(QPointF way, QPointF direction) const {
    return QPointF::dotProduct(way, direction) > 0;
}

void DiagramView::selectNeighbour(QPointF direction) {
    const QGraphicsItem *from = selectedItem();
    const auto centre = [](const QGraphicsItem *item) { return item->sceneBoundingRect().center(); };
    const QPointF start = from ? centre(from) : QPointF();
    QGraphicsItem *best = nullptr;
    std::tuple<qreal, qreal, qreal> least;
    for (QGraphicsItem *item : m_scene.items()) {
        const QPointF way = centre(item) - start;
        if (!item->flags().testFlag(QGraphicsItem::ItemIsSelectable) || item == from ||
            (from && !leads(way, direction))) {
            continue;
        }
        // Beside the way counts double, so that the arrow keys follow the row.
        const qreal aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        const std::tuple distance(std::abs(QPointF::dotProduct(way, direction)) + 2 * aside, way.y(), way.x());
        if (!best || distance < least) {
            best = item;
            least = distance;
        }
    }
    if (best) {
        selectItem(best);
    }
}

void DiagramView::wheelEvent(QWheelEvent *event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    setTransformationAnchor(AnchorUnderMouse);
    zoom(std::pow(1.0015, event->angleDelta().y()));
    setTransformationAnchor(AnchorViewCenter);
}

void DiagramView::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    if (m_fitted) {
        fitScene();
    }
}

} // namespace polder
