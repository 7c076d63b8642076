#include "app/wording/wording.h"

#include <array>

namespace entente::wording {

// Days, months and years of calendars beside the Gregorian one.

using model::Calendar;
using model::CalendarDate;
using model::Day;

QString Wording::month(int month, Style style, Calendar calendar) const {
    if (calendar != Calendar::SolarHijri)
        return Wording::month(month, style);
    // Not from the locale, which has no short forms of them in English.
    static constexpr std::array<const char*, 12> names = {
        QT_TR_NOOP("Farvardin"), QT_TR_NOOP("Ordibehesht"), QT_TR_NOOP("Khordad"), QT_TR_NOOP("Tir"),
        QT_TR_NOOP("Mordad"),    QT_TR_NOOP("Shahrivar"),   QT_TR_NOOP("Mehr"),    QT_TR_NOOP("Aban"),
        QT_TR_NOOP("Azar"),      QT_TR_NOOP("Dey"),         QT_TR_NOOP("Bahman"),  QT_TR_NOOP("Esfand")};
    static constexpr std::array<const char*, 12> shortNames = {QT_TR_NOOP("Far"), QT_TR_NOOP("Ord"), QT_TR_NOOP("Kho"),
                                                               QT_TR_NOOP("Tir"), QT_TR_NOOP("Mor"), QT_TR_NOOP("Sha"),
                                                               QT_TR_NOOP("Meh"), QT_TR_NOOP("Aba"), QT_TR_NOOP("Aza"),
                                                               QT_TR_NOOP("Dey"), QT_TR_NOOP("Bah"), QT_TR_NOOP("Esf")};
    return tr((style == Style::Full ? names : shortNames).at(static_cast<size_t>(month - 1)));
}

QString Wording::year(qint64 year, Calendar calendar, YearStyle style) const {
    if (calendar != Calendar::SolarHijri)
        return Wording::year(year);
    if (year <= 0)
        return tr("%1 BSH", "years before the Solar Hijri era").arg(1 - year);
    return style == YearStyle::Bare ? QString::number(year) : tr("%1 SH", "year of the Solar Hijri era").arg(year);
}

QString Wording::calendar(Calendar calendar) const {
    switch (calendar) {
    case Calendar::Gregorian:
        break;
    case Calendar::Julian:
        return tr("Julian");
    case Calendar::SolarHijri:
        return tr("Solar Hijri");
    }
    return tr("Gregorian");
}

QString Wording::age(qint64 year) const {
    constexpr double million = 1e6, billion = 1e9;
    // The round years before an era are those that are called so: 66 million BCE is the year -65 999 999.
    const double ago = static_cast<double>(year > 0 ? -year : 1 - year);
    if (std::abs(ago) <= 1)
        return QStringLiteral("0");
    const bool isBillions = std::abs(ago) >= billion;
    const QString number = QString::number(std::abs(ago) / (isBillions ? billion : million), 'g', 6);
    const QString words =
        isBillions ? tr("%1 Ga", "billion years").arg(number) : tr("%1 Ma", "million years").arg(number);
    return year > 1 ? tr("+%1", "years to come").arg(words) : words;
}

QString Wording::day(Day day, Style style, Calendar calendar) const {
    const CalendarDate date = model::dateIn(calendar, day);
    const QString ofYear = tr("%1 %2", "day month").arg(QString::number(date.day), month(date.month, style, calendar));
    const QString words = tr("%1 %2", "day-and-month year").arg(ofYear, year(date.year, calendar));
    return style == Style::Short ? words : tr("%1 %2", "weekday date").arg(weekday(day), words);
}

/// What the two days share is said once.
QString Wording::daysIn(Day first, Day last, Calendar calendar) const {
    const CalendarDate from = model::dateIn(calendar, first);
    const CalendarDate to = model::dateIn(calendar, last);
    QString end = day(last, Style::Short, calendar);
    if (first == last)
        return end;
    const auto join = [this](const QString& start, const QString& stop) {
        return tr("%1–%2", "first–last day").arg(start, stop);
    };
    if (from.year != to.year)
        return join(day(first, Style::Short, calendar), end);
    if (from.month == to.month)
        return join(QString::number(from.day), end);
    return join(tr("%1 %2", "day month").arg(QString::number(from.day), month(from.month, Style::Short, calendar)),
                end);
}

QString Wording::pointIn(const model::PointBounds& bounds, Calendar calendar) const {
    const model::Bound& first = bounds.earliest;
    const model::Bound& last = bounds.latest;
    if (first.isKnown() && last.isKnown()) {
        const QString days = daysIn(first.day, last.day, calendar);
        return bounds.approximate == model::NoPart ? days : tr("c. %1", "about a date").arg(days);
    }
    if (first.isKnown())
        return tr("not before %1").arg(day(first.day, Style::Short, calendar));
    return last.isKnown() ? tr("not after %1").arg(day(last.day, Style::Short, calendar)) : QString();
}

/// Without the calendar's name; the members of a set are found in its text.
QString Wording::bareDateIn(const model::Edtf& date, Calendar calendar) const {
    if (date.isInterval()) {
        const QString from = pointIn(date.start(), calendar), to = pointIn(date.end(), calendar);
        if (from.isEmpty())
            return to.isEmpty() ? QString() : tr("until %1").arg(to);
        return to.isEmpty() ? tr("from %1").arg(from) : tr("%1 to %2", "from date to date").arg(from, to);
    }
    const bool isSet = date.shape() == model::Edtf::Shape::OneOf || date.shape() == model::Edtf::Shape::AllOf;
    if (!isSet || !date.text().contains(QLatin1Char(',')))
        return pointIn(date.start(), calendar);
    QStringList members;
    for (const QString& text : date.text().mid(1, date.text().size() - 2).split(QLatin1Char(',')))
        if (const auto member = model::Edtf::parse(QStringLiteral("[%1]").arg(text.trimmed())))
            members.append(bareDateIn(*member, calendar));
    QString last = members.isEmpty() ? QString() : members.takeLast();
    if (members.isEmpty())
        return last;
    return (date.shape() == model::Edtf::Shape::OneOf ? tr("%1 or %2", "one of several dates")
                                                      : tr("%1 and %2", "all of several dates"))
        .arg(members.join(QStringLiteral(", ")), last);
}

QString Wording::calendarDate(const model::Edtf& date, Calendar calendar) const {
    for (const model::Bound& bound : {date.earliest(), date.start().latest, date.end().earliest, date.latest()})
        if (bound.isKnown() &&
            !model::exactYears(Calendar::SolarHijri).contains(model::dateIn(Calendar::SolarHijri, bound.day).year))
            return {};
    const QString words = bareDateIn(date, calendar);
    return words.isEmpty() ? words : tr("%1 (%2)", "date (calendar)").arg(words, Wording::calendar(calendar));
}

QString Wording::calendarDate(const model::Dossier& dossier, model::EventId event, Calendar calendar) const {
    const auto used = dossier.claimInUse(event);
    if (!used)
        return {};
    QStringList claims = {bareDateIn(used->date, calendar)};
    for (const model::DateClaim& claim : dossier.conflictingClaims(event))
        claims.append(bareDateIn(claim.date, calendar));
    claims.removeAll(QString());
    claims.removeDuplicates();
    if (claims.isEmpty())
        return {};
    const QString last = claims.takeLast();
    const QString words =
        claims.isEmpty() ? last : tr("%1 or %2", "one of several dates").arg(claims.join(QStringLiteral(", ")), last);
    return tr("%1 (%2)", "date (calendar)").arg(words, Wording::calendar(calendar));
}

} // namespace entente::wording
