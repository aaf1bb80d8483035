#include "sitespage.h"

#include "floorplan.h"
#include "model/core/format.h"
#include "sitetree.h"
#include "views/parts/legend.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

namespace polder {

namespace {

QToolButton *zoomButton(const QString &sign, const QString &name) {
    auto *button = new QToolButton;
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

SitesPage::SitesPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_estates(estates)
    , m_tree(new SiteTree)
    , m_plan(new FloorPlan)
    , m_title(theme::title(tr("Sites")))
    , m_summary(theme::quiet()) {
    auto *in = zoomButton(tr("+"), tr("Zoom in"));
    auto *out = zoomButton(tr("−"), tr("Zoom out"));
    auto *fit = zoomButton(tr("Fit"), tr("Show the whole room"));
    auto *tools = new QHBoxLayout;
    tools->addWidget(new Legend({{theme::Meaning::Plenty, tr("below 70 % taken")},
                                 {theme::Meaning::Tight, tr("70 – 90 %")},
                                 {theme::Meaning::Full, tr("above 90 %")},
                                 {theme::Meaning::Unknown, tr("limit unknown"), Qt::BDiagPattern}}),
                     1);
    for (auto *button : {out, in, fit}) {
        tools->addWidget(button);
    }
    auto *floor = new Legend({{theme::Meaning::ColdAisle, tr("cold aisle")},
                              {theme::Meaning::HotAisle, tr("hot aisle")},
                              {theme::Meaning::Room, tr("contained"), Qt::SolidPattern, Qt::DashLine},
                              {theme::Meaning::Area, tr("area with a use of its own")},
                              {theme::Meaning::Wall, tr("wall, column")}});
    auto *letters = theme::quiet(
        tr("A rack is filled as far as what runs out first is taken: U, kW or kg. The thick edge is its front."));
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(theme::gap, 0, 0, 0);
    column->addWidget(m_plan, 1);
    column->addLayout(tools);
    column->addWidget(floor);
    column->addWidget(letters);

    auto *splitter = new QSplitter;
    splitter->addWidget(m_tree);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 900});
    splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);
    setFocusStart(m_tree);

    connect(in, &QToolButton::clicked, m_plan, [this] { m_plan->zoom(1.25); });
    connect(out, &QToolButton::clicked, m_plan, [this] { m_plan->zoom(0.8); });
    connect(fit, &QToolButton::clicked, m_plan, &FloorPlan::fit);
    connect(m_tree, &SiteTree::roomSelected, this, &SitesPage::showRoom);
    connect(m_tree, &SiteTree::rackSelected, m_plan, qOverload<RackId>(&FloorPlan::select));
    connect(m_plan, &FloorPlan::rackSelected, m_tree, qOverload<RackId>(&SiteTree::select));
    const auto open = [&navigator](RackId rack) { navigator.open(rack); };
    connect(m_tree, &SiteTree::rackOpened, &navigator, open);
    connect(m_plan, &FloorPlan::rackOpened, &navigator, open);
    connect(&live, &Live::snapshotChanged, this, &SitesPage::showSnapshot);
    connect(&estates, &EstateWatch::estateChanged, this, &SitesPage::showRoom);
    showSnapshot();
}

void SitesPage::show(RoomId room) {
    m_tree->select(room);
}

void SitesPage::showSnapshot() {
    m_tree->show(*m_live.snapshot());
    showRoom();
}

void SitesPage::showRoom() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Room *room = snapshot->rooms.find(m_tree->room());
    if (!room) {
        m_title->setText(tr("Sites"));
        m_summary->setText(snapshot->sites.size() == 0 ? tr("The record has no site yet.")
                                                       : tr("Choose a room to see its plan."));
        return;
    }
    const Site *site = snapshot->sites.find(room->site);
    m_title->setText(tr("%1 / %2").arg(site ? site->code : QString(), room->name.isEmpty() ? room->code : room->name));
    const Format format;
    std::vector<RackCapacity> here;
    for (const RackCapacity &rack : m_estates.capacities()) {
        const Rack *known = snapshot->racks.find(rack.rack);
        if (known && known->room == room->id) {
            here.push_back(rack);
        }
    }
    const auto sum = sumOf(here);
    m_summary->setText(tr("Racks today: %1 · free: %2, %3, %4 · %5 × %6, north is up")
                           .arg(format.count(std::ssize(here)), format.height(Height{static_cast<int>(sum[0].free)}),
                                format.left(Power{sum[1].free}), format.left(Mass{sum[2].free}),
                                format.length(room->width), format.length(room->depth)));
    m_plan->show(*snapshot, room->id, m_estates.capacities());
}

} // namespace polder
