#pragma once

#include "model/engine/charges.h"
#include "model/engine/estate.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// What stops when something of the power chain or the cooling fails, and what the rest then carries. Equipment that
// this viewer sees is named; of all other equipment only sums are known, and only sums are said.
//
// Overloads are those of rule P6 (see Headroom): the normal load of all, with what the failure brings from the cords
// that die. What stops altogether is not taken off above the failed node: it comes back with it. P6 knows the topmost
// failure that two paths do not share. Below that node less fails, and what less fails is counted from the cords
// themselves; where they are other people's, at most what P6 counts.
namespace polder {

/// What fails at once: power nodes with all that hangs below them, and cooling units.
struct Failing {
    std::vector<int> nodes; ///< places among the estate's
    std::vector<CoolingUnitId> units;
};

/// Every power node of a side of a data centre.
[[nodiscard]] Failing wholeSide(const Estate &estate, SiteId site, const QString &side);

/// Equipment that loses cords, as far as this viewer sees it.
struct HitEquipment {
    PlacementId placement;
    Power draw;
    int cords = 0;
    int living = 0;         ///< of them
    bool belowWish = false; ///< lives, and with less than its request or its availability class asks for
    Day from;               ///< the first day of the window on which it stands there

    bool operator==(const HitEquipment &) const = default;
};

/// All other equipment: only what the ledger says. `stopping` is exact for what has one or two cords or as many on each
/// side, and else an estimate.
struct UnseenLoad {
    Power through;  ///< what it draws through what fails
    Power stopping; ///< of that, what has no other path
    Day day;        ///< on which most of it stops

    bool operator==(const UnseenLoad &) const = default;
};

struct LoadOnDay {
    Day day;
    std::int64_t load = 0;
    std::optional<std::int64_t> limit; ///< nullopt: unknown

    bool operator==(const LoadOnDay &) const = default;
};

/// A node that lives and gets more than it may carry under a failure.
struct Overload {
    int node = -1;
    std::size_t quantity = 0; ///< as in `quantities`
    LoadOnDay first, worst;
    bool atMost = false; ///< of a part of it, which is other people's, no more is known

    bool operator==(const Overload &) const = default;
};

/// A zone, or a rack with a door, that loses cooling units, on the day on which most is missing.
struct CoolingLeft {
    int node = -1;
    std::vector<CoolingUnitId> lost;
    std::optional<Power> left; ///< by all units that still run, without a reserve; nullopt: of one nobody knows
    Power heat;                ///< of what does not stop itself
    Day day;
    bool atMost = false; ///< equipment that is not seen stops too, and its heat is still in it

    bool operator==(const CoolingLeft &) const = default;
};

struct Failure {
    std::vector<HitEquipment> down;     ///< no cord lives; by place in the power chain
    std::vector<HitEquipment> weakened; ///< lives, on fewer paths than before or with less than was asked for
    UnseenLoad unseen;
    std::vector<Overload> overloads;  ///< by node, then quantity
    std::vector<CoolingLeft> cooling; ///< by node
};

/// Of a node, under the single failure that leaves it the least part of its failover limit.
struct NodeHeadroom {
    int node = -1;
    int failing = -1;
    std::size_t quantity = 0;
    LoadOnDay at;

    bool operator==(const NodeHeadroom &) const = default;
};

/// Failures in one estate during one window, a maintenance or a day. What all of them need is gathered once. Not for
/// use by several threads at once.
class FailureSimulator {
public:
    /// The estate has to outlive it.
    FailureSimulator(const Estate &estate, Period window);
    FailureSimulator(const FailureSimulator &) = delete;
    FailureSimulator &operator=(const FailureSimulator &) = delete;
    ~FailureSimulator();

    [[nodiscard]] Failure fail(const Failing &failing);
    /// Of every node to which a single failure shifts some load; by node.
    [[nodiscard]] const std::vector<NodeHeadroom> &headrooms() const;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

/// One of all failures.
struct FailureSummary {
    Failing failing; ///< one node or one unit
    int down = 0;
    int weakened = 0;
    Power stopping; ///< by equipment that the viewer sees
    UnseenLoad unseen;
    std::vector<Overload> overloads;
    std::vector<CoolingLeft> cooling;
};

struct EveryFailure {
    std::vector<FailureSummary> failures; ///< of power nodes, then of cooling units; by id
    std::vector<NodeHeadroom> headrooms;  ///< by node
    bool cancelled = false;
};

/// Called now and then; how many of how many.
using FailureProgress = std::function<void(int done, int count)>;

/// Every power node and every cooling unit that is there during the window fails, one after the other.
[[nodiscard]] EveryFailure failEach(const Estate &estate, Period window, std::stop_token stop = {},
                                    const FailureProgress &progress = {});

/// The availability class (deliveredClass) of equipment with a cord in each of the rack's PDUs of that day, or in those
/// that live when something fails. nullopt: the rack has no power; 0: none of it lives.
[[nodiscard]] std::optional<int> availabilityOf(const Estate &estate, RackId rack, Day day,
                                                std::span<const int> failing = {});

} // namespace polder
