#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"

#include <optional>

namespace polder {

/// What a report of requests wants of one beside its row in the snapshot.
struct RequestClock {
    RequestId request;
    std::optional<Day> decided;
    bool onBehalf = false; ///< submitted by the coordinator
};

} // namespace polder
