#include "searchtable.h"

#include "theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>

namespace polder {

namespace {

constexpr int mostColumnWidth = 320;

} // namespace

SearchTable::SearchTable(RowTable *rows, const QString &name, Search search, QWidget *parent)
    : FocusStart(parent)
    , m_model(rows)
    , m_search(new QLineEdit)
    , m_view(new QTableView)
    , m_empty(theme::quiet(tr("Nothing here."))) {
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search in %1").arg(name));
    m_search->setClearButtonEnabled(true);
    m_search->setVisible(search == Search::Field);
    m_search->installEventFilter(this);

    m_view->setModel(&m_model);
    m_view->setAccessibleName(name);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSortingEnabled(true);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 12);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty);
    setFocusStart(m_view);

    connect(m_search, &QLineEdit::textChanged, &m_model, &FilterSortModel::setFilter);
    if (search == Search::Field) {
        connect(new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    }
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            // Also where the current row came with the focus, which alone selects nothing.
            m_view->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            Q_EMIT chosenChanged(keyAt(current));
        });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT opened(keyAt(index)); });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, change, this, &SearchTable::showEmptyText);
    }
    showEmptyText();
}

void SearchTable::setEmptyText(const QString &text) {
    m_empty->setText(text);
}

void SearchTable::showEmptyText() {
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    if (!empty && !m_fitted) {
        m_fitted = true;
        fitColumns();
    }
}

void SearchTable::fitColumns() {
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column) + theme::gap, mostColumnWidth));
    }
}

std::int64_t SearchTable::keyAt(const QModelIndex &index) const {
    return index.isValid() ? index.data(RowTable::KeyRole).toLongLong() : 0;
}

std::int64_t SearchTable::chosen() const {
    return keyAt(m_view->currentIndex());
}

void SearchTable::choose(std::int64_t key) {
    const int source = m_model.table()->rowOf(key);
    int row = source < 0 ? -1 : m_model.rowOfSource(source);
    if (row < 0 && source >= 0) {
        // What is asked for by name is shown, whatever was searched for before.
        m_search->clear();
        row = m_model.rowOfSource(source);
    }
    if (row >= 0) {
        m_view->selectRow(row);
        m_view->scrollTo(m_model.index(row, 0));
    }
}

bool SearchTable::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0) {
            m_view->selectRow(0);
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace polder
