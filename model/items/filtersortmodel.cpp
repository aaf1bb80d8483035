#include "model/items/filtersortmodel.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <numeric>
#include <unordered_map>

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

/// What takes no longer than an event may.
constexpr std::size_t sortedAtOnce = 20'000;
constexpr int readAtOnce = 2000;

/// Equal rows keep the order of the table in both directions.
class KeyOrder {
public:
    KeyOrder(const std::vector<SortKey> &keys, Qt::SortOrder direction) : m_keys(keys), m_direction(direction) {}
    bool operator()(int a, int b) const {
        const auto &before = m_keys[m_direction == Qt::AscendingOrder ? a : b];
        const auto &after = m_keys[m_direction == Qt::AscendingOrder ? b : a];
        return before < after || (a < b && !(after < before));
    }

private:
    const std::vector<SortKey> &m_keys;
    Qt::SortOrder m_direction;
};

std::vector<int> allRows(std::size_t count) {
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

std::vector<int> sortedBy(const std::vector<SortKey> &keys, Qt::SortOrder direction) {
    std::vector<int> sorted = allRows(keys.size());
    std::ranges::stable_sort(
        sorted, [&](int a, int b) { return direction == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a]; });
    return sorted;
}

/// What was at each place is where `places` say; nothing: nothing.
template <typename T>
std::vector<T> moved(std::vector<T> values, const std::vector<int> &places) {
    std::vector<T> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        result[places[i]] = std::move(values[i]);
    }
    return result;
}

/// After the rows of the table have moved: equal ones in its order again.
void settleEquals(std::vector<int> &sorted, const std::vector<SortKey> &keys) {
    for (auto first = sorted.begin(); first != sorted.end();) {
        auto past = std::next(first);
        while (past != sorted.end() && keys[*past] == keys[*first]) {
            ++past;
        }
        std::sort(first, past);
        first = past;
    }
}

/// These rows, which are not in it, each at its place.
void putInto(std::vector<int> &sorted, int first, int last, const KeyOrder &order) {
    std::vector<int> fresh(last - first + 1);
    std::iota(fresh.begin(), fresh.end(), first);
    std::ranges::sort(fresh, order);
    std::vector<int> merged;
    merged.reserve(sorted.size() + fresh.size());
    std::ranges::merge(sorted, fresh, std::back_inserter(merged), order);
    sorted = std::move(merged);
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
    // Rows that move have been read and sorted already.
    const auto before = std::make_shared<std::vector<std::int64_t>>();
    connect(m_table, &QAbstractItemModel::layoutAboutToBeChanged, this, [this, before] {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        m_before = persistentIndexList();
        for (const auto &index : std::as_const(m_before)) {
            m_beforeInTable << mapToSource(index);
        }
        for (int row = 0; row < m_table->rowCount(); ++row) {
            before->push_back(m_table->key(row));
        }
    });
    connect(m_table, &QAbstractItemModel::layoutChanged, this, [this, before] {
        std::unordered_map<std::int64_t, int> rows;
        rows.reserve(before->size());
        for (int row = 0; row < m_table->rowCount(); ++row) {
            rows.emplace(m_table->key(row), row);
        }
        std::vector<int> places; // of each row that was
        places.reserve(before->size());
        for (const std::int64_t key : *before) {
            places.push_back(rows.at(key));
        }
        before->clear();
        m_folded = moved(std::move(m_folded), places);
        m_keys = moved(std::move(m_keys), places);
        for (auto *order : {&m_order, &m_sorted}) {
            for (int &row : *order) {
                row = places[row];
            }
        }
        settleEquals(m_sorted, m_keys);
        m_nextToFold = 0;
        m_folding.start(0);
        notePlaces();
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
        moveTo(narrower && m_nextToFold >= static_cast<int>(m_folded.size()) ? shownOf(m_order) : wantedOrder());
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

/// Many on another thread; until that is done they stay as they are.
void FilterSortModel::sortRows() {
    m_sorted.clear();
    if (m_column < 0 || m_keys.size() <= sortedAtOnce) {
        m_sorted = sortedBy(m_keys, m_direction);
        return;
    }
    const auto keys = std::make_shared<const std::vector<SortKey>>(m_keys);
    const auto promise = std::make_shared<QPromise<std::vector<int>>>();
    auto *watcher = new QFutureWatcher<std::vector<int>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, keys, column = m_column, direction = m_direction] {
                watcher->deleteLater();
                if (m_column == column && m_direction == direction && m_keys == *keys) {
                    m_sorted = watcher->result();
                    moveTo(wantedOrder());
                } else if (m_column >= 0 && m_sorted.size() != m_keys.size()) {
                    sortRows(); // they have changed meanwhile
                }
            });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, keys, direction = m_direction] {
        promise->start();
        promise->addResult(sortedBy(*keys, direction));
        promise->finish();
    });
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
    const int rows = static_cast<int>(m_folded.size());
    for (int read = 0; m_nextToFold < rows && read < some; ++m_nextToFold) {
        if (m_folded[m_nextToFold].isNull()) {
            (void)foldedText(m_nextToFold);
            ++read;
        }
    }
    if (m_nextToFold >= rows) {
        m_folding.stop();
        if (!m_words.isEmpty()) {
            moveTo(wantedOrder()); // what was searched for meanwhile
        }
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
    std::vector<int> all;
    if (m_column < 0) {
        all = allRows(m_folded.size());
    } else if (m_sorted.size() == m_folded.size()) {
        all = m_sorted;
    } else { // they are being sorted
        all = m_order;
        for (int row = 0; row < static_cast<int>(m_places.size()); ++row) {
            if (m_places[row] < 0) {
                all.push_back(row);
            }
        }
    }
    const auto unread = [](const QString &text) { return text.isNull(); };
    if (!m_words.isEmpty() && std::count_if(m_folded.begin() + m_nextToFold, m_folded.end(), unread) > readAtOnce) {
        std::erase_if(all, [this](int row) { return m_places[row] < 0; }); // see foldSome()
        return all;
    }
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
    const bool sorted = m_sorted.size() == m_folded.size();
    for (auto *rows : {&m_order, &m_sorted}) {
        for (auto &row : *rows) {
            row += row >= first ? count : 0;
        }
    }
    m_folded.insert(m_folded.begin() + first, count, {});
    if (m_column >= 0) {
        m_keys.insert(m_keys.begin() + first, count, {});
    }
    notePlaces();
    readRows(first, last);
    if (m_column >= 0 && sorted && count < readAtOnce) {
        putInto(m_sorted, first, last, {m_keys, m_direction});
    } else {
        sortRows();
    }
    moveTo(wantedOrder());
}

