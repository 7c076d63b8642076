#pragma once

#include "db/model/packed_rows.h"

#include <vector>

namespace entente::model {

/// The order of events in time, as it comes about part by part: events that stand one behind the other in a list are
/// added to a part, parts are sorted on their own and joined in their order. By earliest bound of the claim in use,
/// then importance (high first), then key; undated ones apart.
class EventOrder {
public:
    struct Span {
        Day first;
        Day last;
    };

    void reserve(size_t events) { m_places.reserve(events); }
    /// The next event of the part. `extent`: of its date; none: undated.
    void add(const EventView& event, const std::optional<Extent>& extent);
    /// Once all of a part are added. O(n log n).
    void sort();
    /// Puts a later part, sorted as this one, behind it. O(n).
    void join(EventOrder&& later);
    /// Once all parts are joined: `rows` has the keys, which decide among events of one day and importance.
    void settle(const PackedBytes& rows);

    qsizetype size() const { return m_count; }
    /// Dated events in order, and undated ones as they stand.
    QList<EventId> dated() const;
    const QList<EventId>& undated() const { return m_undated; }
    /// From the first to the last day that any date may cover.
    const std::optional<Span>& span() const { return m_span; }
    bool hasTimes() const { return m_hasTimes; }
    bool hasEventsWithoutLane() const { return m_hasEventsWithoutLane; }

    /// Widens a span by what a date says.
    static void include(const Extent& date, std::optional<Span>& span);

private:
    struct Place {
        Day day;
        int importance;
        EventId event;
    };
    static bool isBefore(const Place& a, const Place& b);

    std::vector<Place> m_places;
    QList<EventId> m_undated;
    qsizetype m_count = 0;
    QByteArray m_firstKey, m_lastKey;
    bool m_keysAscend = true, m_hasTimes = false, m_hasEventsWithoutLane = false;
    std::optional<Span> m_span;
};

} // namespace entente::model
