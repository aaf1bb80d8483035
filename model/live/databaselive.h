#pragma once

#include "model/core/connectionsettings.h"
#include "model/live/live.h"

#include <memory>

namespace polder {

/// The record in a PostgreSQL. Connects by itself, follows what others commit, and comes back by itself after a cut
/// connection. To look as another person, open another one.
[[nodiscard]] std::unique_ptr<Live> openDatabaseLive(const ConnectionSettings &settings);

} // namespace polder
