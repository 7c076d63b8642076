#include "app/relations/layout/seats.h"
#include "db/model/network.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

using model::Actor;
using model::ActorId;
using model::ActorKind;
using model::Dossier;
using model::RelationshipId;

constexpr double roomyShare = 0.5;  ///< of the frame's area: what boxes with all names may take
constexpr double tightShare = 0.62; ///< what boxes may take at all

/// The actors of a dossier that have a place, and what the layout needs to know of them.
class Roster {
public:
    Roster(const Dossier& dossier, const Measures& measures) : m_dossier(dossier), m_measures(measures) {
        const auto& tables = dossier.tables();
        m_body.fill(-1, tables.actors.size());
        markTied();
        for (qsizetype i = 0; i < tables.actors.size(); ++i) {
            if (m_body[i] >= 0) {
                m_body[i] = static_cast<int>(m_actors.size());
                m_actors << ActorId(i);
            }
        }
    }

    const QList<ActorId>& actors() const { return m_actors; }

    PlaceInput input(Detail& chosen) const {
        PlaceInput input;
        input.frame *= m_measures.scale;
        input.margin *= m_measures.scale;
        addLinks(input);
        for (const Detail detail : {Detail::Full, Detail::Forms, Detail::Compact}) {
            chosen = detail;
            input.bodies.clear();
            for (const ActorId actor : m_actors)
                input.bodies << bodyOf(actor, detail);
            if (shareOf(input) < (detail == Detail::Full ? roomyShare : tightShare))
                break;
        }
        return input;
    }

private:
    void markTied() {
        const auto& tables = m_dossier.tables();
        for (qsizetype i = 0; i < tables.relationships.size(); ++i) {
            if (!m_dossier.periodsOf(RelationshipId(i)).isEmpty()) {
                mark(tables.relationships[i].from);
                mark(tables.relationships[i].to);
            }
        }
        for (qsizetype i = 0; i < tables.actors.size(); ++i) {
            if (tables.actors[i].partOf.isValid()) {
                mark(ActorId(i));
                mark(tables.actors[i].partOf);
            }
        }
        for (const model::Placement& placement : tables.placements)
            mark(placement.actor);
    }

    void mark(ActorId actor) {
        if (actor.isValid())
            m_body[actor.index] = 0;
    }

    int bodyIndex(ActorId actor) const { return actor.isValid() ? m_body[actor.index] : -1; }

    /// Of the frame's area, what boxes and their margins take.
    static double shareOf(const PlaceInput& input) {
        double area = 0;
        for (const Body& body : input.bodies)
            area += (body.size.width() + input.margin) * (body.size.height() + input.margin);
        return area / (input.frame.width() * input.frame.height());
    }

    Body bodyOf(ActorId actor, Detail detail) const {
        const Actor& row = m_dossier.actor(actor);
        Body body;
        const Extent extent = extentOf(row, m_measures, detail);
        body.size = extent.box.size();
        body.middle = extent.box.center();
        body.pole = row.pole;
        body.home = bodyIndex(homeOf(actor));
        body.hidden = row.kind == ActorKind::Agreement && partiesOf(actor).size() == 2;
        return body;
    }

    /// The state that an actor belongs to, through offices and being part of; itself is none.
    ActorId homeOf(ActorId actor) const {
        ActorId at = actor;
        for (int step = 0; step < 4 && at.isValid(); ++step) {
            if (at != actor && m_dossier.actor(at).kind == ActorKind::State)
                return at;
            if (m_dossier.actor(at).kind == ActorKind::State)
                return {};
            at = aboveOf(at);
        }
        return {};
    }

    ActorId aboveOf(ActorId actor) const {
        if (m_dossier.actor(actor).partOf.isValid())
            return m_dossier.actor(actor).partOf;
        for (const RelationshipId id : m_dossier.relationshipsOf(actor)) {
            if (m_dossier.typeOf(id).meaning == model::Meaning::Office && m_dossier.relationship(id).from == actor)
                return m_dossier.relationship(id).to;
        }
        return {};
    }

