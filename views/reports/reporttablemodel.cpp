#include "reporttablemodel.h"

namespace polder {

using namespace Qt::StringLiterals;

ReportTableModel::ReportTableModel(ReadablePtr report, std::size_t table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_report(std::move(report))
    , m_at(table) {
    for (std::size_t c = 0; c < this->table().columns.size(); ++c) {
        m_decimals.push_back(ReadableReport::decimalsOf(this->table(), c));
        m_numeric.push_back(ReadableReport::isNumeric(this->table(), c));
    }
}

int ReportTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table().rows.size());
}

int ReportTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table().columns.size());
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::DisplayRole) {
        const auto &cell = table().rows[static_cast<std::size_t>(index.row())][column];
        return m_report->textOf(table().columns[column], cell, m_decimals[column]);
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((m_numeric[column] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) {
        return {};
    }
    const auto &column = table().columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        const QString head = ReadableReport::headOf(column);
        return column.group.isEmpty() ? head : column.group + u"\n"_s + head;
    }
    if (role == Qt::UserRole) {
        return column.name;
    }
    return role == Qt::TextAlignmentRole
               ? QVariant(static_cast<int>(
                     (m_numeric[static_cast<std::size_t>(section)] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom))
               : QVariant();
}

} // namespace polder
