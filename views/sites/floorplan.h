#pragma once

#include "model/core/snapshot.h"
#include "model/engine/capacity.h"

#include <QGraphicsView>

#include <unordered_map>

namespace polder {

class RackOnPlan;

/// One room to scale: walls, columns, aisles, and the racks, each filled as far as its tightest resource is taken.
/// North is up.
class FloorPlan : public QGraphicsView {
    Q_OBJECT

public:
    explicit FloorPlan(QWidget *parent = nullptr);

    /// A new state of the same room keeps zoom, position and selection.
    void show(const Snapshot &snapshot, RoomId room, const std::vector<RackCapacity> &capacities);
    using QGraphicsView::show;
    [[nodiscard]] RoomId room() const { return m_room; }

    void select(RackId rack);
    [[nodiscard]] RackId selected() const;
    /// The whole room in the window.
    void fit();
    void zoom(qreal factor);

Q_SIGNALS:
    void rackSelected(polder::RackId rack);
    void rackOpened(polder::RackId rack);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void readFeatures(const Snapshot &snapshot);
    void drawShapes(QPainter *painter, bool walls);
    void drawNames(QPainter *painter);
    void drawTiles(QPainter *painter, const QRectF &seen);
    void selectNeighbour(QPointF direction);

    QGraphicsScene m_scene;
    RoomId m_room;
    QSizeF m_size; ///< of the room, mm
    qreal m_tile = 600;
    struct Feature {
        QString kind;
        QString name;
        QPolygonF shape;
    };
    std::vector<Feature> m_features;
    std::unordered_map<RackId, RackOnPlan *> m_racks; ///< owned by the scene
    bool m_fitted = true;                             ///< until the reader zooms
};

} // namespace polder
