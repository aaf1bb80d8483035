#pragma once

#include "model/engine/bearing.h"
#include "model/engine/capacity.h"

#include <optional>
#include <vector>

namespace polder {

/// Of what capacity is summed up, the small first.
enum class Level {
    Rack,
    Row,
    Room,
    Site,
    All
};

/// What stops a place from taking more: a resource, and the node whose limit it is. -1: the racks' own units or
/// outlets, or a limit that nobody has said.
struct Binding {
    Resource resource = Resource::Space;
    int node = -1;

    auto operator<=>(const Binding &) const = default;
};

/// All of it, a site, a room of it, a row or a rack of that.
struct Place {
    Level level = Level::All;
    SiteId site;
    RoomId room;
    RowId row;
    RackId rack;

    auto operator<=>(const Place &) const = default;
};
/// Those that a rack is part of.
[[nodiscard]] std::vector<Place> placesOf(const Estate &estate, RackId rack);

/// All racks of one place together.
///
/// U and outlets are sums over the racks, in every column and at every level. So are used and held of the others. Their
/// total and free are what the racks may have together: no node above them gives more than it bears itself, and
/// two racks below one feed do not each have it to themselves. A node that also feeds other places counts with all that
/// it still bears, so free of a site may be less than the sum of its rooms. total is never less than used, held and
/// free together, but where more is used than there is.
struct LevelCapacity {
    Place place;
    Capacities of;

    /// Only with stranded.h: what a reference mix of requests leaves of free, and why.
    std::array<std::int64_t, resourceCount> stranded{};
    std::optional<Binding> binding = {};

    [[nodiscard]] const Capacity &at(Resource resource) const { return of[static_cast<std::size_t>(resource)]; }
};

/// One node of the chain, or what a rack, a floor or a cooling zone bears.
///
/// used and held are sums: of the nodes below, and of what hangs on this one itself. free is what it still bears
/// itself: of a load that may wholly come to it, also while anything else fails. What is neither used nor held nor free
/// waits for a failure.
struct NodeCapacity {
    int node = -1; ///< its place among all
    Resource resource = Resource::Power;
    Capacity of;
    std::int64_t stranded = 0;                       ///< only with stranded.h
    std::array<std::int64_t, 3> strandedPhases = {}; ///< of power: L1, L2, L3
};

/// In the order of the places, from the smallest that is wanted. Rows, rooms and sites are there if a rack of theirs
/// is.
[[nodiscard]] std::vector<LevelCapacity> levelsOn(const Estate &estate, Day day, Level smallest = Level::Rack,
                                                  Detail detail = Detail::All);
[[nodiscard]] std::vector<LevelCapacity> levelsOf(const Estate &estate, std::span<const RackCapacity> racks,
                                                  std::span<const Bearing> bearings, Level smallest = Level::Rack,
                                                  Detail detail = Detail::All);

/// What bookings that are held put on each node, by its place among all.
[[nodiscard]] std::vector<Load> heldByNode(const Estate &estate, Day day);

/// Every node of power, mass and heat that is there or carries something, by id.
[[nodiscard]] std::vector<NodeCapacity> nodesOn(const Estate &estate, Day day);
[[nodiscard]] std::vector<NodeCapacity> nodesOf(const Estate &estate, std::span<const Bearing> bearings, Day day);

} // namespace polder
