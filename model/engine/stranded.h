#pragma once

#include "model/engine/envelope.h"
#include "model/engine/levels.h"

#include <stop_token>
#include <vector>

namespace polder {

/// What is asked for most, with how often: the measure of what free capacity is good for. Ours; this is the one place.
struct ReferenceRequest {
    Envelope item;
    int times = 1;
};
/// Policy::referenceMix as requests.
[[nodiscard]] std::vector<ReferenceRequest> referenceMix(const Policy &policy);

/// One of them in its place.
struct Filled {
    RackId rack;
    std::size_t request = 0; ///< its place in the mix
    Height position;
    std::vector<Cord> cords;
};

/// Why a rack takes no more of the mix.
struct FullRack {
    RackId rack;
    /// What is short for that request of the mix for which the least is; of several, the first of a Resource.
    Binding binding;
    /// Nothing else is: with more of that alone, the rack would take more.
    bool alone = false;
};

struct Filling {
    std::vector<Filled> placed;
    std::vector<FullRack> racks;   ///< by id
    std::vector<Bearing> bearings; ///< with all that is placed
    bool cancelled = false;        ///< nothing of it counts
};

/// Fills the estate of one day up with the reference mix, until no rack takes any of it: in turn one request for each
/// rack, by id, so that what racks share goes to all of them alike. Each stands in the lowest gap, on outlets of two
/// sides and the phase that carries least, if that is admitted, else on any two outlets.
///
/// All that checkBooking judges of such a booking for that day holds for each of them.
[[nodiscard]] Filling fillUp(const Estate &estate, Day day, std::stop_token stop = {});

struct EstateCapacity {
    std::vector<LevelCapacity> levels;
    std::vector<NodeCapacity> nodes;
    bool cancelled = false;
};
/// Levels and nodes with what is stranded: free, but not for the mix, for want of something else. Of U and outlets it
/// adds up over the levels as they do. Of a level the binding constraint is the one that strands the most of its U; if
/// none is stranded, the one that fills most racks.
[[nodiscard]] EstateCapacity estateCapacityOn(const Estate &estate, Day day, std::stop_token stop = {});

} // namespace polder
