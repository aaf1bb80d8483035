#pragma once

#include "model/engine/capacity.h"

#include <QString>

namespace polder {

/// What capacity is counted in, in the viewer's language.
[[nodiscard]] QString resourceText(Resource resource);
/// Base units as people read them; what is left is rounded down.
[[nodiscard]] QString amountText(Resource resource, std::int64_t base);

} // namespace polder
