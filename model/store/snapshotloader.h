#pragma once

#include "model/core/result.h"
#include "model/core/snapshot.h"
#include "model/store/connection.h"

#include <functional>

namespace polder {

/// Called after each table: how many have come, of how many.
using LoadProgress = std::function<void(int done, int count)>;

/// Everything this person may see, as of one generation: each table by one COPY, all in one transaction.
[[nodiscard]] Result<SnapshotPtr> loadSnapshot(DatabaseConnection &connection, const LoadProgress &progress = {});

/// What is newer than `previous`, merged into it by key; tables that did not change are shared. The same pointer
/// comes back if nothing is newer. Everything is loaded anew when the day or the viewer's rights have changed, since
/// both change what rows say without changing them; also when the record is older than `previous`: a restored backup.
[[nodiscard]] Result<SnapshotPtr> refreshSnapshot(DatabaseConnection &connection, const SnapshotPtr &previous,
                                                  const LoadProgress &progress = {});

} // namespace polder
