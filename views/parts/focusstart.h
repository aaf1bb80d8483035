#pragma once

#include <QPointer>
#include <QWidget>

namespace polder {

/// A widget that hands the focus it is given on to one of its parts. Not by a focus proxy: Tab would then pass over all
/// parts that stand before that one.
class FocusStart : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void setFocusStart(QWidget *part) { m_part = part; }
    void focusInEvent(QFocusEvent *) override {
        if (m_part) {
            m_part->setFocus();
        }
    }

private:
    QPointer<QWidget> m_part;
};

} // namespace polder
