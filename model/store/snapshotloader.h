#pragma once

#include "model/core/knownrecord.h"
#include "model/core/result.h"
#include "model/store/connection.h"

#include <functional>
#include <optional>

namespace polder {

/// Called after each table: how many have come, of how many.
using LoadProgress = std::function<void(int done, int count)>;

/// Everything this person may see, as of one generation: each table by one COPY, all in one transaction.
[[nodiscard]] Result<SnapshotPtr> loadSnapshot(DatabaseConnection &connection, const LoadProgress &progress = {});

/// The newest generation that is this one or was made by the end of this day; neither given: the newest of all.
/// nullopt: there is none, or the day has not come.
[[nodiscard]] Result<std::optional<KnownAt>> knownAt(DatabaseConnection &connection,
                                                     std::optional<std::int64_t> generation, std::optional<Day> day);

/// For the rest of the transaction the views of the past are of that generation, looked at on that day.
[[nodiscard]] Status lookBack(DatabaseConnection &connection, const KnownAt &known);

/// Everything as it was known then. What the person may see is judged by the rights of today; names of people are those
/// of today; a hold counts if it had not lapsed by that day.
[[nodiscard]] Result<SnapshotPtr> loadSnapshotAsKnown(DatabaseConnection &connection, const KnownAt &known,
                                                      const LoadProgress &progress = {});

/// What is newer than `previous`, merged into it by key; tables that did not change are shared. The same pointer
/// comes back if nothing is newer. Everything is loaded anew when the day or the viewer's rights have changed, since
/// both change what rows say without changing them; also when the record is older than `previous`: a restored backup.
[[nodiscard]] Result<SnapshotPtr> refreshSnapshot(DatabaseConnection &connection, const SnapshotPtr &previous,
                                                  const LoadProgress &progress = {});

} // namespace polder
