#include "app/wording/wording.h"

namespace entente::wording {

using model::Bound;
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
    return tr("%1 %2", "weekday date").arg(m_locale.dayName(model::weekdayOf(day)), bareDay(day, style));
}

QString Wording::monthYear(Day day, Style style) const {
    const CivilDate date = model::civilOf(day);
    return tr("%1 %2", "month year").arg(month(date.month, style), year(date.year));
}

/// A season, quarter or other part of a year by its months, which are right in both hemispheres.
QString Wording::division(const PointBounds& bounds, Style style) const {
    const CivilDate first = model::civilOf(bounds.earliest.day);
    const CivilDate last = model::civilOf(bounds.latest.day);
    const QString start = first.year == last.year ? month(first.month, style) : monthYear(bounds.earliest.day, style);
    return style == Style::Full ? tr("%1 to %2").arg(start, monthYear(bounds.latest.day, style))
                                : tr("%1–%2").arg(start, monthYear(bounds.latest.day, style));
}

/// Years that a decade, century or rounded year stands for.
QString Wording::years(const PointBounds& bounds) const {
    const qint64 first = model::civilOf(bounds.earliest.day).year;
    const qint64 last = model::civilOf(bounds.latest.day).year;
    if (bounds.precision == Precision::Decade && first >= 0)
        return tr("%1s", "decade").arg(QString::number(first));
    return tr("%1 to %2").arg(year(first), year(last));
}

/// One of several days: between two, not after one, not before one.
QString Wording::choice(const PointBounds& bounds, Style style) const {
    if (bounds.earliest.isKnown() && bounds.latest.isKnown())
        return tr("between %1").arg(twoDays(bounds.earliest.day, bounds.latest.day, tr(" and "), style));
    if (bounds.latest.isKnown())
        return tr("by %1").arg(bareDay(bounds.latest.day, style));
    if (bounds.earliest.isKnown())
        return tr("%1 or later").arg(bareDay(bounds.earliest.day, style));
    return tr("date unknown");
}

QString Wording::barePoint(const PointBounds& bounds, Style style) const {
    if (!bounds.earliest.isKnown() || !bounds.latest.isKnown())
        return choice(bounds, style);
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
        return division(bounds, style);
    case Precision::Year:
        return year(model::civilOf(bounds.earliest.day).year);
    case Precision::Decade:
    case Precision::Century:
    case Precision::Millennium:
    case Precision::SignificantDigits:
        return years(bounds);
    default:
        return choice(bounds, style);
    }
}

QString Wording::point(const PointBounds& bounds, Style style) const {
    QString words = barePoint(bounds, style);
    if (bounds.approximate)
        words = style == Style::Full ? tr("about %1").arg(words) : tr("c. %1").arg(words);
    if (bounds.uncertain)
        words = style == Style::Full ? tr("possibly %1").arg(words) : tr("%1?").arg(words);
    return words;
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

QString Wording::interval(const model::Edtf& date, Style style) const {
    const PointBounds& start = date.start();
    const PointBounds& end = date.end();
    const auto isKnown = [](const PointBounds& bounds) { return bounds.earliest.isKnown() || bounds.latest.isKnown(); };
    if (!isKnown(start) && !isKnown(end))
        return tr("date unknown");
    if (!isKnown(start))
        return tr("until %1").arg(point(end, style));
    if (!isKnown(end))
        return end.earliest.kind == Bound::Kind::Open ? tr("since %1").arg(point(start, style))
                                                      : tr("from %1, end unknown").arg(point(start, style));
    if (start.isExactDay() && end.isExactDay())
        return twoDays(start.earliest.day, end.earliest.day, QStringLiteral("–"), style);
    return tr("%1 – %2").arg(point(start, style), point(end, style));
}

QString Wording::date(const model::Edtf& date, Style style) const {
    if (date.isInterval())
        return interval(date, style);
    if (date.isExactDay() && style == Style::Full)
        return day(date.start().earliest.day, style);
    const QString words = point(date.start(), style);
    if (!date.secondOfDay())
        return words;
    const int minutes = *date.secondOfDay() / 60;
    const QString time =
        QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return tr("%1 at %2").arg(words, time);
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

QString Wording::bound(const model::PeriodBound& bound, Style style) const {
    return bound.kind == model::PeriodBound::Kind::Dated ? point(bound.date.start(), style) : QString();
}

QString Wording::periodDates(const model::Period& period, Style style) const {
    const QString from = bound(period.from, style);
    const QString to = bound(period.to, style);
    const bool endOpen = period.to.kind == model::PeriodBound::Kind::Open;
    if (!from.isEmpty() && from == to)
        return from;
    if (!from.isEmpty() && !to.isEmpty())
        return tr("%1 – %2").arg(from, to);
    if (!from.isEmpty())
        return endOpen ? tr("since %1").arg(from) : tr("from %1, end unknown").arg(from);
    if (!to.isEmpty())
        return tr("until %1, start unknown").arg(to);
    return endOpen ? tr("start unknown, still going on") : tr("dates unknown");
}

} // namespace entente::wording
