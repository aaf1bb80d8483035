#include "requestformpage.h"

#include "choices.h"
#include "clashpanel.h"
#include "itemsform.h"
#include "partiesform.h"
#include "periodform.h"
#include "requestanswer.h"
#include "requestfiles.h"
#include "requestjson.h"
#include "requestmerge.h"

#include "model/exchange/requestfile.h"
#include "model/items/fieldtext.h"
#include "model/items/requestfiletext.h"
#include "views/parts/answerpanel.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QHash>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// The fields, which are never narrower than what they say: with large letters they are scrolled.
class Fields : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override {
        return {sizeHint().width(), QWidget::minimumSizeHint().height()};
    }
};

} // namespace

RequestFormPage::RequestFormPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_title(theme::title({}))
    , m_parties(new PartiesForm)
    , m_period(new PeriodForm)
    , m_items(new ItemsForm(live))
    , m_fit(new RequestAnswer(live, estates))
    , m_requester(new QComboBox)
    , m_evidence(new QLineEdit)
    , m_onBehalf(buildBehalf())
    , m_openFile(new QPushButton(tr("Open a file …")))
    , m_saveFile(new QPushButton(tr("Save as a file …")))
    , m_draft(new QPushButton(tr("Save as a dra&ft")))
    , m_submit(new QPushButton(tr("&Submit")))
    , m_clashPanel(new ClashPanel)
    , m_answer(new AnswerPanel(live)) {
    m_openFile->setObjectName(u"openFile"_s);
    m_saveFile->setObjectName(u"saveFile"_s);
    m_submit->setObjectName(u"submit"_s);
    m_draft->setObjectName(u"draft"_s);
    m_submit->setDefault(true);

    auto *about = new QVBoxLayout;
    about->setSpacing(theme::margin);
    about->addWidget(m_parties);
    about->addWidget(m_period);
    about->addStretch();
    auto *fields = new Fields;
    auto *columns = new QHBoxLayout(fields);
    columns->setContentsMargins({});
    columns->setSpacing(2 * theme::margin);
    columns->addLayout(about);
    columns->addWidget(m_items);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("The request"));
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_openFile);
    buttons->addWidget(m_saveFile);
    buttons->addStretch();
    buttons->addWidget(m_draft);
    buttons->addWidget(m_submit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_fit);
    layout->addWidget(m_onBehalf);
    layout->addWidget(m_clashPanel);
    layout->addWidget(m_answer);
    layout->addLayout(buttons);
    setFocusStart(m_parties);

    connectParts();
    showSnapshot();
    edit({});
}

QWidget *RequestFormPage::buildBehalf() {
    m_requester->setObjectName(u"requester"_s);
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setPlaceholderText(tr("the mail or paper in which it was asked"));
    auto *behalf = new QWidget;
    auto *line = new QHBoxLayout(behalf);
    line->setContentsMargins({});
    line->addWidget(theme::labelled(tr("On behalf of"), m_requester, tr("On behalf of")));
    line->addWidget(theme::labelled(tr("Evidence"), m_evidence, tr("Evidence")), 1);
    return behalf;
}

void RequestFormPage::connectParts() {
    connect(m_openFile, &QPushButton::clicked, this, [this] {
        openFile(QFileDialog::getOpenFileName(this, tr("Request"), {},
                                              tr("Request or filled-in form (*.polder-request *.json *.xlsx)")));
    });
    connect(m_saveFile, &QPushButton::clicked, this, &RequestFormPage::saveFile);
    connect(m_draft, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_submit, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_answer, &AnswerPanel::refused, this, &RequestFormPage::markRefused);
    connect(m_answer, &AnswerPanel::reloaded, this, &RequestFormPage::followRecord);
    connect(m_clashPanel, &ClashPanel::theirsTaken, this, &RequestFormPage::takeTheirs);
    connect(m_clashPanel, &ClashPanel::mineKept, this, &RequestFormPage::keepMine);
    connect(m_answer, &AnswerPanel::busyChanged, m_submit, &QWidget::setDisabled);
    connect(m_answer, &AnswerPanel::busyChanged, m_draft, &QWidget::setDisabled);
    connect(m_period, &PeriodForm::changed, this, &RequestFormPage::search);
    connect(m_items, &ItemsForm::changed, this, &RequestFormPage::search);
    connect(&m_live, &Live::snapshotChanged, this, &RequestFormPage::showSnapshot);
    connect(&m_live, &Live::snapshotChanged, this, &RequestFormPage::followRecord);
    connect(&m_live, &Live::snapshotChanged, this, &RequestFormPage::submitWhenSeen);
}

