#include "calendarchart.h"

#include "calendarrows.h"
#include "model/core/format.h"
#include "views/parts/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

#include <array>
#include <cmath>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int namesWidth = 190;
constexpr int markHeight = 15;
constexpr int markWidth = 11;
constexpr int band = 7; ///< at the beginning of a bar, with the pattern of its state
constexpr std::array markKinds{CalendarMark::HostingEnds, CalendarMark::HoldLapses, CalendarMark::DecisionDue,
                               CalendarMark::Delivery, CalendarMark::AgreementEnds}; ///< in the order of their numbers

int daysOf(CalendarChart::Zoom zoom) {
    switch (zoom) {
    case CalendarChart::Zoom::Month:
        return 31;
    case CalendarChart::Zoom::Quarter:
        return 92;
    case CalendarChart::Zoom::Year:
        return 366;
    }
    return 1;
}

theme::Meaning meaningOf(BookingState state) {
    switch (state) {
    case BookingState::Held:
    case BookingState::Delivered:
        return theme::Meaning::Held;
    case BookingState::Installed:
        return theme::Meaning::Device;
    case BookingState::Leaving:
        return theme::Meaning::Leaving;
    }
    return theme::Meaning::Unknown;
}

/// Each state has a pattern of its own.
Qt::BrushStyle patternOf(BookingState state) {
    switch (state) {
    case BookingState::Held:
        return Qt::NoBrush;
    case BookingState::Delivered:
        return Qt::HorPattern;
    case BookingState::Installed:
        return Qt::SolidPattern;
    case BookingState::Leaving:
        return Qt::BDiagPattern;
    }
    return Qt::NoBrush;
}

/// An end points down, a lapse is an empty diamond, a decision a full circle; what comes points up, the end of an
/// agreement is a square.
void drawMark(QPainter &painter, CalendarMark::Kind kind, QPointF centre, const QColor &colour) {
    constexpr qreal half = 4.5;
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(kind == CalendarMark::HoldLapses ? QBrush(Qt::NoBrush) : QBrush(colour));
    const auto at = [&](qreal x, qreal y) { return centre + QPointF(x * half, y * half); };
    switch (kind) {
    case CalendarMark::HostingEnds:
        painter.drawPolygon(QPolygonF({at(-1, -0.8), at(1, -0.8), at(0, 1)}));
        break;
    case CalendarMark::HoldLapses:
        painter.drawPolygon(QPolygonF({at(0, -1), at(1, 0), at(0, 1), at(-1, 0)}));
        break;
    case CalendarMark::DecisionDue:
        painter.drawEllipse(centre, half * 0.85, half * 0.85);
        break;
    case CalendarMark::Delivery:
        painter.drawPolygon(QPolygonF({at(-1, 0.8), at(1, 0.8), at(0, -1)}));
        break;
    case CalendarMark::AgreementEnds:
        painter.drawRect(QRectF(at(-0.75, -0.75), at(0.75, 0.75)));
        break;
    }
}

/// The beginning of the month, or of the year, that a day is in.
QDate beginOfMonth(QDate date) {
    return {date.year(), date.month(), 1};
}

} // namespace

CalendarChart::CalendarChart(QWidget *parent) : QAbstractScrollArea(parent) {
    setAccessibleName(tr("Calendar of bookings"));
    setAccessibleDescription(
        tr("Arrow keys go from bar to bar, Enter opens, + and − zoom, Ctrl and the arrow keys move "
           "in time. The same bookings are in the list."));
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    setMinimumHeight(200);
}

void CalendarChart::show(SnapshotPtr snapshot, CalendarPtr calendar) {
    const bool first = !m_calendar;
    const bool otherRows = first || m_calendar->by != calendar->by;
    m_left += first ? 0 : m_calendar->span.from.number - calendar->span.from.number;
    m_snapshot = std::move(snapshot);
    m_calendar = std::move(calendar);
    if (otherRows) {
        verticalScrollBar()->setValue(0);
    }
    if (barOf(m_selected) == none) {
        m_selected = {};
    }
    layOut();
    if (first) {
        goTo(m_snapshot->today);
    }
    viewport()->update();
}

int CalendarChart::laneHeight() const {
    return fontMetrics().height() + 8;
}

int CalendarChart::axisHeight() const {
    return 2 * (fontMetrics().height() + 2) + static_cast<int>(markKinds.size()) * markHeight + 6;
}

int CalendarChart::chartWidth() const {
    return std::max(viewport()->width() - namesWidth, 1);
}

