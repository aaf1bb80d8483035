#pragma once

#include "model/engine/booking.h"
#include "model/engine/headroom.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace polder {

/// The outlets that a placement search proposes for the cords of one item.
struct CordPlan {
    std::vector<Cord> cords;
    int phases = 1000; ///< scores, see scores.h
    int headroom = 1000;
    std::optional<int> rackLeft = {}; ///< of 1000, at the tightest of the rack's own nodes; nullopt: none is limited
};

/// Chooses outlets for the cords of one item, rack after rack: one side for one cord, the sides in turn for more; on
/// each the phase that carries least; where that does not work, any outlets. The first choice that every node admits
/// and that breaks no rule is taken.
///
/// Cords that hang alike ask the same, in whichever rack they are. So what they ask is worked out once for each way to
/// hang, and what a node says to it is remembered until another node is asked: that of the nodes above the racks is
/// the same for many.
class CordPlanner {
public:
    CordPlanner(const Estate &others, Headroom &headroom, const Envelope &item);

    /// In the rack of this booking, which is of the same item; nullopt: there is no choice, and `reasons`, if they are
    /// asked for, get those of the one with the fewest.
    [[nodiscard]] std::optional<CordPlan> plan(const Booking &booking, const std::set<OutletId> &taken,
                                               Shortfalls *reasons);

private:
    /// A bank with what is free of it, as far as somebody asked.
    struct Offer {
        const Estate::Bank *bank;
        bool carries;
        Load carried; ///< by its node at the start
        std::size_t firstFree, free, looked;
        [[nodiscard]] auto rank() const { return std::pair(!carries, carried.*bank->phase); }
    };
    /// Which offers each cord may take, best first.
    using Choices = std::vector<std::vector<Offer *>>;
    /// Where one cord goes.
    struct Plug {
        const Offer *offer;
        OutletId outlet;
        std::span<const int> path;
    };
    /// A node that the cords load: so many steps up the path of one of them.
    struct Spot {
        std::size_t cord, step;
    };
    /// What one node is asked, and what the last one that was asked said.
    struct Asked {
        Spot at;
        std::vector<Spot> sources; ///< of the extras
        NodeCharge charge;
        int reservations = -1; ///< when it was asked; less than 0: not yet
        Headroom::Verdict verdict = Headroom::Verdict::Admits;
        std::optional<int> permilleLeft;
        std::optional<Shortfalls> reasons;
    };
    /// What cords ask that hang in this way.
    struct Shape {
        std::vector<Asked> asked;         ///< none of what draws nothing
        std::vector<std::size_t> atCord;  ///< by cord: its node's place in `asked`
        std::vector<std::int64_t> living; ///< by cord: how few of all may be left while its node lives
        std::vector<Spot> shared;         ///< that all of them pass
    };
    struct KeyHash {
        std::size_t operator()(const std::vector<int> &key) const;
    };

    void lookAt(const Booking &booking);
    [[nodiscard]] bool carries(const Estate::Bank &bank, std::size_t sides) const;
    std::size_t findFree(Offer &offer, std::size_t wanted);
    [[nodiscard]] std::int64_t freeOn(std::optional<int> side);
    [[nodiscard]] Shortfalls missingOutlets(const Booking &booking);
    [[nodiscard]] bool plugFirst();
    [[nodiscard]] Choices inTurn();
    [[nodiscard]] Choices anywhere();
    [[nodiscard]] bool plug(const std::vector<std::size_t> &at, const Choices &choices);
    [[nodiscard]] std::optional<CordPlan> take(Shortfalls *reasons, std::optional<std::size_t> fewest);
    [[nodiscard]] Shape &shapeOfPlugs();
    [[nodiscard]] Shape workOut() const;
    void ask(Asked &asked);
    [[nodiscard]] int node(const Spot &spot) const { return m_plugs[spot.cord].path[spot.step]; }
    void writeCords();
    [[nodiscard]] std::size_t rulesBroken(const Shape &shape);
    [[nodiscard]] bool sharesASide(const Shape &shape) const;
    [[nodiscard]] bool isHopeless() const;
    [[nodiscard]] CordPlan scored(Shape &shape);

    const Estate &m_others;
    Headroom &m_headroom;
    std::size_t m_cords;
    std::vector<signed char> m_suits; ///< by kind of bank; less than 0: not looked at yet
    std::unordered_map<std::vector<int>, Shape, KeyHash> m_shapes;
    // Of the rack that is looked at:
    const std::set<OutletId> *m_taken = nullptr;
    std::vector<int> m_sides;
    std::vector<Offer> m_offers;  ///< best first
    std::vector<OutletId> m_free; ///< of each offer room for as many as there are cords
    std::vector<int>
        m_hopeless;  ///< nodes of the cords, choice after choice, of which one bears no more, whatever the phases
    Booking m_tried; ///< its cords only once they are written
    std::vector<Plug> m_plugs;
    std::vector<int> m_key;
};

} // namespace polder
