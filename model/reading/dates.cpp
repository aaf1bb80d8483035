#include "model/reading/dates.h"

namespace polder {

namespace {

constexpr int firstYear = 2000, lastYear = 2199;

std::optional<Days> inYear(const DateSaid &said, int year) {
    if (year < firstYear || year > lastYear) {
        return std::nullopt;
    }
    const auto days = [](QDate first, QDate last) { return Days{Day::fromDate(first), Day::fromDate(last)}; };
    switch (said.unit) {
    case DateSaid::Unit::Day: {
        const QDate day(year, said.month, said.number);
        return day.isValid() ? std::optional(days(day, day)) : std::nullopt;
    }
    case DateSaid::Unit::Week: {
        const QDate fourth(year, 1, 4); // is always in week 1
        const QDate monday = fourth.addDays(1 - fourth.dayOfWeek() + 7 * (said.number - 1));
        int yearOfWeek = 0;
        if (said.number < 1 || monday.weekNumber(&yearOfWeek) != said.number || yearOfWeek != year) {
            return std::nullopt;
        }
        return days(monday, monday.addDays(6));
    }
    case DateSaid::Unit::Month: {
        const QDate first(year, said.month, 1);
        return first.isValid() ? std::optional(days(first, first.addMonths(1).addDays(-1))) : std::nullopt;
    }
    case DateSaid::Unit::Year:
        return days({year, 1, 1}, {year, 12, 31});
    }
    return std::nullopt;
}

} // namespace

std::optional<Days> daysOf(const DateSaid &said, Day notBefore) {
    if (said.year) {
        return inYear(said, *said.year);
    }
    constexpr int longest = 8; // from one 29 February to the next, over 2100
    const int thisYear = notBefore.toDate().year();
    // A week of last year can reach into this one.
    for (int year = thisYear - 1; year <= thisYear + longest; ++year) {
        if (const auto days = inYear(said, year); days && days->last >= notBefore) {
            return days;
        }
    }
    return std::nullopt;
}

Day after(Day day, const Duration &duration) {
    const QDate date = day.toDate();
    switch (duration.unit) {
    case Duration::Unit::Days:
        return day.plus(duration.number);
    case Duration::Unit::Weeks:
        return day.plus(7 * duration.number);
    case Duration::Unit::Months:
        return Day::fromDate(date.addMonths(duration.number));
    case Duration::Unit::Years:
        return Day::fromDate(date.addYears(duration.number));
    }
    return day;
}

} // namespace polder
