#pragma once

#include "db/model/edtf.h"

namespace entente::model {

/// A plain year, month or day, with a qualifier behind it or without; none if the text is another, or wrong. `Char`:
/// char or char16_t. Most dates are so, and of millions each tenth of a microsecond counts.
template <typename Char>
std::optional<PointBounds> plainDate(const Char* text, qsizetype size);

/// Reads one date of an EDTF text: a year, month or day with qualifiers, a division of the year, a long year, a time of
/// day. One left-to-right pass without backtracking. The first error stops it.
class EdtfScanner {
public:
    /// `text` is the whole EDTF text; reading starts at `at` and must end before `end`.
    EdtfScanner(QStringView text, qsizetype at, qsizetype end) : m_text(text), m_at(at), m_end(end) {}

    /// Reads exactly up to the end. The second of the day goes to `second` if a time of day is given; where that is
    /// null, a time of day is an error.
    tl::expected<PointBounds, EdtfError> read(std::optional<qint32>* second = nullptr);

private:
    struct Year {
        qint64 first = 0;
        qint64 last = 0;
        QString pattern; ///< four places, digits or X; empty for long and rounded years
        bool negative = false;
        bool rounded = false;
    };

    bool atEnd() const { return m_at >= m_end; }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    bool take(char c);
    bool fail(qsizetype at, const QString& message);
    bool readQualifiers(DateParts upToHere);
    void qualify(QChar qualifier, DateParts parts);

    bool readParts(std::optional<qint32>* second);
    bool readYear();
    bool readPatternYear(bool negative);
    bool readLongYear();
    bool readInteger(qint64& value, int mostDigits);
    bool readExponent(qint64& value);
    bool readSignificantDigits(qint64 value);
    bool readPair(QString& pair, const QString& expected);
    bool readMonth();
    bool readDay();
    bool readTime(std::optional<qint32>* second);
    bool readClock(int& second);
    bool readTwoDigits(int& value, int most, const QString& what);
    bool readZone();

    void settle();
    void settleDivision();
    void settleWholeYears();
    bool settleDays();
    bool isDivision() const { return m_bounds.division != 0; }
    bool fitsSomeMonth() const;
    std::optional<Day> edge(bool latest) const;
    std::optional<Day> edgeOfMonth(qint64 year, int month, bool latest) const;
    bool matchesYear(qint64 year) const;
    Precision precisionOfYear() const;
    Precision precisionOfDays() const;

    QStringView m_text;
    qsizetype m_at;
    qsizetype m_end;
    qsizetype m_dayAt = 0;
    Year m_year;
    QString m_month;
    QString m_day;
    PointBounds m_bounds;
    std::optional<EdtfError> m_error;
};

} // namespace entente::model
