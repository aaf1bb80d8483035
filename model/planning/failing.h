#pragma once

#include "model/core/result.h"
#include "model/engine/failover.h"

#include <QString>

namespace polder {

/// What fails, as people name it: a power node or a cooling unit as it is called everywhere ("LEIDEN UPS-B"), or by
/// SITE/.../NAME with room, rack or nodes above it between them; by the name alone if there is one only, or a node by
/// its id.
[[nodiscard]] Result<Failing> failingNamed(const Estate &estate, const QString &text);

/// As `failingNamed` takes it.
[[nodiscard]] QString unitName(const Estate &estate, CoolingUnitId id);

} // namespace polder
