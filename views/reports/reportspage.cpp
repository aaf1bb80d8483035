#include "reportspage.h"

#include "chartsheets.h"
#include "model/planning/failing.h"
#include "reporttablemodel.h"
#include "views/paper/reportcharts.h"
#include "views/parts/dayfield.h"
#include "views/parts/flowlayout.h"
#include "views/parts/theme.h"
#include "views/parts/usersettings.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// The scope of all that the reader may see, as reports and polderctl call it.
const QString wholeInstitution = u"institution"_s;

/// A field with its label on its left, as one piece of a line of them.
QWidget *labelled(const QString &label, QWidget *field) {
    auto *piece = new QWidget;
    auto *layout = new QHBoxLayout(piece);
    layout->setContentsMargins({});
    auto *text = new QLabel(label);
    text->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    layout->addWidget(text);
    layout->addWidget(field);
    return piece;
}

FlowLayout *line(std::initializer_list<QWidget *> pieces) {
    auto *flow = new FlowLayout;
    flow->setSpacing(theme::gap);
    for (auto *piece : pieces) {
        flow->addWidget(piece);
    }
    return flow;
}

void selectData(QComboBox *box, const QString &data) {
    if (const int at = box->findData(data); at >= 0) {
        box->setCurrentIndex(at);
    }
}

/// What most maintenance is of: what is in no rack or hangs on nothing, and cooling units; anything else can be typed.
QStringList suppliesOf(const Estate &estate) {
    QStringList names;
    for (int node = 0; node < static_cast<int>(estate.nodeCount()); ++node) {
        const bool power = estate.rules(node) && estate.rules(node)->dimension == Dimension::Power;
        if (power && (!estate.rackOf(node) || estate.parentOf(node) < 0)) {
            names << estate.nodeName(node);
        }
    }
    for (const auto &unit : estate.snapshot().coolingUnits) {
        names << nameOf(estate, Failing{{}, {unit.id}});
    }
    names.sort();
    return names;
}

/// So many rows decide how wide a column is.
constexpr int measuredRows = 40;

} // namespace

