#include "app/wording/wording.h"

namespace entente::wording {

using model::CivilDate;
using model::Day;
using model::PointBounds;
using model::Precision;

QString Wording::year(qint64 astronomicalYear) const {
    return astronomicalYear > 0 ? QString::number(astronomicalYear) : tr("%1 BCE").arg(1 - astronomicalYear);
}

QString Wording::month(int month, Style style) const {
    return m_locale.standaloneMonthName(month, style == Style::Full ? QLocale::LongFormat : QLocale::ShortFormat);
}

QString Wording::dayAndMonth(Day day, Style style) const {
    const CivilDate date = model::civilOf(day);
    return tr("%1 %2", "day month").arg(QString::number(date.day), month(date.month, style));
}

QString Wording::bareDay(Day day, Style style) const {
    return tr("%1 %2", "day-and-month year").arg(dayAndMonth(day, style), year(model::civilOf(day).year));
}

QString Wording::day(Day day, Style style) const {
    if (style == Style::Short)
        return bareDay(day, style);
    return tr("%1 %2", "weekday date").arg(weekday(day), bareDay(day, style));
}

QString Wording::weekday(Day day) const {
    return m_locale.dayName(model::weekdayOf(day));
}

QString Wording::monthYear(Day day, Style style) const {
    const CivilDate date = model::civilOf(day);
    return tr("%1 %2", "month year").arg(month(date.month, style), year(date.year));
}

QString Wording::season(int season) const {
    switch (season) {
    case 0:
        return tr("Spring");
    case 1:
        return tr("Summer");
    case 2:
        return tr("Autumn");
    default:
        return tr("Winter");
    }
}

/// A season, quarter or other part of a year. The months tell of which hemisphere a season is.
QString Wording::division(const PointBounds& bounds, Style style) const {
    constexpr int firstSeason = 21, firstQuarter = 33, firstHalf = 40;
    const CivilDate first = model::civilOf(bounds.earliest.day);
    const CivilDate last = model::civilOf(bounds.latest.day);
    const QString start = first.year == last.year ? month(first.month, style) : monthYear(bounds.earliest.day, style);
    const QString end = monthYear(bounds.latest.day, style);
    QString months = style == Style::Full ? tr("%1 to %2").arg(start, end) : tr("%1–%2").arg(start, end);
    const QString ofYear = year(first.year);
    QString words;
    if (bounds.precision == Precision::Season)
        words = tr("%1 %2", "season year").arg(season((bounds.division - firstSeason) % 4), ofYear);
    else if (bounds.precision == Precision::Quarter)
        words = tr("Q%1 %2", "quarter year").arg(QString::number(bounds.division - firstQuarter + 1), ofYear);
    else if (bounds.precision == Precision::HalfYear)
        words = bounds.division == firstHalf ? tr("first half of %1").arg(ofYear) : tr("second half of %1").arg(ofYear);
    else
        return months;
    const bool southern = bounds.division >= 29 && bounds.division <= 32;
    return style == Style::Full || southern ? tr("%1 (%2)").arg(words, months) : words;
}

/// Years that a decade, century or rounded year stands for.
QString Wording::years(const PointBounds& bounds) const {
    const qint64 first = model::civilOf(bounds.earliest.day).year;
    const qint64 last = model::civilOf(bounds.latest.day).year;
    if (first == last)
        return year(first);
    if (bounds.precision == Precision::Decade && first > 0)
        return tr("%1s", "decade").arg(QString::number(first));
    return tr("between %1 and %2").arg(year(first), year(last));
}

QString Wording::barePoint(const PointBounds& bounds, Style style) const {
    if (!bounds.earliest.isKnown() || !bounds.latest.isKnown())
        return bounds.precision == Precision::None ? tr("date unknown") : tr("year unknown");
    switch (bounds.precision) {
    case Precision::Minute:
    case Precision::Day:
        return bareDay(bounds.earliest.day, style);
    case Precision::Month:
        return monthYear(bounds.earliest.day, style);
    case Precision::Season:
    case Precision::Quarter:
    case Precision::FourMonths:
    case Precision::HalfYear:
        if (constexpr Day longestYear = 366; bounds.latest.day - bounds.earliest.day < longestYear)
            return division(bounds, style);
        break;
    case Precision::Year:
    case Precision::Decade:
    case Precision::Century:
    case Precision::Millennium:
    case Precision::SignificantDigits:
        return years(bounds);
    default:
        break;
    }
    if (bounds.earliest == bounds.latest)
        return bareDay(bounds.earliest.day, style);
    return tr("between %1").arg(twoDays(bounds.earliest.day, bounds.latest.day, tr(" and "), style));
}

/// Parts that a date of this precision has.
static model::DateParts partsOf(Precision precision) {
    switch (precision) {
    case Precision::Minute:
    case Precision::Day:
        return model::AllParts;
    case Precision::Month:
    case Precision::Season:
    case Precision::Quarter:
    case Precision::FourMonths:
    case Precision::HalfYear:
        return model::YearPart | model::MonthPart;
    default:
        return model::YearPart;
    }
}

static QString namesOf(model::DateParts parts) {
    QStringList names;
    if (parts & model::YearPart)
        names.append(Wording::tr("year"));
    if (parts & model::MonthPart)
        names.append(Wording::tr("month"));
    if (parts & model::DayPart)
        names.append(Wording::tr("day"));
    return names.join(Wording::tr(" and "));
}

QString Wording::point(const PointBounds& bounds, Style style) const {
    const model::DateParts parts = partsOf(bounds.precision);
    const auto isWhole = [parts](model::DateParts qualified) { return (qualified & parts) == parts; };
    QString words = barePoint(bounds, style);
    QStringList remarks;
    if (bounds.approximate && style == Style::Short)
        words = tr("c. %1").arg(words);
    else if (isWhole(bounds.approximate))
        words = tr("about %1").arg(words);
    else if (bounds.approximate)
        remarks.append(tr("%1 approximate", "parts of a date").arg(namesOf(bounds.approximate)));
    if (bounds.uncertain && style == Style::Short)
        words = tr("%1?").arg(words);
    else if (isWhole(bounds.uncertain))
        words = tr("possibly %1").arg(words);
    else if (bounds.uncertain)
        remarks.append(tr("%1 uncertain", "parts of a date").arg(namesOf(bounds.uncertain)));
    return remarks.isEmpty() ? words : tr("%1 (%2)").arg(words, remarks.join(QStringLiteral(", ")));
}

QString Wording::twoDays(Day first, Day last, const QString& joiner, Style style) const {
    const CivilDate a = model::civilOf(first);
    const CivilDate b = model::civilOf(last);
    if (first == last)
        return bareDay(first, style);
    QString start = bareDay(first, style);
    if (a.year == b.year && a.month == b.month)
        start = QString::number(a.day);
    else if (a.year == b.year)
        start = dayAndMonth(first, style);
    const bool oneMonth = a.year == b.year && a.month == b.month;
    // A dash between more than two bare numbers needs air.
    const QString joined = joiner == QStringLiteral("–") && !oneMonth ? QStringLiteral(" – ") : joiner;
    return start + joined + bareDay(last, style);
}

/// "14:30", with seconds if there are any, and with the zone as written.
static QString timeWords(const model::Edtf& date) {
    const auto digits = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const int second = *date.secondOfDay();
    QString words = digits(second / 3600) + ':' + digits(second / 60 % 60);
    if (second % 60)
        words += ':' + digits(second % 60);
    constexpr int lengthOfTime = 9; // Thh:mm:ss
    const QString zone = date.text().mid(date.text().indexOf('T') + lengthOfTime);
    if (zone.isEmpty())
        return words;
    return Wording::tr("%1 %2", "time zone")
        .arg(words, zone == QLatin1String("Z") ? QStringLiteral("UTC") : QStringLiteral("UTC") + zone);
}

QString Wording::date(const model::Edtf& date, Style style) const {
    if (date.secondOfDay())
        return tr("%1 at %2").arg(bareDay(date.start().earliest.day, style), timeWords(date));
    if (date.isExactDay())
        return day(date.start().earliest.day, style);
    return bareDate(date, style);
}

QString Wording::bareDate(const model::Edtf& date, Style style) const {
    switch (date.shape()) {
    case model::Edtf::Shape::Interval:
        return interval(date, style);
    case model::Edtf::Shape::OneOf:
    case model::Edtf::Shape::AllOf:
        return set(date, style);
    case model::Edtf::Shape::Point:
        break;
    }
    return point(date.start(), style);
}

QString Wording::spanWords(Day first, Day last) const {
    const qint64 a = model::civilOf(first).year;
    const qint64 b = model::civilOf(last).year;
    return a == b ? year(a) : tr("%1–%2").arg(year(a), year(b));
}

QString Wording::sourceDate(const model::Source& source) const {
    if (source.published.isEmpty())
        return {};
    const auto published = model::Edtf::parse(source.published);
    return published ? date(*published, Style::Short) : source.published;
}

} // namespace entente::wording
