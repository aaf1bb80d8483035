#pragma once

#include "model/engine/charges.h"
#include "model/engine/failover.h"
#include "model/engine/failuresteps.h"
#include "model/engine/failuretree.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace polder {

/// What all failures of one window need, and the answer to each. What is gathered once is in failuregather.cpp, what
/// stops and what is overloaded in failureverdict.cpp, what the viewer does not see and what is cooled in
/// failureunseen.cpp.
class FailureSimulator::Work {
public:
    Work(const Estate &estate, Period window)
        : m_estate(estate)
        , m_window(window)
        , m_tree(estate)
        , m_slots(estate.nodeCount(), -1) {
        gatherEquipment();
        gatherUnseen();
        gatherCooling();
        judgeSources();
    }

    [[nodiscard]] Failure fail(const Failing &failing);
    [[nodiscard]] const std::vector<NodeHeadroom> &headrooms() const { return m_headrooms; }

private:
    struct LiveCord {
        int leaf = -1;
        QString phases;
    };
    struct Supplied {
        const Placement *placement = nullptr;
        Power draw;
        int powerFactorPermille = 950;
        Power heatToWater;
        Period during; ///< within the window
        int firstCord = 0;
        int cords = 0;
        int sharedDepth = 0; ///< so many nodes are above all cords
        int neededClass = 0; ///< 0: none
        bool wishedRedundant = false;
        int zone = -1; ///< that its heat goes into
        int door = -1; ///< what its rack may give off
    };
    /// What a source shifts to a node.
    struct Shift {
        int source = -1;
        int node = -1;
    };
    struct SourceOverload {
        int source = -1;
        Overload overload;
    };

    /// What fails, without what hangs below another of them.
    class Roots {
    public:
        Roots() = default;
        Roots(const FailureTree &tree, std::vector<int> all) : m_tree(&tree), m_nodes(std::move(all)) {
            std::ranges::sort(m_nodes, {}, [&tree](int node) { return tree.place(node); });
            std::vector<int> topmost;
            for (const int node : m_nodes) {
                if (topmost.empty() || !tree.isBelow(node, topmost.back())) {
                    topmost.push_back(node);
                }
            }
            m_nodes = std::move(topmost);
        }
        [[nodiscard]] const std::vector<int> &nodes() const { return m_nodes; }
        [[nodiscard]] bool kill(int node) const {
            if (m_nodes.size() <= 1) {
                return !m_nodes.empty() && m_tree->isBelow(node, m_nodes.front());
            }
            const auto after =
                std::ranges::upper_bound(m_nodes, m_tree->place(node), {}, [this](int n) { return m_tree->place(n); });
            return after != m_nodes.begin() && m_tree->isBelow(node, *std::prev(after));
        }

    private:
        const FailureTree *m_tree = nullptr;
        std::vector<int> m_nodes;
    };

    // What is gathered once.

    void gatherEquipment();

    void gather(const Placement &placement, const Equipment &equipment, std::optional<Power> draw,
                const std::vector<Cord> &cords, RackId rack, RoomId room, Period when);

    void orderCords();

    /// Through a node something unseen draws if the ledger has more than the equipment that is seen. Both are never
    /// less than nothing, so their sums over all days say it.
    void gatherUnseen();

    void gatherCooling();

    void judgeSources();

    struct Judged {
        std::vector<Overload> overloads;
        NodeHeadroom least; ///< with the greatest share of the limit in use
        double share = -1;  ///< below 0: nothing of it is limited, or nothing shifted
    };
    /// In each quantity the days on which some of it is shifted here.
    [[nodiscard]] Judged judge(int node, Steps extra) const;
    static std::int64_t excess(const LoadOnDay &at) { return at.load - at.limit.value_or(0); }

    // Cords.

