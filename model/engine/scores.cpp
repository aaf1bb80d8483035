#include "model/engine/scores.h"

#include <algorithm>

namespace polder {

namespace {

/// Ours; breaking space is what strands capacity soonest, so it weighs most.
constexpr std::array<int, termCount> weights{4, 2, 1, 3};
/// From this weight on, where it stands matters fully.
constexpr std::int64_t heavyGrams = 40'000;

} // namespace

int Scores::total() const {
    int sum = 0;
    int weight = 0;
    for (std::size_t i = 0; i < termCount; ++i) {
        sum += permille[i] * weights[i];
        weight += weights[i];
    }
    return sum / weight;
}

int spaceScore(const HuMask &free, int bottom, int height) {
    if (height == 0) {
        return 1000;
    }
    int gapFrom = bottom;
    while (gapFrom > 0 && free.test(gapFrom - 1)) {
        --gapFrom;
    }
    const int gap = std::max(free.runFrom(gapFrom), height);
    return 1000 * height / gap;
}

int lowScore(const Rack &rack, int bottom, int height, std::optional<Mass> weight) {
    const int top = 2 * rack.units - height;
    const int high = top > 0 ? 1000 * std::clamp(bottom, 0, top) / top : 0;
    const std::int64_t matters = std::min(weight ? weight->grams : 0, heavyGrams);
    return 1000 - static_cast<int>(high * matters / heavyGrams);
}

int phaseScore(const Load &load) {
    const std::int64_t sum = load.l1 + load.l2 + load.l3;
    if (sum <= 0) {
        return 1000;
    }
    // The largest phase carries between a third of the sum (even) and all of it.
    const std::int64_t largest = std::max({load.l1, load.l2, load.l3});
    return static_cast<int>(1000 - (3 * largest - sum) * 1000 / (2 * sum));
}

} // namespace polder
