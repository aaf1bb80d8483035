#pragma once

#include "model/items/powermodel.h"

#include <QGraphicsView>

#include <map>

namespace polder {

class NodeOnLine;

/// The power chain of one data centre as a one-line diagram: supplies left, what hangs on them to the right. The bar in
/// a box is as long as the share of its limit that is taken.
class OneLine : public QGraphicsView {
    Q_OBJECT

public:
    explicit OneLine(QWidget *parent = nullptr);

    /// In the order of the chain. The same nodes keep zoom, position and selection.
    void show(const std::vector<PowerRow> &rows);
    using QGraphicsView::show;

    void select(NodeId node);
    [[nodiscard]] NodeId selected() const;
    void fit();
    void zoom(qreal factor);

Q_SIGNALS:
    void nodeSelected(polder::NodeId node);
    void nodeOpened(polder::NodeId node); ///< double click or Enter

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void selectNeighbour(QPointF direction);

    QGraphicsScene m_scene;
    std::map<NodeId, NodeOnLine *> m_nodes; ///< owned by the scene
    std::vector<QLineF> m_wires;
    bool m_fitted = true; ///< until the reader zooms
};

} // namespace polder
