#pragma once

#include <QAbstractTableModel> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/items/rowmerge.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <variant>
#include <vector>

namespace polder {

/// What a cell is sorted by: the number itself, or text that ignores case. Nothing comes first.
using SortKey = std::variant<std::monostate, std::int64_t, QString>;

/// Tables of records for views. What Qt asks is answered here once and for all; a concrete model is a list of columns
/// and a row struct, see TableModel.
class RowTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< the raw value: number or text
        KeyRole,                 ///< which object the row is, as its id
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    /// Rows may be drawn out into other programs.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Without QVariant, for those who go through all rows.
    [[nodiscard]] QString text(int row, int column) const { return cellText(row, column); }
    [[nodiscard]] SortKey sortKey(int row, int column) const { return cellSortKey(row, column); }
    [[nodiscard]] std::int64_t key(int row) const { return rowKey(row); }
    /// The row of an object, -1: it is not in the table.
    [[nodiscard]] int rowOf(std::int64_t key) const;

protected:
    struct Header {
        QString title;
        QString unit = {}; ///< shown after the title
        Qt::Alignment align = Qt::AlignLeft;
        QString toolTip = {};
    };
    /// Announces the new order of rows to views while `apply` brings it about.
    void reorder(const std::vector<int> &places, const std::function<void()> &apply);

private:
    [[nodiscard]] virtual int numRows() const = 0;
    [[nodiscard]] virtual int numColumns() const = 0;
    [[nodiscard]] virtual const Header &header(int column) const = 0;
    [[nodiscard]] virtual QString cellText(int row, int column) const = 0;
    [[nodiscard]] virtual QString cellToolTip(int row, int column) const = 0;
    [[nodiscard]] virtual SortKey cellSortKey(int row, int column) const = 0;
    [[nodiscard]] virtual std::int64_t rowKey(int row) const = 0;
};

/// A table of `Row`s, which have a distinct `key()` and can be compared. Concrete models give their columns.
template <typename Row>
class TableModel : public RowTable {
public:
    using Text = std::function<QString(const Row &)>;
    using Sort = std::function<SortKey(const Row &)>;

    struct Column {
        /// Without `sortKey` it is sorted by its text.
        Column(Header header_, Text text_, Sort sortKey_ = nullptr, Text toolTip_ = nullptr)
            : header(std::move(header_))
            , text(std::move(text_))
            , sortKey(std::move(sortKey_))
            , toolTip(std::move(toolTip_)) {}

        Header header;
        Text text;
        Sort sortKey;
        Text toolTip;
    };

    TableModel(std::vector<Column> columns, QObject *parent) : RowTable(parent), m_columns(std::move(columns)) {}

    [[nodiscard]] const Row &row(int row) const { return m_rows[row]; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    /// Merges by key: views are told what went, came, moved and changed, never that everything is new.
    void replaceRows(std::vector<Row> rows) {
        const auto merge = mergeOf(keysOf(m_rows), keysOf(rows));
        move(merge.goLast);
        if (merge.staying < numRows()) {
            beginRemoveRows({}, merge.staying, numRows() - 1);
            m_rows.erase(m_rows.begin() + merge.staying, m_rows.end());
            endRemoveRows();
        }
        if (!merge.came.empty()) {
            beginInsertRows({}, numRows(), numRows() + static_cast<int>(merge.came.size()) - 1);
            for (const int place : merge.came) {
                m_rows.push_back(rows[place]);
            }
            endInsertRows();
        }
        move(merge.settled);
        changeRows(std::move(rows));
    }

private:
    static std::vector<std::int64_t> keysOf(const std::vector<Row> &rows) {
        std::vector<std::int64_t> keys;
        keys.reserve(rows.size());
        for (const auto &row : rows) {
            keys.push_back(row.key());
        }
        return keys;
    }

    void move(const std::vector<int> &places) {
        if (RowMerge::moves(places)) {
            reorder(places, [&] { m_rows = ordered(std::move(m_rows), places); });
        }
    }

    /// The same keys at the same places; what else differs is changed and told.
    void changeRows(std::vector<Row> rows) {
        const int count = static_cast<int>(rows.size());
        for (int first = 0; first < count; ++first) {
            int next = first;
            for (; next < count && !(m_rows[next] == rows[next]); ++next) {
                m_rows[next] = std::move(rows[next]);
            }
            if (next > first) {
                Q_EMIT dataChanged(index(first, 0), index(next - 1, numColumns() - 1));
                first = next;
            }
        }
    }

    [[nodiscard]] int numRows() const final { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int numColumns() const final { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const Header &header(int column) const final { return m_columns[column].header; }
    [[nodiscard]] QString cellText(int row, int column) const final { return m_columns[column].text(m_rows[row]); }
    [[nodiscard]] QString cellToolTip(int row, int column) const final {
        const auto &toolTip = m_columns[column].toolTip;
        return toolTip ? toolTip(m_rows[row]) : QString();
    }
    [[nodiscard]] SortKey cellSortKey(int row, int column) const final {
        const auto &sortKey = m_columns[column].sortKey;
        return sortKey ? sortKey(m_rows[row]) : SortKey(cellText(row, column).toCaseFolded());
    }
    [[nodiscard]] std::int64_t rowKey(int row) const final { return m_rows[row].key(); }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace polder
