#pragma once

#include "model/core/day.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <variant>
#include <vector>

namespace polder {

/// A whole number of the smallest step that is counted: {125, 1} is 12.5. Exact in every format.
struct Decimal {
    std::int64_t steps = 0;
    int decimals = 0;

    auto operator<=>(const Decimal &) const = default;
    [[nodiscard]] double toDouble() const;
};

/// Text, a number, or nothing where it is not known.
using Cell = std::variant<std::monostate, QString, Decimal>;

struct ReportColumn {
    QString name;             ///< for machines: the same in every language
    QString unit;             ///< empty: none, or another column says it
    bool exceptional = false; ///< few rows have it: people see it only where any has; files for machines always have it
    QString title = {};       ///< for people, in their language
    QHash<QString, QString> words = {}; ///< for people: what the codes in it mean
    QString group = {};                 ///< a heading over several columns
};

/// How people are shown a table in which the columns `dimension` and `unit` say what the figures of a row are.
enum class Spread {
    None,
    Columns, ///< a row for what stands before `dimension`, the figures of each dimension side by side
    Tables   ///< a table for each dimension
};

struct ReportTable {
    QString name;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<Cell>> rows;
    QString title = {};
    QString note = {}; ///< a sentence above it
    Spread spread = Spread::None;
    bool annex = false;   ///< people read it after the others
    std::size_t keys = 0; ///< so many columns say what a row is of; 0: those before the first number
    bool drawn = false;   ///< on paper its charts stand in its place
};

/// A picture of a table. It has no figures of its own.
struct ReportChart {
    enum class Kind {
        Bars,   ///< of the values of each row, one above the other
        Groups, ///< of bars, one beside the other
        Lines,
        Floor ///< a room and its racks to scale, each shaded by the value
    };
    QString title;
    QString table;      ///< as people are shown it
    QStringList labels; ///< the columns that name a row, or its day: neighbours
    QStringList values; ///< columns
    Kind kind = Kind::Bars;
    QString place = {}; ///< of a floor: the room, as its row is named
};

/// A report as values, before it is written in any format. The same two times give the identical report.
struct Report {
    QString title;
    Day asOf;                 ///< the date for which the facts hold
    std::int64_t asKnown = 0; ///< the generation at which they were known
    QDateTime asKnownAt;      ///< when that generation was made
    QStringList definitions;  ///< what the figures mean, one sentence each
    std::vector<ReportTable> tables;
    QString scope = {}; ///< SITE, SITE/ROOM ...; empty: all that the reader may see
    std::vector<ReportChart> charts = {};
};

/// Called now and then, on the thread of the maker: how much of it is done, of 1000.
using ReportProgress = std::function<void(int permille)>;

/// One table: its columns, which are the same whatever is in it, and nothing else. The file has no place for the two
/// times; who writes it says them.
[[nodiscard]] QByteArray toCsv(const ReportTable &table);

[[nodiscard]] QJsonObject toJson(const ReportTable &table);
/// Everything: numbers as numbers, what is not known as null.
[[nodiscard]] QJsonObject toJson(const Report &report);

} // namespace polder
