#include "requestspage.h"

#include "intentionbar.h"
#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/engine/pieces.h"
#include "model/items/statetext.h"
#include "views/parts/answerpanel.h"
#include "views/parts/facts.h"
#include "views/parts/itemtext.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

#include <set>

namespace polder {

using namespace Qt::StringLiterals;

RequestsPage::RequestsPage(Live &live, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_model(new RequestModel(this))
    , m_table(new SearchTable(m_model, tr("Requests")))
    , m_write(new QPushButton(tr("&Write a request")))
    , m_number(theme::heading({}))
    , m_state(new QLabel)
    , m_detail(new QLabel)
    , m_places(new QLabel)
    , m_intentions(new IntentionBar)
    , m_answer(new AnswerPanel(live)) {
    m_table->setEmptyText(tr("There is no request that concerns you."));
    m_write->setObjectName(u"write"_s);
    m_state->setObjectName(u"state"_s);
    m_detail->setObjectName(u"detail"_s);
    for (auto *label : {m_detail, m_places, m_state}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    }
    m_places->setAccessibleName(tr("Places"));

    auto *inside = new QWidget;
    auto *text = new QVBoxLayout(inside);
    text->setContentsMargins({});
    text->addWidget(m_detail);
    text->addWidget(m_places);
    text->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("The request"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);

    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(m_number);
    column->addWidget(m_state);
    column->addWidget(m_intentions);
    column->addWidget(m_answer);
    column->addWidget(scroll, 1);

    auto *splitter = new QSplitter;
    splitter->addWidget(m_table);
    splitter->addWidget(side);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({660, 420});

    auto *head = new QHBoxLayout;
    head->addWidget(theme::title(tr("Requests")), 1);
    head->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);

    connect(m_write, &QPushButton::clicked, &navigator, &Navigator::writeRequest);
    connect(m_table, &SearchTable::chosenChanged, this, [this] {
        m_answer->dismiss();
        showDetail();
    });
    connect(m_places, &QLabel::linkActivated, this,
            [this](const QString &link) { m_navigator.open(RackId{link.toInt()}); });
    connect(m_intentions, &IntentionBar::wanted, this, [this](const QString &intention, const QJsonObject &arguments) {
        // The snapshot is newer than the answer: it has what became of it.
        m_answer->ask(intention, arguments, {}, [this, intention, request = chosen()](const QJsonObject &) {
            m_answer->showDone(doneText(intention, request));
        });
    });
    connect(m_intentions, &IntentionBar::holdWanted, this, &RequestsPage::findPlace);
    connect(m_intentions, &IntentionBar::amendWanted, this, [this] { m_navigator.amendRequest(chosen()); });
    connect(m_answer, &AnswerPanel::busyChanged, m_intentions, &QWidget::setDisabled);
    connect(&live, &Live::snapshotChanged, this, &RequestsPage::showSnapshot);
    showSnapshot();
}

void RequestsPage::show(RequestId request) {
    m_table->search({}); // which may hide it
    m_table->choose(request.value);
}

void RequestsPage::showOf(const QString &person) {
    m_table->search(person);
}

RequestId RequestsPage::chosen() const {
    return {static_cast<int>(m_table->chosen())};
}

void RequestsPage::showSnapshot() {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_write->setVisible(snapshot->viewer.mayAsk);
    m_model->show(*snapshot);
    showDetail();
}

void RequestsPage::showDetail() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(chosen());
    if (!request) {
        m_number->setText(tr("Nothing chosen"));
        m_state->setText(tr("Choose a request to read it."));
        m_detail->clear();
        m_places->clear();
        m_intentions->clear();
        return;
    }
    const Format format;
    m_number->setText(request->project.isEmpty() ? request->number
                                                 : tr("%1 · %2").arg(request->number, request->project));
    m_state->setText(request->stateReason.isEmpty()
                         ? stateText(request->state)
                         : tr("%1: %2").arg(stateText(request->state), request->stateReason));
    const auto nameOf = [&](PersonId id) {
        const Person *person = snapshot->people.find(id);
        return person ? person->name : QString();
    };
    const Organisation *organisation = snapshot->organisations.find(request->organisation);
    const Department *department = snapshot->departments.find(request->department);
    const Site *wish = snapshot->sites.find(request->wishSite);
    QStringList items;
    for (const RequestItem &item : snapshot->requestItems) {
        if (item.request == request->id) {
            const bool partly = request->state == u"in review" && !holdsOf(item, *snapshot).empty();
            items << itemText(item, *snapshot) + (partly ? u" – "_s + heldText(item, *snapshot) : QString());
        }
    }
    m_detail->setText(factsText({
        {tr("Asked for"), items.join(u'\n')},
        {tr("Period"), format.period(request->during)},
        {tr("Institution"), organisation ? organisation->name : QString()},
        {tr("Department"), department ? department->name : QString()},
        {tr("Requester"), nameOf(request->requester)},
        {tr("Sponsor"), nameOf(request->sponsor)},
        {tr("Cost centre"), request->costCentre},
        {tr("Data class"), Format::dataClass(request->dataClass)},
        {tr("Wished site"), wish ? wish->code : QString()},
        {tr("Redundant"), request->wishRedundant ? (*request->wishRedundant ? tr("yes") : tr("no")) : QString()},
        {tr("Submitted"), request->submittedOn ? format.day(*request->submittedOn) : QString()},
        {tr("Answer due"), request->decisionDue ? format.day(*request->decisionDue) : QString()},
        {tr("Held until"), request->holdUntil ? format.day(*request->holdUntil) : QString()},
        {tr("Comment"), request->comment},
    }));
    showPlaces(*request, *snapshot);
    m_intentions->show(*request, *snapshot);
}

/// What the request is now; after an installation how far it is, since one piece does not change its state.
QString RequestsPage::doneText(const QString &intention, RequestId id) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(id);
    if (!request) {
        return tr("Done.");
    }
    if (intention == u"install") {
        std::set<EquipmentId> installed;
        int wanted = 0;
        for (const RequestItem &item : snapshot->requestItems) {
            wanted += item.request == id ? item.count : 0;
        }
        for (const auto &[item, equipment, placement] : piecesOf(id, *snapshot)) {
            if (placement->state == u"installed") {
                installed.insert(equipment->id);
            }
        }
        return tr("%1: installed, %2 of %3 pieces.").arg(request->number).arg(installed.size()).arg(wanted);
    }
    return tr("%1: done, the request is %2.").arg(request->number, stateText(request->state));
}

void RequestsPage::showPlaces(const Request &request, const Snapshot &snapshot) {
    const Format format;
    QStringList lines;
    for (const auto &[item, equipment, placement] : piecesOf(request.id, snapshot)) {
        const Rack *rack = snapshot.racks.find(placement->rack);
        if (rack && placement->position) {
            lines << tr("%1: <a href='%2'>%3</a>, unit %4, %5")
                         .arg(equipment->name.toHtmlEscaped(), QString::number(rack->id.value),
                              rackPath(snapshot, rack->id).toHtmlEscaped(), format.unit(*rack, *placement->position),
                              stateText(placement->state));
        }
    }
    m_places->setText(lines.join(u"<br>"_s));
}

void RequestsPage::findPlace() {
    m_navigator.findPlace(nextToHold(chosen(), *m_live.snapshot()));
}

} // namespace polder
