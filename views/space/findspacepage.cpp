#include "findspacepage.h"

#include "comparerows.h"
#include "envelopeform.h"
#include "floorplaces.h"
#include "model/engine/pieces.h"
#include "numberplaces.h"
#include "proposalrows.h"
#include "searchsummary.h"
#include "sentencefield.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/itemtext.h"
#include "views/parts/placesjson.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 300;

QDateEdit *dateField(const QString &name) {
    auto *field = new DayField;
    field->setAccessibleName(name);
    return field;
}

} // namespace

FindSpacePage::FindSpacePage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_estates(estates)
    , m_navigator(navigator)
    , m_search(estates)
    , m_sentence(new SentenceField)
    , m_envelope(new EnvelopeForm)
    , m_from(dateField(tr("First day")))
    , m_until(dateField(tr("Last day")))
    , m_open(new QCheckBox(tr("no &end")))
    , m_site(new QComboBox)
    , m_about(new QLabel)
    , m_items(new QComboBox)
    , m_free(new QPushButton(tr("Search &freely")))
    , m_summary(theme::heading({}))
    , m_plan(new QLabel)
    , m_notChecked(theme::quiet())
    , m_proposals(new ProposalModel(this))
    , m_proposalTable(new SearchTable(m_proposals, tr("Places that fit")))
    , m_compare(new CompareModel(this))
    , m_refusals(new RefusalModel(this))
    , m_refusalTable(new SearchTable(m_refusals, tr("Racks without a place")))
    , m_floor(new FloorPlaces(this))
    , m_numbers(new NumberPlaces(this))
    , m_places(new QStackedWidget)
    , m_without(new QStackedWidget)
    , m_answers(buildAnswers())
    , m_show(new QPushButton(tr("Show in the &rack")))
    , m_holdUntil(dateField(tr("Hold up to and including")))
    , m_holdWords(new QLabel(tr("Hold up to and including")))
    , m_hold(new QPushButton(tr("H&old")))
    , m_answer(new AnswerPanel(live)) {
    m_sentence->setAlwaysChips(true);
    m_sentence->line()->setAccessibleName(tr("In your own words"));
    m_sentence->line()->setPlaceholderText(tr("In your own words: 4U 1.2 kW dual 35 kg from 1 May"));
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    m_plan->setObjectName(u"plan"_s);
    m_plan->setWordWrap(true);
    m_plan->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_plan->hide();
    m_hold->setObjectName(u"hold"_s);
    m_show->setObjectName(u"show"_s);
    m_holdUntil->setObjectName(u"holdUntil"_s);
    m_holdWords->setBuddy(m_holdUntil);
    m_about->setWordWrap(true);
    m_items->setObjectName(u"items"_s);
    m_items->setAccessibleName(tr("Item of the request"));
    m_items->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    auto *form = new QWidget;
    buildForm(form);
    form->setMinimumWidth(std::max(formWidth, form->sizeHint().width()));
    form->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_show);
    buttons->addWidget(m_holdWords);
    buttons->addWidget(m_holdUntil);
    buttons->addWidget(m_hold);
    auto *right = new QVBoxLayout;
    right->addWidget(m_summary);
    right->addWidget(m_plan);
    right->addWidget(m_notChecked);
    right->addWidget(m_answers, 1);
    right->addWidget(m_answer);
    right->addLayout(buttons);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::margin);
    columns->addWidget(form);
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Find space")));
    layout->addWidget(m_sentence);
    layout->addLayout(columns, 1);
    setFocusStart(m_envelope);

    connect(&m_search, &PlaceSearch::answered, this, &FindSpacePage::showResult);
    connect(m_proposalTable, &SearchTable::chosenChanged, this, &FindSpacePage::showButtons);
    connect(m_proposalTable, &SearchTable::opened, this, &FindSpacePage::showProposal);
    connect(m_refusalTable, &SearchTable::opened, this,
            [this](qint64 key) { m_navigator.open(RackId{static_cast<int>(key)}); });
    connect(m_show, &QPushButton::clicked, this, &FindSpacePage::showProposal);
    connect(m_floor, &FloorPlaces::chosenChanged, this, &FindSpacePage::showButtons);
    connect(m_floor, &FloorPlaces::spotOpened, this, &FindSpacePage::showProposal);
    connect(m_floor, &FloorPlaces::roomOpened, this, [this](RoomId room) { m_navigator.open(room); });
    connect(m_numbers, &NumberPlaces::chosenChanged, this, &FindSpacePage::showButtons);
    connect(m_numbers, &NumberPlaces::placeOpened, this, &FindSpacePage::showProposal);
    connect(m_numbers, &NumberPlaces::rackOpened, this, [this](RackId rack) { m_navigator.open(rack); });
    connect(m_hold, &QPushButton::clicked, this, &FindSpacePage::hold);
    connect(m_free, &QPushButton::clicked, this, [this] { findFor({}); });
    connect(m_answer, &AnswerPanel::busyChanged, this, &FindSpacePage::showButtons);
    connect(m_answer, &AnswerPanel::reloaded, this, &FindSpacePage::search);
    connect(m_items, &QComboBox::activated, this, [this] { findFor(RequestItemId{m_items->currentData().toInt()}); });
    connect(&live, &Live::snapshotChanged, this, &FindSpacePage::showSites);
    showSites();
    findFor({});
}

