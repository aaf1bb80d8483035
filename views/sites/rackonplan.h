#pragma once

#include "planlayer.h"

#include <QGraphicsItem>

#include <array>

namespace polder {

/// Looked up once for thousands of racks.
struct PlanColours {
    explicit PlanColours(const QPalette &palette);

    std::array<QColor, static_cast<std::size_t>(theme::Meaning::Quiet) + 1> of; ///< by meaning
    QColor selected, text;
};

/// A rack seen from above, with what the layer of the plan tells of it.
class RackOnPlan : public QGraphicsItem {
public:
    enum {
        Type = UserType + 1
    };

    /// The colours outlive it.
    explicit RackOnPlan(const PlanColours &colours);

    void setRack(const Rack &rack, const RackFace &face);
    [[nodiscard]] const RackFace &face() const { return m_face; }
    [[nodiscard]] RackId rack() const { return m_rack.id; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintPattern(QPainter *painter, qreal scale, const QColor &colour) const;
    void paintLabel(QPainter *painter, qreal scale) const;
    [[nodiscard]] QRectF withinFrame(qreal thin, qreal thick) const;

    Rack m_rack;
    const PlanColours *m_colours;
    RackFace m_face;
};

} // namespace polder
