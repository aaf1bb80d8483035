#include "powerpage.h"

#include "powerrows.h"
#include "views/parts/chaindiagram.h"
#include "views/parts/flowlayout.h"
#include "views/parts/legend.h"
#include "views/parts/outagepanel.h"
#include "views/parts/paperspanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

PowerPage::PowerPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_estates(estates)
    , m_site(new QComboBox)
    , m_fail(new QPushButton(tr("&Let it fail")))
    , m_well(new QPushButton(tr("&All well again")))
    , m_papers(new QPushButton(tr("Doc&uments …")))
    , m_line(new ChainDiagram(tr("One-line diagram")))
    , m_nodes(new PowerModel(this))
    , m_list(new SearchTable(m_nodes, tr("Nodes of the power chain")))
    , m_outage(
          new OutagePanel(live, estates, navigator,
                          tr("Choose a node and let it fail: what stops, what loses a path, what gets too much."))) {
    auto *siteLabel = new QLabel(tr("&Data centre"));
    siteLabel->setBuddy(m_site);
    m_site->setAccessibleName(tr("Data centre"));
    m_fail->setObjectName(u"fail"_s);
    m_well->setObjectName(u"well"_s);
    m_papers->setObjectName(u"papers"_s);
    m_list->setObjectName(u"nodes"_s);
    auto *head = new FlowLayout;
    head->addWidget(siteLabel);
    head->addWidget(m_site);
    head->addWidget(m_papers);
    head->addWidget(m_outage->fromField());
    head->addWidget(m_outage->untilField());
    head->addWidget(m_fail);
    head->addWidget(m_well);

    auto *lists = new QSplitter;
    lists->addWidget(m_list);
    lists->addWidget(m_outage);
    lists->setSizes({560, 560});
    lists->setChildrenCollapsible(false);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_line);
    splitter->addWidget(lists);
    splitter->setSizes({420, 300});
    splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Power")));
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    layout->addWidget(new Legend({{theme::Meaning::Plenty, tr("below 70 % of its limit")},
                                  {theme::Meaning::Tight, tr("70 – 90 %")},
                                  {theme::Meaning::Full, tr("above 90 %")},
                                  {theme::Meaning::Unknown, tr("limit unknown"), Qt::BDiagPattern},
                                  {theme::Meaning::Trouble, tr("off, or gets too much"), Qt::BDiagPattern}}));
    setFocusStart(m_line);

    connect(m_site, &QComboBox::currentIndexChanged, this, [this] { fail({}); });
    connect(m_fail, &QPushButton::clicked, this, [this] { fail(selected()); });
    connect(m_well, &QPushButton::clicked, this, [this] { fail({}); });
    connect(m_line, &ChainDiagram::opened, this, [this](qint64 key) { fail({static_cast<int>(key)}); });
    connect(m_line, &ChainDiagram::chosen, this, [this](qint64 key) {
        m_list->choose(key);
        m_fail->setEnabled(true);
        m_papers->setEnabled(true);
    });
    connect(m_papers, &QPushButton::clicked, this, [this, &live] {
        if (const Node *node = live.snapshot()->nodes.find(selected())) {
            showPapers(live, u"node"_s, node->id.value, node->name, this);
        }
    });
    connect(m_list, &SearchTable::chosenChanged, m_line, &ChainDiagram::select);
    connect(m_list, &SearchTable::opened, this, [this](qint64 key) { fail({static_cast<int>(key)}); });
    connect(m_outage, &OutagePanel::windowChanged, this, &PowerPage::outdate);
    connect(&live, &Live::snapshotChanged, this, &PowerPage::fillSites);
    connect(&estates, &EstateWatch::estateChanged, this, &PowerPage::outdate);
    m_fail->setEnabled(false);
    m_papers->setEnabled(false);
    m_well->setEnabled(false);
    if (live.snapshot()) {
        fillSites(live.snapshot());
    }
}

void PowerPage::fillSites(const SnapshotPtr &snapshot) {
    const QSignalBlocker quiet(m_site);
    const int chosen = m_site->currentData().toInt();
    m_site->clear();
    for (const Site &site : snapshot->sites) {
        m_site->addItem(site.name.isEmpty() ? site.code : site.name, site.id.value);
    }
    m_site->setCurrentIndex(std::max(m_site->findData(chosen), 0));
}

void PowerPage::show(NodeId node) {
    const Estate *estate = m_estates.estate().get();
    const int index = estate ? estate->indexOf(node) : -1;
    if (index >= 0) {
        m_site->setCurrentIndex(m_site->findData(estate->node(index).site.value));
    }
    m_wanted = node;
    outdate();
}

NodeId PowerPage::selected() const {
    return {static_cast<int>(m_line->selected())};
}

void PowerPage::fail(NodeId node) {
    m_failing = node;
    outdate();
}

PowerPage::Ready PowerPage::prepare(const EstatePtr &estate, SiteId site, NodeId failing, Period window) {
    const Day today = estate->snapshot().today;
    Ready ready{estate, powerChainOf(*estate, site, today), {}, {}};
    if (const int node = estate->indexOf(failing); failing && node >= 0) {
        ready.failing.nodes = {node};
        ready.failure = FailureSimulator(*estate, window).fail(ready.failing);
    }
    return ready;
}

void PowerPage::fill() {
    const EstatePtr estate = m_estates.estate();
    if (!estate) {
        return;
    }
    const SiteId site{m_site->currentData().toInt()};
    whenDone(QtConcurrent::run(&PowerPage::prepare, estate, site, m_failing, m_outage->window()), this,
             [this, asked = ++m_asked](const Ready &ready) {
                 if (asked == m_asked) {
                     showReady(ready);
                 }
             });
}

void PowerPage::showReady(const Ready &ready) {
    const bool fails = !ready.failing.nodes.empty();
    auto rows =
        powerRows(*ready.estate, ready.chain, fails ? &ready.failing : nullptr, fails ? &ready.failure : nullptr);
    m_line->show(chainBoxes(rows));
    m_nodes->replaceRows(std::move(rows));
    m_outage->show(ready.estate, fails ? &ready.failing : nullptr, fails ? &ready.failure : nullptr);
    if (const NodeId wanted = std::exchange(m_wanted, {})) {
        m_line->select(wanted.value);
    } else if (!selected() && !ready.chain.empty()) {
        m_line->select(ready.estate->node(ready.chain.front().node).id.value);
    }
    m_fail->setEnabled(bool(selected()));
    m_well->setEnabled(fails);
}

} // namespace polder