void RequestFormPage::showSnapshot() {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_parties->showSnapshot(*snapshot);
    m_period->showSnapshot(*snapshot, !m_request);
    m_items->showSnapshot();
    QList<std::pair<QString, QVariant>> requesters{{tr("myself"), 0}};
    for (const Person &person : snapshot->people) {
        if (person.organisation == snapshot->viewer.organisation && !person.name.isEmpty() &&
            person.id != snapshot->viewer.person) {
            requesters << std::pair(person.name, QVariant(person.id.value));
        }
    }
    refill(m_requester, requesters);
    m_onBehalf->setVisible(snapshot->viewer.mayAskForOthers && !m_request);
}

void RequestFormPage::edit(RequestId id) {
    m_toSubmit.clear();
    m_mark.clear();
    m_answer->dismiss();
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(id);
    m_request = request ? id : RequestId();
    m_evidence->clear();
    choose(m_requester, 0);
    showSnapshot();
    take(request ? requestJson(*request, *snapshot) : QJsonObject{{u"wishes"_s, QJsonObject{{u"redundant"_s, true}}}});
    m_title->setText(request ? tr("Request %1").arg(request->number) : tr("A new request"));
    m_submit->setVisible(!request || request->state == u"draft" || request->state == u"returned");
    m_draft->setText(request ? tr("Save the &change") : tr("Save as a dra&ft"));
    m_before = request ? json() : QJsonObject();
    m_record = request ? requestJson(*request, *snapshot) : QJsonObject();
    m_clashes.clear();
    m_changedBy.clear();
    m_refusedAsStale = false;
    showClashes();
}

void RequestFormPage::followRecord() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(m_request);
    if (!request || !m_items->trouble().isEmpty()) { // what cannot be read would be lost; it is looked at when it can
        return;
    }
    const QJsonObject now = requestJson(*request, *snapshot);
    const QJsonObject known = std::exchange(m_record, now);
    if (known.isEmpty() || now == known) {
        return;
    }
    const QJsonObject mine = json();
    const QJsonObject theirs = withTheirs(m_before, known, now);
    const RequestMerge merge = mergeRequest(m_before, mine, theirs);
    if (theirs != m_before) {
        putIn(theirs);
        m_before = json();
        putIn(merge.merged);
    }
    for (const QString &path : merge.clashes) {
        if (!m_clashes.contains(path)) {
            m_clashes << path;
        }
    }
    showStale();
}

/// Once both are here: that it was refused as stale, and by whose change.
void RequestFormPage::showStale() {
    showClashes();
    if (m_record != m_writtenOver && std::exchange(m_refusedAsStale, false)) {
        m_answer->dismiss();
        if (m_clashes.isEmpty()) {
            m_answer->showDone(tr("What was changed meanwhile is here now, and what you wrote is kept. Save again."));
        }
    }
}

/// The item that is looked at stays the one.
void RequestFormPage::putIn(const QJsonObject &request) {
    const int item = m_items->current();
    take(request);
    m_items->choose(std::min<int>(item, static_cast<int>(m_items->json().size()) - 1));
}

void RequestFormPage::showClashes() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QJsonObject mine = json();
    std::vector<ClashPanel::Row> rows;
    m_clashes.removeIf([&](const QString &path) { return valueAt(mine, path) == valueAt(m_before, path); });
    for (const QString &path : m_clashes) {
        rows.push_back({path, fieldText(path), requestValueText(path, valueAt(mine, path), *snapshot),
                        requestValueText(path, valueAt(m_before, path), *snapshot)});
    }
    m_clashPanel->show(m_changedBy, rows);
}

