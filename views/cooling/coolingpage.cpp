#include "coolingpage.h"

#include "coolingrows.h"
#include "model/items/powermodel.h"
#include "views/parts/chaindiagram.h"
#include "views/parts/flowlayout.h"
#include "views/parts/legend.h"
#include "views/parts/outagepanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>
#include <QSplitter>
#include <QtConcurrentRun>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

CoolingPage::CoolingPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_estates(estates)
    , m_site(new QComboBox)
    , m_fail(new QPushButton(tr("&Let it fail")))
    , m_well(new QPushButton(tr("&All well again")))
    , m_openRoom(new QPushButton(tr("Show the roo&m")))
    , m_openFeed(new QPushButton(tr("Show its f&eed")))
    , m_diagram(new ChainDiagram(tr("Zones and their units")))
    , m_rows(new CoolingModel(this))
    , m_list(new SearchTable(m_rows, tr("Cooling zones and units")))
    , m_outage(new OutagePanel(live, estates, navigator,
                               tr("Choose a unit and let it fail: what its zone still carries away."))) {
    m_fail->setObjectName(u"fail"_s);
    m_well->setObjectName(u"well"_s);
    m_openRoom->setObjectName(u"openRoom"_s);
    m_openFeed->setObjectName(u"openFeed"_s);
    m_list->setObjectName(u"zones"_s);
    m_list->setEmptyText(tr("No cooling is on record for this data centre."));
    auto *head = new FlowLayout;
    head->addWidget(theme::labelled(tr("&Data centre"), m_site, tr("Data centre")));
    for (QWidget *piece :
         {static_cast<QWidget *>(m_openRoom), static_cast<QWidget *>(m_openFeed), m_outage->fromField(),
          m_outage->untilField(), static_cast<QWidget *>(m_fail), static_cast<QWidget *>(m_well)}) {
        head->addWidget(piece);
    }

    auto *lists = new QSplitter;
    lists->addWidget(m_list);
    lists->addWidget(m_outage);
    lists->setSizes({640, 480});
    lists->setChildrenCollapsible(false);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_diagram);
    splitter->addWidget(lists);
    splitter->setSizes({380, 340});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Cooling")));
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    layout->addWidget(new Legend({{theme::Meaning::Plenty, tr("below 70 % of its limit")},
                                  {theme::Meaning::Tight, tr("70 – 90 %")},
                                  {theme::Meaning::Full, tr("above 90 %")},
                                  {theme::Meaning::Unknown, tr("limit unknown"), Qt::BDiagPattern},
                                  {theme::Meaning::Trouble, tr("off, or touched by it"), Qt::BDiagPattern}}));
    setFocusStart(m_diagram);

    connect(m_site, &QComboBox::currentIndexChanged, this, [this] { fail({}); });
    connect(m_fail, &QPushButton::clicked, this, &CoolingPage::failChosen);
    connect(m_well, &QPushButton::clicked, this, [this] { fail({}); });
    connect(m_openRoom, &QPushButton::clicked, this, [this, &navigator] {
        if (const CoolingRow *row = chosen(); row && row->room) {
            navigator.open(row->room);
        }
    });
    connect(m_openFeed, &QPushButton::clicked, this, [this, &navigator] {
        if (const CoolingRow *row = chosen(); row && row->feed) {
            navigator.open(row->feed);
        }
    });
    connect(m_diagram, &ChainDiagram::chosen, m_list, &SearchTable::choose);
    connect(m_diagram, &ChainDiagram::opened, this, &CoolingPage::failChosen);
    connect(m_list, &SearchTable::chosenChanged, this, [this](qint64 key) {
        m_diagram->select(key);
        showChosen();
    });
    connect(m_list, &SearchTable::opened, this, &CoolingPage::failChosen);
    connect(m_outage, &OutagePanel::windowChanged, this, &CoolingPage::outdate);
    connect(&live, &Live::snapshotChanged, this, &CoolingPage::fillSites);
    connect(&estates, &EstateWatch::estateChanged, this, &CoolingPage::outdate);
    m_well->setEnabled(false);
    showChosen();
    fillSites(live.snapshot());
}

void CoolingPage::fillSites(const SnapshotPtr &snapshot) {
    const QSignalBlocker quiet(m_site);
    const int chosen = m_site->currentData().toInt();
    m_site->clear();
    for (const Site &site : snapshot->sites) {
        m_site->addItem(site.name.isEmpty() ? site.code : site.name, site.id.value);
    }
    m_site->setCurrentIndex(std::max(m_site->findData(chosen), 0));
}

void CoolingPage::fail(CoolingUnitId unit) {
    m_failing = unit;
    outdate();
}

void CoolingPage::show(CoolingUnitId id) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const CoolingUnit *unit = snapshot->coolingUnits.find(id);
    const Room *room = unit ? snapshot->rooms.find(unit->room) : nullptr;
    if (!room) {
        return;
    }
    m_site->setCurrentIndex(std::max(m_site->findData(room->site.value), 0));
    m_wanted = id;
    outdate();
}

const CoolingRow *CoolingPage::chosen() const {
    const int row = m_rows->rowOf(m_list->chosen());
    return row < 0 ? nullptr : &m_rows->row(row);
}

/// A zone does not fail: its units do.
void CoolingPage::failChosen() {
    if (const CoolingRow *row = chosen(); row && row->unit) {
        fail(row->unit);
    }
}

void CoolingPage::showChosen() {
    const CoolingRow *row = chosen();
    m_fail->setEnabled(row && row->unit);
    m_openRoom->setEnabled(row && row->room);
    m_openFeed->setEnabled(row && row->feed);
}

CoolingPage::Ready CoolingPage::prepare(const EstatePtr &estate, SiteId site, CoolingUnitId failing, Period window) {
    const Day today = estate->snapshot().today;
    Ready ready{estate, coolingZonesOf(*estate, site, today), {}, {}};
    if (estate->snapshot().coolingUnits.find(failing)) {
        ready.failing.units = {failing};
        ready.failure = FailureSimulator(*estate, window).fail(ready.failing);
    }
    return ready;
}

void CoolingPage::fill() {
    const EstatePtr estate = m_estates.estate();
    if (!estate) {
        return;
    }
    const SiteId site{m_site->currentData().toInt()};
    whenDone(QtConcurrent::run(&CoolingPage::prepare, estate, site, m_failing, m_outage->window()), this,
             [this, asked = ++m_asked](const Ready &ready) {
                 if (asked == m_asked) {
                     showReady(ready);
                 }
             });
}

void CoolingPage::showReady(const Ready &ready) {
    const bool fails = !ready.failing.units.empty();
    auto rows =
        coolingRows(*ready.estate, ready.zones, fails ? &ready.failing : nullptr, fails ? &ready.failure : nullptr);
    m_diagram->show(coolingBoxes(rows));
    m_rows->replaceRows(std::move(rows));
    m_outage->show(ready.estate, fails ? &ready.failing : nullptr, fails ? &ready.failure : nullptr);
    const auto wanted = std::ranges::find(m_rows->rows(), m_wanted, &CoolingRow::unit);
    if (m_wanted && wanted != m_rows->rows().end()) {
        m_wanted = {};
        const qint64 key = wanted->key();
        m_diagram->select(key);
        m_list->choose(key);
    } else if (m_diagram->selected() == 0 && !m_rows->rows().empty()) {
        m_diagram->select(m_rows->row(0).key());
    }
    m_well->setEnabled(fails);
    showChosen();
}

} // namespace polder
