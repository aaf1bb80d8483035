#include "placebar.h"

#include "floorplan.h"
#include "model/engine/pieces.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/placesjson.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

PlaceBar::PlaceBar(Live &live, EstateWatch &estates, FloorPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_plan(plan)
    , m_check(new SpotCheck(estates, this))
    , m_items(new QComboBox)
    , m_place(new QPushButton(tr("Place on this plan")))
    , m_until(new DayField)
    , m_untilWords(new QLabel(tr("up to and including")))
    , m_hold(new QPushButton(tr("Hold here")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live)) {
    m_items->setObjectName(u"floorItems"_s);
    m_items->setAccessibleName(tr("Instrument to place or to move"));
    m_items->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_place->setObjectName(u"place"_s);
    m_place->setToolTip(
        tr("Drag it, or arrow keys (Shift: 10 mm, Ctrl: 1 m), R turns it, Enter leaves it there, Escape gives up"));
    m_hold->setObjectName(u"hold"_s);
    m_until->setObjectName(u"holdUntil"_s);
    m_until->setAccessibleName(tr("Hold up to and including"));
    m_untilWords->setBuddy(m_until);
    auto *line = new QHBoxLayout;
    line->addWidget(m_items);
    line->addWidget(m_place);
    line->addWidget(m_untilWords);
    line->addWidget(m_until);
    line->addWidget(m_hold);
    line->addWidget(m_cancel);
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(line);
    layout->addWidget(m_verdict);
    layout->addWidget(m_answer);
    connect(m_items, &QComboBox::currentIndexChanged, this, &PlaceBar::judge);
    connect(m_place, &QPushButton::clicked, this, &PlaceBar::begin);
    connect(m_hold, &QPushButton::clicked, this, &PlaceBar::settle);
    connect(m_cancel, &QPushButton::clicked, &plan, &FloorPlan::endPlacing);
    connect(&plan, &FloorPlan::spotChanged, this, &PlaceBar::judge);
    connect(&plan, &FloorPlan::spotChosen, this, &PlaceBar::settle);
    connect(m_check, &SpotCheck::changed, this, &PlaceBar::showVerdict);
    connect(m_answer, &AnswerPanel::busyChanged, this, &PlaceBar::showVerdict);
    connect(m_answer, &AnswerPanel::reasonsChanged, this, &PlaceBar::showVerdict);
    judge();
}

void PlaceBar::showSnapshot() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Choice before = choice();
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    m_choices.clear();
    addItems(*snapshot);
    addStanding(*snapshot);
    const auto again = std::ranges::find(m_choices, before);
    m_items->setCurrentIndex(again == m_choices.end() ? 0 : static_cast<int>(again - m_choices.begin()));
    setVisible(m_items->count() > 0 || m_plan.spot() || !m_answer->isHidden());
    m_place->setEnabled(m_items->count() > 0);
    judge();
}

void PlaceBar::addItems(const Snapshot &snapshot) {
    for (const RequestItem &item : snapshot.requestItems) {
        const Request *request = snapshot.requests.find(item.request);
        if (item.kind == u"floor" && request && request->offers.contains(u"hold"_s)) {
            const Model *model = snapshot.models.find(item.model);
            const QString name = !item.description.isEmpty() ? item.description : model ? model->name : QString();
            const QString what = item.count > 1 ? tr("%1 × %2").arg(item.count).arg(name) : name;
            m_items->addItem(tr("%1.%2 %3").arg(request->number).arg(item.ordinal).arg(what));
            m_choices.push_back({item.id, {}});
        }
    }
}

void PlaceBar::addStanding(const Snapshot &snapshot) {
    for (const Placement &one : snapshot.placements) {
        if (!one.room || one.room != m_plan.room()) {
            continue; // nearly all stand in racks
        }
        const Equipment *equipment = snapshot.equipment.find(one.equipment);
        if (equipment && one.state == u"installed" && one.during.contains(snapshot.today)) {
            m_items->addItem(tr("Move %1").arg(equipment->name));
            m_choices.push_back({{}, one.id});
        }
    }
}

PlaceBar::Choice PlaceBar::choice() const {
    const int index = m_items->currentIndex();
    return index >= 0 && index < std::ssize(m_choices) ? m_choices[index] : Choice();
}

/// What looks for its place; nullopt: it is not there any more.
std::optional<Wanted> PlaceBar::wanted() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    Wanted wanted;
    const auto [itemId, placementId] = choice();
    const RequestItem *item = snapshot->requestItems.find(itemId);
    const Placement *placement = snapshot->placements.find(placementId);
    if (item) {
        wanted = wantedOf(*item, *snapshot);
    } else if (const Equipment *known = placement ? snapshot->equipment.find(placement->equipment) : nullptr) {
        wanted.item = envelopeOf(*known, *placement, *snapshot);
        wanted.during = {std::max(placement->during.from, snapshot->today), placement->during.until};
        wanted.owner = known->owner;
        wanted.replacing = {placementId};
    } else {
        return std::nullopt;
    }
    wanted.item.floorStanding = true;
    return wanted;
}

