#pragma once

#include "db/model/event_order.h"
#include "db/model/packed_rows.h"
#include "db/model/result.h"

#include <QHash>
#include <memory>

namespace entente::model {

/// All rows of a dossier: plain lists, implicitly shared, so that a copy that changes one list shares the rest. A row's
/// id is its position. Who fills one keeps every id valid or -1; Dossier's constructor relies on it. Events and
/// participations, of which there may be millions, are packed.
struct Tables {
    Head head;
    QList<Source> sources;
    QList<Citation> citations;
    QList<Theme> themes;
    QList<EventKind> eventKinds;
    EventList events;
    QList<Actor> actors;
    ParticipationList participations;
    QList<RelationType> relationTypes;
    QList<Relationship> relationships;
    QList<Period> periods;
    QList<Perspective> perspectives;
    QList<Era> eras;
    QList<Media> media;
    QList<Story> stories;
    QList<Scene> scenes;
    QList<Placement> placements;
    QList<Translation> translations;

    bool operator==(const Tables&) const = default;
};

/// What a user can point at: an event, actor, relationship, agreement (an actor), era, source or perspective.
using Subject = std::variant<std::monostate, EventId, ActorId, RelationshipId, EraId, SourceId, PerspectiveId>;

inline bool isNothing(const Subject& subject) {
    return std::holds_alternative<std::monostate>(subject);
}

/// One loaded dossier: immutable, shared between threads as shared_ptr<const Dossier>. Look-ups are O(1) unless said.
class Dossier {
public:
    /// Takes the rows, puts scenes in order of story and position, and builds the look-ups. Lists that need no ordering
    /// stay shared. O(n log n) in the number of rows. `before`: an earlier state with the same events by row, key,
    /// date, importance and themes; what follows from these is taken from it. Not if their number differs.
    explicit Dossier(Tables tables, Findings findings = {}, const Dossier* before = nullptr);

    /// The same of events whose order is known: that of all of them, joined and not yet settled. Another is made if it
    /// is of another number of events.
    Dossier(Tables tables, EventOrder order);

    const Tables& tables() const { return m_tables; }
    /// What was found wrong while reading, in file order. Empty for a clean dossier.
    const Findings& findings() const { return m_findings; }

    const Head& head() const { return m_tables.head; }
    /// Whether nothing is known at all, as while no file is open.
    bool isBlank() const;
    /// The whole event, made from its packed row: about a microsecond. Who needs a part of many asks for the part.
    Event event(EventId id) const { return m_tables.events[id.index]; }
    /// Its parts without a copy of the texts; valid as long as this dossier.
    EventView view(EventId id) const { return viewOf(m_tables.events.records()[id.index]); }
    QString titleOf(EventId id) const { return QString::fromUtf8(view(id).title); }
    /// The short title, else the title.
    QString shortTitleOf(EventId id) const;
    const Actor& actor(ActorId id) const { return m_tables.actors[id.index]; }
    const Relationship& relationship(RelationshipId id) const { return m_tables.relationships[id.index]; }
    const RelationType& typeOf(RelationshipId id) const;
    const Period& period(PeriodId id) const { return m_tables.periods[id.index]; }
    const Perspective& perspective(PerspectiveId id) const { return m_tables.perspectives[id.index]; }
    const Citation& citation(CitationId id) const { return m_tables.citations[id.index]; }
    const Source& source(SourceId id) const { return m_tables.sources[id.index]; }
    const Theme& theme(ThemeId id) const { return m_tables.themes[id.index]; }
    const EventKind& kindOf(const EventView& event) const;
    const EventKind& kindOf(EventId id) const { return kindOf(view(id)); }
    const Era& era(EraId id) const { return m_tables.eras[id.index]; }

    /// The event's own tenor, else its kind's; Neutral if it has neither.
    Tenor tenorOf(const EventView& event) const { return event.tenor.value_or(kindOf(event).tenor); }
    Tenor tenorOf(EventId id) const { return tenorOf(view(id)); }
    /// The relationship's own tenor, else its type's.
    Tenor tenorOf(RelationshipId id) const;

    /// The preferred claim (the first if none is marked), or none for an undated event.
    std::optional<DateClaim> claimInUse(EventId id) const;
    /// The date of the claim in use, or none.
    std::optional<Edtf> dateOf(EventId id) const;
    /// Whether another claim conflicts with the one in use: their [earliest, latest] are disjoint (decision 2).
    bool isContested(EventId id) const;
    /// Claims that conflict with the one in use, by position.
    QList<DateClaim> conflictingClaims(EventId id) const;

    /// The lane of an event: its first theme, or the theme whose lane that joins. None if it has no theme.
    ThemeId laneOf(EventId id) const;
    /// Themes that are lanes, by position, then row.
    QList<ThemeId> lanes() const;

