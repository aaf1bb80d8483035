#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>
#include <variant>
#include <vector>

namespace polder {

/// A number, a text, or nothing. The kind decides what a spreadsheet may make of it: −5 is a number, "-5" a text.
using CsvCell = std::variant<std::monostate, qint64, double, QString>;

/// Writes comma-separated values as RFC 4180 has them: UTF-8 without byte-order mark, lines end in CR LF.
///
/// A text that a spreadsheet would run as a formula (its first character is = + - @, a tab or a carriage return) gets
/// an apostrophe in front, as the spreadsheets themselves mark text. Names that people typed are data, not commands.
class CsvWriter {
public:
    void writeRow(std::span<const CsvCell> cells);
    void writeRow(std::initializer_list<CsvCell> cells) { writeRow(std::span(cells.begin(), cells.size())); }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

struct CsvRow {
    int line = 0; ///< on which it begins, from 1
    QStringList cells;
};

/// Reads comma-separated values as RFC 4180 has them; also lines that end in LF, and a byte-order mark, which
/// spreadsheets write. Empty lines are skipped. Cells are taken as they are, an apostrophe in front included.
/// Refused, as Invalid with `data["line"]`: a quote that is not closed or stands within a bare cell, bytes that are
/// not UTF-8, a row with another number of cells than the first.
[[nodiscard]] Result<std::vector<CsvRow>> readCsv(const QByteArray &bytes);

} // namespace polder
