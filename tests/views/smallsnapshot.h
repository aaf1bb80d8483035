#pragma once

#include "model/core/snapshot.h"

namespace polder::test {

/// Two sites, HOME with racks A1 and A2 (10 U) and AWAY with B1 (10 U), without power. In A1 stand, from below:
/// "old" at U1-2 on both faces, "front" at U4 on the front, a stranger's U6, U9 out of service.
/// The viewer is facility manager of HOME; request R-1 (1U) is in review, R-2 is a draft of the viewer.
[[nodiscard]] Snapshot smallSnapshot();

inline constexpr RackId rackA1{1};
inline constexpr RackId rackA2{2};
inline constexpr RackId rackB1{3};
inline constexpr PlacementId oldPlacement{1};
inline constexpr PlacementId frontPlacement{2};
inline constexpr RequestId inReview{1};
inline constexpr RequestId draft{2};

} // namespace polder::test
