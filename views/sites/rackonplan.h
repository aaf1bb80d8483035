#pragma once

#include "model/core/snapshot.h"
#include "model/engine/capacity.h"

#include <QGraphicsItem>

#include <optional>

namespace polder {

/// A rack seen from above. The bar inside is as long as the share that is taken of its tightest resource; the word
/// says which one that is.
class RackOnPlan : public QGraphicsItem {
public:
    enum {
        Type = UserType + 1
    };

    RackOnPlan();

    void setRack(const Rack &rack, const RackCapacity *capacity);
    [[nodiscard]] RackId rack() const { return m_rack.id; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintLabel(QPainter *painter, qreal scale, const QColor &text) const;
    /// The edge where the front is.
    [[nodiscard]] QLineF frontEdge() const;

    Rack m_rack;
    std::optional<int> m_permille; ///< taken of the tightest resource; nullopt: its limit is unknown
    QString m_binding;
};

} // namespace polder
