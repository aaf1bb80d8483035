#pragma once

#include "model/engine/floorplan.h"
#include "rackonplan.h"

namespace polder {

/// An instrument that is looking for its place on the plan: its footprint to scale, and around it what has to stay
/// free.
class Footprint : public QGraphicsItem {
public:
    enum {
        Type = UserType + 3
    };

    explicit Footprint(const PlanColours &colours);

    void setShape(const FloorShape &shape);
    void setVerdict(theme::Meaning meaning, const QString &words);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_clearance.boundingRect().adjusted(-50, -50, 50, 50); }
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QPolygonF m_body, m_clearance;
    const PlanColours *m_colours;
    theme::Meaning m_meaning = theme::Meaning::Proposed;
    QString m_words;
};

} // namespace polder
