#include "model/core/workingdays.h"

namespace polder {

namespace {

/// By Gauss, as Meeus has it.
QDate easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

} // namespace

bool isWorkingDay(Day day) {
    const QDate date = day.toDate();
    const int year = date.year();
    if (date.dayOfWeek() > 5) {
        return false;
    }
    // Good Friday, Easter Monday, Ascension, Whit Monday.
    const auto fromEaster = easter(year).daysTo(date);
    if (fromEaster == -2 || fromEaster == 1 || fromEaster == 39 || fromEaster == 50) {
        return false;
    }
    // King's Day is the day before if it is a Sunday; Liberation Day is free in lustrum years.
    const QDate king(year, 4, 27);
    return date != QDate(year, 1, 1) && date != QDate(year, 12, 25) && date != QDate(year, 12, 26) &&
           date != (king.dayOfWeek() == 7 ? king.addDays(-1) : king) && !(date == QDate(year, 5, 5) && year % 5 == 0);
}

int workingDaysBetween(Day first, Day last) {
    int days = 0;
    for (Day day = first.plus(1); day <= last; day = day.plus(1)) {
        days += isWorkingDay(day) ? 1 : 0;
    }
    return days;
}

} // namespace polder
