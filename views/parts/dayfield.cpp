#include "views/parts/dayfield.h"

#include "model/core/format.h"
#include "model/reading/sentence.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolTip>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

/// All that a sentence of nothing but one date may say.
std::vector<Day> daysIn(const QString &sentence, const Reader &reader) {
    std::vector<Day> days;
    for (const auto &part : readSentence(sentence, reader).pieces) {
        if (part.state == Part::State::NotUnderstood) {
            return {};
        }
        for (const auto &meaning : part.readings) {
            const auto *from = std::get_if<said::From>(&meaning);
            if (!from) {
                return {};
            }
            if (std::ranges::find(days, from->day) == days.end()) {
                days.push_back(from->day);
            }
        }
    }
    return days;
}

} // namespace

std::vector<Day> daysMeant(const QString &typed, Day today) {
    const Reader reader{QLocale().language() == QLocale::Dutch ? Language::Dutch : Language::English, today};
    // In a sentence a word says that a date begins: both languages' are known. "In 2 weeks" says it by itself.
    const auto days = daysIn(u"from "_s + typed.trimmed(), reader);
    return days.empty() ? daysIn(typed.trimmed(), reader) : days;
}

DayField::DayField(QWidget *parent) : QDateEdit(parent) {
    setCalendarPopup(true);
    // Else what is not a date by its parts is thrown away before it is read.
    setCorrectionMode(CorrectToNearestValue);
}

DayField::DayField(QDate date) : DayField() {
    setDate(date);
}

void DayField::tell(const QString &trouble) const {
    m_trouble = trouble;
    if (!trouble.isEmpty() && isVisible()) {
        QToolTip::showText(mapToGlobal(QPoint(0, height())), trouble, const_cast<DayField *>(this));
    }
}

QValidator::State DayField::validate(QString &text, int &position) const {
    QString parts = text;
    int at = position;
    const auto state = QDateEdit::validate(parts, at);
    if (!m_inWords && state != QValidator::Invalid) {
        text = parts;
        position = at;
        return state;
    }
    return state == QValidator::Acceptable && parts == text ? state : QValidator::Intermediate;
}

void DayField::fixup(QString &text) const {
    const auto days = daysMeant(text, Day::fromDate(QDate::currentDate()));
    const Format format{QLocale()};
    QDateTime taken = dateTime(); // what is no day, or may be two, leaves it as it was
    if (days.empty()) {
        tell(tr("“%1” is no date. For example: 1 May, wk 34, +6m").arg(text));
    } else if (days.size() > 1) {
        QStringList may;
        for (const auto day : days) {
            may << format.day(day);
        }
        tell(tr("“%1” may be %2. Write the month in letters.").arg(text, may.join(tr(" or "))));
    } else if (const QDate day = days.front().toDate(); day < minimumDate() || day > maximumDate()) {
        tell(tr("%1 is not possible here.").arg(format.day(days.front())));
    } else {
        taken = day.startOfDay();
        tell({});
    }
    text = textFromDateTime(taken);
}

/// A letter makes words of all that was typed: "15 " and "M" are no month and no day any more.
void DayField::keyPressEvent(QKeyEvent *event) {
    const QString typed = event->text();
    const bool isWritten = !typed.isEmpty() && typed.front().isPrint();
    if (isWritten && m_typed.isEmpty()) {
        m_before = date();
    }
    if (isWritten) {
        m_typed += typed;
    } else if (event->key() != Qt::Key_Shift && event->key() != Qt::Key_AltGr && event->key() != Qt::Key_CapsLock) {
        m_typed.clear();
    }
    if (!m_inWords && isWritten && (typed.front().isLetter() || typed.front() == u'+')) {
        const QString words = m_typed;
        setDate(m_before);
        m_inWords = true;
        lineEdit()->selectAll();
        lineEdit()->insert(words);
        event->accept();
        return;
    }
    if (!m_inWords) {
        QDateEdit::keyPressEvent(event);
        return;
    }
    QAbstractSpinBox::keyPressEvent(event); // not by the parts of a date
    m_inWords = event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter;
}

void DayField::focusOutEvent(QFocusEvent *event) {
    QDateEdit::focusOutEvent(event);
    m_inWords = false;
    m_typed.clear();
}

} // namespace polder