void PlaceBar::offer(const ProposedSpot &spot) {
    showSnapshot();
    const auto offered = std::ranges::find(m_choices, Choice{spot.item, {}});
    if (offered == m_choices.end()) { // it was held or withdrawn since
        return;
    }
    m_items->setCurrentIndex(static_cast<int>(offered - m_choices.begin()));
    beginAt(spot.spot);
    m_beside = spot.beside;
    m_plan.setBeside(m_beside);
    judge();
}

void PlaceBar::begin() {
    const Placement *now = m_live.snapshot()->placements.find(choice().placement);
    beginAt(now ? std::optional(FloorSpot{now->room, now->x, now->y, now->orientationDegrees}) : std::nullopt);
}

void PlaceBar::beginAt(const std::optional<FloorSpot> &spot) {
    const auto what = wanted();
    if (!what) {
        return;
    }
    m_beside.clear();
    m_answer->dismiss();
    const SnapshotPtr snapshot = m_live.snapshot();
    m_until->setMinimumDate(snapshot->today.toDate());
    m_until->setDate(snapshot->today.plus(snapshot->policy.holdDays).toDate()); // as the record would by itself
    m_plan.beginPlacing(what->item, spot);
}

/// Pieces that have no spot yet, the one that is being placed too.
int PlaceBar::missing() const {
    const auto what = wanted();
    return what && choice().item ? what->count - static_cast<int>(m_beside.size()) : 1;
}

void PlaceBar::judge() {
    const bool placing = m_plan.spot().has_value();
    m_items->setEnabled(!placing);
    m_place->setVisible(!placing);
    m_hold->setVisible(placing);
    const int pieces = static_cast<int>(m_beside.size()) + missing();
    m_hold->setText(choice().placement ? tr("Move here")
                    : missing() > 1    ? tr("Piece %1 of %2 here").arg(m_beside.size() + 1).arg(pieces)
                    : pieces > 1       ? tr("Hold all %1 pieces").arg(pieces)
                                       : tr("Hold here"));
    m_until->setVisible(placing && !choice().placement);
    m_untilWords->setVisible(placing && !choice().placement);
    m_cancel->setVisible(placing);
    m_verdict->setVisible(placing);
    const auto what = wanted();
    placing &&what ? m_check->ask(*what, *m_plan.spot()) : m_check->forget();
}

void PlaceBar::showVerdict() {
    const auto &verdict = m_check->verdict();
    m_hold->setEnabled(verdict && !m_answer->busy());
    m_verdict->show(verdict, !m_answer->saysReasons());
    m_plan.setVerdict(!verdict          ? theme::Meaning::Proposed
                      : verdict->fits() ? theme::Meaning::Fine
                                        : theme::Meaning::Trouble,
                      VerdictPanel::word(verdict));
}

QJsonObject PlaceBar::place() const {
    QJsonObject place = spotJson(*m_plan.spot());
    QJsonArray outlets;
    for (const Cord &cord : m_check->verdict()->cords.front()) {
        outlets << cord.outlet.value;
    }
    if (!outlets.isEmpty() && m_beside.empty()) { // of several the record chooses them
        place[u"outlets"_s] = outlets;
    }
    return place;
}

/// All pieces at once, as the record wants them.
void PlaceBar::holdAll(const RequestItem &item) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QString number = snapshot->requests.find(item.request)->number;
    QJsonArray places;
    for (const FloorSpot &spot : m_beside) {
        places << spotJson(spot);
    }
    places << place();
    m_answer->ask(u"hold"_s,
                  {{u"request"_s, number},
                   {u"item"_s, item.ordinal},
                   {u"places"_s, places},
                   {u"until_date"_s, m_until->date().toString(Qt::ISODate)}},
                  tr("Held for %1.").arg(number), [this](const QJsonObject &) { m_plan.endPlacing(); });
}

/// What the engine says no to the record refuses, with its own words.
void PlaceBar::settle() {
    if (!m_plan.spot() || !m_check->verdict()) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    const auto done = [this](const QJsonObject &) { m_plan.endPlacing(); };
    const auto [itemId, placementId] = choice();
    if (const RequestItem *item = snapshot->requestItems.find(itemId)) {
        if (missing() <= 1) {
            return holdAll(*item);
        }
        m_beside.push_back(*m_plan.spot()); // the next one goes on from here
        m_plan.setBeside(m_beside);
        return judge();
    }
    if (const Placement *placement = snapshot->placements.find(placementId)) {
        const Equipment *equipment = snapshot->equipment.find(placement->equipment);
        QJsonObject move = place();
        move[u"placement"_s] = placementId.value;
        m_answer->ask(u"move"_s, {{u"moves"_s, QJsonArray{move}}},
                      tr("%1 moved.").arg(equipment ? equipment->name : QString()), done);
    }
}

} // namespace polder
