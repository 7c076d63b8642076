#include "db/model/network.h"

#include <QHash>
#include <QMap>

namespace entente::model {

Subject Tie::subject() const {
    switch (kind) {
    case Kind::Relationship:
        return relationship;
    case Kind::Agreement:
        return agreement;
    case Kind::PartOf:
        break;
    }
    return from;
}

bool isAgreement(const Dossier& dossier, ActorId actor) {
    return actor.isValid() && dossier.actor(actor).kind == ActorKind::Agreement;
}

bool isParty(const Dossier& dossier, RelationshipId id) {
    return dossier.typeOf(id).meaning == Meaning::Party && isAgreement(dossier, dossier.relationship(id).to);
}

namespace {

/// A tie of a relationship without what depends on a period.
Tie tieOf(const Dossier& dossier, RelationshipId id) {
    const Relationship& relationship = dossier.relationship(id);
    const RelationType& type = dossier.typeOf(id);
    Tie tie;
    tie.from = relationship.from;
    tie.to = relationship.to;
    tie.relationship = id;
    tie.lineForm = type.lineForm;
    tie.tenor = dossier.tenorOf(id);
    tie.directed = type.directed;
    tie.label = relationship.label.isEmpty() ? type.label : relationship.label;
    return tie;
}

Tie tieOf(const Dossier& dossier, PeriodId id, Day moment) {
    const Period& period = dossier.period(id);
    Tie tie = tieOf(dossier, period.relationship);
    tie.periods = {id};
    tie.state = period.state;
    tie.presence = presenceOn(period, moment);
    tie.ended = tie.presence == Presence::None;
    tie.since = possibleStart(period);
    tie.until = certainEnd(period);
    return tie;
}

Tie partOfTie(const Dossier& dossier, ActorId actor) {
    Tie tie;
    tie.kind = Tie::Kind::PartOf;
    tie.from = actor;
    tie.to = dossier.actor(actor).partOf;
    return tie;
}

void addPartOfTies(const Dossier& dossier, QList<Tie>& ties) {
    for (qsizetype i = 0; i < dossier.tables().actors.size(); ++i)
        if (dossier.tables().actors[i].partOf.isValid())
            ties.append(partOfTie(dossier, ActorId(i)));
}

/// The periods of a relationship that matter at a moment: of those that hold the one to draw, certain before possible,
/// a later start before an earlier one; else the one that ended last.
struct Standing {
    PeriodId leading, ended;
};

Standing standingOf(const Dossier& dossier, RelationshipId id, Day moment) {
    Standing standing;
    std::pair<Presence, std::optional<Day>> highest;
    std::optional<Day> latest;
    for (const PeriodId period : dossier.periodsOf(id)) {
        const Period& row = dossier.period(period);
        const std::pair rank(presenceOn(row, moment), possibleStart(row));
        if (rank.first != Presence::None) {
            if (!standing.leading.isValid() || rank >= highest) {
                standing.leading = period;
                highest = rank;
            }
        } else if (hasEnded(row, moment) && (!standing.ended.isValid() || certainEnd(row) >= latest)) {
            standing.ended = period;
            latest = certainEnd(row);
        }
    }
    return standing;
}

/// An agreement of two parties as one tie between them.
Tie collapsedTie(const Dossier& dossier, PeriodId first, PeriodId second, Day moment) {
    Tie tie = tieOf(dossier, first, moment);
    const Tie other = tieOf(dossier, second, moment);
    const Actor& actor = dossier.actor(tie.to);
    tie.kind = Tie::Kind::Agreement;
    tie.agreement = tie.to;
    tie.relationship = {};
    tie.to = other.from;
    tie.periods.append(second);
    tie.state = std::min(tie.state, other.state);
    tie.presence = std::min(tie.presence, other.presence);
    tie.since = std::max(tie.since, other.since);
    if (!tie.until || (other.until && *other.until < *tie.until))
        tie.until = other.until;
    tie.directed = false;
    tie.label = actor.shownName();
    return tie;
}

/// Builds the network of one day.
class NetworkBuilder {
public:
    NetworkBuilder(const Dossier& dossier, Day moment, const Filter& filter, const NetworkOptions& options)
        : m_dossier(dossier), m_moment(moment), m_filter(filter), m_options(options) {
        m_network.moment = moment;
        m_network.agreementNode.fill(false, dossier.tables().actors.size());
        m_network.onStage.fill(false, dossier.tables().actors.size());
    }