QTabWidget *FindSpacePage::buildAnswers() {
    m_proposalTable->setObjectName(u"proposals"_s);
    m_proposalTable->setEmptyText(tr("It fits nowhere. The other tab says why, rack by rack."));
    m_refusalTable->setObjectName(u"refusals"_s);
    m_refusalTable->setEmptyText(tr("It fits into every rack that was looked at."));
    auto *compare = new SearchTable(m_compare, tr("The best three places"), SearchTable::Search::None);
    compare->setObjectName(u"compare"_s);
    compare->setEmptyText(tr("There is no place to compare."));
    for (const auto &[stack, tables] :
         {std::pair(m_places, std::array{m_proposalTable, m_floor->spots(), m_numbers->places()}),
          std::pair(m_without, std::array{m_refusalTable, m_floor->refusals(), m_numbers->refusals()})}) {
        for (SearchTable *table : tables) {
            stack->addWidget(table);
        }
    }
    auto *tabs = new QTabWidget;
    tabs->setAccessibleName(tr("Answers"));
    tabs->addTab(m_places, tr("P&laces"));
    tabs->addTab(compare, tr("Compare"));
    tabs->addTab(m_without, tr("Wh&y not elsewhere"));
    return tabs;
}

void FindSpacePage::buildForm(QWidget *form) {
    m_open->setChecked(true);
    m_until->setEnabled(false);
    auto *period = theme::form();
    theme::addField(*period, tr("Fro&m"), m_from);
    theme::addField(*period, tr("Un&til"), m_until);
    period->addRow(QString(), m_open);
    theme::addField(*period, tr("&Site"), m_site);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->addWidget(m_about);
    column->addWidget(m_items);
    column->addWidget(m_free);
    column->addWidget(m_envelope);
    column->addLayout(period);
    column->addStretch();

    connect(m_sentence, &SentenceField::changed, this, &FindSpacePage::followSentence);
    connect(m_envelope, &EnvelopeForm::changed, this, &FindSpacePage::followForm);
    connect(m_open, &QCheckBox::toggled, m_until, &QWidget::setDisabled);
    connect(m_open, &QCheckBox::toggled, this, &FindSpacePage::followForm);
    connect(m_from, &QDateEdit::dateChanged, this, &FindSpacePage::followForm);
    connect(m_until, &QDateEdit::dateChanged, this, &FindSpacePage::followForm);
    connect(m_site, &QComboBox::currentIndexChanged, this, &FindSpacePage::followForm);
}

void FindSpacePage::showSites() {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_sentence->setReader(readerOf(*snapshot, QLocale()));
    const QSignalBlocker quiet(m_site);
    const QVariant before = m_site->currentData();
    m_site->clear();
    m_site->addItem(tr("all"), 0);
    for (const Site &site : snapshot->sites) {
        m_site->addItem(site.code, site.id.value);
    }
    m_site->setCurrentIndex(std::max(0, m_site->findData(before)));
    if (m_from->date() < snapshot->today.toDate() && !m_item) {
        const QSignalBlocker quietToo(m_from);
        m_from->setDate(snapshot->today.toDate());
        m_until->setDate(snapshot->today.toDate().addYears(1));
    }
    showItems();
    showButtons();
}

