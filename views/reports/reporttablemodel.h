#pragma once

#include "views/parts/reportwork.h"

#include <QAbstractTableModel>

namespace polder {

/// A table of a report as people read it, with the digits that every format shows them. UserRole of a head is the
/// column's name for machines.
class ReportTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    ReportTableModel(ReadablePtr report, std::size_t table, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] const ReportTable &table() const { return m_report->tables()[m_at]; }

private:
    ReadablePtr m_report; // owns what is shown
    std::size_t m_at;
    std::vector<int> m_decimals;
    std::vector<bool> m_numeric;
};

} // namespace polder
