#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"

#include <optional>

namespace polder {

/// Of equipment whom nobody answers for: who is not named, and who is and has left, on which day.
struct ContactGap {
    EquipmentId equipment;
    bool noSponsor = false;
    std::optional<Day> sponsorLeft;
    bool noSecurity = false;
    std::optional<Day> securityLeft;
    std::optional<Day> contactLeft; ///< the first of the technical contacts
};

} // namespace polder
