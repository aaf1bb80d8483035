#pragma once

#include "model/core/ownerperson.h"
#include "model/engine/failover.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <span>

namespace polder {

/// What a maintenance touches: equipment that stops, that loses a path, nodes and zones that get too much, and who has
/// to be told, with a text for each. Equipment that the reader may not see is told as a sum.
/// `name`: of what is taken out of service. `window`: its days. `scope`: of the equipment. `owners`: whom one tells of
/// what happens to a device, by equipment.
[[nodiscard]] Report maintenanceReport(const Estate &estate, const Failing &failing, const QString &name, Period window,
                                       const QDateTime &knownAt, const ReportScope &scope,
                                       std::span<const OwnerPerson> owners = {});

/// The addresses of those who have to be told.
[[nodiscard]] QStringList peopleToTell(const Report &maintenance);

/// Its days as an event for a calendar; `name` as above.
[[nodiscard]] QByteArray maintenanceEvent(const Report &maintenance, const QString &name, Period window);

/// "2027-02-03", or "2027-02-03 to 2027-02-05".
[[nodiscard]] QString daysText(const Period &window);

/// What people call what fails, as reports take it.
[[nodiscard]] QString outageName(const Estate &estate, const Failing &failing);

} // namespace polder
