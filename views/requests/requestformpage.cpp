#include "requestformpage.h"

#include "requestanswer.h"
#include "requestfiles.h"
#include "requestjson.h"
#include "sharedthere.h"

#include "model/core/format.h"
#include "model/exchange/requestfile.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/theme.h"
#include "views/space/envelopeform.h"
#include "views/space/searchsummary.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QFileDialog>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString modelName(const Model &model) {
    return model.manufacturer + u' ' + model.name;
}

void refill(QComboBox *box, const QList<std::pair<QString, QVariant>> &entries) {
    const QSignalBlocker quiet(box);
    const QVariant before = box->currentData();
    box->clear();
    for (const auto &[text, data] : entries) {
        box->addItem(text, data);
    }
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

void choose(QComboBox *box, const QVariant &value) {
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

RequestFormPage::RequestFormPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_estates(estates)
    , m_title(theme::title({}))
    , m_department(new QComboBox)
    , m_sponsor(new QComboBox)
    , m_project(new QLineEdit)
    , m_costCentre(new QLineEdit)
    , m_dataClass(new QComboBox)
    , m_from(new DayField)
    , m_until(new DayField)
    , m_open(new QCheckBox(tr("no &end")))
    , m_site(new QComboBox)
    , m_redundant(new QCheckBox(tr("one side may fail")))
    , m_itemList(new QListWidget)
    , m_model(new QComboBox)
    , m_removeItem(new QPushButton(tr("Remo&ve")))
    , m_envelope(new EnvelopeForm)
    , m_fit(theme::heading({}))
    , m_quota(new QLabel)
    , m_shared(new SharedThere(live))
    , m_notChecked(theme::quiet())
    , m_requester(new QComboBox)
    , m_evidence(new QLineEdit)
    , m_onBehalf(new QWidget)
    , m_openFile(new QPushButton(tr("Open a file …")))
    , m_saveFile(new QPushButton(tr("Save as a file …")))
    , m_draft(new QPushButton(tr("Save as a dra&ft")))
    , m_submit(new QPushButton(tr("&Submit")))
    , m_answer(new AnswerPanel(live)) {
    m_project->setObjectName(u"project"_s);
    m_costCentre->setObjectName(u"costCentre"_s);
    m_sponsor->setObjectName(u"sponsor"_s);
    m_site->setObjectName(u"site"_s);
    m_department->setObjectName(u"department"_s);
    m_dataClass->setObjectName(u"dataClass"_s);
    m_open->setObjectName(u"open"_s);
    m_model->setObjectName(u"model"_s);
    m_itemList->setObjectName(u"items"_s);
    m_fit->setObjectName(u"fit"_s);
    m_fit->setWordWrap(true);
    m_quota->setObjectName(u"quota"_s);
    m_quota->setWordWrap(true);
    m_submit->setObjectName(u"submit"_s);
    m_draft->setObjectName(u"draft"_s);
    m_submit->setDefault(true);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(2 * theme::margin);
    columns->addWidget(buildParties(), 1);
    columns->addWidget(buildItems(), 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_openFile);
    buttons->addWidget(m_saveFile);
    buttons->addStretch();
    buttons->addWidget(m_draft);
    buttons->addWidget(m_submit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(m_title);
    layout->addLayout(columns);
    layout->addStretch();
    layout->addWidget(m_fit);
    layout->addWidget(m_quota);
    layout->addWidget(m_shared);
    layout->addWidget(m_notChecked);
    layout->addWidget(m_onBehalf);
    layout->addWidget(m_answer);
    layout->addLayout(buttons);
    setFocusStart(m_project);

    m_requester->setObjectName(u"requester"_s);
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setPlaceholderText(tr("the mail or paper in which it was asked"));
    m_openFile->setObjectName(u"openFile"_s);
    m_saveFile->setObjectName(u"saveFile"_s);
    auto *behalf = new QHBoxLayout(m_onBehalf);
    behalf->setContentsMargins({});
    behalf->addWidget(theme::labelled(tr("On behalf of"), m_requester, tr("On behalf of")));
    behalf->addWidget(theme::labelled(tr("Evidence"), m_evidence, tr("Evidence")), 1);
    connect(m_openFile, &QPushButton::clicked, this, [this] {
        openFile(QFileDialog::getOpenFileName(this, tr("Request"), {},
                                              tr("Request or filled-in form (*.polder-request *.json *.xlsx)")));
    });
    connect(m_saveFile, &QPushButton::clicked, this, &RequestFormPage::saveFile);

    connect(m_draft, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_submit, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_answer, &AnswerPanel::busyChanged, m_submit, &QWidget::setDisabled);
    connect(m_answer, &AnswerPanel::busyChanged, m_draft, &QWidget::setDisabled);
    connect(&live, &Live::snapshotChanged, this, &RequestFormPage::fillChoices);
    connect(&live, &Live::snapshotChanged, this, &RequestFormPage::submitWhenSeen);
    fillChoices();
    edit({});
}

QWidget *RequestFormPage::buildParties() {
    for (const QString &code : {u"laag"_s, u"middel"_s, u"hoog"_s}) {
        m_dataClass->addItem(Format::dataClass(code), code);
    }
    for (auto *date : {m_from, m_until}) {
        date->setCalendarPopup(true);
        connect(date, &QDateEdit::dateChanged, this, &RequestFormPage::search);
    }
    connect(m_open, &QCheckBox::toggled, m_until, &QWidget::setDisabled);
    connect(m_open, &QCheckBox::toggled, this, &RequestFormPage::search);
    connect(m_redundant, &QCheckBox::toggled, this, &RequestFormPage::search);
    connect(m_site, &QComboBox::currentIndexChanged, this, &RequestFormPage::search);

    auto *parties = new QWidget;
    auto *form = theme::form();
    parties->setLayout(form);
    form->addRow(theme::heading(tr("What it is for")));
    theme::addField(*form, tr("Pro&ject"), m_project);
    theme::addField(*form, tr("Depar&tment"), m_department);
    theme::addField(*form, tr("Sp&onsor"), m_sponsor);
    theme::addField(*form, tr("Cost cent&re"), m_costCentre);
    theme::addField(*form, tr("Data c&lass"), m_dataClass);
    theme::addField(*form, tr("First da&y"), m_from);
    theme::addField(*form, tr("Last day"), m_until);
    form->addRow(QString(), m_open);
    theme::addField(*form, tr("Preferred site"), m_site);
    theme::addField(*form, tr("Redundancy"), m_redundant);
    return parties;
}

QWidget *RequestFormPage::buildItems() {
    m_itemList->setAccessibleName(tr("Items of the request"));
    m_itemList->setMaximumHeight(84);
    m_itemList->setMinimumHeight(40); // letters may be large
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->completer()->setFilterMode(Qt::MatchContains);
    m_model->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_model->setAccessibleName(tr("Model of the library"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *add = new QPushButton(tr("&Add another"));
    add->setObjectName(u"addItem"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_removeItem);
    buttons->addStretch();
    auto *model = theme::form();
    theme::addField(*model, tr("&Model"), m_model);
    auto *items = new QWidget;
    auto *column = new QVBoxLayout(items);
    column->setContentsMargins({});
    column->addWidget(theme::heading(tr("Equipment")));
    column->addWidget(m_itemList);
    column->addLayout(buttons);
    column->addLayout(model);
    column->addWidget(m_envelope);
    column->addStretch();

    connect(add, &QPushButton::clicked, this, [this] {
        addItem({{u"count"_s, 1}, {u"height_u"_s, 1}});
        nameItems();
        m_itemList->setCurrentRow(static_cast<int>(std::ssize(m_items)) - 1);
    });
    connect(m_removeItem, &QPushButton::clicked, this, [this] {
        const int row = m_itemList->currentRow();
        m_items.erase(m_items.begin() + row);
        nameItems();
        showItem(std::min(row, static_cast<int>(std::ssize(m_items)) - 1));
    });
    connect(m_itemList, &QListWidget::currentRowChanged, this, &RequestFormPage::showItem);
    connect(m_envelope, &EnvelopeForm::changed, this, &RequestFormPage::keepItem);
    connect(m_model, &QComboBox::activated, this, &RequestFormPage::takeModel);
    return items;
}

void RequestFormPage::fillChoices() {
    const SnapshotPtr snapshot = m_live.snapshot();
    QList<std::pair<QString, QVariant>> departments{{tr("none"), QString()}};
    for (const Department &department : snapshot->departments) {
        if (department.organisation == snapshot->viewer.organisation) {
            departments << std::pair(department.name, QVariant(department.code));
        }
    }
    refill(m_department, departments);
    QList<std::pair<QString, QVariant>> sponsors{{tr("none"), 0}};
    for (const Person &person : snapshot->people) {
        if (person.organisation == snapshot->viewer.organisation && !person.name.isEmpty()) {
            sponsors << std::pair(person.name, QVariant(person.id.value));
        }
    }
    refill(m_sponsor, sponsors);
    QList<std::pair<QString, QVariant>> requesters{{tr("myself"), 0}};
    for (const auto &[name, id] : sponsors.mid(1)) {
        if (id.toInt() != snapshot->viewer.person.value) {
            requesters << std::pair(name, id);
        }
    }
    refill(m_requester, requesters);
    m_onBehalf->setVisible(snapshot->viewer.mayAskForOthers && !m_request);
    QList<std::pair<QString, QVariant>> sites{{tr("no preference"), 0}};
    for (const Site &site : snapshot->sites) {
        sites << std::pair(tr("%1 – %2").arg(site.code, site.name), QVariant(site.id.value));
    }
    refill(m_site, sites);
    QList<std::pair<QString, QVariant>> models{{tr("own figures"), 0}};
    for (const Model &model : snapshot->models) {
        models << std::pair(modelName(model), QVariant(model.id.value));
    }
    if (models.size() != m_model->count()) {
        refill(m_model, models);
    }
    if (m_from->date() < snapshot->today.toDate() && !m_request) {
        m_from->setDate(snapshot->today.toDate());
        m_until->setDate(snapshot->today.toDate().addYears(5));
    }
}

void RequestFormPage::edit(RequestId id) {
    m_request = {};
    m_toSubmit.clear();
    m_answer->dismiss();
    clearFields();
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(id);
    if (request) {
        fillFrom(*request);
    }
    fillChoices();
    m_title->setText(request ? tr("Request %1").arg(request->number) : tr("A new request"));
    m_submit->setVisible(!request || request->state == u"draft" || request->state == u"returned");
    m_draft->setText(request ? tr("Save the &change") : tr("Save as a dra&ft"));
    nameItems();
    showItem(0);
    m_before = request ? json() : QJsonObject();
}

QByteArray RequestFormPage::fileContent() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    QJsonObject file = json();
    file[u"version"_s] = requestFileVersion;
    const Organisation *organisation = snapshot->organisations.find(owner());
    file[u"organisation"_s] = organisation ? organisation->code : QString();
    const Person *sponsor = snapshot->people.find(PersonId{m_sponsor->currentData().toInt()});
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

void RequestFormPage::openContent(const QByteArray &content) {
    const auto read = parseRequest(content);
    if (!read.ok()) {
        return m_answer->showError(read.error());
    }
    edit({});
    fillFrom(QJsonDocument::fromJson(writeRequest(*read)).object());
    m_title->setText(tr("A request from a file"));
    nameItems();
    showItem(0);
}

void RequestFormPage::openFile(const QString &path) {
    if (path.isEmpty()) {
        return;
    }
    const auto content = requestAt(path);
    content.ok() ? openContent(*content) : m_answer->showError(content.error());
}

void RequestFormPage::saveFile() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Request"), m_project->text().trimmed() + u".polder-request"_s,
                                     tr("Request (*.polder-request)") + u";;"_s + tr("Form to fill in (*.xlsx)"));
    if (path.isEmpty()) {
        return;
    }
    const Status saved = saveRequest(path, fileContent());
    saved.ok() ? m_answer->showDone(tr("Saved as %1.").arg(path)) : m_answer->showError(saved.error());
}

/// What the record does not know by this name is left to be chosen.
void RequestFormPage::fillFrom(const QJsonObject &file) {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_project->setText(file[u"project"_s].toString());
    m_costCentre->setText(file[u"cost_centre"_s].toString());
    choose(m_dataClass, file[u"data_class"_s].toString(u"middel"_s));
    choose(m_department, file[u"department"_s].toString());
    for (const Person &person : snapshot->people) {
        if (!person.handle.isEmpty() && person.handle == file[u"sponsor"_s].toString()) {
            choose(m_sponsor, person.id.value);
        }
    }
    const QJsonObject wishes = file[u"wishes"_s].toObject();
    for (const Site &site : snapshot->sites) {
        if (site.code == wishes[u"site"_s].toString()) {
            choose(m_site, site.id.value);
        }
    }
    m_redundant->setChecked(wishes[u"redundant"_s].toBool());
    m_from->setDate(QDate::fromString(file[u"from"_s].toString(), Qt::ISODate));
    m_open->setChecked(!file.contains(u"until"_s));
    if (!m_open->isChecked()) {
        m_until->setDate(QDate::fromString(file[u"until"_s].toString(), Qt::ISODate).addDays(-1));
    }
    m_rest = withoutFields(file);
    m_items.clear();
    for (const QJsonValue &item : file[u"items"_s].toArray()) {
        addItem(item.toObject());
    }
}

void RequestFormPage::clearFields() {
    m_evidence->clear();
    choose(m_requester, 0);
    m_project->clear();
    m_costCentre->clear();
    choose(m_dataClass, u"middel"_s);
    m_open->setChecked(false);
    m_redundant->setChecked(true);
    m_rest = {};
    m_items.clear();
    addItem({{u"count"_s, 1}, {u"height_u"_s, 1}});
}

void RequestFormPage::addItem(const QJsonObject &json) {
    m_items.push_back({json, std::make_unique<PlaceSearch>(m_estates)});
    connect(m_items.back().search.get(), &PlaceSearch::answered, this, &RequestFormPage::showFit);
}

void RequestFormPage::fillFrom(const Request &request) {
    const SnapshotPtr snapshot = m_live.snapshot();
    m_request = request.id;
    m_project->setText(request.project);
    m_costCentre->setText(request.costCentre);
    choose(m_dataClass, request.dataClass);
    if (const Department *department = snapshot->departments.find(request.department)) {
        choose(m_department, department->code);
    }
    choose(m_sponsor, request.sponsor.value);
    choose(m_site, request.wishSite.value);
    m_redundant->setChecked(request.wishRedundant.value_or(false));
    m_from->setDate(request.during.from.toDate());
    m_open->setChecked(request.during.openEnded());
    if (!request.during.openEnded()) {
        m_until->setDate(request.during.until.plus(-1).toDate());
    }
    m_rest = withoutFields({{u"wishes"_s, wishesJson(request, *snapshot)}});
    m_items.clear();
    for (const RequestItem &item : snapshot->requestItems) { // in their order
        if (item.request == request.id) {
            addItem(itemJson(item, *snapshot));
        }
    }
}

void RequestFormPage::showItem(int row) {
    if (row < 0 || row >= std::ssize(m_items)) {
        return;
    }
    const QJsonObject &json = m_items[row].json;
    const RequestItem item = itemOf(json, *m_live.snapshot());
    m_model->setCurrentIndex(std::max(0, m_model->findText(json[u"model"_s].toString(), Qt::MatchFixedString)));
    const QSignalBlocker quiet(m_envelope);
    m_envelope->setOnRails(item.kind == u"rack");
    m_envelope->setItem(item, *m_live.snapshot()); // with what its model says
    m_shown = m_envelope->json();
    m_itemList->setCurrentRow(row);
    search();
}

/// Only what was changed: the rest of the item may be what no field shows.
void RequestFormPage::keepItem() {
    const int row = m_itemList->currentRow();
    if (row < 0 || row >= std::ssize(m_items)) {
        return;
    }
    const QJsonObject now = m_envelope->json();
    m_items[row].json = changed(m_items[row].json, changesOf(m_shown, now));
    m_shown = now;
    nameItems();
    search();
}

/// Its figures take the place of those that were there; without a model these stay as the item's own.
void RequestFormPage::takeModel() {
    const int row = m_itemList->currentRow();
    if (row < 0 || row >= std::ssize(m_items)) {
        return;
    }
    const Model *model = m_live.snapshot()->models.find(ModelId{m_model->currentData().toInt()});
    QJsonObject &item = m_items[row].json;
    if (model) {
        for (const QString &figure : itemFigures()) {
            item.remove(figure);
        }
        item[u"model"_s] = modelName(*model);
    } else {
        item.remove(u"model"_s);
        item = changed(item, m_envelope->json());
    }
    nameItems();
    showItem(row);
}

void RequestFormPage::nameItems() {
    const QSignalBlocker quiet(m_itemList);
    const int row = std::clamp(m_itemList->currentRow(), 0, std::max(0, static_cast<int>(std::ssize(m_items)) - 1));
    m_itemList->clear();
    for (int i = 0; i < std::ssize(m_items); ++i) {
        m_itemList->addItem(itemLabel(i));
    }
    m_itemList->setCurrentRow(row);
    m_removeItem->setEnabled(m_items.size() > 1);
}

QString RequestFormPage::itemLabel(int row) const {
    const QJsonObject &item = m_items[row].json;
    QString what = item[u"model"_s].toString(item[u"description"_s].toString());
    if (what.isEmpty()) {
        what = item.contains(u"height_u"_s)
                   ? tr("%1U, own figures").arg(QLocale().toString(item[u"height_u"_s].toDouble()))
                   : tr("own figures");
    }
    return tr("%1 × %2").arg(item[u"count"_s].toInt(1)).arg(what);
}

void RequestFormPage::search() {
    for (int i = 0; i < std::ssize(m_items); ++i) {
        askFor(i);
    }
    showFit();
}

void RequestFormPage::askFor(int row) {
    const Item &item = m_items[row];
    const SnapshotPtr snapshot = m_live.snapshot();
    const RequestItem asked = itemOf(item.json, *snapshot);
    if (asked.kind != u"rack") {
        return item.search->forget();
    }
    Wanted wanted;
    wanted.item = withEstimates(envelopeOf(asked, *snapshot), snapshot->policy);
    wanted.count = asked.count;
    wanted.during = period();
    wanted.site = SiteId{m_site->currentData().toInt()};
    wanted.owner = owner();
    wanted.redundant = m_redundant->isChecked();
    if (wanted.during.empty()) {
        item.search->forget();
    } else {
        item.search->ask(wanted);
    }
}

// Each item for itself: that they all fit together is found out when they are held, one after the other.
void RequestFormPage::showFit() {
    QStringList lines;
    QString notChecked;
    std::vector<RequestItem> items;
    for (const Item &one : m_items) {
        items.push_back(itemOf(one.json, *m_live.snapshot()));
    }
    m_shared->show(std::move(items));
    for (int i = 0; i < std::ssize(m_items); ++i) {
        const PlaceSearch &search = *m_items[i].search;
        const QString elsewhere = elsewhereText(itemOf(m_items[i].json, *m_live.snapshot()).kind);
        if (!search.wanted() && elsewhere.isEmpty()) {
            lines = {tr("The last day lies before the first.")};
            break;
        }
        if (elsewhere.isEmpty() && !search.estate()) {
            continue;
        }
        const Snapshot &snapshot = elsewhere.isEmpty() ? search.estate()->snapshot() : *m_live.snapshot();
        QString line = elsewhere.isEmpty() ? summaryText(siteAnswers(search.result(), snapshot)) : elsewhere;
        if (m_items.size() > 1) {
            line = tr("%1. %2: %3").arg(i + 1).arg(itemLabel(i), line);
        }
        if (elsewhere.isEmpty() && search.wanted()->count > 1) {
            line += u'\n' + planText(search.result(), search.wanted()->count, snapshot);
        }
        lines << line;
        if (i == m_itemList->currentRow()) {
            notChecked = notCheckedText(search.result());
        }
    }
    m_fit->setText(lines.join(u'\n'));
    showQuota();
    m_notChecked->setText(notChecked);
    m_notChecked->setVisible(!notChecked.isEmpty());
}

void RequestFormPage::showQuota() {
    const EstatePtr estate = m_estates.estate();
    std::vector<RequestItem> items;
    for (const Item &one : m_items) {
        items.push_back(itemOf(one.json, *m_live.snapshot()));
    }
    const QString quota =
        estate ? quotaLines(*estate, SiteId{m_site->currentData().toInt()}, owner(), items, period()) : QString();
    m_quota->setText(quota);
    m_quota->setVisible(!quota.isEmpty());
}

/// Whose it is, or will be.
OrganisationId RequestFormPage::owner() const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(m_request);
    return request ? request->organisation : snapshot->viewer.organisation;
}

Period RequestFormPage::period() const {
    Period period;
    period.from = Day::fromDate(m_from->date());
    if (!m_open->isChecked()) {
        period.until = Day::fromDate(m_until->date()).plus(1);
    }
    return period;
}

/// All of it, of what the form has no field for too.
QJsonObject RequestFormPage::json() const {
    QJsonArray items;
    for (const Item &item : m_items) {
        items << item.json;
    }
    QJsonObject wishes = m_rest[u"wishes"_s].toObject();
    wishes[u"redundant"_s] = m_redundant->isChecked();
    if (const Site *site = m_live.snapshot()->sites.find(SiteId{m_site->currentData().toInt()})) {
        wishes[u"site"_s] = site->code;
    }
    QJsonObject json = m_rest;
    json[u"project"_s] = m_project->text().trimmed();
    json[u"cost_centre"_s] = m_costCentre->text().trimmed();
    json[u"data_class"_s] = m_dataClass->currentData().toString();
    json[u"from"_s] = m_from->date().toString(Qt::ISODate);
    json[u"items"_s] = items;
    json[u"wishes"_s] = wishes;
    if (!m_open->isChecked()) {
        json[u"until"_s] = m_until->date().addDays(1).toString(Qt::ISODate);
    }
    if (const QString department = m_department->currentData().toString(); !department.isEmpty()) {
        json[u"department"_s] = department;
    }
    if (const int sponsor = m_sponsor->currentData().toInt(); sponsor != 0) {
        json[u"sponsor"_s] = sponsor;
    }
    if (const int requester = m_requester->currentData().toInt(); requester != 0 && !m_request) {
        json[u"requester"_s] = requester;
    }
    if (const QString evidence = m_evidence->text().trimmed(); !evidence.isEmpty() && !m_request) {
        json[u"evidence"_s] = evidence;
    }
    return json;
}

void RequestFormPage::save(bool submit) {
    const QJsonObject asked = json();
    const SnapshotPtr snapshot = m_live.snapshot();
    const Request *request = snapshot->requests.find(m_request);
    // What was not touched is not sent: it stays, whatever the form makes of it.
    QJsonObject arguments = request ? changesOf(m_before, asked) : asked;
    if (request) {
        arguments[u"request"_s] = request->number;
    }
    m_writtenAfter = snapshot->generation;
    m_answer->ask(request ? u"amend_request"_s : u"create_request"_s, arguments, tr("Saved."),
                  [this, submit](const QJsonObject &result) {
                      // A repeated click amends what is written instead of writing it twice.
                      m_request = RequestId{result[u"request"_s].toInt()};
                      m_before = json();
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
