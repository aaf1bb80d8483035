#pragma once

#include "model/core/knownrecord.h"
#include "model/core/result.h"
#include "model/store/connection.h"

#include <vector>

// What single reports read beside the snapshot.
namespace polder {

/// Of the requests that the person may see, as it was known then; by id.
[[nodiscard]] Result<std::vector<RequestClock>> loadRequestClocks(DatabaseConnection &connection, const KnownAt &known);

/// Shares and usage that the person may see, and all rates, as they were known then.
[[nodiscard]] Result<Settlement> loadSettlement(DatabaseConnection &connection, const KnownAt &known);

/// Of the data centres whose readings the person may see, as they were known then; by site, indicator, node and day.
[[nodiscard]] Result<std::vector<MeterReading>> loadMeterReadings(DatabaseConnection &connection, const KnownAt &known);

/// Puts away what has lapsed: else the same generation would say something else tomorrow. A standby cannot, and need
/// not.
[[nodiscard]] Status lapseHolds(DatabaseConnection &connection);

/// Of one generation what the question asks for. NotFound: nothing was known by the end of that day, or it has not
/// come.
[[nodiscard]] Result<KnownRecord> loadKnownRecord(DatabaseConnection &connection, const RecordQuestion &question);

} // namespace polder
