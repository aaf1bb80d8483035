#pragma once

#include <QStyledItemDelegate>

namespace polder {

class FilterSortModel;
class UseModel;

/// Draws the shares of a total behind the words of a cell: used, held, blocked, and of what is free the stranded part.
class ShareBar : public QStyledItemDelegate {
    Q_OBJECT

public:
    ShareBar(const FilterSortModel &shown, const UseModel &rows, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const FilterSortModel &m_shown;
    const UseModel &m_rows;
};

} // namespace polder
