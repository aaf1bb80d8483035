#pragma once

#include "model/engine/estate.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace polder {

/// U, active power and mass: what a capacity report counts.
enum class Resource {
    Space,
    Power,
    Mass
};
inline constexpr std::array<Resource, 3> resources{Resource::Space, Resource::Power, Resource::Mass};

/// Of one resource on one day, in base units (half units, mW, g).
///
/// The power of a rack is what it can take and still live when one side fails: the least of its heat limit and of what
/// the rack PDUs of each side may carry alone. What is shared with other racks further up is not in it.
///
/// Space always reconciles: total = blocked + used + held + free. Of power and mass `free` is never less than 0, so
/// where more is used than there is, used is more than the total.
struct Capacity {
    std::optional<std::int64_t> total; ///< nullopt: nobody has said what it may take
    std::int64_t blocked = 0;
    std::int64_t used = 0;
    std::int64_t held = 0; ///< held or delivered, not yet installed; only of bookings that the viewer sees
    std::int64_t free = 0;

    bool operator==(const Capacity &) const = default;
    Capacity &operator+=(const Capacity &o);
    /// Of 1000: what is not free. nullopt: there is no total.
    [[nodiscard]] std::optional<int> permilleTaken() const;
};

struct RackCapacity {
    RackId rack;
    std::array<Capacity, 3> of;         ///< by Resource
    Resource binding = Resource::Space; ///< of which the least share is free

    [[nodiscard]] const Capacity &at(Resource resource) const { return of[static_cast<std::size_t>(resource)]; }
};

/// Every rack that is there on this day, by id.
[[nodiscard]] std::vector<RackCapacity> capacityOn(const Estate &estate, Day day);

/// The sum over racks. Unknown totals add nothing to the total.
[[nodiscard]] std::array<Capacity, 3> sumOf(std::span<const RackCapacity> racks);

} // namespace polder
