#pragma once

#include "model/core/day.h"

#include <QDateEdit>
#include <QString>

#include <vector>

namespace polder {

/// The days that somebody may mean by this, in the language of the application: "1 May", "wk 34", "+6m", "1-5-2027".
/// None: it is no date. More than one: she has to say which.
[[nodiscard]] std::vector<Day> daysMeant(const QString &typed, Day today);

/// A day: from a calendar, by its parts as the locale writes them, or in words ("1 May", "wk 34", "+6m"), which are
/// read when the field is left or Enter is pressed. What may mean two days is asked, and what means none is said; until
/// then the day stays what it was.
class DayField : public QDateEdit {
    Q_OBJECT

public:
    explicit DayField(QWidget *parent = nullptr);
    explicit DayField(QDate date);

    /// What was typed last and not taken, in a sentence; empty: all was understood.
    [[nodiscard]] QString trouble() const { return m_trouble; }

protected:
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void tell(const QString &trouble) const;

    bool m_inWords = false; ///< what is typed is not by the parts of a date
    QString m_typed;        ///< since the last key that writes nothing
    QDate m_before;         ///< what it was then
    mutable QString m_trouble;
};

} // namespace polder
