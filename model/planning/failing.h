#pragma once

#include "model/core/result.h"
#include "model/engine/failover.h"

#include <QString>

namespace polder {

/// What fails, as people name it: a power node or a cooling unit as it is called everywhere ("LEIDEN UPS-B"), or by
/// SITE/.../NAME with room, rack or nodes above it between them; by the name alone if there is one only, or a node by
/// its id.
[[nodiscard]] Result<Failing> failingNamed(const Estate &estate, const QString &text);

/// What people call it, "LEIDEN UPS-B": as `failingNamed` takes it. It has one node or one unit at least.
[[nodiscard]] QString nameOf(const Estate &estate, const Failing &failing);
[[nodiscard]] QString unitName(const Estate &estate, CoolingUnitId id);

} // namespace polder
