#pragma once

#include "model/engine/estate.h"
#include "model/engine/together.h"

#include <vector>

namespace polder {

/// What a change of the building breaks, of which limit, topology, model, room, policy or agreement ever: what stands
/// `after` it and fits no more, or less than `before`, as the guard lists it where it wants a reason. A sum is of all
/// that stands there, so nothing is asked and no booking is named.
[[nodiscard]] std::vector<Refusal> brokenBy(const Estate &before, const Estate &after);

} // namespace polder
