#include "model/items/filtersortmodel.h"

#include <algorithm>
#include <numeric>

namespace polder {

namespace {

/// As mergeOf, of places below `count`: a key stroke does not pay for a hash of all rows.
RowMerge mergeOfPlaces(const std::vector<int> &from, const std::vector<int> &to, std::size_t count) {
    std::vector<int> places(count, -1);
    for (std::size_t i = 0; i < from.size(); ++i) {
        places[from[i]] = static_cast<int>(i);
    }
    RowMerge merge;
    merge.goLast.reserve(from.size());
    merge.settled.resize(to.size());
    std::vector<bool> stays(from.size(), false);
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (const int found = places[to[i]]; found >= 0) {
            stays[found] = true;
            merge.settled[i] = merge.staying++;
            merge.goLast.push_back(found);
        } else {
            merge.came.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < merge.came.size(); ++i) {
        merge.settled[merge.came[i]] = merge.staying + static_cast<int>(i);
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!stays[i]) {
            merge.goLast.push_back(static_cast<int>(i));
        }
    }
    return merge;
}

/// Whoever passes these has passed those too.
bool narrows(const QStringList &words, const QStringList &before) {
    return std::ranges::all_of(before, [&words](const QString &old) {
        return std::ranges::any_of(words, [&old](const QString &word) { return word.contains(old); });
    });
}

} // namespace

FilterSortModel::FilterSortModel(RowTable *rows, QObject *parent) : QAbstractProxyModel(parent), m_table(rows) {
    setSourceModel(rows);
    connect(&m_folding, &QTimer::timeout, this, &FilterSortModel::foldSome);
    rowsCame(0, rows->rowCount() - 1);
    followTable();
}

void FilterSortModel::followTable() {
    connect(m_table, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsCame(first, last); });
    connect(m_table, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsGo(first, last); });
    connect(m_table, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsWent(first, last); });
    connect(m_table, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { rowsChanged(from.row(), to.row()); });
    connect(m_table, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        m_before = persistentIndexList();
        for (const auto &index : std::as_const(m_before)) {
            m_beforeInTable << mapToSource(index);
        }
    });
    connect(m_table, &QAbstractItemModel::layoutChanged, this, [this] {
        readRows(0, m_table->rowCount() - 1);
        sortRows();
        m_order = wantedOrder();
        notePlaces();
        QModelIndexList after;
        for (const auto &index : std::as_const(m_beforeInTable)) {
            after << mapFromSource(index);
        }
        changePersistentIndexList(m_before, after);
        m_before.clear();
        m_beforeInTable.clear();
        Q_EMIT layoutChanged({}, VerticalSortHint);
    });
}

void FilterSortModel::setFilter(const QString &words) {
    const auto folded = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (folded != m_words) {
        const bool narrower = narrows(folded, m_words);
        m_words = folded;
        moveTo(narrower ? shownOf(m_order) : wantedOrder());
    }
}

void FilterSortModel::setAccepts(std::function<bool(int)> accepts) {
    m_accepts = std::move(accepts);
    moveTo(wantedOrder());
}

void FilterSortModel::sort(int column, Qt::SortOrder order) {
    m_column = column < m_table->columnCount() ? column : -1;
    m_direction = order;
    m_keys.assign(m_column < 0 ? 0 : m_folded.size(), {});
    for (int row = 0; row < static_cast<int>(m_keys.size()); ++row) {
        m_keys[row] = m_table->sortKey(row, m_column);
    }
    sortRows();
    moveTo(wantedOrder());
}

void FilterSortModel::sortRows() {
    m_sorted.clear();
    if (m_column >= 0) {
        m_sorted.resize(m_folded.size());
        std::iota(m_sorted.begin(), m_sorted.end(), 0);
        // Stable in both directions: equal rows keep the order of the table.
        std::ranges::stable_sort(m_sorted, [this](int a, int b) {
            return m_direction == Qt::AscendingOrder ? m_keys[a] < m_keys[b] : m_keys[b] < m_keys[a];
        });
    }
}

void FilterSortModel::readRows(int first, int last) {
    for (int row = first; row <= last; ++row) {
        m_folded[row] = QString();
        if (m_column >= 0) {
            m_keys[row] = m_table->sortKey(row, m_column);
        }
    }
    if (first <= last) {
        m_nextToFold = std::min(m_nextToFold, first);
        m_folding.start(0);
    }
}

const QString &FilterSortModel::foldedText(int sourceRow) const {
    QString &folded = m_folded[sourceRow];
    if (folded.isNull()) {
        const int columns = m_table->columnCount();
        QString text;
        for (int column = 0; column < columns; ++column) {
            text += m_table->text(sourceRow, column) + u'\n';
        }
        folded = text.toCaseFolded();
    }
    return folded;
}

