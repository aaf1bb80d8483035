#include "searchtable.h"

#include "elidedtips.h"
#include "rowheight.h"
#include "tabletext.h"
#include "theme.h"
#include "usersettings.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostColumnWidth = 480; ///< that a column asks for
constexpr int shortText = 150;       ///< what is no longer is not elided: names, paths and days say it at their end
constexpr int mostCellMargin = 24;   ///< that a style puts around a text
constexpr int leastTextWidth = 120;  ///< of longer text, the rest of which is elided

/// Columns that the reader wants, or does not, are remembered for tables that have a name.
QString settingOf(const SearchTable &table) {
    return table.objectName().isEmpty() ? QString() : QStringLiteral("columns/") + table.objectName();
}

void readOwnChoice(const SearchTable &table, std::map<int, bool> &choice) {
    const QString key = settingOf(table);
    if (!key.isEmpty() && choice.empty()) {
        for (const QString &one : UserSettings().value(key).toStringList()) {
            choice[one.section(u'=', 0, 0).toInt()] = one.endsWith(u"=1");
        }
    }
}

void keepOwnChoice(const SearchTable &table, const std::map<int, bool> &choice) {
    if (const QString key = settingOf(table); !key.isEmpty()) {
        QStringList kept;
        for (const auto &[column, wanted] : choice) {
            kept << QStringLiteral("%1=%2").arg(column).arg(wanted ? 1 : 0);
        }
        UserSettings().setValue(key, kept);
    }
}

QList<int> chosenRows(const QTableView &view) {
    QList<int> rows;
    for (const QModelIndex &index : view.selectionModel()->selectedRows()) {
        rows << index.row();
    }
    std::ranges::sort(rows);
    return rows;
}

