#include "scenariopanel.h"

#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/items/plannermodel.h"
#include "model/items/shortfallmodel.h"
#include "model/live/live.h"
#include "model/planning/promotion.h"
#include "plannerrows.h"
#include "views/parts/answerpanel.h"
#include "views/parts/searchtable.h"
#include "views/parts/theme.h"
#include "views/parts/whendone.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QTabWidget>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString &path, const QString &why) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.what = ScenarioPanel::tr("%1: %2").arg(path, why);
    return error;
}

/// Every conflict in one answer: a line each, and all their numbers.
Error conflictsError(const std::vector<Conflict> &conflicts) {
    Error error;
    error.kind = Error::Kind::Refused;
    error.what = ScenarioPanel::tr("Not promoted, nothing is booked.");
    QStringList lines;
    std::vector<Shortfall> violations;
    for (const Conflict &conflict : conflicts) {
        lines << ScenarioPanel::tr("Change %1: %2").arg(Format().count(conflict.change), conflictText(conflict));
        const auto more = violationsOf(conflict.refusal.data);
        violations.insert(violations.end(), more.begin(), more.end());
    }
    error.hint = lines.join(u'\n');
    error.data[u"violations"_s] = toJson(violations);
    return error;
}

} // namespace

ScenarioPanel::ScenarioPanel(Live &live, Navigator &navigator, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_navigator(navigator)
    , m_name(new QLineEdit(name))
    , m_changes(new ChangeModel(this))
    , m_changeList(new SearchTable(m_changes, tr("Changes of %1").arg(name), SearchTable::Search::None))
    , m_first(new QLabel)
    , m_limits(new ShortfallModel(this))
    , m_limitList(new SearchTable(m_limits, tr("Limits that %1 crosses").arg(name), SearchTable::Search::None))
    , m_places(new NewPlaceModel(this))
    , m_placeList(new SearchTable(m_places, tr("Places that %1 finds").arg(name), SearchTable::Search::None))
    , m_remove(new QPushButton(tr("Take out")))
    , m_save(new QPushButton(tr("Save …")))
    , m_promote(new QPushButton(tr("Promote to bookings")))
    , m_answer(new AnswerPanel(live)) {
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_name->setObjectName(u"scenarioName"_s);
    m_changeList->setObjectName(u"changes"_s);
    m_limitList->setObjectName(u"limits"_s);
    m_placeList->setObjectName(u"places"_s);
    m_first->setObjectName(u"first"_s);
    m_first->setWordWrap(true);
    m_first->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remove->setObjectName(u"remove"_s);
    m_save->setObjectName(u"save"_s);
    m_promote->setObjectName(u"promote"_s);
    auto *open = new QPushButton(tr("Open …"));
    open->setObjectName(u"open"_s);
    auto *copy = new QPushButton(tr("Copy the other"));
    copy->setObjectName(u"copy"_s);
    m_changeList->setEmptyText(tr("As it is today: add a change, or open a file."));
    m_limitList->setEmptyText(tr("No limit is crossed."));
    m_placeList->setEmptyText(tr("Nothing gets a place."));

    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    for (auto *button : {open, m_save, copy}) {
        head->addWidget(button);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(m_promote);
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Limits and places"));
    tabs->addTab(m_limitList, tr("Limits"));
    tabs->addTab(m_placeList, tr("Places"));
    auto *lists = new QSplitter(Qt::Vertical);
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins({});
    column->addWidget(m_first);
    column->addWidget(tabs, 1);
    lists->addWidget(m_changeList);
    lists->addWidget(below);
    lists->setChildrenCollapsible(false);
    lists->setSizes({130, 210});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(head);
    layout->addWidget(lists, 1);
    layout->addWidget(m_answer);
    layout->addLayout(foot);

    connect(open, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("Open a scenario"), {}, tr("Scenarios (*.json);;All files (*)"));
        if (!path.isEmpty()) {
            openFile(path);
        }
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Save the scenario"), m_name->text() + u".json"_s,
                                                          tr("Scenarios (*.json);;All files (*)"));
        if (!path.isEmpty()) {
            saveFile(path);
        }
    });
    connect(copy, &QPushButton::clicked, this, &ScenarioPanel::copyWanted);
    connect(m_remove, &QPushButton::clicked, this, &ScenarioPanel::remove);
    connect(m_promote, &QPushButton::clicked, this, &ScenarioPanel::promote);
    connect(m_changeList, &SearchTable::chosenChanged, this,
            [this](qint64 number) { m_remove->setEnabled(number > 0); });
    connect(m_limitList, &SearchTable::opened, this, [this](qint64 number) { openLimit(static_cast<int>(number)); });
    connect(m_placeList, &SearchTable::opened, this, &ScenarioPanel::openPlace);
    showChanges();
}