void FilterSortModel::rowsGo(int first, int last) {
    auto rest = m_order;
    std::erase_if(rest, [&](int row) { return row >= first && row <= last; });
    moveTo(rest);
}

void FilterSortModel::rowsWent(int first, int last) {
    const int count = last - first + 1;
    std::erase_if(m_sorted, [&](int row) { return row >= first && row <= last; });
    for (auto *rows : {&m_order, &m_sorted}) {
        for (auto &row : *rows) {
            row -= row > last ? count : 0;
        }
    }
    m_folded.erase(m_folded.begin() + first, m_folded.begin() + last + 1);
    if (m_column >= 0) {
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
    }
    m_nextToFold = m_nextToFold > last ? m_nextToFold - count : std::min(m_nextToFold, first);
    notePlaces();
}

/// Nearly always nothing moves, and nobody pays for all rows then.
void FilterSortModel::rowsChanged(int first, int last) {
    bool moves = false;
    if (m_column >= 0) {
        for (int row = first; row <= last && !moves; ++row) {
            moves = m_table->sortKey(row, m_column) != m_keys[row];
        }
    }
    readRows(first, last);
    if (moves && m_sorted.size() == m_folded.size() && last - first < readAtOnce) {
        std::erase_if(m_sorted, [&](int row) { return row >= first && row <= last; });
        putInto(m_sorted, first, last, {m_keys, m_direction});
    } else if (moves) {
        sortRows();
    }
    for (int row = first; row <= last && !moves && last - first < readAtOnce; ++row) {
        moves = shows(row) != (m_places[row] >= 0);
    }
    if (moves || last - first >= readAtOnce) {
        moveTo(wantedOrder());
    }
    for (int row = first; row <= last; ++row) {
        const int place = m_places[row];
        if (place < 0) {
            continue;
        }
        // Those that stand together in one go.
        int past = row + 1;
        while (past <= last && m_places[past] == m_places[past - 1] + 1) {
            ++past;
        }
        Q_EMIT dataChanged(index(place, 0), index(m_places[past - 1], columnCount() - 1));
        row = past - 1;
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
