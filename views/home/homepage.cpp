#include "homepage.h"

#include "firststeps.h"
#include "homerows.h"
#include "model/core/format.h"
#include "sharebar.h"
#include "views/parts/givenback.h"
#include "views/parts/legend.h"
#include "views/parts/noticewatch.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// A part of the page: its heading, what it shows, and a line below it.
QWidget *part(const QString &heading, SearchTable *table, QWidget *below = nullptr) {
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, theme::gap);
    layout->addWidget(theme::heading(heading));
    layout->addWidget(table, 1);
    if (below) {
        layout->addWidget(below);
    }
    return part;
}

} // namespace

HomePage::HomePage(Live &live, EstateWatch &estates, NoticeWatch &notices, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_estates(estates)
    , m_notices(&notices)
    , m_navigator(navigator)
    , m_greeting(theme::quiet())
    , m_concerns(new ConcernModel(this))
    , m_concernList(new SearchTable(m_concerns, tr("What waits for me"), SearchTable::Search::None))
    , m_told(new NoticeModel(this))
    , m_toldList(new SearchTable(m_told, tr("What others did"), SearchTable::Search::None))
    , m_uses(new UseModel(this))
    , m_useList(new SearchTable(m_uses, tr("How full it is"), SearchTable::Search::None))
    , m_limits(new LimitModel(this))
    , m_limitList(new SearchTable(m_limits, tr("What is going to be full"), SearchTable::Search::None))
    , m_first(nullptr)
    , m_parts(new QSplitter) {
    m_greeting->setObjectName(u"greeting"_s);
    m_concernList->setObjectName(u"concerns"_s);
    m_toldList->setObjectName(u"notices"_s);
    m_toldList->setEmptyText(tr("Nothing happened that concerns you."));
    m_useList->setObjectName(u"uses"_s);
    m_limitList->setObjectName(u"limits"_s);
    m_concernList->setEmptyText(tr("Nothing waits for you."));
    m_useList->setEmptyText(tr("Reckoning …"));
    m_limitList->setEmptyText(tr("Reckoning …"));
    m_useList->view()->setItemDelegateForColumn(UseModel::shareColumn, new ShareBar(m_useList->model(), *m_uses, this));

    auto *below = new QSplitter;
    below->addWidget(part(tr("How full it is today"), m_useList,
                          new Legend({{theme::Meaning::Device, tr("used")},
                                      {theme::Meaning::Held, tr("held")},
                                      {theme::Meaning::Blocked, tr("blocked")},
                                      {theme::Meaning::Frame, tr("stranded"), Qt::BDiagPattern},
                                      {theme::Meaning::Empty, tr("free")}})));
    below->addWidget(part(tr("What is going to be full within three years"), m_limitList));
    below->setSizes({620, 460});
    below->setChildrenCollapsible(false);
    m_parts->setOrientation(Qt::Vertical);
    auto *above = new QSplitter;
    above->addWidget(part(tr("What waits for me"), m_concernList));
    above->addWidget(part(tr("What others did that concerns me"), m_toldList));
    above->setSizes({620, 460});
    above->setChildrenCollapsible(false);
    m_parts->addWidget(above);
    m_parts->addWidget(below);
    m_parts->setSizes({280, 440});
    m_parts->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Home")));
    layout->addWidget(m_greeting);
    layout->addWidget(m_parts, 1);
    setFocusStart(m_concernList);

    connect(m_concernList, &SearchTable::opened, this, &HomePage::openConcern);
    connect(m_toldList, &SearchTable::opened, this, &HomePage::openNotice);
    connect(&notices, &NoticeWatch::changed, this, [this] { m_told->replaceRows(m_notices->rows()); });
    connect(m_useList, &SearchTable::opened, this, [this](qint64 key) {
        const int row = m_uses->rowOf(key);
        for (const Room &room : m_live.snapshot()->rooms) {
            if (row >= 0 && room.site == m_uses->row(row).site) {
                return m_navigator.open(room.id);
            }
        }
    });
    connect(&live, &Live::snapshotChanged, this, &HomePage::outdate);
    connect(&estates, &EstateWatch::estateChanged, this, &HomePage::prepareNewest);
    m_told->replaceRows(notices.rows());
}

HomePage::~HomePage() {
    m_stop.request_stop(); // nobody looks any more
}

void HomePage::fill() {
    const SnapshotPtr snapshot = m_live.snapshot();
    auto rows = concernRows(*snapshot);
    const auto late = std::ranges::count(rows, true, &ConcernRow::late);
    const QString day = snapshot->generation == 0 ? QString() : Format().day(snapshot->today);
    m_greeting->setText(late > 0 ? tr("%1 · late: %2").arg(day).arg(late) : day);
    m_concerns->replaceRows(std::move(rows));
    showFirstSteps(*snapshot);
    prepareNewest();
}

/// Until something stands in a rack there is nothing else to show.
void HomePage::showFirstSteps(const Snapshot &snapshot) {
    const bool empty = snapshot.generation > 0 && FirstSteps::stepOf(snapshot) != FirstSteps::Step::Done;
    if (empty && !m_first) { // nine forms that hardly anybody sees
        m_first = new FirstSteps(m_live, m_navigator);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_parts), m_first, 1);
        connect(m_first, &FirstSteps::founded, this, &HomePage::founded);
    }
    if (empty) {
        m_first->show(snapshot);
    }
    if (m_first) {
        m_first->setVisible(empty);
    }
    m_parts->setVisible(!empty);
}

/// Whoever goes on to another page has seen them.
void HomePage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    if (m_notices) {
        m_notices->markSeen();
    }
}

HomePage::Ready HomePage::prepare(const EstatePtr &estate, const std::stop_token &stop) {
    Ready ready{estate, estateCapacityOn(*estate, estate->snapshot().today, stop), forecast(*estate, {}, stop)};
    giveBackMemory();
    return ready;
}

/// It takes longer than the other figures: only while somebody looks, one after the other.
void HomePage::prepareNewest() {
    const EstatePtr estate = m_estates.estate();
    if (!estate || estate == m_shown.lock() || m_preparing || !isVisible()) {
        return;
    }
    m_preparing = true;
    m_stop = {};
    whenDone(QtConcurrent::run(&HomePage::prepare, estate, m_stop.get_token()), this, [this](const Ready &ready) {
        m_preparing = false;
        showReady(ready);
        prepareNewest();
    });
}

void HomePage::showReady(const Ready &ready) {
    m_shown = ready.estate;
    m_limitList->setEmptyText(tr("Nothing, as far as one can see."));
    m_useList->setEmptyText(tr("There is no rack yet."));
    m_uses->replaceRows(useRows(*ready.estate, ready.capacity));
    m_limits->replaceRows(limitRows(*ready.estate, ready.forecasts));
}

void HomePage::openNotice(qint64 key) {
    const int index = m_told->rowOf(key);
    if (index < 0) {
        return;
    }
    const NoticeRow &row = m_told->row(index);
    if (row.request) {
        m_navigator.open(row.request);
    } else if (row.equipment) {
        m_navigator.open(row.equipment);
    }
}

void HomePage::openConcern(qint64 key) {
    const int index = m_concerns->rowOf(key);
    if (index < 0) {
        return;
    }
    const ConcernRow &row = m_concerns->row(index);
    if (row.request) {
        m_navigator.open(row.request);
    } else if (row.equipment) {
        m_navigator.open(row.equipment);
    } else if (row.rack) {
        m_navigator.open(row.rack);
    }
}

} // namespace polder
