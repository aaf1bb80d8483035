#pragma once

#include <QStyledItemDelegate>

namespace polder {

/// Cells that say in a tool tip what is elided, where the model says nothing else.
class ElidedTips : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace polder
