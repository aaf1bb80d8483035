#include "clashpanel.h"

#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallest = 200;

QLabel *cell(const QString &name, const QString &text) {
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ClashPanel::ClashPanel(QWidget *parent) : QFrame(parent), m_words(theme::heading({})), m_scroll(new QScrollArea) {
    setObjectName(u"clashes"_s);
    setFrameShape(StyledPanel);
    m_words->setWordWrap(true);
    m_words->setObjectName(u"clashWords"_s);
    m_scroll->setAccessibleName(tr("Fields that both changed"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_scroll);
    hide();
}

void ClashPanel::show(const QString &who, const std::vector<Row> &rows) {
    m_words->setText(who.isEmpty()
                         ? tr("Somebody else changed this request meanwhile. Say of each field which value stays:")
                         : tr("%1 changed this request meanwhile. Say of each field which value stays:").arg(who));
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme::margin);
    grid->setVerticalSpacing(theme::gap / 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (const Row &row : rows) {
        auto *theirs = new QPushButton(tr("Take theirs"));
        theirs->setObjectName(u"takeTheirs"_s);
        theirs->setAccessibleName(tr("Take theirs: %1").arg(row.field));
        auto *mine = new QPushButton(tr("Keep mine"));
        mine->setObjectName(u"keepMine"_s);
        mine->setAccessibleName(tr("Keep mine: %1").arg(row.field));
        grid->addWidget(cell(u"clashField"_s, row.field), line, 0);
        grid->addWidget(cell(u"clashMine"_s, tr("Mine: %1").arg(row.mine)), line, 1);
        grid->addWidget(cell(u"clashTheirs"_s, tr("Theirs: %1").arg(row.theirs)), line, 2);
        grid->addWidget(theirs, line, 3);
        grid->addWidget(mine, line, 4);
        // The row goes with its button: later, so that the click is over.
        connect(
            theirs, &QPushButton::clicked, this, [this, path = row.path] { Q_EMIT theirsTaken(path); },
            Qt::QueuedConnection);
        connect(
            mine, &QPushButton::clicked, this, [this, path = row.path] { Q_EMIT mineKept(path); },
            Qt::QueuedConnection);
        ++line;
    }
    m_scroll->setWidget(inside); // the rows before go
    for (QWidget *part : inside->findChildren<QWidget *>()) {
        part->ensurePolished(); // a button of another style is higher
    }
    m_scroll->setFixedHeight(std::min(grid->sizeHint().height(), tallest));
    setVisible(!rows.empty());
}

void ClashPanel::focusFirst() {
    if (auto *first = findChild<QPushButton *>(u"takeTheirs"_s)) {
        first->setFocus();
    }
}

} // namespace polder
