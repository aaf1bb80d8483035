#pragma once

#include "model/engine/capacity.h"
#include "model/engine/placer.h"
#include "model/items/comparemodel.h"

#include <span>

namespace polder {

/// The best three places beside each other: where, into which outlets, what their racks have left once it stands there,
/// and every score with its weight. The best of a criterion says so. `capacities`: of today, by rack.
[[nodiscard]] std::vector<CompareRow> compareRows(const SearchResult &result, const Wanted &wanted,
                                                  const Snapshot &snapshot, std::span<const RackCapacity> capacities);

} // namespace polder
