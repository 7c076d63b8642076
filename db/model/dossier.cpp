#include "db/model/dossier.h"

#include "db/model/populate.h"

#include <future>
#include <numeric>

namespace entente::model {

static EventOrder inTime(const PackedBytes& rows, qsizetype first, qsizetype last) {
    EventOrder order;
    order.reserve(static_cast<size_t>(last - first));
    rows.each(first, last, [&](qsizetype, QByteArrayView row) {
        const EventView event = viewOf(row);
        order.add(event, extentFrom(event.date));
    });
    return order;
}

/// In two threads, if they are many.
static EventOrder inTime(const PackedBytes& rows) {
    constexpr qsizetype worthAThread = 20'000;
    const qsizetype all = rows.size(), half = all < worthAThread ? all : all / 2;
    std::future<EventOrder> rest;
    if (half < all)
        rest = std::async(std::launch::async, [&rows, half, all] { return inTime(rows, half, all); });
    EventOrder order = inTime(rows, 0, half);
    if (rest.valid())
        order.append(rest.get());
    order.sort();
    return order;
}

Dossier::Dossier(Tables tables, Findings findings, const Dossier* before)
    : m_tables(std::move(tables)), m_findings(std::move(findings)) {
    arrange();
    index();
    indexKeys();
    indexParticipations();
    if (before && before->m_tables.events.size() == m_tables.events.size())
        takeOrder(*before);
    else
        take(inTime(m_tables.events.records()));
    orderOfActors();
}

Dossier::Dossier(Tables tables, EventOrder order) : m_tables(std::move(tables)) {
    arrange();
    index();
    indexKeys();
    indexParticipations();
    take(order.size() == m_tables.events.size() ? std::move(order) : inTime(m_tables.events.records()));
    orderOfActors();
}

void Dossier::takeOrder(const Dossier& before) {
    m_order = before.m_order;
    m_undated = before.m_undated;
    m_position = before.m_position;
    m_span = before.m_span;
    m_commonSpan = before.m_commonSpan;
    m_outlyingEvents = before.m_outlyingEvents;
    m_hasTimes = before.m_hasTimes;
    m_hasEventsWithoutLane = before.m_hasEventsWithoutLane;
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
    m_relationships.resize(tables.actors.size());
    m_periods.resize(tables.relationships.size());
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
    addKeys<ActorId>(m_keys, m_tables.actors);
    addKeys<RelationshipId>(m_keys, m_tables.relationships);
    addKeys<EraId>(m_keys, m_tables.eras);
    addKeys<SourceId>(m_keys, m_tables.sources);
    addKeys<PerspectiveId>(m_keys, m_tables.perspectives);
    m_keys.remove(QString());
    for (qsizetype i = 0; i < m_tables.citations.size(); ++i)
        m_citationKeys.insert(m_tables.citations.at(i).key, CitationId(i));
}

/// Rows of participations by event: as they stand where that is in order, which saves the list.
void Dossier::indexParticipations() {
    const PackedBytes& rows = m_tables.participations.records();
    std::vector<qint32> events;
    events.reserve(static_cast<size_t>(rows.size()));
    rows.each(0, rows.size(),
              [&](qsizetype, QByteArrayView row) { events.push_back(participationViewOf(row).event.index); });
    if (std::is_sorted(events.begin(), events.end()))
        return;
    m_participationOrder.resize(events.size());
    std::iota(m_participationOrder.begin(), m_participationOrder.end(), 0U);
    std::stable_sort(m_participationOrder.begin(), m_participationOrder.end(),
                     [&](quint32 a, quint32 b) { return events[a] < events[b]; });
}

void Dossier::take(EventOrder order) {
    order.settle(m_tables.events.records());
    m_order = order.dated();
    m_undated = order.undated();
    m_span = m_commonSpan = order.span();
    m_hasTimes = order.hasTimes();
    m_hasEventsWithoutLane = order.hasEventsWithoutLane();
    m_position.reserve(m_tables.events.size());
    populate(m_position.data(), static_cast<size_t>(m_tables.events.size()) * sizeof(qint32));
    m_position.fill(-1, m_tables.events.size());
    for (qsizetype i = 0; i < m_order.size(); ++i)
        m_position[m_order.at(i).index] = static_cast<qint32>(i);
    leaveOutliersOut();
}

void Dossier::leaveOutliersOut() {
    constexpr qsizetype fewest = 10, apart = 50;
    constexpr Day reach = 3;
    const qsizetype count = m_order.size(), most = std::max<qsizetype>(1, count / apart);
    if (count < fewest)
        return;
    const Day first = sortDayOf(*this, m_order[most]).value_or(0);
    const Day last = sortDayOf(*this, m_order[count - 1 - most]).value_or(0);
    const Day room = reach * (last - first + 1);
    if (m_span->first >= first - room && m_span->last <= last + room)
        return;
    std::optional<Span> common;
    qsizetype outlying = 0;
    for (const EventId event : m_order) {
        std::optional<Span> own;
        EventOrder::include(*extentFrom(view(event).date), own);
        if (own && (own->first < first - room || own->last > last + room))
            ++outlying;
        else if (own)
            common = common ? Span{std::min(common->first, own->first), std::max(common->last, own->last)} : own;
    }
    if (outlying > most || !common)
        return;
    m_commonSpan = common;
    m_outlyingEvents = outlying;
}

/// The events of each actor, in order of time, undated ones last, each once.
void Dossier::orderOfActors() {
    const auto actors = static_cast<size_t>(m_tables.actors.size());
    std::vector<std::pair<quint32, quint32>> pairs; // actor, place in order
    const PackedBytes& rows = m_tables.participations.records();
    pairs.reserve(static_cast<size_t>(rows.size()));
    rows.each(0, rows.size(), [&](qsizetype, QByteArrayView row) {
        const ParticipationView view = participationViewOf(row);
        if (!view.event.isValid() || !view.actor.isValid())
            return;
        const qint32 position = m_position[view.event.index];
        const auto last = std::lower_bound(m_undated.begin(), m_undated.end(), view.event) - m_undated.begin();
        pairs.emplace_back(view.actor.index, position >= 0 ? position : m_order.size() + last);
    });
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    m_actorStarts.assign(actors + 1, 0);
    m_actorEvents.reserve(pairs.size());
    for (const auto& [actor, place] : pairs) {
        ++m_actorStarts[actor + 1];
        m_actorEvents.push_back(place < m_order.size() ? m_order[place] : m_undated[place - m_order.size()]);
    }
    std::partial_sum(m_actorStarts.begin(), m_actorStarts.end(), m_actorStarts.begin());
}

const RelationType& Dossier::typeOf(RelationshipId id) const {
    static const RelationType none;
    const RelationTypeId type = relationship(id).type;
    return type.isValid() ? m_tables.relationTypes[type.index] : none;
}

const EventKind& Dossier::kindOf(const EventView& event) const {
    static const EventKind none;
    return event.kind.isValid() ? m_tables.eventKinds[event.kind.index] : none;
}

Tenor Dossier::tenorOf(RelationshipId id) const {
    return relationship(id).tenor.value_or(typeOf(id).tenor);
}

ThemeId Dossier::laneOf(EventId id) const {
    const ThemeId first = view(id).firstTheme;
    if (!first.isValid())
        return {};
    const ThemeId lane = theme(first).lane;
    return lane.isValid() ? lane : first;
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
    const PackedBytes& records = m_tables.participations.records();
    const auto eventAt = [&](qsizetype position) {
        return participationViewOf(records[participationRow(position)]).event;
    };
    qsizetype first = 0;
    for (qsizetype count = records.size(); count > 0;) {
        const qsizetype half = count / 2;
        const bool before = eventAt(first + half) < id;
        first += before ? half + 1 : 0;
        count = before ? count - half - 1 : half;
    }
    QList<Participation> rows;
    for (; first < records.size() && eventAt(first) == id; ++first)
        if (const Participation row = m_tables.participations[participationRow(first)]; row.actor.isValid())
            rows.append(row);
    return rows;
}

qsizetype Dossier::participationRow(qsizetype position) const {
    return m_participationOrder.empty() ? position : m_participationOrder[static_cast<size_t>(position)];
}

bool Dossier::takesPart(ActorId actor, EventId event) const {
    const QList<Participation> rows = participationsOf(event);
    return std::any_of(rows.begin(), rows.end(), [actor](const Participation& row) { return row.actor == actor; });
}

QString Dossier::shortTitleOf(EventId id) const {
    const EventView event = view(id);
    return QString::fromUtf8(event.shortTitle.isEmpty() ? event.title : event.shortTitle);
}

bool Dossier::isBlank() const {
    return m_tables.head.title.isEmpty() && m_tables.events.isEmpty() && m_tables.actors.isEmpty() &&
           m_tables.sources.isEmpty();
}

QList<EventId> Dossier::eventsOf(ActorId id) const {
    const auto at = [this, id](int next) {
        return m_actorEvents.begin() + m_actorStarts[static_cast<size_t>(id.index) + next];
    };
    return {at(0), at(1)};
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
    if (const auto found = m_keys.constFind(key); found != m_keys.constEnd())
        return *found;
    const QByteArray wanted = key.toUtf8();
    const PackedBytes& rows = m_tables.events.records();
    EventId event;
    rows.each(0, wanted.isEmpty() ? 0 : rows.size(), [&](qsizetype i, QByteArrayView row) {
        if (!event.isValid() && viewOf(row).key == QByteArrayView(wanted))
            event = EventId(i);
    });
    return event.isValid() ? Subject(event) : Subject();
}

QString Dossier::keyOf(const Subject& subject) const {
    return std::visit(
        [this](const auto& id) -> QString {
            using IdType = std::decay_t<decltype(id)>;
            if constexpr (std::is_same_v<IdType, EventId>)
                return QString::fromUtf8(view(id).key);
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
