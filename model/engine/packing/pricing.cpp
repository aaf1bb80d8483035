#include "model/engine/packing/pricing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace polder::packing {

namespace {
constexpr std::int64_t scale = std::int64_t{1} << 24; ///< of the surrogate's weights
}

Pricing::Pricing(const Instance &instance, const Shapes &shapes) : m_instance(&instance), m_shapes(&shapes) {
    const std::size_t dimensions = instance.capacity.size();
    m_multiplier.assign(dimensions, 1.0 / double(dimensions));
    m_share.reserve(instance.items.size() * dimensions);
    for (const auto &item : instance.items) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            m_share.push_back(instance.capacity[j] > 0 ? double(item[j]) / instance.capacity[j] : 0.0);
        }
    }
}

void Pricing::setPrices(const std::vector<Price> &prices) {
    m_order.clear();
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (prices[i] > 0) {
            m_order.push_back({static_cast<int>(i), 0, prices[i]});
        }
    }
    weigh();
}

/// The dimensions are added up into one, with multipliers that make the knapsack's fractional optimum small: a few
/// steps of multiplicative weights, from where the last prices left them. Any multipliers are valid.
void Pricing::weigh() {
    const std::size_t dimensions = m_multiplier.size();
    struct Ratio {
        double ratio;
        double weight;
        std::size_t entry;
    };
    std::vector<Ratio> ratios(m_order.size());
    std::vector<double> used(dimensions);
    for (int step = 0; step < 6; ++step) {
        for (std::size_t k = 0; k < m_order.size(); ++k) {
            const double *share = &m_share[std::size_t(m_order[k].item) * dimensions];
            double weight = 1e-9;
            for (std::size_t j = 0; j < dimensions; ++j) {
                weight += m_multiplier[j] * share[j];
            }
            ratios[k] = {double(m_order[k].price) / weight, weight, k};
        }
        std::sort(ratios.begin(), ratios.end(), [](const Ratio &a, const Ratio &b) {
            return a.ratio != b.ratio ? a.ratio > b.ratio : a.entry < b.entry;
        });
        std::fill(used.begin(), used.end(), 0.0);
        double left = 1.0;
        for (const Ratio &one : ratios) {
            const double part = std::min(1.0, left / one.weight);
            const double *share = &m_share[std::size_t(m_order[one.entry].item) * dimensions];
            for (std::size_t j = 0; j < dimensions; ++j) {
                used[j] += part * share[j];
            }
            left -= part * one.weight;
            if (left <= 1e-12) {
                break;
            }
        }
        double sum = 0;
        for (std::size_t j = 0; j < dimensions; ++j) {
            m_multiplier[j] = std::max(m_multiplier[j] * std::exp(0.5 * (used[j] - 1.0)), 1e-4);
            sum += m_multiplier[j];
        }
        for (double &multiplier : m_multiplier) {
            multiplier /= sum;
        }
    }
    // Rounded down for each item, so that the surrogate admits whatever the dimensions admit.
    m_capacity = 0;
    std::vector<std::int64_t> whole(dimensions);
    for (std::size_t j = 0; j < dimensions; ++j) {
        whole[j] = std::llround(m_multiplier[j] * double(scale));
        m_capacity += whole[j];
    }
    for (Entry &entry : m_order) {
        entry.weight = 0;
        for (std::size_t j = 0; j < dimensions; ++j) {
            if (m_instance->capacity[j] > 0) {
                entry.weight += whole[j] * m_instance->items[entry.item][j] / m_instance->capacity[j];
            }
        }
    }
    std::sort(m_order.begin(), m_order.end(), [](const Entry &a, const Entry &b) {
        const auto left = double(a.price) * double(b.weight);
        const auto right = double(b.price) * double(a.weight);
        return left != right ? left > right : a.item < b.item;
    });
}

bool Pricing::spread(Price threshold, long nodes, std::vector<std::vector<int>> &found,
                     const std::function<bool()> &mayGoOn) {
    const int words = m_shapes->words();
    bool exact = true;
    m_spreadBest = 0;
    m_mayGoOn = mayGoOn;
    m_record = [this] { m_bestPath = m_path; };
    m_lists.resize(std::max<std::size_t>(m_lists.size(), 2));
    for (std::size_t k = 0; k < m_order.size(); ++k) {
        const Entry &first = m_order[k];
        // Nothing from here on is worth more than the whole bin filled with the best for its weight.
        if (first.weight > 0 && first.price * m_capacity < (threshold + 1) * first.weight) {
            break;
        }
        if ((k & 3) == 3 && !mayGoOn()) {
            return false;
        }
        m_rooms.assign(m_shapes->empty(), m_shapes->empty() + words);
        m_shapes->take(m_rooms.data(), first.item);
        auto &list = m_lists[0];
        list.clear();
        for (std::size_t next = k + 1; next < m_order.size(); ++next) {
            if (m_shapes->fits(m_rooms.data(), m_order[next].item)) {
                list.push_back(m_order[next]);
            }
        }
        m_path.assign(1, first.item);
        m_bestPath = m_path;
        m_nodes = nodes;
        m_best = std::max(threshold, first.price);
        exact &= descend(0, first.price, m_capacity - first.weight);
        if (m_best > threshold) {
            found.push_back(m_bestPath);
            m_spreadBest = std::max(m_spreadBest, m_best);
        }
    }
    return exact;
}

