#include "model/engine/failover.h"

#include "model/engine/booking.h"
#include "model/engine/envelope.h"
#include "model/engine/fit.h"
#include "model/engine/periods.h"
#include "model/engine/slots.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace polder {

namespace {

Load operator-(const Load &a, const Load &b) {
    return {a.main - b.main, a.l1 - b.l1, a.l2 - b.l2, a.l3 - b.l3};
}

bool isPower(const Estate &estate, int node) {
    return estate.rules(node) && estate.rules(node)->dimension == Dimension::Power;
}

/// What is added to a load from a day on.
struct Change {
    Day day;
    Load by;
};
using Changes = std::vector<Change>;

void addDuring(Changes &changes, Period during, const Load &load) {
    changes.push_back({during.from, load});
    if (!during.openEnded()) {
        changes.push_back({during.until, Load{} - load});
    }
}

std::vector<Step> summedUp(Changes changes) {
    std::ranges::stable_sort(changes, {}, &Change::day);
    std::vector<Step> steps;
    Load level;
    for (const auto &[day, by] : changes) {
        level += by;
        if (!steps.empty() && steps.back().from == day) {
            steps.back().level = level;
        } else {
            steps.push_back({day, level});
        }
    }
    return steps;
}

/// `of(a, b)` on every day.
template <typename Of>
std::vector<Step> combined(Steps a, Steps b, const Of &of) {
    std::vector<Step> steps;
    Load left, right;
    while (!a.empty() || !b.empty()) {
        const Day day = std::min(a.empty() ? Day::never() : a.front().from, b.empty() ? Day::never() : b.front().from);
        if (!a.empty() && a.front().from == day) {
            left = a.front().level;
            a = a.subspan(1);
        }
        if (!b.empty() && b.front().from == day) {
            right = b.front().level;
            b = b.subspan(1);
        }
        steps.push_back({day, of(left, right)});
    }
    return steps;
}

/// Main over time, in mW days.
std::int64_t integral(Steps steps, Period during) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Day until = i + 1 < steps.size() ? steps[i + 1].from : Day::never();
        if (const Period level = common({steps[i].from, until}, during); !level.empty()) {
            sum += steps[i].level.main * (level.until.number - level.from.number);
        }
    }
    return sum;
}

Steps extraOf(const Estate &estate, int node, int source) {
    const auto all = estate.failovers(node);
    const auto found = std::ranges::find(all, estate.node(source).id, &Estate::Failover::source);
    return found == all.end() ? Steps() : found->extra.steps();
}

/// Calls `visit(day, normal, extra, limit)` for each stretch of the window on which nothing changes. The limit is
/// nullptr where nobody knows it, also while the node itself is not there.
template <typename Visit>
void forEachStretch(const Estate &estate, int node, Steps extra, Period window, const Visit &visit) {
    Steps normal = estate.normal(node);
    auto limits = estate.limits(node);
    const Period there = estate.node(node).during;
    const NodeLimit *limit = nullptr;
    Load level, more;
    const auto reach = [](auto &rows, Day day, const auto &take) {
        for (; !rows.empty() && rows.front().from <= day; rows = rows.subspan(1)) {
            take(rows.front());
        }
        return rows.empty() ? Day::never() : rows.front().from;
    };
    for (Day day = window.from; day < window.until;) {
        Day next = reach(normal, day, [&level](const Step &step) { level = step.level; });
        next = std::min(next, reach(extra, day, [&more](const Step &step) { more = step.level; }));
        next = std::min(next, reach(limits, day, [&limit](const NodeLimit &row) { limit = &row; }));
        for (const Day edge : {there.from, there.until}) {
            next = edge > day ? std::min(next, edge) : next;
        }
        visit(day, level, more, there.contains(day) ? limit : nullptr);
        day = next;
    }
}

