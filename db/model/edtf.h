#pragma once

#include "db/model/days.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>
#include <optional>
#include <tl/expected.hpp>

namespace entente::model {

/// Why a text is not EDTF. `column` counts characters from 1 and points at the first that cannot be accepted
/// (one past the end if the text stops short); `message` is a translated sentence.
struct EdtfError {
    int column = 1;
    QString message;
};

/// Parts of a date as flags, for qualifiers.
enum DatePart : quint8 { NoPart = 0, YearPart = 1, MonthPart = 2, DayPart = 4, AllParts = 7 };
using DateParts = quint8;

/// How finely a date is given. Ordered from fine to coarse. `Span` is an interval, `Choice` a set.
enum class Precision : quint8 {
    Minute,
    Day,
    Month,
    Season,
    Quarter,
    FourMonths,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
    SignificantDigits,
    Unspecified, ///< unspecified digits that make no decade or century, for instance 1XX6 or 2025-XX-17
    Span,
    Choice,
    None, ///< nothing is known at all ("XXXX", "/")
};

/// One end of an extent: a known day, open ("..": without end) or unknown (empty).
struct Bound {
    enum class Kind : quint8 { Known, Open, Unknown };
    Kind kind = Kind::Unknown;
    Day day = 0; ///< only if Known

    bool isKnown() const { return kind == Kind::Known; }
    bool operator==(const Bound&) const = default;
};

/// Where one point in time may lie: first and last possible day, both included.
struct PointBounds {
    Bound earliest;
    Bound latest;
    DateParts uncertain = NoPart;   ///< parts marked ? or %
    DateParts approximate = NoPart; ///< parts marked ~ or %
    Precision precision = Precision::None;
    quint8 division = 0; ///< 21 to 41 as written, for a season, quarter or other division of the year; else 0

    /// One single day without qualifiers.
    bool isExactDay() const;
    bool operator==(const PointBounds&) const = default;
};

/// Where in time something lies, whatever words say it: one point or set, or an interval with two ends. Immutable.
class Extent {
public:
    enum class Shape : quint8 { Point, Interval, OneOf, AllOf };

    /// Nothing is known.
    Extent() = default;

    Shape shape() const { return m_shape; }

    /// For an interval its two ends, each with its own imprecision. Otherwise both describe the one point:
    /// start == end == where the point may lie.
    const PointBounds& start() const { return m_start; }
    const PointBounds& end() const { return m_end; }

    /// Hull: first possible day of the start, last possible day of the end (open or unknown where that is).
    Bound earliest() const { return m_start.earliest; }
    Bound latest() const { return m_end.latest; }

    /// Of the whole: Span for intervals, None for one of two unknown ends, Choice for sets of more than one member,
    /// else that of the point.
    Precision precision() const;
    DateParts uncertain() const { return m_start.uncertain | m_end.uncertain; }
    DateParts approximate() const { return m_start.approximate | m_end.approximate; }
    bool isInterval() const { return m_shape == Shape::Interval; }

    /// One single unqualified day, not an interval.
    bool isExactDay() const { return m_shape == Shape::Point && m_start.isExactDay(); }

    /// Second of the day (UTC as written, 0 to 86400) where a time of day was given.
    std::optional<qint32> secondOfDay() const { return m_second; }

private:
    friend class EdtfParser;
    friend std::optional<Extent> extentFrom(QByteArrayView text);

    Shape m_shape = Shape::Point;
    PointBounds m_start;
    PointBounds m_end;
    std::optional<qint32> m_second;
};

/// A date as written in EDTF (Extended Date/Time Format, Library of Congress, 2019; ISO 8601-2:2019), levels 0 and 1
/// whole and of level 2: qualifiers per part, sets [..] and {..}, seasons, quarters and the other divisions 21 to 41,
/// unspecified digits anywhere, exponential and Y years, significant digits. The bounds follow decisions 1, 3 and 5 of
/// the design: never padded by qualifiers, sets are the hull of their members, S digits give ± half a unit of the last
/// one. Times of day occur only in single dates. Immutable; the text is kept verbatim.
class Edtf : public Extent {
public:
    /// A date of no information, text "". Not the result of any parse.
    Edtf() = default;

    /// Reads one EDTF string, without surrounding blanks. Errors: EdtfError with the column.
    static tl::expected<Edtf, EdtfError> parse(QStringView text) { return parse(text.toString()); }
    static tl::expected<Edtf, EdtfError> parse(const QString& text);

    /// Exactly what was parsed.
    const QString& text() const { return m_text; }

    bool operator==(const Edtf& other) const { return m_text == other.m_text; }

private:
    friend class EdtfParser;
    QString m_text;
};

/// What EDTF text in UTF-8 says, without the words. None if it is none. Plain years, months and days, alone, with a
/// qualifier behind them or as the two ends of an interval, take a tenth of a microsecond and no memory.
std::optional<Extent> extentFrom(QByteArrayView text);

/// The moment that a typed or stored EDTF text stands for: its last possible day (decision 7: "2015" is 31 December
/// 2015); for a half-open one its known bound. None if no bound is known.
std::optional<Day> momentOf(const Extent& date);

} // namespace entente::model
