#include "db/model/days.h"

namespace entente::model {

namespace {
constexpr qint64 daysOfEra = 146097;    // 400 years
constexpr qint64 shiftToEpoch = 719468; // from 0000-03-01 to 1970-01-01
} // namespace

qint64 floorDivision(qint64 dividend, qint64 divisor) {
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

bool isLeapYear(qint64 year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(qint64 year, int month) {
    if (month == 2)
        return isLeapYear(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Day dayOf(const CivilDate& date) {
    const qint64 year = date.month <= 2 ? date.year - 1 : date.year;
    const qint64 era = floorDivision(year, 400);
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * daysOfEra + dayOfEra - shiftToEpoch;
}

CivilDate civilOf(Day day) {
    const qint64 shifted = day + shiftToEpoch;
    const qint64 era = floorDivision(shifted, daysOfEra);
    const qint64 dayOfEra = shifted - era * daysOfEra;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    const int dayOfMonth = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth};
}

int weekdayOf(Day day) {
    constexpr int thursday = 4; // 1970-01-01
    return static_cast<int>((day % 7 + 7 + thursday - 1) % 7) + 1;
}

QString isoText(Day day) {
    const CivilDate date = civilOf(day);
    return QStringLiteral("%1%2-%3-%4")
        .arg(date.year < 0 ? QStringLiteral("-") : QString())
        .arg(qAbs(date.year), 4, 10, QLatin1Char('0'))
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.day, 2, 10, QLatin1Char('0'));
}

} // namespace entente::model
