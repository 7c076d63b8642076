#include "app/wording/wording.h"

#include <limits>

namespace entente::wording {

using model::Day;
using model::Edtf;
using model::EventId;
using model::Precision;

namespace {

Day sortDay(const Edtf& date) {
    for (const model::Bound& bound :
         {date.start().earliest, date.start().latest, date.end().earliest, date.end().latest})
        if (bound.isKnown())
            return bound.day;
    return 0;
}

QList<Edtf> claimedDates(const model::Dossier& dossier, EventId event) {
    QList<Edtf> dates = {dossier.claimInUse(event)->date};
    for (const model::DateClaim& claim : dossier.conflictingClaims(event))
        dates.append(claim.date);
    std::stable_sort(dates.begin(), dates.end(), [](const Edtf& a, const Edtf& b) { return sortDay(a) < sortDay(b); });
    return dates;
}

/// Days between which something began; beyond all days where that is not known.
struct Beginning {
    Day first = std::numeric_limits<Day>::max();
    Day last = std::numeric_limits<Day>::min();

    bool isBounded() const {
        return first != std::numeric_limits<Day>::min() && last != std::numeric_limits<Day>::max();
    }
    void add(const Edtf& date) {
        const model::Bound& latest =
            date.isInterval() && !date.start().latest.isKnown() ? date.latest() : date.start().latest;
        const model::Bound& earliest = date.start().earliest;
        first = std::min(first, earliest.isKnown() ? earliest.day : std::numeric_limits<Day>::min());
        last = std::max(last, latest.isKnown() ? latest.day : std::numeric_limits<Day>::max());
    }
};

Beginning beginningOf(const model::Dossier& dossier, EventId event) {
    Beginning beginning;
    for (const Edtf& date : claimedDates(dossier, event))
        beginning.add(date);
    return beginning;
}

Day middleOf(const Beginning& beginning) {
    return beginning.first + (beginning.last - beginning.first) / 2;
}

} // namespace

QString Wording::contested(const model::Dossier& dossier, EventId event, Style style) const {
    const QList<Edtf> dates = claimedDates(dossier, event);
    if (dates.size() == 2 && dates[0].isExactDay() && dates[1].isExactDay())
        return twoDays(dates[0].start().earliest.day, dates[1].start().earliest.day, tr(" or "), style);
    QStringList words;
    for (const Edtf& claimed : dates)
        words.append(claimed.isExactDay() ? bareDay(claimed.start().earliest.day, style) : date(claimed, style));
    return words.join(tr(" or "));
}

QString Wording::eventDate(const model::Dossier& dossier, EventId event, Style style) const {
    const model::DateClaim* claim = dossier.claimInUse(event);
    if (!claim)
        return tr("undated");
    return dossier.isContested(event) ? contested(dossier, event, style) : date(claim->date, style);
}

static QString precisionOfInterval(const Edtf& date) {
    if (date.latest().kind == model::Bound::Kind::Open)
        return Wording::tr("still going on");
    if (!date.start().earliest.isKnown() && date.start().earliest.kind == model::Bound::Kind::Unknown)
        return date.latest().isKnown() ? Wording::tr("start unknown") : Wording::tr("no date");
    return date.latest().isKnown() ? Wording::tr("from – to") : Wording::tr("end unknown");
}

static QString precisionOfSet(const Edtf& date) {
    if (date.shape() == Edtf::Shape::AllOf)
        return Wording::tr("several dates");
    if (date.text().contains(','))
        return Wording::tr("one of several dates");
    if (!date.earliest().isKnown())
        return Wording::tr("not after");
    return date.latest().isKnown() ? Wording::tr("between two dates") : Wording::tr("not before");
}

static QString precisionOf(const Edtf& date) {
    if (date.isInterval())
        return precisionOfInterval(date);
    if (date.precision() == Precision::Choice)
        return precisionOfSet(date);
    if (date.approximate())
        return Wording::tr("about");
    if (date.uncertain())
        return Wording::tr("uncertain");
    switch (date.precision()) {
    case Precision::Minute:
        return Wording::tr("exact to the minute");
    case Precision::Day:
        return Wording::tr("exact to the day");
    case Precision::Month:
        return Wording::tr("month only");
    case Precision::Season:
    case Precision::Quarter:
    case Precision::FourMonths:
    case Precision::HalfYear:
        return Wording::tr("part of the year only");
    case Precision::Year:
        return Wording::tr("year only");
    case Precision::Decade:
        return Wording::tr("decade only");
    case Precision::Century:
    case Precision::Millennium:
    case Precision::SignificantDigits:
    case Precision::Unspecified:
        return Wording::tr("not fully known");
    case Precision::Span:
    case Precision::Choice:
    case Precision::None:
        break;
    }
    return Wording::tr("no date");
}

QString Wording::precision(const model::Dossier& dossier, EventId event) const {
    const model::DateClaim* claim = dossier.claimInUse(event);
    if (!claim)
        return tr("no date");
    const auto others = static_cast<int>(dossier.conflictingClaims(event).size());
    if (others == 0)
        return precisionOf(claim->date);
    return others == 1 ? tr("two dates claimed") : tr("%n dates claimed", nullptr, others + 1);
}

QString Wording::lengthWords(Day days, bool vague) const {
    constexpr double daysOfMonth = 30.44, daysOfYear = 365.2425;
    const double length = static_cast<double>(days);
    const auto about = [&](const QString& words) { return vague ? tr("about %1").arg(words) : words; };
    if (days <= 92 && !vague)
        return tr("%n day(s)", nullptr, static_cast<int>(days));
    if (length < 2 * daysOfYear)
        return days < 45 ? about(tr("%n day(s)", nullptr, static_cast<int>(days)))
                         : about(tr("%n month(s)", nullptr, qRound(length / daysOfMonth)));
    return about(tr("%n year(s)", nullptr, static_cast<int>(qRound64(length / daysOfYear))));
}

QString Wording::distance(const model::Dossier& dossier, EventId from, EventId to) const {
    if (!dossier.claimInUse(from) || !dossier.claimInUse(to))
        return {};
    // Beginnings are compared: what goes on for years is told by when it began.
    const Beginning one = beginningOf(dossier, from), other = beginningOf(dossier, to);
    const bool bounded = one.isBounded() && other.isBounded();
    const bool vague = one.first != one.last || other.first != other.last;
    if (one.first <= other.last && other.first <= one.last) {
        if (!bounded)
            return tr("before or after is not known");
        return vague ? tr("about the same time") : tr("the same day");
    }
    const bool later = other.first > one.last;
    if (!bounded) {
        const QString words = lengthWords(later ? other.first - one.last : one.first - other.last, false);
        return later ? tr("at least %1 later").arg(words) : tr("at least %1 before").arg(words);
    }
    Beginning oneInUse, otherInUse;
    oneInUse.add(dossier.claimInUse(from)->date);
    otherInUse.add(dossier.claimInUse(to)->date);
    const QString words = lengthWords(qAbs(middleOf(otherInUse) - middleOf(oneInUse)), vague);
    return later ? tr("%1 later").arg(words) : tr("%1 before").arg(words);
}

QString Wording::accessibleName(const model::Dossier& dossier, EventId event, bool selected) const {
    const model::DateClaim* claim = dossier.claimInUse(event);
    const bool exact = claim && claim->date.isExactDay() && !dossier.isContested(event);
    QStringList parts = {exact ? bareDay(claim->date.start().earliest.day, Style::Full)
                               : eventDate(dossier, event, Style::Full),
                         dossier.event(event).title, tenor(dossier.tenorOf(event))};
    if (const model::ThemeId lane = dossier.laneOf(event); lane.isValid())
        parts.append(tr("%1 lane").arg(dossier.theme(lane).label));
    if (selected)
        parts.append(tr("selected"));
    return parts.join(QStringLiteral(", "));
}

QString Wording::description(const model::Dossier& dossier, const QList<EventId>& events, const QString& span) const {
    constexpr qsizetype most = 12;
    QStringList sentences = {span.isEmpty() ? tr("%1.").arg(dossier.head().title)
                                            : tr("%1, %2.").arg(dossier.head().title, span),
                             tr("%n event(s)", nullptr, static_cast<int>(events.size())) + '.'};
    QList<EventId> told = events;
    if (told.size() > most) {
        std::stable_sort(told.begin(), told.end(), [&](EventId a, EventId b) {
            return dossier.event(a).importance > dossier.event(b).importance;
        });
        told.resize(most);
        std::sort(told.begin(), told.end(),
                  [&](EventId a, EventId b) { return dossier.orderOf(a) < dossier.orderOf(b); });
        sentences.append(tr("The most important:"));
    }
    for (const EventId event : told)
        sentences.append(tr("%1: %2.").arg(eventDate(dossier, event, Style::Short), dossier.event(event).title));
    return sentences.join(' ');
}

} // namespace entente::wording
