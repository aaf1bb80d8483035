#include "placebar.h"

#include "floorplan.h"
#include "model/engine/pieces.h"
#include "views/parts/answerpanel.h"
#include "views/parts/theme.h"
#include "views/parts/verdictpanel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>

namespace polder {

using namespace Qt::StringLiterals;

PlaceBar::PlaceBar(Live &live, EstateWatch &estates, FloorPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_plan(plan)
    , m_check(new SpotCheck(estates, this))
    , m_items(new QComboBox)
    , m_place(new QPushButton(tr("Place on this plan")))
    , m_hold(new QPushButton(tr("Hold here")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_verdict(new VerdictPanel)
    , m_answer(new AnswerPanel(live)) {
    m_items->setObjectName(u"floorItems"_s);
    m_items->setAccessibleName(tr("Instrument that has no place yet"));
    m_items->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_place->setObjectName(u"place"_s);
    m_place->setToolTip(
        tr("Drag it, or arrow keys (Shift: 10 mm, Ctrl: 1 m), R turns it, Enter holds, Escape gives up"));
    m_hold->setObjectName(u"hold"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_items);
    line->addWidget(m_place);
    line->addWidget(m_hold);
    line->addWidget(m_cancel);
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(line);
    layout->addWidget(m_verdict);
    layout->addWidget(m_answer);
    connect(m_place, &QPushButton::clicked, this, &PlaceBar::begin);
    connect(m_hold, &QPushButton::clicked, this, &PlaceBar::hold);
    connect(m_cancel, &QPushButton::clicked, &plan, &FloorPlan::endPlacing);
    connect(&plan, &FloorPlan::spotChanged, this, &PlaceBar::judge);
    connect(&plan, &FloorPlan::spotChosen, this, &PlaceBar::hold);
    connect(m_check, &SpotCheck::changed, this, &PlaceBar::showVerdict);
    connect(m_answer, &AnswerPanel::busyChanged, this, &PlaceBar::showVerdict);
    judge();
}

void PlaceBar::showSnapshot() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QVariant before = m_items->currentData();
    const QSignalBlocker quiet(m_items);
    m_items->clear();
    for (const RequestItem &item : snapshot->requestItems) {
        const Request *request = snapshot->requests.find(item.request);
        if (item.kind == u"floor" && item.count == 1 && request && request->offers.contains(u"hold"_s)) {
            const Model *model = snapshot->models.find(item.model);
            const QString name = !item.description.isEmpty() ? item.description : model ? model->name : QString();
            m_items->addItem(tr("%1.%2 %3").arg(request->number).arg(item.ordinal).arg(name), item.id.value);
        }
    }
    m_items->setCurrentIndex(std::max(0, m_items->findData(before)));
    setVisible(m_items->count() > 0 || m_plan.spot() || !m_answer->isHidden());
    m_place->setEnabled(m_items->count() > 0);
}

const RequestItem *PlaceBar::item() const {
    return m_live.snapshot()->requestItems.find({m_items->currentData().toInt()});
}

void PlaceBar::begin() {
    const SnapshotPtr snapshot = m_live.snapshot();
    if (const RequestItem *one = item()) {
        m_answer->dismiss();
        m_plan.beginPlacing(withEstimates(envelopeOf(*one, *snapshot), snapshot->policy));
    }
}

void PlaceBar::judge() {
    const bool placing = m_plan.spot().has_value();
    m_items->setEnabled(!placing);
    m_place->setVisible(!placing);
    m_hold->setVisible(placing);
    m_cancel->setVisible(placing);
    m_verdict->setVisible(placing);
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem *one = item();
    const Request *request = one ? snapshot->requests.find(one->request) : nullptr;
    if (!placing || !request) {
        m_check->forget();
        return;
    }
    Wanted wanted;
    wanted.item = withEstimates(envelopeOf(*one, *snapshot), snapshot->policy);
    wanted.item.floorStanding = true;
    wanted.during = request->during;
    wanted.owner = request->organisation;
    wanted.replacing = holdsOf(*one, *snapshot);
    m_check->ask(wanted, *m_plan.spot());
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

/// What the engine says no to the record refuses, with its own words.
void PlaceBar::hold() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem *one = item();
    const Request *request = one ? snapshot->requests.find(one->request) : nullptr;
    const auto spot = m_plan.spot();
    if (!request || !spot || !m_check->verdict()) {
        return;
    }
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
    m_answer->ask(u"hold"_s,
                  {{u"request"_s, request->number}, {u"item"_s, one->ordinal}, {u"places"_s, QJsonArray{place}}},
                  tr("Held for %1.").arg(request->number), [this](const QJsonObject &) { m_plan.endPlacing(); });
}

} // namespace polder
