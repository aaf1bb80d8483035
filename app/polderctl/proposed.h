#pragma once

#include "model/planning/bookedplace.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

// Bookings that are proposed and not yet made, as a program and as a person reads them.
namespace polder::ctl {

/// What stands there, of which request, where and when.
[[nodiscard]] QJsonObject proposedJson(const Estate &estate, const Placement &placement);

/// The same as cells under these headers.
[[nodiscard]] QStringList proposedHeaders();
[[nodiscard]] QStringList proposedCells(const Estate &estate, const Placement &placement);

[[nodiscard]] QString isoDate(Day day);
/// null: no end.
[[nodiscard]] QJsonValue endJson(Period during);

} // namespace polder::ctl
