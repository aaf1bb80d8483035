#pragma once

#include "model/engine/quota.h"

namespace polder {

/// "LUMC: 312U + 4U of 400U · 12 kW + 2.4 kW of 50 kW"; what is too much, and that there is no agreement, is said with
/// its rule.
[[nodiscard]] QString quotaText(const QuotaEffect &effect, const Snapshot &snapshot);

} // namespace polder
