#include "celldelegate.h"

#include "equipmentedits.h"
#include "model/items/tablemodel.h"
#include "model/live/live.h"
#include "views/parts/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

EquipmentId equipmentAt(const QModelIndex &index) {
    return EquipmentId{index.data(RowTable::KeyRole).toInt()};
}

const EquipmentEdits::Cell *editAt(const EquipmentEdits &edits, const QModelIndex &index) {
    const EquipmentField *field = edits.cells().empty() ? nullptr : equipmentFields::ofColumn(index.column());
    return field ? edits.cell(equipmentAt(index), *field) : nullptr;
}

} // namespace

CellDelegate::CellDelegate(Live &live, EquipmentEdits &edits, QObject *parent)
    : ElidedTips(parent)
    , m_live(live)
    , m_edits(edits) {
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    const SnapshotPtr snapshot = m_live.snapshot();
    const EquipmentField *field = equipmentFields::ofColumn(index.column());
    const Equipment *equipment = snapshot->equipment.find(equipmentAt(index));
    if (!field || !equipment) {
        return nullptr;
    }
    auto *line = new QLineEdit(parent);
    line->setObjectName(u"cell"_s);
    line->setAccessibleName(tr("%1 of %2").arg(equipmentFields::title(*field), equipment->name));
    line->setFrame(false);
    if (const QStringList choices = equipmentFields::choices(*field, equipment->owner, *snapshot); !choices.isEmpty()) {
        auto *completer = new QCompleter(choices, line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(QCompleter::InlineCompletion);
        line->setCompleter(completer);
    }
    return line;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (const auto *edit = editAt(m_edits, index)) {
        line->setText(edit->text);
    } else {
        const SnapshotPtr snapshot = m_live.snapshot();
        const EquipmentField *field = equipmentFields::ofColumn(index.column());
        if (const Equipment *equipment = snapshot->equipment.find(equipmentAt(index))) {
            line->setText(equipmentFields::textOf(*field, equipmentFields::valueOf(*field, *equipment, *snapshot)));
        }
    }
    line->selectAll();
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const {
    if (const EquipmentField *field = equipmentFields::ofColumn(index.column())) {
        m_edits.set(equipmentAt(index), *field, qobject_cast<QLineEdit *>(editor)->text());
    }
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const {
    ElidedTips::initStyleOption(option, index);
    if (const auto *edit = editAt(m_edits, index)) {
        const bool wrong = !edit->problem.isEmpty();
        option->text = (wrong ? u"✕ "_s : edit->remark.isEmpty() ? u"✎ "_s : u"≠ "_s) + edit->text;
        option->font.setBold(true);
        if (wrong && !option->state.testFlag(QStyle::State_Selected)) {
            option->palette.setColor(QPalette::Text, theme::colour(theme::Meaning::Trouble, option->palette));
        }
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    ElidedTips::paint(painter, option, index);
    // Rows are chosen as a whole; this says which cell of it would be typed over.
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->save();
        painter->setPen(
            QPen(option.palette.color(option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText
                                                                                    : QPalette::Text),
                 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        painter->restore();
    }
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index) {
    if (event->type() == QEvent::ToolTip) {
        if (const auto *edit = editAt(m_edits, index)) {
            QToolTip::showText(event->globalPos(), edit->problem.isEmpty() ? edit->remark : edit->problem, view);
            return true;
        }
    }
    return ElidedTips::helpEvent(event, view, option, index);
}

bool CellDelegate::eventFilter(QObject *editor, QEvent *event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool tab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (tab || key == Qt::Key_Return || key == Qt::Key_Enter) {
            auto *widget = qobject_cast<QWidget *>(editor);
            Q_EMIT commitData(widget);
            Q_EMIT closeEditor(widget, NoHint);
            if (tab) {
                Q_EMIT goOn(key == Qt::Key_Tab ? 1 : -1);
            } else {
                Q_EMIT entered();
            }
            return true;
        }
    }
    return ElidedTips::eventFilter(editor, event);
}

} // namespace polder
