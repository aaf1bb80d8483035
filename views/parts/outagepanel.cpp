#include "outagepanel.h"

#include "busyline.h"
#include "consequences.h"
#include "flowlayout.h"
#include "model/live/live.h"
#include "model/report/maintenanceletters.h"
#include "model/report/maintenancereport.h"
#include "notifydialog.h"
#include "reportwork.h"
#include "searchtable.h"
#include "theme.h"
#include "views/parts/dayfield.h"
#include "whendone.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QDateEdit *dayField(const QString &name, QDate day) {
    auto *field = new DayField(day);
    field->setObjectName(name);
    return field;
}

/// A mail to each who has to be told, beside each other: what their names have in common.
Result<QString> writeMails(const Snapshot &snapshot, const Report &report, const QString &name, Period window,
                           const QFileInfo &path) {
    const auto *viewer = snapshot.people.find(snapshot.viewer.person);
    const MailDraft::Address from = viewer ? MailDraft::Address{viewer->name, viewer->email} : MailDraft::Address{};
    auto letters = maintenanceLetters(report, name, window, from);
    for (auto &letter : letters) {
        letter.name.prepend(path.completeBaseName() + u'-');
    }
    const Status written = writeTogether(path.path(), letters);
    return written ? Result<QString>(path.dir().filePath(path.completeBaseName() + u"-*.eml"_s)) : written.error();
}

/// The list as it was looked at, on any thread: where it is.
Result<QString> writeList(const EstatePtr &estate, const ReportChoice &choice, const KnownRecord &record,
                          const QString &name, Period window, const QString &path, const std::stop_token &stop) {
    const auto report = readableReport(estate, choice, record, stop);
    if (!report) {
        return report.error();
    }
    if (choice.format == u"eml") {
        return writeMails(estate->snapshot(), (*report)->report(), name, window, QFileInfo(path));
    }
    if (choice.format != u"ics") {
        const Status saved = saveReport(**report, choice.format, u"touched"_s, {}, path, stop);
        return saved ? Result<QString>(path) : saved.error();
    }
    const QByteArray bytes = maintenanceEvent((*report)->report(), name, window);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        return error;
    }
    return path;
}

QJsonArray placementsOf(const std::vector<HitEquipment> &hits) {
    QJsonArray list;
    for (const HitEquipment &hit : hits) {
        list << hit.placement.value;
    }
    return list;
}

} // namespace

OutagePanel::OutagePanel(Live &live, EstateWatch &estates, Navigator &navigator, const QString &emptyText,
                         QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_from(dayField(u"outageFrom"_s, live.snapshot()->today.toDate()))
    , m_until(dayField(u"outageUntil"_s, live.snapshot()->today.toDate()))
    , m_fromPiece(theme::labelled(tr("F&rom"), m_from, tr("First day out of service")))
    , m_untilPiece(theme::labelled(tr("&to"), m_until, tr("Last day out of service")))
    , m_what(theme::heading({}))
    , m_consequences(new ConsequenceModel(this))
    , m_list(new SearchTable(m_consequences, tr("Consequences"), SearchTable::Search::None))
    , m_export(new QPushButton(tr("E&xport …")))
    , m_notify(new QPushButton(tr("&Notify the owners …")))
    , m_busy(new BusyLine)
    , m_said(theme::quiet()) {
    m_what->setWordWrap(true);
    m_what->setObjectName(u"what"_s);
    m_list->setObjectName(u"consequences"_s);
    m_list->setEmptyText(emptyText);
    m_export->setObjectName(u"export"_s);
    m_notify->setObjectName(u"notifyOwners"_s);
    m_said->setObjectName(u"exported"_s);
    m_said->setWordWrap(true);
    m_said->hide();
    auto *actions = new FlowLayout;
    actions->addWidget(m_export);
    actions->addWidget(m_notify);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::gap, 0, 0, 0);
    column->addWidget(m_what);
    column->addWidget(m_list, 1);
    column->addLayout(actions);
    column->addWidget(m_busy);
    column->addWidget(m_said);

    connect(m_from, &QDateEdit::dateChanged, this, [this] {
        keepInOrder();
        Q_EMIT windowChanged();
    });
    connect(m_until, &QDateEdit::dateChanged, this, &OutagePanel::windowChanged);
    connect(m_list, &SearchTable::opened, this, [this, &navigator](qint64 key) {
        const int row = m_consequences->rowOf(key);
        if (row >= 0 && m_consequences->row(row).equipment) {
            navigator.open(m_consequences->row(row).equipment);
        } else if (row >= 0 && m_consequences->row(row).node) {
            navigator.open(m_consequences->row(row).node);
        }
    });
    connect(m_export, &QPushButton::clicked, this, &OutagePanel::askWhereTo);
    connect(m_notify, &QPushButton::clicked, this, &OutagePanel::notify);
    const auto showRights = [this] { m_notify->setVisible(m_live.snapshot()->viewer.maySetAside); };
    connect(&live, &Live::snapshotChanged, this, showRights);
    showRights();
    show(estates.estate(), nullptr, nullptr);
    keepInOrder();
}

OutagePanel::~OutagePanel() {
    m_stopping.request_stop();
}

