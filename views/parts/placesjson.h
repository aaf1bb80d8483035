#pragma once

#include "model/engine/floorspot.h"
#include "model/engine/moves.h"

#include <QJsonArray>

namespace polder {

/// As an intention takes places: one for each piece, from this one up, with the outlets that are given.
[[nodiscard]] QJsonArray placesJson(const NearSpot &place, const Snapshot &snapshot);
/// Where it stands.
[[nodiscard]] QJsonObject placeJson(const Placement &placement, const Snapshot &snapshot);

/// A place on a floor.
[[nodiscard]] QJsonObject spotJson(const FloorSpot &spot);

} // namespace polder
