#pragma once

#include "model/core/snapshot.h"

namespace polder {

/// An item in a few words: its model, its description, or its height.
[[nodiscard]] QString itemName(const RequestItem &item, const Snapshot &snapshot);

/// With its number and the figures that were given: "6 × Dell R760, 2U, 500 W, 19 kg, cords: 2 C14".
[[nodiscard]] QString itemText(const RequestItem &item, const Snapshot &snapshot);

/// How far it has come: "4 of 6 held".
[[nodiscard]] QString heldText(const RequestItem &item, const Snapshot &snapshot);

} // namespace polder
