#pragma once

#include "model/core/meterreading.h"
#include "model/report/indicators.h"
#include "model/report/report.h"
#include "model/report/scope.h"

#include <span>

namespace polder {

/// The yearly figures of each data centre, by the list of indicators that is in force on the day of the report: of the
/// calendar months from the first day to the day of the report. What is metered is summed up, or its mean; what the
/// record knows comes from it. An indicator of which a month is missing has no value, nor has a ratio that needs it:
/// the table `missing` says which.
///
/// PUE = E_DC / E_IT, WUE = W_IN / E_IT, ERF = E_REUSE / E_DC, REF = E_RES / E_DC.
/// `readings`: by site, indicator, node and day.
[[nodiscard]] Report energyReport(const Estate &estate, Day from, Day asOf, const QDateTime &knownAt,
                                  const ReportScope &scope, std::span<const MeterReading> readings,
                                  std::span<const IndicatorList> lists = indicatorLists());

} // namespace polder
