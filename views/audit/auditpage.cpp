#include "auditpage.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "views/parts/answerpanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

theme::Meaning meaningOf(AuditRow::State state) {
    return state == AuditRow::State::Found ? theme::Meaning::Fine : theme::Meaning::Trouble;
}

} // namespace

AuditPage::AuditPage(Live &live, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_racks(new QComboBox)
    , m_scan(new QLineEdit)
    , m_last(theme::heading(tr("Scan the first asset tag.")))
    , m_summary(theme::quiet())
    , m_model(new AuditModel(this))
    , m_table(new SearchTable(m_model, tr("What should stand here, and what was scanned"), SearchTable::Search::None))
    , m_point(new QPushButton(tr("&Seen without a tag")))
    , m_back(new QPushButton(tr("&Take back")))
    , m_open(new QPushButton(tr("Show the &rack")))
    , m_finish(new QPushButton(tr("&Finish")))
    , m_answer(new AnswerPanel(live)) {
    m_racks->setObjectName(u"rack"_s);
    m_scan->setObjectName(u"scan"_s);
    m_last->setObjectName(u"last"_s);
    m_summary->setObjectName(u"summary"_s);
    m_table->setObjectName(u"audited"_s);
    m_point->setObjectName(u"point"_s);
    m_back->setObjectName(u"takeBack"_s);
    m_open->setObjectName(u"openRack"_s);
    m_finish->setObjectName(u"finish"_s);
    m_racks->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scan->setPlaceholderText(tr("An asset tag and Enter, as a scanner types them"));
    m_last->setWordWrap(true);
    m_table->setEmptyText(tr("Nothing should stand in this rack, as far as you may see."));
    m_finish->setToolTip(tr("What was not seen is recorded as missing"));

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::gap);
    head->addWidget(theme::labelled(tr("R&ack"), m_racks, tr("Rack")));
    head->addWidget(theme::labelled(tr("S&can"), m_scan, tr("Scanned asset tag")), 1);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {m_point, m_back, m_open}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_finish);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Audit")));
    layout->addWidget(m_summary);
    layout->addLayout(head);
    layout->addWidget(m_last);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    setFocusStart(m_scan);

    connect(m_racks, &QComboBox::activated, this, [this] {
        chooseRack(RackId{m_racks->currentData().toInt()});
        m_scan->setFocus();
    });
    connect(m_scan, &QLineEdit::returnPressed, this, &AuditPage::take);
    connect(m_table, &SearchTable::chosenChanged, this, &AuditPage::showChosen);
    connect(m_point, &QPushButton::clicked, this, &AuditPage::point);
    connect(m_back, &QPushButton::clicked, this, &AuditPage::takeBack);
    connect(m_open, &QPushButton::clicked, this, [this, &navigator] { navigator.open(m_rack); });
    connect(m_finish, &QPushButton::clicked, this, &AuditPage::finish);
    connect(m_answer, &AnswerPanel::busyChanged, this, &AuditPage::showChosen);
    connect(&live, &Live::snapshotChanged, this, &AuditPage::outdate);
    // The scanner types into whatever has the focus: what a list cannot use is meant for the field.
    m_table->view()->installEventFilter(this);
    showChosen();
}

bool AuditPage::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_table->view() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QString text = key->text();
        const bool command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (!command && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace()) {
            m_scan->setFocus();
            m_scan->insert(text);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void AuditPage::offer(RackId rack) {
    if (m_draft.empty() && rack != m_rack) {
        chooseRack(rack);
    }
}

QString AuditPage::draftName() const {
    return m_live.connection().where + u' ' + rackPath(*m_live.snapshot(), m_rack);
}

void AuditPage::chooseRack(RackId rack) {
    m_rack = rack;
    m_racks->setCurrentIndex(m_racks->findData(rack.value));
    m_draft = m_drafts.of(draftName(), m_live.snapshot()->today);
    m_seen.clear();
    m_answer->dismiss();
    m_last->setText(m_draft.empty() ? tr("Scan the first asset tag.")
                                    : tr("Scanned here before and not on record yet: %1")
                                          .arg(Format().count(m_draft.tags.size() + std::ssize(m_draft.pointed))));
    m_last->setPalette(palette());
    showRows();
    askSeen();
}

void AuditPage::fillRacks() {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<std::pair<QString, int>> racks;
    for (const Rack &rack : snapshot->racks) {
        if (rack.during.contains(snapshot->today)) {
            racks.emplace_back(rackPath(*snapshot, rack.id), rack.id.value);
        }
    }
    std::ranges::sort(racks);
    const bool same =
        m_racks->count() == std::ssize(racks) && std::ranges::all_of(racks, [this, i = 0](const auto &rack) mutable {
            return m_racks->itemText(i) == rack.first && m_racks->itemData(i++) == rack.second;
        });
    if (same) {
        return;
    }
    const QSignalBlocker quiet(m_racks);
    m_racks->clear();
    for (const auto &[path, id] : racks) {
        m_racks->addItem(path, id);
    }
}

void AuditPage::fill() {
    fillRacks();
    if (m_racks->findData(m_rack.value) < 0) {
        chooseRack(RackId{m_racks->count() > 0 ? m_racks->itemData(0).toInt() : 0});
        return;
    }
    m_racks->setCurrentIndex(m_racks->findData(m_rack.value));
    if (m_draft.empty()) {
        m_draft.on = m_live.snapshot()->today;
    }
    showRows();
    askSeen();
}

void AuditPage::showRows() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const Rack *rack = snapshot->racks.find(m_rack);
    auto rows = rack ? auditRows(*snapshot, *rack, m_draft, m_seen) : std::vector<AuditRow>();
    std::map<AuditRow::State, int> counts;
    for (const AuditRow &row : rows) {
        ++counts[row.state];
    }
    const Format format;
    QStringList parts;
    for (const auto &[state, words] : {std::pair(AuditRow::State::Found, tr("found: %1")),
                                       std::pair(AuditRow::State::Waiting, tr("not seen yet: %1")),
                                       std::pair(AuditRow::State::Elsewhere, tr("booked elsewhere: %1")),
                                       std::pair(AuditRow::State::Unknown, tr("unknown: %1"))}) {
        parts << words.arg(format.count(counts[state]));
    }
    m_summary->setText(rack ? parts.join(u" · "_s) : tr("The record has no rack yet."));
    m_model->replaceRows(std::move(rows));
    showChosen();
}

