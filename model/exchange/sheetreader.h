#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

namespace polder {

/// A cell by row and column, from 0.
struct CellAt {
    int row = 0;
    int column = 0;

    auto operator<=>(const CellAt &) const = default;
};

/// A sheet of a workbook: cells that hold something. A number is a double, a truth value a bool, all else a QString; a
/// date is the number of days that it is in the file (days since 30 December 1899).
using SheetCells = QMap<CellAt, QVariant>;

/// "C7", as a spreadsheet shows it.
[[nodiscard]] QString cellName(CellAt at);

/// The sheets of an XLSX workbook (ECMA-376), by name; values only, of formulas what they came to when it was saved. At
/// most 4 MiB, each part of it at most 16 MiB when unpacked. The error is Invalid and says what about the file is
/// wrong.
[[nodiscard]] Result<QMap<QString, SheetCells>> readWorkbook(const QByteArray &xlsx);

/// Does this begin as a workbook does? (As any ZIP archive.)
[[nodiscard]] bool looksLikeWorkbook(const QByteArray &bytes);

} // namespace polder