ReportsPage::ReportsPage(Live &live, EstateWatch &estates, QWidget *parent)
    : FocusStart(parent)
    , m_live(live)
    , m_estates(estates)
    , m_kept(new QComboBox)
    , m_name(new QLineEdit)
    , m_keep(new QPushButton(tr("K&eep")))
    , m_forget(new QPushButton(tr("Fo&rget")))
    , m_report(new QComboBox)
    , m_scope(new QComboBox)
    , m_today(new QCheckBox(tr("of toda&y")))
    , m_asOf(new DayField)
    , m_now(new QCheckBox(tr("as known no&w")))
    , m_knownOn(new DayField)
    , m_from(new DayField)
    , m_node(new QComboBox)
    , m_fromPiece(labelled(tr("From"), m_from))
    , m_nodePiece(labelled(tr("Out of service"), m_node))
    , m_language(new QComboBox)
    , m_format(new QComboBox)
    , m_show(new QPushButton(tr("&Show")))
    , m_stop(new QPushButton(tr("S&top")))
    , m_busy(new QProgressBar)
    , m_said(theme::quiet())
    , m_tables(new QTabWidget)
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("&Browse …")))
    , m_save(new QPushButton(tr("Sa&ve")))
    , m_watch(new QTimer(this)) {
    m_kept->setObjectName(u"kept"_s);
    m_name->setObjectName(u"name"_s);
    m_keep->setObjectName(u"keep"_s);
    m_forget->setObjectName(u"forget"_s);
    m_report->setObjectName(u"report"_s);
    m_scope->setObjectName(u"scope"_s);
    m_today->setObjectName(u"today"_s);
    m_asOf->setObjectName(u"asOf"_s);
    m_now->setObjectName(u"now"_s);
    m_knownOn->setObjectName(u"knownOn"_s);
    m_from->setObjectName(u"from"_s);
    m_node->setObjectName(u"node"_s);
    m_language->setObjectName(u"language"_s);
    m_format->setObjectName(u"format"_s);
    m_show->setObjectName(u"show"_s);
    m_stop->setObjectName(u"stop"_s);
    m_said->setObjectName(u"said"_s);
    m_tables->setObjectName(u"tables"_s);
    m_path->setObjectName(u"path"_s);
    m_browse->setObjectName(u"browse"_s);
    m_save->setObjectName(u"save"_s);

    for (const auto &kind : reportKinds()) {
        m_report->addItem(titleOf(kind), QString::fromLatin1(kind.name));
    }
    m_scope->setEditable(true);
    m_scope->setInsertPolicy(QComboBox::NoInsert);
    m_scope->setMinimumContentsLength(14);
    m_scope->setToolTip(tr("SITE, SITE/ROOM, SITE/ROOM/ROW or SITE/ROOM/RACK"));
    m_today->setChecked(true);
    m_asOf->setDate(live.snapshot()->today.toDate());
    m_asOf->setEnabled(false);
    m_now->setChecked(true);
    m_knownOn->setDate(m_asOf->date());
    m_knownOn->setEnabled(false);
    m_node->setEditable(true);
    m_node->setInsertPolicy(QComboBox::NoInsert);
    m_node->setMinimumContentsLength(16);
    m_language->addItem(tr("English"), u"en"_s);
    m_language->addItem(tr("Dutch"), u"nl"_s);
    selectData(m_language, QLocale().language() == QLocale::Dutch ? u"nl"_s : u"en"_s);
    m_format->addItem(tr("PDF"), u"pdf"_s);
    m_format->addItem(tr("Excel"), u"xlsx"_s);
    m_format->addItem(tr("CSV, the table that is shown"), u"csv"_s);
    m_format->addItem(tr("JSON"), u"json"_s);
    m_name->setPlaceholderText(tr("Name"));
    m_watch->setInterval(100);
    connect(m_watch, &QTimer::timeout, this, [this] {
        const int done = *m_done;
        m_busy->setRange(0, done > 0 ? 1000 : 0); // else nobody knows how long it takes
        m_busy->setValue(done);
    });
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumWidth(140);
    m_busy->hide();
    m_stop->setEnabled(false);
    m_save->setEnabled(false);
    m_tables->setDocumentMode(true);
    m_tables->setAccessibleName(tr("Tables"));
    m_path->setMinimumWidth(320);
    m_path->setPlaceholderText(tr("Where to write it"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Reports")));
    layout->addLayout(
        line({labelled(tr("Kept &definitions"), m_kept), labelled(tr("Na&me"), m_name), m_keep, m_forget}));
    layout->addLayout(
        line({labelled(tr("Rep&ort"), m_report), m_nodePiece, labelled(tr("S&cope"), m_scope), m_fromPiece, m_today,
              labelled(tr("O&n"), m_asOf), m_now, labelled(tr("Known on"), m_knownOn),
              labelled(tr("&Language"), m_language), m_show, m_stop, m_busy}));
    layout->addWidget(m_said);
    layout->addWidget(m_tables, 1);
    layout->addLayout(line({labelled(tr("&Format"), m_format), labelled(tr("F&ile"), m_path), m_browse, m_save}));
    setFocusStart(m_report);

    connect(m_today, &QCheckBox::toggled, m_asOf, &QWidget::setDisabled);
    connect(m_now, &QCheckBox::toggled, m_knownOn, &QWidget::setDisabled);
    connect(m_report, &QComboBox::currentIndexChanged, this, &ReportsPage::adapt);
    for (auto *box : {m_report, m_scope, m_node, m_language}) {
        connect(box, &QComboBox::activated, this, &ReportsPage::make);
    }
    for (auto *box : {m_today, m_now}) {
        connect(box, &QCheckBox::clicked, this, &ReportsPage::make);
    }
    for (auto *day : {m_asOf, m_knownOn, m_from}) {
        connect(day, &QDateEdit::editingFinished, this, [this] {
            if (!(choice() == m_madeOf)) {
                make();
            }
        });
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        if (const QFileInfo file(m_path->text()); !file.fileName().isEmpty()) {
            m_path->setText(file.dir().filePath(file.completeBaseName() + u'.' + m_format->currentData().toString()));
        }
    });
    connect(m_show, &QPushButton::clicked, this, &ReportsPage::make);
    connect(m_stop, &QPushButton::clicked, this, &ReportsPage::stop);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::save);
    connect(m_browse, &QPushButton::clicked, this, &ReportsPage::browse);
    connect(m_keep, &QPushButton::clicked, this, &ReportsPage::keep);
    connect(m_forget, &QPushButton::clicked, this, &ReportsPage::forget);
    connect(m_kept, &QComboBox::activated, this, [this] {
        const QString name = m_kept->currentText();
        if (const auto definitions = kept(); definitions.contains(name)) {
            m_name->setText(name);
            choose(ReportChoice::fromJson(definitions[name].toObject()));
            make();
        }
    });
    connect(&estates, &EstateWatch::estateChanged, this, [this] {
        fillScopes();
        if (m_wanted) {
            make();
        }
    });
    fillScopes();
    fillKept();
    adapt();
}