    /// Dated events by earliest bound of the claim in use, then importance (high first), then key; a total order
    /// (interface 2.1 a). An unknown or open start sorts by its latest bound. Undated ones are not in it.
    const QList<EventId>& eventsInOrder() const { return m_order; }
    const QList<EventId>& undatedEvents() const { return m_undated; }
    /// Position in eventsInOrder, or -1.
    qsizetype orderOf(EventId id) const { return m_position[id.index]; }

    QList<Participation> participationsOf(EventId id) const;
    /// Events an actor takes part in, in order, undated ones last.
    QList<EventId> eventsOf(ActorId id) const;
    /// Whether an actor takes part in an event.
    bool takesPart(ActorId actor, EventId event) const;
    /// Relationships from or to an actor, by row.
    const QList<RelationshipId>& relationshipsOf(ActorId id) const;
    /// Periods of a relationship, by row (which is order of time in a well-kept dossier).
    const QList<PeriodId>& periodsOf(RelationshipId id) const;
    /// Periods that an event began or ended, by row.
    QList<PeriodId> periodsBegunBy(EventId id) const;
    QList<PeriodId> periodsEndedBy(EventId id) const;
    QList<PerspectiveId> perspectivesOn(const Subject& subject) const;
    /// Citations anywhere in the dossier that point into a source.
    QList<CitationId> citationsOf(SourceId id) const;

    /// All citations behind a thing in reading order, each once: its own, then its claims', participations' and
    /// periods', then those marked in its summary. This is the numbering of sources on screen and in pictures.
    QList<CitationId> evidenceOf(const Subject& subject) const;

    /// The thing of this key, or nothing. Events, actors, relationships, eras, sources, perspectives. Looks through the
    /// events one by one: O(number of events), some 20 ns each.
    Subject find(const QString& key) const;
    /// The key of a thing; empty for nothing.
    QString keyOf(const Subject& subject) const;
    /// The citation of this key, or none.
    CitationId findCitation(const QString& key) const;

    /// Hull of all dated events' claims in use and nothing else: first and last known day. None if nothing is dated.
    using Span = EventOrder::Span;
    const std::optional<Span>& span() const { return m_span; }
    /// The same without outliers, so that one event in a distant age does not make all others a dot: an event is an
    /// outlier if it reaches further from the middle 96 % of the events (by their days in order; at least all but one
    /// either side) than three times what these take, of ten or more dated events, if no more than 2 % (or one) do.
    const std::optional<Span>& commonSpan() const { return m_commonSpan; }
    /// How many dated events are outliers: they reach out of commonSpan().
    qsizetype outlyingEvents() const { return m_outlyingEvents; }
    /// Whether the date of any event has a time of day.
    bool hasTimes() const { return m_hasTimes; }
    /// Whether any event has no theme, and so no lane of its own.
    bool hasEventsWithoutLane() const { return m_hasEventsWithoutLane; }

private:
    void arrange();
    void index();
    void indexKeys();
    void indexParticipations();
    void take(EventOrder order);
    void takeOrder(const Dossier& before);
    void orderOfActors();
    void leaveOutliersOut();
    qsizetype participationRow(qsizetype position) const;

    Tables m_tables;
    Findings m_findings;
    QHash<QString, Subject> m_keys;
    QHash<QString, CitationId> m_citationKeys;
    QList<EventId> m_order;
    QList<EventId> m_undated;
    QList<qint32> m_position;
    std::optional<Span> m_span;
    std::optional<Span> m_commonSpan;
    qsizetype m_outlyingEvents = 0;
    bool m_hasTimes = false;
    bool m_hasEventsWithoutLane = false;
    std::vector<quint32> m_participationOrder; ///< rows by event; empty: they stand in that order
    std::vector<quint32> m_actorStarts;        ///< of each actor's events in the next, and its end
    std::vector<EventId> m_actorEvents;
    QList<QList<RelationshipId>> m_relationships;
    QList<QList<PeriodId>> m_periods;
};

using DossierPointer = std::shared_ptr<const Dossier>;

/// The day on which an event puts the moment (decision 7): the latest possible day of its start in the claim in use; of
/// a half-open set its known bound. None if undated or nothing is known.
std::optional<Day> momentOf(const Dossier& dossier, EventId event);

/// The day by which a date sorts: its first known bound. None if nothing is known.
std::optional<Day> sortDayOf(const Extent& date);
/// The same of an event's claim in use. None if undated.
std::optional<Day> sortDayOf(const Dossier& dossier, EventId event);
/// The first in eventsInOrder whose day in that order is later; O(log n).
QList<EventId>::const_iterator firstAfter(const Dossier& dossier, Day day);

} // namespace entente::model
