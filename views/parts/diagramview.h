#pragma once

#include <QGraphicsView>

namespace polder {

/// A drawing of objects of which one is selected. Arrow keys go to the nearest, Enter or a double click opens, Ctrl and
/// the wheel or + and - zoom, 0 fits it into the window, which it stays until the reader zooms.
class DiagramView : public QGraphicsView {
    Q_OBJECT

public:
    void fit();
    void zoom(qreal factor);

protected:
    explicit DiagramView(QWidget *parent);
    ~DiagramView() override;

    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    [[nodiscard]] QGraphicsItem *selectedItem() const;
    /// nullptr: none.
    void selectItem(QGraphicsItem *item);
    [[nodiscard]] bool fitted() const { return m_fitted; }

    virtual void fitScene() = 0;
    virtual void openSelected() = 0;
    /// Whether an arrow key of this direction may go this way; both in scene coordinates.
    [[nodiscard]] virtual bool leads(QPointF way, QPointF direction) const;

    QGraphicsScene m_scene;

private:
    void selectNeighbour(QPointF direction);

    bool m_fitted = true;
};

} // namespace polder
