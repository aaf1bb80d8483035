#include "model/engine/failover.h"

#include "model/engine/failurework.h"
#include "model/engine/fit.h"

#include <algorithm>
#include <utility>

namespace polder {

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
