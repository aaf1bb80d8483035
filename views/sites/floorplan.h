#pragma once

#include "model/core/snapshot.h"
#include "model/engine/capacity.h"
#include "views/parts/diagramview.h"

#include <unordered_map>

namespace polder {

class RackOnPlan;

/// One room to scale: walls, columns, aisles, and the racks, each filled as far as its tightest resource is taken.
/// North is up.
class FloorPlan : public DiagramView {
    Q_OBJECT

public:
    explicit FloorPlan(QWidget *parent = nullptr);

    /// A new state of the same room keeps zoom, position and selection.
    void show(const Snapshot &snapshot, RoomId room, const std::vector<RackCapacity> &capacities);
    using DiagramView::show;
    [[nodiscard]] RoomId room() const { return m_room; }

    void select(RackId rack);
    [[nodiscard]] RackId selected() const;

Q_SIGNALS:
    void rackSelected(polder::RackId rack);
    void rackOpened(polder::RackId rack);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;
    void fitScene() override;
    void openSelected() override;

private:
    void readFeatures(const Snapshot &snapshot);
    void drawShapes(QPainter *painter, bool walls);
    void drawNames(QPainter *painter);
    void drawTiles(QPainter *painter, const QRectF &seen);

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
};

} // namespace polder