    Network build() {
        takeStandings();
        countParties();
        hideAgreements();
        m_network.ties.reserve(m_standings.size());
        for (qsizetype i = 0; i < m_standings.size(); ++i)
            addRelationship(RelationshipId(i));
        addCollapsed();
        addPartOfTies(m_dossier, m_network.ties);
        for (const Tie& tie : m_network.ties)
            if (!tie.ended)
                m_network.onStage[tie.from.index] = m_network.onStage[tie.to.index] = true;
        return std::move(m_network);
    }

private:
    void takeStandings() {
        const qsizetype count = m_dossier.tables().relationships.size();
        m_standings.reserve(count);
        for (qsizetype i = 0; i < count; ++i)
            m_standings.append(standingOf(m_dossier, RelationshipId(i), m_moment));
        m_pairs.reserve(count);
        for (const Relationship& row : m_dossier.tables().relationships)
            m_pairs.append(pairOf(row));
    }

    /// The same whichever of the two comes first.
    static quint64 pairOf(const Relationship& row) {
        const auto [less, more] = std::minmax(row.from.index, row.to.index);
        return static_cast<quint64>(static_cast<quint32>(less)) << 32 | static_cast<quint32>(more);
    }

    void countParties() {
        for (qsizetype i = 0; i < m_standings.size(); ++i)
            if (isParty(m_dossier, RelationshipId(i)) && m_standings[i].leading.isValid())
                m_parties[m_dossier.relationship(RelationshipId(i)).to].append(RelationshipId(i));
        for (auto it = m_parties.cbegin(); it != m_parties.cend(); ++it)
            m_network.agreementNode[it.key().index] = it->size() != 2 || m_options.expanded.contains(it.key());
    }

    /// Agreements that stand as a tie, or not at all: ties to them have nothing to end at.
    void hideAgreements() {
        const QList<Actor>& actors = m_dossier.tables().actors;
        m_isHidden.reserve(actors.size());
        for (qsizetype i = 0; i < actors.size(); ++i)
            m_isHidden.append(actors[i].kind == ActorKind::Agreement && !m_network.agreementNode[i]);
    }

    bool isDrawable(RelationshipId id) const {
        const Relationship& row = m_dossier.relationship(id);
        return row.from.isValid() && row.to.isValid() && !m_isHidden[row.from.index] && !m_isHidden[row.to.index] &&
               matches(m_filter, m_dossier, id);
    }

    void addRelationship(RelationshipId id) {
        if (!isDrawable(id))
            return;
        const Standing& standing = m_standings[id.index];
        if (standing.leading.isValid())
            m_network.ties.append(tieOf(m_dossier, standing.leading, m_moment));
        else if (m_options.showEnded && standing.ended.isValid() && !isFollowed(id, standing.ended))
            m_network.ties.append(tieOf(m_dossier, standing.ended, m_moment));
    }

    /// Whether another tie of the same two actors began since this one ended (decision 23).
    bool isFollowed(RelationshipId id, PeriodId ended) const {
        const Relationship& row = m_dossier.relationship(id);
        const Day end = *certainEnd(m_dossier.period(ended));
        const QList<RelationshipId>&ofFrom = m_dossier.relationshipsOf(row.from),
              &ofTo = m_dossier.relationshipsOf(row.to);
        for (const RelationshipId other : ofFrom.size() <= ofTo.size() ? ofFrom : ofTo) {
            if (m_pairs[other.index] != m_pairs[id.index] || other == id)
                continue;
            for (const PeriodId period : m_dossier.periodsOf(other))
                if (const auto start = possibleStart(m_dossier.period(period));
                    start && *start >= end && *start <= m_moment)
                    return true;
        }
        return false;
    }

    void addCollapsed() {
        for (auto it = m_parties.cbegin(); it != m_parties.cend(); ++it) {
            const bool shown = std::any_of(it->begin(), it->end(),
                                           [this](RelationshipId id) { return matches(m_filter, m_dossier, id); });
            if (!m_network.agreementNode[it.key().index] && shown)
                m_network.ties.append(collapsed(it->at(0), it->at(1)));
        }
    }

