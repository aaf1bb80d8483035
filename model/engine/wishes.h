#pragma once

#include "model/engine/estate.h"
#include "model/engine/placer.h"

#include <vector>

// What requests wish for their pieces: all within one rack, row, room or data centre, or no two of them. The record
// warns where that is not met (guard.unmet_wishes); what is planned here meets it.
namespace polder {

struct Wishes {
    Within together = Within::Anything;
    Within apart = Within::Anything;
    std::vector<RackId> beside; ///< where pieces of the request stand already

    [[nodiscard]] bool any() const { return together != Within::Anything || apart != Within::Anything; }
};

/// Of a request, with the last place of each of its pieces; none of what is no request.
[[nodiscard]] Wishes wishesOf(RequestId request, const Snapshot &snapshot);

/// Whether one more piece may stand in this rack: in a part where others are, or in one where none is.
[[nodiscard]] bool allows(const Wishes &wishes, const Estate &estate, const Rack &rack);

/// How far places fall short of them: parts beyond the first, and pieces beyond the first of a part.
[[nodiscard]] int unmet(const Wishes &wishes, const Estate &estate);

} // namespace polder
