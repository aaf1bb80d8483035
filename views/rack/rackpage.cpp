#include "rackpage.h"

#include "boxtext.h"
#include "holdbar.h"
#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/items/rackoverrides.h"
#include "movedialog.h"
#include "rackcontentsmodel.h"
#include "rackloads.h"
#include "views/paper/elevationpaper.h"
#include "views/paper/labels.h"
#include "views/paper/printing.h"
#include "views/paper/workorder.h"
#include "views/parts/dayfield.h"
#include "views/parts/legend.h"
#include "views/parts/movecheck.h"
#include "views/parts/paperspanel.h"
#include "views/parts/savepaper.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"
#include "views/parts/whendone.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QtConcurrentRun>

namespace polder {

namespace {

constexpr int mostLoadsHeight = 220;

QToolButton *toolButton(const QString &text, const QString &name) {
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

/// "12 of 47U free", or that the limit is unknown.
QString freeOf(const Capacity &capacity, const QString &free, const QString &total) {
    return capacity.total ? RackPage::tr("%1 of %2 free").arg(free, total) : RackPage::tr("limit unknown");
}

} // namespace

RackPage::RackPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_estates(estates)
    , m_navigator(navigator)
    , m_elevation(new Elevation)
    , m_contents(new RackContentsModel(this))
    , m_list(new SearchTable(m_contents, tr("Equipment in this rack")))
    , m_loads(new RackLoadModel(this))
    , m_title(theme::title(tr("Rack")))
    , m_facts(theme::quiet(tr("Choose a rack on the Sites page.")))
    , m_overrides(new QLabel)
    , m_check(new MoveCheck(estates, this))
    , m_verdict(new VerdictPanel)
    , m_holdBar(new HoldBar(live, estates, navigator, *m_elevation))
    , m_wholeRow(new QPushButton(tr("Whole ro&w")))
    , m_side(new QComboBox)
    , m_day(new DayField)
    , m_room(toolButton(tr("Show on the pla&n"), tr("Show on the floor plan")))
    , m_papers(new QPushButton(tr("Pap&er"))) {
    m_papers->setObjectName(u"papers"_qs);
    m_papers->setAccessibleName(tr("Elevations, labels, a work order as PDF"));
    m_papers->setToolTip(tr("Elevations, labels, a work order as PDF"));
    m_wholeRow->setCheckable(true);
    m_wholeRow->setObjectName(u"wholeRow"_qs);
    m_wholeRow->setToolTip(tr("The racks of the row beside each other"));
    m_side->addItems({tr("Front"), tr("Rear")});
    m_side->setAccessibleName(tr("Side of the row"));
    m_side->hide();
    m_verdict->hide();
    auto *previous = toolButton(tr("◀"), tr("Previous rack (Alt+Up)"));
    auto *next = toolButton(tr("▶"), tr("Next rack (Alt+Down)"));
    auto *dayLabel = new QLabel(tr("&On"));
    dayLabel->setBuddy(m_day);
    m_day->setAccessibleName(tr("Day that is shown"));

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(previous);
    head->addWidget(next);
    head->addStretch();
    head->addWidget(m_side);
    head->addWidget(m_wholeRow);
    head->addWidget(dayLabel);
    head->addWidget(m_day);
    head->addWidget(m_room);
    head->addWidget(m_papers);
    addPapers();

    m_list->setEmptyText(tr("Nothing here that you may see by name."));
    auto *splitter = new QSplitter;
    auto *beside = new QWidget;
    auto *column = new QVBoxLayout(beside);
    column->setContentsMargins({});
    column->addWidget(m_list, 1);
    auto *loads = new SearchTable(m_loads, tr("Limits of this rack"), SearchTable::Search::None);
    loads->setObjectName(u"loads"_qs);
    loads->setEmptyText(tr("Nobody has said what this rack may take."));
    loads->view()->setItemDelegateForColumn(RackLoadModel::barColumn, new LoadBarDelegate(*m_loads, this));
    loads->setMaximumHeight(mostLoadsHeight);
    column->addWidget(loads);
    column->addWidget(m_verdict);
    column->addWidget(m_holdBar);
    splitter->addWidget(m_elevation);
    splitter->addWidget(beside);
    splitter->setSizes({560, 520});
    splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    m_overrides->setWordWrap(true);
    m_overrides->setTextFormat(Qt::PlainText);
    m_overrides->setObjectName(u"overrides"_qs);
    layout->addWidget(m_overrides);
    layout->addWidget(splitter, 1);
    layout->addWidget(new Legend({{theme::Meaning::Device, tr("installed")},
                                  {theme::Meaning::Held, tr("held"), Qt::SolidPattern, Qt::DashLine},
                                  {theme::Meaning::Leaving, tr("leaving")},
                                  {theme::Meaning::Taken, tr("occupied, not yours to see")},
                                  {theme::Meaning::Frame, tr("blanking panel"), Qt::HorPattern},
                                  {theme::Meaning::Blocked, tr("out of service"), Qt::BDiagPattern}}));
    setFocusStart(m_elevation);

    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(new QShortcut(Qt::ALT | Qt::Key_Up, this), &QShortcut::activated, this, [this] { step(-1); });
    connect(new QShortcut(Qt::ALT | Qt::Key_Down, this), &QShortcut::activated, this, [this] { step(1); });
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_dayChosen = true;
        showSnapshot();
    });
    connect(m_room, &QToolButton::clicked, this, [this] {
        if (const Rack *rack = m_live.snapshot()->racks.find(m_rack)) {
            m_navigator.open(rack->room);
        }
    });
    connect(m_list, &SearchTable::chosenChanged, this, [this](qint64 key) {
        const PlacementId id{static_cast<int>(key)};
        if (id != m_elevation->selected()) { // else others may be selected besides
            m_elevation->select(id);
        }
    });
    connect(m_list, &SearchTable::opened, this, [this](qint64 key) {
        if (const Placement *placement = m_live.snapshot()->placements.find(PlacementId{static_cast<int>(key)})) {
            m_navigator.open(placement->equipment);
        }
    });
    connect(m_elevation, &Elevation::placementSelected, this, [this](PlacementId id) {
        if (const RackId other = m_elevation->rackOf(id); other && other != m_rack) {
            m_rack = other; // of the row
            showSnapshot();
        }
        m_list->choose(id.value);
    });
    connect(m_wholeRow, &QPushButton::toggled, this, [this](bool row) {
        m_side->setVisible(row);
        showSnapshot();
    });
    connect(m_side, &QComboBox::currentIndexChanged, this, &RackPage::showSnapshot);
    connect(m_elevation, &Elevation::carried, this, &RackPage::judgeCarried);
    connect(m_elevation, &Elevation::dropped, this, &RackPage::askWhen);
    connect(m_check, &MoveCheck::changed, this, &RackPage::showVerdict);
    connect(m_elevation, &Elevation::equipmentOpened, this, [this](EquipmentId id) { m_navigator.open(id); });
    connect(m_elevation, &Elevation::ghostMoved, this, &RackPage::followGhost);
    connect(&live, &Live::snapshotChanged, this, &RackPage::outdate);
    connect(&estates, &EstateWatch::estateChanged, this, [this] {
        if (const Rack *rack = m_live.snapshot()->racks.find(m_rack); rack && isVisible()) {
            showFacts(*rack); // all that comes from the estate
        } else {
            outdate();
        }
    });
}