const Request *FindSpacePage::request(const Snapshot &snapshot) const {
    const RequestItem *item = snapshot.requestItems.find(m_item);
    return item ? snapshot.requests.find(item->request) : nullptr;
}

QString FindSpacePage::kind(const Snapshot &snapshot) const {
    const RequestItem *item = snapshot.requestItems.find(m_item);
    return item ? item->kind : u"rack"_s;
}

FindSpacePage::Where FindSpacePage::where(const Snapshot &snapshot) const {
    const RequestItem *item = snapshot.requestItems.find(m_item);
    return item && takesNumber(*item) ? Where::Number : kind(snapshot) == u"floor" ? Where::Floor : Where::Rack;
}

void FindSpacePage::showItems() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *asked = request(*snapshot);
    m_items->clear();
    m_items->setVisible(asked);
    if (!asked) {
        return;
    }
    for (const RequestItem &item : snapshot->requestItems) {
        if (item.request == asked->id) {
            m_items->addItem(
                tr("%1. %2 – %3").arg(item.ordinal).arg(itemName(item, *snapshot), heldText(item, *snapshot)),
                item.id.value);
        }
    }
    m_items->setCurrentIndex(m_items->findData(m_item.value));
    m_items->setToolTip(m_items->currentText());
}

void FindSpacePage::findFor(RequestItemId item) {
    m_item = item;
    m_newQuestion = true;
    m_answer->dismiss();
    showHoldDays();
    showItem();
    search();
}

/// As long as the record would hold it by itself.
void FindSpacePage::showHoldDays() {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_holdUntil->setMinimumDate(snapshot->today.toDate());
    m_holdUntil->setDate(snapshot->today.plus(snapshot->policy.holdDays).toDate());
}

void FindSpacePage::findSaid(const QString &sentence) {
    findFor(RequestItemId());
    m_sentence->setText(sentence);
}

/// The sentence fills the form, whose fields then say what is searched.
void FindSpacePage::followSentence() {
    const Sentence &sentence = m_sentence->sentence();
    if (m_filling || m_item || sentence.text.trimmed().isEmpty()) {
        return;
    }
    const QScopedValueRollback filling(m_filling, true);
    const Day today = m_live.snapshot()->today;
    Wanted nothing;
    nothing.during.from = today;
    const Wanted asked = wantedBy(sentence, nothing);
    m_envelope->setEnvelope(asked.item, asked.count);
    m_from->setDate(asked.during.from.toDate());
    m_open->setChecked(asked.during.openEnded());
    if (!asked.during.openEnded()) {
        m_until->setDate(asked.during.until.plus(-1).toDate());
    }
    m_site->setCurrentIndex(std::max(0, m_site->findData(asked.site.value)));
    m_newQuestion = true;
    search();
}

/// What is changed by hand the sentence no longer says.
void FindSpacePage::followForm() {
    if (m_filling) {
        return;
    }
    const QScopedValueRollback filling(m_filling, true);
    m_sentence->setText({});
    search();
}

void FindSpacePage::showItem() {
    const QScopedValueRollback filling(m_filling, true);
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *asked = request(*snapshot);
    showItems();
    m_free->setVisible(asked);
    m_sentence->setVisible(!asked);
    m_sentence->setText({});
    m_envelope->setEnabled(!asked);
    for (QWidget *field : {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_open)}) {
        field->setEnabled(!asked);
    }
    const Where stands = where(*snapshot);
    m_places->setCurrentIndex(static_cast<int>(stands));
    m_without->setCurrentIndex(static_cast<int>(stands));
    m_answers->setTabVisible(1, stands == Where::Rack);
    m_show->setText(stands == Where::Floor    ? tr("Show on the p&lan")
                    : stands == Where::Number ? tr("Open the &rack")
                                              : tr("Show in the &rack"));
    if (!asked) {
        m_envelope->setKind(u"rack"_s);
        m_until->setDisabled(m_open->isChecked());
        m_about->setText(tr("What is not given is not checked."));
        return;
    }
    m_about->setText(
        tr("For request %1, %2.").arg(asked->number, asked->project.isEmpty() ? tr("a project") : asked->project));
    const QSignalBlocker quiet(m_from);
    const QSignalBlocker quietToo(m_until);
    m_from->setDate(std::max(asked->during.from, snapshot->today).toDate());
    m_open->setChecked(asked->during.openEnded());
    if (!asked->during.openEnded()) {
        m_until->setDate(asked->during.until.plus(-1).toDate());
    }
    m_until->setEnabled(false);
    m_envelope->setItem(*snapshot->requestItems.find(m_item), *snapshot);
    m_site->setCurrentIndex(std::max(0, m_site->findData(asked->wishSite.value)));
}

