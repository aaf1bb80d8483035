#pragma once

#include <QComboBox>

#include <algorithm>
#include <utility>

namespace polder {

/// Other entries; what was chosen stays chosen if it is still there.
inline void refill(QComboBox *box, const QList<std::pair<QString, QVariant>> &entries) {
    const QSignalBlocker quiet(box);
    const QVariant before = box->currentData();
    box->clear();
    for (const auto &[text, data] : entries) {
        box->addItem(text, data);
    }
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

/// The first entry if there is none of this value.
inline void choose(QComboBox *box, const QVariant &value) {
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace polder
