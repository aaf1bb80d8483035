#pragma once

#include <QDate>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>

namespace polder {

/// A calendar date in the data centre's time zone: days since 2000-01-01, as PostgreSQL counts them.
struct Day {
    std::int32_t number = 0;

    auto operator<=>(const Day &) const = default;

    /// Before everything and after everything: what an open end of a period compares as. Never shown.
    [[nodiscard]] static constexpr Day always() { return {std::numeric_limits<std::int32_t>::min()}; }
    [[nodiscard]] static constexpr Day never() { return {std::numeric_limits<std::int32_t>::max()}; }

    [[nodiscard]] static Day fromDate(QDate date) { return {static_cast<std::int32_t>(date.toJulianDay() - 2451545)}; }
    [[nodiscard]] QDate toDate() const { return QDate::fromJulianDay(std::int64_t{number} + 2451545); }
    [[nodiscard]] constexpr Day plus(int days) const { return {number + days}; }
};

/// `[from, until)`: `until` is the first day on which it no longer holds; screens show the day before it.
struct Period {
    Day from = Day::always();
    Day until = Day::never();

    auto operator<=>(const Period &) const = default;
    [[nodiscard]] constexpr bool contains(Day day) const { return from <= day && day < until; }
    [[nodiscard]] constexpr bool overlaps(const Period &o) const { return from < o.until && o.from < until; }
    [[nodiscard]] constexpr bool covers(const Period &o) const { return from <= o.from && o.until <= until; }
    [[nodiscard]] constexpr bool empty() const { return from >= until; }
    [[nodiscard]] constexpr bool openEnded() const { return until == Day::never(); }
};

} // namespace polder