    QList<RelationshipId> partiesOf(ActorId agreement) const {
        QList<RelationshipId> parties;
        for (const RelationshipId id : m_dossier.relationshipsOf(agreement)) {
            if (m_dossier.typeOf(id).meaning == model::Meaning::Party && m_dossier.relationship(id).to == agreement)
                parties << id;
        }
        return parties;
    }

    QList<Link::Stretch> stretchesOf(RelationshipId id) const {
        QList<Link::Stretch> stretches;
        for (const model::PeriodId period : m_dossier.periodsOf(id))
            stretches << Link::Stretch{possibleStart(m_dossier.period(period)), certainEnd(m_dossier.period(period))};
        return stretches;
    }

    void addLinks(PlaceInput& input) const {
        const auto& tables = m_dossier.tables();
        for (qsizetype i = 0; i < tables.relationships.size(); ++i) {
            const RelationshipId id(i);
            input.links << Link{bodyIndex(tables.relationships[i].from), bodyIndex(tables.relationships[i].to),
                                stretchesOf(id)};
        }
        for (const ActorId actor : m_actors) {
            if (m_dossier.actor(actor).partOf.isValid())
                input.links << Link{bodyIndex(actor), bodyIndex(m_dossier.actor(actor).partOf), {{}}};
            // Two parties are mostly shown as one tie between them.
            if (const auto parties = partiesOf(actor); parties.size() == 2)
                input.links << Link{bodyIndex(m_dossier.relationship(parties[0]).from),
                                    bodyIndex(m_dossier.relationship(parties[1]).from), stretchesOf(parties[0])};
        }
    }

    const Dossier& m_dossier;
    const Measures& m_measures;
    QList<int> m_body; ///< by actor: its body, or -1
    QList<ActorId> m_actors;
};

/// A pin moves who is pinned and nobody else.
void pin(Places& places, const Dossier& dossier) {
    for (const model::Placement& placement : dossier.tables().placements) {
        const auto spot = std::lower_bound(places.spots.begin(), places.spots.end(), placement.actor.index,
                                           [](const Places::Spot& one, auto index) { return one.actor.index < index; });
        const QPointF place = placement.place;
        if (spot == places.spots.end() || spot->actor != placement.actor || !std::isfinite(place.x() + place.y()))
            continue;
        spot->at = {std::clamp(place.x(), 0.0, 1.0), std::clamp(place.y(), 0.0, 1.0)};
        spot->pinned = true;
    }
}

} // namespace

Places unplacedOf(const Dossier& dossier, const Measures& measures) {
    const Roster roster(dossier, measures);
    Places places;
    places.input = roster.input(places.detail);
    for (const ActorId actor : roster.actors())
        places.spots << Places::Spot{actor, {0.5, 0.5}};
    return places;
}

Places placed(Places places, const QList<QPointF>& at, const Dossier& dossier) {
    for (qsizetype i = 0; i < std::min(at.size(), places.spots.size()); ++i)
        places.spots[i].at = places.spots[i].unpinned = at[i];
    pin(places, dossier);
    return places;
}

void hold(Places& unplaced, const QList<model::Placement>& pins, const Dossier& dossier) {
    const QList<model::Placement>& now = dossier.tables().placements;
    for (const model::Placement& pin : pins) {
        const bool isPinned = std::any_of(now.begin(), now.end(),
                                          [&](const model::Placement& other) { return other.actor == pin.actor; });
        for (qsizetype i = 0; isPinned && i < unplaced.spots.size(); ++i)
            if (unplaced.spots[i].actor == pin.actor)
                unplaced.input.bodies[i].pin = pin.place;
    }
}

Places placesOf(const Dossier& dossier, const Measures& measures) {
    Places places = unplacedOf(dossier, measures);
    const QList<QPointF> at = place(places.input);
    return placed(std::move(places), at, dossier);
}

} // namespace entente::relations
