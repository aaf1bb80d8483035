#include "model/engine/packing/cover.h"

#include <algorithm>
#include <numeric>

namespace polder::packing {

namespace {
constexpr std::size_t mostCompared = 300; ///< with each other, so that no step takes long
}

Cover::Cover(std::vector<Price> prices, Price most, int bins)
    : m_prices(std::move(prices))
    , m_most(most)
    , m_limit(bins)
    , m_allowance(most * bins - std::accumulate(m_prices.begin(), m_prices.end(), Price{0})) {
}

Cover::Outcome Cover::run(const std::vector<std::vector<int>> &patterns, long work,
                          const std::function<bool()> &mayGoOn) {
    if (m_allowance < 0) {
        return Outcome::Impossible;
    }
    m_patterns = &patterns;
    m_work = work;
    m_mayGoOn = mayGoOn;
    m_covered.assign(m_prices.size(), 0);
    m_bins.clear();
    m_alive.assign(std::size_t(m_limit) + 2, {});
    m_alive[0].resize(patterns.size());
    std::iota(m_alive[0].begin(), m_alive[0].end(), 0);
    return descend(0, m_allowance, static_cast<int>(m_prices.size()));
}

Cover::Outcome Cover::descend(std::size_t depth, Price left, int open) {
    if (open == 0) {
        return Outcome::Found;
    }
    if (static_cast<int>(depth) >= m_limit) {
        return Outcome::Impossible;
    }
    m_work -= static_cast<long>(m_alive[depth].size()) + 1;
    if (m_work < 0 || !m_mayGoOn()) {
        return Outcome::GaveUp;
    }
    // What each pattern still brings; and the item for which the fewest come into question.
    std::vector<int> choices(m_prices.size(), 0);
    auto &alive = m_alive[depth + 1];
    alive.clear();
    std::vector<Price> worth;
    for (const int p : m_alive[depth]) {
        Price sum = 0;
        for (const int i : (*m_patterns)[p]) {
            sum += m_covered[i] ? 0 : m_prices[i];
        }
        if (m_most - sum <= left) {
            alive.push_back(p);
            worth.push_back(sum);
            for (const int i : (*m_patterns)[p]) {
                choices[i] += !m_covered[i];
            }
        }
    }
    int item = -1;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        if (!m_covered[i] && (item < 0 || choices[i] < choices[item])) {
            item = i;
        }
    }
    std::vector<std::pair<Price, std::vector<int>>> children;
    for (std::size_t k = 0; k < alive.size(); ++k) {
        const auto &pattern = (*m_patterns)[alive[k]];
        if (std::find(pattern.begin(), pattern.end(), item) == pattern.end()) {
            continue;
        }
        auto &[sum, bin] = children.emplace_back(worth[k], std::vector<int>{});
        std::copy_if(pattern.begin(), pattern.end(), std::back_inserter(bin), [this](int i) { return !m_covered[i]; });
        std::sort(bin.begin(), bin.end());
    }
    std::sort(children.begin(), children.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t k = 0; k < children.size(); ++k) {
        const auto &[sum, bin] = children[k];
        const auto within = [&bin = bin](const auto &other) {
            return std::includes(other.second.begin(), other.second.end(), bin.begin(), bin.end());
        };
        if (k < mostCompared &&
            std::any_of(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(k), within)) {
            continue; // one that covers more was tried
        }
        for (const int i : bin) {
            m_covered[i] = 1;
        }
        m_bins.push_back(bin);
        const Outcome outcome = descend(depth + 1, left - (m_most - sum), open - static_cast<int>(bin.size()));
        if (outcome != Outcome::Impossible) {
            return outcome;
        }
        m_bins.pop_back();
        for (const int i : bin) {
            m_covered[i] = 0;
        }
    }
    return Outcome::Impossible;
}

} // namespace polder::packing
