#include "model/items/tablemodel.h"

namespace polder {

int RowTable::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : numRows();
}

int RowTable::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : numColumns();
}

QVariant RowTable::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), index.column());
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole: {
        const auto toolTip = cellToolTip(index.row(), index.column());
        return toolTip.isEmpty() ? QVariant() : toolTip;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(header(index.column()).align | Qt::AlignVCenter);
    case SortRole: {
        const auto key = cellSortKey(index.row(), index.column());
        if (const auto *number = std::get_if<std::int64_t>(&key)) {
            return qlonglong{*number};
        }
        const auto *text = std::get_if<QString>(&key);
        return text ? QVariant(*text) : QVariant();
    }
    case KeyRole:
        return qlonglong{rowKey(index.row())};
    default:
        return {};
    }
}

Qt::ItemFlags RowTable::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QVariant RowTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= numColumns()) {
        return {};
    }
    const auto &column = header(section);
    if (role == Qt::DisplayRole) {
        return column.unit.isEmpty() ? column.title : column.title + u" ("_qs + column.unit + u')';
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(column.align | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && !column.toolTip.isEmpty()) {
        return column.toolTip;
    }
    return {};
}

int RowTable::rowOf(std::int64_t key) const {
    const int rows = numRows();
    for (int row = 0; row < rows; ++row) {
        if (rowKey(row) == key) {
            return row;
        }
    }
    return -1;
}

void RowTable::reorder(const std::vector<int> &places, const std::function<void()> &apply) {
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto moved = newPlaces(places);
    const auto before = persistentIndexList();
    apply();
    QModelIndexList after;
    after.reserve(before.size());
    for (const auto &old : before) {
        after << index(moved[old.row()], old.column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace polder