void RackPage::fill() {
    showSnapshot();
    m_holdBar->showSnapshot();
}

void RackPage::offer(const ProposedPlace &place) {
    m_elevation->setGhost({});
    // The day on which it would come: what stands in its way then may not stand there today.
    m_day->setDate(std::max(place.wanted.during.from, m_live.snapshot()->today).toDate());
    show(place.spot.rack);
    m_holdBar->offer(place);
}

/// It was put into another rack of the row: that is the one which is shown then.
void RackPage::followGhost() {
    const auto ghost = m_elevation->ghost();
    if (ghost && ghost->rack != m_rack && !m_elevation->carriesGhost()) {
        m_rack = ghost->rack;
        showSnapshot();
    }
}

/// What was held and is put down elsewhere is a place to be booked.
void RackPage::offerHeldElsewhere() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const PlannedMove move = m_elevation->carry()->moves().front();
    const Placement *held = snapshot->placements.find(move.placement);
    const Equipment *device = held ? snapshot->equipment.find(held->equipment) : nullptr;
    m_elevation->letGo();
    if (!device) {
        return;
    }
    m_rack = move.rack;
    showSnapshot();
    m_holdBar->offer({{move.rack, move.position, move.face, move.half.isEmpty() ? held->half.text() : move.half},
                      wantedOf(*held, *device, *snapshot, snapshot->today),
                      device->requestItem,
                      held->id});
}

