#pragma once

#include "model/core/snapshot.h"

#include <vector>

namespace polder {

/// Which intentions are worth offering to the viewer for this request, by its state and the viewer's appointments: the
/// table of states as guard.step has it. The record decides; this only keeps buttons away that could never work.
[[nodiscard]] std::vector<QString> offersFor(const Request &request, const Snapshot &snapshot);

/// Whether the viewer may write requests at all.
[[nodiscard]] bool mayAsk(const Viewer &viewer);

} // namespace polder
