#pragma once

#include "model/core/snapshot.h"

#include <QWidget>

namespace polder {

/// A room to scale with its racks, and the outline of those that are only thought of. North is up.
class RoomPreview : public QWidget {
    Q_OBJECT

public:
    explicit RoomPreview(QWidget *parent = nullptr);

    /// In mm; the room may be one that is not there yet.
    void show(const QSizeF &room, const std::vector<QRectF> &racks, const std::vector<QRectF> &thought);
    using QWidget::show;
    /// Those that are thought of and have no place: outside the room, or where another stands.
    [[nodiscard]] int misfits() const;
    [[nodiscard]] QSize sizeHint() const override { return {320, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool fits(const QRectF &rack) const;

    QSizeF m_room;
    std::vector<QRectF> m_racks;
    std::vector<QRectF> m_thought;
};

/// Where a rack stands on the plan.
[[nodiscard]] QRectF footprintOf(const Rack &rack);

} // namespace polder
