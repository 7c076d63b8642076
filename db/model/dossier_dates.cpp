#include "db/model/dossier.h"

namespace entente::model {

/// The preferred claim, else the first; there is one.
static const DateClaim& inUse(const QList<DateClaim>& claims) {
    const auto preferred =
        std::find_if(claims.begin(), claims.end(), [](const auto& claim) { return claim.preferred; });
    return preferred == claims.end() ? claims.first() : *preferred;
}

std::optional<DateClaim> Dossier::claimInUse(EventId id) const {
    const QList<DateClaim> claims = event(id).claims;
    return claims.isEmpty() ? std::nullopt : std::optional(inUse(claims));
}

std::optional<Edtf> Dossier::dateOf(EventId id) const {
    return dateFrom(view(id).date);
}

/// Whether two dates cannot both be true: their hulls share no day. What is open or unknown reaches everywhere.
static bool areDisjoint(const Extent& a, const Extent& b) {
    const auto before = [](const Extent& first, const Extent& second) {
        return first.latest().isKnown() && second.earliest().isKnown() && first.latest().day < second.earliest().day;
    };
    return before(a, b) || before(b, a);
}

QList<DateClaim> Dossier::conflictingClaims(EventId id) const {
    QList<DateClaim> conflicting;
    if (view(id).claims < 2)
        return conflicting;
    const QList<DateClaim> claims = event(id).claims;
    const DateClaim& used = inUse(claims);
    for (const DateClaim& claim : claims)
        if (areDisjoint(claim.date, used.date))
            conflicting.append(claim);
    return conflicting;
}

bool Dossier::isContested(EventId id) const {
    return !conflictingClaims(id).isEmpty();
}

std::optional<Day> momentOf(const Dossier& dossier, EventId event) {
    const std::optional<Extent> date = extentFrom(dossier.view(event).date);
    if (!date)
        return {};
    for (const Bound& bound : {date->start().latest, date->start().earliest})
        if (bound.isKnown())
            return bound.day;
    return {};
}

std::optional<Day> sortDayOf(const Extent& date) {
    for (const Bound& bound : {date.start().earliest, date.start().latest, date.end().earliest, date.end().latest})
        if (bound.isKnown())
            return bound.day;
    return {};
}

QList<EventId>::const_iterator firstAfter(const Dossier& dossier, Day day) {
    const QList<EventId>& events = dossier.eventsInOrder();
    return std::upper_bound(events.begin(), events.end(), day,
                            [&](Day limit, EventId event) { return limit < *sortDayOf(dossier, event); });
}

std::optional<Day> sortDayOf(const Dossier& dossier, EventId event) {
    const std::optional<Extent> date = extentFrom(dossier.view(event).date);
    return date ? sortDayOf(*date) : std::nullopt;
}

} // namespace entente::model