/// Before somebody types, and never for long: thousands of rows at once would hold the window.
void FilterSortModel::foldSome() {
    constexpr int some = 200;
    const int past = std::min(m_nextToFold + some, static_cast<int>(m_folded.size()));
    for (; m_nextToFold < past; ++m_nextToFold) {
        (void)foldedText(m_nextToFold);
    }
    if (m_nextToFold >= static_cast<int>(m_folded.size())) {
        m_folding.stop();
    }
}

bool FilterSortModel::hasWords(int sourceRow) const {
    return std::ranges::all_of(m_words, [&](const QString &word) { return foldedText(sourceRow).contains(word); });
}

bool FilterSortModel::shows(int sourceRow) const {
    return (!m_accepts || m_accepts(sourceRow)) && hasWords(sourceRow);
}

std::vector<int> FilterSortModel::shownOf(const std::vector<int> &rows) const {
    std::vector<int> order;
    order.reserve(rows.size());
    std::ranges::copy_if(rows, std::back_inserter(order), [this](int row) { return shows(row); });
    return order;
}

std::vector<int> FilterSortModel::wantedOrder() const {
    if (m_column >= 0) {
        return shownOf(m_sorted);
    }
    std::vector<int> all(m_folded.size());
    std::iota(all.begin(), all.end(), 0);
    return shownOf(all);
}

void FilterSortModel::notePlaces() {
    m_places.assign(m_folded.size(), -1);
    for (int row = 0; row < static_cast<int>(m_order.size()); ++row) {
        m_places[m_order[row]] = row;
    }
}

void FilterSortModel::reorder(const std::vector<int> &places) {
    if (!RowMerge::moves(places)) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto moved = newPlaces(places);
    const auto before = persistentIndexList();
    m_order = ordered(std::move(m_order), places);
    notePlaces();
    QModelIndexList after;
    after.reserve(before.size());
    for (const auto &old : before) {
        after << index(moved[old.row()], old.column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void FilterSortModel::moveTo(const std::vector<int> &order) {
    const auto merge = mergeOfPlaces(m_order, order, m_folded.size());
    reorder(merge.goLast);
    if (merge.staying < rowCount()) {
        beginRemoveRows({}, merge.staying, rowCount() - 1);
        m_order.resize(merge.staying);
        notePlaces();
        endRemoveRows();
    }
    if (!merge.came.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(merge.came.size()) - 1);
        for (const int place : merge.came) {
            m_order.push_back(order[place]);
        }
        notePlaces();
        endInsertRows();
    }
    reorder(merge.settled);
}

void FilterSortModel::rowsCame(int first, int last) {
    const int count = last - first + 1;
    for (auto &row : m_order) {
        row += row >= first ? count : 0;
    }
    m_folded.insert(m_folded.begin() + first, count, {});
    if (m_column >= 0) {
        m_keys.insert(m_keys.begin() + first, count, {});
    }
    notePlaces();
    readRows(first, last);
    sortRows();
    moveTo(wantedOrder());
}

void FilterSortModel::rowsGo(int first, int last) {
    auto rest = m_order;
    std::erase_if(rest, [&](int row) { return row >= first && row <= last; });
    moveTo(rest);
}

void FilterSortModel::rowsWent(int first, int last) {
    const int count = last - first + 1;
    for (auto &row : m_order) {
        row -= row > last ? count : 0;
    }
    m_folded.erase(m_folded.begin() + first, m_folded.begin() + last + 1);
    if (m_column >= 0) {
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
    }
    sortRows();
    notePlaces();
}

void FilterSortModel::rowsChanged(int first, int last) {
    readRows(first, last);
    sortRows();
    moveTo(wantedOrder());
    for (int row = first; row <= last; ++row) {
        if (const int place = m_places[row]; place >= 0) {
            Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
        }
    }
}

QModelIndex FilterSortModel::mapToSource(const QModelIndex &index) const {
    return index.isValid() ? m_table->index(m_order[index.row()], index.column()) : QModelIndex();
}

QModelIndex FilterSortModel::mapFromSource(const QModelIndex &index) const {
    const int place = index.isValid() ? m_places[index.row()] : -1;
    return place >= 0 ? this->index(place, index.column()) : QModelIndex();
}

QModelIndex FilterSortModel::index(int row, int column, const QModelIndex &parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex FilterSortModel::parent(const QModelIndex &) const {
    return {};
}

int FilterSortModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int FilterSortModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_table->columnCount();
}

QVariant FilterSortModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal ? m_table->headerData(section, orientation, role) : QVariant();
}

} // namespace polder
