#pragma once

#include "model/engine/calendar.h"

#include <QAbstractScrollArea>

namespace polder {

/// The calendar drawn: its rows below each other, time from left to right, each bar as long as its bookings. Drawn by
/// hand and not as a scene: of 100,000 bars only those in sight cost anything.
class CalendarChart : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// How many days are in sight at once.
    enum class Zoom {
        Month,
        Quarter,
        Year
    };

    explicit CalendarChart(QWidget *parent = nullptr);

    /// A newer state of the same rows keeps the place, the zoom and the selection.
    void show(SnapshotPtr snapshot, CalendarPtr calendar);
    using QWidget::show;

    void setZoom(Zoom zoom);
    [[nodiscard]] Zoom zoom() const { return m_zoom; }
    /// With some of what was before it.
    void goTo(Day day);
    /// By a part of what is in sight; back if negative.
    void move(int thirds);
    using QWidget::move;
    [[nodiscard]] Period inSight() const;

    /// The bar that has this booking first; none: no bar.
    void select(PlacementId first);
    [[nodiscard]] PlacementId selected() const { return m_selected; }
    /// How many bars the last painting drew.
    [[nodiscard]] int drawnBars() const { return m_drawnBars; }
    /// Where a bar is in the viewport; empty: it is not in the calendar.
    [[nodiscard]] QRect barRect(PlacementId first) const;

Q_SIGNALS:
    void barSelected(polder::PlacementId first);
    void barOpened(polder::PlacementId first); ///< double click or Enter
    void rowOpened(int row);                   ///< a click on its name
    void zoomChanged(polder::CalendarChart::Zoom zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int chartWidth() const;
    [[nodiscard]] qreal pixelsPerDay() const;
    [[nodiscard]] qreal xOf(Day day) const;
    [[nodiscard]] Day dayAt(qreal x) const;
    [[nodiscard]] int yOf(std::size_t lane) const;
    [[nodiscard]] QRectF rectOf(std::size_t bar, std::size_t lane) const;
    /// none: there is none.
    [[nodiscard]] std::size_t laneAt(int y) const;
    [[nodiscard]] std::size_t barAt(QPoint where) const;
    [[nodiscard]] std::size_t barOf(PlacementId first) const;
    [[nodiscard]] QString toolTipAt(QPoint where) const;
    [[nodiscard]] bool isRowLink(QPoint where) const;

    void layOut();
    void selectBar(std::size_t bar);
    void selectBeside(int by);
    void selectLane(int by);
    void openSelected();
    void bringIntoSight(std::size_t bar);

    void paintRows(QPainter &painter);
    void paintBar(QPainter &painter, std::size_t bar, std::size_t lane) const;
    void paintWords(QPainter &painter, std::size_t bar, std::size_t lane) const;
    void paintNames(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintToday(QPainter &painter) const;

    SnapshotPtr m_snapshot;
    CalendarPtr m_calendar;
    Zoom m_zoom = Zoom::Year;
    qreal m_left = 0; ///< days from the beginning of the span to the left edge
    PlacementId m_selected;
    bool m_layingOut = false;
    int m_drawnBars = 0;
};

} // namespace polder