void RequestFormPage::takeTheirs(const QString &path) {
    m_clashes.removeAll(path);
    putIn(withValueAt(json(), path, valueAt(m_before, path)));
    showClashes();
}

/// It is in the form, and sent as a change of theirs.
void RequestFormPage::keepMine(const QString &path) {
    m_clashes.removeAll(path);
    showClashes();
}

void RequestFormPage::take(const QJsonObject &request) {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_rest = withoutFields(request);
    m_parties->take(request, *snapshot);
    m_period->take(request, *snapshot);
    m_items->take(request[u"items"_s].toArray());
}

QByteArray RequestFormPage::fileContent() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    QJsonObject file = json();
    file[u"version"_s] = requestFileVersion;
    const Organisation *organisation = snapshot->organisations.find(owner());
    file[u"organisation"_s] = organisation ? organisation->code : QString();
    const Person *sponsor = snapshot->people.find(m_parties->sponsor());
    for (const QString &own : {u"sponsor"_s, u"requester"_s, u"evidence"_s}) { // of this record, and of who opens it
        file.remove(own);
    }
    if (sponsor && !sponsor->handle.isEmpty()) {
        file[u"sponsor"_s] = sponsor->handle;
    }
    for (const QString &text : {u"project"_s, u"cost_centre"_s}) {
        if (file[text].toString().isEmpty()) {
            file.remove(text);
        }
    }
    return QJsonDocument(file).toJson();
}

bool RequestFormPage::read(const QByteArray &content, const QString &title) {
    const auto read = parseRequest(content);
    if (!read.ok()) {
        QStringList words = requestFileTexts(read.error());
        const QString first = words.takeFirst();
        m_answer->showError(read.error(), first, words.join(u'\n'));
        return false;
    }
    edit({});
    take(QJsonDocument::fromJson(writeRequest(*read)).object());
    m_title->setText(title);
    return true;
}

void RequestFormPage::openContent(const QByteArray &content) {
    (void)read(content, tr("A request from a file"));
}

void RequestFormPage::fill(const QByteArray &content) {
    (void)read(content, tr("A new request"));
}

void RequestFormPage::openFile(const QString &path) {
    if (path.isEmpty()) {
        return;
    }
    const auto content = requestAt(path);
    content.ok() ? openContent(*content) : m_answer->showError(content.error());
}

void RequestFormPage::saveFile() {
    if (!isReadable()) {
        return;
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Request"), m_parties->project() + u".polder-request"_s,
                                     tr("Request (*.polder-request)") + u";;"_s + tr("Form to fill in (*.xlsx)"));
    if (path.isEmpty()) {
        return;
    }
    const Status saved = saveRequest(path, fileContent());
    saved.ok() ? m_answer->showDone(tr("Saved as %1.").arg(path)) : m_answer->showError(saved.error());
}

void RequestFormPage::search() {
    auto items = m_items->items();
    for (RequestItem &item : items) {
        item.request = m_request;
    }
    m_fit->ask(std::move(items), m_items->labels(), m_items->current(),
               {.during = m_period->period(),
                .site = m_period->site(),
                .owner = owner(),
                .redundant = m_period->redundant(),
                .together = withinNamed(m_period->together()),
                .apart = withinNamed(m_period->apart())});
}

/// Whose it is, or will be.
OrganisationId RequestFormPage::owner() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(m_request);
    return request ? request->organisation : snapshot->viewer.organisation;
}

/// All of it, of what the form has no field for too.
QJsonObject RequestFormPage::json() const {
    QJsonObject json = m_rest;
    m_parties->addTo(json);
    m_period->addTo(json, *m_live.snapshot());
    json[u"items"_s] = m_items->json();
    if (const int requester = m_requester->currentData().toInt(); requester != 0 && !m_request) {
        json[u"requester"_s] = requester;
    }
    if (const QString evidence = m_evidence->text().trimmed(); !evidence.isEmpty() && !m_request) {
        json[u"evidence"_s] = evidence;
    }
    return json;
}

/// What cannot be read is neither sent nor saved: it would be lost.
bool RequestFormPage::isReadable() {
    const QString trouble = m_items->trouble();
    if (trouble.isEmpty()) {
        return true;
    }
    Error error;
    error.kind = Error::Kind::Invalid;
    error.what = trouble;
    m_answer->showError(error, trouble, {});
    return false;
}

