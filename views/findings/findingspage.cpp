#include "findingspage.h"

#include "findingrows.h"
#include "model/core/format.h"
#include "model/items/ruletext.h"
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

#include <map>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// P2 before P10.
std::pair<QString, int> ruleOrder(const QString &rule) {
    const int number = QStringView(rule).mid(1).toInt();
    return {number > 0 ? rule.left(1) : rule, number};
}

} // namespace

FindingsPage::FindingsPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_estates(estates)
    , m_navigator(navigator)
    , m_rule(new QComboBox)
    , m_kind(new QComboBox)
    , m_site(new QComboBox)
    , m_when(new QComboBox)
    , m_day(new DayField)
    , m_summary(theme::quiet())
    , m_model(new FindingModel(this))
    , m_table(new SearchTable(m_model, tr("Findings")))
    , m_title(theme::heading({}))
    , m_detail(new QLabel)
    , m_openEquipment(new QPushButton(tr("Show the &equipment")))
    , m_openRack(new QPushButton(tr("Show the &rack")))
    , m_openRequest(new QPushButton(tr("Open the re&quest")))
    , m_openNode(new QPushButton(tr("Show in the po&wer chain")))
    , m_confirm(new QPushButton(tr("&Confirm it")))
    , m_withdraw(new QPushButton(tr("&Take it back")))
    , m_answer(new AnswerPanel(live)) {
    m_confirm->setObjectName(u"confirm"_s);
    m_withdraw->setObjectName(u"withdraw"_s);
    m_rule->setObjectName(u"rule"_s);
    m_kind->setObjectName(u"kind"_s);
    m_site->setObjectName(u"site"_s);
    m_when->setObjectName(u"when"_s);
    m_day->setObjectName(u"day"_s);
    m_summary->setObjectName(u"summary"_s);
    m_table->setObjectName(u"findings"_s);
    m_title->setObjectName(u"title"_s);
    m_title->setWordWrap(true);
    m_detail->setObjectName(u"detail"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setAlignment(Qt::AlignTop);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_openEquipment->setObjectName(u"openEquipment"_s);
    m_openRack->setObjectName(u"openRack"_s);
    m_openRequest->setObjectName(u"openRequest"_s);
    m_openNode->setObjectName(u"openNode"_s);
    m_table->setEmptyText(tr("Reckoning …"));

    auto *facets = new FlowLayout;
    facets->setSpacing(theme::gap);
    facets->addWidget(theme::labelled(tr("R&ule"), m_rule, tr("Rule")));
    facets->addWidget(theme::labelled(tr("Ki&nd"), m_kind, tr("Kind")));
    facets->addWidget(theme::labelled(tr("&Data centre"), m_site, tr("Data centre")));
    facets->addWidget(theme::labelled(tr("&State"), m_when, tr("State")));
    facets->addWidget(theme::labelled(tr("&On"), m_day, tr("Day that is shown")));

    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(theme::margin, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    for (auto *button : {m_openEquipment, m_openRack, m_openRequest, m_openNode, m_confirm, m_withdraw}) {
        column->addWidget(button);
    }
    column->addWidget(m_answer);
    column->addStretch();
    column->addStrut(280); // and wider where a button asks for it
    auto *splitter = new QSplitter;
    splitter->addWidget(m_table);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({800, 300});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::gap);
    layout->addWidget(theme::title(tr("Findings")));
    layout->addWidget(m_summary);
    layout->addLayout(facets);
    layout->addWidget(splitter, 1);
    setFocusStart(m_table);

    for (auto *facet : {m_rule, m_kind, m_site, m_when}) {
        facet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(facet, &QComboBox::activated, this, &FindingsPage::showChosenFacets);
    }
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_dayChosen = true;
        outdate();
    });
    connect(m_table, &SearchTable::chosenChanged, this, &FindingsPage::showDetail);
    connect(m_table, &SearchTable::opened, this, [this] {
        if (const FindingRow *row = chosen()) {
            open(*row);
        }
    });
    const auto opens = [this](QPushButton *button, auto FindingRow::*object) {
        connect(button, &QPushButton::clicked, this, [this, object] {
            if (const FindingRow *row = chosen(); row && row->*object) {
                m_navigator.open(row->*object);
            }
        });
    };
    opens(m_openEquipment, &FindingRow::equipment);
    opens(m_openRack, &FindingRow::rack);
    opens(m_openRequest, &FindingRow::request);
    opens(m_openNode, &FindingRow::node);
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { answerOverride(u"confirm_override"_s, tr("Confirmed.")); });
    connect(m_withdraw, &QPushButton::clicked, this,
            [this] { answerOverride(u"withdraw_override"_s, tr("Taken back.")); });
    connect(&estates, &EstateWatch::estateChanged, this, &FindingsPage::outdate);
    fillFacets();
    showDetail();
}

