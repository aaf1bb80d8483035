#include "reviewpanel.h"

#include "model/core/format.h"
#include "views/parts/answerpanel.h"
#include "model/items/refusaltext.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTableHeight = 200;

std::vector<EditModel::Column> columns() {
    return {
        {{EditModel::tr("Equipment")}, [](auto &row) { return row.device; }},
        {{EditModel::tr("Field")}, [](auto &row) { return row.title; }},
        {{EditModel::tr("From")}, [](auto &row) { return row.from; }},
        {{EditModel::tr("To")}, [](auto &row) { return row.to; }},
        {{EditModel::tr("Remark")}, [](auto &row) { return row.wrong ? u"✕ "_s + row.remark : row.remark; }},
    };
}

} // namespace

EditModel::EditModel(QObject *parent) : TableModel(columns(), parent) {
}

ReviewPanel::ReviewPanel(Live &live, EquipmentEdits &edits, QWidget *parent)
    : QFrame(parent)
    , m_live(live)
    , m_edits(edits)
    , m_summary(theme::heading({}))
    , m_notice(theme::quiet())
    , m_model(new EditModel(this))
    , m_table(new SearchTable(m_model, tr("What would be changed"), SearchTable::Search::None))
    , m_save(new QPushButton(tr("Save &changes")))
    , m_drop(new QPushButton(tr("&Leave this one out")))
    , m_discard(new QPushButton(tr("Give all &up")))
    , m_answer(new AnswerPanel(live)) {
    setObjectName(u"review"_s);
    setFrameShape(StyledPanel);
    m_summary->setObjectName(u"reviewSummary"_s);
    m_summary->setWordWrap(true);
    m_notice->setObjectName(u"reviewNotice"_s);
    m_notice->setWordWrap(true);
    m_table->setObjectName(u"reviewTable"_s);
    m_table->setMaximumHeight(mostTableHeight);
    m_save->setObjectName(u"save"_s);
    m_drop->setObjectName(u"leaveOut"_s);
    m_discard->setObjectName(u"giveUp"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_drop);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_notice);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);

    m_answer->installEventFilter(this);
    connect(m_save, &QPushButton::clicked, this, &ReviewPanel::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_answer->dismiss();
        m_edits.clear();
    });
    connect(m_drop, &QPushButton::clicked, this, [this] {
        if (const int row = m_model->rowOf(m_table->chosen()); row >= 0) {
            m_edits.drop(m_model->row(row).equipment, *m_model->row(row).field);
        }
    });
    connect(m_table, &SearchTable::chosenChanged, this, &ReviewPanel::showEdits);
    connect(m_table, &SearchTable::opened, this, [this](qint64 key) {
        if (const int row = m_model->rowOf(key); row >= 0) {
            Q_EMIT wanted(m_model->row(row).equipment, m_model->row(row).field);
        }
    });
    connect(m_answer, &AnswerPanel::busyChanged, this, &ReviewPanel::showEdits);
    connect(&m_edits, &EquipmentEdits::changed, this, &ReviewPanel::showEdits);
    showEdits();
}

/// Once the answer is dismissed there may be nothing left to show.
bool ReviewPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_answer && event->type() == QEvent::HideToParent) {
        QMetaObject::invokeMethod(this, &ReviewPanel::showEdits, Qt::QueuedConnection);
    }
    return QFrame::eventFilter(watched, event);
}

void ReviewPanel::tell(const QString &notice) {
    m_notice->setText(notice);
    showEdits();
}

void ReviewPanel::showEdits() {
    const SnapshotPtr snapshot = m_live.snapshot();
    std::vector<EditRow> rows;
    for (const EquipmentEdits::Cell &cell : m_edits.cells()) {
        const Equipment *equipment = snapshot->equipment.find(cell.equipment);
        EditRow row;
        row.number = std::int64_t{cell.equipment.value} * 100 + (cell.field - equipmentFields::all().data());
        row.equipment = cell.equipment;
        row.field = cell.field;
        row.device = equipment ? equipment->name : QString();
        row.title = equipmentFields::title(*cell.field);
        row.from = cell.was.isUndefined() ? tr("what it is now") : equipmentFields::textOf(*cell.field, cell.was);
        row.to = cell.problem.isEmpty() ? equipmentFields::textOf(*cell.field, cell.value) : cell.text;
        row.wrong = !cell.problem.isEmpty();
        row.remark = row.wrong ? cell.problem : cell.remark;
        rows.push_back(std::move(row));
    }
    const int wrong = m_edits.problems();
    const Format format;
    const bool came = m_model->rowCount() == 0 && !rows.empty();
    m_model->replaceRows(std::move(rows));
    if (came) {
        m_table->fitColumns();
    }
    const auto cells = std::ssize(m_edits.cells());
    m_summary->setText(
        wrong > 0 ? tr("Would change: %1 · devices: %2 · cannot be used: %3")
                        .arg(format.count(cells), format.count(m_edits.devices()), format.count(wrong))
                  : tr("Would change: %1 · devices: %2").arg(format.count(cells), format.count(m_edits.devices())));
    m_notice->setVisible(!m_notice->text().isEmpty());
    m_save->setEnabled(cells > 0 && wrong == 0 && !m_answer->busy());
    m_drop->setEnabled(m_model->rowOf(m_table->chosen()) >= 0 && !m_answer->busy());
    m_discard->setEnabled(cells > 0 && !m_answer->busy());
    for (QWidget *part : std::initializer_list<QWidget *>{m_summary, m_table, m_save, m_drop, m_discard}) {
        part->setVisible(cells > 0);
    }
    if (cells == 0) {
        m_notice->hide();
    }
    setVisible(cells > 0 || m_answer->isVisibleTo(this));
}

void ReviewPanel::save() {
    if (!m_save->isEnabled()) {
        return;
    }
    const int devices = m_edits.devices();
    m_notice->clear();
    m_answer->follow(m_live.intend(u"amend_equipment"_s, m_edits.arguments()),
                     [this, devices](const Result<QJsonObject> &result) {
                         if (result.ok()) {
                             m_edits.clear();
                             m_answer->showDone(tr("Devices changed: %1. Ctrl+Z takes it back.").arg(devices));
                         } else {
                             (void)m_edits.takeFaults(result.error());
                             m_answer->showError(result.error(), refusalText(result.error()),
                                                 result.error().data.contains(u"faults"_s)
                                                     ? tr("Nothing was changed. The remarks say which cells, and why.")
                                                     : result.error().hint);
                         }
                         showEdits();
                     });
}

} // namespace polder