/// A statement has a first day, of the year so far at first; a maintenance something that is taken out of service.
void ReportsPage::adapt() {
    const auto *kind = reportKind(m_report->currentData().toString());
    const QDate day = m_asOf->date();
    m_from->setDate(kind && kind->ofANode ? day : QDate(day.year(), 1, 1));
    m_fromPiece->setVisible(kind && kind->ofDays);
    m_nodePiece->setVisible(kind && kind->ofANode);
}

void ReportsPage::showEvent(QShowEvent *event) {
    FocusStart::showEvent(event);
    if (!m_made && !m_speaking) {
        make();
    }
}

ReportChoice ReportsPage::choice() const {
    const QString scope = m_scope->currentText().trimmed();
    ReportChoice choice;
    choice.report = m_report->currentData().toString();
    choice.scope = scope == tr("everything") ? wholeInstitution : scope;
    choice.asOf = m_today->isChecked() ? std::nullopt : std::optional(m_asOf->date());
    choice.language = m_language->currentData().toString();
    choice.format = m_format->currentData().toString();
    choice.knownOn = m_now->isChecked() ? std::nullopt : std::optional(m_knownOn->date());
    const auto *kind = reportKind(choice.report);
    choice.from = kind && kind->ofDays ? std::optional(m_from->date()) : std::nullopt;
    choice.node = kind && kind->ofANode ? m_node->currentText().trimmed() : QString();
    return choice;
}

void ReportsPage::choose(const ReportChoice &choice) {
    selectData(m_report, choice.report);
    m_scope->setEditText(choice.scope == wholeInstitution ? tr("everything") : choice.scope);
    m_today->setChecked(!choice.asOf);
    if (choice.asOf) {
        m_asOf->setDate(*choice.asOf);
    }
    m_now->setChecked(!choice.knownOn);
    if (choice.knownOn) {
        m_knownOn->setDate(*choice.knownOn);
    }
    if (choice.from) {
        m_from->setDate(*choice.from);
    }
    m_node->setEditText(choice.node);
    selectData(m_language, choice.language);
    selectData(m_format, choice.format);
}

/// What the record says of places and days: everything, the data centres and their rooms; rows and racks can be typed.
void ReportsPage::fillScopes() {
    const QString before = m_scope->count() == 0 ? tr("everything") : m_scope->currentText();
    const auto snapshot = m_live.snapshot();
    m_scope->clear();
    m_scope->addItem(tr("everything"));
    for (const Site &site : snapshot->sites) {
        m_scope->addItem(site.code);
        for (const Room &room : snapshot->rooms) {
            if (room.site == site.id) {
                m_scope->addItem(site.code + u'/' + room.code);
            }
        }
    }
    m_scope->setEditText(before);
    if (const EstatePtr estate = m_estates.estate(); estate && m_node->count() == 0) {
        m_node->addItems(suppliesOf(*estate));
    }
    if (m_today->isChecked()) {
        m_asOf->setDate(snapshot->today.toDate());
    }
    if (m_now->isChecked()) {
        m_knownOn->setDate(snapshot->today.toDate());
    }
}

void ReportsPage::begin(const QString &what) {
    // One that still works on what nobody wants any more speaks the language that it was begun in no longer; its words
    // are thrown away.
    m_speaking = std::make_unique<ReportLanguage>(choice().language);
    QCoreApplication::installTranslator(m_speaking.get());
    m_stopping = std::stop_source();
    m_done = std::make_shared<std::atomic<int>>(0);
    m_busy->setRange(0, 0);
    m_busy->show();
    m_watch->start();
    m_stop->setEnabled(true);
    m_save->setEnabled(false);
    m_said->setText(what);
}