void FindingsPage::fill() {
    const EstatePtr estate = m_estates.estate();
    if (!estate) {
        return;
    }
    if (!m_dayChosen) {
        const QSignalBlocker quiet(m_day);
        m_day->setDate(estate->snapshot().today.toDate());
    }
    const Day day = Day::fromDate(m_day->date());
    whenDone(QtConcurrent::run([estate, day] { return findingRows(*estate, day); }), this,
             [this, asked = ++m_asked](const std::vector<FindingRow> &rows) {
                 if (asked == m_asked) {
                     showReady(rows);
                 }
             });
}

void FindingsPage::showReady(std::vector<FindingRow> rows) {
    m_rows = std::move(rows);
    showChosenFacets();
}

FindingFacets FindingsPage::facets() const {
    FindingFacets wanted;
    wanted.rule = m_rule->currentData().toString();
    if (const QVariant kind = m_kind->currentData(); kind.isValid()) {
        wanted.kind = static_cast<FindingRow::Kind>(kind.toInt());
    }
    wanted.site = SiteId{m_site->currentData().toInt()};
    wanted.when = static_cast<FindingFacets::When>(m_when->currentData().toInt());
    return wanted;
}

void FindingsPage::showChosenFacets() {
    fillFacets();
    const FindingFacets wanted = facets();
    std::vector<FindingRow> shown;
    std::map<FindingRow::State, int> states;
    for (const FindingRow &row : m_rows) {
        if (wanted.admits(row)) {
            shown.push_back(row);
            ++states[row.state];
        }
    }
    QStringList parts;
    for (const auto &[state, count] : states) {
        parts << tr("%1: %2").arg(stateText(state), Format().count(count));
    }
    m_summary->setText(parts.join(u" · "_s));
    m_summary->setVisible(!parts.isEmpty());
    m_table->setEmptyText(
        m_rows.empty() ? tr("No finding, warning or override is on record that you may see.")
                       : tr("Of %1 on record none is as you have chosen.").arg(Format().count(std::ssize(m_rows))));
    m_model->replaceRows(std::move(shown));
    showDetail();
}

