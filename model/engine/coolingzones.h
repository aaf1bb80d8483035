#pragma once

#include "model/engine/failover.h"

namespace polder {

/// What cools some racks of a data centre on a day: a zone, or the door of a rack.
struct CoolingZone {
    int node = -1;  ///< its place among the estate's
    int racks = 0;  ///< that give their heat to it
    LoadOnDay heat; ///< and what it may be, with one unit in reserve; no limit: nobody knows it
    std::vector<CoolingUnitId> units;
    std::optional<Power> installed; ///< by all units together; nullopt: of one nobody knows
};

/// By node; those of the data centre that are there on the day.
[[nodiscard]] std::vector<CoolingZone> coolingZonesOf(const Estate &estate, SiteId site, Day day);

} // namespace polder