QList<int> allRows(const QAbstractItemModel &model) {
    QList<int> rows(model.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// Many rows are put together between other events. Whatever changes meanwhile begins it anew; who copies something
/// else has given it up.
class Copying : public QObject {
public:
    static constexpr int atOnce = 1000; ///< rows that hold nobody

    Copying(const FilterSortModel &model, QList<int> columns, std::function<QList<int>()> rows, QWidget *view)
        : QObject(view)
        , m_columns(std::move(columns))
        , m_rows(std::move(rows))
        , m_view(view)
        , m_text(model, m_columns)
        , m_model(model) {
        for (QObject *earlier : view->findChildren<QObject *>(u"copying"_s, Qt::FindDirectChildrenOnly)) {
            const std::unique_ptr<QObject> givenUp(earlier);
        }
        setObjectName(u"copying"_s);
        for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            connect(&model, change, this, &Copying::begin);
        }
        connect(&model, &QAbstractItemModel::layoutChanged, this, &Copying::begin);
        connect(&model, &QAbstractItemModel::dataChanged, this, &Copying::begin);
        connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &QObject::deleteLater);
        connect(&m_timer, &QTimer::timeout, this, &Copying::addSome);
        m_view->setCursor(Qt::BusyCursor);
        begin();
    }
    ~Copying() override {
        if (m_view) {
            m_view->unsetCursor();
        }
    }

private:
    void begin() {
        m_text = TableText(m_model, m_columns);
        m_left = m_rows();
        m_next = 0;
        m_timer.start(0);
    }
    void addSome() {
        constexpr int some = 100;
        for (int i = 0; i < some && m_next < m_left.size(); ++i) {
            m_text.add(m_left[m_next++]);
        }
        if (m_next == m_left.size()) {
            m_timer.stop();
            QGuiApplication::clipboard()->setMimeData(m_text.mime().release()); // and then this is not wanted any more
        }
    }

    QList<int> m_columns;
    std::function<QList<int>()> m_rows;
    QPointer<QWidget> m_view; ///< it may go first
    TableText m_text;
    const FilterSortModel &m_model;
    QList<int> m_left;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace

/// Its rows can be drawn out as a table.
class SearchTable::View : public QTableView {
public:
    explicit View(const SearchTable &table) : m_table(table) {
        setDragEnabled(true);
        setDragDropMode(QAbstractItemView::DragOnly);
    }

protected:
    void startDrag(Qt::DropActions /*supported*/) override {
        auto *drag = new QDrag(this);
        drag->setMimeData(m_table.copied().release());
        drag->exec(Qt::CopyAction);
    }

private:
    const SearchTable &m_table;
};

SearchTable::SearchTable(RowTable *rows, const QString &name, Search search, QWidget *parent)
    : FocusStart(parent)
    , m_model(rows)
    , m_search(new QLineEdit)
    , m_view(new View(*this))
    , m_empty(theme::quiet(tr("Nothing here."))) {
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search in %1").arg(name));
    m_search->setClearButtonEnabled(true);
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
    RowHeight::shared().applyTo(m_view->verticalHeader());
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setItemDelegate(new ElidedTips(m_view));
    m_view->viewport()->installEventFilter(this);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::gap);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty);
    m_search->setVisible(search == Search::Field); // in here: before, it would be shown as a window
    setFocusStart(m_view);

    connect(m_search, &QLineEdit::textChanged, &m_model, &FilterSortModel::setFilter);
    if (search == Search::Field) {
        connect(new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    }
    auto *copy = new QAction(tr("Copy as a table"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        if (m_view->selectionModel()->selectedRows().size() <= Copying::atOnce) {
            QGuiApplication::clipboard()->setMimeData(copied().release());
        } else {
            new Copying(
                m_model, shownColumns(), [this] { return chosenRows(*m_view); }, m_view); // the view's
        }
    });
    auto *copyAll = new QAction(tr("Copy all rows"), m_view);
    copyAll->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copyAll->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAll, &QAction::triggered, this, [this] {
        if (m_model.rowCount() <= Copying::atOnce) {
            QGuiApplication::clipboard()->setMimeData(copiedAll().release());
        } else {
            new Copying(
                m_model, shownColumns(), [this] { return allRows(m_model); }, m_view);
        }
    });
    m_view->addActions({copy, copyAll});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                // Also where the current row came with the focus, which alone selects nothing. Who may choose several
                // does it.
                if (m_view->selectionMode() == QAbstractItemView::SingleSelection ||
                    !m_view->selectionModel()->hasSelection()) {
                    m_view->selectionModel()->select(current,
                                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                }
                Q_EMIT chosenChanged(keyAt(current));
            });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT opened(keyAt(index)); });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this] { m_ownWidths |= !m_dividing; });
    connect(m_view->horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &SearchTable::offerColumns);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, change, this, &SearchTable::showEmptyText);
    }
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SearchTable::widenFor);
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

bool SearchTable::isText(int column) const {
    const auto align = m_model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    return !align.testFlag(Qt::AlignRight);
}

/// As wide as its heading and the texts of its first rows. (The view's own way asks the style about each of a thousand
/// cells, which holds the window for a tenth of a second.)
int SearchTable::wideOf(int column) const {
    int wide = m_view->horizontalHeader()->sectionSizeHint(column);
    const QFontMetrics metrics(m_view->font());
    const auto textWidth = [&](int row) {
        return metrics.horizontalAdvance(m_view->model()->index(row, column).data().toString());
    };
    constexpr int enough = 50;
    const int rows = std::min(m_view->model()->rowCount(), enough);
    if (rows == 0) {
        return wide;
    }
    const int around = m_view->sizeHintForIndex(m_view->model()->index(0, column)).width() - textWidth(0) + 1;
    for (int row = 0; row < rows; ++row) {
        wide = std::max(wide, textWidth(row) + around);
    }
    return wide;
}

void SearchTable::fitColumns() {
    readOwnChoice(*this, m_ownChoice);
    const QScopedValueRollback dividing(m_dividing, true);
    m_ownWidths = false;
    m_wide.clear();
    m_least.clear();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_view->showColumn(column); // a hidden one has no size
    }
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int wide = std::min(wideOf(column), mostColumnWidth);
        const int heading = m_view->horizontalHeader()->sectionSizeHint(column);
        m_wide.push_back(wide);
        m_least.push_back(isText(column) && wide > shortText ? std::max(heading, leastTextWidth) : wide);
    }
    divideWidth();
}

