#pragma once

#include "model/items/calendarmodel.h"
#include "views/calendar/calendarchart.h"
#include "views/parts/navigator.h"
#include "views/parts/page.h"

#include "model/live/live.h"

#include <memory>

class QComboBox;
class QPushButton;

namespace polder {

class SearchTable;

/// Bookings over time, by rack, tenant or equipment, and what has its day: ends of hosting, holds that lapse, decisions
/// that are owed.
class CalendarPage : public Page {
    Q_OBJECT

public:
    CalendarPage(Live &live, Navigator &navigator, QWidget *parent = nullptr);

protected:
    void fill() override;

private:
    struct Ready {
        SnapshotPtr snapshot;
        CalendarPtr calendar;
        std::vector<BookingRow> bookings;
        std::vector<DueRow> due;
    };
    [[nodiscard]] static std::shared_ptr<Ready> prepare(const SnapshotPtr &snapshot, CalendarBy by);
    [[nodiscard]] CalendarBy by() const;
    void showReady(Ready ready);
    void showZoom();
    void showChosen();
    [[nodiscard]] const BookingRow *chosen() const;
    void openBooking(qint64 key);
    void openRow(int row);

    Live &m_live;
    Navigator &m_navigator;
    QComboBox *m_by;
    QList<QPushButton *> m_zooms; ///< in the order of Zoom; no group, in which Tab comes to one of them alone
    CalendarChart *m_chart;
    BookingModel *m_bookings;
    SearchTable *m_list;
    DueModel *m_due;
    SearchTable *m_dueList;
    QPushButton *m_openEquipment;
    QPushButton *m_openRack;
    QPushButton *m_openRequest;
    SnapshotPtr m_shown; ///< what is drawn
    CalendarPtr m_calendar;
    int m_asked = 0; ///< an answer to an older question is thrown away
};

} // namespace polder
