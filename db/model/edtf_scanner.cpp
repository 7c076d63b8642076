#include "db/model/edtf_scanner.h"

#include <QCoreApplication>

namespace entente::model {

namespace {
struct EdtfScannerText {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Edtf)
};

bool isDigit(QChar c) {
    return c >= '0' && c <= '9';
}

bool isQualifier(QChar c) {
    return c == '?' || c == '~' || c == '%';
}
} // namespace

bool EdtfScanner::take(char c) {
    if (peek() != c)
        return false;
    ++m_at;
    return true;
}

bool EdtfScanner::fail(qsizetype at, const QString& message) {
    if (!m_error)
        m_error = EdtfError{static_cast<int>(at) + 1, message};
    return false;
}

void EdtfScanner::qualify(QChar qualifier, DateParts parts) {
    if (qualifier != '~')
        m_bounds.uncertain |= parts;
    if (qualifier != '?')
        m_bounds.approximate |= parts;
}

/// The number of so many digits; false if one is none.
template <int Digits, typename Char>
static bool readDigits(const Char* text, int& number) {
    number = 0;
    bool areDigits = true;
    for (int i = 0; i < Digits; ++i) {
        areDigits = areDigits && text[i] >= '0' && text[i] <= '9';
        number = number * 10 + (text[i] - '0');
    }
    return areDigits;
}

template <typename Char>
std::optional<PointBounds> plainDate(const Char* text, qsizetype size) {
    const QChar mark(size > 0 ? static_cast<char16_t>(text[size - 1]) : u'\0');
    const bool isQualified = isQualifier(mark);
    size -= isQualified ? 1 : 0;
    if (size != 4 && size != 7 && size != 10)
        return {};
    const bool hasMonth = size > 4, hasDay = size > 7;
    int year = 0, month = 1, day = 1;
    if (!readDigits<4>(text, year) || (hasMonth && (text[4] != '-' || !readDigits<2>(text + 5, month))) ||
        (hasDay && (text[7] != '-' || !readDigits<2>(text + 8, day))))
        return {};
    if (month < 1 || month > 12 || day < 1 || (hasDay && day > daysInMonth(year, month)))
        return {};
    PointBounds bounds;
    const Day first = dayOf(year, month, day);
    const int days = hasDay ? 1 : hasMonth ? daysInMonth(year, month) : isLeapYear(year) ? 366 : 365;
    bounds.earliest = {Bound::Kind::Known, first};
    bounds.latest = {Bound::Kind::Known, first + days - 1};
    bounds.precision = hasDay ? Precision::Day : hasMonth ? Precision::Month : Precision::Year;
    const DateParts all = YearPart | (hasMonth ? MonthPart : NoPart) | (hasDay ? DayPart : NoPart);
    bounds.uncertain = isQualified && mark != '~' ? all : DateParts(NoPart);
    bounds.approximate = isQualified && mark != '?' ? all : DateParts(NoPart);
    return bounds;
}

template std::optional<PointBounds> plainDate(const char* text, qsizetype size);
template std::optional<PointBounds> plainDate(const char16_t* text, qsizetype size);

tl::expected<PointBounds, EdtfError> EdtfScanner::read(std::optional<qint32>* second) {
    if (const auto plain = plainDate(m_text.utf16() + m_at, m_end - m_at))
        return *plain;
    if (!readParts(second))
        return tl::unexpected<EdtfError>(*m_error);
    settle();
    return m_bounds;
}

bool EdtfScanner::readParts(std::optional<qint32>* second) {
    if (!readYear())
        return false;
    if (peek() == '-' && (m_year.pattern.isEmpty() || m_year.rounded))
        return fail(m_at, EdtfScannerText::tr("A long or rounded year stands alone."));
    if (take('-') && !readMonth())
        return false;
    if (peek() == '-' && isDivision())
        return fail(m_at, EdtfScannerText::tr("A season or other division has no days."));
    if (!m_month.isEmpty() && take('-') && !readDay())
        return false;
    if (peek() == 'T' && !readTime(second))
        return false;
    return atEnd() || fail(m_at, EdtfScannerText::tr("Nothing is expected here."));
}

