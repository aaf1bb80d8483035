#include "answerpanel.h"

#include "flowlayout.h"
#include "intentform.h"
#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/core/shortfalljson.h"
#include "model/engine/found.h"
#include "model/items/refusaltext.h"
#include "model/items/ruletext.h"
#include "model/items/shortfallmodel.h"
#include "nearestplaces.h"
#include "searchtable.h"
#include "theme.h"
#include "whendone.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 700ms; ///< before it is said that something takes time
constexpr int mostTableHeight = 220;
constexpr std::size_t placesOffered = 3;

/// All of them, those too that single steps of a whole were refused for.
std::vector<Shortfall> allViolations(const Error &error) {
    auto all = violationsOf(error.data);
    for (const QJsonValue &conflict : error.data[u"conflicts"_s].toArray()) {
        for (const Shortfall &one : violationsOf(conflict[u"detail"_s].toObject())) {
            all.push_back(one);
        }
    }
    return all;
}

/// What helps beside the sentence itself: who was first, or what can be done now.
QString moreOf(const Error &error) {
    QStringList lines;
    if (error.kind == Error::Kind::Stale) {
        const QString who = error.data[u"changed_by"_s].toString();
        const auto when = QDateTime::fromString(error.data[u"changed_at"_s].toString(), Qt::ISODateWithMs);
        lines << AnswerPanel::tr("%1 was there first (%2, %3). Look again, then repeat it.")
                     .arg(who.isEmpty() ? AnswerPanel::tr("Somebody else") : who,
                          intentionText(error.data[u"what"_s].toString()),
                          QLocale().toString(when.toLocalTime(), QLocale::ShortFormat));
    }
    // Of the record's own refusals the sentence says it; of a file or an option, this.
    if (const QString field = error.data[u"field"_s].toString(); !field.isEmpty() && !error.data.contains(u"code"_s)) {
        const QString allowed = error.data[u"allowed"_s].toString();
        lines << (allowed.isEmpty() ? AnswerPanel::tr("Field: %1").arg(field)
                                    : AnswerPanel::tr("Field %1 takes: %2").arg(field, allowed));
    }
    if (const QString possible = possibleText(error); !possible.isEmpty()) {
        lines << possible;
    }
    if (error.sqlstate == u"PL008") {
        lines << AnswerPanel::tr("With a reason it is made, and what it breaks is on record as findings.");
    } else if (!error.hint.isEmpty()) {
        lines << error.hint;
    }
    return lines.join(u'\n');
}

} // namespace

AnswerPanel::AnswerPanel(Live &live, QWidget *parent)
    : QFrame(parent)
    , m_live(live)
    , m_words(new QLabel)
    , m_more(theme::quiet())
    , m_violations(new ShortfallModel(this))
    , m_table(nullptr)
    , m_setAside(new QPushButton(tr("Set a rule aside …")))
    , m_layout(new QVBoxLayout(this))
    , m_nearest(new QWidget)
    , m_nearestWords(new QLabel)
    , m_nearestButtons(new FlowLayout)
    , m_reload(new QPushButton(tr("Reload"))) {
    setFrameShape(StyledPanel);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"answer"_s);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_more->setObjectName(u"answerMore"_s);
    auto *close = new QToolButton;
    close->setText(tr("✕"));
    close->setObjectName(u"dismiss"_s);
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &AnswerPanel::dismiss);

    auto *head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    m_layout->addLayout(head);
    m_layout->addWidget(m_more);
    m_setAside->setObjectName(u"setAside"_s);
    m_layout->addWidget(m_setAside, 0, Qt::AlignLeft);
    connect(m_setAside, &QPushButton::clicked, this, &AnswerPanel::writeOverride);

    m_nearestWords->setObjectName(u"nearest"_s);
    m_nearestWords->setWordWrap(true);
    m_reload->setObjectName(u"reload"_s);
    m_reload->setToolTip(tr("Puts this answer away and looks again at what is there now"));
    auto *near = new QVBoxLayout(m_nearest);
    near->setContentsMargins({});
    near->addWidget(m_nearestWords);
    near->addLayout(m_nearestButtons);
    near->addWidget(m_reload, 0, Qt::AlignLeft);
    m_layout->addWidget(m_nearest);
    connect(m_reload, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT reloaded();
    });

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { showWords(tr("Asking the record …"), {}, false); });
    hide();
}

