#pragma once

#include "views/paper/elevationboxes.h"

#include <QGraphicsView>

#include <optional>

namespace polder {

/// Front and rear of one rack beside each other, to scale in height. What stands on the other side only is drawn
/// faintly; 0U equipment stands as strips beside the rear. Holds are dashed, blocked units hatched; a place that is
/// only thought of is an outline.
class Elevation : public QGraphicsView {
    Q_OBJECT

public:
    struct Ghost {
        int huFrom = 0;
        int huUntil = 0;
        int widthFrom = 0;
        int widthUntil = 2;
        bool front = true;
        bool rear = true;

        bool operator==(const Ghost &) const = default;
    };

    explicit Elevation(QWidget *parent = nullptr);

    /// Selection and scroll position stay where they were if the rack is the same.
    void show(const Rack &rack, std::vector<ElevationBox> boxes);
    using QGraphicsView::show;
    void clear();
    void setGhost(const std::optional<Ghost> &ghost);
    [[nodiscard]] const std::optional<Ghost> &ghost() const { return m_ghost; }

    void select(PlacementId placement);
    [[nodiscard]] PlacementId selected() const { return m_selected; }
    [[nodiscard]] const std::vector<ElevationBox> &boxes() const { return m_boxes; }

Q_SIGNALS:
    void placementSelected(polder::PlacementId placement);
    void equipmentOpened(polder::EquipmentId equipment);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Column {
        bool front;
        QRectF rect;
    };

    void layOut();
    void drawColumn(const Column &column, const QString &heading);
    void drawUnits(const Column &column);
    void drawBox(const Column &column, const ElevationBox &box);
    void drawGhost(const Column &column);
    [[nodiscard]] QRectF placeOf(const Column &column, const ElevationBox &box) const;
    [[nodiscard]] QRectF place(const Column &column, int huFrom, int huUntil, int widthFrom, int widthUntil) const;
    void selectFromScene();
    void selectNext(int step);

    QGraphicsScene m_scene;
    std::optional<Rack> m_rack;
    std::vector<ElevationBox> m_boxes;
    std::optional<Ghost> m_ghost;
    PlacementId m_selected;
    qreal m_halfUnit = 9; ///< pixels
};

} // namespace polder