/// A qualifier in front of a part speaks of that part alone, one behind it of it and all parts before.
bool EdtfScanner::readQualifiers(DateParts upToHere) {
    if (isQualifier(peek()))
        qualify(m_text[m_at++], upToHere);
    return true;
}

bool EdtfScanner::readYear() {
    if (isQualifier(peek()))
        qualify(m_text[m_at++], YearPart);
    if (take('Y'))
        return readLongYear() && readQualifiers(YearPart);
    return readPatternYear(take('-')) && readQualifiers(YearPart);
}

bool EdtfScanner::readPatternYear(bool negative) {
    const qsizetype at = m_at;
    while (!atEnd() && m_year.pattern.size() < 4 && (isDigit(peek()) || peek() == 'X'))
        m_year.pattern.append(m_text[m_at++]);
    if (m_year.pattern.size() < 4)
        return fail(m_at, EdtfScannerText::tr("A year of four digits is expected; years of more digits begin with Y."));
    if (isDigit(peek()) || peek() == 'X')
        return fail(m_at, EdtfScannerText::tr("A year has four digits here; years of more digits begin with Y."));
    if (negative && m_year.pattern == QLatin1String("0000"))
        return fail(at - 1, EdtfScannerText::tr("There is no year -0000; 0000 is 1 BCE."));
    m_year.negative = negative;
    const qint64 least = QString(m_year.pattern).replace('X', '0').toLongLong();
    const qint64 most = QString(m_year.pattern).replace('X', '9').toLongLong();
    m_year.first = negative ? -most : least;
    m_year.last = negative ? -std::max<qint64>(least, 1) : most;
    if (peek() == 'S' && !m_year.pattern.contains('X'))
        return readSignificantDigits(least);
    return true;
}

bool EdtfScanner::readInteger(qint64& value, int mostDigits) {
    const qsizetype at = m_at;
    value = 0;
    while (isDigit(peek())) {
        if (m_at - at >= mostDigits)
            return fail(at, EdtfScannerText::tr("This number is too large; years lie within ten thousand million."));
        value = value * 10 + m_text[m_at++].digitValue();
    }
    return m_at > at || fail(at, EdtfScannerText::tr("A digit is expected."));
}

bool EdtfScanner::readLongYear() {
    constexpr int mostDigits = 11;
    const qsizetype at = m_at;
    const bool negative = take('-');
    const qsizetype digitsAt = m_at;
    qint64 value = 0;
    if (!readInteger(value, mostDigits))
        return false;
    const bool hasExponent = peek() == 'E';
    if (hasExponent && !readExponent(value))
        return false;
    if (!hasExponent && peek() != 'S' && m_at - digitsAt < 5)
        return fail(digitsAt, EdtfScannerText::tr("After Y a year has at least five digits."));
    if (value > largestYear)
        return fail(at, EdtfScannerText::tr("Years lie within ten thousand million."));
    if (negative && value == 0)
        return fail(at, EdtfScannerText::tr("There is no year -0; 0000 is 1 BCE."));
    m_year.negative = negative;
    m_year.first = m_year.last = negative ? -value : value;
    return peek() != 'S' || readSignificantDigits(value);
}

bool EdtfScanner::readExponent(qint64& value) {
    const qsizetype at = m_at;
    ++m_at;
    qint64 exponent = 0;
    if (!readInteger(exponent, 2))
        return false;
    for (; exponent > 0 && value <= largestYear; --exponent)
        value *= 10;
    return value <= largestYear || fail(at, EdtfScannerText::tr("Years lie within ten thousand million."));
}

/// Half a unit of the last significant digit to either side of a year without its sign, so that 1950S2 is 1900 to 1999.
bool EdtfScanner::readSignificantDigits(qint64 value) {
    const qsizetype at = ++m_at;
    qint64 significant = 0;
    if (!readInteger(significant, 2))
        return false;
    const qsizetype digits = std::max<qsizetype>(QString::number(value).size(), m_year.pattern.size());
    if (significant < 1 || significant > digits)
        return fail(at, EdtfScannerText::tr("A year of %1 digits has 1 to %1 significant ones.").arg(digits));
    qint64 unit = 1;
    for (qint64 i = significant; i < digits; ++i)
        unit *= 10;
    m_year.rounded = true;
    const qint64 least = value - unit / 2;
    const qint64 most = unit == 1 ? value : value + unit / 2 - 1;
    m_year.first = m_year.negative ? -most : least;
    m_year.last = m_year.negative ? -least : most;
    return most <= largestYear || fail(at, EdtfScannerText::tr("Years lie within ten thousand million."));
}