void AnswerPanel::ask(const QString &intention, const QJsonObject &arguments, const QString &doneText,
                      const std::function<void(const QJsonObject &)> &done, const std::optional<Elsewhere> &elsewhere) {
    if (m_busy) {
        return;
    }
    m_asked = {intention, arguments, doneText, done, elsewhere};
    follow(m_live.intend(intention, arguments), [this, doneText, done](const Result<QJsonObject> &result) {
        if (!result.ok()) {
            showError(result.error());
            offerOverride(result.error());
            offerElsewhere(result.error());
            Q_EMIT refused(result.error());
            return;
        }
        showDone(doneText);
        if (done) {
            done(*result);
        }
    });
}

void AnswerPanel::follow(const QFuture<Result<QJsonObject>> &answer,
                         const std::function<void(const Result<QJsonObject> &)> &then) {
    dismiss();
    setBusy(true);
    m_patience.start();
    whenDone(answer, this, [this, then](const Result<QJsonObject> &result) {
        m_patience.stop();
        setBusy(false);
        then(result);
    });
}

QJsonObject AnswerPanel::overridden() const {
    const QJsonObject &arguments = m_asked.arguments;
    QJsonObject about;
    if (arguments.contains(u"request"_s)) {
        about[u"request"_s] = arguments[u"request"_s];
        const QString rack = arguments[u"places"_s].toArray().at(0)[u"rack"_s].toString();
        if (rack.contains(u'/')) {
            about[u"site"_s] = rack.section(u'/', 0, 0);
        }
    } else if (arguments.contains(u"placement"_s)) {
        about[u"placement"_s] = arguments[u"placement"_s];
    } else if (const QJsonValue moved = arguments[u"moves"_s].toArray().at(0)[u"placement"_s]; !moved.isUndefined()) {
        about[u"placement"_s] = moved;
    }
    return about;
}

/// What was refused for its place, or because somebody was first.
void AnswerPanel::offerElsewhere(const Error &error) {
    const bool helps = error.kind == Error::Kind::Stale || !allViolations(error).empty();
    m_nearest->setVisible(helps);
    if (!helps || !m_asked.elsewhere) {
        m_nearestWords->hide();
        return;
    }
    m_search = new NearestPlaces(*m_asked.elsewhere->estates, this);
    connect(m_search, &NearestPlaces::changed, this, &AnswerPanel::showNearest);
    m_search->ask(m_asked.elsewhere->wanted, m_asked.elsewhere->spot, placesOffered);
    showNearest();
}

void AnswerPanel::showNearest() {
    clearNearest();
    m_nearestWords->show();
    const auto &places = m_search->places();
    m_nearestWords->setText(!places           ? tr("Looking for the nearest places that take it …")
                            : places->empty() ? tr("No other place takes it.")
                                              : tr("The nearest places that take it:"));
    if (!places) {
        return;
    }
    const SnapshotPtr snapshot = m_live.snapshot();
    int number = 0;
    for (const NearSpot &place : *places) {
        const Rack *rack = snapshot->racks.find(place.spot.rack);
        const Rack *asked = snapshot->racks.find(m_asked.elsewhere->spot.rack);
        if (!rack) {
            continue;
        }
        const QString unit = Format().unit(*rack, place.spot.position);
        const bool sameRoom = asked && asked->room == rack->room;
        auto *button = new QPushButton(place.spot.rack == m_asked.elsewhere->spot.rack ? tr("U%1 here").arg(unit)
                                       : sameRoom ? tr("U%1 in %2").arg(unit, rack->code)
                                                  : tr("U%1 in %2").arg(unit, rackPath(*snapshot, rack->id)));
        button->setObjectName(u"nearest%1"_s.arg(number++));
        button->setAccessibleName(tr("Instead at %1, U%2").arg(rackPath(*snapshot, rack->id), unit));
        connect(button, &QPushButton::clicked, this, [this, place] {
            auto again = m_asked;
            again.elsewhere->spot = place.spot;
            ask(again.intention, again.elsewhere->arguments(place), again.doneText, again.done, again.elsewhere);
        });
        m_nearestButtons->addWidget(button);
    }
}

/// Later: one of them may be what was just pressed.
void AnswerPanel::clearNearest() {
    while (m_nearestButtons->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_nearestButtons->takeAt(0));
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater();
    }
}

void AnswerPanel::forgetNearest() {
    m_nearest->hide();
    clearNearest();
    if (m_search) {
        m_search->deleteLater();
        m_search->disconnect(this);
        m_search = nullptr;
    }
}

