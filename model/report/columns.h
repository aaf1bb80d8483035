#pragma once

#include "model/core/snapshot.h"
#include "model/report/report.h"

// How reports make their columns and cells.
namespace polder {

[[nodiscard]] inline ReportColumn textColumn(const QString &name, const QString &title,
                                             const QHash<QString, QString> &words = {}) {
    return {name, {}, false, title, words};
}
[[nodiscard]] inline ReportColumn numberColumn(const QString &name, const QString &title, const QString &unit = {},
                                               bool exceptional = false) {
    return {name, unit, exceptional, title};
}
/// As in every interface: 2027-05-01. The last day of something is the day before it is gone.
[[nodiscard]] inline Cell dateCell(Day day) {
    return day == Day::never() || day == Day::always() ? Cell() : Cell(day.toDate().toString(Qt::ISODate));
}
[[nodiscard]] inline Cell dateCell(const std::optional<Day> &day) {
    return day ? dateCell(*day) : Cell();
}
[[nodiscard]] inline Cell textCell(const QString &text) {
    return text.isEmpty() ? Cell() : Cell(text);
}
[[nodiscard]] inline Cell countCell(std::int64_t count) {
    return Decimal{count, 0};
}
/// Of 1000 parts of the whole, as per cent with one digit: to the nearest, half of one away from nothing.
[[nodiscard]] inline Cell percentCell(std::int64_t part, std::int64_t whole) {
    if (whole == 0) {
        return {};
    }
    return Decimal{(part * 1000 + (part < 0 ? -whole : whole) / 2) / whole, 1};
}
/// The code of the row with this id, or nothing.
template <typename T, typename Key>
[[nodiscard]] Cell codeCell(const Table<T> &table, Key key) {
    const auto *row = table.find(key);
    return row ? textCell(row->code) : Cell();
}

} // namespace polder
