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
        Blocked,
        Blank ///< a blanking panel
    };
    /// Of what is in a chassis, in the order of its bays.
    struct Bay {
        int index = 0;
        int count = 0; ///< that the chassis has; 0: it is in none
        QString name;
        bool operator==(const Bay &) const = default;
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
    bool arrived = false; ///< of what is held: it has come, and waits for its installation
    int bays = 0;         ///< that it has itself
    Bay bay = {};         ///< its box is then the chassis'
    QString about = {};   ///< all that the viewer may know of it, in lines; where somebody has filled it in
};

/// All that stands in the rack on this day: first what is anonymous, then what the viewer sees by name, then what is in
/// the bays of a chassis. Contested equipment has no place and is left out.
[[nodiscard]] std::vector<ElevationBox> elevationBoxes(const Snapshot &snapshot, const Rack &rack, Day day);

} // namespace polder
