#include "flowlayout.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace polder {

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item) {
    m_items.emplace_back(item); // Qt hands it over
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto &item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rectangle) {
    QLayout::setGeometry(rectangle);
    arrange(rectangle, true);
}

/// Lines from the left; what is lower than its line stands in the middle of it.
int FlowLayout::arrange(const QRect &rectangle, bool move) const {
    const int space = std::max(0, spacing());
    int x = rectangle.x(), y = rectangle.y(), line = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> inLine;
    const auto endLine = [&] {
        for (const auto &[item, place] : inLine) {
            if (move) {
                item->setGeometry(place.translated(0, (line - place.height()) / 2));
            }
        }
        inLine.clear();
    };
    for (const auto &item : m_items) {
        const QSize size = item->sizeHint().boundedTo({std::max(rectangle.width(), 1), QLAYOUTSIZE_MAX});
        if (x > rectangle.x() && x + size.width() > rectangle.x() + rectangle.width()) {
            endLine();
            x = rectangle.x();
            y += line + space;
            line = 0;
        }
        inLine.emplace_back(item.get(), QRect({x, y}, size));
        x += size.width() + space;
        line = std::max(line, size.height());
    }
    endLine();
    return y + line - rectangle.y();
}

} // namespace polder
