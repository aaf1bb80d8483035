#pragma once

#include "planlayer.h"
#include "views/parts/diagramview.h"

#include <memory>
#include <unordered_map>

namespace polder {

class RackOnPlan;
struct PlanColours;

/// One room to scale on a day: walls, columns, aisles, and the racks, each as the chosen layer tells of it. North is
/// up.
class FloorPlan : public DiagramView {
    Q_OBJECT

public:
    explicit FloorPlan(QWidget *parent = nullptr);
    ~FloorPlan() override;

    /// A new state of the same room keeps zoom, position and selection. `states`: by rack; of a rack without one
    /// nothing is known yet.
    void show(const SnapshotPtr &snapshot, RoomId room, Day day, std::vector<RackState> states);
    void setLayer(PlanLayer layer);
    using DiagramView::show;
    [[nodiscard]] RoomId room() const { return m_room; }

    void select(RackId rack);
    /// How it is drawn; of a rack that is not here as one of which nothing is known.
    [[nodiscard]] RackFace face(RackId rack) const;
    [[nodiscard]] RackId selected() const;

Q_SIGNALS:
    void rackSelected(polder::RackId rack);
    void rackOpened(polder::RackId rack);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fitScene() override;
    void openSelected() override;

private:
    void readFeatures(const Snapshot &snapshot);
    [[nodiscard]] const RackState *stateOf(RackId rack) const;
    void drawShapes(QPainter *painter, bool walls);
    void drawNames(QPainter *painter);
    void drawTiles(QPainter *painter, const QRectF &seen);

    SnapshotPtr m_snapshot;
    Day m_day;
    std::vector<RackState> m_states; ///< by rack
    PlanLayer m_layer = PlanLayer::Binding;
    RoomId m_room;
    QSizeF m_size; ///< of the room, mm
    qreal m_tile = 600;
    struct Feature {
        QString kind;
        QString name;
        QPolygonF shape;
    };
    std::vector<Feature> m_features;
    std::unique_ptr<PlanColours> m_colours;
    std::unordered_map<RackId, RackOnPlan *> m_racks; ///< owned by the scene
};

} // namespace polder
