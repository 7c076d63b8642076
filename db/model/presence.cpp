#include "db/model/network.h"

namespace entente::model {

namespace {

constexpr Day never = afterAllDays;
constexpr Day always = beforeAllDays;

/// The four days that decide whether a period holds; ends are the first day on which it no longer does.
struct Edges {
    Day earliestStart = always;
    Day latestStart = never;
    Day earliestEnd = always;
    Day latestEnd = never;
};

/// The day of a bound; what is open reaches without end, what is unknown is told by the caller.
Day dayOr(const Bound& bound, Day open, Day unknown) {
    switch (bound.kind) {
    case Bound::Kind::Known:
        return bound.day;
    case Bound::Kind::Open:
        return open;
    case Bound::Kind::Unknown:
        break;
    }
    return unknown;
}

void setStart(Edges& edges, const PeriodBound& from) {
    if (from.kind == PeriodBound::Kind::Open)
        edges.latestStart = always;
    if (from.kind != PeriodBound::Kind::Dated)
        return;
    edges.earliestStart = dayOr(from.date.start().earliest, always, always);
    edges.latestStart = dayOr(from.date.start().latest, never, never);
}

void setEnd(Edges& edges, const PeriodBound& to) {
    switch (to.kind) {
    case PeriodBound::Kind::Open:
        edges.earliestEnd = never;
        return;
    case PeriodBound::Kind::Unknown:
        edges.earliestEnd = edges.latestStart == never || edges.latestStart == always ? always : edges.latestStart + 1;
        return;
    case PeriodBound::Kind::Dated:
        edges.earliestEnd = dayOr(to.date.end().earliest, always, always);
        edges.latestEnd = dayOr(to.date.end().latest, never, never);
    }
}

Edges edgesOf(const Period& period) {
    Edges edges;
    setStart(edges, period.from);
    setEnd(edges, period.to);
    const bool bothDated = period.from.kind == PeriodBound::Kind::Dated && period.to.kind == PeriodBound::Kind::Dated;
    const bool isInstant =
        bothDated && edges.earliestStart == edges.earliestEnd && edges.latestStart == edges.latestEnd;
    if (isInstant && edges.latestEnd != never) {
        ++edges.earliestEnd;
        ++edges.latestEnd;
    }
    return edges;
}

} // namespace

Presence presenceOn(const Period& period, Day day) {
    const Edges edges = edgesOf(period);
    if (edges.latestStart <= day && day < edges.earliestEnd)
        return Presence::Certain;
    if (edges.earliestStart <= day && day < edges.latestEnd)
        return Presence::Possible;
    return Presence::None;
}

Stretch daysOf(const Period& period, Presence least) {
    const Edges edges = edgesOf(period);
    return least == Presence::Certain ? Stretch{edges.latestStart, edges.earliestEnd}
                                      : Stretch{edges.earliestStart, edges.latestEnd};
}

bool hasEnded(const Period& period, Day day) {
    return day >= edgesOf(period).latestEnd;
}

std::optional<Day> possibleStart(const Period& period) {
    const Day start = edgesOf(period).earliestStart;
    return start == always ? std::optional<Day>() : start;
}

std::optional<Day> certainEnd(const Period& period) {
    const Day end = edgesOf(period).latestEnd;
    return end == never ? std::optional<Day>() : end;
}

QList<Day> changeDays(const Dossier& dossier) {
    QList<Day> days;
    for (const Period& period : dossier.tables().periods) {
        const Edges edges = edgesOf(period);
        for (const Day day : {edges.earliestStart, edges.latestStart, edges.earliestEnd, edges.latestEnd})
            if (day != always && day != never)
                days.append(day);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

} // namespace entente::model
