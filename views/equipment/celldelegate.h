#pragma once

#include "views/parts/elidedtips.h"

namespace polder {

class EquipmentEdits;
class Live;

/// Types over cells of the table of equipment, and shows what was typed and is not saved yet: a pencil before what is
/// well, a cross before what cannot be, with the reason in the tool tip.
class CellDelegate : public ElidedTips {
    Q_OBJECT

public:
    CellDelegate(Live &live, EquipmentEdits &edits, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    /// Typed, and the reader wants to go on: by one field to the right, to the left.
    void goOn(int step);
    void entered();

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    Live &m_live;
    EquipmentEdits &m_edits;
};

} // namespace polder
