#include "sentencefield.h"

#include "sentencetext.h"
#include "views/parts/flowlayout.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <functional>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 400; ///< characters; nobody says more

/// A part of the line. What it is stands in its text, not in its colour alone.
class Chip : public QToolButton {
public:
    explicit Chip(std::function<void()> remove) : m_remove(std::move(remove)) {
        setObjectName(u"chip"_s);
        setFocusPolicy(Qt::StrongFocus);
        setToolButtonStyle(Qt::ToolButtonTextOnly);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override {
        switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return m_remove();
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return click();
        default:
            QToolButton::keyPressEvent(event);
        }
    }

private:
    std::function<void()> m_remove;
};

void colour(QWidget &chip, theme::Meaning meaning) {
    QPalette palette = chip.palette();
    palette.setColor(QPalette::ButtonText, theme::colour(meaning, palette));
    chip.setPalette(palette);
}

} // namespace

SentenceField::SentenceField(QWidget *parent) : FocusStart(parent), m_line(new QLineEdit), m_chips(new QWidget) {
    m_line->setObjectName(u"sentence"_s);
    m_line->setMaxLength(longest);
    m_line->setClearButtonEnabled(true);
    auto *flow = new FlowLayout(m_chips);
    flow->setContentsMargins({});
    flow->setSpacing(theme::gap / 2);
    m_chips->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_line);
    layout->addWidget(m_chips);
    setFocusStart(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &SentenceField::read);
}

void SentenceField::setReader(const Reader &reader) {
    m_reader = reader;
    const Sentence again = readSentence(m_line->text(), m_reader);
    if (again.pieces != m_sentence.pieces) { // a new day, a new data centre
        read();
    }
}

void SentenceField::setText(const QString &text) {
    m_line->setText(text);
}

void SentenceField::setAlwaysChips(bool always) {
    m_alwaysChips = always;
    showChips();
}

void SentenceField::read() {
    m_sentence = readSentence(m_line->text(), m_reader);
    showChips();
    Q_EMIT changed();
}

void SentenceField::showChips() {
    // Later: it may be one of them that was pressed.
    for (QWidget *chip : m_chips->findChildren<QWidget *>(u"chip"_s, Qt::FindDirectChildrenOnly)) {
        m_chips->layout()->removeWidget(chip);
        chip->setObjectName({});
        chip->hide();
        chip->deleteLater();
    }
    const bool wanted = m_alwaysChips || m_sentence.asksForSpace();
    QWidget *before = m_line; // Tab goes from the line through its chips, then on
    for (const Part &piece : m_sentence.pieces) {
        if (wanted && piece.state != Part::State::Joining) {
            QWidget *chip = addChip(piece);
            setTabOrder(before, chip);
            before = chip;
        }
    }
    m_chips->setVisible(m_chips->layout()->count() > 0);
    updateGeometry();
}

QWidget *SentenceField::addChip(const Part &piece) {
    auto *chip = new Chip([this, piece] { replace(piece, {}); });
    const QString said = m_sentence.text.mid(piece.begin, piece.length);
    connect(chip, &QToolButton::clicked, this, [this, piece] { select(piece); });
    switch (piece.state) {
    case Part::State::Understood:
        chip->setText(meaningText(piece.readings.front()));
        break;
    case Part::State::Question: {
        chip->setText(tr("? %1").arg(said));
        colour(*chip, theme::Meaning::Asking);
        auto *menu = new QMenu(chip);
        for (const Meaning &reading : piece.readings) {
            menu->addAction(meaningText(reading), this,
                            [this, piece, reading] { replace(piece, wordsFor(reading, m_reader.language)); });
        }
        menu->addSeparator();
        menu->addAction(tr("Leave it out"), this, [this, piece] { replace(piece, {}); });
        chip->setMenu(menu);
        chip->setPopupMode(QToolButton::InstantPopup);
        QStringList readings;
        for (const Meaning &reading : piece.readings) {
            readings << meaningText(reading);
        }
        chip->setToolTip(piece.readings.size() == 1 ? tr("Do you mean: %1?").arg(readings.front())
                                                    : tr("Which one: %1?").arg(readings.join(tr(" or "))));
        break;
    }
    case Part::State::NotUnderstood:
        chip->setText(tr("✗ %1").arg(said));
        chip->setToolTip(tr("Left out: %1").arg(whyText(piece.why)));
        colour(*chip, theme::Meaning::Trouble);
        break;
    case Part::State::Joining:
        break;
    }
    chip->setAccessibleName(chip->toolTip().isEmpty() ? chip->text() : tr("%1. %2").arg(chip->text(), chip->toolTip()));
    if (chip->toolTip().isEmpty()) {
        chip->setToolTip(tr("“%1”; Enter: say it otherwise, Del: take it away").arg(said));
    }
    m_chips->layout()->addWidget(chip);
    chip->show();
    return chip;
}

void SentenceField::replace(const Part &piece, const QString &text) {
    QString all = m_line->text();
    all.replace(piece.begin, piece.length, text);
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->setText(text.isEmpty() ? all.simplified() : all);
    m_line->setCursorPosition(static_cast<int>(text.isEmpty() ? m_line->text().size() : piece.begin + text.size()));
}

void SentenceField::select(const Part &piece) {
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->setSelection(static_cast<int>(piece.begin), static_cast<int>(piece.length));
}

} // namespace polder