Wanted FindSpacePage::wanted() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    Wanted wanted;
    wanted.item = m_envelope->envelope();
    wanted.count = m_envelope->count();
    wanted.during.from = Day::fromDate(m_from->date());
    if (!m_open->isChecked()) {
        wanted.during.until = Day::fromDate(m_until->date()).plus(1);
    }
    wanted.site = SiteId{m_site->currentData().toInt()};
    wanted.owner = snapshot->viewer.organisation;
    if (const auto *inlet = m_sentence->sentence().find<said::Inlet>()) { // the form has no field for it
        wanted.item.inletMin = inlet->min;
        wanted.item.inletMax = inlet->max;
    }
    if (request(*snapshot)) {
        Wanted asked = wantedOf(*snapshot->requestItems.find(m_item), *snapshot);
        asked.site = wanted.site;
        return asked;
    }
    return wanted;
}

void FindSpacePage::search() {
    const Wanted question = wanted();
    if (question.during.empty()) {
        m_search.forget();
        m_summary->setText(tr("The last day lies before the first."));
        m_plan->hide();
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    if (request(*snapshot)) {
        m_search.ask(*snapshot->requestItems.find(m_item), question, *snapshot);
    } else {
        m_search.ask(question);
    }
    showButtons(); // nothing is held by an answer to another question
}

void FindSpacePage::showResult() {
    const Snapshot &snapshot = m_search.estate()->snapshot();
    const SearchResult &result = m_search.result();
    const bool several = m_search.wanted()->count > 1;
    m_summary->setText(foundText(m_search.found(), snapshot));
    m_plan->setText(several ? foundPlanText(m_search.found(), m_search.wanted()->count, snapshot) : QString());
    m_plan->setVisible(several);
    m_notChecked->setText(notCheckedText(result));
    m_notChecked->setVisible(!m_notChecked->text().isEmpty());
    if (m_search.found().floor) {
        m_floor->show(m_search.found(), snapshot, std::exchange(m_newQuestion, false));
        return showButtons();
    }
    if (const auto &numbers = m_search.found().numbers) {
        m_numbers->show(*numbers, m_search.wanted()->during, snapshot, std::exchange(m_newQuestion, false));
        return showButtons();
    }
    m_proposals->replaceRows(proposalRows(result, snapshot));
    m_compare->replaceRows(compareRows(result, *m_search.wanted(), snapshot, m_estates.capacities()));
    m_refusals->replaceRows(refusalRows(result, snapshot));
    if ((m_newQuestion || !chosen()) && !result.proposals.empty()) {
        m_newQuestion = false;
        m_proposalTable->fitColumns();
        m_proposalTable->choose(result.proposals.front().rack.value);
    }
    showButtons();
}

const Proposal *FindSpacePage::chosen() const {
    if (!m_search.upToDate()) {
        return nullptr;
    }
    const auto &proposals = m_search.result().proposals;
    const auto found =
        std::ranges::find(proposals, RackId{static_cast<int>(m_proposalTable->chosen())}, &Proposal::rack);
    return found == proposals.end() ? nullptr : &*found;
}

std::vector<Proposal> FindSpacePage::places() const {
    if (m_search.upToDate() && m_search.wanted()->count > 1) {
        return m_search.result().plan;
    }
    const Proposal *one = chosen();
    return one ? std::vector{*one} : std::vector<Proposal>();
}

void FindSpacePage::showButtons() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *asked = request(*snapshot);
    const Where stands = where(*snapshot);
    m_show->setEnabled(stands == Where::Floor    ? m_search.upToDate() && m_floor->chosen()
                       : stands == Where::Number ? m_search.upToDate() && m_numbers->chosen()
                                                 : chosen() != nullptr);
    for (QWidget *part : std::initializer_list<QWidget *>{m_hold, m_holdWords, m_holdUntil}) {
        part->setVisible(asked);
    }
    if (!asked) {
        return;
    }
    const RequestItem &item = *snapshot->requestItems.find(m_item);
    const bool complete = m_search.wanted() && placesToHold(*snapshot).size() == m_search.wanted()->count;
    const bool offered = asked->offers.contains(u"hold"_s);
    const int pieces = wantedOf(item, *snapshot).count;
    m_hold->setText(pieces == 1 ? tr("H&old this place") : tr("H&old all %1 places").arg(pieces));
    m_hold->setEnabled(complete && offered && !m_answer->busy());
    m_hold->setToolTip(offered ? QString() : tr("Places can be held while the request is in review."));
}

