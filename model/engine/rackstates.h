#pragma once

#include "model/engine/capacity.h"

#include <array>
#include <optional>
#include <vector>

namespace polder {

/// What a plan can tell of one rack on a day. Shares are of 1000, of what its limit is; nullopt: nobody has said it.
struct RackState {
    /// Whether it takes in air where the plan shows cold air.
    enum class Air {
        Unknown,
        Suits,
        Against
    };

    RackCapacity capacity;
    std::array<std::optional<int>, 2>
        sides; ///< of the fullest rack PDU on the first and the second side by name, normally
    /// Of the tightest node between its rack PDUs and the supply under the worst single failure.
    std::optional<int> failover;
    Air air = Air::Unknown;
    std::vector<OrganisationId> tenants; ///< by id, of what the viewer sees
    bool strangers = false;              ///< and something else stands there
    std::optional<Day> nextEnd;          ///< the first day on which something of it is free again

    bool operator==(const RackState &) const = default;
    [[nodiscard]] RackId rack() const { return capacity.rack; }
};

/// Every rack of the room that is there on this day, by id.
[[nodiscard]] std::vector<RackState> rackStatesOn(const Estate &estate, RoomId room, Day day);

} // namespace polder