bool Pricing::enumerate(Price threshold, std::size_t limit, std::vector<std::vector<int>> &found,
                        const std::function<bool()> &mayGoOn) {
    const std::size_t before = found.size();
    m_best = threshold;
    m_nodes = std::numeric_limits<long>::max();
    m_keepThreshold = true;
    m_mayGoOn = mayGoOn;
    m_record = [&] {
        const Shapes::Word *room = m_rooms.data() + m_path.size() * m_shapes->words();
        std::vector<int> sorted = m_path;
        std::sort(sorted.begin(), sorted.end());
        const bool complete = std::none_of(m_order.begin(), m_order.end(), [&](const Entry &entry) {
            return m_shapes->fits(room, entry.item) && !std::binary_search(sorted.begin(), sorted.end(), entry.item);
        });
        if (complete) {
            found.push_back(std::move(sorted));
        }
        if (found.size() - before > limit) {
            m_nodes = 0;
        }
    };
    m_path.clear();
    m_lists.resize(std::max<std::size_t>(m_lists.size(), 2));
    m_lists[0] = m_order;
    m_rooms.assign(m_shapes->empty(), m_shapes->empty() + m_shapes->words());
    const bool all = descend(0, 0, m_capacity);
    m_keepThreshold = false;
    return all;
}

void Pricing::around(const Entry &first, long nodes) {
    m_best = first.price;
    m_nodes = nodes;
    m_mayGoOn = [] { return true; };
    m_record = [this] { m_bestPath = m_path; };
    m_path.assign(1, first.item);
    m_bestPath = m_path;
    m_lists.resize(std::max<std::size_t>(m_lists.size(), 2));
    const int words = m_shapes->words();
    m_rooms.assign(m_shapes->empty(), m_shapes->empty() + words);
    m_shapes->take(m_rooms.data(), first.item);
    auto &list = m_lists[0];
    list.clear();
    for (const Entry &entry : m_order) {
        if (entry.item != first.item && m_shapes->fits(m_rooms.data(), entry.item)) {
            list.push_back(entry);
        }
    }
    descend(0, first.price, m_capacity - first.weight);
}

const std::vector<int> &Pricing::around(int first, long nodes) {
    around(*std::find_if(m_order.begin(), m_order.end(), [first](const Entry &entry) { return entry.item == first; }),
           nodes);
    return m_bestPath;
}

/// True where everything below was seen or could be no better. m_lists[depth] are the items that still fit.
bool Pricing::descend(int depth, Price profit, std::int64_t weight) {
    const int words = m_shapes->words();
    if (m_lists.size() < std::size_t(depth) + 2) {
        m_lists.resize(depth + 2);
    }
    m_rooms.resize(std::size_t(depth + 2) * words);
    const std::size_t count = m_lists[depth].size();
    // What weighs nothing stands in front and is worth its price in every bound.
    Price weightless = 0;
    std::size_t k = 0;
    for (; k < count && m_lists[depth][k].weight == 0; ++k) {
        weightless += m_lists[depth][k].price;
    }
    std::size_t heavy = k;
    for (k = 0; k < count; ++k) {
        const Entry entry = m_lists[depth][k];
        // The rest of the bin filled with what is worth most for its weight: floor(price * weight / its weight) more.
        const Price missing = m_best - profit - weightless;
        if (heavy < count) {
            const Entry &next = m_lists[depth][std::max(k, heavy)];
            if (missing >= 0 && next.price * weight < (missing + 1) * next.weight) {
                return true;
            }
        } else if (missing >= 0) {
            return true;
        }
        if (--m_nodes < 0 || ((m_nodes & 1023) == 0 && !m_mayGoOn())) {
            return false;
        }
        if (entry.weight == 0) {
            weightless -= entry.price;
        }
        const Price worth = profit + entry.price;
        const std::int64_t left = weight - entry.weight;
        Shapes::Word *const room = m_rooms.data() + std::size_t(depth) * words;
        Shapes::Word *const below = room + words;
        std::copy_n(room, words, below);
        m_shapes->take(below, entry.item);
        m_path.push_back(entry.item);
        if (worth > m_best) {
            m_best = m_keepThreshold ? m_best : worth;
            m_record();
        }
        auto &list = m_lists[depth + 1];
        list.clear();
        std::int64_t open = left;
        Price bound = worth;
        for (std::size_t next = k + 1; next < count; ++next) {
            const Entry &other = m_lists[depth][next];
            if (m_shapes->fits(below, other.item)) {
                if (open > 0) {
                    bound += other.weight <= open ? other.price : other.price * open / other.weight + 1;
                    open -= other.weight;
                    if (open <= 0 && bound <= m_best) {
                        break;
                    }
                } else if (other.weight == 0) {
                    bound += other.price;
                }
                list.push_back(other);
            }
        }
        if (bound > m_best && !list.empty() && !descend(depth + 1, worth, left)) {
            m_path.pop_back();
            return false;
        }
        m_path.pop_back();
    }
    return true;
}

} // namespace polder::packing
