#pragma once

#include "model/engine/packing/greedy.h"
#include "model/engine/packing/pricing.h"

#include <functional>
#include <vector>

namespace polder::packing {

/// Whether a given number of bins do, decided by prices under which no pattern is worth more than `most`: all bins
/// together are worth the sum of the prices and what is covered twice, so what they lack to `most`, and what is covered
/// twice, adds up to exactly bins * most - sum. Where that is little, few patterns come into question.
class Cover {
public:
    using Price = Pricing::Price;

    Cover(std::vector<Price> prices, Price most, int bins);

    /// What the bins may lack together.
    [[nodiscard]] Price allowance() const { return m_allowance; }

    enum class Outcome {
        Found,
        Impossible, ///< all was tried
        GaveUp,
    };
    /// `patterns`: every set that fits and to which nothing can be added, if it is worth most - allowance() or more.
    /// `work` counts the patterns that are looked at.
    Outcome run(const std::vector<std::vector<int>> &patterns, long work, const std::function<bool()> &mayGoOn);
    [[nodiscard]] const Bins &bins() const { return m_bins; }

private:
    Outcome descend(std::size_t depth, Price left, int open);

    std::vector<Price> m_prices;
    Price m_most;
    int m_limit;
    Price m_allowance;
    const std::vector<std::vector<int>> *m_patterns = nullptr;
    std::vector<char> m_covered;
    std::vector<std::vector<int>> m_alive; ///< patterns that still come into question, by depth
    Bins m_bins;
    long m_work = 0;
    std::function<bool()> m_mayGoOn;
};

} // namespace polder::packing