void ReportsPage::end(const QString &said) {
    m_speaking.reset();
    m_saving = false;
    m_job = 0;
    m_watch->stop();
    m_busy->hide();
    m_stop->setEnabled(false);
    m_save->setEnabled(m_made != nullptr);
    m_said->setText(said);
}

void ReportsPage::make() {
    const EstatePtr estate = m_estates.estate();
    m_wanted = !estate;
    if (!estate) {
        m_said->setText(tr("The record is being read …"));
        return;
    }
    const ReportChoice wanted = choice();
    if (!m_saving) {
        m_stopping.request_stop(); // of what nobody wants any more
    }
    begin(tr("The record is being read …"));
    const auto record = m_live.record(recordFor(wanted, estate->snapshot().generation));
    const auto jobs = m_live.jobs();
    m_job = jobs.isEmpty() ? 0 : jobs.last().id;
    whenDone(record, this, [this, estate, wanted, asked = ++m_asked](const Result<KnownRecord> &record) {
        const auto question = recordFor(wanted, 0);
        if (asked != m_asked) {
            return;
        }
        m_job = 0;
        if (record) {
            askOwners(estate, wanted, *record);
        } else if (record.error().kind == Error::Kind::Unavailable && !question.knownOn &&
                   question.beside == Beside::Nothing) {
            makeOf(estate, wanted, {}); // the server is away: what is here says all but when it was known
        } else {
            m_madeOf = wanted;
            showReady(record.error());
        }
    });
}

/// Who has to be told is asked for beside the record.
void ReportsPage::askOwners(const EstatePtr &estate, const ReportChoice &wanted, const KnownRecord &record) {
    const auto *kind = reportKind(wanted.report);
    if (!kind || !kind->ofANode) {
        makeOf(estate, wanted, record);
        return;
    }
    whenDone(m_live.read(u"owner_people"_s, {{u"generation"_s, qint64{record.known.generation}}}), this,
             [this, estate, wanted, record, asked = ++m_asked](const Result<QJsonObject> &answer) {
                 if (asked != m_asked) {
                     return;
                 }
                 ReportChoice all = wanted;
                 all.owners = answer ? ownerPeopleOf(*answer) : std::vector<OwnerPerson>();
                 makeOf(estate, all, record);
             });
}

void ReportsPage::makeOf(const EstatePtr &estate, const ReportChoice &wanted, const KnownRecord &record) {
    m_said->setText(tr("The report is being made …"));
    whenDone(QtConcurrent::run([estate, wanted, record, stop = m_stopping.get_token(), done = m_done] {
                 return readableReport(estate, wanted, record, stop, [done](int permille) { *done = permille; });
             }),
             this, [this, wanted, asked = ++m_asked](const Result<ReadablePtr> &made) {
                 if (asked == m_asked) {
                     m_madeOf = wanted;
                     showReady(made);
                 }
             });
}

void ReportsPage::showReady(const Result<ReadablePtr> &made) {
    m_made = made ? *made : nullptr;
    m_charts.clear();
    while (m_tables->count() > 0) {
        const std::unique_ptr<QWidget> old(m_tables->widget(0));
        m_tables->removeTab(0);
    }
    if (!made) {
        end(made.error().data[u"field"_s] == u"known_on"_s
                ? tr("Nothing was known by the end of that day, or it has not come.")
                : tr("This report cannot be made: %1").arg(made.error().what));
        return;
    }
    const auto &tables = m_made->tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto *view = new QTableView;
        view->setObjectName(tables[i].name);
        view->setModel(new ReportTableModel(m_made, i, view));
        view->setAlternatingRowColors(true);
        view->setEditTriggers(QAbstractItemView::NoEditTriggers);
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        view->setTabKeyNavigation(false);
        view->verticalHeader()->hide();
        view->horizontalHeader()->setResizeContentsPrecision(measuredRows);
        view->resizeColumnsToContents();
        m_tables->addTab(view, tables[i].title.isEmpty() ? tables[i].name : tables[i].title);
    }
    drawNext(m_asked);
}

