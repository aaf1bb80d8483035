#pragma once

#include "model/engine/packing/shapes.h"

#include <functional>
#include <vector>

namespace polder::packing {

/// The knapsack with several dimensions: which items that fit together are worth most. All in whole numbers, so that
/// what it proves is proved.
class Pricing {
public:
    using Price = std::int64_t;
    static constexpr Price one = Price{1} << 24;

    Pricing(const Instance &instance, const Shapes &shapes);

    /// What each item is worth; items worth nothing are left out of everything.
    void setPrices(const std::vector<Price> &prices);

    /// For each item, as the first in the order of worth for weight, a set above the threshold, as good as so many
    /// nodes find. True where this was exhaustive: then the best of all is among them, or there is none.
    bool spread(Price threshold, long nodes, std::vector<std::vector<int>> &found,
                const std::function<bool()> &mayGoOn);
    /// The worth of the best that spread() found.
    [[nodiscard]] Price best() const { return m_spreadBest; }

    /// Every set above the threshold to which nothing can be added. False where there are more than `limit`, or where
    /// `mayGoOn` ended it.
    bool enumerate(Price threshold, std::size_t limit, std::vector<std::vector<int>> &found,
                   const std::function<bool()> &mayGoOn);

    /// Leaves an item out until the next prices.
    void close(int item) {
        std::erase_if(m_order, [item](const Entry &entry) { return entry.item == item; });
    }
    /// A set that has `first`, as good as a few nodes find.
    const std::vector<int> &around(int first, long nodes);

private:
    struct Entry {
        int item;
        std::int64_t weight;
        Price price;
    };
    void around(const Entry &first, long nodes);
    void weigh();
    bool descend(int depth, Price profit, std::int64_t weight);

    const Instance *m_instance;
    const Shapes *m_shapes;
    std::vector<double> m_share;      ///< of each item and dimension: size by capacity
    std::vector<double> m_multiplier; ///< of each dimension in the surrogate, adding up to 1
    std::vector<Entry> m_order;       ///< by worth for its weight
    std::int64_t m_capacity = 0;      ///< of the surrogate

    // of the running search
    std::vector<std::vector<Entry>> m_lists;
    std::vector<Shapes::Word> m_rooms;
    std::vector<int> m_path;
    std::vector<int> m_bestPath;
    Price m_best = 0;
    Price m_spreadBest = 0;
    long m_nodes = 0;
    bool m_keepThreshold = false; ///< every set above it is recorded, not only better and better ones
    std::function<bool()> m_mayGoOn;
    std::function<void()> m_record;
};

} // namespace polder::packing