const AuditRow *AuditPage::chosen() const {
    const int row = m_model->rowOf(m_table->chosen());
    return row < 0 ? nullptr : &m_model->row(row);
}

void AuditPage::showChosen() {
    const AuditRow *row = chosen();
    m_scan->setEnabled(bool(m_rack));
    m_point->setEnabled(row && row->state == AuditRow::State::Waiting);
    m_back->setEnabled(row && row->state != AuditRow::State::Waiting);
    m_open->setEnabled(bool(m_rack));
    m_finish->setEnabled(m_rack && !m_answer->busy());
}

void AuditPage::askSeen() {
    const SnapshotPtr snapshot = m_live.snapshot();
    if (!isVisible() || !m_rack || snapshot->generation == 0) {
        return;
    }
    whenDone(m_live.read(u"last_seen"_s, {{u"rack"_s, m_rack.value}}), this,
             [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
                 if (asked != m_asked || !answer.ok()) {
                     return; // without it the column says less, that is all
                 }
                 m_seen.clear();
                 for (const QJsonValue &one : (*answer)[u"seen"_s].toArray()) {
                     m_seen[PlacementId{one[u"placement"_s].toInt()}] =
                         Day::fromDate(QDate::fromString(one[u"on"_s].toString(), Qt::ISODate));
                 }
                 showRows();
             });
}

void AuditPage::keep() {
    m_drafts.keep(draftName(), m_draft);
    showRows();
}

void AuditPage::take() {
    const QString tag = m_scan->text().trimmed();
    m_scan->clear();
    if (tag.isEmpty()) {
        return;
    }
    m_answer->dismiss();
    const bool again = m_draft.tags.contains(tag, Qt::CaseInsensitive);
    if (!again) {
        if (m_draft.empty()) {
            m_draft.on = m_live.snapshot()->today;
        }
        m_draft.tags << tag;
        keep();
    }
    const auto &rows = m_model->rows();
    const auto row = std::ranges::find_if(
        rows, [&tag](const AuditRow &one) { return one.tag.compare(tag, Qt::CaseInsensitive) == 0; });
    if (row == rows.end()) {
        return;
    }
    QString words = stateText(row->state);
    if (again) {
        words = tr("scanned already, %1").arg(words);
    }
    if (!row->place.isEmpty()) {
        words += u": "_s + row->place;
    }
    m_last->setText(row->name.isEmpty() ? tr("%1 – %2").arg(row->tag, words)
                                        : tr("%1 – %2 – %3").arg(row->tag, row->name, words));
    QPalette coloured = palette();
    coloured.setColor(QPalette::WindowText, theme::colour(meaningOf(row->state), coloured));
    m_last->setPalette(coloured);
    m_table->choose(row->id);
    if (!m_drafts.trouble().isEmpty()) {
        m_last->setText(tr("%1 (not on disk: %2)").arg(m_last->text(), m_drafts.trouble()));
    }
}

void AuditPage::point() {
    if (const AuditRow *row = chosen(); row && row->state == AuditRow::State::Waiting) {
        m_draft.pointed.insert(row->placement);
        keep();
    }
    m_scan->setFocus();
}

void AuditPage::takeBack() {
    if (const AuditRow *row = chosen()) {
        m_draft.pointed.erase(row->placement);
        m_draft.tags.removeIf(
            [tag = row->tag](const QString &one) { return one.compare(tag, Qt::CaseInsensitive) == 0; });
        keep();
    }
    m_scan->setFocus();
}

void AuditPage::finish() {
    QJsonArray tags, placements;
    for (const AuditRow &row : m_model->rows()) {
        if (row.pointed) {
            placements << row.placement.value;
        } else if (row.state != AuditRow::State::Waiting) {
            tags << row.tag;
        }
    }
    const QJsonObject arguments{{u"rack"_s, m_rack.value},
                                {u"tags"_s, tags},
                                {u"placements"_s, placements},
                                {u"on"_s, m_draft.on.toDate().toString(Qt::ISODate)}};
    m_answer->ask(
        u"record_audit"_s, arguments, {}, [this, rack = m_rack, name = draftName()](const QJsonObject &result) {
            m_drafts.keep(name, {});
            const auto count = [&result](const QString &what) { return Format().count(result[what].toArray().size()); };
            if (rack == m_rack) {
                m_draft = {.on = m_live.snapshot()->today, .tags = {}, .pointed = {}};
                m_last->setText(tr("Scan the first asset tag."));
                m_last->setPalette(palette());
                showRows();
                askSeen();
            }
            m_answer->showDone(
                tr("On record for %1: %2 found, %3 missing, %4 booked elsewhere, %5 unknown. What is not as "
                   "booked is among the findings.")
                    .arg(rackPath(*m_live.snapshot(), rack), count(u"found"_s), count(u"missing"_s),
                         count(u"elsewhere"_s), count(u"unknown"_s)));
        });
    m_scan->setFocus();
}

} // namespace polder
