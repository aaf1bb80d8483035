#pragma once

#include "tests/support/testcluster.h"

namespace polder::test {

/// The smallest estate on 1 March 2027, with logins p_manager, p_other (Otto Other, a second facility manager) and
/// p_researcher; an empty rack R2 beside R1; and in R1 since 2026, without cords, a shelf at U3 (placement 2) and a
/// drawer at U4 (placement 3). A template: copyOf() it.
[[nodiscard]] QString handEstate(TestCluster &cluster);

} // namespace polder::test
