#include "model/engine/packing/greedy.h"

#include <algorithm>
#include <numeric>

namespace polder::packing {

Bins firstFit(const Shapes &shapes, const std::vector<int> &order, const std::function<bool()> &mayGoOn) {
    const int words = shapes.words();
    Bins bins;
    std::vector<Shapes::Word> rooms;
    std::size_t firstOpen = 0; // out of time: only the newest bin is looked at
    for (std::size_t k = 0; k < order.size(); ++k) {
        if ((k & 31) == 31 && !mayGoOn()) {
            firstOpen = bins.empty() ? 0 : bins.size() - 1;
        }
        const int item = order[k];
        std::size_t b = firstOpen;
        while (b < bins.size() && !shapes.fits(&rooms[b * words], item)) {
            ++b;
        }
        if (b == bins.size()) {
            bins.emplace_back();
            rooms.insert(rooms.end(), shapes.empty(), shapes.empty() + words);
            firstOpen = std::min(firstOpen, b);
        }
        shapes.take(&rooms[b * words], item);
        bins[b].push_back(item);
    }
    return bins;
}

std::vector<double> demand(const Instance &instance) {
    std::vector<double> all(instance.capacity.size(), 0.0);
    for (const auto &item : instance.items) {
        for (std::size_t j = 0; j < all.size(); ++j) {
            all[j] += instance.capacity[j] > 0 ? double(item[j]) / instance.capacity[j] : 0.0;
        }
    }
    return all;
}

std::vector<int> bySum(const Instance &instance, const std::vector<double> &weights) {
    std::vector<double> sum(instance.items.size(), 0.0);
    for (std::size_t i = 0; i < sum.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            sum[i] += instance.capacity[j] > 0 ? weights[j] * instance.items[i][j] / instance.capacity[j] : 0.0;
        }
    }
    std::vector<int> order(sum.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&sum](int a, int b) { return sum[a] > sum[b]; });
    return order;
}

Bins binByBin(const Instance &instance, const Shapes &shapes, Likeness likeness, const std::function<bool()> &mayGoOn) {
    const std::size_t dimensions = instance.capacity.size();
    const int words = shapes.words();
    const std::vector<double> weights = demand(instance);
    std::vector<double> share(instance.items.size() * dimensions);
    for (std::size_t i = 0; i < instance.items.size(); ++i) {
        for (std::size_t j = 0; j < dimensions; ++j) {
            share[i * dimensions + j] =
                instance.capacity[j] > 0 ? double(instance.items[i][j]) / instance.capacity[j] : 0.0;
        }
    }
    std::vector<int> open = bySum(instance, weights);
    Bins bins;
    std::vector<Shapes::Word> room(words);
    std::vector<double> left(dimensions);
    while (!open.empty()) {
        if (!mayGoOn()) {
            for (auto &bin : firstFit(shapes, open, [] { return false; })) {
                bins.push_back(std::move(bin));
            }
            return bins;
        }
        auto &bin = bins.emplace_back();
        std::copy_n(shapes.empty(), words, room.begin());
        std::fill(left.begin(), left.end(), 1.0);
        for (;;) {
            std::size_t chosen = open.size();
            double best = 0;
            for (std::size_t k = 0; k < open.size(); ++k) {
                if (!shapes.fits(room.data(), open[k])) {
                    continue;
                }
                const double *size = &share[std::size_t(open[k]) * dimensions];
                double likes = 0;
                for (std::size_t j = 0; j < dimensions; ++j) {
                    likes += likeness == Likeness::DotProduct ? weights[j] * size[j] * left[j]
                                                              : -weights[j] * (left[j] - size[j]) * (left[j] - size[j]);
                }
                if (chosen == open.size() || likes > best) {
                    chosen = k;
                    best = likes;
                }
            }
            if (chosen == open.size()) {
                break;
            }
            const int item = open[chosen];
            for (std::size_t j = 0; j < dimensions; ++j) {
                left[j] -= share[std::size_t(item) * dimensions + j];
            }
            shapes.take(room.data(), item);
            bin.push_back(item);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
    }
    return bins;
}

} // namespace polder::packing