/// The field that the record names, of the item that it is about.
void RequestFormPage::markRefused(const Error &error) {
    if (error.kind == Error::Kind::Stale) {
        m_changedBy = error.data[u"changed_by"_s].toString();
        m_refusedAsStale = true;
        followRecord();
        showStale(); // or when the change comes
    }
    if (error.kind != Error::Kind::Invalid) {
        return;
    }
    static const QHash<QString, QString> called{
        {u"cost_centre"_s, u"costCentre"_s}, {u"data_class"_s, u"dataClass"_s},
        {u"height_u"_s, u"height"_s},        {u"draw_w"_s, u"draw"_s},
        {u"weight_kg"_s, u"weight"_s},       {u"width_mm"_s, u"width"_s},
        {u"depth_mm"_s, u"depth"_s},         {u"height_mm"_s, u"bodyHeight"_s},
        {u"half_width"_s, u"halfWidth"_s},   {u"nameplate_w"_s, u"nameplate"_s},
        {u"inlet_min_c"_s, u"inletMin"_s},   {u"inlet_max_c"_s, u"inletMax"_s},
    };
    const QStringList path = error.data[u"field"_s].toString().split(u'/');
    const bool ofItem = path.size() > 2 && path[0] == u"items";
    if (ofItem) {
        m_items->choose(path[1].toInt());
    }
    const QString name = ofItem ? path[2] : path.back();
    const QWidget *part = ofItem ? static_cast<QWidget *>(m_items) : this;
    m_mark.mark(part->findChild<QWidget *>(called.value(name, name)), error);
}

void RequestFormPage::save(bool submit) {
    if (!isReadable()) {
        return;
    }
    m_mark.clear();
    followRecord();
    showClashes();
    if (!m_clashes.isEmpty()) {
        Error error;
        error.kind = Error::Kind::Stale;
        m_answer->showError(error, tr("Say first which value stays, yours or theirs."), {});
        return m_clashPanel->focusFirst();
    }
    const QJsonObject asked = json();
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(m_request);
    // What was not touched is not sent: it stays, whatever the form makes of it.
    QJsonObject arguments = request ? changesOf(m_before, asked) : asked;
    if (request) {
        arguments[u"request"_s] = request->number;
        // The record takes an empty word for no wish, and null for the wish of before.
        QJsonObject wishes = arguments.value(u"wishes"_s).toObject(); // which, unlike [], adds nothing
        for (const QString &wish : {u"together"_s, u"apart"_s}) {
            if (wishes.contains(wish) && wishes[wish].isNull()) {
                wishes[wish] = QString();
                arguments[u"wishes"_s] = wishes;
            }
        }
    }
    m_writtenAfter = snapshot->generation;
    m_writtenOver = m_record;
    m_answer->ask(request ? u"amend_request"_s : u"create_request"_s, arguments, tr("Saved."),
                  [this, submit, asked](const QJsonObject &result) {
                      // A repeated click amends what is written instead of writing it twice.
                      m_request = RequestId{result[u"request"_s].toInt()};
                      m_before = asked; // what was typed since is not sent yet
                      m_before.remove(u"requester"_s);
                      m_before.remove(u"evidence"_s);
                      m_clashes.clear();
                      showClashes();
                      if (submit) {
                          m_toSubmit = result[u"number"_s].toString();
                          submitWhenSeen();
                      } else {
                          m_navigator.open(m_request);
                      }
                  });
}

// The record refuses who has not seen the newest state, so our own change must have come back first.
void RequestFormPage::submitWhenSeen() {
    if (m_toSubmit.isEmpty() || m_answer->busy()) {
        return;
    }
    if (m_live.snapshot()->generation <= m_writtenAfter) {
        return;
    }
    const QString number = std::exchange(m_toSubmit, {});
    m_answer->ask(u"submit"_s, {{u"request"_s, number}}, tr("Submitted as %1.").arg(number),
                  [this](const QJsonObject &) { m_navigator.open(m_request); });
}

} // namespace polder