QJsonArray FindSpacePage::placesToHold(const Snapshot &snapshot) const {
    if (kind(snapshot) == u"floor") {
        return m_search.upToDate() ? m_floor->places(m_search.wanted()->count, snapshot) : QJsonArray();
    }
    if (where(snapshot) == Where::Number) {
        return m_search.upToDate() ? m_numbers->toHold(m_search.wanted()->count, snapshot) : QJsonArray();
    }
    QJsonArray wantedPlaces;
    for (const Proposal &place : places()) {
        wantedPlaces << placeJson(place, snapshot);
    }
    return wantedPlaces;
}

void FindSpacePage::showProposal() {
    if (where(*m_live.snapshot()) == Where::Number) {
        if (const NumberPlace *place = m_search.upToDate() ? m_numbers->chosen() : nullptr) {
            m_navigator.open(place->rack);
        }
        return;
    }
    if (kind(*m_live.snapshot()) == u"floor") {
        const FloorPlace *spot = m_search.upToDate() ? m_floor->chosen() : nullptr;
        if (spot) {
            m_navigator.offerSpot({{spot->room, spot->x, spot->y, spot->orientationDegrees},
                                   m_item,
                                   m_floor->besideChosen(m_search.wanted()->count),
                                   m_search.wanted()->during.from});
        }
        return;
    }
    if (const Proposal *place = chosen()) {
        m_navigator.offerPlace({{place->rack, place->position, place->face, place->half}, wanted(), m_item});
    }
}

void FindSpacePage::hold() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *asked = request(*snapshot);
    if (!asked) {
        return;
    }
    const RequestItem &item = *snapshot->requestItems.find(m_item);
    const auto chosenPlaces = where(*snapshot) == Where::Rack ? places() : std::vector<Proposal>();
    const QJsonObject arguments{{u"request"_s, asked->number},
                                {u"item"_s, item.ordinal},
                                {u"places"_s, placesToHold(*snapshot)},
                                {u"until_date"_s, m_holdUntil->date().toString(Qt::ISODate)}};
    std::optional<Elsewhere> elsewhere;
    if (chosenPlaces.size() == 1) { // of several each has a place of its own
        const Proposal &place = chosenPlaces.front();
        elsewhere = Elsewhere{&m_estates,
                              wanted(),
                              {place.rack, place.position, place.face, place.half},
                              [this, arguments](const NearSpot &near) {
                                  QJsonObject there = arguments;
                                  there[u"places"_s] = placesJson(near, *m_live.snapshot());
                                  return there;
                              }};
    }
    m_answer->ask(
        u"hold"_s, arguments, tr("Held."), [this, held = item.id](const QJsonObject &) { afterHold(held); }, elsewhere);
}

void FindSpacePage::afterHold(RequestItemId held) {
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem *item = snapshot->requestItems.find(held);
    const Request *asked = item ? snapshot->requests.find(item->request) : nullptr;
    if (!asked) {
        return;
    }
    const RequestItemId next = nextToHold(asked->id, *snapshot);
    if (next == held || !asked->offers.contains(u"hold"_s)) {
        m_navigator.open(asked->id);
        return;
    }
    findFor(next);
    m_answer->showDone(tr("Held. The next item of the request:"));
}

} // namespace polder
