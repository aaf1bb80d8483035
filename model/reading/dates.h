#pragma once

#include "model/core/day.h"

#include <optional>

namespace polder {

/// A day, a week, a month or a year as somebody says it; without a year it is the next one.
struct DateSaid {
    enum class Unit {
        Day,
        Week, ///< of ISO 8601, from Monday
        Month,
        Year
    };
    Unit unit = Unit::Day;
    std::optional<int> year = {};
    int month = 1;
    int number = 1; ///< of the day in its month, or of the week in its year

    bool operator==(const DateSaid &) const = default;
};

struct Days {
    Day first;
    Day last;
};

/// The days that are meant: without a year the nearest that do not all lie before `notBefore`. nullopt: there are no
/// such days ("31 February", "week 54").
[[nodiscard]] std::optional<Days> daysOf(const DateSaid &said, Day notBefore);

/// "for 6 months", "in 2 weeks", "+6m".
struct Duration {
    enum class Unit {
        Days,
        Weeks,
        Months,
        Years
    };
    int number = 0;
    Unit unit = Unit::Days;

    bool operator==(const Duration &) const = default;
};

[[nodiscard]] Day after(Day day, const Duration &duration);

} // namespace polder
