#pragma once

#include "model/engine/booking.h"
#include "model/engine/headroom.h"

#include <optional>
#include <set>
#include <vector>

namespace polder {

/// The outlets that a placement search proposes for the cords of one item, and what they load.
struct CordPlan {
    std::vector<Cord> cords;
    std::vector<NodeCharge> charges;
    int phases = 1000; ///< scores, see scores.h
    int headroom = 1000;
};

/// Chooses outlets for the cords of one item, rack after rack: one side for one cord, the sides in turn for more; on
/// each the phase that carries least; where that does not work, any outlets. The first choice that every node admits
/// and that breaks no rule is taken.
class CordPlanner {
public:
    CordPlanner(const Estate &others, Headroom &headroom, const Envelope &item);

    /// In the rack of this booking, which is of the same item; nullopt: there is no choice, and `reasons`, if they are
    /// asked for, get those of the one with the fewest.
    [[nodiscard]] std::optional<CordPlan> plan(const Booking &booking, const std::set<OutletId> &taken,
                                               Shortfalls *reasons);

private:
    /// A bank with what is free of it, as far as the cords need it.
    struct Offer {
        const Estate::Bank *bank;
        bool carries;
        std::int64_t load; ///< of its phases at the start
        std::size_t firstFree, free;
    };
    /// Which offers each cord may take, best first.
    using Choices = std::vector<std::vector<const Offer *>>;

    void lookAt(const Booking &booking, const std::set<OutletId> &taken);
    [[nodiscard]] bool carries(const Estate::Bank &bank, std::size_t sides) const;
    [[nodiscard]] std::int64_t freeOn(std::optional<int> side) const;
    [[nodiscard]] Shortfalls missingOutlets(const Booking &booking) const;
    [[nodiscard]] Choices inTurn() const;
    [[nodiscard]] Choices anywhere() const;
    [[nodiscard]] bool cordsAt(const std::vector<std::size_t> &at, const Choices &choices, Booking &booking) const;
    [[nodiscard]] std::optional<CordPlan> take(const Booking &booking, Shortfalls *reasons);
    [[nodiscard]] bool isHopeless(const std::vector<Cord> &cords) const;
    [[nodiscard]] CordPlan scored(const Booking &booking, std::vector<NodeCharge> charges);

    const Estate &m_others;
    Headroom &m_headroom;
    std::size_t m_cords;
    std::vector<signed char> m_suits; ///< by kind of bank; less than 0: not looked at yet
    // Of the rack that is looked at:
    std::vector<int> m_sides;
    std::vector<Offer> m_offers;
    std::vector<OutletId> m_free;
    std::vector<std::vector<NodeId>> m_hopeless; ///< nodes of cords of which one bears no more, whatever the phases
    Booking m_tried;
};

} // namespace polder
