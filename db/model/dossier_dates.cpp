#include "db/model/dossier.h"

namespace entente::model {

const DateClaim* Dossier::claimInUse(EventId id) const {
    const QList<DateClaim>& claims = event(id).claims;
    for (const DateClaim& claim : claims)
        if (claim.preferred)
            return &claim;
    return claims.isEmpty() ? nullptr : &claims.first();
}

/// Whether two dates cannot both be true: their hulls share no day. What is open or unknown reaches everywhere.
static bool areDisjoint(const Edtf& a, const Edtf& b) {
    const auto before = [](const Edtf& first, const Edtf& second) {
        return first.latest().isKnown() && second.earliest().isKnown() && first.latest().day < second.earliest().day;
    };
    return before(a, b) || before(b, a);
}

QList<DateClaim> Dossier::conflictingClaims(EventId id) const {
    QList<DateClaim> conflicting;
    const DateClaim* used = claimInUse(id);
    if (!used)
        return conflicting;
    for (const DateClaim& claim : event(id).claims)
        if (&claim != used && areDisjoint(claim.date, used->date))
            conflicting.append(claim);
    return conflicting;
}

bool Dossier::isContested(EventId id) const {
    return !conflictingClaims(id).isEmpty();
}

std::optional<Dossier::Span> Dossier::span() const {
    std::optional<Span> span;
    const auto include = [&](const Bound& bound) {
        if (!bound.isKnown())
            return;
        if (!span)
            span = Span{bound.day, bound.day};
        span->first = std::min(span->first, bound.day);
        span->last = std::max(span->last, bound.day);
    };
    for (const EventId id : m_order) {
        const Edtf& date = claimInUse(id)->date;
        for (const PointBounds& point : {date.start(), date.end()}) {
            include(point.earliest);
            include(point.latest);
        }
    }
    return span;
}

std::optional<Day> momentOf(const Dossier& dossier, EventId event) {
    const DateClaim* claim = dossier.claimInUse(event);
    if (!claim)
        return {};
    const PointBounds& start = claim->date.start();
    if (start.latest.isKnown())
        return start.latest.day;
    if (start.earliest.isKnown())
        return start.earliest.day;
    return {};
}

std::optional<Day> sortDayOf(const Dossier& dossier, EventId event) {
    const DateClaim* claim = dossier.claimInUse(event);
    if (!claim)
        return {};
    const Edtf& date = claim->date;
    for (const Bound& bound : {date.start().earliest, date.start().latest, date.end().earliest, date.end().latest})
        if (bound.isKnown())
            return bound.day;
    return {};
}

} // namespace entente::model
