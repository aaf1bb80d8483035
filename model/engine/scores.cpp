#include "model/engine/scores.h"

#include <algorithm>
#include <numeric>

namespace polder {

namespace {

/// From this weight on, where it stands matters fully.
constexpr std::int64_t heavyGrams = 40'000;

} // namespace

Weights::Weights(const ScoreWeights &weights)
    : m_byTerm{weights.space,    weights.low,      weights.phases, weights.headroom,
               weights.stranded, weights.affinity, weights.site,   weights.airflow}
    , m_all(std::reduce(m_byTerm.begin(), m_byTerm.end())) {
}

int Weights::sum(const Scores &scores) const {
    int sum = 0;
    for (std::size_t i = 0; i < termCount; ++i) {
        sum += scores.m_permille[i] * m_byTerm[i];
    }
    return sum;
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

int strandedScore(std::span<const Left> left) {
    if (left.size() < 2) {
        return 1000;
    }
    const int scarcest = std::ranges::min(left, {}, &Left::most).most;
    int beyond = 0;
    for (const auto &one : left) {
        beyond += std::max(one.least - scarcest, 0);
    }
    return 1000 - beyond / (static_cast<int>(left.size()) - 1);
}

int airflowScore(const Estate &estate, RackId rack, const QString &airflow, bool rear) {
    const bool backwards = airflow == u"rear-to-front";
    if (!backwards && airflow != u"front-to-rear") {
        return 1000;
    }
    switch (estate.aisle(rack, rear != backwards)) {
    case Aisle::Cold:
        return 1000;
    case Aisle::Hot:
        return 0;
    case Aisle::None:
        break;
    }
    return 500;
}

} // namespace polder
