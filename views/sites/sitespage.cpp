#include "sitespage.h"

#include "floorplan.h"
#include "model/core/format.h"
#include "placebar.h"
#include "planday.h"
#include "sitetree.h"
#include "views/paper/planpaper.h"
#include "views/paper/printing.h"
#include "views/paper/sitesheet.h"
#include "views/parts/dayfield.h"
#include "views/parts/legend.h"
#include "views/parts/paperspanel.h"
#include "views/parts/savepaper.h"
#include "views/parts/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace polder {

namespace {

constexpr int monthsBack = 12;
constexpr int monthsAhead = 60;

QToolButton *zoomButton(const QString &sign, const QString &name) {
    auto *button = new QToolButton;
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

SitesPage::SitesPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_estates(estates)
    , m_tree(new SiteTree)
    , m_plan(new FloorPlan)
    , m_states(new PlanDay(estates, this))
    , m_placing(new PlaceBar(live, estates, *m_plan))
    , m_layer(new QComboBox)
    , m_legend(new Legend(layerLegend(PlanLayer::Binding)))
    , m_day(new DayField)
    , m_time(new QSlider(Qt::Horizontal))
    , m_papers(new QPushButton(tr("Pap&er")))
    , m_title(theme::title(tr("Sites")))
    , m_summary(theme::quiet()) {
    auto *in = zoomButton(tr("+"), tr("Zoom in"));
    auto *out = zoomButton(tr("−"), tr("Zoom out"));
    auto *fit = zoomButton(tr("Fit"), tr("Show the whole room"));
    auto *tools = new QHBoxLayout;
    for (int i = 0; i < planLayerCount; ++i) {
        m_layer->addItem(layerName(static_cast<PlanLayer>(i)));
    }
    m_layer->setObjectName(u"layer"_qs);
    m_legend->setObjectName(u"layerLegend"_qs);
    tools->addWidget(theme::labelled(tr("La&yer"), m_layer, tr("What the colours tell")));
    tools->addStretch();
    for (auto *button : {out, in, fit}) {
        tools->addWidget(button);
    }
    addPapers();
    tools->addWidget(m_papers);
    auto *floor = new Legend({{theme::Meaning::ColdAisle, tr("cold aisle")},
                              {theme::Meaning::HotAisle, tr("hot aisle")},
                              {theme::Meaning::Room, tr("contained"), Qt::SolidPattern, Qt::DashLine},
                              {theme::Meaning::Area, tr("area with a use of its own")},
                              {theme::Meaning::Wall, tr("wall, column")}});
    auto *letters = theme::quiet(
        tr("A rack is filled as far as it is taken of what the layer tells. The thick edge is its front."));
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(theme::gap, 0, 0, 0);
    column->addWidget(m_plan, 1);
    column->addLayout(tools);
    column->addWidget(m_legend);
    column->addWidget(timeLine());
    column->addWidget(m_placing);
    column->addWidget(floor);
    column->addWidget(letters);

    auto *splitter = new QSplitter;
    splitter->addWidget(searchedTree());
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
    connect(m_tree, &SiteTree::racksSelected, m_plan, [this] { m_plan->setSelection(m_tree->racks()); });
    connect(m_plan, &FloorPlan::selectionChanged, m_tree, [this] { m_tree->select(m_plan->selection()); });
    connect(m_plan, &FloorPlan::selectionChanged, this, &SitesPage::showSummary);
    const auto open = [&navigator](RackId rack) { navigator.open(rack); };
    connect(m_tree, &SiteTree::rackOpened, &navigator, open);
    connect(m_plan, &FloorPlan::rackOpened, &navigator, open);
    connect(&live, &Live::snapshotChanged, this, &SitesPage::outdate);
    connect(&estates, &EstateWatch::estateChanged, this, &SitesPage::showSummary);
    connect(m_states, &PlanDay::answered, this, &SitesPage::showPlan);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this](int layer) {
        m_legend->setEntries(layerLegend(static_cast<PlanLayer>(layer)));
        m_plan->setLayer(static_cast<PlanLayer>(layer));
    });
}

void SitesPage::addPapers() {
    m_papers->setObjectName(u"papers"_qs);
    m_papers->setAccessibleName(tr("Plan, site preparation as PDF"));
    m_papers->setToolTip(m_papers->accessibleName());
    auto *menu = new QMenu(m_papers);
    auto *print = new QMenu(tr("P&rint"), menu);
    print->setObjectName(u"printPapers"_qs);
    const auto add = [this, menu, print](const QString &text, Paper kind, const QString &name) {
        const auto with = [this, kind, name](GivePaper give) {
            give(this, name, paper(kind), [this](const QString &trouble) { m_summary->setText(trouble); });
        };
        connect(menu->addAction(text), &QAction::triggered, this, [with] { with(savePaper); });
        connect(print->addAction(text), &QAction::triggered, this, [with] { with(printPaper); });
    };
    add(tr("&Plan of this room, to scale …"), Paper::Plan, tr("plan"));
    add(tr("&Site preparation of what is held on its floor …"), Paper::SitePreparation, tr("site preparation"));
    menu->addMenu(print);
    menu->addSeparator();
    connect(menu->addAction(tr("&Documents and notes of the room …")), &QAction::triggered, this, [this] {
        const SnapshotPtr snapshot = m_live.snapshot();
        if (const Room *room = snapshot->rooms.find(m_tree->room())) {
            showPapers(m_live, u"room"_qs, room->id.value, room->name.isEmpty() ? room->code : room->name, this);
        }
    });
    connect(menu->addAction(tr("Documents and notes of the data &centre …")), &QAction::triggered, this, [this] {
        const SnapshotPtr snapshot = m_live.snapshot();
        const Room *room = snapshot->rooms.find(m_tree->room());
        if (const Site *site = room ? snapshot->sites.find(room->site) : nullptr) {
            showPapers(m_live, u"site"_qs, site->id.value, site->name.isEmpty() ? site->code : site->name, this);
        }
    });
    m_papers->setMenu(menu);
}

