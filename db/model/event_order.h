#pragma once

#include "db/model/packed_rows.h"

#include <string>
#include <vector>

namespace entente::model {

/// The order of events in time, as it comes about part by part: events that stand one behind the other in a list are
/// added to a part, parts are put one behind the other, and all is sorted. By earliest bound of the claim in use,
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
    /// Puts a part behind what there is. O(n of the part).
    void append(const EventOrder& part);
    /// Once all parts are there. O(n). Nothing is added afterwards.
    void sort();
    /// Once sorted: `rows` has the keys, which decide among events of one day and importance.
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
        qint64 rank; ///< rises with the day, and within it as importance falls
        EventId event;
    };

    std::vector<Place> m_places;
    QList<EventId> m_undated;
    qsizetype m_count = 0;
    std::string m_firstKey, m_lastKey;
    std::vector<quint32> m_descents; ///< events with a lower key than the one before
    bool m_hasTimes = false, m_hasEventsWithoutLane = false;
    std::optional<Span> m_span;
};

} // namespace entente::model
