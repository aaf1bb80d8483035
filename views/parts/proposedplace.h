#pragma once

#include <QObject> // before <compare>, which moc of Qt 6.4 cannot read alone

#include "model/engine/floorspot.h"
#include "model/engine/moves.h"

namespace polder {

/// A place that is thought of, with what it is for, so that it can be adjusted and then booked.
struct ProposedPlace {
    RackSpot spot;
    Wanted wanted;
    RequestItemId item = {}; ///< that it was looked for; none: a free search
    PlacementId moved = {};  ///< of what is held elsewhere, and would be held here instead
};

/// The same on the floor: the piece that is looked at, and where the others of its item would stand.
struct ProposedSpot {
    FloorSpot spot;
    RequestItemId item;
    std::vector<FloorSpot> beside = {};
    Day from; ///< on which it would come
};

} // namespace polder
