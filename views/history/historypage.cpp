#include "historypage.h"

#include "historyrows.h"
#include "model/core/format.h"
#include "model/live/live.h"
#include "views/parts/answerpanel.h"
#include "views/parts/dayfield.h"
#include "views/parts/facts.h"
#include "views/parts/flowlayout.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QtConcurrentRun>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

} // namespace

HistoryPage::HistoryPage(Live &live, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_mode(new QComboBox)
    , m_kind(new QComboBox)
    , m_person(new QComboBox)
    , m_from(new DayField)
    , m_until(new DayField)
    , m_only(new QPushButton(tr("&Only this one")))
    , m_summary(theme::quiet())
    , m_model(new HistoryModel(this))
    , m_table(new SearchTable(m_model, tr("History")))
    , m_more(new QPushButton(tr("&More")))
    , m_title(theme::heading({}))
    , m_detail(new QLabel)
    , m_open(new QPushButton(tr("&Show it")))
    , m_answer(new AnswerPanel(live)) {
    m_mode->setObjectName(u"mode"_s);
    m_kind->setObjectName(u"kind"_s);
    m_person->setObjectName(u"person"_s);
    m_from->setObjectName(u"from"_s);
    m_until->setObjectName(u"until"_s);
    m_only->setObjectName(u"only"_s);
    m_summary->setObjectName(u"summary"_s);
    m_table->setObjectName(u"history"_s);
    m_more->setObjectName(u"more"_s);
    m_title->setObjectName(u"title"_s);
    m_title->setWordWrap(true);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setAlignment(Qt::AlignTop);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setObjectName(u"open"_s);
    m_only->setCheckable(true);
    m_table->setEmptyText(tr("Reading …"));
    m_mode->addItem(tr("every change"), static_cast<int>(Mode::Changes));
    m_mode->addItem(tr("what the record knew otherwise"), static_cast<int>(Mode::Known));
    m_mode->addItem(tr("what holds otherwise"), static_cast<int>(Mode::Standing));
    m_kind->addItem(tr("all kinds"), QString());
    for (const auto &[code, word] : historyKinds()) {
        m_kind->addItem(word, code);
    }

    auto *facets = new FlowLayout;
    facets->setSpacing(theme::gap);
    facets->addWidget(theme::labelled(tr("&View"), m_mode, tr("View")));
    facets->addWidget(theme::labelled(tr("Ki&nd"), m_kind, tr("Kind")));
    facets->addWidget(theme::labelled(tr("&By"), m_person, tr("By whom")));
    facets->addWidget(theme::labelled(tr("&From"), m_from, tr("First day")));
    facets->addWidget(theme::labelled(tr("&Until"), m_until, tr("Last day")));
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_open);
    column->addWidget(m_only);
    column->addStretch();
    side->setMinimumWidth(280);
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins({});
    list->addWidget(m_table, 1);
    list->addWidget(m_more, 0, Qt::AlignLeft);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({800, 300});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("History")));
    layout->addWidget(m_summary);
    layout->addLayout(facets);
    layout->addWidget(m_answer);
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);

    for (auto *facet : {m_mode, m_kind, m_person}) {
        facet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(facet, &QComboBox::activated, this, &HistoryPage::ask);
    }
    for (auto *date : {m_from, m_until}) {
        connect(date, &QDateEdit::dateChanged, this, &HistoryPage::ask);
    }
    connect(m_only, &QPushButton::clicked, this, &HistoryPage::limitToChosen);
    connect(m_more, &QPushButton::clicked, this, &HistoryPage::askMore);
    connect(m_table, &SearchTable::chosenChanged, this, &HistoryPage::showDetail);
    connect(m_table, &SearchTable::opened, this, [this] {
        if (const HistoryRow *row = chosen()) {
            open(*row);
        }
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const HistoryRow *row = chosen()) {
            open(*row);
        }
    });
    connect(&live, &Live::snapshotChanged, this, &HistoryPage::outdate);
    m_more->hide();
    showDetail();
}

void HistoryPage::fill() {
    fillPeople();
    ask();
}

HistoryPage::Mode HistoryPage::mode() const {
    return static_cast<Mode>(m_mode->currentData().toInt());
}

void HistoryPage::fillPeople() {
    const SnapshotPtr snapshot = m_live.snapshot();
    const QVariant chosen = m_person->currentData();
    m_person->clear();
    m_person->addItem(tr("everybody"), 0);
    for (const Person &person : snapshot->people) {
        if (!person.name.isEmpty()) {
            m_person->addItem(person.name, person.id.value);
        }
    }
    m_person->setCurrentIndex(std::max(m_person->findData(chosen), 0));
    if (!m_datesSet && snapshot->generation > 0) {
        const QSignalBlocker quiet(m_from), quietToo(m_until);
        m_datesSet = true;
        constexpr int month = 30;
        m_from->setDate(snapshot->today.plus(-month).toDate());
        m_until->setDate(snapshot->today.toDate());
    }
}

