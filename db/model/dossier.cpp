#include "db/model/dossier.h"

namespace entente::model {

Dossier::Dossier(Tables tables, Findings findings) : m_tables(std::move(tables)), m_findings(std::move(findings)) {
    arrange();
    index();
    indexKeys();
    order();
}

void Dossier::arrange() {
    const auto before = [](const Scene& a, const Scene& b) {
        return std::pair(a.story, a.position) < std::pair(b.story, b.position);
    };
    if (!std::is_sorted(m_tables.scenes.cbegin(), m_tables.scenes.cend(), before))
        std::stable_sort(m_tables.scenes.begin(), m_tables.scenes.end(), before);
}

void Dossier::index() {
    const Tables& tables = m_tables; // reading through it leaves the lists shared
    m_participations.resize(tables.events.size());
    m_events.resize(tables.actors.size());
    m_relationships.resize(tables.actors.size());
    m_periods.resize(tables.relationships.size());
    for (qint32 i = 0; i < tables.participations.size(); ++i)
        if (const Participation& row = tables.participations[i]; row.event.isValid() && row.actor.isValid())
            m_participations[row.event.index].append(i);
    for (qsizetype i = 0; i < tables.relationships.size(); ++i) {
        const Relationship& row = tables.relationships[i];
        for (const ActorId actor : {row.from, row.to})
            if (actor.isValid() && !m_relationships[actor.index].contains(RelationshipId(i)))
                m_relationships[actor.index].append(RelationshipId(i));
    }
    for (qsizetype i = 0; i < tables.periods.size(); ++i)
        if (const RelationshipId row = tables.periods[i].relationship; row.isValid())
            m_periods[row.index].append(PeriodId(i));
}

template <typename IdType, typename Rows>
static void addKeys(QHash<QString, Subject>& keys, const Rows& rows) {
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (!keys.contains(rows[i].key))
            keys.insert(rows[i].key, IdType(i));
}

void Dossier::indexKeys() {
    addKeys<EventId>(m_keys, m_tables.events);
    addKeys<ActorId>(m_keys, m_tables.actors);
    addKeys<RelationshipId>(m_keys, m_tables.relationships);
    addKeys<EraId>(m_keys, m_tables.eras);
    addKeys<SourceId>(m_keys, m_tables.sources);
    addKeys<PerspectiveId>(m_keys, m_tables.perspectives);
    m_keys.remove(QString());
    for (qsizetype i = 0; i < m_tables.citations.size(); ++i)
        m_citationKeys.insert(m_tables.citations.at(i).key, CitationId(i));
}

void Dossier::order() {
    const Tables& tables = m_tables;
    struct Place {
        Day day;
        int importance;
        EventId event;
    };
    QList<Place> places;
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        const auto day = sortDayOf(*this, EventId(i));
        if (day)
            places.append({*day, tables.events[i].importance, EventId(i)});
        else
            m_undated.append(EventId(i));
    }
    std::sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
        if (a.day != b.day)
            return a.day < b.day;
        if (a.importance != b.importance)
            return a.importance > b.importance;
        return event(a.event).key < event(b.event).key;
    });
    m_position.fill(-1, tables.events.size());
    for (const Place& place : places) {
        m_position[place.event.index] = static_cast<qint32>(m_order.size());
        m_order.append(place.event);
        for (const qint32 row : m_participations[place.event.index])
            if (auto& events = m_events[tables.participations[row].actor.index]; !events.endsWith(place.event))
                events.append(place.event);
    }
    for (const EventId undated : m_undated)
        for (const qint32 row : m_participations[undated.index])
            if (auto& events = m_events[tables.participations[row].actor.index]; !events.endsWith(undated))
                events.append(undated);
}

const RelationType& Dossier::typeOf(RelationshipId id) const {
    static const RelationType none;
    const RelationTypeId type = relationship(id).type;
    return type.isValid() ? m_tables.relationTypes[type.index] : none;
}

const EventKind& Dossier::kindOf(EventId id) const {
    static const EventKind none;
    const EventKindId kind = event(id).kind;
    return kind.isValid() ? m_tables.eventKinds[kind.index] : none;
}

