#pragma once

#include "views/paper/elevationboxes.h"

#include <QGraphicsItem>

namespace polder {

/// One box of an elevation, as seen from one side.
class DeviceItem : public QGraphicsItem {
public:
    enum {
        Type = UserType + 2
    };

    /// `thisSide`: it reaches the side from which it is seen; else it is behind, and drawn faintly.
    /// `letters`: of its label, in pixels.
    DeviceItem(ElevationBox box, const QRectF &rect, bool thisSide, int letters);

    [[nodiscard]] const ElevationBox &box() const { return m_box; }
    [[nodiscard]] bool thisSide() const { return m_thisSide; }
    /// What it is, in words.
    [[nodiscard]] static QString describe(const ElevationBox &box);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_rect.adjusted(-2, -2, 2, 2); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    [[nodiscard]] QString words() const;
    void paintWords(QPainter &painter, const QRectF &rect, const QColor &ink, const QColor &ground) const;

    ElevationBox m_box;
    QRectF m_rect;
    bool m_thisSide;
    int m_letters;
};

} // namespace polder
