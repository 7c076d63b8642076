#pragma once

#include "app/timeline/layout/scale.h"
#include "db/model/dossier.h"

#include <array>
#include <limits>

namespace entente::timeline {

/// How many events of each tenor, in the order of model::Tenor.
using TenorCounts = std::array<quint32, 4>;

inline TenorCounts operator-(TenorCounts counts, const TenorCounts& others) {
    for (size_t i = 0; i < counts.size(); ++i)
        counts[i] -= others[i];
    return counts;
}

/// The events of one lane in order of the days on which their marks stand, with what finding, counting and choosing
/// them needs: some 25 bytes an event, whatever its texts. Filled once, then asked; questions are O(log n) in the
/// number of events plus what they return, so that drawing costs what is in view.
class LaneIndex {
public:
    /// One event. Days count from 1970-01-01, with fractions.
    struct Entry {
        model::EventId event;
        double day = 0;   ///< of its mark
        double first = 0; ///< what it draws besides its mark reaches from here, as bars and bridges do;
        double last = 0;  ///< to here; infinite where an end is open
        int importance = 1;
        model::Tenor tenor = model::Tenor::Neutral;
    };

    void reserve(qsizetype events);
    void add(const Entry& entry);
    /// What was added to another, which is not finished either.
    void add(const LaneIndex& other);
    /// Sorts what was added. O(n log n). Nothing is added afterwards.
    void finish();

    qsizetype size() const { return static_cast<qsizetype>(m_days.size()); }
    double day(qsizetype place) const { return m_days[static_cast<size_t>(place)]; }
    model::EventId event(qsizetype place) const { return model::EventId(m_events[static_cast<size_t>(place)]); }
    int importance(qsizetype place) const { return m_looks[static_cast<size_t>(place)] & 7; }
    model::Tenor tenor(qsizetype place) const {
        return static_cast<model::Tenor>(m_looks[static_cast<size_t>(place)] >> tenorShift);
    }

    /// The first place, from `from` on, whose day is not before this one; size() if there is none.
    qsizetype placeOf(double day, qsizetype from = 0) const;
    /// Events of each tenor before a place, up to size(): the difference of two is what stands between.
    TenorCounts countsBefore(qsizetype place) const;
    /// Events of each tenor in the places [first, last).
    TenorCounts counts(qsizetype first, qsizetype last) const { return countsBefore(last) - countsBefore(first); }

    /// Places of events that draw something between two days but have their marks outside of them, in order of where
    /// they begin; of more than `most` the ones whose marks stand first. O(log n) for each place found.
    QList<qsizetype> reaching(double firstDay, double lastDay, qsizetype most) const;

    /// Where such events draw anything: at most two stretches between the two days, one from the first and one to the
    /// last, joined where they meet. O(log n).
    QList<DaySpan> reached(double firstDay, double lastDay) const;

    /// The most important places in [first, last), at most `count`, the most important first and spread over time among
    /// equals. The same places for the same range, whatever was asked before.
    QList<qsizetype> mostImportant(qsizetype first, qsizetype last, qsizetype count) const;

private:
    static constexpr int tenorShift = 3;
    static constexpr size_t block = 64;

    /// Days from the mark to either end, rounded outwards.
    struct Reach {
        quint32 place;
        float before, after;
    };
    DaySpan extentOf(const Reach& reach) const {
        const double day = m_days[reach.place];
        return {day - static_cast<double>(reach.before), day + static_cast<double>(reach.after)};
    }
    static DaySpan joined(DaySpan one, DaySpan other) {
        return {std::min(one.first, other.first), std::max(one.last, other.last)};
    }
    size_t reachOf(qsizetype place) const;
    DaySpan extentOf(size_t from, size_t to) const;
    template <typename IsWanted, typename Use>
    bool eachReach(size_t from, size_t to, IsWanted isWanted, Use use) const;
    void sortEntries();
    void sumUp();
    void sortReaches();
    void rank();
    quint64 priority(qsizetype place) const;

    std::vector<double> m_days;
    std::vector<double> m_blockDays; ///< every 64th of them
    std::vector<quint32> m_events;
    std::vector<quint8> m_looks;
    std::vector<TenorCounts> m_sums; ///< before every 64th place
    std::vector<Reach> m_reaches;    ///< in order of their places
    /// What every 64 of them reach over, every 64 times 64, ...
    std::vector<std::vector<DaySpan>> m_extents;
    std::vector<std::vector<quint32>>
        m_ranks; ///< places of the most important quarter, sixteenth, ... in order of time
};

} // namespace entente::timeline
