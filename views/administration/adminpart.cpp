#include "adminpart.h"

#include "views/parts/searchtable.h"
#include "views/parts/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace polder {

using namespace Qt::StringLiterals;

AdminPart::AdminPart(const QString &name, const QString &title, const QStringList &columns, QWidget *parent)
    : FocusStart(parent)
    , m_model(new AdminModel(columns, this))
    , m_table(new SearchTable(m_model, title))
    , m_left(new QVBoxLayout)
    , m_what(new QComboBox)
    , m_forms(new QStackedWidget) {
    setObjectName(name);
    m_table->setObjectName(u"list"_s);
    m_what->setObjectName(u"what"_s);
    m_what->setAccessibleName(tr("What to do"));
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    auto *left = new QWidget;
    left->setLayout(m_left);
    m_left->setContentsMargins(0, 0, theme::gap, 0);
    m_left->addWidget(m_table, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_forms);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it is reached by Tab, and then shown
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(theme::gap, 0, 0, 0);
    column->setSpacing(theme::gap);
    column->addWidget(m_what);
    column->addWidget(scroll, 1);
    column->addStrut(520); // the longest words with the largest letters
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({560, 520});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::gap, 0, 0);
    layout->addWidget(splitter);
    setFocusStart(m_table);

    connect(m_what, &QComboBox::currentIndexChanged, m_forms, &QStackedWidget::setCurrentIndex);
    connect(m_table, &SearchTable::chosenChanged, this, &AdminPart::chosen);
}

void AdminPart::addForm(const QString &title, QWidget *form) {
    m_forms->addWidget(form);
    m_what->addItem(title);
}

void AdminPart::addBelow(QWidget *widget) {
    m_left->addWidget(widget, 1);
}

void AdminPart::showRows(std::vector<AdminRow> rows) {
    m_model->replaceRows(std::move(rows));
}

} // namespace polder
