#include "db/model/edtf_scanner.h"

#include <QCoreApplication>
#include <array>

namespace entente::model {

// From what was read to the first and last possible day.

namespace {
struct EdtfBoundsText {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Edtf)
};

Bound known(Day day) {
    return {Bound::Kind::Known, day};
}

bool fitsDigit(QChar place, qint64 digit) {
    return place == 'X' || place.digitValue() == digit;
}

bool fits(const QString& pattern, int number) {
    return fitsDigit(pattern[0], number / 10) && fitsDigit(pattern[1], number % 10);
}

/// A division of the year: its first month and how many it takes. Codes 21 to 41 of ISO 8601-2.
struct Division {
    int firstMonth;
    int months;
    Precision precision;
};

Division divisionOf(int code) {
    constexpr int northernSpring = 3, southernSpring = 9;
    if (code >= 21 && code <= 28)
        return Division{northernSpring + 3 * ((code - 21) % 4), 3, Precision::Season};
    if (code >= 29 && code <= 32)
        return Division{(southernSpring + 3 * (code - 29) - 1) % 12 + 1, 3, Precision::Season};
    if (code >= 33 && code <= 36)
        return Division{1 + 3 * (code - 33), 3, Precision::Quarter};
    if (code >= 37 && code <= 39)
        return Division{1 + 4 * (code - 37), 4, Precision::FourMonths};
    return Division{1 + 6 * (code - 40), 6, Precision::HalfYear};
}
} // namespace

void EdtfScanner::settle() {
    if (m_month.isEmpty())
        settleWholeYears();
    else if (isDivision())
        settleDivision();
    else if (m_day.isEmpty())
        settleDays();
}

void EdtfScanner::settleWholeYears() {
    m_bounds.precision = precisionOfYear();
    if (m_year.pattern == QLatin1String("XXXX")) {
        m_bounds.precision = Precision::None;
        return;
    }
    m_bounds.earliest = known(dayOf(m_year.first, 1, 1));
    m_bounds.latest = known(dayOf(m_year.last, 12, 31));
}

void EdtfScanner::settleDivision() {
    const Division division = divisionOf(m_bounds.division);
    m_bounds.precision = division.precision;
    if (m_year.pattern == QLatin1String("XXXX"))
        return;
    const int last = division.firstMonth + division.months - 1;
    const qint64 lastYear = m_year.last + (last > 12 ? 1 : 0);
    const int lastMonth = (last - 1) % 12 + 1;
    m_bounds.earliest = known(dayOf(m_year.first, division.firstMonth, 1));
    m_bounds.latest = known(dayOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)));
}

bool EdtfScanner::fitsSomeMonth() const {
    for (int month = 1; month <= 12; ++month)
        if (fits(m_month, month))
            return true;
    return false;
}

bool EdtfScanner::settleDays() {
    const auto earliest = edge(false);
    const auto latest = edge(true);
    if (!earliest || !latest)
        return fail(m_dayAt, EdtfBoundsText::tr("There is no such day in this month."));
    m_bounds.precision = precisionOfDays();
    if (m_year.pattern == QLatin1String("XXXX"))
        return true;
    m_bounds.earliest = known(*earliest);
    m_bounds.latest = known(*latest);
    return true;
}

bool EdtfScanner::matchesYear(qint64 year) const {
    constexpr std::array<qint64, 4> units = {1000, 100, 10, 1};
    for (qsizetype i = 0; i < 4; ++i)
        if (!fitsDigit(m_year.pattern[i], qAbs(year) / units[static_cast<size_t>(i)] % 10))
            return false;
    return true;
}

std::optional<Day> EdtfScanner::edgeOfMonth(qint64 year, int month, bool latest) const {
    const int days = daysInMonth(year, month);
    if (m_day.isEmpty())
        return dayOf(year, month, latest ? days : 1);
    for (int i = 1; i <= days; ++i)
        if (const int day = latest ? days + 1 - i : i; fits(m_day, day))
            return dayOf(year, month, day);
    return {};
}

/// The first or last day that fits the patterns of year, month and day. Looks at 10 000 years at the most.
std::optional<Day> EdtfScanner::edge(bool latest) const {
    for (qint64 step = 0; step <= m_year.last - m_year.first; ++step) {
        const qint64 year = latest ? m_year.last - step : m_year.first + step;
        if (!matchesYear(year))
            continue;
        for (int i = 1; i <= 12; ++i) {
            const int month = latest ? 13 - i : i;
            if (!fits(m_month, month))
                continue;
            if (const auto day = edgeOfMonth(year, month, latest))
                return day;
        }
    }
    return {};
}

Precision EdtfScanner::precisionOfYear() const {
    if (m_year.rounded)
        return Precision::SignificantDigits;
    const QString& pattern = m_year.pattern;
    if (!pattern.contains('X'))
        return Precision::Year;
    const qsizetype first = pattern.indexOf('X');
    const bool onlyLast = pattern.mid(first).count('X') == 4 - first;
    if (!onlyLast || first == 0)
        return Precision::Unspecified;
    return first == 3 ? Precision::Decade : first == 2 ? Precision::Century : Precision::Millennium;
}

Precision EdtfScanner::precisionOfDays() const {
    const bool yearKnown = !m_year.pattern.contains('X');
    const bool dayUnknown = m_day.isEmpty() || m_day == QLatin1String("XX");
    if (yearKnown && !m_month.contains('X') && !m_day.contains('X') && !m_day.isEmpty())
        return Precision::Day;
    if (yearKnown && !m_month.contains('X') && dayUnknown)
        return Precision::Month;
    if (yearKnown && m_month == QLatin1String("XX") && dayUnknown)
        return Precision::Year;
    return Precision::Unspecified;
}

} // namespace entente::model
