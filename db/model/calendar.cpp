#include "db/model/calendar.h"

namespace entente::model {

namespace {

namespace julian {

constexpr qint64 cycleYears = 4, cycleDays = 1461;
constexpr qint64 sameCycle = 2000;  // these four Gregorian years have the Julian order
constexpr Day cycleStart = -719530; // 1 January 0000

qint64 likeYear(qint64 year) {
    return sameCycle + year - floorDivision(year, cycleYears) * cycleYears;
}

Day dayOf(const CalendarDate& date) {
    const Day ofCycle = model::dayOf(likeYear(date.year), date.month, date.day) - model::dayOf(sameCycle, 1, 1);
    return cycleStart + floorDivision(date.year, cycleYears) * cycleDays + ofCycle;
}

CalendarDate dateOf(Day day) {
    const qint64 cycle = floorDivision(day - cycleStart, cycleDays);
    const Day ofCycle = day - cycleStart - cycle * cycleDays;
    const CivilDate like = civilOf(model::dayOf(sameCycle, 1, 1) + ofCycle);
    return {like.year - sameCycle + cycle * cycleYears, like.month, like.day};
}

} // namespace julian

namespace hijri {

constexpr qint64 cycleYears = 2820, cycleDays = 1029983;
constexpr qint64 firstYear = 475;   // of a cycle
constexpr Day cycleStart = -319142; // 1 Farvardin 475
constexpr int longMonthsDays = 186; // of six months of 31 days; the others have 30
constexpr int longMonths = 6, longMonth = 31, shortMonth = 30;

/// Leap days are spread evenly: a year begins where so many mean years end, rounded down to whole days.
Day firstDay(qint64 year) {
    return cycleStart + floorDivision((year - firstYear) * cycleDays, cycleYears);
}

/// The last year with firstDay(year) <= day.
qint64 yearOf(Day day) {
    return firstYear + floorDivision((day - cycleStart + 1) * cycleYears - 1, cycleDays);
}

Day dayOf(const CalendarDate& date) {
    const int months = date.month - 1;
    const int before = months <= longMonths ? months * longMonth : longMonthsDays + (months - longMonths) * shortMonth;
    return firstDay(date.year) + before + date.day - 1;
}

CalendarDate dateOf(Day day) {
    const qint64 year = yearOf(day);
    const int ofYear = static_cast<int>(day - firstDay(year));
    if (ofYear < longMonthsDays)
        return {year, ofYear / longMonth + 1, ofYear % longMonth + 1};
    const int ofRest = ofYear - longMonthsDays;
    return {year, longMonths + ofRest / shortMonth + 1, ofRest % shortMonth + 1};
}

} // namespace hijri

} // namespace

bool isLeapIn(Calendar calendar, qint64 year) {
    switch (calendar) {
    case Calendar::Julian:
        return year % julian::cycleYears == 0;
    case Calendar::SolarHijri:
        return hijri::firstDay(year + 1) - hijri::firstDay(year) == 366;
    case Calendar::Gregorian:
        break;
    }
    return isLeapYear(year);
}

int daysInMonthIn(Calendar calendar, qint64 year, int month) {
    switch (calendar) {
    case Calendar::Julian:
        return daysInMonth(julian::likeYear(year), month);
    case Calendar::SolarHijri:
        if (month == 12 && !isLeapIn(calendar, year))
            return hijri::shortMonth - 1;
        return month <= hijri::longMonths ? hijri::longMonth : hijri::shortMonth;
    case Calendar::Gregorian:
        break;
    }
    return daysInMonth(year, month);
}

YearRange exactYears(Calendar calendar) {
    if (calendar == Calendar::Gregorian)
        return {-largestYear, largestYear};
    return {dateIn(calendar, dayOf(-largestYear, 1, 1)).year + 1,
            dateIn(calendar, dayOf(largestYear, 12, 31)).year - 1};
}

bool isValidIn(Calendar calendar, const CalendarDate& date) {
    return exactYears(calendar).contains(date.year) && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= daysInMonthIn(calendar, date.year, date.month);
}

Day dayIn(Calendar calendar, const CalendarDate& date) {
    switch (calendar) {
    case Calendar::Julian:
        return julian::dayOf(date);
    case Calendar::SolarHijri:
        return hijri::dayOf(date);
    case Calendar::Gregorian:
        break;
    }
    return dayOf(date.year, date.month, date.day);
}

CalendarDate dateIn(Calendar calendar, Day day) {
    switch (calendar) {
    case Calendar::Julian:
        return julian::dateOf(day);
    case Calendar::SolarHijri:
        return hijri::dateOf(day);
    case Calendar::Gregorian:
        break;
    }
    const CivilDate date = civilOf(day);
    return {date.year, date.month, date.day};
}

} // namespace entente::model
