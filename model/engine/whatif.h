#pragma once

#include "model/engine/estate.h"

#include <span>

namespace polder {

/// The estate as if these bookings were not there: their boxes, outlets and loads are free. Only bookings that the
/// viewer sees can be left out.
[[nodiscard]] Estate withoutPlacements(const Estate &estate, std::span<const PlacementId> placements);

} // namespace polder
