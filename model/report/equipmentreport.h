#pragma once

#include "model/core/contactgap.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <span>

namespace polder {

/// Everything that stands there on that day and that the reader may see: whose it is, how old, until when, and what
/// nobody knows of it; and the sums by owner.
[[nodiscard]] Report equipmentReport(const Estate &estate, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                                     std::span<const ContactGap> gaps = {});

} // namespace polder
