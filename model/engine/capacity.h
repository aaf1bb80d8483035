#pragma once

#include "model/engine/estate.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace polder {

/// What capacity is counted in: U, active power, mass, heat, power outlets, apparent power of all phases together, what
/// the floor below racks bears.
enum class Resource {
    Space,
    Power,
    Mass,
    Heat,
    Outlets,
    Apparent,
    Floor
};
inline constexpr std::size_t resourceCount = 7;
/// Those that overviews show; the others are for reports.
inline constexpr std::array<Resource, 5> everydayResources{Resource::Space, Resource::Power, Resource::Mass,
                                                           Resource::Heat, Resource::Outlets};
/// Those of the report by rack. Of a rack the heat is in its power: what it draws, it has to get rid of.
inline constexpr std::array<Resource, 3> resources{Resource::Space, Resource::Power, Resource::Mass};

/// Of one resource on one day, in base units (half units, mW, g, pieces, mVA).
///
/// The power of a rack is what it can take and still live when one side fails: the least of its heat limit and of what
/// the rack PDUs of each side may carry alone. What is shared with other racks further up is not in it. Apparent power
/// is that of the rack PDUs in the same way.
///
/// Space and outlets always reconcile: total = blocked + used + held + free. Of the others `free` is never less than 0,
/// so where more is used than there is, used is more than the total.
struct Capacity {
    std::optional<std::int64_t> total; ///< nullopt: nobody has said what it may take
    std::int64_t blocked = 0;
    std::int64_t used = 0;
    /// Held or delivered, not yet installed; only of bookings that the viewer sees. A half unit in which something else
    /// stands too is used.
    std::int64_t held = 0;
    std::int64_t free = 0;
    std::int64_t partly = 0; ///< of used and held half units: those in which another box would still fit

    bool operator==(const Capacity &) const = default;
    Capacity &operator+=(const Capacity &o);
    /// Of 1000: what is not free. nullopt: there is no total.
    [[nodiscard]] std::optional<int> permilleTaken() const;
};

using Capacities = std::array<Capacity, resourceCount>; ///< by Resource

struct RackCapacity {
    RackId rack;
    Capacities of;
    Resource binding = Resource::Space; ///< of `resources`, the one of which the least share is free

    bool operator==(const RackCapacity &) const = default;
    [[nodiscard]] const Capacity &at(Resource resource) const { return of[static_cast<std::size_t>(resource)]; }
};

/// Held or delivered, not yet installed: what `held` counts.
[[nodiscard]] bool isHeldOn(const Placement &placement, const Snapshot &snapshot, Day day);

/// How closely racks are looked at.
enum class Detail {
    Taken, ///< U, power and mass; what is held is in used
    Loads, ///< and heat, apparent power, the floor
    Held,  ///< U, power and mass, what is held told apart
    All    ///< and heat, outlets, apparent power, the floor, what is partly used
};
/// Every rack that is there on this day, by id.
[[nodiscard]] std::vector<RackCapacity> capacityOn(const Estate &estate, Day day, Detail detail = Detail::All);

/// The sum over racks. Unknown totals add nothing to the total.
[[nodiscard]] Capacities sumOf(std::span<const RackCapacity> racks);

} // namespace polder