/// A short word that was never so long: "held" becomes "withdrawn".
void SearchTable::widenFor(const QModelIndex &from, const QModelIndex &to) {
    constexpr int few = 20; // of many others a person does not see each
    if (m_ownWidths || std::ssize(m_wide) != m_model.columnCount() || to.row() - from.row() >= few) {
        return;
    }
    bool wider = false;
    const QFontMetrics metrics(m_view->font());
    for (int column = from.column(); column <= to.column(); ++column) {
        for (int row = from.row(); row <= to.row() && m_wide[column] <= shortText && !m_view->isColumnHidden(column);
             ++row) {
            const QModelIndex cell = m_model.index(row, column);
            if (metrics.horizontalAdvance(cell.data().toString()) + mostCellMargin <= m_wide[column]) {
                continue; // the style need not be asked
            }
            const int wide = m_view->sizeHintForIndex(cell).width() + 1;
            if (wide > m_wide[column] && wide <= shortText) {
                m_wide[column] = m_least[column] = wide;
                wider = true;
            }
        }
    }
    if (wider) {
        divideWidth();
    }
}

/// From the left, and those that the reader wants in any case.
std::vector<int> SearchTable::columnsThatFit(int width) const {
    std::vector<int> columns;
    bool room = true;
    for (int column = 0; column < std::ssize(m_least); ++column) {
        const auto own = m_ownChoice.find(column);
        room = room && (m_least[column] <= width || columns.empty());
        if (own == m_ownChoice.end() ? room : own->second) {
            columns.push_back(column);
            width -= m_least[column];
        }
    }
    return columns;
}

void SearchTable::divideWidth() {
    if (m_ownWidths || std::ssize(m_wide) != m_model.columnCount()) {
        return;
    }
    const QScopedValueRollback dividing(m_dividing, true);
    const int width = m_view->viewport()->width();
    const auto columns = columnsThatFit(width);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_view->setColumnHidden(column, !std::ranges::binary_search(columns, column));
    }
    // Everybody has the least; what is left goes to those who lack something, and then to the text.
    int left = width;
    int lacking = 0;
    int textWidth = 0;
    for (const int column : columns) {
        left -= m_least[column];
        lacking += m_wide[column] - m_least[column];
        textWidth += isText(column) ? m_wide[column] : 0;
    }
    const int given = std::clamp(left, 0, lacking);
    const int spare = std::max(0, left - lacking);
    const auto share = [](int of, int part, int whole) {
        return whole == 0 ? 0 : static_cast<int>(qint64{of} * part / whole);
    };
    for (const int column : columns) {
        m_view->setColumnWidth(column, m_least[column] + share(given, m_wide[column] - m_least[column], lacking) +
                                           (isText(column) ? share(spare, m_wide[column], textWidth) : 0));
    }
}

void SearchTable::offerColumns(const QPoint &where) {
    QMenu menu(this);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        auto *action = menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool wanted) {
            m_ownChoice[column] = wanted;
            keepOwnChoice(*this, m_ownChoice);
            fitColumns();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("As many as fit"), this, [this] {
        m_ownChoice.clear();
        keepOwnChoice(*this, m_ownChoice);
        fitColumns();
    });
    menu.exec(m_view->horizontalHeader()->viewport()->mapToGlobal(where));
}

QList<int> SearchTable::shownColumns() const {
    QList<int> columns;
    for (int visual = 0; visual < m_model.columnCount(); ++visual) {
        const int column = m_view->horizontalHeader()->logicalIndex(visual);
        if (!m_view->isColumnHidden(column)) {
            columns << column;
        }
    }
    return columns;
}

std::unique_ptr<QMimeData> SearchTable::copied() const {
    return tableText(m_model, chosenRows(*m_view), shownColumns());
}

std::unique_ptr<QMimeData> SearchTable::copiedAll() const {
    return tableText(m_model, allRows(m_model), shownColumns());
}

std::int64_t SearchTable::keyAt(const QModelIndex &index) const {
    return index.isValid() ? index.data(RowTable::KeyRole).toLongLong() : 0;
}

std::int64_t SearchTable::chosen() const {
    return keyAt(m_view->currentIndex());
}

void SearchTable::search(const QString &words) {
    m_search->setText(words);
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
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        divideWidth();
    }
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
