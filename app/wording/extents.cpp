#include "app/wording/wording.h"

namespace entente::wording {

// Intervals, sets and periods: dates of two ends or several members.

using model::Bound;
using model::Day;
using model::Edtf;
using model::PointBounds;
using model::Precision;

static bool isKnown(const PointBounds& bounds) {
    return bounds.earliest.isKnown() || bounds.latest.isKnown();
}

static bool isBareYear(const PointBounds& bounds) {
    return bounds.precision == Precision::Year && !bounds.approximate && !bounds.uncertain;
}

QString Wording::interval(const Edtf& date, Style style) const {
    const PointBounds& start = date.start();
    const PointBounds& end = date.end();
    const bool startOpen = start.earliest.kind == Bound::Kind::Open;
    const bool endOpen = end.latest.kind == Bound::Kind::Open;
    if (isKnown(start) && isKnown(end)) {
        if (start.isExactDay() && end.isExactDay())
            return twoDays(start.earliest.day, end.earliest.day, QStringLiteral("–"), style);
        const bool years = isBareYear(start) && isBareYear(end) && model::civilOf(start.earliest.day).year > 0;
        return years ? tr("%1–%2").arg(point(start, style), point(end, style))
                     : tr("%1 – %2").arg(point(start, style), point(end, style));
    }
    if (isKnown(start))
        return endOpen ? tr("since %1").arg(point(start, style)) : tr("from %1, end unknown").arg(point(start, style));
    if (isKnown(end))
        return startOpen ? tr("until %1").arg(point(end, style)) : tr("until %1, start unknown").arg(point(end, style));
    if (startOpen)
        return endOpen ? tr("at all times") : tr("end unknown");
    return endOpen ? tr("start unknown, still going on") : tr("date unknown");
}

/// A member of a set as written: a date, a range, or a range that is open to one side.
static std::pair<std::optional<Edtf>, std::optional<Edtf>> endsOf(QStringView member) {
    const auto read = [](QStringView text) {
        const auto date = Edtf::parse(text);
        return date ? std::optional<Edtf>(*date) : std::nullopt;
    };
    const qsizetype dots = member.indexOf(QLatin1String(".."));
    if (dots < 0)
        return {read(member), read(member)};
    return {read(member.first(dots)), read(member.sliced(dots + 2))};
}

QString Wording::member(QStringView text, Style style) const {
    const auto [low, high] = endsOf(text);
    if (low && high)
        return *low == *high ? point(low->start(), style)
                             : tr("%1 to %2").arg(point(low->start(), style), point(high->start(), style));
    if (low)
        return tr("%1 or later").arg(point(low->start(), style));
    return high ? tr("%1 or earlier").arg(point(high->start(), style)) : tr("date unknown");
}

/// One point in time somewhere within a range.
QString Wording::between(QStringView range, Style style) const {
    const auto [low, high] = endsOf(range);
    if (!low || !high)
        return high ? tr("by %1").arg(point(high->start(), style)) : member(range, style);
    if (*low == *high)
        return point(low->start(), style);
    if (low->isExactDay() && high->isExactDay())
        return tr("between %1").arg(twoDays(low->start().earliest.day, high->start().earliest.day, tr(" and "), style));
    return tr("between %1 and %2").arg(point(low->start(), style), point(high->start(), style));
}

/// Many members are told by the first and last day that they span.
QString Wording::manyMembers(const Edtf& date, Style style) const {
    const Bound first = date.earliest(), last = date.latest();
    if (first.isKnown() && last.isKnown())
        return tr("several dates between %1").arg(twoDays(first.day, last.day, tr(" and "), style));
    if (first.isKnown())
        return tr("several dates, the first %1").arg(bareDay(first.day, style));
    return last.isKnown() ? tr("several dates, the last %1").arg(bareDay(last.day, style)) : tr("several dates");
}

QString Wording::set(const Edtf& date, Style style) const {
    constexpr qsizetype most = 5;
    const QStringView inner = QStringView(date.text()).sliced(1).chopped(1);
    const bool oneOf = date.shape() == Edtf::Shape::OneOf;
    if (inner.count(',') >= most)
        return manyMembers(date, style);
    const QList<QStringView> members = inner.split(',');
    if (members.size() == 1)
        return oneOf ? between(inner, style) : member(inner, style);
    QStringList words;
    for (const QStringView text : members)
        words.append(member(text, style));
    const QString last = words.takeLast();
    const QString before = words.join(QStringLiteral(", "));
    return oneOf ? tr("%1 or %2").arg(before, last) : tr("%1 and %2").arg(before, last);
}

/// An end of a period, to follow "since" and "until".
QString Wording::bound(const model::PeriodBound& bound, Style style) const {
    if (bound.kind != model::PeriodBound::Kind::Dated)
        return {};
    const Edtf& date = bound.date;
    if (date.shape() == Edtf::Shape::OneOf && date.earliest().kind == Bound::Kind::Open && !date.text().contains(','))
        return member(QStringView(date.text()).sliced(1).chopped(1), style);
    return date.isInterval() ? point(date.start(), style) : bareDate(date, style);
}

QString Wording::periodDates(const model::Period& period, Style style) const {
    QString from = bound(period.from, style);
    const QString to = bound(period.to, style);
    const bool endOpen = period.to.kind == model::PeriodBound::Kind::Open;
    const bool startOpen = period.from.kind == model::PeriodBound::Kind::Open;
    if (!from.isEmpty() && from == to)
        return from;
    if (!from.isEmpty() && !to.isEmpty())
        return tr("%1 – %2").arg(from, to);
    if (!from.isEmpty())
        return endOpen ? tr("since %1").arg(from) : tr("from %1, end unknown").arg(from);
    if (!to.isEmpty())
        return startOpen ? tr("until %1").arg(to) : tr("until %1, start unknown").arg(to);
    if (startOpen)
        return endOpen ? tr("at all times") : tr("end unknown");
    return endOpen ? tr("start unknown, still going on") : tr("dates unknown");
}

} // namespace entente::wording
