#pragma once

#include "model/engine/floorspot.h"
#include "planlayer.h"
#include "views/parts/diagramview.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace polder {

class Footprint;
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
    /// Several: with Ctrl and a click one more or less, with Shift a frame around them.
    void setSelection(const std::vector<RackId> &racks);
    [[nodiscard]] std::vector<RackId> selection() const; ///< by id
    /// How it is drawn; of a rack that is not here as one of which nothing is known.
    [[nodiscard]] RackFace face(RackId rack) const;
    [[nodiscard]] RackId selected() const;

    /// An instrument looks for its place, from the middle of what is seen: dragged, or with the arrow keys by 100 mm
    /// (Shift: 10 mm, Ctrl: 1 m); R turns it, Enter says here, Escape gives up. Until it has been placed all keys are
    /// for it.
    /// `at`: where it stands now, left out: the middle of what is seen.
    void beginPlacing(const Envelope &item, const std::optional<FloorSpot> &at = {});
    void endPlacing();
    /// Where others like it would stand then; drawn as held.
    void setBeside(std::vector<FloorSpot> spots);
    [[nodiscard]] const std::optional<FloorSpot> &spot() const { return m_spot; }
    void setVerdict(theme::Meaning meaning, const QString &words);

Q_SIGNALS:
    /// The instrument is somewhere else, or no longer looked for.
    void spotChanged();
    void spotChosen();
    void selectionChanged();
    void rackOpened(polder::RackId rack);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fitScene() override;
    void openSelected() override;

private:
    void readFeatures(const Snapshot &snapshot);
    [[nodiscard]] const RackState *stateOf(RackId rack) const;
    void drawFloor(QPainter *painter);
    void moveSpot(qreal x, qreal y, int degrees);
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

        bool operator==(const Feature &) const = default;
    };
    std::vector<Feature> m_features;
    struct Standing {
        QPolygonF footprint;
        QPolygonF clearance;

        bool operator==(const Standing &) const = default;
    };
    std::vector<Standing> m_floor; ///< what stands on the floor on the day
    Envelope m_placing;
    std::optional<FloorSpot> m_spot;
    std::vector<FloorSpot> m_beside;
    Footprint *m_footprint = nullptr; ///< the scene's, while something looks for its place
    std::optional<QPointF> m_grip;    ///< from its middle to where it is held
    std::unique_ptr<PlanColours> m_colours;
    std::unordered_map<RackId, RackOnPlan *> m_racks; ///< owned by the scene
    bool m_selecting = false;                         ///< several, one after the other
};

} // namespace polder
