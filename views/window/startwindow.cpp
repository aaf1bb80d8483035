#include "startwindow.h"

#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace polder {

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent)
    , m_words(theme::heading(tr("Opening the record …")))
    , m_detail(theme::quiet()) {
    setWindowTitle(tr("Polder"));
    m_words->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setWordWrap(true);
    m_detail->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::margin, theme::margin, 2 * theme::margin, theme::margin);
    layout->addStretch();
    layout->addWidget(theme::title(tr("Polder")));
    layout->addWidget(m_words);
    layout->addWidget(m_detail);
    layout->addStretch();
    resize(520, 240);
}

void StartWindow::showTrouble(const Error &error) {
    m_words->setText(error.what);
    QStringList more;
    for (const QString &part : {error.detail, error.hint}) {
        if (!part.isEmpty()) {
            more << part;
        }
    }
    m_detail->setText(more.join(u'\n'));
    m_detail->setVisible(!more.isEmpty());
}

} // namespace polder
