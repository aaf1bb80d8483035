#pragma once

#include "model/core/result.h"
#include "model/store/connection.h"

#include <functional>

namespace polder {

using Progress = std::function<void(const QString &what, int permille)>;

/// Loads the invented demo estate (sql/demo), all of it or nothing. False: the database has an estate already, and
/// nothing was changed. Needs the database's owner or a superuser.
[[nodiscard]] Result<bool> loadDemo(DatabaseConnection &connection, const Progress &progress = {});

/// Fills an empty database with a synthetic estate: the same numbers and seed make the same estate.
[[nodiscard]] Status generateEstate(DatabaseConnection &connection, qint64 racks, qint64 devices, qint64 seed,
                                    const Progress &progress = {});

} // namespace polder
