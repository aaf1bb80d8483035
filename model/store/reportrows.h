#pragma once

#include "model/core/meterreading.h"
#include "model/core/requestclock.h"
#include "model/core/settlement.h"
#include "model/store/snapshotloader.h"

#include <vector>

// What single reports read beside the snapshot.
namespace polder {

/// Of the requests that the person may see, as it was known then; by id.
[[nodiscard]] Result<std::vector<RequestClock>> loadRequestClocks(DatabaseConnection &connection, const KnownAt &known);

/// Shares and usage that the person may see, and all rates, as they were known then.
[[nodiscard]] Result<Settlement> loadSettlement(DatabaseConnection &connection, const KnownAt &known);

/// Of the data centres whose readings the person may see, as they were known then; by site, indicator, node and day.
[[nodiscard]] Result<std::vector<MeterReading>> loadMeterReadings(DatabaseConnection &connection, const KnownAt &known);

} // namespace polder
