#pragma once

#include <QString>
#include <optional>

namespace entente::model {

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Day 0 is 1970-01-01, day -1 is 1969-12-31.
using Day = qint64;

/// A calendar day. `year` is astronomical: 0 is 1 BCE, -1 is 2 BCE; month 1 to 12, day 1 to 31.
struct CivilDate {
    qint64 year = 1970;
    int month = 1;
    int day = 1;

    bool operator==(const CivilDate&) const = default;
};

/// Years the program accepts lie within ±10^10; every Day of such a year is exact in an int64 and far from its ends.
inline constexpr qint64 largestYear = 10'000'000'000;

/// Quotient rounded down, also of negative numbers. Precondition: divisor > 0.
qint64 floorDivision(qint64 dividend, qint64 divisor);

/// Whether `year` has a 29 February in the proleptic Gregorian calendar.
bool isLeapYear(qint64 year);

/// Days of the month, 28 to 31. month: 1 to 12.
int daysInMonth(qint64 year, int month);

/// Day number of a date. Precondition: a valid date with |year| <= largestYear + 1.
/// Follows H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
Day dayOf(const CivilDate& date);
inline Day dayOf(qint64 year, int month, int day) {
    return dayOf(CivilDate{year, month, day});
}

/// The date of a day number; inverse of dayOf. Follows the same source, civil_from_days.
CivilDate civilOf(Day day);

/// ISO weekday of a day number, 1 (Monday) to 7 (Sunday).
int weekdayOf(Day day);

/// "[-]YYYY-MM-DD", the year with at least four digits ("-0043-03-15", "12025-01-01").
QString isoText(Day day);

} // namespace entente::model
