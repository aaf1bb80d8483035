#pragma once

#include "model/engine/additions.h"
#include "model/engine/scenario.h"

#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

// A whole queue at once: as many pieces as there is room for, whatever the order in which they were asked for.
namespace polder {

/// What proves that no plan leaves fewer pieces without a place.
enum class BoundFrom {
    Alone,      ///< what has no place even alone
    Sums,       ///< what all racks together have of one thing, whatever stands where: a relaxation
    Relaxation, ///< a solver's bound of a model that leaves rules out
    Model       ///< a solver's bound of a model with every rule that is checked for these items
};

struct Plan {
    std::vector<Addition> pieces; ///< each can be booked once those before it are
    std::vector<std::size_t> of;  ///< by piece, its item
    std::vector<int> missing;     ///< by item, the pieces without a place
    /// By item: of what has no place, why the rack that comes nearest does not take it.
    std::vector<std::vector<Shortfall>> reasons;

    [[nodiscard]] int missingPieces() const;
};

/// How much of the volume of a rack is free on a day: half units x mm of depth x halves of the width.
[[nodiscard]] std::int64_t freeVolume(const Estate &estate, const Rack &rack, Day day);
/// What the limit of a node leaves on a day; a limit that nobody has said leaves nothing.
[[nodiscard]] std::int64_t leftOn(const Estate &estate, int node, Day day);

/// Whether no request has its pieces less together or less apart than before, with these as well.
[[nodiscard]] bool meetsWishes(const Estate &estate, std::span<const Addition> pieces);

/// Every piece in turn, each where the engine's whole verdict admits it after those before it.
[[nodiscard]] bool isSound(const Estate &estate, std::span<const Addition> pieces);

/// Called when something better was found: how many are without a place, and how few may be.
using PlanProgress = std::function<void(int missing, int bound)>;

/// Looks for the plan that leaves the fewest pieces without a place. Deterministic up to where the time ends.
class BatchPlanner {
public:
    BatchPlanner(SnapshotPtr snapshot, std::vector<PlaceChange> items);

    /// The items in several orders, each piece where the search finds it best; what had no place comes first the next
    /// time. Ends when the bound is met, when nothing gets better for long, or in time. The first order is always
    /// tried, unless it is stopped.
    void search(std::chrono::steady_clock::time_point until, std::stop_token stop = {},
                const PlanProgress &progress = {});

    /// A plan from elsewhere. It is taken if it is better, and sound, and meets the wishes; false: it does not.
    [[nodiscard]] bool offer(std::vector<Addition> pieces, std::vector<std::size_t> of);
    /// No plan leaves fewer than that.
    void prove(int bound, BoundFrom from);

    [[nodiscard]] const Plan &best() const { return m_best; }
    [[nodiscard]] int bound() const { return m_bound; }
    [[nodiscard]] BoundFrom boundFrom() const { return m_boundFrom; }
    /// No plan is better.
    [[nodiscard]] bool isOptimal() const { return m_best.missingPieces() == m_bound; }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] const std::vector<PlaceChange> &items() const { return m_items; }
    [[nodiscard]] const Estate &estate() const { return m_estate; }
    /// With everything that is planned.
    [[nodiscard]] Estate planned() const;

private:
    using Order = std::vector<std::size_t>;
    [[nodiscard]] std::vector<Order> orders() const;
    [[nodiscard]] bool attempt(const Order &order, Plan &plan, const std::function<bool()> &over) const;
    [[nodiscard]] std::vector<std::size_t> setOf(std::size_t item) const;
    [[nodiscard]] bool isHopeless(std::size_t item) const { return !m_alone[item] && m_proven[item]; }
    [[nodiscard]] int leastMissing() const;
    [[nodiscard]] int leastMissingOn(Day day) const;

    Estate m_estate;
    std::vector<PlaceChange> m_items;
    std::vector<bool> m_alone;  ///< by item: it has a place while nothing else is planned
    std::vector<bool> m_proven; ///< by item: that was looked at in every way
    Plan m_best;
    int m_bound = 0;
    BoundFrom m_boundFrom = BoundFrom::Alone;
    bool m_cancelled = false;
};

} // namespace polder