void HistoryPage::ask() {
    const SnapshotPtr snapshot = m_live.snapshot();
    if (snapshot->generation == 0) {
        return;
    }
    m_after = {};
    m_answer->dismiss();
    m_person->setEnabled(mode() != Mode::Standing);
    m_kind->setEnabled(mode() != Mode::Standing && m_onlyTable.isEmpty());
    if (mode() == Mode::Standing) {
        const Day before = Day::fromDate(m_from->date()), after = Day::fromDate(m_until->date());
        whenDone(QtConcurrent::run([snapshot, before, after] { return standingRows(*snapshot, before, after); }), this,
                 [this, asked = ++m_asked](const std::vector<HistoryRow> &rows) {
                     if (asked == m_asked) {
                         m_more->hide();
                         showRows(rows);
                     }
                 });
        return;
    }
    m_question = {{u"from"_s, m_from->date().toString(Qt::ISODate)},
                  {u"until"_s, m_until->date().toString(Qt::ISODate)},
                  {u"net"_s, mode() == Mode::Known},
                  {u"most"_s, pageSize}};
    const QString table = m_onlyTable.isEmpty() ? m_kind->currentData().toString() : m_onlyTable;
    if (!table.isEmpty()) {
        m_question[u"table"_s] = table;
    }
    if (m_onlyId > 0) {
        m_question[u"key"_s] = m_onlyId;
    }
    if (const int person = m_person->currentData().toInt(); person > 0) {
        m_question[u"person"_s] = person;
    }
    askMore();
}

/// The next page of the same question.
void HistoryPage::askMore() {
    QJsonObject question = m_question;
    if (!m_after.isEmpty()) {
        question[u"after"_s] = m_after;
    }
    m_more->setEnabled(false);
    whenDone(m_live.read(u"history"_s, question), this, [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
        if (asked != m_asked) {
            return;
        }
        m_more->setEnabled(true);
        if (answer.ok()) {
            take(*answer);
        } else {
            m_answer->showError(answer.error());
        }
    });
}

void HistoryPage::take(const QJsonObject &answer) {
    const bool goesOn = !m_after.isEmpty();
    const int first = goesOn ? m_model->rowCount() + 1 : 1;
    m_more->setVisible(answer[u"more"_s].toBool());
    m_after = answer[u"after"_s].toObject();
    const auto make = [answer, snapshot = m_live.snapshot(), first] { return historyRows(answer, *snapshot, first); };
    whenDone(QtConcurrent::run(make), this, [this, goesOn, asked = m_asked](std::vector<HistoryRow> rows) {
        if (asked != m_asked) {
            return;
        }
        if (goesOn) {
            auto all = m_model->rows();
            all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
            rows = std::move(all);
        }
        showRows(std::move(rows));
    });
}

void HistoryPage::showRows(std::vector<HistoryRow> rows) {
    m_table->setEmptyText(tr("Nothing of this kind changed in this time, or you may not see it."));
    m_summary->setText(m_more->isHidden() ? tr("Changes: %1").arg(Format().count(std::ssize(rows)))
                                          : tr("The newest %1 changes").arg(Format().count(std::ssize(rows))));
    m_model->replaceRows(std::move(rows));
    showDetail();
}

const HistoryRow *HistoryPage::chosen() const {
    const int row = m_model->rowOf(m_table->chosen());
    return row < 0 ? nullptr : &m_model->row(row);
}

void HistoryPage::open(const HistoryRow &row) {
    if (row.equipment) {
        m_navigator.open(row.equipment);
    } else if (row.rack) {
        m_navigator.open(row.rack);
    } else if (row.room) {
        m_navigator.open(row.room);
    } else if (row.request) {
        m_navigator.open(row.request);
    } else if (row.node) {
        m_navigator.open(row.node);
    }
}

/// All that ever happened to the one that is chosen, or to everything again.
void HistoryPage::limitToChosen() {
    const HistoryRow *row = chosen();
    const bool only = m_only->isChecked() && row;
    m_onlyTable = only ? row->table : QString();
    m_onlyId = only ? row->id : 0;
    m_only->setChecked(only);
    ask();
}

void HistoryPage::showOnly(EquipmentId equipment) {
    fillPeople();
    constexpr int longAgo = 20 * 365;
    const QSignalBlocker quiet(m_from), quietToo(m_until);
    m_onlyTable = u"equipment"_s;
    m_onlyId = equipment.value;
    m_only->setChecked(true);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(Mode::Changes)));
    m_person->setCurrentIndex(0);
    m_from->setDate(m_live.snapshot()->today.plus(-longAgo).toDate());
    m_until->setDate(m_live.snapshot()->today.toDate());
    outdate();
}

void HistoryPage::showDetail() {
    const HistoryRow *row = chosen();
    m_open->setEnabled(row && (row->equipment || row->rack || row->room || row->request || row->node));
    m_only->setEnabled(m_only->isChecked() || (row && mode() != Mode::Standing));
    if (!row) {
        m_title->setText(tr("Nothing chosen"));
        m_detail->setText(tr("Choose a row to read more about it."));
        return;
    }
    m_title->setText(tr("%1 %2").arg(row->kind, row->what));
    QList<std::pair<QString, QString>> facts{
        {tr("Change"), row->done},
        {tr("When"), row->at.isValid() ? QLocale().toString(row->at.toLocalTime(), QLocale::LongFormat) : QString()},
        {tr("Who"), row->who},
        {tr("Did"), row->intention},
    };
    for (const HistoryRow::Value &value : row->values) {
        facts << std::pair(value.name, value.before.isEmpty()  ? value.after
                                       : value.after.isEmpty() ? tr("no longer %1").arg(value.before)
                                                               : tr("%1 → %2").arg(value.before, value.after));
    }
    m_detail->setText(factsText(facts));
}

} // namespace polder
