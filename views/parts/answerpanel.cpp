#include "answerpanel.h"

#include "model/core/shortfalljson.h"
#include "model/items/shortfallmodel.h"
#include "refusaltext.h"
#include "searchtable.h"
#include "theme.h"
#include "whendone.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 700ms; ///< before it is said that something takes time
constexpr int mostTableHeight = 220;

/// What helps beside the sentence itself: the field that is wrong, or who was first.
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
    if (const QString field = error.data[u"field"_s].toString(); !field.isEmpty()) {
        const QString allowed = error.data[u"allowed"_s].toString();
        lines << (allowed.isEmpty() ? AnswerPanel::tr("Field: %1").arg(field)
                                    : AnswerPanel::tr("Field %1 takes: %2").arg(field, allowed));
    }
    if (!error.hint.isEmpty()) {
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
    , m_table(new SearchTable(m_violations, tr("What does not fit"), SearchTable::Search::None)) {
    setFrameShape(StyledPanel);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"answer"_s);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_more->setObjectName(u"answerMore"_s);
    m_table->setObjectName(u"violations"_s);
    m_table->setMaximumHeight(mostTableHeight);
    auto *close = new QToolButton;
    close->setText(tr("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &AnswerPanel::dismiss);

    auto *head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_more);
    layout->addWidget(m_table);

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { showWords(tr("Asking the record …"), {}, false); });
    hide();
}

void AnswerPanel::ask(const QString &intention, const QJsonObject &arguments, const QString &doneText,
                      const std::function<void(const QJsonObject &)> &done) {
    if (m_busy) {
        return;
    }
    dismiss();
    setBusy(true);
    m_patience.start();
    whenDone(m_live.intend(intention, arguments), this, [this, doneText, done](const Result<QJsonObject> &result) {
        m_patience.stop();
        setBusy(false);
        if (!result.ok()) {
            showError(result.error());
            Q_EMIT refused(result.error());
            return;
        }
        showDone(doneText);
        if (done) {
            done(*result);
        }
    });
}

void AnswerPanel::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void AnswerPanel::showError(const Error &error) {
    if (error.kind == Error::Kind::Cancelled) {
        dismiss();
        return;
    }
    showWords(refusalText(error), moreOf(error), true);
    const auto violations = violationsOf(error.data);
    m_violations->show(violations);
    m_table->setVisible(!violations.empty());
}

void AnswerPanel::showDone(const QString &text) {
    if (text.isEmpty()) {
        dismiss();
    } else {
        showWords(tr("✓ %1").arg(text), {}, false);
    }
}

void AnswerPanel::dismiss() {
    hide();
}

void AnswerPanel::showWords(const QString &words, const QString &more, bool trouble) {
    m_words->setText(words);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     theme::colour(trouble ? theme::Meaning::Trouble : theme::Meaning::Fine, palette));
    m_words->setPalette(palette);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_table->hide();
    show();
}

} // namespace polder