qreal CalendarChart::pixelsPerDay() const {
    return static_cast<qreal>(chartWidth()) / daysOf(m_zoom);
}

qreal CalendarChart::xOf(Day day) const {
    // What has no beginning or no end is drawn to the end of the span.
    const Period &span = m_calendar->span;
    return namesWidth + (std::clamp(day, span.from, span.until).number - span.from.number - m_left) * pixelsPerDay();
}

Day CalendarChart::dayAt(qreal x) const {
    return m_calendar->span.from.plus(static_cast<int>(std::floor(m_left + (x - namesWidth) / pixelsPerDay())));
}

int CalendarChart::yOf(std::size_t lane) const {
    return axisHeight() + static_cast<int>(lane) * laneHeight() - verticalScrollBar()->value();
}

QRectF CalendarChart::rectOf(std::size_t bar, std::size_t lane) const {
    const Period &during = m_calendar->bars[bar].during;
    const qreal left = xOf(during.from);
    return {left, yOf(lane) + 2.0, std::max(xOf(during.until) - left - 1, 3.0), laneHeight() - 4.0};
}

std::size_t CalendarChart::laneAt(int y) const {
    const int below = y - axisHeight() + verticalScrollBar()->value();
    const auto lane = static_cast<std::size_t>(std::max(below, 0) / laneHeight());
    return m_calendar && y >= axisHeight() && lane < m_calendar->laneCount() ? lane : none;
}

std::size_t CalendarChart::barAt(QPoint where) const {
    const std::size_t lane = where.x() < namesWidth ? none : laneAt(where.y());
    if (lane == none) {
        return none;
    }
    for (std::size_t bar = m_calendar->lanes[lane]; bar < m_calendar->lanes[lane + 1]; ++bar) {
        if (rectOf(bar, lane).contains(where)) {
            return bar;
        }
    }
    return none;
}

std::size_t CalendarChart::barOf(PlacementId first) const {
    if (first && m_calendar) {
        const auto &bars = m_calendar->bars;
        const auto at = std::ranges::find_if(
            bars, [&](const CalendarBar &bar) { return m_calendar->bookings[bar.first] == first; });
        if (at != bars.end()) {
            return static_cast<std::size_t>(at - bars.begin());
        }
    }
    return none;
}

QRect CalendarChart::barRect(PlacementId first) const {
    const std::size_t bar = barOf(first);
    return bar == none ? QRect() : rectOf(bar, m_calendar->laneOfBar(bar)).toRect();
}

Period CalendarChart::inSight() const {
    return m_calendar ? Period{dayAt(namesWidth), dayAt(namesWidth).plus(daysOf(m_zoom))} : Period{};
}

/// The scroll bars follow what there is; m_left says where we are in time, whatever the width.
void CalendarChart::layOut() {
    if (!m_calendar) {
        return;
    }
    const QScopedValueRollback layingOut(m_layingOut, true);
    const int days = m_calendar->span.until.number - m_calendar->span.from.number;
    const qreal scale = pixelsPerDay();
    auto *across = horizontalScrollBar();
    across->setPageStep(chartWidth());
    across->setSingleStep(std::max(chartWidth() / 12, 1));
    across->setRange(0, std::max(static_cast<int>(days * scale) - chartWidth(), 0));
    across->setValue(static_cast<int>(std::lround(m_left * scale)));
    m_left = std::clamp(m_left, 0.0, std::max<qreal>(days - daysOf(m_zoom), 0));
    auto *down = verticalScrollBar();
    const int height = std::max(viewport()->height() - axisHeight(), 1);
    down->setPageStep(height);
    down->setSingleStep(laneHeight());
    down->setRange(0, std::max(static_cast<int>(m_calendar->laneCount()) * laneHeight() - height, 0));
}

