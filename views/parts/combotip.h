#pragma once

#include <QComboBox>

namespace polder {

/// What is chosen is its tool tip, for where that is longer than its place.
inline void tipWhatIsChosen(QComboBox &box) {
    box.setToolTip(box.currentText());
    QObject::connect(&box, &QComboBox::currentTextChanged, &box, &QComboBox::setToolTip);
}

} // namespace polder
