#pragma once

#include "model/engine/packing/cover.h"
#include "model/engine/packing/greedy.h"
#include "model/engine/packing/master.h"
#include "model/engine/packing/pricing.h"

#include <random>

namespace polder::packing {

/// One run of solve(), from the cheap to the dear:
/// 1. greedy ways, and the bound of each dimension by itself;
/// 2. sequential value correction, which learns what a place in a bin costs for each item;
/// 3. column generation: the linear relaxation over all patterns, its bound, and prices;
/// 4. diving: the patterns that the relaxation likes best are taken for good, and it is solved again;
/// 5. an exhaustive search (Cover) where the bound leaves one bin in question.
/// Only 1, 3 and 5 prove anything, and that in whole numbers.
class Search {
public:
    Search(const Instance &instance, Deadline deadline, std::stop_token stop, const Progress &progress,
           std::uint64_t seed);
    [[nodiscard]] Packing run();

private:
    /// How far generate() goes.
    struct Effort {
        int rounds;
        long nodes;   ///< of the pricing for each first item, at the start
        long most;    ///< and in the end
        double keeps; ///< how much of the prices before is kept: smoothing
        double until; ///< as used() counts
    };
    /// Prices under which no pattern is worth more than `most`.
    struct Exact {
        std::vector<Pricing::Price> prices;
        Pricing::Price most = 0;
        double bound = 0;
    };

    [[nodiscard]] bool mayGoOn() const;
    /// The part of the time that is over.
    [[nodiscard]] double used() const;
    [[nodiscard]] bool done() const { return m_bound >= best(); }
    [[nodiscard]] int best() const { return static_cast<int>(m_best.size()); }

    void offer(Bins bins);
    void raise(int bound);
    bool learn(std::vector<int> pattern);
    void learn(const Bins &bins);

    void boundByDimension();
    void greedy();
    void correctValues(int rounds, double until);
    bool construct(const std::vector<double> &worth, const std::vector<char> &open, std::size_t limit, Bins &bins);
    void relax();
    bool generate(Master &master, const std::vector<char> &open, const Effort &effort);
    void dive(Master master, double noise);
    void complete(const Master &master, const Bins &fixed, const std::vector<char> &open);
    void decide(int turn);

    const Instance &m_instance;
    Deadline m_start;
    Deadline m_deadline;
    std::stop_token m_stop;
    const Progress &m_progress;
    std::mt19937_64 m_random;
    Shapes m_shapes;
    int m_count;
    std::vector<double> m_share; ///< of all items in each dimension, in bins
    Bins m_best;
    int m_bound = 0;

    Patterns m_patterns;
    Pricing m_pricing;
    std::function<bool()> m_goOn;
    Master m_master;
    Exact m_exact;
    std::vector<std::vector<int>> m_found;
};

} // namespace polder::packing