/// Charts can be drawn on this thread only: one at a time, so that the window goes on meanwhile.
void ReportsPage::drawNext(int asked) {
    if (asked != m_asked) {
        return;
    }
    const auto &charts = m_made->report().charts;
    if (m_charts.size() == charts.size()) {
        showMade();
        return;
    }
    m_charts.push_back(drawnChart(*m_made, charts[m_charts.size()]));
    *m_done = static_cast<int>(1000 * m_charts.size() / charts.size());
    QTimer::singleShot(0, this, [this, asked] { drawNext(asked); });
}

void ReportsPage::showMade() {
    if (std::ranges::any_of(m_charts, [](const QPicture &one) { return !one.isNull(); })) {
        const bool first = m_tables->currentIndex() <= 0;
        m_tables->insertTab(0, new ChartSheets(*m_made, m_charts), tr("Charts"));
        m_tables->setCurrentIndex(first ? 0 : m_tables->currentIndex());
    }
    QStringList facts;
    for (const auto &fact : m_made->facts()) {
        facts << u"%1: %2"_s.arg(fact.name, fact.value);
    }
    end(m_made->report().title + u" · "_s + facts.join(u" · "_s));
}

void ReportsPage::browse() {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = m_report->currentData().toString() + u'.' + m_format->currentData().toString();
    auto *dialog = new QFileDialog(this, tr("Save the report"),
                                   m_path->text().isEmpty() ? documents.filePath(name) : m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ReportsPage::save() {
    if (!m_made) {
        return;
    }
    if (m_path->text().trimmed().isEmpty()) {
        browse();
        return;
    }
    const QString path = m_path->text().trimmed(), format = m_format->currentData().toString();
    const QString table = m_tables->currentWidget() ? m_tables->currentWidget()->objectName() : QString();
    begin(tr("The report is being written …"));
    m_saving = true;
    whenDone(
        QtConcurrent::run([report = m_made, format, table, charts = m_charts, path, stop = m_stopping.get_token()] {
            return saveReport(*report, format, table, charts, path, stop);
        }),
        this, [this, path, asked = ++m_asked](const Status &saved) {
            if (asked == m_asked) {
                end(saved ? tr("Written: %1").arg(path) : tr("Not written: %1").arg(saved.error().what));
            }
        });
}

/// What still runs stops within a moment, and comes to nothing.
void ReportsPage::stop() {
    ++m_asked;
    m_stopping.request_stop();
    if (m_job != 0) {
        m_live.cancel(m_job);
    }
    if (m_made && m_charts.size() < m_made->report().charts.size()) {
        m_made = nullptr; // it would be saved without them
    }
    end(tr("Stopped."));
}

QJsonObject ReportsPage::kept() const {
    const UserSettings settings;
    const QString key = u"reports/%1"_s.arg(m_live.snapshot()->viewer.person.value);
    return QJsonDocument::fromJson(settings.value(key).toByteArray()).object();
}

void ReportsPage::writeKept(const QJsonObject &definitions) {
    UserSettings settings;
    settings.setValue(u"reports/%1"_s.arg(m_live.snapshot()->viewer.person.value),
                      QJsonDocument(definitions).toJson(QJsonDocument::Compact));
    fillKept();
}

void ReportsPage::fillKept() {
    const QSignalBlocker quiet(m_kept);
    m_kept->clear();
    const auto definitions = kept();
    m_kept->addItems(definitions.keys());
    m_kept->setCurrentIndex(m_kept->findText(m_name->text()));
    m_kept->setEnabled(!definitions.isEmpty());
    m_forget->setEnabled(!definitions.isEmpty());
}

void ReportsPage::keep() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setFocus();
        m_said->setText(tr("A definition that is kept needs a name."));
        return;
    }
    auto definitions = kept();
    definitions[name] = choice().toJson();
    writeKept(definitions);
    m_said->setText(tr("Kept: %1").arg(name));
}

void ReportsPage::forget() {
    auto definitions = kept();
    definitions.remove(m_kept->currentText());
    m_name->clear();
    writeKept(definitions);
}

} // namespace polder