/// The power nodes in an order in which each has all that hangs below it right behind it.
class Tree {
public:
    explicit Tree(const Estate &estate) : m_estate(estate), m_ranges(estate.nodeCount(), {-1, -1}) {
        const auto count = static_cast<int>(estate.nodeCount());
        std::vector<std::vector<int>> below(estate.nodeCount());
        std::vector<int> waiting;
        for (int node = count - 1; node >= 0; --node) {
            const int parent = estate.indexOf(estate.node(node).parent);
            (parent >= 0 ? below[static_cast<std::size_t>(parent)] : waiting).push_back(node);
        }
        // Each node twice: when it is met, and when all below it have been.
        int place = 0;
        while (!waiting.empty()) {
            const int node = waiting.back();
            auto &range = m_ranges[static_cast<std::size_t>(node)];
            if (range.first >= 0) {
                range.second = place;
                waiting.pop_back();
                continue;
            }
            range.first = place++;
            const auto &children = below[static_cast<std::size_t>(node)];
            waiting.insert(waiting.end(), children.begin(), children.end());
        }
        for (auto &range : m_ranges) { // a snapshot is data: what hangs below itself stands alone
            if (range.first < 0) {
                range = {place, place + 1};
                ++place;
            }
        }
    }

    [[nodiscard]] int place(int node) const { return m_ranges[static_cast<std::size_t>(node)].first; }
    [[nodiscard]] std::pair<int, int> range(int node) const { return m_ranges[static_cast<std::size_t>(node)]; }
    /// Also the node itself.
    [[nodiscard]] bool isBelow(int node, int above) const {
        const auto [first, last] = range(above);
        return first <= place(node) && place(node) < last;
    }
    /// The topmost node above `failing` that `node` does not hang on: as P6 sees the failure from there. Seen from a
    /// node above it, it is the failing one itself.
    [[nodiscard]] int topmostApart(int failing, int node) const {
        int topmost = failing;
        for (const int above : m_estate.path(failing)) {
            if (isBelow(node, above)) {
                break;
            }
            topmost = above;
        }
        return topmost;
    }

private:
    const Estate &m_estate;
    std::vector<std::pair<int, int>> m_ranges;
};

} // namespace

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

    [[nodiscard]] Failure fail(const Failing &failing) {
        const Roots roots(m_tree, failing.nodes);
        Failure failure;
        hitEquipment(roots, failure);
        failure.unseen = unseenOf(roots);
        overload(roots, failure);
        std::ranges::sort(failure.overloads, {}, [](const Overload &o) { return std::pair(o.node, o.quantity); });
        failure.cooling = coolingLeft(failing, roots);
        for (auto &zone : failure.cooling) {
            zone.atMost = failure.unseen.stopping > Power{};
        }
        return failure;
    }
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
        Roots(const Tree &tree, std::vector<int> all) : m_tree(&tree), m_nodes(std::move(all)) {
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
        const Tree *m_tree = nullptr;
        std::vector<int> m_nodes;
    };

    // What is gathered once.

    void gatherEquipment() {
        const auto &snapshot = m_estate.snapshot();
        for (const auto &placement : snapshot.placements) {
            const auto *equipment =
                stands(placement, snapshot) ? snapshot.equipment.find(placement.equipment) : nullptr;
            if (!equipment || !placement.during.overlaps(m_window)) {
                continue;
            }
            if (placement.chassis) {
                // What is in a chassis stands and hangs where that does.
                for (const auto &here : standingsOf(snapshot, bookingOf(placement, *equipment, snapshot))) {
                    gather(placement, *equipment, here.item.draw, here.cords, here.rack, here.room, here.during);
                }
            } else if (!placement.outlets.empty() || !placement.nodes.empty()) {
                gather(placement, *equipment, drawOf(*equipment, placement, snapshot.policy),
                       polder::cordsOf(placement, snapshot), placement.rack, placement.room, placement.during);
            }
        }
        m_rounds.assign(m_supplied.size(), 0);
        orderCords();
    }

    void gather(const Placement &placement, const Equipment &equipment, std::optional<Power> draw,
                const std::vector<Cord> &cords, RackId rack, RoomId room, Period when) {
        const auto &snapshot = m_estate.snapshot();
        const Period during = common(when, m_window);
        Supplied supplied{&placement, draw.value_or(Power{}), 950, {}, during, static_cast<int>(m_cords.size())};
        for (const auto &cord : cords) {
            if (const int leaf = m_estate.indexOf(cord.node); leaf >= 0) {
                m_cords.push_back({leaf, cord.phases});
                ++supplied.cords;
            }
        }
        if (supplied.cords == 0 || during.empty()) {
            m_cords.resize(m_cords.size() - static_cast<std::size_t>(supplied.cords));
            return;
        }
        supplied.powerFactorPermille = equipment.powerFactorPermille;
        supplied.neededClass = equipment.availabilityClass.value_or(0);
        const auto indexOf = [this](const Node *node) { return node ? m_estate.indexOf(node->id) : -1; };
        supplied.zone = indexOf(m_estate.zoneNode(rack, room));
        supplied.door = indexOf(m_estate.heatNode(rack));
        if (const auto *model = snapshot.models.find(equipment.model)) {
            supplied.heatToWater = Power{std::int64_t{model->heatToWaterWatts.value_or(0)} * 1000};
        }
        const auto *item = snapshot.requestItems.find(equipment.requestItem);
        const auto *request = item ? snapshot.requests.find(item->request) : nullptr;
        supplied.wishedRedundant = request && request->wishRedundant.value_or(false);
        supplied.sharedDepth = sharedDepth(supplied, {});
        m_supplied.push_back(supplied);
    }

    void orderCords() {
        m_cordsFrom.assign(m_estate.nodeCount() + 1, 0);
        for (const auto &cord : m_cords) {
            ++m_cordsFrom[static_cast<std::size_t>(m_tree.place(cord.leaf)) + 1];
        }
        for (std::size_t i = 1; i < m_cordsFrom.size(); ++i) {
            m_cordsFrom[i] += m_cordsFrom[i - 1];
        }
        m_suppliedByCord.resize(m_cords.size());
        auto next = m_cordsFrom;
        for (std::size_t i = 0; i < m_supplied.size(); ++i) {
            for (const auto &cord : cordsOf(m_supplied[i])) {
                auto &at = next[static_cast<std::size_t>(m_tree.place(cord.leaf))];
                m_suppliedByCord[static_cast<std::size_t>(at++)] = static_cast<int>(i);
            }
        }
    }

    /// Through a node something unseen draws if the ledger has more than the equipment that is seen. Both are never
    /// less than nothing, so their sums over all days say it.
    void gatherUnseen() {
        Period changing{Day::never(), Day::always()};
        const auto include = [&changing](Day day) {
            if (day != Day::always() && day != Day::never()) {
                changing = {std::min(changing.from, day), std::max(changing.until, day.plus(1))};
            }
        };
        for (std::size_t i = 0; i < m_estate.nodeCount(); ++i) {
            if (const Steps steps = m_estate.normal(static_cast<int>(i)); !steps.empty()) {
                include(steps.front().from);
                include(steps.back().from);
            }
        }
        for (const auto &supplied : m_supplied) {
            include(supplied.during.from);
            include(supplied.during.until);
        }
        m_unseen.assign(m_estate.nodeCount(), 0);
        if (changing.empty()) {
            return; // there is nothing at all
        }
        const Day from = std::max(m_window.from, changing.from);
        const Period counted{from, std::min(m_window.until, std::max(changing.until, from.plus(1)))};
        std::vector<std::int64_t> seen(m_estate.nodeCount(), 0);
        for (const auto &supplied : m_supplied) {
            const Period days = common(supplied.during, counted);
            forEachNodeAbove(supplied, {}, [&](int node) {
                seen[static_cast<std::size_t>(node)] +=
                    loadAt(supplied, node, {}).main * (days.until.number - days.from.number);
            });
        }
        for (std::size_t i = 0; !counted.empty() && i < m_unseen.size(); ++i) {
            const int node = static_cast<int>(i);
            m_unseen[i] = isPower(m_estate, node) && integral(m_estate.normal(node), counted) > seen[i];
        }
    }

    void gatherCooling() {
        for (const auto &unit : m_estate.snapshot().coolingUnits) {
            const int feed = m_estate.indexOf(unit.feed);
            m_units.push_back({feed < 0 ? -1 : m_tree.place(feed), &unit});
        }
        std::ranges::stable_sort(m_units, {}, &Unit::place);
    }

    void judgeSources() {
        for (std::size_t i = 0; i < m_estate.nodeCount(); ++i) {
            const int node = static_cast<int>(i);
            if (!isPower(m_estate, node)) {
                continue;
            }
            NodeHeadroom least;
            double share = -1;
            for (const auto &failover : m_estate.failovers(node)) {
                const int source = m_estate.indexOf(failover.source);
                if (source < 0) {
                    continue;
                }
                m_shifts.push_back({source, node});
                const auto judged = judge(node, failover.extra.steps());
                for (const auto &overload : judged.overloads) {
                    m_sourceOverloads.push_back({source, overload});
                }
                if (judged.share > share) {
                    share = judged.share;
                    least = judged.least;
                    least.failing = source;
                }
            }
            if (share >= 0) {
                m_headrooms.push_back(least);
            }
        }
        std::ranges::stable_sort(m_shifts, {}, &Shift::source);
        std::ranges::stable_sort(m_sourceOverloads, {}, &SourceOverload::source);
    }

    struct Judged {
        std::vector<Overload> overloads;
        NodeHeadroom least; ///< with the greatest share of the limit in use
        double share = -1;  ///< below 0: nothing of it is limited, or nothing shifted
    };
    /// In each quantity the days on which some of it is shifted here.
    [[nodiscard]] Judged judge(int node, Steps extra) const {
        Judged judged;
        std::array<std::optional<Overload>, quantities.size()> over;
        forEachStretch(m_estate, node, extra, m_window,
                       [&](Day day, const Load &normal, const Load &shifted, const NodeLimit *limit) {
                           for (std::size_t i = 0; i < quantities.size(); ++i) {
                               const auto quantity = quantities[i];
                               const std::int64_t load = normal.*quantity + shifted.*quantity;
                               if (shifted.*quantity <= 0 || load <= 0) {
                                   continue;
                               }
                               LoadOnDay at{day, load, {}};
                               if (limit) {
                                   at.limit = i == 0 ? limit->failoverMain : limit->failoverLine;
                                   if (!at.limit) {
                                       continue; // not limited in it
                                   }
                               }
                               const double share = at.limit.value_or(0) > 0
                                                        ? static_cast<double>(load) / static_cast<double>(*at.limit)
                                                        : std::numeric_limits<double>::infinity();
                               if (share > judged.share) {
                                   judged.share = share;
                                   judged.least = {node, -1, i, at};
                               }
                               if (load <= at.limit.value_or(0)) {
                                   continue;
                               }
                               if (!over[i]) {
                                   over[i] = Overload{node, i, at, at, false};
                               } else if (excess(at) > excess(over[i]->worst)) {
                                   over[i]->worst = at;
                               }
                           }
                       });
        for (auto &overload : over) {
            if (overload) {
                judged.overloads.push_back(*overload);
            }
        }
        return judged;
    }
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

    void hitEquipment(const Roots &roots, Failure &failure) {
        m_hit.clear();
        const int round = ++m_round;
        for (const int root : roots.nodes()) {
            forEachCordBelow(root, [&](int at) {
                if (std::exchange(m_rounds[static_cast<std::size_t>(at)], round) != round) {
                    m_hit.push_back(at);
                }
            });
        }
        std::vector<int> living;
        for (const int at : m_hit) {
            const auto &one = supplied(at);
            HitEquipment hit{one.placement->id, one.draw, one.cords, livingOf(one, roots), false, one.during.from};
            if (hit.living == 0) {
                failure.down.push_back(hit);
                continue;
            }
            const bool fewerPaths = sharedDepth(one, roots) > one.sharedDepth;
            hit.belowWish = (fewerPaths && one.wishedRedundant) || classLeft(one, roots) < one.neededClass;
            if (fewerPaths || hit.belowWish) {
                failure.weakened.push_back(hit);
            }
            living.push_back(at);
        }
        m_down.clear();
        if (living.size() != m_hit.size()) {
            std::ranges::copy_if(m_hit, std::back_inserter(m_down),
                                 [&](int at) { return livingOf(supplied(at), roots) == 0; });
        }
        m_hit = std::move(living);
    }

    /// 0 where none is asked for: it is not looked at.
    [[nodiscard]] int classLeft(const Supplied &supplied, const Roots &roots) const {
        if (supplied.neededClass == 0) {
            return 0;
        }
        std::vector<Cord> cords;
        for (const auto &cord : cordsOf(supplied)) {
            if (!roots.kill(cord.leaf)) {
                cords.push_back({m_estate.node(cord.leaf).id, {}, cord.phases});
            }
        }
        return deliveredClass(m_estate, cords);
    }

    // What gets too much.

    void overload(const Roots &roots, Failure &failure) {
        if (roots.nodes().size() != 1) {
            overloadBeyond(candidates(roots), roots, failure);
            return;
        }
        const int failing = roots.nodes().front();
        for (const auto &found : std::ranges::equal_range(m_sourceOverloads, failing, {}, &SourceOverload::source)) {
            failure.overloads.push_back(found.overload);
        }
        // Where the failure of something above it overloads nothing, its own does not either.
        std::vector<int> nodes;
        for (const int above : m_estate.path(failing).subspan(1)) {
            for (const auto &found : std::ranges::equal_range(m_sourceOverloads, above, {}, &SourceOverload::source)) {
                if (!m_tree.isBelow(above, found.overload.node)) {
                    nodes.push_back(found.overload.node);
                }
            }
        }
        overloadBeyond(std::move(nodes), roots, failure);
    }

    /// Every node to which several failures at once may shift something.
    [[nodiscard]] std::vector<int> candidates(const Roots &roots) const {
        std::vector<int> nodes;
        for (const int at : m_hit) {
            forEachNodeAbove(supplied(at), roots, [&](int node) { nodes.push_back(node); });
        }
        for (const int root : roots.nodes()) {
            if (!m_unseen[static_cast<std::size_t>(root)]) {
                continue;
            }
            for (const int source : m_estate.path(root)) {
                for (const auto &shift : std::ranges::equal_range(m_shifts, source, {}, &Shift::source)) {
                    nodes.push_back(shift.node);
                }
            }
        }
        std::erase_if(nodes, [&roots](int node) { return roots.kill(node); });
        return nodes;
    }

    /// From the cords of what is seen, and what is known of the rest.
    void overloadBeyond(std::vector<int> nodes, const Roots &roots, Failure &failure) {
        if (nodes.empty()) {
            return;
        }
        std::ranges::sort(nodes);
        nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
        auto shifted = shiftedTo(nodes, roots);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto extra = summedUp(std::move(shifted[i]));
            bool atMost = false;
            for (const int root : roots.nodes()) {
                if (!m_unseen[static_cast<std::size_t>(root)]) {
                    continue;
                }
                const auto more = unseenShift(root, nodes[i]);
                const bool any = std::ranges::any_of(more, [](const Step &step) { return step.level != Load{}; });
                atMost = atMost || (any && (roots.nodes().size() > 1 || m_tree.topmostApart(root, nodes[i]) != root));
                extra = combined(extra, more, [](const Load &a, const Load &b) { return a + b; });
            }
            for (auto &overload : judge(nodes[i], extra).overloads) {
                overload.atMost = atMost;
                failure.overloads.push_back(overload);
            }
        }
    }

    [[nodiscard]] std::vector<Changes> shiftedTo(std::span<const int> nodes, const Roots &roots) {
        fillSlots(nodes);
        std::vector<Changes> shifted(nodes.size());
        for (const int at : m_hit) {
            const auto &one = supplied(at);
            forEachNodeAbove(one, roots, [&](int node) {
                if (const int slot = m_slots[static_cast<std::size_t>(node)]; slot >= 0) {
                    addDuring(shifted[static_cast<std::size_t>(slot)], one.during, shiftAt(one, node, roots));
                }
            });
        }
        clearSlots(nodes);
        return shifted;
    }

    void fillSlots(std::span<const int> nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            m_slots[static_cast<std::size_t>(nodes[i])] = static_cast<int>(i);
        }
    }
    void clearSlots(std::span<const int> nodes) {
        for (const int node : nodes) {
            m_slots[static_cast<std::size_t>(node)] = -1;
        }
    }

    // What is known of equipment that is not seen.

    [[nodiscard]] std::vector<Step> unseenThrough(int node) {
        Changes seen;
        forEachSupplied(node, [&](int at) { addDuring(seen, supplied(at).during, loadAt(supplied(at), node, {})); });
        return combined(m_estate.normal(node), summedUp(std::move(seen)),
                        [](const Load &all, const Load &own) { return all - own; });
    }

    /// To this node: what P6 counts, where something above fails no more than draws through what fails.
    [[nodiscard]] std::vector<Step> unseenShift(int failing, int node) {
        const int source = m_tree.topmostApart(failing, node);
        const int fork = m_estate.indexOf(m_estate.node(source).parent);
        const Roots roots(m_tree, {source});
        Changes seen;
        forEachSupplied(cordsBelow(source) < cordsBelow(node) ? source : node, [&](int at) {
            const auto &one = supplied(at);
            const auto cords = cordsOf(one);
            const bool dies = std::ranges::any_of(cords, [&](const LiveCord &cord) { return roots.kill(cord.leaf); });
            const bool lives = std::ranges::any_of(cords, [&](const LiveCord &cord) {
                return !roots.kill(cord.leaf) && m_tree.isBelow(cord.leaf, node) &&
                       (fork < 0 || m_tree.isBelow(cord.leaf, fork));
            });
            if (dies && lives) {
                addDuring(seen, one.during, shiftAt(one, node, roots));
            }
        });
        auto shift = combined(extraOf(m_estate, node, source), summedUp(std::move(seen)),
                              [](const Load &all, const Load &own) { return all - own; });
        if (source == failing) {
            return shift;
        }
        return combined(shift, unseenThrough(failing), [](const Load &most, const Load &through) {
            const std::int64_t lines = through.l1 + through.l2 + through.l3;
            return Load{std::min(most.main, through.main), std::min(most.l1, lines), std::min(most.l2, lines),
                        std::min(most.l3, lines)};
        });
    }

    /// What has another path is carried more by one of its nodes when the other fails: that says how much it is.
    [[nodiscard]] UnseenLoad unseenOf(const Roots &roots) {
        std::vector<Step> through; // main: all, l1: what has another path
        for (const int root : roots.nodes()) {
            if (!m_unseen[static_cast<std::size_t>(root)]) {
                continue;
            }
            through = combined(through, unseenThrough(root), [](const Load &sum, const Load &more) {
                return Load{sum.main + more.main, sum.l1, 0, 0};
            });
            const auto addElsewhere = [&](Steps steps, int sign) {
                through = combined(through, steps, [sign](const Load &sum, const Load &more) {
                    return Load{sum.main, sum.l1 + sign * more.main, 0, 0};
                });
            };
            for (const auto &failover : m_estate.failovers(root)) {
                const int source = m_estate.indexOf(failover.source);
                if (source >= 0 && !roots.kill(source)) {
                    addElsewhere(failover.extra.steps(), 1);
                }
            }
            Changes seen;
            forEachSupplied(root, [&](int at) { addSeenElsewhere(supplied(at), root, roots, seen); });
            addElsewhere(summedUp(std::move(seen)), -1);
        }
        UnseenLoad most;
        const auto offer = [&most](Day day, const Load &level) {
            const Power stopping{
                std::clamp<std::int64_t>(level.main - level.l1, 0, std::max<std::int64_t>(level.main, 0))};
            if (std::pair(stopping.milliwatts, level.main) >
                std::pair(most.stopping.milliwatts, most.through.milliwatts)) {
                most = {Power{level.main}, stopping, day};
            }
        };
        offer(m_window.from, levelOn(through, m_window.from));
        for (const auto &step : through) {
            if (step.from > m_window.from && step.from < m_window.until) {
                offer(step.from, step.level);
            }
        }
        return most;
    }

    void addSeenElsewhere(const Supplied &one, int root, const Roots &roots, Changes &seen) const {
        std::vector<int> sources;
        for (const auto &cord : cordsOf(one)) {
            const int source = m_tree.topmostApart(cord.leaf, root);
            if (!m_tree.isBelow(cord.leaf, root) && !roots.kill(source) &&
                std::ranges::find(sources, source) == sources.end()) {
                sources.push_back(source);
                addDuring(seen, one.during, shiftAt(one, root, Roots(m_tree, {source})));
            }
        }
    }

    // Cooling.

    [[nodiscard]] std::vector<CoolingLeft> coolingLeft(const Failing &failing, const Roots &roots) {
        std::vector<const CoolingUnit *> stopped;
        for (const int root : roots.nodes()) {
            const auto [first, last] = m_tree.range(root);
            auto unit = std::ranges::lower_bound(m_units, first, {}, &Unit::place);
            for (; unit != m_units.end() && unit->place < last; ++unit) {
                stopped.push_back(unit->row);
            }
        }
        for (const auto id : failing.units) {
            if (const auto *row = m_estate.snapshot().coolingUnits.find(id)) {
                stopped.push_back(row);
            }
        }
        std::erase_if(stopped, [this](const CoolingUnit *unit) { return !unit->during.overlaps(m_window); });
        std::ranges::sort(stopped, {}, [](const CoolingUnit *unit) { return std::pair(unit->zone, unit->id); });
        stopped.erase(std::ranges::unique(stopped).begin(), stopped.end());
        std::vector<int> zones;
        std::vector<std::span<const CoolingUnit *const>> units; // of each
        for (std::size_t first = 0, next = 0; first < stopped.size(); first = next) {
            while (next < stopped.size() && stopped[next]->zone == stopped[first]->zone) {
                ++next;
            }
            if (const int zone = m_estate.indexOf(stopped[first]->zone); zone >= 0) {
                zones.push_back(zone);
                units.push_back(std::span(stopped).subspan(first, next - first));
            }
        }
        std::vector<CoolingLeft> left;
        auto gone = zones.empty() ? std::vector<Changes>() : heatThatStops(zones);
        for (std::size_t i = 0; i < zones.size(); ++i) {
            left.push_back(coolingLeftAt(zones[i], units[i], summedUp(std::move(gone[i]))));
        }
        return left;
    }

    /// Heat of what stops itself, at each of these zones and racks.
    [[nodiscard]] std::vector<Changes> heatThatStops(const std::vector<int> &zones) {
        fillSlots(zones);
        std::vector<Changes> heat(zones.size());
        const auto add = [&](int zone, Period during, std::int64_t milliwatts) {
            const int slot = zone < 0 ? -1 : m_slots[static_cast<std::size_t>(zone)];
            if (slot >= 0 && milliwatts > 0) {
                addDuring(heat[static_cast<std::size_t>(slot)], during, {milliwatts, 0, 0, 0});
            }
        };
        for (const int at : m_down) {
            const auto &one = supplied(at);
            add(one.zone, one.during, one.draw.milliwatts - one.heatToWater.milliwatts);
            add(one.door, one.during, one.draw.milliwatts);
        }
        clearSlots(zones);
        return heat;
    }

    [[nodiscard]] CoolingLeft coolingLeftAt(int zone, std::span<const CoolingUnit *const> stopped,
                                            Steps heatGone) const {
        CoolingLeft most{zone, {}, {}, {}, m_window.from, false};
        std::vector<const CoolingUnit *> running;
        std::vector<Day> days{m_window.from};
        for (const auto &unit : m_estate.snapshot().coolingUnits) {
            if (unit.zone != m_estate.node(zone).id || !unit.during.overlaps(m_window)) {
                continue;
            }
            days.insert(days.end(), {unit.during.from, unit.during.until});
            if (std::ranges::find(stopped, &unit) == stopped.end()) {
                running.push_back(&unit);
            } else {
                most.lost.push_back(unit.id);
            }
        }
        if (!m_estate.rules(zone) || m_estate.rules(zone)->dimension != Dimension::Heat) {
            return most; // it counts something else, and how much cools what nobody knows
        }
        const auto heat =
            combined(m_estate.normal(zone), heatGone, [](const Load &all, const Load &gone) { return all - gone; });
        std::ranges::transform(heat, std::back_inserter(days), &Step::from);
        std::ranges::sort(days);
        std::optional<std::int64_t> missing;
        for (const Day day : days) {
            const bool stops =
                std::ranges::any_of(stopped, [day](const CoolingUnit *unit) { return unit->during.contains(day); });
            if (!m_window.contains(day) || !stops) {
                continue;
            }
            std::optional<std::int64_t> left = 0;
            for (const auto *unit : running) {
                if (unit->during.contains(day)) {
                    left = left && unit->sensible ? std::optional(*left + unit->sensible->milliwatts) : std::nullopt;
                }
            }
            const std::int64_t warm = levelOn(heat, day).main;
            if (!missing || warm - left.value_or(0) > *missing) {
                missing = warm - left.value_or(0);
                most.left = left ? std::optional(Power{*left}) : std::nullopt;
                most.heat = Power{warm};
                most.day = day;
            }
        }
        return most;
    }

    const Estate &m_estate;
    Period m_window;
    Tree m_tree;
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