void CalendarChart::resizeEvent(QResizeEvent *event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void CalendarChart::scrollContentsBy(int, int) {
    if (!m_layingOut && m_calendar) {
        m_left = horizontalScrollBar()->value() / pixelsPerDay();
    }
    viewport()->update();
}

void CalendarChart::setZoom(Zoom zoom) {
    if (zoom == m_zoom) {
        return;
    }
    // A third of the width stays where it is; the chosen bar, if there is one.
    const std::size_t bar = barOf(m_selected);
    const qreal before = daysOf(m_zoom);
    m_zoom = zoom;
    m_left += (before - daysOf(m_zoom)) / 3;
    layOut();
    if (bar != none) {
        bringIntoSight(bar);
    }
    viewport()->update();
    Q_EMIT zoomChanged(zoom);
}

void CalendarChart::goTo(Day day) {
    if (m_calendar) {
        m_left = day.number - m_calendar->span.from.number - daysOf(m_zoom) / 6.0;
        layOut();
        viewport()->update();
    }
}

void CalendarChart::move(int thirds) {
    m_left += thirds * daysOf(m_zoom) / 3.0;
    layOut();
    viewport()->update();
}

void CalendarChart::select(PlacementId first) {
    if (first != m_selected) {
        selectBar(barOf(first));
    }
}

void CalendarChart::selectBar(std::size_t bar) {
    m_selected = bar == none ? PlacementId() : m_calendar->bookings[m_calendar->bars[bar].first];
    if (bar != none) {
        bringIntoSight(bar);
    }
    viewport()->update();
    if (m_selected) {
        Q_EMIT barSelected(m_selected);
    }
}

void CalendarChart::bringIntoSight(std::size_t bar) {
    const std::size_t lane = m_calendar->laneOfBar(bar);
    const int top = yOf(lane) - axisHeight();
    const int over = top + laneHeight() - verticalScrollBar()->pageStep();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (top < 0 ? top : std::max(over, 0)));
    const Period &during = m_calendar->bars[bar].during;
    if (!during.overlaps(inSight())) {
        goTo(during.from < inSight().from ? during.until.plus(-1) : during.from);
    }
}

/// The next or previous bar of the same lane.
void CalendarChart::selectBeside(int by) {
    const std::size_t bar = barOf(m_selected);
    if (bar == none) {
        return selectLane(1);
    }
    const std::size_t lane = m_calendar->laneOfBar(bar);
    const std::size_t next = bar + static_cast<std::size_t>(by);
    if (next >= m_calendar->lanes[lane] && next < m_calendar->lanes[lane + 1]) {
        selectBar(next);
    }
}

/// The bar of the next or previous lane that is nearest in time; lanes without one are passed over.
void CalendarChart::selectLane(int by) {
    if (!m_calendar || m_calendar->bars.empty()) {
        return;
    }
    const std::size_t from = barOf(m_selected);
    if (from == none) {
        return selectBar(0);
    }
    const auto middle = [this](std::size_t bar) {
        const QRectF rect = rectOf(bar, 0);
        return std::clamp<qreal>(rect.center().x(), std::max<qreal>(rect.left(), namesWidth),
                                 std::max<qreal>(rect.right(), namesWidth));
    };
    const qreal here = middle(from);
    std::size_t lane = m_calendar->laneOfBar(from) + static_cast<std::size_t>(by);
    for (; lane < m_calendar->laneCount(); lane += static_cast<std::size_t>(by)) {
        std::size_t best = none;
        for (std::size_t bar = m_calendar->lanes[lane]; bar < m_calendar->lanes[lane + 1]; ++bar) {
            if (best == none || std::abs(middle(bar) - here) < std::abs(middle(best) - here)) {
                best = bar;
            }
        }
        if (best != none) {
            return selectBar(best);
        }
    }
}

void CalendarChart::openSelected() {
    if (m_selected) {
        Q_EMIT barOpened(m_selected);
    }
}