    Tie collapsed(RelationshipId first, RelationshipId second) const {
        return collapsedTie(m_dossier, m_standings[first.index].leading, m_standings[second.index].leading, m_moment);
    }

    const Dossier& m_dossier;
    const Day m_moment;
    const Filter& m_filter;
    const NetworkOptions& m_options;
    QList<Standing> m_standings;
    QList<quint64> m_pairs; ///< by relationship: a hub has thousands, whose rows lie far apart
    QMap<ActorId, QList<RelationshipId>> m_parties;
    QList<bool> m_isHidden; ///< by actor
    Network m_network;
};

} // namespace

Network networkAt(const Dossier& dossier, Day moment, const Filter& filter, const NetworkOptions& options) {
    return NetworkBuilder(dossier, moment, filter, options).build();
}

std::optional<Tie> tieAt(const Dossier& dossier, RelationshipId relationship, Day moment) {
    const Standing standing = standingOf(dossier, relationship, moment);
    if (!standing.leading.isValid())
        return std::nullopt;
    return tieOf(dossier, standing.leading, moment);
}

std::optional<Tie> tieAt(const Dossier& dossier, RelationshipId firstParty, RelationshipId secondParty, Day moment) {
    const auto first = tieAt(dossier, firstParty, moment);
    const auto second = tieAt(dossier, secondParty, moment);
    if (!first || !second)
        return std::nullopt;
    return collapsedTie(dossier, first->periods.first(), second->periods.first(), moment);
}

QList<CitationId> citationsBehind(const Dossier& dossier, const Tie& tie) {
    if (tie.kind == Tie::Kind::PartOf)
        return dossier.actor(tie.from).citations;
    QList<CitationId> citations;
    for (const PeriodId period : tie.periods)
        for (const CitationId citation : dossier.period(period).citations)
            if (!citations.contains(citation))
                citations.append(citation);
    return citations;
}

QList<Tie> tiesAt(const Dossier& dossier, Day moment, const Filter& filter, bool showEnded) {
    QList<Tie> ties;
    for (qsizetype i = 0; i < dossier.tables().relationships.size(); ++i) {
        if (!matches(filter, dossier, RelationshipId(i)))
            continue;
        const Standing standing = standingOf(dossier, RelationshipId(i), moment);
        for (const PeriodId period : dossier.periodsOf(RelationshipId(i)))
            if (presenceOn(dossier.period(period), moment) != Presence::None)
                ties.append(tieOf(dossier, period, moment));
        if (showEnded && !standing.leading.isValid() && standing.ended.isValid())
            ties.append(tieOf(dossier, standing.ended, moment));
    }
    addPartOfTies(dossier, ties);
    return ties;
}

QList<Tie> allTies(const Dossier& dossier) {
    QList<Tie> ties;
    for (qsizetype i = 0; i < dossier.tables().relationships.size(); ++i) {
        Tie tie = tieOf(dossier, RelationshipId(i));
        tie.periods = dossier.periodsOf(RelationshipId(i));
        ties.append(tie);
    }
    addPartOfTies(dossier, ties);
    return ties;
}

static void expandEnds(const Dossier& dossier, RelationshipId id, QSet<ActorId>& expanded) {
    for (const ActorId actor : {dossier.relationship(id).from, dossier.relationship(id).to})
        if (isAgreement(dossier, actor))
            expanded.insert(actor);
}

QSet<ActorId> expandedBy(const Dossier& dossier, const Subject& subject) {
    QSet<ActorId> expanded;
    if (const auto* actor = std::get_if<ActorId>(&subject); actor && isAgreement(dossier, *actor))
        expanded.insert(*actor);
    if (const auto* relationship = std::get_if<RelationshipId>(&subject))
        expandEnds(dossier, *relationship, expanded);
    if (const auto* event = std::get_if<EventId>(&subject)) {
        for (const Participation& row : dossier.participationsOf(*event))
            if (isAgreement(dossier, row.actor))
                expanded.insert(row.actor);
        for (const PeriodId period : dossier.periodsBegunBy(*event) + dossier.periodsEndedBy(*event))
            expandEnds(dossier, dossier.period(period).relationship, expanded);
    }
    return expanded;
}

} // namespace entente::model
