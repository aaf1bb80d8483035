#include "startwindow.h"

#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace polder {

using namespace Qt::StringLiterals;

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent)
    , m_words(theme::heading(tr("Opening the record …")))
    , m_detail(theme::quiet())
    , m_otherwise(new QPushButton(tr("&Connect otherwise …"))) {
    setWindowTitle(tr("Polder"));
    m_words->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setWordWrap(true);
    m_detail->hide();
    m_detail->setObjectName(u"detail"_s);
    m_otherwise->setObjectName(u"otherwise"_s);
    m_otherwise->hide();
    connect(m_otherwise, &QPushButton::clicked, this, &StartWindow::otherwiseWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * theme::margin, theme::margin, 2 * theme::margin, theme::margin);
    layout->addStretch();
    layout->addWidget(theme::title(tr("Polder")));
    layout->addWidget(m_words);
    layout->addWidget(m_detail);
    layout->addWidget(m_otherwise, 0, Qt::AlignLeft);
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

void StartWindow::offerOtherwise() {
    m_otherwise->show();
    m_otherwise->setFocus();
}

} // namespace polder
