#pragma once

#include "db/model/days.h"

namespace entente::model {

/// The calendars that an axis can be labelled and a date typed in. Day numbers and EDTF know only the first.
enum class Calendar : quint8 {
    Gregorian,  ///< proleptic
    Julian,     ///< proleptic; the rule was kept without fault from AD 8 on
    SolarHijri, ///< of Iran, in force since 1304 (1925); by the rule of QJalaliCalendar, 683 leap years in 2820
};

/// A day in some calendar. month: 1 to 12; day: 1 to 31.
/// `year` is astronomical for Gregorian and Julian: 0 is 1 BCE, -1 is 2 BCE. For Solar Hijri it is the year of the
/// Persian era, which begins with 1 (AD 622); the years before it are 0, -1 and so on. QCalendar has no year 0: there
/// these are -1, -2 and so on, for all three calendars.
struct CalendarDate {
    qint64 year = 1970;
    int month = 1;
    int day = 1;

    bool operator==(const CalendarDate&) const = default;
};

/// First and last year, both included.
struct YearRange {
    qint64 first = 0;
    qint64 last = 0;

    bool contains(qint64 year) const { return first <= year && year <= last; }
};

/// The years that lie whole within the Gregorian years ±largestYear. For all their days, and for those of the Gregorian
/// years ±largestYear, the functions below are exact. Exact by the rule, that is: the years of Iran begin at the
/// equinox in Tehran, and the rule of 2820 years meets it from 1277 to 1435 and misses it by a day in some years
/// outside (compared with K. M. Borkowski, "The Persian Calendar for 3000 Years", 1996).
YearRange exactYears(Calendar calendar);

/// Whether the year has 366 days. Precondition: |year| <= largestYear.
bool isLeapIn(Calendar calendar, qint64 year);

/// Days of the month, 28 to 31. month: 1 to 12. Precondition: |year| <= largestYear.
int daysInMonthIn(Calendar calendar, qint64 year, int month);

/// Whether there is such a day, in one of the exact years. Any values may be asked about.
bool isValidIn(Calendar calendar, const CalendarDate& date);

/// Day number of a date. Precondition: a valid date with |year| <= largestYear.
/// Julian: its cycle of four years is that of the Gregorian years 2000 to 2003. Solar Hijri: the cycle of 2820 years,
/// 683 of them leap, that begins with 475; A. Birashk, "A Comparative Calendar", 1993, as spaced by QJalaliCalendar.
Day dayIn(Calendar calendar, const CalendarDate& date);

/// The date of a day number; inverse of dayIn. Precondition: a day of the Gregorian years ±(largestYear + 1), or one
/// that dayIn gave.
CalendarDate dateIn(Calendar calendar, Day day);

} // namespace entente::model
