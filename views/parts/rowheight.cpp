#include "rowheight.h"

#include <QHeaderView>

namespace polder {

namespace {

constexpr int comfortable = 12; ///< pixels beside the letters
constexpr int tight = 3;

} // namespace

RowHeight &RowHeight::shared() {
    static RowHeight one;
    return one;
}

void RowHeight::setCompact(bool compact) {
    if (m_compact != compact) {
        m_compact = compact;
        Q_EMIT changed();
    }
}

void RowHeight::applyTo(QHeaderView *rows) {
    const auto apply = [this, rows] {
        rows->setMinimumSectionSize(rows->fontMetrics().height());
        rows->setDefaultSectionSize(rows->fontMetrics().height() + (m_compact ? tight : comfortable));
    };
    apply();
    QObject::connect(this, &RowHeight::changed, rows, apply);
}

} // namespace polder
