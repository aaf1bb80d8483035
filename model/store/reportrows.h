#pragma once

#include "model/core/knownrecord.h"
#include "model/core/result.h"
#include "model/store/connection.h"

// What single reports read beside the snapshot.
namespace polder {

/// What is in no snapshot, as it was known then and as far as the person may see it; rates are for everybody.
[[nodiscard]] Result<KnownRecord> loadBeside(DatabaseConnection &connection, const KnownAt &known, Beside beside);

/// Puts away what has lapsed: else the same generation would say something else tomorrow. A standby cannot, and need
/// not.
[[nodiscard]] Status lapseHolds(DatabaseConnection &connection);

/// Of one generation what the question asks for. NotFound: nothing was known by the end of that day, or it has not
/// come.
[[nodiscard]] Result<KnownRecord> loadKnownRecord(DatabaseConnection &connection, const RecordQuestion &question);

} // namespace polder
