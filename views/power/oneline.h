#pragma once

#include "model/items/powermodel.h"
#include "views/parts/diagramview.h"

#include <map>

namespace polder {

class NodeOnLine;

/// The power chain of one data centre as a one-line diagram: supplies left, what hangs on them to the right. The bar in
/// a box is as long as the share of its limit that is taken.
class OneLine : public DiagramView {
    Q_OBJECT

public:
    explicit OneLine(QWidget *parent = nullptr);

    /// In the order of the chain. The same nodes keep zoom, position and selection.
    void show(const std::vector<PowerRow> &rows);
    using DiagramView::show;

    void select(NodeId node);
    [[nodiscard]] NodeId selected() const;

Q_SIGNALS:
    void nodeSelected(polder::NodeId node);
    void nodeOpened(polder::NodeId node); ///< double click or Enter

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void fitScene() override;
    void openSelected() override;
    [[nodiscard]] bool leads(QPointF way, QPointF direction) const override;

private:
    std::map<NodeId, NodeOnLine *> m_nodes; ///< owned by the scene
    std::vector<QLineF> m_wires;
};

} // namespace polder
