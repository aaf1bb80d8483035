#include "elidedtips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace polder {

bool ElidedTips::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                           const QModelIndex &index) {
    const bool elided = sizeHint(option, index).width() > option.rect.width();
    if (event->type() != QEvent::ToolTip || !elided || index.data(Qt::ToolTipRole).isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QToolTip::showText(event->globalPos(), index.data().toString(), view);
    return true;
}

} // namespace polder
