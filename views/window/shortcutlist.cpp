#include "shortcutlist.h"

#include <QAction>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QString named(const QKeySequence &keys) {
    return keys.toString(QKeySequence::NativeText);
}

QString either(const QList<QKeySequence> &keys) {
    QStringList names;
    for (const QKeySequence &one : keys) {
        names << named(one);
    }
    return names.join(u", "_s);
}

} // namespace

ShortcutList::ShortcutList(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget) {
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(u"shortcutList"_s);
    m_list->setObjectName(u"shortcuts"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);

    QList<QPair<QString, QString>> everywhere;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty()) {
            everywhere.append({QString(action->text()).remove(u'&'), either(action->shortcuts())});
        }
    }
    const QString arrows = tr("arrow keys");
    const QString enter = named(Qt::Key_Return);
    const QString escape = named(Qt::Key_Escape);
    addGroup(tr("Everywhere"), everywhere);
    addGroup(tr("In tables"), {{tr("Search in the table"), named(QKeySequence::Find)},
                               {tr("From the search into the table"), named(Qt::Key_Down)},
                               {tr("Open what is chosen"), enter},
                               {tr("Copy the chosen rows as a table"), named(QKeySequence::Copy)},
                               {tr("Copy all rows as a table"), named(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}});
    addGroup(tr("In the table of equipment"), {{tr("Type over a cell"), named(Qt::Key_F2)},
                                               {tr("Keep it and go on to the next"), named(Qt::Key_Tab)},
                                               {tr("Save what was typed"), enter},
                                               {tr("Give the cell up"), escape},
                                               {tr("Paste a block of cells"), named(QKeySequence::Paste)},
                                               {tr("Choose columns"), named(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}});
    addGroup(tr("In plans and diagrams"), {{tr("To the neighbour"), arrows},
                                           {tr("Open what is chosen"), enter},
                                           {tr("Larger, smaller, all of it"), u"+, -, 0"_s}});
    addGroup(tr("In the tree beside the plan"), {{tr("Choose several racks"), tr("Shift and arrow keys")}});
    addGroup(tr("Placing an instrument on the plan"),
             {{tr("Move it by 100 mm; with Shift by 10 mm, with Ctrl by 1 m"), arrows},
              {tr("Turn it by a quarter"), named(Qt::Key_R)},
              {tr("Put it there"), enter},
              {tr("Leave it"), escape}});
    addGroup(tr("In a rack"),
             {{tr("To the next device, with Shift to several"), arrows},
              {tr("The rack before, the rack after"), either({Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down})},
              {tr("Take up what is chosen"), named(QKeySequence::Cut)},
              {tr("Take up the proposed place, where nothing is chosen"), named(QKeySequence::Cut)},
              {tr("Carry it"), arrows},
              {tr("By half a unit"), tr("Shift and arrow keys")},
              {tr("To the other half of the rack"), named(Qt::Key_H)},
              {tr("Put it down"), enter},
              {tr("Back where it was"), escape}});
    addGroup(tr("In the calendar"),
             {{tr("To the booking beside, to the line above or below"), arrows},
              {tr("Earlier, later"), either({Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right})},
              {tr("Today"), named(Qt::Key_Home)},
              {tr("Closer, further"), u"+, -"_s},
              {tr("Open what is chosen"), enter}});
    addGroup(tr("In the words of a search for space"),
             {{tr("Take a word out"), either({Qt::Key_Delete, Qt::Key_Backspace})}, {tr("Change a word"), enter}});
    m_list->expandAll();
    m_list->setItemsExpandable(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);

    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(close);
    resize(640, 620);
}

void ShortcutList::addGroup(const QString &where, const QList<QPair<QString, QString>> &keys) {
    auto *group = new QTreeWidgetItem(m_list, {where});
    group->setFirstColumnSpanned(true);
    group->setFlags(Qt::ItemIsEnabled);
    QFont bold = m_list->font();
    bold.setBold(true);
    group->setFont(0, bold);
    for (const auto &[what, key] : keys) {
        new QTreeWidgetItem(group, {what, key});
    }
}

} // namespace polder
