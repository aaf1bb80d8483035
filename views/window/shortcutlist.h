#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QTreeWidget;

namespace polder {

/// All that the keyboard does, by where it does it: F1. The menus' keys come from their actions, so that none is
/// forgotten; what a chart, a rack or a plan does with keys of its own stands in the source beside this.
class ShortcutList : public QDialog {
    Q_OBJECT

public:
    /// The window's actions, in their order.
    ShortcutList(const QList<QAction *> &actions, QWidget *parent);

private:
    void addGroup(const QString &where, const QList<QPair<QString, QString>> &keys);

    QTreeWidget *m_list;
};

} // namespace polder
