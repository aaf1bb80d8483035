#pragma once

#include "model/core/snapshot.h"

#include <QByteArray>

#include <vector>

namespace polder {

/// What stands, or is held, on a floor and has not left: of a request, or of one piece of equipment.
[[nodiscard]] std::vector<PlacementId> floorPlacesOf(const Snapshot &snapshot, RequestId request,
                                                     EquipmentId equipment = {});

/// Of a room, what is held there and has not come yet.
[[nodiscard]] std::vector<PlacementId> floorPlacesOf(const Snapshot &snapshot, RoomId room);

/// The site-preparation sheet: of each place on a floor what the room has to give before the instrument comes (floor,
/// clearance, power, heat, media, surroundings, the way in), boxes to tick, and the plan to scale with its footprint
/// drawn thick. Wants a QApplication; the same record gives the same bytes.
[[nodiscard]] QByteArray siteSheets(const Snapshot &snapshot, const std::vector<PlacementId> &places);

} // namespace polder
