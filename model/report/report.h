#pragma once

#include "model/core/day.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <variant>
#include <vector>

namespace polder {

/// A whole number of the smallest step that is counted: {125, 1} is 12.5. Exact in every format.
struct Decimal {
    std::int64_t steps = 0;
    int decimals = 0;

    bool operator==(const Decimal &) const = default;
    [[nodiscard]] double toDouble() const;
};

/// Text, a number, or nothing where it is not known.
using Cell = std::variant<std::monostate, QString, Decimal>;

struct ReportColumn {
    QString name;             ///< for machines: the same in every language
    QString unit;             ///< empty: none, or another column says it
    bool exceptional = false; ///< few rows have it: left out of CSV, whose columns are fixed, and where it is nothing
};

struct ReportTable {
    QString name;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<Cell>> rows;
};

/// A report as values, before it is written in any format. The same two times give the identical report.
struct Report {
    QString title;
    Day asOf;                 ///< the date for which the facts hold
    std::int64_t asKnown = 0; ///< the generation at which they were known
    QDateTime asKnownAt;      ///< when that generation was made
    QStringList definitions;  ///< what the figures mean, one sentence each
    std::vector<ReportTable> tables;
};

/// One table: its columns, but for exceptional ones, and nothing else. The file has no place for the two times; who
/// writes it says them.
[[nodiscard]] QByteArray toCsv(const ReportTable &table);

/// Everything: numbers as numbers, what is not known as null.
[[nodiscard]] QJsonObject toJson(const Report &report);

} // namespace polder
