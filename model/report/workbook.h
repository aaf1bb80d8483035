#pragma once

#include "model/core/result.h"
#include "model/report/readable.h"

#include <QByteArray>

namespace polder {

/// A report as a workbook: a sheet for each table, with numbers as numbers, and one that says what they mean. The same
/// report gives the same bytes.
[[nodiscard]] Result<QByteArray> toXlsx(const ReadableReport &report);

} // namespace polder
