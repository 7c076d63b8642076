#include "app/wording/wording.h"

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
    const auto claim = dossier.claimInUse(event);
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
    const auto claim = dossier.claimInUse(event);
    if (!claim)
        return tr("no date");
    const auto others = static_cast<int>(dossier.conflictingClaims(event).size());
    if (others == 0)
        return precisionOf(claim->date);
    return others == 1 ? tr("two dates claimed") : tr("%n dates claimed", nullptr, others + 1);
}

QString Wording::accessibleName(const model::Dossier& dossier, EventId event, bool selected) const {
    const auto claim = dossier.claimInUse(event);
    const bool exact = claim && claim->date.isExactDay() && !dossier.isContested(event);
    QStringList parts = {exact ? bareDay(claim->date.start().earliest.day, Style::Full)
                               : eventDate(dossier, event, Style::Full),
                         dossier.titleOf(event), tenor(dossier.tenorOf(event))};
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
        std::stable_sort(told.begin(), told.end(),
                         [&](EventId a, EventId b) { return dossier.view(a).importance > dossier.view(b).importance; });
        told.resize(most);
        std::sort(told.begin(), told.end(),
                  [&](EventId a, EventId b) { return dossier.orderOf(a) < dossier.orderOf(b); });
        sentences.append(tr("The most important:"));
    }
    for (const EventId event : told)
        sentences.append(tr("%1: %2.").arg(eventDate(dossier, event, Style::Short), dossier.titleOf(event)));
    return sentences.join(' ');
}

} // namespace entente::wording