/// What is past is over; the last day is not before the first.
void OutagePanel::keepInOrder() {
    m_from->setMinimumDate(m_live.snapshot()->today.toDate());
    m_until->setMinimumDate(m_from->date());
}

Period OutagePanel::window() const {
    return {Day::fromDate(m_from->date()), Day::fromDate(m_until->date()).plus(1)};
}

void OutagePanel::show(const EstatePtr &estate, const Failing *failing, const Failure *failure) {
    if (estate && m_from->minimumDate() < estate->snapshot().today.toDate()) {
        keepInOrder();
    }
    m_estate = estate;
    m_failing = failing ? std::optional(*failing) : std::nullopt;
    m_failure = failure ? *failure : Failure();
    m_what->setText(failing ? consequenceText(*estate, *failing, *failure) : tr("All is well."));
    m_consequences->replaceRows(failing ? consequenceRows(*estate, *failure) : std::vector<ConsequenceRow>());
    m_export->setEnabled(failing != nullptr);
    m_notify->setEnabled(failing && !(failure->down.empty() && failure->weakened.empty()));
}

QString OutagePanel::name() const {
    return outageName(*m_estate, *m_failing);
}

void OutagePanel::askWhereTo() {
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *dialog =
        new QFileDialog(this, tr("Export the consequences"),
                        documents.filePath(tr("maintenance") + u' ' + name().replace(u'/', u'-') + u".pdf"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Report as PDF (*.pdf)"), tr("Workbook (*.xlsx)"),
                            tr("Table of what it touches (*.csv)"), tr("Calendar event (*.ics)"),
                            tr("Mail to each who has to be told (*.eml)")});
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &OutagePanel::exportTo);
    dialog->open();
}

void OutagePanel::exportTo(const QString &path) {
    if (!m_failing) {
        return;
    }
    m_export->setEnabled(false);
    m_said->hide();
    m_stopping = std::stop_source();
    const int asked = ++m_asked;
    m_busy->begin(tr("The list is being written …"), [this] {
        m_stopping.request_stop();
        ++m_asked;
        finish(tr("Stopped; nothing was written."), false);
    });
    whenDone(m_live.record({m_estate->snapshot().generation, {}, Beside::Nothing}), this,
             [this, path, asked](const Result<KnownRecord> &record) {
                 if (asked != m_asked) {
                     return;
                 }
                 if (!record) {
                     finish(tr("Not written: %1").arg(record.error().what), true);
                     return;
                 }
                 whenDone(m_live.read(u"owner_people"_s, {{u"generation"_s, qint64{record->known.generation}}}), this,
                          [this, path, asked, known = *record](const Result<QJsonObject> &owners) {
                              if (asked == m_asked && owners) {
                                  write(known, ownerPeopleOf(*owners), path);
                              } else if (asked == m_asked) {
                                  finish(tr("Not written: %1").arg(owners.error().what), true);
                              }
                          });
             });
}

void OutagePanel::write(const KnownRecord &record, const std::vector<OwnerPerson> &owners, const QString &path) {
    ReportChoice choice;
    choice.owners = owners;
    choice.report = u"maintenance"_s;
    choice.language = QLocale().language() == QLocale::Dutch ? u"nl"_s : u"en"_s;
    const QString ending = QFileInfo(path).suffix().toLower();
    choice.format = QStringList{u"xlsx"_s, u"csv"_s, u"ics"_s, u"eml"_s}.contains(ending) ? ending : u"pdf"_s;
    choice.from = window().from.toDate();
    choice.asOf = window().until.plus(-1).toDate();
    choice.node = name();
    m_speaking = std::make_unique<ReportLanguage>(choice.language);
    QCoreApplication::installTranslator(m_speaking.get());
    whenDone(
        QtConcurrent::run(&writeList, m_estate, choice, record, choice.node, window(), path, m_stopping.get_token()),
        this, [this, asked = m_asked](const Result<QString> &written) {
            if (asked == m_asked) {
                finish(written ? tr("Written: %1").arg(*written) : tr("Not written: %1").arg(written.error().what),
                       !written.ok());
            }
        });
}

void OutagePanel::finish(const QString &said, bool trouble) {
    m_speaking.reset();
    m_busy->end();
    m_export->setEnabled(m_failing.has_value());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     theme::colour(trouble ? theme::Meaning::Trouble : theme::Meaning::Quiet, palette));
    m_said->setPalette(palette);
    m_said->setText(said);
    m_said->show();
}

void OutagePanel::notify() {
    QJsonObject outage{{u"from"_s, window().from.toDate().toString(Qt::ISODate)},
                       {u"until"_s, window().until.toDate().toString(Qt::ISODate)},
                       {u"down"_s, placementsOf(m_failure.down)},
                       {u"weakened"_s, placementsOf(m_failure.weakened)}};
    if (m_failing->nodes.empty()) {
        outage[u"cooling_unit"_s] = m_failing->units.front().value;
    } else {
        outage[u"node"_s] = m_estate->node(m_failing->nodes.front()).id.value;
    }
    auto *dialog = new NotifyDialog(m_live, outage, name(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace polder