void CalendarChart::keyPressEvent(QKeyEvent *event) {
    const bool inTime = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return inTime ? move(-1) : selectBeside(-1);
    case Qt::Key_Right:
        return inTime ? move(1) : selectBeside(1);
    case Qt::Key_Up:
        return selectLane(-1);
    case Qt::Key_Down:
        return selectLane(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openSelected();
    case Qt::Key_Plus:
        return setZoom(m_zoom == Zoom::Year ? Zoom::Quarter : Zoom::Month);
    case Qt::Key_Minus:
        return setZoom(m_zoom == Zoom::Month ? Zoom::Quarter : Zoom::Year);
    case Qt::Key_Home:
        return m_snapshot ? goTo(m_snapshot->today) : void();
    case Qt::Key_PageUp:
        return verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CalendarChart::wheelEvent(QWheelEvent *event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
    } else if (event->angleDelta().y() > 0) {
        setZoom(m_zoom == Zoom::Year ? Zoom::Quarter : Zoom::Month);
    } else if (event->angleDelta().y() < 0) {
        setZoom(m_zoom == Zoom::Month ? Zoom::Quarter : Zoom::Year);
    }
}

bool CalendarChart::isRowLink(QPoint where) const {
    const std::size_t lane = where.x() < namesWidth ? laneAt(where.y()) : none;
    return lane != none && m_calendar->by != CalendarBy::Tenant;
}

void CalendarChart::mousePressEvent(QMouseEvent *event) {
    const QPoint where = event->pos();
    if (event->button() != Qt::LeftButton || !m_calendar) {
        return;
    }
    if (isRowLink(where)) {
        Q_EMIT rowOpened(static_cast<int>(m_calendar->rowOfLane(laneAt(where.y()))));
    } else if (const std::size_t bar = barAt(where); bar != none) {
        selectBar(bar);
    }
}

void CalendarChart::mouseDoubleClickEvent(QMouseEvent *event) {
    if (m_calendar && event->button() == Qt::LeftButton && barAt(event->pos()) != none) {
        openSelected();
    }
}

void CalendarChart::mouseMoveEvent(QMouseEvent *event) {
    viewport()->setCursor(m_calendar && isRowLink(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QString CalendarChart::toolTipAt(QPoint where) const {
    if (!m_calendar) {
        return {};
    }
    if (const std::size_t bar = barAt(where); bar != none) {
        return barToolTip(*m_snapshot, *m_calendar, m_calendar->bars[bar]);
    }
    const int lines = axisHeight() - static_cast<int>(markKinds.size()) * markHeight - 3;
    if (where.x() < namesWidth || where.y() < lines || where.y() >= axisHeight()) {
        return {};
    }
    constexpr int most = 12;
    const auto kind =
        std::min<std::size_t>(static_cast<std::size_t>((where.y() - lines) / markHeight), markKinds.size() - 1);
    QStringList texts;
    for (const CalendarMark &mark : m_calendar->marks) {
        if (mark.kind == markKinds[kind] && m_calendar->span.contains(mark.day) &&
            std::abs(xOf(mark.day) - where.x()) <= markWidth / 2.0 + 1) {
            texts << tr("%1: %2").arg(Format().day(mark.day), markOf(*m_snapshot, mark));
        }
    }
    if (texts.isEmpty()) {
        return {};
    }
    const auto left = texts.size() - most;
    texts = texts.mid(0, most);
    texts.prepend(markText(markKinds[kind]));
    if (left > 0) {
        texts << tr("and %1 more").arg(Format().count(left));
    }
    return texts.join(u'\n');
}

bool CalendarChart::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const QString text = toolTipAt(help->pos()); !text.isEmpty()) {
            QToolTip::showText(help->globalPos(), text, viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CalendarChart::changeEvent(QEvent *event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        layOut();
        viewport()->update();
    }
}

// ---- painting

void CalendarChart::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    m_drawnBars = 0;
    if (!m_calendar) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintRows(painter);
    paintNames(painter);
    paintAxis(painter);
}

void CalendarChart::paintRows(QPainter &painter) {
    painter.save();
    painter.setClipRect(namesWidth, axisHeight(), chartWidth(), viewport()->height() - axisHeight());
    paintTicks(painter);
    const Period sight{inSight().from, inSight().until.plus(1)};
    const std::size_t last = laneAt(viewport()->height() - 1);
    std::vector<std::pair<std::size_t, std::size_t>> drawn; // bars with their lanes
    for (std::size_t lane = laneAt(axisHeight()); lane < m_calendar->laneCount() && (last == none || lane <= last);
         ++lane) {
        const CalendarRow &row = m_calendar->rows[m_calendar->rowOfLane(lane)];
        if (lane == row.firstLane) {
            painter.setPen(palette().color(row.heading ? QPalette::Mid : QPalette::Midlight));
            painter.drawLine(namesWidth, yOf(lane), viewport()->width(), yOf(lane));
        }
        // The bars of a lane stand one after the other.
        const auto bars = m_calendar->barsIn(lane);
        const auto first =
            std::ranges::upper_bound(bars, sight.from, {}, [](const CalendarBar &bar) { return bar.during.until; });
        for (auto bar = first; bar != bars.end() && bar->during.from < sight.until; ++bar) {
            drawn.emplace_back(m_calendar->lanes[lane] + static_cast<std::size_t>(bar - bars.begin()), lane);
            paintBar(painter, drawn.back().first, lane);
        }
    }
    paintToday(painter);
    for (const auto &[bar, lane] : drawn) {
        paintWords(painter, bar, lane);
    }
    m_drawnBars = static_cast<int>(drawn.size());
    painter.restore();
}

void CalendarChart::paintBar(QPainter &painter, std::size_t index, std::size_t lane) const {
    const CalendarBar &bar = m_calendar->bars[index];
    const QRectF sight(namesWidth - 4, 0, chartWidth() + 8, viewport()->height());
    const QRectF box = rectOf(index, lane) & sight;
    const QColor fill = theme::colour(meaningOf(bar.state), palette());
    const QColor frame = theme::colour(theme::Meaning::Frame, palette());
    const bool chosen = m_calendar->bookings[bar.first] == m_selected;
    painter.setPen(chosen ? QPen(palette().color(QPalette::Highlight), 3)
                          : QPen(frame, 1, bar.state == BookingState::Held ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QRectF side(box.left() + 2, box.top() + 2, std::min<qreal>(band, box.width() - 4), box.height() - 4);
    if (const Qt::BrushStyle pattern = patternOf(bar.state); pattern != Qt::NoBrush && side.width() > 0) {
        painter.fillRect(side, QBrush(frame, pattern));
    }
    if (bar.lapses) {
        const qreal x = xOf(bar.lapses->plus(1));
        painter.setPen(QPen(theme::colour(theme::Meaning::Trouble, palette()), 2, Qt::DotLine));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
}

/// They stay in sight while their bar begins far on the left, and stand over the line of today.
void CalendarChart::paintWords(QPainter &painter, std::size_t index, std::size_t lane) const {
    const CalendarBar &bar = m_calendar->bars[index];
    const QRectF sight(namesWidth - 4, 0, chartWidth() + 8, viewport()->height());
    const QRectF words = (rectOf(index, lane) & sight).adjusted(band + 6, 0, -5, 0);
    if (words.width() >= theme::leastLabelPixels) {
        QString text = barText(*m_snapshot, *m_calendar, bar);
        if (bar.state != BookingState::Installed) {
            text = tr("%1 · %2").arg(stateText(bar.state), text);
        }
        const QColor fill = theme::colour(meaningOf(bar.state), palette());
        const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(words.width()));
        QRectF ground = words.adjusted(-2, 2, 0, -2);
        ground.setWidth(std::min<qreal>(fontMetrics().horizontalAdvance(shown) + 4, ground.width()));
        painter.fillRect(ground, fill);
        painter.setPen(theme::textOn(fill));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
}

/// Where a row begins above what is in sight, its name stays at the top.
void CalendarChart::paintNames(QPainter &painter) const {
    painter.save();
    painter.setClipRect(0, axisHeight(), viewport()->width(), viewport()->height() - axisHeight());
    painter.fillRect(0, axisHeight(), namesWidth, viewport()->height(), palette().color(QPalette::Base));
    for (std::size_t lane = laneAt(axisHeight()); lane < m_calendar->laneCount() && yOf(lane) < viewport()->height();) {
        const CalendarRow &row = m_calendar->rows[m_calendar->rowOfLane(lane)];
        const int bottom = yOf(row.firstLane + row.lanes);
        const int top = std::max(yOf(row.firstLane), std::min(axisHeight(), bottom - laneHeight()));
        QFont font = this->font();
        if (row.heading) {
            painter.fillRect(0, top, viewport()->width(), laneHeight(), palette().color(QPalette::Window));
            font.setWeight(QFont::DemiBold);
        }
        painter.setFont(font);
        painter.setPen(palette().color(row.heading ? QPalette::Mid : QPalette::Midlight));
        painter.drawLine(0, yOf(row.firstLane), row.heading ? viewport()->width() : namesWidth, yOf(row.firstLane));
        painter.setPen(palette().color(QPalette::Text));
        const QRect box(8, top, (row.heading ? viewport()->width() : namesWidth) - 14, laneHeight());
        painter.drawText(
            box, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(rowText(*m_snapshot, *m_calendar, row), Qt::ElideRight, box.width()));
        lane = row.firstLane + row.lanes;
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(namesWidth, axisHeight(), namesWidth, viewport()->height());
    painter.restore();
}

void CalendarChart::paintAxis(QPainter &painter) const {
    painter.save();
    painter.fillRect(0, 0, viewport()->width(), axisHeight(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::Text));
    const int line = fontMetrics().height() + 2;
    const int marks = axisHeight() - static_cast<int>(markKinds.size()) * markHeight - 3;
    for (std::size_t i = 0; i < markKinds.size(); ++i) {
        const int top = marks + static_cast<int>(i) * markHeight;
        drawMark(painter, markKinds[i], {13, top + markHeight / 2.0}, theme::colour(theme::Meaning::Quiet, palette()));
        painter.setPen(theme::colour(theme::Meaning::Quiet, palette()));
        QFont small = font();
        small.setPixelSize(11);
        painter.setFont(small);
        painter.drawText(QRect(24, top, namesWidth - 28, markHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         markText(markKinds[i]));
        painter.setFont(font());
    }
    painter.setClipRect(namesWidth, 0, chartWidth(), axisHeight());
    const Period sight = inSight();
    const QLocale locale;
    const auto label = [&](QDate from, QDate until, const QString &text, int row) {
        const qreal left = std::max<qreal>(xOf(Day::fromDate(from)), namesWidth);
        const QRectF box(left + 4, row * line + 2, xOf(Day::fromDate(until)) - left - 6, line);
        painter.setPen(palette().color(QPalette::Text));
        if (box.width() >= fontMetrics().horizontalAdvance(text)) {
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        painter.setPen(palette().color(QPalette::Mid));
        const qreal x = xOf(Day::fromDate(from));
        painter.drawLine(QPointF(x, row * line + 4), QPointF(x, row == 0 ? line : marks - 2));
    };
    const QDate end = sight.until.plus(1).toDate();
    const bool years = m_zoom == Zoom::Year;
    QDate date = beginOfMonth(sight.from.toDate());
    for (QDate large = years ? QDate(date.year(), 1, 1) : date; large < end;) {
        const QDate next = years ? large.addYears(1) : large.addMonths(1);
        label(large, next, years ? QString::number(large.year()) : locale.toString(large, u"MMMM yyyy"_s), 0);
        large = next;
    }
    if (m_zoom == Zoom::Quarter) {
        date = sight.from.toDate();
        date = date.addDays(1 - date.dayOfWeek());
    } else if (m_zoom == Zoom::Month) {
        date = sight.from.toDate();
    }
    while (date < end) {
        const QDate next = years ? date.addMonths(1) : date.addDays(m_zoom == Zoom::Quarter ? 7 : 1);
        label(date, next,
              years                     ? locale.standaloneMonthName(date.month(), QLocale::ShortFormat)
              : m_zoom == Zoom::Quarter ? tr("wk %1").arg(date.weekNumber())
                                        : QString::number(date.day()),
              1);
        date = next;
    }
    paintMarks(painter);
    paintToday(painter);
    painter.setClipping(false);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, axisHeight() - 1, viewport()->width(), axisHeight() - 1);
    painter.restore();
}

/// Thin lines down, at each month, week or Monday.
void CalendarChart::paintTicks(QPainter &painter) const {
    const Period sight = inSight();
    painter.setPen(palette().color(QPalette::Midlight));
    for (Day day = sight.from; day <= sight.until; day = day.plus(1)) {
        const QDate date = day.toDate();
        if (m_zoom == Zoom::Year ? date.day() == 1 : date.dayOfWeek() == Qt::Monday) {
            painter.drawLine(QPointF(xOf(day), axisHeight()), QPointF(xOf(day), viewport()->height()));
        }
    }
}

/// Marks that would lie over each other are one.
void CalendarChart::paintMarks(QPainter &painter) const {
    const int top = axisHeight() - static_cast<int>(markKinds.size()) * markHeight - 3;
    const Period sight{inSight().from.plus(-1), inSight().until.plus(1)};
    const auto &marks = m_calendar->marks;
    const QColor colour = palette().color(QPalette::Text);
    std::array<qreal, markKinds.size()> last;
    last.fill(-markWidth);
    auto mark = std::ranges::lower_bound(marks, sight.from, {}, &CalendarMark::day);
    for (; mark != marks.end() && mark->day < sight.until; ++mark) {
        const auto kind = static_cast<std::size_t>(mark->kind);
        const qreal x = xOf(mark->day);
        if (x - last[kind] >= markWidth / 2.0) {
            drawMark(painter, mark->kind, {x, top + (static_cast<qreal>(kind) + 0.5) * markHeight}, colour);
            last[kind] = x;
        }
    }
}

void CalendarChart::paintToday(QPainter &painter) const {
    if (!m_calendar->span.contains(m_snapshot->today)) {
        return;
    }
    const qreal x = xOf(m_snapshot->today);
    painter.setPen(QPen(theme::colour(theme::Meaning::Trouble, palette()), 2));
    painter.drawLine(QPointF(x, fontMetrics().height() + 4), QPointF(x, viewport()->height()));
}

} // namespace polder
