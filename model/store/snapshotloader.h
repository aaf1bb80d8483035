#pragma once

#include "model/core/result.h"
#include "model/core/snapshot.h"
#include "model/store/connection.h"

namespace polder {

/// Everything this person may see, as of one generation: each table by one COPY, all in one transaction.
[[nodiscard]] Result<SnapshotPtr> loadSnapshot(DatabaseConnection &connection);

/// What is newer than `previous`, merged into it by key; tables that did not change are shared. The same pointer
/// comes back if nothing is newer. Everything is loaded anew when the day or the viewer's rights have changed, since
/// both change what rows say without changing them.
[[nodiscard]] Result<SnapshotPtr> refreshSnapshot(DatabaseConnection &connection, const SnapshotPtr &previous);

} // namespace polder
