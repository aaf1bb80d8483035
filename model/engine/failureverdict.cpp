#include "model/engine/failurework.h"

#include "model/engine/fit.h"

namespace polder {

Failure FailureSimulator::Work::fail(const Failing &failing) {
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

void FailureSimulator::Work::hitEquipment(const Roots &roots, Failure &failure) {
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

int FailureSimulator::Work::classLeft(const Supplied &supplied, const Roots &roots) const {
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

void FailureSimulator::Work::overload(const Roots &roots, Failure &failure) {
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

std::vector<int> FailureSimulator::Work::candidates(const Roots &roots) const {
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

void FailureSimulator::Work::overloadBeyond(std::vector<int> nodes, const Roots &roots, Failure &failure) {
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

std::vector<Changes> FailureSimulator::Work::shiftedTo(std::span<const int> nodes, const Roots &roots) {
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

void FailureSimulator::Work::fillSlots(std::span<const int> nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        m_slots[static_cast<std::size_t>(nodes[i])] = static_cast<int>(i);
    }
}

void FailureSimulator::Work::clearSlots(std::span<const int> nodes) {
    for (const int node : nodes) {
        m_slots[static_cast<std::size_t>(node)] = -1;
    }
}

} // namespace polder
