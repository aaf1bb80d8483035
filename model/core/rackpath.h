#pragma once

#include "model/core/snapshot.h"

#include <QStringView>

namespace polder {

/// "SITE/ROOM/RACK", as people write it; empty if the snapshot does not have the rack.
[[nodiscard]] QString rackPath(const Snapshot &snapshot, RackId id);

/// "SITE/ROOM" likewise.
[[nodiscard]] QString roomPath(const Snapshot &snapshot, RoomId id);

/// The rack of that name, or nullptr. Upper and lower case are the same to people.
[[nodiscard]] const Rack *findRack(const Snapshot &snapshot, QStringView path);

} // namespace polder
