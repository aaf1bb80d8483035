#pragma once

#include "model/engine/estate.h"

#include <utility>
#include <vector>

namespace polder {

/// The power nodes in an order in which each has all that hangs below it right behind it.
class FailureTree {
public:
    explicit FailureTree(const Estate &estate) : m_estate(estate), m_ranges(estate.nodeCount(), {-1, -1}) {
        const auto count = static_cast<int>(estate.nodeCount());
        std::vector<std::vector<int>> below(estate.nodeCount());
        std::vector<int> waiting;
        for (int node = count - 1; node >= 0; --node) {
            const int parent = estate.indexOf(estate.node(node).parent);
            (parent >= 0 ? below[static_cast<std::size_t>(parent)] : waiting).push_back(node);
        }
        // Each node twice: when it is met, and when all below it have been.
        int place = 0;
        while (!waiting.empty()) {
            const int node = waiting.back();
            auto &range = m_ranges[static_cast<std::size_t>(node)];
            if (range.first >= 0) {
                range.second = place;
                waiting.pop_back();
                continue;
            }
            range.first = place++;
            const auto &children = below[static_cast<std::size_t>(node)];
            waiting.insert(waiting.end(), children.begin(), children.end());
        }
        for (auto &range : m_ranges) { // a snapshot is data: what hangs below itself stands alone
            if (range.first < 0) {
                range = {place, place + 1};
                ++place;
            }
        }
    }

    [[nodiscard]] int place(int node) const { return m_ranges[static_cast<std::size_t>(node)].first; }
    [[nodiscard]] std::pair<int, int> range(int node) const { return m_ranges[static_cast<std::size_t>(node)]; }
    /// Also the node itself.
    [[nodiscard]] bool isBelow(int node, int above) const {
        const auto [first, last] = range(above);
        return first <= place(node) && place(node) < last;
    }
    /// The topmost node above `failing` that `node` does not hang on: as P6 sees the failure from there. Seen from a
    /// node above it, it is the failing one itself.
    [[nodiscard]] int topmostApart(int failing, int node) const {
        int topmost = failing;
        for (const int above : m_estate.path(failing)) {
            if (isBelow(node, above)) {
                break;
            }
            topmost = above;
        }
        return topmost;
    }

private:
    const Estate &m_estate;
    std::vector<std::pair<int, int>> m_ranges;
};

} // namespace polder
