#include "db/model/comparison.h"

#include <map>

namespace entente::model {

namespace {

/// Whether something that happens from one day to another at the latest happens after `before` and not after `after`.
Presence between(Day before, Day after, Day earliest, Day latest) {
    if (before < earliest && latest <= after)
        return Presence::Certain;
    return latest > before && earliest <= after ? Presence::Possible : Presence::None;
}

bool isKnown(const PeriodBound& bound, Day earliest, Day latest) {
    return bound.kind == PeriodBound::Kind::Dated && (earliest != beforeAllDays || latest != afterAllDays);
}

/// Compares the periods of relationships.
class PeriodComparer {
public:
    PeriodComparer(const Dossier& dossier, Day before, Day after)
        : m_dossier(dossier), m_before(before), m_after(after) {}

    void addDifferencesOf(RelationshipId relationship) {
        const PeriodId leadingBefore = leadingOn(m_before, relationship);
        const PeriodId leadingAfter = leadingOn(m_after, relationship);
        for (const PeriodId period : m_dossier.periodsOf(relationship)) {
            auto difference = differenceOf(period);
            if (!difference)
                continue;
            if (leadingBefore.isValid() && leadingAfter.isValid() && leadingBefore != leadingAfter)
                pair(*difference, leadingBefore, leadingAfter);
            m_found.emplace(std::pair(dayOf(*difference), period), *difference);
        }
    }

    QList<PeriodDifference> inOrder() const {
        QList<PeriodDifference> all;
        for (const auto& [place, difference] : m_found)
            all.append(difference);
        return all;
    }

private:
    PeriodId leadingOn(Day day, RelationshipId relationship) const {
        const auto tie = tieAt(m_dossier, relationship, day);
        return tie ? tie->periods.first() : PeriodId();
    }

    std::optional<PeriodDifference> differenceOf(PeriodId id) const {
        const Period& period = m_dossier.period(id);
        const Stretch possible = daysOf(period, Presence::Possible), certain = daysOf(period, Presence::Certain);
        PeriodDifference difference;
        difference.period = id;
        if (isKnown(period.from, possible.from, certain.from))
            difference.begins = between(m_before, m_after, possible.from, certain.from);
        if (isKnown(period.to, certain.to, possible.to))
            difference.ends = between(m_before, m_after, certain.to, possible.to);
        const bool none = difference.begins == Presence::None && difference.ends == Presence::None;
        if (none || possible.isEmpty())
            return std::nullopt;
        classify(difference, presenceOn(period, m_before), presenceOn(period, m_after));
        return difference;
    }

    static void classify(PeriodDifference& difference, Presence before, Presence after) {
        if (before == Presence::None && after == Presence::None) {
            difference.difference = Difference::Passed;
            difference.isCertain = difference.begins == Presence::Certain && difference.ends == Presence::Certain;
        } else if (after > before) {
            difference.difference = Difference::New;
            difference.isCertain = before == Presence::None && after == Presence::Certain;
        } else if (before > after || difference.ends != Presence::None) {
            difference.difference = Difference::Gone;
            difference.isCertain = before == Presence::Certain && after == Presence::None;
        } else {
            difference.difference = Difference::New;
            difference.isCertain = false;
        }
    }

    void pair(PeriodDifference& difference, PeriodId before, PeriodId after) const {
        if (difference.period != before && difference.period != after)
            return;
        difference.difference = Difference::Changed;
        difference.counterpart = difference.period == before ? after : before;
        difference.isCertain = presenceOn(m_dossier.period(before), m_before) == Presence::Certain &&
                               presenceOn(m_dossier.period(after), m_after) == Presence::Certain;
    }

    /// The first day on which the difference may be there; one of the two moments' days if that is not known.
    Day dayOf(const PeriodDifference& difference) const {
        const Period& period = m_dossier.period(difference.period);
        const Day day = difference.begins != Presence::None ? daysOf(period, Presence::Possible).from
                                                            : daysOf(period, Presence::Certain).to;
        return std::clamp(day, m_before, m_after);
    }