std::function<QByteArray()> SitesPage::paper(Paper kind) const {
    return [kind, snapshot = m_live.snapshot(), room = m_tree->room(), day = day()] {
        return kind == Paper::Plan ? planPaper(*snapshot, {room}, day)
                                   : siteSheets(*snapshot, floorPlacesOf(*snapshot, room));
    };
}

QWidget *SitesPage::searchedTree() {
    auto *search = new QLineEdit;
    search->setObjectName(u"searchTree"_qs);
    search->setPlaceholderText(tr("Search (Ctrl+F)"));
    search->setAccessibleName(tr("Search a room, a rack, or equipment by its name, tag or serial"));
    search->setToolTip(search->accessibleName());
    search->setClearButtonEnabled(true);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(theme::gap);
    column->addWidget(search);
    column->addWidget(m_tree, 1);
    const auto filter = [this, search] {
        m_tree->setFilter(search->text(), holdingOf(*m_live.snapshot(), search->text()));
    };
    connect(search, &QLineEdit::textChanged, m_tree, filter);
    connect(&m_live, &Live::snapshotChanged, search, [search, filter] {
        if (!search->text().isEmpty()) {
            filter();
        }
    });
    connect(search, &QLineEdit::returnPressed, m_tree, &SiteTree::selectFirst);
    connect(new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, search, [search] { search->setFocus(Qt::ShortcutFocusReason); });
    return part;
}

QWidget *SitesPage::timeLine() {
    m_time->setRange(-monthsBack, monthsAhead);
    m_time->setPageStep(3);
    m_time->setTickInterval(12);
    m_time->setTickPosition(QSlider::TicksBelow);
    m_time->setAccessibleName(tr("Months from today"));
    m_time->setObjectName(u"time"_qs);
    m_day->setObjectName(u"day"_qs);
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(theme::labelled(tr("&On"), m_day, tr("Day that is shown")));
    layout->addWidget(m_time, 1);
    connect(m_time, &QSlider::valueChanged, this,
            [this](int months) { m_day->setDate(m_live.snapshot()->today.toDate().addMonths(months)); });
    connect(m_day, &QDateEdit::dateChanged, this, [this](QDate date) {
        const QDate today = m_live.snapshot()->today.toDate();
        m_dayChosen = date != today;
        const QSignalBlocker quiet(m_time); // the day itself is more exact
        m_time->setValue(12 * (date.year() - today.year()) + date.month() - today.month());
        showRoom();
    });
    return line;
}

Day SitesPage::day() const {
    return Day::fromDate(m_day->date());
}

void SitesPage::show(RoomId room) {
    catchUp();
    m_tree->select(room);
}

void SitesPage::offer(const ProposedSpot &spot) {
    catchUp();
    m_plan->endPlacing();
    m_day->setDate(std::max(spot.from, m_live.snapshot()->today).toDate());
    m_tree->select(spot.spot.room);
    m_placing->offer(spot);
}

void SitesPage::fill() {
    const SnapshotPtr snapshot = m_live.snapshot();
    if (!m_dayChosen) {
        const QSignalBlocker quiet(m_day);
        m_day->setDate(snapshot->today.toDate());
    }
    m_tree->show(*snapshot);
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
    m_states->ask(room->id, day());
    showSummary();
    showPlan();
}

void SitesPage::showPlan() {
    m_plan->show(m_live.snapshot(), m_tree->room(), day(), m_states->states());
    m_placing->showSnapshot(); // of the room that is on the plan
}

void SitesPage::showSummary() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Room *room = snapshot->rooms.find(m_tree->room());
    if (!room) {
        return;
    }
    const Format format;
    const auto chosen = m_plan->selection();
    std::vector<RackCapacity> here;
    here.reserve(m_estates.capacities().size());
    for (const RackCapacity &rack : m_estates.capacities()) {
        const Rack *known = snapshot->racks.find(rack.rack);
        if (known && known->room == room->id && (chosen.size() < 2 || std::ranges::binary_search(chosen, rack.rack))) {
            here.push_back(rack);
        }
    }
    const auto sum = sumOf(here);
    if (chosen.size() > 1) {
        m_summary->setText(tr("Racks chosen: %1 · free today: %2, %3, %4")
                               .arg(format.count(std::ssize(here)),
                                    format.height(Height{static_cast<int>(sum[0].free)}),
                                    format.left(Power{sum[1].free}), format.left(Mass{sum[2].free})));
        return;
    }
    m_summary->setText(tr("Racks today: %1 · free: %2, %3, %4 · %5 × %6, north is up")
                           .arg(format.count(std::ssize(here)), format.height(Height{static_cast<int>(sum[0].free)}),
                                format.left(Power{sum[1].free}), format.left(Mass{sum[2].free}),
                                format.length(room->width), format.length(room->depth)));
}

} // namespace polder
