#pragma once

#include <QAbstractProxyModel> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/items/tablemodel.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace polder {

/// Sorts and searches a RowTable: an own vector of row numbers, and each row's text folded once. A key stroke in the
/// search field of 100,000 rows takes milliseconds, where QSortFilterProxyModel takes a second.
class FilterSortModel : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit FilterSortModel(RowTable *rows, QObject *parent = nullptr);

    /// Rows that have every word somewhere; upper and lower case are the same. Nothing: all rows.
    void setFilter(const QString &words);
    [[nodiscard]] QString filter() const { return m_words.join(u' '); }
    /// And of which this is true, by their row in the table; nothing: all. Asked again when rows change.
    void setAccepts(std::function<bool(int sourceRow)> accepts);
    /// Whether the words alone let it pass.
    [[nodiscard]] bool hasWords(int sourceRow) const;

    /// column -1: the order of the table itself.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

    [[nodiscard]] RowTable *table() const { return m_table; }
    [[nodiscard]] int sourceRow(int row) const { return m_order[row]; }
    /// -1: the row is not shown.
    [[nodiscard]] int rowOfSource(int sourceRow) const { return m_places[sourceRow]; }

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const final;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const final;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const final;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

private:
    void followTable();
    void readRows(int first, int last);
    [[nodiscard]] const QString &foldedText(int sourceRow) const;
    void foldSome();
    [[nodiscard]] bool shows(int sourceRow) const;
    void sortRows();
    [[nodiscard]] std::vector<int> wantedOrder() const;
    [[nodiscard]] std::vector<int> shownOf(const std::vector<int> &rows) const;
    /// Goes to this order, telling views step by step.
    void moveTo(const std::vector<int> &order);
    void reorder(const std::vector<int> &places);
    void notePlaces();
    void rowsCame(int first, int last);
    void rowsGo(int first, int last);
    void rowsWent(int first, int last);
    void rowsChanged(int first, int last);

    RowTable *m_table; ///< owned by whoever made it
    QStringList m_words;
    std::function<bool(int)> m_accepts;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    mutable std::vector<QString> m_folded; ///< of each row of the table; null: not read yet
    QTimer m_folding;                      ///< runs until all are read, between other events
    int m_nextToFold = 0;
    std::vector<SortKey> m_keys; ///< of each row of the table, for the sorted column; else empty
    std::vector<int> m_sorted;   ///< all rows of the table, in the order of the keys; empty: in their own
    std::vector<int> m_order;    ///< rows of the table, as they are shown
    std::vector<int> m_places;   ///< where each row of the table is shown
    QModelIndexList m_before;    ///< while the table changes its layout
    QList<QPersistentModelIndex> m_beforeInTable;
};

} // namespace polder
