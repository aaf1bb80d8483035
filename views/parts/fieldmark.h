#pragma once

#include "model/core/result.h"

#include <QPointer>

class QLabel;
class QWidget;

namespace polder {

/// Marks the field that a refusal names: a cross before its label, why for the screen reader and in the tooltip, and
/// the focus. One at a time.
class FieldMark {
public:
    void mark(QWidget *field, const Error &error);
    void clear();

private:
    QPointer<QWidget> m_field;
    QPointer<QLabel> m_label;
    QString m_words; ///< of the label, before
    QString m_tip;   ///< of the field, before
};

} // namespace polder
