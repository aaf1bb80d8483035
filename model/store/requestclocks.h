#pragma once

#include "model/core/requestclock.h"
#include "model/store/snapshotloader.h"

#include <vector>

namespace polder {

/// Of the requests that the person may see, as it was known then; by id.
[[nodiscard]] Result<std::vector<RequestClock>> loadRequestClocks(DatabaseConnection &connection, const KnownAt &known);

} // namespace polder
