#pragma once

#include "model/reading/sentence.h"
#include "views/parts/focusstart.h"

class QLineEdit;

namespace polder {

/// A line in which one says what one wants a place for, and below it a chip for each part: what is understood, what is
/// a question and what is left out. A chip leads back to its part of the line, and Del on it takes that away.
class SentenceField : public FocusStart {
    Q_OBJECT

public:
    explicit SentenceField(QWidget *parent = nullptr);

    void setReader(const Reader &reader);
    void setText(const QString &text);
    [[nodiscard]] const Sentence &sentence() const { return m_sentence; }
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// Chips also for a line that says nothing of an item, where nothing else can be meant. Else a word that is no
    /// sentence has none.
    void setAlwaysChips(bool always);

Q_SIGNALS:
    void changed();

private:
    void read();
    void showChips();
    QWidget *addChip(const Part &piece);
    /// Puts other text in the place of a piece; none: takes it away.
    void replace(const Part &piece, const QString &text);
    void select(const Part &piece);

    QLineEdit *m_line;
    QWidget *m_chips;
    Reader m_reader;
    Sentence m_sentence;
    bool m_alwaysChips = false;
};

} // namespace polder