FailureSimulator::FailureSimulator(const Estate &estate, Period window)
    : m_work(std::make_unique<Work>(estate, window)) {
}

FailureSimulator::~FailureSimulator() = default;

Failure FailureSimulator::fail(const Failing &failing) {
    return m_work->fail(failing);
}

const std::vector<NodeHeadroom> &FailureSimulator::headrooms() const {
    return m_work->headrooms();
}

Failing wholeSide(const Estate &estate, SiteId site, const QString &side) {
    Failing failing;
    for (std::size_t i = 0; i < estate.nodeCount(); ++i) {
        const int node = static_cast<int>(i);
        if (isPower(estate, node) && estate.node(node).site == site && estate.side(node) == side) {
            failing.nodes.push_back(node);
        }
    }
    return failing;
}

EveryFailure failEach(const Estate &estate, Period window, std::stop_token stop, const FailureProgress &progress) {
    std::vector<Failing> all;
    for (std::size_t i = 0; i < estate.nodeCount(); ++i) {
        const int node = static_cast<int>(i);
        if (isPower(estate, node) && estate.node(node).during.overlaps(window)) {
            all.push_back({{node}, {}});
        }
    }
    for (const auto &unit : estate.snapshot().coolingUnits) {
        if (unit.during.overlaps(window)) {
            all.push_back({{}, {unit.id}});
        }
    }
    constexpr std::size_t between = 256; // of which nobody notices that they are not told or asked
    FailureSimulator simulator(estate, window);
    EveryFailure every;
    every.headrooms = simulator.headrooms();
    every.failures.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % between == 0) {
            if (stop.stop_requested()) {
                every.cancelled = true;
                return every;
            }
            if (progress) {
                progress(static_cast<int>(i), static_cast<int>(all.size()));
            }
        }
        auto failure = simulator.fail(all[i]);
        FailureSummary summary{std::move(all[i]),
                               static_cast<int>(failure.down.size()),
                               static_cast<int>(failure.weakened.size()),
                               {},
                               failure.unseen,
                               std::move(failure.overloads),
                               std::move(failure.cooling)};
        for (const auto &hit : failure.down) {
            summary.stopping.milliwatts += hit.draw.milliwatts;
        }
        every.failures.push_back(std::move(summary));
    }
    return every;
}

std::optional<int> availabilityOf(const Estate &estate, RackId rack, Day day, std::span<const int> failing) {
    std::vector<Cord> cords;
    bool powered = false;
    for (const int node : estate.powerNodes(rack)) {
        if (!estate.node(node).during.contains(day)) {
            continue;
        }
        powered = true;
        const bool dies = std::ranges::any_of(
            estate.path(node), [failing](int above) { return std::ranges::find(failing, above) != failing.end(); });
        if (!dies) {
            cords.push_back({estate.node(node).id, {}, estate.node(node).phases});
        }
    }
    return powered ? std::optional(cords.empty() ? 0 : deliveredClass(estate, cords)) : std::nullopt;
}

} // namespace polder