void RackPage::addPapers() {
    auto *menu = new QMenu(m_papers);
    auto *print = new QMenu(tr("&Print"), menu);
    print->setObjectName(u"printPapers"_qs);
    const auto add = [this, menu, print](const QString &text, Paper kind, const QString &name) {
        const auto with = [this, kind, name](GivePaper give) {
            give(this, name, paper(kind), [this](const QString &trouble) { m_facts->setText(trouble); });
        };
        connect(menu->addAction(text), &QAction::triggered, this, [with] { with(savePaper); });
        connect(print->addAction(text), &QAction::triggered, this, [with] { with(printPaper); });
    };
    add(tr("&Elevation of this rack …"), Paper::Elevation, tr("elevation"));
    add(tr("Fronts of its &row …"), Paper::RowElevations, tr("row"));
    add(tr("&Labels of what stands in it …"), Paper::Labels, tr("labels"));
    add(tr("&Work order of the week …"), Paper::WorkOrder, tr("work order"));
    menu->addMenu(print);
    menu->addSeparator();
    connect(menu->addAction(tr("&Documents and notes …")), &QAction::triggered, this, [this] {
        if (m_rack) {
            showPapers(m_live, u"rack"_qs, m_rack.value, m_title->text(), this);
        }
    });
    m_papers->setMenu(menu);
}

std::function<QByteArray()> RackPage::paper(Paper kind) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Rack *rack = snapshot->racks.find(m_rack);
    const Day day = Day::fromDate(m_day->date());
    if (!rack) {
        return [] { return QByteArray(); };
    }
    switch (kind) {
    case Paper::Elevation:
        return [snapshot, id = m_rack, day] { return elevationPaper(*snapshot, {id}, day, ElevationLayout::Rack); };
    case Paper::RowElevations: {
        std::vector<RackId> racks;
        for (const Rack *one : rowOf(*rack, day)) {
            racks.push_back(one->id);
        }
        return [snapshot, racks, day] { return elevationPaper(*snapshot, racks, day, ElevationLayout::Row); };
    }
    case Paper::Labels: {
        std::vector<EquipmentId> equipment;
        for (const ElevationBox &box : elevationBoxes(*snapshot, *rack, day)) {
            if (box.equipment) {
                equipment.push_back(box.equipment);
            }
        }
        return [labels = labelsOf(*snapshot, equipment)] { return labelSheets(labels); };
    }
    case Paper::WorkOrder: {
        return [snapshot, id = m_rack, day] {
            const Day last = day.plus(6);
            auto work = workBetween(*snapshot, day, last);
            const auto here = [&](PlacementId one) {
                const Placement *placement = one ? snapshot->placements.find(one) : nullptr;
                return placement && placement->rack == id;
            };
            std::erase_if(work, [&](const WorkItem &item) { return !here(item.from) && !here(item.to); });
            return workOrder(*snapshot, work, day, last);
        };
    }
    }
    return {};
}

/// The racks of its row, from the first to the last.
std::vector<const Rack *> RackPage::rowOf(const Rack &rack, Day day) const {
    std::vector<const Rack *> row;
    for (const Rack &one : m_live.snapshot()->racks) {
        if (one.room == rack.room && one.row == rack.row && one.during.contains(day)) {
            row.push_back(&one);
        }
    }
    std::ranges::sort(row, {}, [](const Rack *one) { return one->code; });
    return row;
}

void RackPage::showRacks(const Snapshot &snapshot, const Rack &rack, Day day) {
    const auto shown = [&](const Rack &one) {
        Elevation::Shown all{one, elevationBoxes(snapshot, one, day), freeUnitTexts(snapshot, one, day)};
        for (ElevationBox &box : all.boxes) {
            box.about = boxText(snapshot, one, box);
        }
        return all;
    };
    auto here = shown(rack);
    m_contents->show(snapshot, rack, here.boxes);
    if (!m_wholeRow->isChecked()) {
        m_elevation->show(std::move(here));
        return;
    }
    std::vector<Elevation::Shown> row;
    for (const Rack *one : rowOf(rack, day)) {
        row.push_back(shown(*one));
    }
    m_elevation->showRow(std::move(row), m_side->currentIndex() == 0);
}

void RackPage::judgeCarried() {
    const auto &carry = m_elevation->carry();
    m_verdict->setVisible(carry.has_value());
    if (carry && carry->moved()) {
        m_check->ask(carry->moves(), std::max(m_live.snapshot()->today, Day::fromDate(m_day->date())));
    } else {
        m_check->forget();
    }
}

