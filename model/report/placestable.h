#pragma once

#include "model/engine/stranded.h"
#include "model/report/report.h"
#include "model/report/scope.h"

namespace polder {

/// U, kW, kg, heat, kVA and floor load of the scope and of what is right below it. All columns but free are sums over
/// racks, and total + over = blocked + used + held + free + limited_upstream, exactly.
[[nodiscard]] ReportTable placesTable(const Estate &estate, const EstateCapacity &capacity, Day day,
                                      const ReportScope &scope);

/// Whether such a table has it: the scope and what is right below it.
[[nodiscard]] bool isShown(const Place &place, const ReportScope &scope);
/// SITE/ROOM/ROW ..., or `institution`.
[[nodiscard]] QString nameOf(const Estate &estate, const Place &place);
[[nodiscard]] QHash<QString, QString> levelWords();
[[nodiscard]] QHash<QString, QString> placeWords(); ///< what people call `institution`

/// Under which single failure each node has least left, the tightest first; so many at most.
[[nodiscard]] ReportTable headroomTable(const Estate &estate, Day day, const ReportScope &scope, std::size_t most);

[[nodiscard]] QStringList placesDefinitions();
[[nodiscard]] QString headroomDefinition();

} // namespace polder
