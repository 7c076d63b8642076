#include "db/model/event_order.h"

#include "db/model/dossier.h"

#include <algorithm>
#include <span>

namespace entente::model {

bool EventOrder::isBefore(const Place& a, const Place& b) {
    return std::tuple(a.day, -a.importance, a.event) < std::tuple(b.day, -b.importance, b.event);
}

void EventOrder::include(const Extent& date, std::optional<Span>& span) {
    for (const PointBounds& point : {date.start(), date.end()})
        for (const Bound& bound : {point.earliest, point.latest})
            if (bound.isKnown())
                span = span ? Span{std::min(span->first, bound.day), std::max(span->last, bound.day)}
                            : Span{bound.day, bound.day};
}

void EventOrder::add(const EventView& event, const std::optional<Extent>& extent) {
    if (m_count == 0)
        m_firstKey = event.key.toByteArray();
    m_keysAscend = m_keysAscend && QByteArrayView(m_lastKey).compare(event.key) <= 0;
    m_lastKey.resize(0);
    m_lastKey.append(event.key);
    m_hasEventsWithoutLane = m_hasEventsWithoutLane || !event.firstTheme.isValid();
    const EventId id(m_count++);
    const auto day = extent ? sortDayOf(*extent) : std::nullopt;
    if (!day)
        return m_undated.append(id);
    m_places.push_back({*day, event.importance, id});
    include(*extent, m_span);
    m_hasTimes = m_hasTimes || extent->secondOfDay().has_value();
}

void EventOrder::sort() {
    std::sort(m_places.begin(), m_places.end(), isBefore);
}

void EventOrder::join(EventOrder&& later) {
    if (m_count == 0) {
        *this = std::move(later);
        return;
    }
    const auto middle = static_cast<qsizetype>(m_places.size());
    m_places.reserve(m_places.size() + later.m_places.size());
    for (Place place : later.m_places) {
        place.event = EventId(place.event.index + m_count);
        m_places.push_back(place);
    }
    std::inplace_merge(m_places.begin(), m_places.begin() + middle, m_places.end(), isBefore);
    for (const EventId event : later.m_undated)
        m_undated.append(EventId(event.index + m_count));
    m_keysAscend = m_keysAscend && later.m_keysAscend && m_lastKey.compare(later.m_firstKey) <= 0;
    m_lastKey = later.m_lastKey;
    m_hasTimes = m_hasTimes || later.m_hasTimes;
    m_hasEventsWithoutLane = m_hasEventsWithoutLane || later.m_hasEventsWithoutLane;
    if (m_span && later.m_span)
        m_span = Span{std::min(m_span->first, later.m_span->first), std::max(m_span->last, later.m_span->last)};
    else if (later.m_span)
        m_span = later.m_span;
    m_count += later.m_count;
}

/// Events of one day and importance stand in order of key, which is mostly that of their rows.
void EventOrder::settle(const PackedBytes& rows) {
    if (m_keysAscend)
        return;
    std::vector<std::pair<QByteArrayView, EventId>> keys;
    for (size_t first = 0, last = 0; first < m_places.size(); first = last) {
        keys.clear();
        for (; last < m_places.size() && m_places[last].day == m_places[first].day &&
               m_places[last].importance == m_places[first].importance;
             ++last)
            keys.emplace_back(QByteArrayView(), m_places[last].event);
        if (keys.size() < 2)
            continue;
        for (auto& [key, event] : keys)
            key = viewOf(rows[event.index]).key;
        std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
            const int order = a.first.compare(b.first);
            return order != 0 ? order < 0 : a.second < b.second;
        });
        for (size_t i = 0; i < keys.size(); ++i)
            m_places[first + i].event = keys[i].second;
    }
}

QList<EventId> EventOrder::dated() const {
    QList<EventId> events;
    events.reserve(static_cast<qsizetype>(m_places.size()));
    for (const Place& place : m_places)
        events.append(place.event);
    return events;
}

} // namespace entente::model
