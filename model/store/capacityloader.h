#pragma once

#include "model/core/connectionsettings.h"
#include "model/store/snapshotloader.h"

namespace polder {

/// What a report of capacity reads. The figures are those of the whole record; what it does not read is empty.
enum class CapacityRead {
    Racks,  ///< U, power and mass of every rack on one day: sums of that day
    Outlook ///< and the power chain, outlets, open requests, what was and what is to come
};

/// Loads that much as of a day (nullopt: today) by two connections side by side, which see the same moment; by the one
/// where a second cannot be had. The tables that both share are read in full.
[[nodiscard]] Result<SnapshotPtr> loadCapacity(DatabaseConnection &connection, const ConnectionSettings &another,
                                               CapacityRead read, std::optional<Day> asOf);

} // namespace polder
