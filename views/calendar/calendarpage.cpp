#include "calendarpage.h"

#include "calendarrows.h"
#include "views/parts/legend.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QToolButton *stepButton(const QString &sign, const QString &name) {
    auto *button = new QToolButton;
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

/// A list with its heading, and what stands in one line with that.
QWidget *part(const QString &heading, SearchTable *table, const QList<QPushButton *> &buttons = {}) {
    auto *part = new QWidget;
    auto *head = new QHBoxLayout;
    head->addWidget(theme::heading(heading));
    head->addStretch();
    for (auto *button : buttons) {
        head->addWidget(button);
    }
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(table, 1);
    return part;
}

} // namespace

CalendarPage::CalendarPage(Live &live, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_by(new QComboBox)
    , m_chart(new CalendarChart)
    , m_bookings(new BookingModel(this))
    , m_list(new SearchTable(m_bookings, tr("Bookings")))
    , m_due(new DueModel(this))
    , m_dueList(new SearchTable(m_due, tr("Days to come"), SearchTable::Search::None))
    , m_openEquipment(new QPushButton(tr("&Equipment")))
    , m_openRack(new QPushButton(tr("&Rack")))
    , m_openRequest(new QPushButton(tr("Re&quest"))) {
    m_by->addItem(tr("racks"), static_cast<int>(CalendarBy::Rack));
    m_by->addItem(tr("rooms"), static_cast<int>(CalendarBy::Room));
    m_by->addItem(tr("tenants"), static_cast<int>(CalendarBy::Tenant));
    m_by->addItem(tr("equipment"), static_cast<int>(CalendarBy::Equipment));
    m_by->setObjectName(u"by"_s);
    m_by->setAccessibleName(tr("Rows of the calendar"));
    m_chart->setObjectName(u"chart"_s);
    m_list->setObjectName(u"bookings"_s);
    m_dueList->setObjectName(u"due"_s);
    m_openEquipment->setObjectName(u"openEquipment"_s);
    m_openEquipment->setAccessibleName(tr("Show the equipment"));
    m_openRack->setObjectName(u"openRack"_s);
    m_openRack->setAccessibleName(tr("Show the rack"));
    m_openRequest->setObjectName(u"openRequest"_s);
    m_openRequest->setAccessibleName(tr("Open the request"));
    m_list->setEmptyText(tr("Reckoning …"));
    m_dueList->setEmptyText(tr("Reckoning …"));

    auto *byLabel = new QLabel(tr("Ro&ws"));
    byLabel->setBuddy(m_by);
    auto *back = stepButton(tr("◀"), tr("Back in time (Ctrl+Left)"));
    auto *today = stepButton(tr("Today"), tr("To today (Home)"));
    today->setObjectName(u"today"_s);
    auto *forward = stepButton(tr("▶"), tr("Forward in time (Ctrl+Right)"));
    forward->setObjectName(u"forward"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(theme::title(tr("Calendar")));
    head->addStretch();
    head->addWidget(byLabel);
    head->addWidget(m_by);
    head->addSpacing(theme::margin);
    for (const auto &[zoom, text, name] : {std::tuple(CalendarChart::Zoom::Month, tr("&Month"), u"month"_s),
                                           std::tuple(CalendarChart::Zoom::Quarter, tr("Q&uarter"), u"quarter"_s),
                                           std::tuple(CalendarChart::Zoom::Year, tr("&Year"), u"year"_s)}) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setChecked(zoom == m_chart->zoom());
        connect(button, &QPushButton::clicked, m_chart, [this, zoom = zoom] {
            m_chart->setZoom(zoom);
            showZoom();
        });
        m_zooms << button;
        head->addWidget(button);
    }
    head->addSpacing(theme::margin);
    for (auto *button : {back, today, forward}) {
        head->addWidget(button);
    }

    auto *lists = new QSplitter;
    lists->setHandleWidth(2 * theme::gap);
    lists->addWidget(part(tr("Bookings"), m_list, {m_openEquipment, m_openRack, m_openRequest}));
    lists->addWidget(part(tr("Days to come"), m_dueList));
    lists->setSizes({700, 400});
    lists->setChildrenCollapsible(false);
    auto *drawing = new QWidget;
    auto *column = new QVBoxLayout(drawing);
    column->setContentsMargins({});
    column->addWidget(m_chart, 1);
    column->addWidget(
        new Legend({{theme::Meaning::Held, tr("held, until the dotted line"), Qt::SolidPattern, Qt::DashLine},
                    {theme::Meaning::Frame, tr("delivered"), Qt::HorPattern},
                    {theme::Meaning::Device, tr("installed")},
                    {theme::Meaning::Frame, tr("decommissioning"), Qt::BDiagPattern},
                    {theme::Meaning::Trouble, tr("today")}}));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(drawing);
    splitter->addWidget(lists);
    splitter->setSizes({480, 280});
    splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    setFocusStart(m_chart);

    connect(m_by, &QComboBox::currentIndexChanged, this, &CalendarPage::outdate);
    connect(m_chart, &CalendarChart::zoomChanged, this, &CalendarPage::showZoom);
    connect(back, &QToolButton::clicked, m_chart, [this] { m_chart->move(-1); });
    connect(forward, &QToolButton::clicked, m_chart, [this] { m_chart->move(1); });
    connect(today, &QToolButton::clicked, this, [this] { m_chart->goTo(m_live.snapshot()->today); });
    connect(m_chart, &CalendarChart::barSelected, this, [this](PlacementId first) { m_list->choose(first.value); });
    connect(m_chart, &CalendarChart::barOpened, this, [this](PlacementId first) { openBooking(first.value); });
    connect(m_chart, &CalendarChart::rowOpened, this, &CalendarPage::openRow);
    connect(m_list, &SearchTable::chosenChanged, this, [this](qint64 key) {
        m_chart->select(PlacementId{static_cast<int>(key)});
        showChosen();
    });
    connect(m_list, &SearchTable::opened, this, &CalendarPage::openBooking);
    connect(m_dueList, &SearchTable::chosenChanged, this, [this](qint64 key) {
        if (const int row = m_due->rowOf(key); row >= 0) {
            m_chart->goTo(m_due->row(row).day);
        }
    });
    connect(m_dueList, &SearchTable::opened, this, [this](qint64 key) {
        const int index = m_due->rowOf(key);
        if (index < 0) {
            return;
        }
        const DueRow &row = m_due->row(index);
        if (row.request) {
            m_navigator.open(row.request);
        } else if (row.equipment) {
            m_navigator.open(row.equipment);
        } else if (row.rack) {
            m_navigator.open(row.rack);
        } else if (row.room) {
            m_navigator.open(row.room);
        }
    });
    connect(m_openEquipment, &QPushButton::clicked, this, [this] {
        if (const BookingRow *row = chosen(); row && row->equipment) {
            m_navigator.open(row->equipment);
        }
    });
    connect(m_openRack, &QPushButton::clicked, this, [this] {
        if (const BookingRow *row = chosen(); row && row->rack) {
            m_navigator.open(row->rack);
        }
    });
    connect(m_openRequest, &QPushButton::clicked, this, [this] {
        if (const BookingRow *row = chosen(); row && row->request) {
            m_navigator.open(row->request);
        }
    });
    connect(&live, &Live::snapshotChanged, this, &CalendarPage::outdate);
    showChosen();
}

CalendarBy CalendarPage::by() const {
    return static_cast<CalendarBy>(m_by->currentData().toInt());
}

std::shared_ptr<CalendarPage::Ready> CalendarPage::prepare(const SnapshotPtr &snapshot, CalendarBy by) {
    auto calendar = std::make_shared<const Calendar>(calendarOf(*snapshot, by));
    auto bookings = bookingRows(*snapshot, *calendar);
    auto due = dueRows(*snapshot, *calendar);
    return std::make_shared<Ready>(snapshot, std::move(calendar), std::move(bookings), std::move(due));
}

void CalendarPage::fill() {
    whenDone(QtConcurrent::run(&CalendarPage::prepare, m_live.snapshot(), by()), this,
             [this, asked = ++m_asked](const std::shared_ptr<Ready> &ready) {
                 if (asked == m_asked) {
                     showReady(std::move(*ready)); // a hundred thousand rows are not copied
                 }
             });
}

void CalendarPage::showReady(Ready ready) {
    m_shown = ready.snapshot;
    m_calendar = ready.calendar;
    m_list->setEmptyText(tr("There is no booking that you may see by name."));
    m_dueList->setEmptyText(tr("No end, lapse or decision is to come."));
    const auto chosen = m_list->chosen();
    m_chart->show(ready.snapshot, ready.calendar);
    m_bookings->replaceRows(std::move(ready.bookings));
    m_due->replaceRows(std::move(ready.due));
    if (chosen != 0) {
        m_list->choose(chosen);
    }
    showChosen();
}

/// The one that is pressed already stays so.
void CalendarPage::showZoom() {
    for (int i = 0; i < m_zooms.size(); ++i) {
        m_zooms[i]->setChecked(i == static_cast<int>(m_chart->zoom()));
    }
}

const BookingRow *CalendarPage::chosen() const {
    const int row = m_bookings->rowOf(m_list->chosen());
    return row < 0 ? nullptr : &m_bookings->row(row);
}

void CalendarPage::showChosen() {
    const BookingRow *row = chosen();
    m_openEquipment->setEnabled(row && row->equipment);
    m_openRack->setEnabled(row && row->rack);
    m_openRequest->setEnabled(row && row->request);
}

/// The one device, what all of them have, or the first of them.
void CalendarPage::openBooking(qint64 key) {
    const int index = m_bookings->rowOf(key);
    if (index < 0) {
        return;
    }
    const BookingRow &row = m_bookings->row(index);
    const Placement *first = m_shown->placements.find(row.first);
    if (row.equipment) {
        m_navigator.open(row.equipment);
    } else if (row.rack) {
        m_navigator.open(row.rack);
    } else if (row.request) {
        m_navigator.open(row.request);
    } else if (first) {
        m_navigator.open(first->equipment);
    }
}

void CalendarPage::openRow(int index) {
    const CalendarRow &row = m_calendar->rows[static_cast<std::size_t>(index)];
    if (row.equipment) {
        m_navigator.open(row.equipment);
    } else if (row.rack) {
        m_navigator.open(row.rack);
    } else if (row.room) {
        m_navigator.open(row.room);
    }
}

} // namespace polder
