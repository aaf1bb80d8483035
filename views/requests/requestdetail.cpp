#include "requestdetail.h"

#include "installdialog.h"
#include "intentionbar.h"
#include "model/core/format.h"
#include "model/core/placetext.h"
#include "model/engine/pieces.h"
#include "model/items/statetext.h"
#include "sharedthere.h"
#include "views/parts/answerpanel.h"
#include "views/parts/facts.h"
#include "views/parts/itemtext.h"
#include "views/parts/navigator.h"
#include "views/parts/paperspanel.h"
#include "views/parts/quotatext.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString reviewText(const QString &review) {
    return review == u"open"     ? RequestDetail::tr("open: nothing is held before it is passed")
           : review == u"passed" ? RequestDetail::tr("passed")
                                 : QString();
}

} // namespace

RequestDetail::RequestDetail(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_estates(estates)
    , m_navigator(navigator)
    , m_number(theme::heading({}))
    , m_state(new QLabel)
    , m_detail(new QLabel)
    , m_shared(new SharedThere(live))
    , m_places(new QLabel)
    , m_intentions(new IntentionBar)
    , m_answer(new AnswerPanel(live))
    , m_papers(new PapersPanel(live)) {
    setAcceptDrops(true);
    m_state->setObjectName(u"state"_s);
    m_detail->setObjectName(u"detail"_s);
    m_places->setObjectName(u"places"_s);
    m_answer->setObjectName(u"requestAnswer"_s);
    for (auto *label : {m_detail, m_places, m_state}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    }
    m_places->setAccessibleName(tr("Places"));

    auto *inside = new QWidget;
    auto *text = new QVBoxLayout(inside);
    text->setContentsMargins({});
    text->setSpacing(theme::gap);
    text->addWidget(m_detail);
    text->addWidget(m_shared);
    text->addWidget(m_places);
    text->addWidget(m_papers, 1);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("The request"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(m_number);
    column->addWidget(m_state);
    column->addWidget(m_intentions);
    column->addWidget(m_answer);
    column->addWidget(scroll, 1);

    for (QPushButton *button : m_papers->findChildren<QPushButton *>()) {
        button->setText(button->text().remove(u'&')); // Alt and a letter belong to what can be done with the request
    }

    connect(m_places, &QLabel::linkActivated, this, [this](const QString &link) {
        const int id = link.section(u':', 1).toInt();
        link.startsWith(u"rack:"_s) ? m_navigator.open(RackId{id}) : m_navigator.open(RoomId{id});
    });
    connect(m_intentions, &IntentionBar::wanted, this, &RequestDetail::ask);
    connect(m_intentions, &IntentionBar::holdWanted, this,
            [this] { m_navigator.findPlace(nextToHold(m_request, *m_live.snapshot())); });
    connect(m_intentions, &IntentionBar::amendWanted, this, [this] { m_navigator.amendRequest(m_request); });
    connect(m_intentions, &IntentionBar::installWanted, this, &RequestDetail::install);
    connect(m_answer, &AnswerPanel::busyChanged, m_intentions, &QWidget::setDisabled);
    connect(&estates, &EstateWatch::estateChanged, this, [this] { show(m_request); });
}

void RequestDetail::forgetAnswer() {
    m_answer->dismiss();
}

void RequestDetail::show(RequestId id) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(id);
    m_request = request ? id : RequestId();
    m_papers->setVisible(request);
    m_papers->show(u"request"_s, m_request.value);
    if (!request) {
        return showNothing();
    }
    m_number->setText(request->project.isEmpty() ? request->number
                                                 : tr("%1 · %2").arg(request->number, request->project));
    m_state->setText(request->stateReason.isEmpty()
                         ? stateText(request->state)
                         : tr("%1: %2").arg(stateText(request->state), request->stateReason));
    showFacts(*request, *snapshot);
    showPlaces(*request, *snapshot);
    m_intentions->show(*request, *snapshot);
}

void RequestDetail::showNothing() {
    m_number->setText(tr("Nothing chosen"));
    m_state->setText(tr("Choose a request to read it."));
    m_detail->clear();
    m_places->clear();
    m_shared->show(std::vector<RequestItem>());
    m_intentions->clear();
}

void RequestDetail::showFacts(const Request &request, const Snapshot &snapshot) {
    const Format format;
    const auto nameOf = [&](PersonId id) {
        const Person *person = snapshot.people.find(id);
        return person ? person->name : QString();
    };
    const Organisation *organisation = snapshot.organisations.find(request.organisation);
    const Department *department = snapshot.departments.find(request.department);
    const Site *wish = snapshot.sites.find(request.wishSite);
    QStringList items;
    std::vector<RequestItem> wanted;
    // Those that may still be withdrawn because of it.
    const bool undecided = request.offers.contains(u"withdraw"_s) || request.offers.contains(u"review"_s) ||
                           request.offers.contains(u"hold"_s) || request.offers.contains(u"endorse"_s);
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request == request.id) {
            if (undecided) {
                wanted.push_back(item);
            }
            const bool partly = request.state == u"in review" && !holdsOf(item, snapshot).empty();
            items << itemText(item, snapshot) + (partly ? u" – "_s + heldText(item, snapshot) : QString());
        }
    }
    m_shared->show(std::move(wanted));
    m_detail->setText(factsText({
        {tr("Asked for"), items.join(u'\n')},
        {tr("Period"), format.period(request.during)},
        {tr("Quota"), quotaOf(request)},
        {tr("Institution"), organisation ? organisation->name : QString()},
        {tr("Department"), department ? department->name : QString()},
        {tr("Requester"), nameOf(request.requester)},
        {tr("Sponsor"), nameOf(request.sponsor)},
        {tr("Cost centre"), request.costCentre},
        {tr("Data class"), Format::dataClass(request.dataClass)},
        {tr("Security review"), reviewText(request.securityReview)},
        {tr("Wished site"), wish ? wish->code : QString()},
        {tr("Redundant"), request.wishRedundant ? (*request.wishRedundant ? tr("yes") : tr("no")) : QString()},
        {tr("Submitted"), request.submittedOn ? format.day(*request.submittedOn) : QString()},
        {tr("Answer due"), request.decisionDue ? format.day(*request.decisionDue) : QString()},
        {tr("Held until"), request.holdUntil ? format.day(*request.holdUntil) : QString()},
        {tr("Comment"), request.comment},
    }));
}