    const Dossier& m_dossier;
    const Day m_before, m_after;
    std::map<std::pair<Day, PeriodId>, PeriodDifference> m_found;
};

/// What makes a tie the same on both days, in the order of networkAt.
std::tuple<int, qint32> identityOf(const Tie& tie) {
    switch (tie.kind) {
    case Tie::Kind::Relationship:
        return {0, tie.relationship.index};
    case Tie::Kind::Agreement:
        return {1, tie.agreement.index};
    case Tie::Kind::PartOf:
        break;
    }
    return {2, tie.from.index};
}

QHash<ActorId, std::pair<ActorId, ActorId>> partiesByAgreement(const Network& network) {
    QHash<ActorId, std::pair<ActorId, ActorId>> parties;
    for (const Tie& tie : network.ties)
        if (tie.kind == Tie::Kind::Agreement)
            parties[tie.agreement] = {tie.from, tie.to};
    return parties;
}

/// Agreements that stand as a tie on one day in a way that the other day cannot show.
QSet<ActorId> unlikeIn(const Network& one, const Network& other) {
    QSet<ActorId> agreements;
    const auto ties = partiesByAgreement(one), otherTies = partiesByAgreement(other);
    for (auto tie = ties.cbegin(); tie != ties.cend(); ++tie)
        if (other.agreementNode[tie.key().index] || otherTies.value(tie.key(), *tie) != *tie)
            agreements.insert(tie.key());
    return agreements;
}

TieDifference differenceOf(const Tie* before, const Tie* after) {
    TieDifference difference;
    difference.before = before ? before->presence : Presence::None;
    difference.after = after ? after->presence : Presence::None;
    if (before)
        difference.stateBefore = before->state;
    if (!before)
        difference.difference = Difference::New;
    else if (!after)
        difference.difference = Difference::Gone;
    else if (before->periods != after->periods)
        difference.difference = Difference::Changed;
    return difference;
}

/// Puts the ties of two networks into one.
void unite(const Network& before, const Network& after, Comparison& comparison) {
    std::map<std::tuple<int, qint32>, std::pair<const Tie*, const Tie*>> ties;
    for (const Tie& tie : before.ties)
        ties[identityOf(tie)].first = &tie;
    for (const Tie& tie : after.ties)
        ties[identityOf(tie)].second = &tie;
    comparison.network = after;
    comparison.network.ties.clear();
    for (const auto& [identity, both] : ties) {
        comparison.network.ties.append(both.second ? *both.second : *both.first);
        comparison.ties.append(differenceOf(both.first, both.second));
    }
    for (qsizetype i = 0; i < before.onStage.size(); ++i) {
        comparison.network.onStage[i] = before.onStage[i] || after.onStage[i];
        comparison.network.agreementNode[i] = before.agreementNode[i] || after.agreementNode[i];
    }
}

} // namespace

bool TieDifference::isCertain() const {
    const bool firm = before != Presence::Possible && after != Presence::Possible;
    return firm || difference == Difference::Same;
}

Comparison compare(const Dossier& dossier, Day one, Day other, const Filter& filter, const QSet<ActorId>& expanded) {
    Comparison comparison;
    comparison.before = std::min(one, other);
    comparison.after = std::max(one, other);
    PeriodComparer comparer(dossier, comparison.before, comparison.after);
    for (qsizetype i = 0; i < dossier.tables().relationships.size(); ++i)
        if (matches(filter, dossier, RelationshipId(i)))
            comparer.addDifferencesOf(RelationshipId(i));
    comparison.periods = comparer.inOrder();
    NetworkOptions options{false, expanded};
    Network before = networkAt(dossier, comparison.before, filter, options);
    Network after = networkAt(dossier, comparison.after, filter, options);
    const QSet<ActorId> unlike = unlikeIn(before, after) + unlikeIn(after, before);
    if (!unlike.isEmpty()) {
        options.expanded += unlike;
        before = networkAt(dossier, comparison.before, filter, options);
        after = networkAt(dossier, comparison.after, filter, options);
    }
    unite(before, after, comparison);
    return comparison;
}

} // namespace entente::model