/// Only to who may. What a second person or institution has to say is asked of them then.
void AnswerPanel::offerOverride(const Error &error) {
    m_rules.clear();
    if (!m_live.snapshot()->viewer.maySetAside || overridden().isEmpty() || m_asked.intention == u"override") {
        return;
    }
    for (const Shortfall &shortfall : allViolations(error)) {
        if (wordFor(shortfall.rule) != Word::Nobody && !m_rules.contains(shortfall.rule)) {
            m_rules << shortfall.rule;
        }
    }
    m_setAside->setVisible(!m_rules.isEmpty());
}

void AnswerPanel::writeOverride() {
    m_setAside->hide();
    m_override =
        new IntentForm(m_live, u"override"_s,
                       {{.argument = u"rule"_s, .label = tr("Rule"), .kind = FormField::Kind::Choice, .needed = true},
                        {.argument = u"reason"_s, .label = tr("Reason"), .kind = FormField::Kind::Text, .needed = true},
                        {.argument = u"until"_s,
                         .label = tr("Up to and including"),
                         .kind = FormField::Kind::LastDay,
                         .needed = true}},
                       tr("Set aside"));
    IntentForm::Choices rules;
    for (const QString &rule : std::as_const(m_rules)) {
        const Word word = wordFor(rule);
        rules.emplace_back(word == Word::TwoPeople          ? tr("%1 (with a second person)").arg(ruleTitle(rule))
                           : word == Word::BothInstitutions ? tr("%1 (with the other institution)").arg(ruleTitle(rule))
                                                            : ruleTitle(rule),
                           rule);
    }
    m_override->setChoices(u"rule"_s, rules);
    constexpr int month = 30;
    m_override->setValue(u"until"_s, m_live.snapshot()->today.plus(month).toDate().toString(Qt::ISODate));
    m_override->setShape([about = overridden()](QJsonObject values) {
        for (auto it = about.begin(); it != about.end(); ++it) {
            values[it.key()] = it.value();
        }
        return values;
    });
    m_override->setDoneText({});
    connect(
        m_override, &IntentForm::done, this,
        [this](const QJsonObject &result) {
            const QString waits = result[u"waits_for"_s].toString();
            if (waits.isEmpty()) { // it holds: what was refused is asked again
                const auto again = m_asked;
                ask(again.intention, again.arguments, again.doneText, again.done, again.elsewhere);
                return;
            }
            showDone(waits == u"second person"
                         ? tr("Asked. It holds once a second facility manager confirms it, among the findings.")
                         : tr("Asked. It holds once the other institution confirms it, among the findings."));
        },
        Qt::QueuedConnection); // the form goes then
    m_layout->addWidget(m_override);
    m_override->field(u"reason"_s)->setFocus();
}

void AnswerPanel::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void AnswerPanel::showError(const Error &error) {
    showError(error, refusalText(error), moreOf(error));
}

void AnswerPanel::showError(const Error &error, const QString &words, const QString &more) {
    if (error.kind == Error::Kind::Cancelled) {
        dismiss();
        return;
    }
    showWords(words, more, true);
    const auto violations = allViolations(error);
    m_violations->show(violations);
    if (!violations.empty() && !m_table) { // a table is much for a panel that mostly says "done"
        m_table = new SearchTable(m_violations, tr("What does not fit"), SearchTable::Search::None);
        m_table->setObjectName(u"violations"_s);
        m_table->setMaximumHeight(mostTableHeight);
        m_layout->insertWidget(m_layout->indexOf(m_more) + 1, m_table);
        setTabOrder(findChild<QToolButton *>(u"dismiss"_s), m_table->view());
    }
    if (m_table) {
        m_table->setVisible(!violations.empty());
    }
    Q_EMIT reasonsChanged();
}

void AnswerPanel::showDone(const QString &text) {
    if (text.isEmpty()) {
        dismiss();
    } else {
        showWords(tr("✓ %1").arg(text), {}, false);
    }
}

void AnswerPanel::dismiss() {
    forgetNearest();
    hide();
    Q_EMIT reasonsChanged();
}

bool AnswerPanel::saysReasons() const {
    return !isHidden() && m_table && !m_table->isHidden();
}

void AnswerPanel::showWords(const QString &words, const QString &more, bool trouble) {
    m_words->setText(words);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     theme::colour(trouble ? theme::Meaning::Trouble : theme::Meaning::Fine, palette));
    m_words->setPalette(palette);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    if (m_table) {
        m_table->hide();
    }
    m_setAside->hide();
    forgetNearest();
    if (m_override) {
        m_override->hide();
        m_override->deleteLater();
        m_override = nullptr;
    }
    show();
    Q_EMIT reasonsChanged();
}

} // namespace polder