bool EdtfScanner::readPair(QString& pair, const QString& expected) {
    while (!atEnd() && pair.size() < 2 && (isDigit(peek()) || peek() == 'X'))
        pair.append(m_text[m_at++]);
    return pair.size() == 2 || fail(m_at, expected);
}

bool EdtfScanner::readMonth() {
    if (isQualifier(peek()))
        qualify(m_text[m_at++], MonthPart);
    const qsizetype at = m_at;
    if (!readPair(m_month, EdtfScannerText::tr("A month or season of two digits is expected.")))
        return false;
    constexpr int firstDivision = 21, lastDivision = 41;
    if (const int code = m_month.toInt(); code >= firstDivision && code <= lastDivision)
        m_bounds.division = static_cast<quint8>(code);
    if (!isDivision() && !fitsSomeMonth())
        return fail(at, EdtfScannerText::tr("Months are 01 to 12; seasons, quarters and other divisions 21 to 41."));
    return readQualifiers(YearPart | MonthPart);
}

bool EdtfScanner::readDay() {
    if (isQualifier(peek()))
        qualify(m_text[m_at++], DayPart);
    m_dayAt = m_at;
    return readPair(m_day, EdtfScannerText::tr("A day of two digits is expected.")) && settleDays() &&
           readQualifiers(AllParts);
}

bool EdtfScanner::readTwoDigits(int& value, int most, const QString& what) {
    const qsizetype at = m_at;
    for (value = 0; m_at < at + 2; ++m_at) {
        if (!isDigit(peek()))
            return fail(m_at, EdtfScannerText::tr("Two digits are expected."));
        value = value * 10 + peek().digitValue();
    }
    return value <= most || fail(at, what);
}

bool EdtfScanner::readTime(std::optional<qint32>* second) {
    const bool wholeDay = m_day.size() == 2 && !(m_year.pattern + m_month + m_day).contains('X');
    if (!wholeDay || m_bounds.uncertain || m_bounds.approximate)
        return fail(m_at, EdtfScannerText::tr("A time of day needs a whole date without qualifiers."));
    if (!second)
        return fail(m_at, EdtfScannerText::tr("A time of day is for a single date, not for intervals and sets."));
    int ofDay = 0;
    if (!readClock(ofDay))
        return false;
    *second = ofDay;
    return readZone();
}

/// Thh:mm:ss, up to T24:00:00.
bool EdtfScanner::readClock(int& second) {
    const qsizetype at = ++m_at;
    const auto takeColon = [this] { return take(':') || fail(m_at, EdtfScannerText::tr("A colon is expected.")); };
    int hours = 0, minutes = 0, seconds = 0;
    if (!readTwoDigits(hours, 24, EdtfScannerText::tr("Hours are 00 to 24.")) || !takeColon() ||
        !readTwoDigits(minutes, 59, EdtfScannerText::tr("Minutes are 00 to 59.")) || !takeColon() ||
        !readTwoDigits(seconds, 59, EdtfScannerText::tr("Seconds are 00 to 59; leap seconds are not kept.")))
        return false;
    if (hours == 24 && (minutes || seconds))
        return fail(at, EdtfScannerText::tr("The last time of a day is 24:00:00."));
    second = hours * 3600 + minutes * 60 + seconds;
    return true;
}

bool EdtfScanner::readZone() {
    if (take('Z') || atEnd())
        return true;
    if (!take('+') && !take('-'))
        return fail(m_at, EdtfScannerText::tr("A time zone is Z, or + or - with hours."));
    int hours = 0, minutes = 0;
    if (!readTwoDigits(hours, 14, EdtfScannerText::tr("A zone's hours are 00 to 14.")))
        return false;
    return !take(':') || readTwoDigits(minutes, 59, EdtfScannerText::tr("Minutes are 00 to 59."));
}

} // namespace entente::model
