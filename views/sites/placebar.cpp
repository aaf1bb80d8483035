#include "placebar.h"

#include "floorplan.h"
#include "model/engine/pieces.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
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
        if (item.kind == u"floor" && item.count == 1 && request && request->offers.contains(u"hold"_s)) {
            const Model *model = snapshot.models.find(item.model);
            const QString name = !item.description.isEmpty() ? item.description : model ? model->name : QString();
            m_items->addItem(tr("%1.%2 %3").arg(request->number).arg(item.ordinal).arg(name));
            m_choices.push_back({item.id, {}});
        }
    }
}

void PlaceBar::addStanding(const Snapshot &snapshot) {
    for (const Placement &one : snapshot.placements) {
        const Equipment *equipment = snapshot.equipment.find(one.equipment);
        if (one.room && one.room == m_plan.room() && one.state == u"installed" && equipment &&
            one.during.contains(snapshot.today)) {
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
    if (const Request *request = item ? snapshot->requests.find(item->request) : nullptr) {
        wanted.item = withEstimates(envelopeOf(*item, *snapshot), snapshot->policy);
        wanted.during = request->during;
        wanted.owner = request->organisation;
        wanted.replacing = holdsOf(*item, *snapshot);
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

void PlaceBar::begin() {
    const auto what = wanted();
    if (!what) {
        return;
    }
    m_answer->dismiss();
    const SnapshotPtr snapshot = m_live.snapshot();
    m_until->setMinimumDate(snapshot->today.toDate());
    m_until->setDate(snapshot->today.plus(snapshot->policy.holdDays).toDate()); // as the record would by itself
    const Placement *now = m_live.snapshot()->placements.find(choice().placement);
    m_plan.beginPlacing(what->item, now ? std::optional(FloorSpot{now->room, now->x, now->y, now->orientationDegrees})
                                        : std::nullopt);
}

void PlaceBar::judge() {
    const bool placing = m_plan.spot().has_value();
    m_items->setEnabled(!placing);
    m_place->setVisible(!placing);
    m_hold->setVisible(placing);
    m_hold->setText(choice().placement ? tr("Move here") : tr("Hold here"));
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
    m_verdict->show(verdict);
    m_plan.setVerdict(!verdict          ? theme::Meaning::Proposed
                      : verdict->fits() ? theme::Meaning::Fine
                                        : theme::Meaning::Trouble,
                      VerdictPanel::word(verdict));
}

QJsonObject PlaceBar::place() const {
    const auto spot = m_plan.spot();
    QJsonObject place{{u"room"_s, spot->room.value},
                      {u"x_mm"_s, spot->x.mm},
                      {u"y_mm"_s, spot->y.mm},
                      {u"orientation_deg"_s, spot->orientationDegrees}};
    QJsonArray outlets;
    for (const Cord &cord : m_check->verdict()->cords.front()) {
        outlets << cord.outlet.value;
    }
    if (!outlets.isEmpty()) {
        place[u"outlets"_s] = outlets;
    }
    return place;
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
        const QString number = snapshot->requests.find(item->request)->number;
        return m_answer->ask(u"hold"_s,
                             {{u"request"_s, number},
                              {u"item"_s, item->ordinal},
                              {u"places"_s, QJsonArray{place()}},
                              {u"until_date"_s, m_until->date().toString(Qt::ISODate)}},
                             tr("Held for %1.").arg(number), done);
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