/// Each offers what there is under the other facets, with how many.
void FindingsPage::fillFacets() {
    const FindingFacets wanted = facets();
    const auto fill = [](QComboBox *facet, const QString &all, int total,
                         const std::vector<std::tuple<QVariant, QString, int>> &values) {
        const QSignalBlocker quiet(facet);
        const QVariant chosen = facet->currentData();
        facet->clear();
        if (!all.isEmpty()) {
            facet->addItem(tr("%1 (%2)").arg(all, Format().count(total)));
        }
        for (const auto &[value, text, count] : values) {
            facet->addItem(tr("%1 (%2)").arg(text, Format().count(count)), value);
        }
        facet->setCurrentIndex(chosen.isValid() ? std::max(facet->findData(chosen), 0) : 0);
    };

    FindingFacets others = wanted;
    others.rule.clear();
    int total = 0;
    std::map<std::pair<QString, int>, std::pair<QString, int>> rules;
    if (!wanted.rule.isEmpty()) { // what is chosen stays, also where nothing is left of it
        rules[ruleOrder(wanted.rule)] = {wanted.rule, 0};
    }
    for (const FindingRow &row : m_rows) {
        if (others.admits(row)) {
            auto &[rule, count] = rules[ruleOrder(row.rule)];
            rule = row.rule;
            ++count;
            ++total;
        }
    }
    std::vector<std::tuple<QVariant, QString, int>> values;
    for (const auto &[order, rule] : rules) {
        values.emplace_back(rule.first, ruleTitle(rule.first), rule.second);
    }
    fill(m_rule, tr("all rules"), total, values);

    others = wanted;
    others.kind.reset();
    total = 0;
    std::map<FindingRow::Kind, int> kinds;
    if (wanted.kind) {
        kinds[*wanted.kind] = 0;
    }
    for (const FindingRow &row : m_rows) {
        if (others.admits(row)) {
            ++kinds[row.kind];
            ++total;
        }
    }
    values.clear();
    for (const auto &[kind, count] : kinds) {
        values.emplace_back(static_cast<int>(kind), kindText(kind), count);
    }
    fill(m_kind, tr("all kinds"), total, values);

    others = wanted;
    others.site = {};
    total = 0;
    std::map<SiteId, int> counts;
    for (const FindingRow &row : m_rows) {
        if (others.admits(row)) {
            ++counts[row.site];
            ++total;
        }
    }
    values.clear();
    for (const Site &site : m_live.snapshot()->sites) {
        values.emplace_back(site.id.value, site.name.isEmpty() ? site.code : site.name, counts[site.id]);
    }
    fill(m_site, tr("all data centres"), total, values);

    others = wanted;
    values.clear();
    for (const auto &[when, text] : {std::pair(FindingFacets::When::Now, tr("open, to come, set aside")),
                                     std::pair(FindingFacets::When::Past, tr("resolved or over")),
                                     std::pair(FindingFacets::When::All, tr("all"))}) {
        others.when = when;
        values.emplace_back(static_cast<int>(when), text,
                            std::ranges::count_if(m_rows, [&](auto &row) { return others.admits(row); }));
    }
    fill(m_when, {}, 0, values);
}

const FindingRow *FindingsPage::chosen() const {
    const int row = m_model->rowOf(m_table->chosen());
    return row < 0 ? nullptr : &m_model->row(row);
}

void FindingsPage::open(const FindingRow &row) {
    if (row.equipment) {
        m_navigator.open(row.equipment);
    } else if (row.request) {
        m_navigator.open(row.request);
    } else if (row.node) {
        m_navigator.open(row.node);
    } else if (row.rack) {
        m_navigator.open(row.rack);
    } else if (row.room) {
        m_navigator.open(row.room);
    }
}

/// The record knows whose word it wants.
void FindingsPage::answerOverride(const QString &intention, const QString &doneText) {
    if (const FindingRow *row = chosen()) {
        m_answer->ask(intention, {{u"override"_s, qint64{row->id / 2}}}, doneText);
    }
}

void FindingsPage::showDetail() {
    const FindingRow *row = chosen();
    m_openEquipment->setEnabled(row && row->equipment);
    m_openRack->setEnabled(row && row->rack);
    m_openRequest->setEnabled(row && row->request);
    m_openNode->setEnabled(row && row->node);
    const bool aside = row && row->kind == FindingRow::Kind::SetAside;
    m_confirm->setVisible(aside && row->state == FindingRow::State::NotInForce);
    m_withdraw->setVisible(aside && !row->past());
    if (!row) {
        m_title->setText(tr("Nothing chosen"));
        m_detail->setText(tr("Choose a row to read more about it."));
        return;
    }
    const Format format;
    const bool setAside = row->kind == FindingRow::Kind::SetAside;
    m_title->setText(ruleTitle(row->rule));
    m_detail->setText(factsText({
        {tr("Kind"), kindText(row->kind)},
        {tr("State"), stateText(row->state)},
        {setAside ? tr("Reason") : tr("What"), row->text},
        {tr("Words"), row->words},
        {tr("Figures"), row->figures},
        {tr("Place"), row->place},
        {tr("Of"), row->about},
        {tr("Data centre"), row->siteName},
        {tr("From"), row->during.from == Day::always() ? QString() : format.day(row->during.from)},
        {tr("Last day"), row->during.openEnded() ? QString() : format.day(row->during.until.plus(-1))},
    }));
}

} // namespace polder
