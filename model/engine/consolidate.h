#pragma once

#include "model/engine/plan.h"

#include <chrono>
#include <span>
#include <stop_token>
#include <vector>

namespace polder {

/// A device goes to another rack: its booking ends on the day, and this one begins.
struct RackMove {
    PlacementId placement;
    RackId from;
    Addition to;
};

/// Rooms in which as few racks as possible are in use, with as few moves as that takes.
///
/// Both bounds are sums: what stands there has a volume, a weight and heat, wherever it goes; and a rack is only empty
/// once everything in it has moved.
struct Consolidation {
    std::vector<RackMove> moves; ///< each can be made once those before it are
    std::vector<RackId> emptied;
    int racksBefore = 0; ///< in use
    int racksAfter = 0;
    int racksBound = 0; ///< no plan leaves fewer in use
    int movesBound = 0; ///< to leave so few in use takes no fewer
    bool cancelled = false;

    [[nodiscard]] bool isOptimal() const {
        return racksAfter == racksBound && std::ssize(moves) == std::ptrdiff_t{movesBound};
    }
};

/// From this day on. Only what the viewer sees and what stands on rails moves, and nothing twice; a rack with anything
/// else in it stays in use. Several orders are tried, as long as there is time.
[[nodiscard]] Consolidation consolidate(SnapshotPtr snapshot, std::span<const RoomId> rooms, Day from,
                                        std::chrono::steady_clock::time_point until, std::stop_token stop = {});

/// Every move in turn, judged by the whole verdict after those before it; and after all of them no request has its
/// pieces less together or less apart than it wished and had.
[[nodiscard]] bool isSound(const Estate &estate, std::span<const RackMove> moves, Day from);

} // namespace polder
