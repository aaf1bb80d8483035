#pragma once

#include "views/paper/elevationboxes.h"

namespace polder {

/// What occupies or holds a place in a rack, since when and until when, in lines, as far as the viewer may see it.
[[nodiscard]] QString boxText(const Snapshot &snapshot, const Rack &rack, const ElevationBox &box);

/// Of each unit from the bottom: that it is free on this day, and until when.
[[nodiscard]] std::vector<QString> freeUnitTexts(const Snapshot &snapshot, const Rack &rack, Day day);

} // namespace polder