ScenarioDraft ScenarioPanel::draft() const {
    ScenarioDraft draft = m_draft;
    const QString name = m_name->text().trimmed();
    draft.name = name.isEmpty() ? std::nullopt : std::optional(name);
    return draft;
}

void ScenarioPanel::setDraft(const ScenarioDraft &draft) {
    m_draft = draft;
    if (draft.name) {
        m_name->setText(*draft.name);
    }
    m_outlook.reset();
    m_answer->dismiss();
    showChanges();
    Q_EMIT changed();
}

void ScenarioPanel::add(const ScenarioChangeDraft &change) {
    ScenarioDraft draft = m_draft;
    draft.changes.push_back(change);
    setDraft(draft);
}

void ScenarioPanel::remove() {
    const std::int64_t number = m_changeList->chosen();
    if (number > 0 && number <= std::ssize(m_draft.changes)) {
        ScenarioDraft draft = m_draft;
        draft.changes.erase(draft.changes.begin() + (number - 1));
        setDraft(draft);
    }
}

void ScenarioPanel::show(const OutlookPtr &outlook, std::size_t option) {
    m_outlook = outlook;
    m_option = option;
    showChanges();
}

void ScenarioPanel::showChanges() {
    const Outlook::Option *option = m_outlook ? &m_outlook->options[m_option] : nullptr;
    const PlayedScenario *played = option && option->played ? &*option->played : nullptr;
    m_changes->replaceRows(changeRows(m_draft, played));
    m_remove->setEnabled(m_changeList->chosen() > 0);
    m_save->setEnabled(!m_draft.changes.empty());
    m_promote->setEnabled(played && !m_draft.changes.empty() && !m_promoting);
    m_first->setText(m_draft.changes.empty() ? QString()
                     : !option               ? tr("Not reckoned yet.")
                     : played                ? firstLimitText(*played)
                                             : QString());
    m_first->setVisible(!m_first->text().isEmpty());
    m_limits->show(played ? crossedLimits(*played) : std::vector<Shortfall>());
    m_places->replaceRows(played ? newPlaceRows(*m_outlook->before, *played) : std::vector<NewPlaceRow>());
    if (option && !played) {
        m_answer->showError(option->error);
    }
}

void ScenarioPanel::openFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_answer->showError(unreadable(path, file.errorString()));
        return;
    }
    const auto draft = parseScenario(file.readAll());
    if (!draft.ok()) {
        m_answer->showError(draft.error());
        return;
    }
    m_name->setText(QFileInfo(path).completeBaseName());
    setDraft(*draft);
}

void ScenarioPanel::saveFile(const QString &path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(scenarioFile(draft())) < 0 || !file.commit()) {
        m_answer->showError(unreadable(path, file.errorString()));
        return;
    }
    m_answer->showDone(tr("Saved as %1").arg(path));
}

/// All of it in one transaction, or every reason why not.
void ScenarioPanel::promote() {
    if (m_promoting || !m_outlook || !m_outlook->options[m_option].played) {
        return;
    }
    const Promotion promotion(*m_outlook->before, *m_outlook->options[m_option].played);
    if (promotion.steps().empty()) {
        m_answer->showError(promotion.conflicts().empty() ? conflictsError({}) : conflictsError(promotion.conflicts()));
        return;
    }
    m_promoting = true;
    m_promote->setEnabled(false);
    m_answer->dismiss();
    whenDone(m_live.intend(u"promote"_s, promotion.arguments()), this,
             [this, promotion](const Result<QJsonObject> &result) {
                 m_promoting = false;
                 m_promote->setEnabled(m_outlook && m_outlook->options[m_option].played);
                 if (result.ok()) {
                     const qsizetype steps = std::ssize(promotion.steps());
                     setDraft({m_draft.name, m_draft.on, {}}); // what it says stands in the record now
                     m_answer->showDone(tr("Promoted: %1, all in one transaction.").arg(Format().count(steps)));
                 } else if (result.error().sqlstate == u"PL009") {
                     auto conflicts = promotion.conflicts();
                     const auto refused = promotion.conflictsOf(result.error());
                     conflicts.insert(conflicts.end(), refused.begin(), refused.end());
                     m_answer->showError(conflictsError(conflicts));
                 } else {
                     m_answer->showError(result.error());
                 }
             });
}

void ScenarioPanel::openLimit(int number) {
    const int row = m_limits->rowOf(number);
    const Node *node = row < 0 ? nullptr : m_outlook->before->nodes.find({m_limits->row(row).shortfall.node});
    if (node && node->rack) {
        m_navigator.open(node->rack);
    } else if (node) {
        m_navigator.open(node->id);
    }
}

void ScenarioPanel::openPlace(qint64 number) {
    const int row = m_places->rowOf(number);
    if (row >= 0 && m_places->row(row).rack) {
        const NewPlaceRow &place = m_places->row(row);
        m_navigator.showProposal(place.rack, place.huFrom, place.halfUnits, place.face, place.half);
    }
}

} // namespace polder
