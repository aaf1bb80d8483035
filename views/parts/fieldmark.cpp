#include "fieldmark.h"

#include "model/items/refusaltext.h"

#include <QLabel>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

QLabel *labelOf(const QWidget *field) {
    for (const QWidget *around = field->parentWidget(); around; around = around->parentWidget()) {
        for (QLabel *label : around->findChildren<QLabel *>()) {
            if (label->buddy() == field) {
                return label;
            }
        }
    }
    return nullptr;
}

} // namespace

void FieldMark::mark(QWidget *field, const Error &error) {
    clear();
    if (!field) {
        return;
    }
    m_field = field;
    m_label = labelOf(field);
    m_tip = field->toolTip();
    if (m_label) {
        m_words = m_label->text();
        m_label->setText(u"✕ "_s + m_words);
    }
    const QString why = refusalText(error);
    field->setToolTip(why);
    field->setAccessibleDescription(why);
    field->setFocus();
}

void FieldMark::clear() {
    if (m_label) {
        m_label->setText(m_words);
    }
    if (m_field) {
        m_field->setToolTip(m_tip);
        m_field->setAccessibleDescription({});
    }
    m_label = nullptr;
    m_field = nullptr;
}

} // namespace polder
