#include "intentionbar.h"

#include "model/core/placetext.h"
#include "model/engine/pieces.h"
#include "views/parts/combotip.h"
#include "views/parts/dayfield.h"
#include "views/parts/flowlayout.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <array>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// What an intention wants to know beside the request.
enum class Needs {
    Nothing,
    Words,   ///< may be left empty
    Instead, ///< likewise, and what is shared instead
    Reason,  ///< may not
    Day,     ///< the last day
    Piece,   ///< which of those that have a place and are not installed; words may be left empty
    Verdict, ///< how it ended, and why
    OwnPage
};

struct Offer {
    QStringView intention;
    const char *button;
    Needs needs;
    const char *question;
    QStringView argument;
};

constexpr std::array offers{
    Offer{u"submit", QT_TRANSLATE_NOOP("polder::IntentionBar", "&Submit"), Needs::Nothing, "", u""},
    Offer{u"amend_request", QT_TRANSLATE_NOOP("polder::IntentionBar", "A&mend …"), Needs::OwnPage, "", u""},
    Offer{u"endorse", QT_TRANSLATE_NOOP("polder::IntentionBar", "&Endorse …"), Needs::Words,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Comment"), u"comment"},
    Offer{u"decline", QT_TRANSLATE_NOOP("polder::IntentionBar", "De&cline …"), Needs::Reason,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Reason"), u"reason"},
    Offer{u"review", QT_TRANSLATE_NOOP("polder::IntentionBar", "Re&view"), Needs::Nothing, "", u""},
    Offer{u"hold", QT_TRANSLATE_NOOP("polder::IntentionBar", "Find a p&lace …"), Needs::OwnPage, "", u""},
    Offer{u"renew", QT_TRANSLATE_NOOP("polder::IntentionBar", "Rene&w …"), Needs::Day,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Hold up to and including"), u"until_date"},
    Offer{u"deliver", QT_TRANSLATE_NOOP("polder::IntentionBar", "De&livered"), Needs::Nothing, "", u""},
    Offer{u"install", QT_TRANSLATE_NOOP("polder::IntentionBar", "&Install …"), Needs::OwnPage, "", u""},
    Offer{u"release", QT_TRANSLATE_NOOP("polder::IntentionBar", "Give &back …"), Needs::Piece,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Piece, comment"), u"comment"},
    Offer{u"security_review", QT_TRANSLATE_NOOP("polder::IntentionBar", "Securit&y review …"), Needs::Verdict,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "How it ended, and why"), u"text"},
    Offer{u"extend", QT_TRANSLATE_NOOP("polder::IntentionBar", "E&xtend …"), Needs::Day,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Host up to and including"), u"until"},
    Offer{u"decommission", QT_TRANSLATE_NOOP("polder::IntentionBar", "&Decommission"), Needs::Nothing, "", u""},
    Offer{u"remove", QT_TRANSLATE_NOOP("polder::IntentionBar", "Re&moved …"), Needs::Words,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Wipe or disposal certificate"), u"wipe_reference"},
    Offer{u"wait_list", QT_TRANSLATE_NOOP("polder::IntentionBar", "Wai&t-list …"), Needs::Reason,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Reason"), u"reason"},
    Offer{u"return_request", QT_TRANSLATE_NOOP("polder::IntentionBar", "Ret&urn …"), Needs::Reason,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "What is missing"), u"reason"},
    Offer{u"reject", QT_TRANSLATE_NOOP("polder::IntentionBar", "Re&ject …"), Needs::Reason,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Reason"), u"reason"},
    Offer{u"withdraw", QT_TRANSLATE_NOOP("polder::IntentionBar", "Withdra&w …"), Needs::Instead,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Reason"), u"reason"},
};

const Offer *offerOf(QStringView intention) {
    const auto *known = std::ranges::find(offers, intention, &Offer::intention);
    return known == offers.end() ? nullptr : known;
}

} // namespace

IntentionBar::IntentionBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new FlowLayout)
    , m_prompt(new QWidget)
    , m_question(new QLabel)
    , m_piece(new QComboBox)
    , m_verdict(new QComboBox)
    , m_words(new QLineEdit)
    , m_moreWords(new QLineEdit)
    , m_day(new DayField)
    , m_confirm(new QPushButton(tr("&OK"))) {
    m_buttons->setSpacing(theme::gap);
    m_words->setObjectName(u"words"_s);
    m_moreWords->setObjectName(u"moreWords"_s);
    m_piece->setObjectName(u"piece"_s);
    m_piece->setAccessibleName(tr("Piece of equipment"));
    m_piece->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    tipWhatIsChosen(*m_piece);
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setAccessibleName(tr("How the security review ended"));
    m_verdict->addItem(tr("passed"), u"passed"_s);
    m_verdict->addItem(tr("still open"), u"open"_s);
    m_day->setObjectName(u"day"_s);
    m_confirm->setObjectName(u"confirm"_s);
    auto *cancel = new QPushButton(tr("Cancel"));

    // What is asked stands above what is answered: both can be long.
    auto *question = new QHBoxLayout;
    question->addWidget(m_question);
    question->addWidget(m_piece, 1);
    question->addWidget(m_verdict);
    question->addStretch();
    auto *line = new QHBoxLayout;
    line->addWidget(m_words, 1);
    line->addWidget(m_moreWords, 1);
    line->addWidget(m_day);
    line->addWidget(m_confirm);
    line->addWidget(cancel);
    auto *prompt = new QVBoxLayout(m_prompt);
    prompt->setContentsMargins({});
    prompt->addLayout(question);
    prompt->addLayout(line);
    m_prompt->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addLayout(m_buttons);
    layout->addWidget(m_prompt);

    connect(m_confirm, &QPushButton::clicked, this, &IntentionBar::confirm);
    connect(cancel, &QPushButton::clicked, this, [this] { showPrompt({}); });
    for (auto *field : {m_words, m_moreWords}) {
        connect(field, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
        connect(field, &QLineEdit::textChanged, this, [this] {
            const Offer *offer = offerOf(m_asked);
            const bool given = !m_words->text().trimmed().isEmpty();
            m_confirm->setEnabled(!offer || given || (offer->needs != Needs::Reason && offer->needs != Needs::Verdict));
        });
    }
}

void IntentionBar::show(const Request &request, const Snapshot &snapshot) {
    if (request.id != m_id) {
        clear();
    }
    m_id = request.id;
    m_number = request.number;
    m_holdUntil = request.holdUntil.value_or(snapshot.today);
    m_lastDay = lastDayOf(request, snapshot);
    if (request.offers != m_offers) {
        m_offers = request.offers;
        showOffers();
    }
    fillPieces(request, snapshot);
}

/// What is half typed stays as long as it can still be asked.
void IntentionBar::showOffers() {
    clearButtons();
    for (const Offer &one : offers) {
        if (m_offers.contains(one.intention)) {
            offer(one.intention.toString());
        }
    }
    if (!m_asked.isEmpty() && !m_offers.contains(m_asked)) {
        showPrompt({});
    }
}

void IntentionBar::clear() {
    showPrompt({});
    clearButtons();
    m_id = {};
    m_number.clear();
    m_offers.clear();
}

void IntentionBar::clearButtons() {
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> last(item);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
    }
}

void IntentionBar::finish() {
    showPrompt({});
}

/// Of what it has in place today; where that has no end, or nothing is there, as it was asked.
Day IntentionBar::lastDayOf(const Request &request, const Snapshot &snapshot) {
    Day until = snapshot.today;
    for (const auto &[item, equipment, placement] : piecesOf(request.id, snapshot)) {
        if (placement->state == u"installed" && !placement->during.openEnded()) {
            until = std::max(until, placement->during.until);
        }
    }
    if (until == snapshot.today && !request.during.openEnded()) {
        until = std::max(until, request.during.until);
    }
    return until == snapshot.today ? until : until.plus(-1);
}

void IntentionBar::offer(const QString &intention) {
    auto *button = new QPushButton(tr(offerOf(intention)->button));
    button->setObjectName(intention);
    connect(button, &QPushButton::clicked, this, [this, intention] { choose(intention); });
    m_buttons->addWidget(button);
}

void IntentionBar::fillPieces(const Request &request, const Snapshot &snapshot) {
    const QVariant before = m_piece->currentData();
    m_piece->clear();
    for (const auto &[item, equipment, placement] : piecesOf(request.id, snapshot)) {
        if (waits(*placement, snapshot)) {
            m_piece->addItem(tr("%1 at %2").arg(equipment->name, placeText(snapshot, *placement)), placement->id.value);
        }
    }
    m_piece->setCurrentIndex(std::max(0, m_piece->findData(before)));
}

void IntentionBar::choose(const QString &intention) {
    switch (offerOf(intention)->needs) {
    case Needs::Nothing:
        showPrompt({});
        Q_EMIT wanted(intention, {{u"request"_s, m_number}});
        return;
    case Needs::OwnPage:
        showPrompt({});
        if (intention == u"hold") {
            Q_EMIT holdWanted();
        } else if (intention == u"install") {
            Q_EMIT installWanted();
        } else {
            Q_EMIT amendWanted();
        }
        return;
    default:
        showPrompt(intention);
    }
}

void IntentionBar::showPrompt(const QString &intention) {
    if (intention == m_asked && !intention.isEmpty()) {
        return; // its words stay
    }
    m_asked = intention;
    const Offer *offer = offerOf(intention);
    m_prompt->setVisible(offer);
    if (!offer) {
        return;
    }
    m_question->setText(tr(offer->question));
    m_words->clear();
    m_moreWords->clear();
    const bool instead = offer->needs == Needs::Instead;
    const bool day = offer->needs == Needs::Day;
    m_words->setAccessibleName(m_question->text());
    m_piece->setVisible(offer->needs == Needs::Piece);
    m_verdict->setVisible(offer->needs == Needs::Verdict);
    m_moreWords->setVisible(instead);
    m_moreWords->setPlaceholderText(tr("Shared instead: name or asset tag"));
    m_moreWords->setAccessibleName(m_moreWords->placeholderText());
    m_words->setVisible(!day);
    m_day->setVisible(day);
    m_day->setAccessibleName(m_question->text());
    m_day->setDate((intention == u"extend" ? m_lastDay : m_holdUntil).toDate());
    m_confirm->setEnabled(offer->needs != Needs::Reason && offer->needs != Needs::Verdict);
    (day ? static_cast<QWidget *>(m_day) : m_words)->setFocus();
}

void IntentionBar::confirm() {
    const Offer *offer = offerOf(m_asked);
    QJsonObject arguments{{u"request"_s, m_number}};
    QString intention = m_asked;
    if (offer->needs == Needs::Piece) {
        arguments = {{u"placement"_s, m_piece->currentData().toInt()}};
    } else if (offer->needs == Needs::Verdict) { // which is a comment that says so
        intention = u"comment"_s;
        arguments[u"security_review"_s] = m_verdict->currentData().toString();
    }
    if (offer->needs == Needs::Day) {
        // A hold is good on its last day; hosting ends on the day after it.
        const QDate last = m_day->date();
        const QDate day = offer->argument == u"until" ? last.addDays(1) : last;
        arguments[offer->argument.toString()] = day.toString(Qt::ISODate);
    } else if (const QString words = m_words->text().trimmed(); !words.isEmpty()) {
        arguments[offer->argument.toString()] = words;
    }
    if (const QString shared = m_moreWords->text().trimmed(); offer->needs == Needs::Instead && !shared.isEmpty()) {
        arguments[u"because"_s] = shared;
    }
    // The words stay until the record has said yes: see finish().
    Q_EMIT wanted(intention, arguments);
}

} // namespace polder
