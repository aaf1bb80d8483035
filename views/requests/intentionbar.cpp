#include "intentionbar.h"

#include "model/core/format.h"
#include "model/core/rackpath.h"
#include "model/engine/pieces.h"
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
    Words,     ///< may be left empty
    Instead,   ///< likewise, and what is shared instead
    Reason,    ///< may not
    Day,       ///< the last day
    Equipment, ///< which piece, its serial number and asset tag
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
    Offer{u"install", QT_TRANSLATE_NOOP("polder::IntentionBar", "&Install …"), Needs::Equipment,
          QT_TRANSLATE_NOOP("polder::IntentionBar", "Piece, serial, asset tag"), u""},
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
    , m_buttons(new QHBoxLayout)
    , m_prompt(new QWidget)
    , m_question(new QLabel)
    , m_place(new QComboBox)
    , m_words(new QLineEdit)
    , m_moreWords(new QLineEdit)
    , m_day(new QDateEdit)
    , m_confirm(new QPushButton(tr("&OK"))) {
    m_buttons->setContentsMargins({});
    m_words->setObjectName(u"words"_s);
    m_moreWords->setObjectName(u"moreWords"_s);
    m_place->setAccessibleName(tr("Piece of equipment"));
    m_day->setCalendarPopup(true);
    m_confirm->setObjectName(u"confirm"_s);
    auto *cancel = new QPushButton(tr("Cancel"));

    auto *line = new QHBoxLayout(m_prompt);
    line->setContentsMargins({});
    line->addWidget(m_question);
    line->addWidget(m_place);
    line->addWidget(m_words, 1);
    line->addWidget(m_moreWords, 1);
    line->addWidget(m_day);
    line->addWidget(m_confirm);
    line->addWidget(cancel);
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
            m_confirm->setEnabled(!offer || given ||
                                  (offer->needs != Needs::Reason && offer->needs != Needs::Equipment));
        });
    }
}

void IntentionBar::show(const Request &request, const Snapshot &snapshot) {
    if (request.id == m_id && request.offers == m_offers) {
        fillPlaces(request, snapshot);
        return;
    }
    clear();
    m_id = request.id;
    m_number = request.number;
    m_offers = request.offers;
    m_day->setDate(request.holdUntil.value_or(snapshot.today).toDate());
    fillPlaces(request, snapshot);
    for (const Offer &one : offers) {
        if (m_offers.contains(one.intention)) {
            offer(one.intention.toString());
        }
    }
    m_buttons->addStretch();
}

void IntentionBar::clear() {
    showPrompt({});
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> last(item);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
    }
    m_id = {};
    m_number.clear();
    m_offers.clear();
}

void IntentionBar::offer(const QString &intention) {
    auto *button = new QPushButton(tr(offerOf(intention)->button));
    button->setObjectName(intention);
    connect(button, &QPushButton::clicked, this, [this, intention] { choose(intention); });
    m_buttons->addWidget(button);
}

void IntentionBar::fillPlaces(const Request &request, const Snapshot &snapshot) {
    const QVariant before = m_place->currentData();
    m_place->clear();
    const Format format;
    for (const auto &[item, equipment, placement] : piecesOf(request.id, snapshot)) {
        const Rack *rack = snapshot.racks.find(placement->rack);
        if (rack && placement->position && (placement->state == u"held" || placement->state == u"delivered")) {
            m_place->addItem(
                tr("%1 at %2 U%3")
                    .arg(equipment->name, rackPath(snapshot, rack->id), format.unit(*rack, *placement->position)),
                placement->id.value);
        }
    }
    m_place->setCurrentIndex(std::max(0, m_place->findData(before)));
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
        } else {
            Q_EMIT amendWanted();
        }
        return;
    default:
        showPrompt(intention);
    }
}

void IntentionBar::showPrompt(const QString &intention) {
    m_asked = intention;
    const Offer *offer = offerOf(intention);
    m_prompt->setVisible(offer);
    if (!offer) {
        return;
    }
    m_question->setText(tr(offer->question));
    m_words->clear();
    m_moreWords->clear();
    const bool equipment = offer->needs == Needs::Equipment;
    m_words->setPlaceholderText(equipment ? tr("Serial number") : QString());
    m_words->setAccessibleName(equipment ? tr("Serial number") : m_question->text());
    m_place->setVisible(equipment);
    const bool instead = offer->needs == Needs::Instead;
    m_moreWords->setVisible(equipment || instead);
    m_moreWords->setPlaceholderText(instead ? tr("Shared instead: name or asset tag") : tr("Asset tag"));
    m_moreWords->setAccessibleName(m_moreWords->placeholderText());
    m_words->setVisible(offer->needs != Needs::Day);
    m_day->setVisible(offer->needs == Needs::Day);
    m_day->setAccessibleName(m_question->text());
    m_confirm->setEnabled(offer->needs == Needs::Words || instead || offer->needs == Needs::Day);
    (offer->needs == Needs::Day ? static_cast<QWidget *>(m_day) : m_words)->setFocus();
}

void IntentionBar::confirm() {
    const Offer *offer = offerOf(m_asked);
    QJsonObject arguments{{u"request"_s, m_number}};
    if (offer->needs == Needs::Equipment) {
        arguments = {{u"placement"_s, m_place->currentData().toInt()}, {u"serial"_s, m_words->text().trimmed()}};
        if (const QString tag = m_moreWords->text().trimmed(); !tag.isEmpty()) {
            arguments[u"asset_tag"_s] = tag;
        }
    } else if (offer->needs == Needs::Day) {
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
    const QString intention = m_asked;
    showPrompt({});
    Q_EMIT wanted(intention, arguments);
}

} // namespace polder
