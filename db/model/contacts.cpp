#include "db/model/contacts.h"

#include <map>
#include <set>

namespace entente::model {

namespace {

using Stretches = std::vector<Stretch>;

/// Stretches in order of time with those that touch joined.
Stretches joined(Stretches stretches) {
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    Stretches result;
    for (const Stretch& stretch : stretches) {
        if (!result.empty() && stretch.from <= result.back().to)
            result.back().to = std::max(result.back().to, stretch.to);
        else
            result.push_back(stretch);
    }
    return result;
}

/// The days that are in both. Both in order of time and without overlap, as is the result.
Stretches common(const Stretches& some, const Stretches& others) {
    Stretches result;
    for (auto a = some.begin(), b = others.begin(); a != some.end() && b != others.end();) {
        const Stretch both{std::max(a->from, b->from), std::min(a->to, b->to)};
        if (!both.isEmpty())
            result.push_back(both);
        ++(a->to < b->to ? a : b);
    }
    return result;
}

/// The days on which any period of a relationship is present.
Stretches daysOf(const Dossier& dossier, RelationshipId id, Presence least) {
    Stretches stretches;
    for (const PeriodId period : dossier.periodsOf(id))
        if (const Stretch days = daysOf(dossier.period(period), least); !days.isEmpty())
            stretches.push_back(days);
    return stretches.size() > 1 ? joined(std::move(stretches)) : stretches;
}

/// How an agreement is drawn over time.
struct AgreementDays {
    struct Pair {
        Stretch days;
        RelationshipId first, second;
    };
    Stretches node; ///< in order of time, joined
    std::vector<Pair> tie;
};

/// Sweeps over the days on which the parties of an agreement come and go.
AgreementDays sweep(const Dossier& dossier, const std::vector<RelationshipId>& parties, bool expanded) {
    std::map<Day, std::vector<RelationshipId>> coming, going;
    std::set<Day> changes;
    for (const RelationshipId party : parties) {
        for (const Stretch& days : daysOf(dossier, party, Presence::Possible)) {
            coming[days.from].push_back(party);
            going[days.to].push_back(party);
            changes.insert({days.from, days.to});
        }
    }
    AgreementDays result;
    std::set<RelationshipId> holding;
    for (auto day = changes.begin(); day != changes.end() && std::next(day) != changes.end(); ++day) {
        for (const RelationshipId party : going[*day])
            holding.erase(party);
        for (const RelationshipId party : coming[*day])
            holding.insert(party);
        const Stretch days{*day, *std::next(day)};
        if (holding.size() == 2 && !expanded)
            result.tie.push_back({days, *holding.begin(), *holding.rbegin()});
        else if (!holding.empty())
            result.node.push_back(days);
    }
    result.node = joined(std::move(result.node));
    return result;
}

/// Collects the contacts of a dossier.
class Collector {
public:
    Collector(const Dossier& dossier, const ContactOptions& options) : m_dossier(dossier), m_options(options) {}

    std::vector<Contact> collect() {
        sweepAgreements();
        for (qsizetype i = 0; i < m_dossier.tables().relationships.size(); ++i)
            addRelationship(RelationshipId(i));
        for (const auto& [agreement, days] : m_agreements)
            for (const AgreementDays::Pair& pair : days.tie)
                addAgreement(pair);
        for (qsizetype i = 0; i < m_dossier.tables().actors.size(); ++i)
            add({ActorId(i), m_dossier.tables().actors[i].partOf, {}, {}, {}}, {Stretch()});
        return std::move(m_contacts);
    }

private:
    void sweepAgreements() {
        std::map<ActorId, std::vector<RelationshipId>> parties;
        for (qsizetype i = 0; i < m_dossier.tables().relationships.size(); ++i)
            if (isParty(m_dossier, RelationshipId(i)))
                parties[m_dossier.relationship(RelationshipId(i)).to].push_back(RelationshipId(i));
        for (const auto& [agreement, relationships] : parties)
            m_agreements[agreement] = sweep(m_dossier, relationships, m_options.expanded.contains(agreement));
    }

    /// Those of the days on which an actor can be drawn: an agreement only while it is a node.
    Stretches drawn(const Stretches& days, ActorId actor) const {
        if (!isAgreement(m_dossier, actor))
            return days;
        const auto known = m_agreements.find(actor);
        return known == m_agreements.end() ? Stretches() : common(days, known->second.node);
    }

    void addRelationship(RelationshipId id) {
        if (!matches(m_options.filter, m_dossier, id))
            return;
        const Relationship& row = m_dossier.relationship(id);
        const Stretches days = daysOf(m_dossier, id, m_options.least);
        add({row.from, row.to, {}, id, {}}, drawn(drawn(days, row.from), row.to));
    }

    void addAgreement(const AgreementDays::Pair& pair) {
        const bool shown =
            matches(m_options.filter, m_dossier, pair.first) || matches(m_options.filter, m_dossier, pair.second);
        if (!shown)
            return;
        const Stretches both =
            common(daysOf(m_dossier, pair.first, m_options.least), daysOf(m_dossier, pair.second, m_options.least));
        add({m_dossier.relationship(pair.first).from,
             m_dossier.relationship(pair.second).from,
             {},
             pair.first,
             pair.second},
            common({pair.days}, both));
    }

    void add(Contact contact, const Stretches& stretches) {
        if (!contact.from.isValid() || !contact.to.isValid() || contact.from == contact.to)
            return;
        for (const Stretch& days : stretches) {
            contact.days = days;
            m_contacts.push_back(contact);
        }
    }

    const Dossier& m_dossier;
    const ContactOptions& m_options;
    std::map<ActorId, AgreementDays> m_agreements;
    std::vector<Contact> m_contacts;
};

Tie partOf(const Contact& contact) {
    Tie tie;
    tie.kind = Tie::Kind::PartOf;
    tie.from = contact.from;
    tie.to = contact.to;
    return tie;
}

} // namespace

std::vector<Contact> contactsOf(const Dossier& dossier, const ContactOptions& options) {
    return Collector(dossier, options).collect();
}

Tie tieOf(const Dossier& dossier, const Contact& contact, Day day) {
    if (!contact.relationship.isValid())
        return partOf(contact);
    const auto tie = contact.secondParty.isValid() ? tieAt(dossier, contact.relationship, contact.secondParty, day)
                                                   : tieAt(dossier, contact.relationship, day);
    return tie.value_or(Tie());
}

} // namespace entente::model