Tenor Dossier::tenorOf(EventId id) const {
    return event(id).tenor.value_or(kindOf(id).tenor);
}

Tenor Dossier::tenorOf(RelationshipId id) const {
    return relationship(id).tenor.value_or(typeOf(id).tenor);
}

ThemeId Dossier::laneOf(EventId id) const {
    const QList<ThemeId>& themes = event(id).themes;
    if (themes.isEmpty() || !themes.first().isValid())
        return {};
    const ThemeId lane = theme(themes.first()).lane;
    return lane.isValid() ? lane : themes.first();
}

QList<ThemeId> Dossier::lanes() const {
    QList<ThemeId> lanes;
    for (qsizetype i = 0; i < m_tables.themes.size(); ++i)
        if (!m_tables.themes[i].lane.isValid())
            lanes.append(ThemeId(i));
    std::stable_sort(lanes.begin(), lanes.end(),
                     [this](ThemeId a, ThemeId b) { return theme(a).position < theme(b).position; });
    return lanes;
}

QList<Participation> Dossier::participationsOf(EventId id) const {
    QList<Participation> rows;
    for (const qint32 row : m_participations[id.index])
        rows.append(m_tables.participations[row]);
    return rows;
}

bool Dossier::isBlank() const {
    return m_tables.head.title.isEmpty() && m_tables.events.isEmpty() && m_tables.actors.isEmpty() &&
           m_tables.sources.isEmpty();
}

QList<EventId> Dossier::eventsOf(ActorId id) const {
    return m_events[id.index];
}

const QList<RelationshipId>& Dossier::relationshipsOf(ActorId id) const {
    return m_relationships[id.index];
}

const QList<PeriodId>& Dossier::periodsOf(RelationshipId id) const {
    return m_periods[id.index];
}

QList<PeriodId> Dossier::periodsBegunBy(EventId id) const {
    QList<PeriodId> periods;
    for (qsizetype i = 0; i < m_tables.periods.size(); ++i)
        if (m_tables.periods[i].begunBy == id)
            periods.append(PeriodId(i));
    return periods;
}

QList<PeriodId> Dossier::periodsEndedBy(EventId id) const {
    QList<PeriodId> periods;
    for (qsizetype i = 0; i < m_tables.periods.size(); ++i)
        if (m_tables.periods[i].endedBy == id)
            periods.append(PeriodId(i));
    return periods;
}

QList<PerspectiveId> Dossier::perspectivesOn(const Subject& subject) const {
    QList<PerspectiveId> found;
    for (qsizetype i = 0; i < m_tables.perspectives.size(); ++i) {
        const Perspective& row = m_tables.perspectives[i];
        const bool on = (row.event.isValid() && subject == Subject(row.event)) ||
                        (row.actor.isValid() && subject == Subject(row.actor)) ||
                        (row.relationship.isValid() && subject == Subject(row.relationship));
        if (on)
            found.append(PerspectiveId(i));
    }
    return found;
}

QList<CitationId> Dossier::citationsOf(SourceId id) const {
    QList<CitationId> found;
    for (qsizetype i = 0; i < m_tables.citations.size(); ++i)
        if (m_tables.citations[i].source == id)
            found.append(CitationId(i));
    return found;
}

Subject Dossier::find(const QString& key) const {
    return m_keys.value(key);
}

QString Dossier::keyOf(const Subject& subject) const {
    return std::visit(
        [this](const auto& id) -> QString {
            using IdType = std::decay_t<decltype(id)>;
            if constexpr (std::is_same_v<IdType, EventId>)
                return event(id).key;
            else if constexpr (std::is_same_v<IdType, ActorId>)
                return actor(id).key;
            else if constexpr (std::is_same_v<IdType, RelationshipId>)
                return relationship(id).key;
            else if constexpr (std::is_same_v<IdType, EraId>)
                return era(id).key;
            else if constexpr (std::is_same_v<IdType, SourceId>)
                return source(id).key;
            else if constexpr (std::is_same_v<IdType, PerspectiveId>)
                return perspective(id).key;
            else
                return {};
        },
        subject);
}

CitationId Dossier::findCitation(const QString& key) const {
    return m_citationKeys.value(key);
}

} // namespace entente::model