    [[nodiscard]] std::span<const LiveCord> cordsOf(const Supplied &supplied) const {
        return std::span(m_cords).subspan(static_cast<std::size_t>(supplied.firstCord),
                                          static_cast<std::size_t>(supplied.cords));
    }
    [[nodiscard]] int livingOf(const Supplied &supplied, const Roots &roots) const {
        return static_cast<int>(
            std::ranges::count_if(cordsOf(supplied), [&](const LiveCord &cord) { return !roots.kill(cord.leaf); }));
    }
    [[nodiscard]] Load loadAt(const Supplied &supplied, int node, const Roots &roots) const {
        CordShare share;
        for (const auto &cord : cordsOf(supplied)) {
            if (roots.kill(cord.leaf)) {
                continue;
            }
            ++share.living;
            if (m_tree.isBelow(cord.leaf, node)) {
                share.pass(cord.phases);
            }
        }
        return loadOf(supplied.draw, supplied.powerFactorPermille, share);
    }
    [[nodiscard]] Load shiftAt(const Supplied &supplied, int node, const Roots &roots) const {
        return loadAt(supplied, node, roots) - loadAt(supplied, node, {});
    }
    /// How many nodes are above all cords that live.
    [[nodiscard]] int sharedDepth(const Supplied &supplied, const Roots &roots) const {
        const LiveCord *first = nullptr;
        const LiveCord *last = nullptr;
        for (const auto &cord : cordsOf(supplied)) {
            if (!roots.kill(cord.leaf)) {
                first = !first || m_tree.place(cord.leaf) < m_tree.place(first->leaf) ? &cord : first;
                last = !last || m_tree.place(cord.leaf) > m_tree.place(last->leaf) ? &cord : last;
            }
        }
        const auto path = first ? m_estate.path(first->leaf) : std::span<const int>();
        const auto shared = std::ranges::find_if(path, [&](int node) { return m_tree.isBelow(last->leaf, node); });
        return static_cast<int>(path.end() - shared);
    }
    /// Each node that any of the living cords passes, once.
    template <typename Visit>
    void forEachNodeAbove(const Supplied &supplied, const Roots &roots, const Visit &visit) const {
        const auto cords = cordsOf(supplied);
        for (std::size_t i = 0; i < cords.size(); ++i) {
            if (roots.kill(cords[i].leaf)) {
                continue;
            }
            for (const int node : m_estate.path(cords[i].leaf)) {
                const bool known = std::ranges::any_of(cords.first(i), [&](const LiveCord &before) {
                    return m_tree.isBelow(before.leaf, node) && !roots.kill(before.leaf);
                });
                if (known) {
                    break; // and so is all above it
                }
                visit(node);
            }
        }
    }
    /// Once for each that has a cord at this node or below it, in the order of the tree.
    template <typename Visit>
    void forEachSupplied(int node, const Visit &visit) {
        const int round = ++m_round;
        forEachCordBelow(node, [&](int at) {
            if (std::exchange(m_rounds[static_cast<std::size_t>(at)], round) != round) {
                visit(at);
            }
        });
    }
    template <typename Visit>
    void forEachCordBelow(int node, const Visit &visit) const {
        const auto [first, last] = m_tree.range(node);
        const int end = m_cordsFrom[static_cast<std::size_t>(last)];
        for (int i = m_cordsFrom[static_cast<std::size_t>(first)]; i < end; ++i) {
            visit(m_suppliedByCord[static_cast<std::size_t>(i)]);
        }
    }
    [[nodiscard]] int cordsBelow(int node) const {
        const auto [first, last] = m_tree.range(node);
        return m_cordsFrom[static_cast<std::size_t>(last)] - m_cordsFrom[static_cast<std::size_t>(first)];
    }
    [[nodiscard]] const Supplied &supplied(int at) const { return m_supplied[static_cast<std::size_t>(at)]; }

    // What stops, and what has fewer paths.

    void hitEquipment(const Roots &roots, Failure &failure);

    /// 0 where none is asked for: it is not looked at.
    [[nodiscard]] int classLeft(const Supplied &supplied, const Roots &roots) const;

    // What gets too much.

    void overload(const Roots &roots, Failure &failure);

    /// Every node to which several failures at once may shift something.
    [[nodiscard]] std::vector<int> candidates(const Roots &roots) const;

    /// From the cords of what is seen, and what is known of the rest.
    void overloadBeyond(std::vector<int> nodes, const Roots &roots, Failure &failure);

    [[nodiscard]] std::vector<Changes> shiftedTo(std::span<const int> nodes, const Roots &roots);

    void fillSlots(std::span<const int> nodes);
    void clearSlots(std::span<const int> nodes);

    // What is known of equipment that is not seen.

    [[nodiscard]] std::vector<Step> unseenThrough(int node);

    /// To this node: what P6 counts, where something above fails no more than draws through what fails.
    [[nodiscard]] std::vector<Step> unseenShift(int failing, int node);

    /// What has another path is carried more by one of its nodes when the other fails: that says how much it is.
    [[nodiscard]] UnseenLoad unseenOf(const Roots &roots);

    void addSeenElsewhere(const Supplied &one, int root, const Roots &roots, Changes &seen) const;

    // Cooling.

    [[nodiscard]] std::vector<CoolingLeft> coolingLeft(const Failing &failing, const Roots &roots);

    /// Heat of what stops itself, at each of these zones and racks.
    [[nodiscard]] std::vector<Changes> heatThatStops(const std::vector<int> &zones);

    [[nodiscard]] CoolingLeft coolingLeftAt(int zone, std::span<const CoolingUnit *const> stopped,
                                            Steps heatGone) const;

    const Estate &m_estate;
    Period m_window;
    FailureTree m_tree;
    std::vector<Supplied> m_supplied;
    std::vector<LiveCord> m_cords;
    std::vector<int> m_suppliedByCord; ///< in the order of the tree
    std::vector<int> m_cordsFrom;      ///< of each place in the tree, where in it its cords begin
    struct Unit {
        int place = -1; ///< of its feed in the tree
        const CoolingUnit *row = nullptr;
    };
    std::vector<Unit> m_units;
    std::vector<char> m_unseen;                    ///< whether anything unseen draws through a node
    std::vector<Shift> m_shifts;                   ///< by source, then node
    std::vector<SourceOverload> m_sourceOverloads; ///< likewise
    std::vector<NodeHeadroom> m_headrooms;

    int m_round = 0;
    std::vector<int> m_rounds; ///< in which question each supplied was last met
    std::vector<int> m_slots;  ///< of the nodes of a question, their place in it
    std::vector<int> m_hit;    ///< what lives with fewer cords
    std::vector<int> m_down;
};

} // namespace polder
