#pragma once

#include "model/core/snapshot.h"

#include <vector>

namespace polder {

/// What an elevation draws as one rectangle.
struct ElevationBox {
    enum class Kind {
        Device,  ///< installed
        Held,    ///< held or delivered
        Leaving, ///< decommissioning
        Taken,   ///< occupied; the viewer may not see by what
        Blocked
    };

    Kind kind = Kind::Device;
    int huFrom = 0;
    int huUntil = 0;
    int widthFrom = 0; ///< halves, from the left as seen from the front
    int widthUntil = 2;
    int slot = 0;          ///< beside the rails, seen from behind; then without units. 0: on the rails
    bool front = true;     ///< touches the front rails
    bool rear = true;      ///< touches the rear
    PlacementId placement; ///< none for Taken and Blocked
    EquipmentId equipment;
    QString label;
};

/// All that stands in the rack on this day: first what is anonymous, then what the viewer sees by name. Contested
/// equipment has no place and is left out.
[[nodiscard]] std::vector<ElevationBox> elevationBoxes(const Snapshot &snapshot, const Rack &rack, Day day);

} // namespace polder
