#include "db/model/event_order.h"

#include "db/model/dossier.h"
#include "db/model/populate.h"
#include "db/model/radix_sort.h"

#include <algorithm>

namespace entente::model {

void EventOrder::include(const Extent& date, std::optional<Span>& span) {
    for (const PointBounds& point : {date.start(), date.end()})
        for (const Bound& bound : {point.earliest, point.latest})
            if (bound.isKnown())
                span = span ? Span{std::min(span->first, bound.day), std::max(span->last, bound.day)}
                            : Span{bound.day, bound.day};
}

void EventOrder::add(const EventView& event, const std::optional<Extent>& extent) {
    const std::string_view key(event.key.data(), static_cast<size_t>(event.key.size()));
    if (m_count == 0)
        m_firstKey = key;
    else if (key < m_lastKey)
        m_descents.push_back(static_cast<quint32>(m_count));
    m_lastKey = key;
    m_hasEventsWithoutLane = m_hasEventsWithoutLane || !event.firstTheme.isValid();
    const EventId id(m_count++);
    const auto day = extent ? sortDayOf(*extent) : std::nullopt;
    if (!day)
        return m_undated.append(id);
    constexpr qint64 ranks = 8; // more than there are importances
    static_assert(keyImportance < ranks);
    m_places.push_back({*day * ranks + (keyImportance - event.importance), id});
    include(*extent, m_span);
    m_hasTimes = m_hasTimes || extent->secondOfDay().has_value();
}

void EventOrder::sort() {
    radixSort(m_places, [](const Place& place) { return orderOf(place.rank); });
}

void EventOrder::append(const EventOrder& part) {
    if (part.m_count == 0)
        return;
    if (m_places.empty())
        populate(m_places.data(), m_places.capacity() * sizeof(Place));
    for (const Place& place : part.m_places)
        m_places.push_back({place.rank, EventId(place.event.index + m_count)});
    for (const EventId event : part.m_undated)
        m_undated.append(EventId(event.index + m_count));
    if (m_count == 0)
        m_firstKey = part.m_firstKey;
    else if (part.m_firstKey < m_lastKey)
        m_descents.push_back(static_cast<quint32>(m_count));
    for (const quint32 descent : part.m_descents)
        m_descents.push_back(descent + static_cast<quint32>(m_count));
    m_lastKey = part.m_lastKey;
    m_hasTimes = m_hasTimes || part.m_hasTimes;
    m_hasEventsWithoutLane = m_hasEventsWithoutLane || part.m_hasEventsWithoutLane;
    if (m_span && part.m_span)
        m_span = Span{std::min(m_span->first, part.m_span->first), std::max(m_span->last, part.m_span->last)};
    else if (part.m_span)
        m_span = part.m_span;
    m_count += part.m_count;
}

/// Events of one day and importance stand in order of key, which is mostly that of their rows: keys are looked up one
/// by one, which is slow, only where a row between them has a lower key than the row before.
void EventOrder::settle(const PackedBytes& rows) {
    if (m_descents.empty())
        return;
    const auto ascend = [this](EventId first, EventId last) {
        const auto next = std::upper_bound(m_descents.begin(), m_descents.end(), static_cast<quint32>(first.index));
        return next == m_descents.end() || *next > static_cast<quint32>(last.index);
    };
    std::vector<std::pair<QByteArrayView, EventId>> keys;
    for (size_t first = 0, last = 0; first < m_places.size(); first = last) {
        for (; last < m_places.size() && m_places[last].rank == m_places[first].rank; ++last) {
        }
        if (ascend(m_places[first].event, m_places[last - 1].event))
            continue;
        keys.clear();
        for (size_t i = first; i < last; ++i)
            keys.emplace_back(viewOf(rows[m_places[i].event.index]).key, m_places[i].event);
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
    populate(events.data(), m_places.size() * sizeof(EventId));
    for (const Place& place : m_places)
        events.append(place.event);
    return events;
}

} // namespace entente::model