/// While there is something to be done with it, and the estate has been worked out.
QString RequestDetail::quotaOf(const Request &request) const {
    const EstatePtr estate = m_estates.estate();
    const Request *known = estate ? estate->snapshot().requests.find(request.id) : nullptr;
    QStringList lines;
    if (known && !request.offers.isEmpty()) {
        for (const QuotaEffect &effect : quotaEffects(*estate, *known)) {
            lines << quotaText(effect, estate->snapshot());
        }
    }
    return lines.join(u'\n');
}

/// All that have one, or had one; not what was given back.
void RequestDetail::showPlaces(const Request &request, const Snapshot &snapshot) {
    QStringList lines;
    for (const auto &[item, equipment, placement] : piecesOf(request.id, snapshot)) {
        const QString place = placeText(snapshot, *placement).toHtmlEscaped();
        const RackId rack = rackAround(snapshot, *placement);
        const QString link = rack              ? u"rack:%1"_s.arg(rack.value)
                             : placement->room ? u"room:%1"_s.arg(placement->room.value)
                                               : QString();
        if (placement->state != u"released") {
            lines << tr("%1: %2, %3")
                         .arg(equipment->name.toHtmlEscaped(),
                              link.isEmpty() ? place : u"<a href='%1'>%2</a>"_s.arg(link, place),
                              stateText(placement->state));
        }
    }
    m_places->setText(lines.join(u"<br>"_s));
    m_places->setVisible(!lines.isEmpty());
}

void RequestDetail::ask(const QString &intention, const QJsonObject &arguments) {
    // The snapshot is newer than the answer: it has what became of it.
    m_answer->ask(intention, arguments, {}, [this, id = m_request](const QJsonObject &result) {
        const SnapshotPtr snapshot = m_live.snapshot();
        const Request *request = snapshot->requests.find(id);
        m_intentions->finish();
        if (id == m_request) {
            show(id); // what can be done with it now, without waiting for the estate
        }
        if (result[u"asked"_s].toBool()) { // not hers to do: somebody was told that she wants it
            m_answer->showDone(tr("Asked. The facility manager decides it, and you are told."));
            return;
        }
        m_answer->showDone(request ? tr("%1: done, the request is %2.").arg(request->number, stateText(request->state))
                                   : tr("Done."));
    });
}

void RequestDetail::install() {
    auto *dialog = new InstallDialog(m_live, m_estates, m_request, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, id = m_request] {
        if (id == m_request) {
            m_answer->showDone(InstallDialog::progressText(id, *m_live.snapshot()));
        }
    });
    dialog->open();
}

void RequestDetail::dragEnterEvent(QDragEnterEvent *event) {
    if (m_request && PapersPanel::hasFiles(event->mimeData())) {
        event->acceptProposedAction();
    }
}

void RequestDetail::dropEvent(QDropEvent *event) {
    if (m_request && PapersPanel::hasFiles(event->mimeData())) {
        event->acceptProposedAction();
        m_papers->attach(event->mimeData());
    }
}

} // namespace polder
