#pragma once

#include "model/engine/estate.h"

#include <QJsonObject>
#include <QStringList>

namespace polder {

/// Where a booking in a rack stands, as the intentions take a place: rack, unit, face, half, outlets.
[[nodiscard]] QJsonObject placeOf(const Estate &estate, const Placement &placement);

/// "DC1-C01-PDU-A:C13-8"
[[nodiscard]] QStringList outletNames(const Estate &estate, const Placement &placement);

} // namespace polder
