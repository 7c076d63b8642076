#include "db/model/edtf_scanner.h"

#include <QCoreApplication>

namespace entente::model {

namespace {
struct Text {
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

tl::expected<PointBounds, EdtfError> EdtfScanner::read(std::optional<qint32>& second) {
    const auto readParts = [&] {
        if (!readYear())
            return false;
        if (take('-') && (!readMonth() || (take('-') && !readDay())))
            return false;
        if (peek() == 'T' && !readTime(second))
            return false;
        return atEnd() || fail(m_at, Text::tr("Nothing is expected here."));
    };
    if (!readParts() || !settle())
        return tl::unexpected<EdtfError>(*m_error);
    return m_bounds;
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
        return fail(m_at, Text::tr("A year of four digits is expected; years of more digits begin with Y."));
    if (isDigit(peek()) || peek() == 'X')
        return fail(m_at, Text::tr("A year has four digits here; years of more digits begin with Y."));
    if (negative && m_year.pattern == QLatin1String("0000"))
        return fail(at - 1, Text::tr("There is no year -0000; 0000 is 1 BCE."));
    m_year.negative = negative;
    const qint64 least = QString(m_year.pattern).replace('X', '0').toLongLong();
    const qint64 most = QString(m_year.pattern).replace('X', '9').toLongLong();
    m_year.first = negative ? -most : least;
    m_year.last = negative ? -least : most;
    if (peek() == 'S' && !m_year.pattern.contains('X'))
        return readSignificantDigits(m_year.first);
    return true;
}

bool EdtfScanner::readInteger(qint64& value, int mostDigits) {
    const qsizetype at = m_at;
    value = 0;
    while (isDigit(peek())) {
        if (m_at - at >= mostDigits)
            return fail(at, Text::tr("This number is too large; years lie within ten thousand million."));
        value = value * 10 + m_text[m_at++].digitValue();
    }
    return m_at > at || fail(at, Text::tr("A digit is expected."));
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
        return fail(digitsAt, Text::tr("After Y a year has at least five digits."));
    if (value > largestYear)
        return fail(at, Text::tr("Years lie within ten thousand million."));
    m_year.negative = negative;
    m_year.first = m_year.last = negative ? -value : value;
    return peek() != 'S' || readSignificantDigits(m_year.first);
}

bool EdtfScanner::readExponent(qint64& value) {
    const qsizetype at = m_at;
    ++m_at;
    qint64 exponent = 0;
    if (!readInteger(exponent, 2))
        return false;
    for (; exponent > 0 && value <= largestYear; --exponent)
        value *= 10;
    return value <= largestYear || fail(at, Text::tr("Years lie within ten thousand million."));
}

/// Half a unit of the last significant digit to either side, so that 1950S2 is 1900 to 1999.
bool EdtfScanner::readSignificantDigits(qint64 value) {
    const qsizetype at = m_at;
    ++m_at;
    qint64 significant = 0;
    if (!readInteger(significant, 2))
        return false;
    const qsizetype digits = std::max<qsizetype>(QString::number(qAbs(value)).size(), m_year.pattern.size());
    if (significant < 1 || significant > digits)
        return fail(at + 1, Text::tr("A year of %1 digits has 1 to %1 significant ones.").arg(digits));
    qint64 unit = 1;
    for (qint64 i = significant; i < digits; ++i)
        unit *= 10;
    m_year.rounded = true;
    m_year.first = unit == 1 ? value : value - unit / 2;
    m_year.last = unit == 1 ? value : value + unit / 2 - 1;
    return true;
}

bool EdtfScanner::readPair(QString& pair, const QString& expected) {
    while (!atEnd() && pair.size() < 2 && (isDigit(peek()) || peek() == 'X'))
        pair.append(m_text[m_at++]);
    return pair.size() == 2 || fail(m_at, expected);
}

bool EdtfScanner::readMonth() {
    if (m_year.pattern.isEmpty() || m_year.rounded)
        return fail(m_at, Text::tr("A long or rounded year stands alone."));
    if (isQualifier(peek()))
        qualify(m_text[m_at++], MonthPart);
    m_monthAt = m_at;
    return readPair(m_month, Text::tr("A month or season of two digits is expected.")) &&
           readQualifiers(YearPart | MonthPart);
}

bool EdtfScanner::readDay() {
    if (isQualifier(peek()))
        qualify(m_text[m_at++], DayPart);
    m_dayAt = m_at;
    return readPair(m_day, Text::tr("A day of two digits is expected.")) && readQualifiers(AllParts);
}

bool EdtfScanner::readTwoDigits(int& value, int most, const QString& what) {
    const qsizetype at = m_at;
    qint64 number = 0;
    if (!readInteger(number, 2))
        return false;
    value = static_cast<int>(number);
    if (m_at - at != 2 || value > most)
        return fail(at, what);
    return true;
}

bool EdtfScanner::readTime(std::optional<qint32>& second) {
    const qsizetype at = m_at;
    const bool wholeDay = m_day.size() == 2 && !(m_year.pattern + m_month + m_day).contains('X');
    if (!wholeDay || m_bounds.uncertain || m_bounds.approximate)
        return fail(at, Text::tr("A time of day needs a whole date without qualifiers."));
    ++m_at;
    int hours = 0, minutes = 0, seconds = 0;
    if (!readTwoDigits(hours, 24, Text::tr("Hours are 00 to 24.")) ||
        !(take(':') || fail(m_at, Text::tr("A colon is expected."))) ||
        !readTwoDigits(minutes, 59, Text::tr("Minutes are 00 to 59.")) ||
        !(take(':') || fail(m_at, Text::tr("A colon is expected."))) ||
        !readTwoDigits(seconds, 59, Text::tr("Seconds are 00 to 59; leap seconds are not kept.")))
        return false;
    if (hours == 24 && (minutes || seconds))
        return fail(at + 1, Text::tr("The last time of a day is 24:00:00."));
    second = hours * 3600 + minutes * 60 + seconds;
    return readZone();
}

bool EdtfScanner::readZone() {
    if (take('Z') || atEnd())
        return true;
    if (!take('+') && !take('-'))
        return fail(m_at, Text::tr("A time zone is Z, or + or - with hours."));
    int hours = 0, minutes = 0;
    if (!readTwoDigits(hours, 14, Text::tr("A zone's hours are 00 to 14.")))
        return false;
    return !take(':') || readTwoDigits(minutes, 59, Text::tr("Minutes are 00 to 59."));
}

} // namespace entente::model