void RackPage::showVerdict() {
    if (!m_elevation->carry()) {
        return;
    }
    const auto &verdict = m_check->verdict();
    m_verdict->show(verdict);
    if (verdict) {
        m_elevation->setVerdict(!verdict->fits()   ? Elevation::Verdict::DoesNot
                                : verdict->tight() ? Elevation::Verdict::Tight
                                                   : Elevation::Verdict::Fits,
                                VerdictPanel::word(verdict), VerdictPanel::reasons(*verdict));
    }
}

void RackPage::askWhen() {
    if (m_elevation->carry()->held().box.kind == ElevationBox::Kind::Held) {
        return offerHeldElsewhere();
    }
    auto *dialog = new MoveDialog(m_live, m_estates, m_elevation->carry()->moves(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_elevation, &Elevation::letGo);
    dialog->open();
}

void RackPage::show(RackId rack) {
    if (const auto ghost = m_elevation->ghost(); ghost && ghost->rack != rack) {
        m_elevation->setGhost({}); // it was of another rack
    }
    m_rack = rack;
    outdate();
    catchUp();
}

void RackPage::showProposal(RackId rack, const Elevation::Ghost &ghost) {
    show(rack);
    m_elevation->setGhost(ghost);
}

void RackPage::showSnapshot() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Rack *rack = snapshot->racks.find(m_rack);
    m_room->setEnabled(rack);
    m_wholeRow->setEnabled(rack);
    m_papers->setEnabled(rack);
    if (!rack) {
        m_elevation->clear();
        m_contents->replaceRows({});
        m_overrides->hide();
        return;
    }
    if (!m_dayChosen) {
        const QSignalBlocker quiet(m_day);
        m_day->setDate(snapshot->today.toDate());
    }
    m_title->setText(rackPath(*snapshot, rack->id));
    showRacks(*snapshot, *rack, Day::fromDate(m_day->date()));
    showFacts(*rack);
    m_overrides->setText(overridesText(*snapshot, rack->id));
    m_overrides->setVisible(!m_overrides->text().isEmpty());
}

/// Of the day that is shown; of another than today it is worked out on another thread.
void RackPage::showFacts(const Rack &rack) {
    const Day day = Day::fromDate(m_day->date());
    const EstatePtr estate = m_estates.estate();
    m_loads->replaceRows(estate ? rackLoadRows(*estate, rack.id, day) : std::vector<RackLoadRow>());
    if (!estate || day == m_live.snapshot()->today) {
        return showCapacity(rack, m_estates.capacities(), day);
    }
    const auto workOut = [estate, day] { return capacityOn(*estate, day, Detail::Taken); };
    whenDone(QtConcurrent::run(workOut), this, [this, day, id = rack.id](const std::vector<RackCapacity> &all) {
        const Rack *still = m_live.snapshot()->racks.find(id);
        if (still && m_rack == id && Day::fromDate(m_day->date()) == day) {
            showCapacity(*still, all, day);
        }
    });
}

void RackPage::showCapacity(const Rack &rack, const std::vector<RackCapacity> &all, Day day) {
    const QString when = day == m_live.snapshot()->today ? tr("Today") : Format().day(day);
    const auto capacity = std::ranges::lower_bound(all, rack.id, {}, &RackCapacity::rack);
    if (capacity == all.end() || capacity->rack != rack.id) {
        m_facts->setText(tr("%1: not there.").arg(when));
        return;
    }
    const Format format;
    const Capacity &space = capacity->at(Resource::Space);
    const Capacity &power = capacity->at(Resource::Power);
    const Capacity &mass = capacity->at(Resource::Mass);
    const auto units = [&](std::int64_t halves) { return format.height(Height{static_cast<int>(halves)}); };
    m_facts->setText(
        tr("%1: %2 · %3 · %4")
            .arg(when, freeOf(space, units(space.free), units(space.total.value_or(0))),
                 freeOf(power, format.left(Power{power.free}), format.power(Power{power.total.value_or(0)})),
                 freeOf(mass, format.left(Mass{mass.free}), format.mass(Mass{mass.total.value_or(0)}))));
}

void RackPage::step(int by) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Rack *rack = snapshot->racks.find(m_rack);
    if (!rack) {
        return;
    }
    std::vector<const Rack *> room;
    for (const Rack &other : snapshot->racks) {
        if (other.room == rack->room) {
            room.push_back(&other);
        }
    }
    std::ranges::sort(room, {}, [](const Rack *other) { return std::pair(other->row, other->code); });
    const auto here = std::ranges::find(room, rack) - room.begin();
    const auto there = std::clamp<std::ptrdiff_t>(here + by, 0, std::ssize(room) - 1);
    m_navigator.open(room[there]->id);
}

} // namespace polder
