#include "app/timeline/layout/lane_index.h"

#include "db/model/populate.h"
#include "db/model/radix_sort.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

/// A number that looks random and depends on the event alone: so that of equally important events any part is spread
/// over time as the whole is (finalizer of MurmurHash3).
quint32 scattered(quint32 number) {
    number ^= number >> 16;
    number *= 0x85EBCA6BU;
    number ^= number >> 13;
    number *= 0xC2B2AE35U;
    return number ^ (number >> 16);
}

/// The places of these days in order of time; equals keep their order. Sorted as whole numbers that are coarser than
/// the days but fine enough for nearly all, and half as long to move.
std::vector<quint32> placesInOrder(const std::vector<double>& days) {
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const double day : days)
        if (std::isfinite(day)) {
            least = std::min(least, day);
            most = std::max(most, day);
        }
    struct Coarse {
        quint32 day, place;
    };
    constexpr auto finest = static_cast<double>(std::numeric_limits<quint32>::max());
    const double scale = most > least ? finest / (most - least) : 0;
    const auto coarse = [&](double day) {
        return std::isfinite(day) ? static_cast<quint32>(std::min((day - least) * scale, finest))
                                  : (day < 0 ? 0U : std::numeric_limits<quint32>::max());
    };
    std::vector<Coarse> order;
    order.reserve(days.size());
    model::populate(order.data(), days.size() * sizeof(Coarse));
    for (size_t i = 0; i < days.size(); ++i)
        order.push_back({coarse(days[i]), static_cast<quint32>(i)});
    model::radixSort(order, [](const Coarse& entry) { return quint64(entry.day); });
    std::vector<quint32> places;
    places.reserve(days.size());
    for (const Coarse& entry : order)
        places.push_back(entry.place);
    const auto isBefore = [&](quint32 a, quint32 b) { return days[a] < days[b]; };
    for (size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && order[last].day == order[first].day)
            ++last;
        const auto begin = places.begin() + static_cast<qsizetype>(first),
                   end = places.begin() + static_cast<qsizetype>(last);
        if (!std::is_sorted(begin, end, isBefore))
            std::stable_sort(begin, end, isBefore);
    }
    return places;
}

/// The next float that is not less; of negative lengths 0.
float outwards(double length) {
    const auto near = static_cast<float>(std::max(length, 0.0));
    return static_cast<double>(near) < length ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

} // namespace

void LaneIndex::reserve(qsizetype events) {
    const auto reserve = [all = static_cast<size_t>(events)](auto& values) {
        values.reserve(all);
        model::populate(values.data(), all * sizeof(values[0]));
    };
    reserve(m_days);
    reserve(m_events);
    reserve(m_looks);
    m_reaches.reserve(static_cast<size_t>(events));
    model::useLargePages(m_reaches.data(), static_cast<size_t>(events) * sizeof(Reach));
}

void LaneIndex::add(const Entry& entry) {
    if (entry.first < entry.day - 1 || entry.last > entry.day + 1)
        m_reaches.push_back(
            {static_cast<quint32>(m_days.size()), outwards(entry.day - entry.first), outwards(entry.last - entry.day)});
    m_days.push_back(entry.day);
    m_events.push_back(static_cast<quint32>(entry.event.index));
    m_looks.push_back(static_cast<quint8>(entry.importance | (static_cast<int>(entry.tenor) << tenorShift)));
}

void LaneIndex::add(const LaneIndex& other) {
    const auto before = static_cast<quint32>(m_days.size());
    if (other.size() > 0)
        reserve(size() + other.size());
    m_days.insert(m_days.end(), other.m_days.begin(), other.m_days.end());
    m_events.insert(m_events.end(), other.m_events.begin(), other.m_events.end());
    m_looks.insert(m_looks.end(), other.m_looks.begin(), other.m_looks.end());
    for (const Reach& reach : other.m_reaches)
        m_reaches.push_back({reach.place + before, reach.before, reach.after});
}

void LaneIndex::finish() {
    sortEntries();
    sumTenors();
    sortReaches();
    rank();
}

void LaneIndex::sortEntries() {
    if (!std::is_sorted(m_days.begin(), m_days.end())) {
        const std::vector<quint32> order = placesInOrder(m_days);
        const auto sort = [&order](auto& values) {
            std::remove_reference_t<decltype(values)> sorted;
            sorted.reserve(order.size());
            for (const quint32 from : order)
                sorted.push_back(values[from]);
            values = std::move(sorted);
        };
        sort(m_days);
        sort(m_events);
        sort(m_looks);
        std::vector<quint32> places(m_reaches.empty() ? 0 : order.size());
        for (size_t i = 0; i < places.size(); ++i)
            places[order[i]] = static_cast<quint32>(i);
        for (Reach& reach : m_reaches)
            reach.place = places[reach.place];
    }
    m_days.shrink_to_fit();
    m_events.shrink_to_fit();
    m_looks.shrink_to_fit();
}

void LaneIndex::sumTenors() {
    TenorCounts sums{};
    m_sums.reserve(m_looks.size() / block + 1);
    for (size_t i = 0; i < m_looks.size(); ++i) {
        if (i % block == 0)
            m_sums.push_back(sums);
        ++sums[m_looks[i] >> tenorShift];
    }
}

void LaneIndex::sortReaches() {
    // First by mark, then by beginning, which keeps the order of equals.
    model::radixSort(m_reaches, [](const Reach& reach) { return quint64(reach.place); });
    std::vector<double> firsts;
    firsts.reserve(m_reaches.size());
    for (const Reach& reach : m_reaches)
        firsts.push_back(firstOf(reach));
    std::vector<Reach> reaches;
    reaches.reserve(m_reaches.size());
    for (const quint32 which : placesInOrder(firsts))
        reaches.push_back(m_reaches[which]);
    m_reaches = std::move(reaches);
    for (size_t i = 0; i < m_reaches.size(); ++i) {
        const quint32 place = m_reaches[i].place;
        if (i % block == 0)
            m_blocks.push_back({lastOf(m_reaches[i]), place, place + 1});
        ReachBlock& within = m_blocks.back();
        within = {std::max(within.last, lastOf(m_reaches[i])), std::min(within.firstPlace, place),
                  std::max(within.beyondPlace, place + 1)};
    }
}

quint64 LaneIndex::priority(qsizetype place) const {
    return (static_cast<quint64>(importance(place)) << 32) | scattered(m_events[static_cast<size_t>(place)]);
}

/// Each rank holds the more important quarter of the one before.
void LaneIndex::rank() {
    constexpr size_t least = 64;
    std::vector<quint32> places(m_days.size());
    std::iota(places.begin(), places.end(), 0U);
    std::vector<quint64> priorities;
    while (places.size() > least * 4) {
        priorities.clear();
        for (const quint32 place : places)
            priorities.push_back(priority(place));
        const auto cut = priorities.begin() + static_cast<qsizetype>(priorities.size() / 4);
        std::nth_element(priorities.begin(), cut, priorities.end(), std::greater());
        const quint64 lowest = *cut;
        std::erase_if(places, [&](quint32 place) { return priority(place) <= lowest; });
        m_ranks.push_back(places);
        m_ranks.back().shrink_to_fit();
    }
}

qsizetype LaneIndex::placeOf(double day, qsizetype from) const {
    // Steps that double find what lies near at little cost; who asks column by column profits.
    qsizetype low = from, step = 1;
    while (low + step < size() && m_days[static_cast<size_t>(low + step)] < day) {
        low += step;
        step *= 2;
    }
    const auto begin = m_days.begin();
    return std::lower_bound(begin + low, begin + std::min(low + step + 1, size()), day) - begin;
}

/// Of the places [first, last), at most a block of them, one by one.
TenorCounts LaneIndex::counted(qsizetype first, qsizetype last) const {
    quint64 sums = 0; // four numbers of 16 bits: faster than four that wait for one another in memory
    for (qsizetype place = first; place < last; ++place)
        sums += quint64(1) << 16 * (m_looks[static_cast<size_t>(place)] >> tenorShift);
    TenorCounts counts;
    for (size_t i = 0; i < counts.size(); ++i)
        counts[i] = static_cast<quint32>(sums >> 16 * i & 0xFFFF);
    return counts;
}

TenorCounts LaneIndex::countsBefore(qsizetype place) const {
    if (m_sums.empty())
        return {};
    const size_t start = std::min(static_cast<size_t>(place / block), m_sums.size() - 1);
    TenorCounts counts = counted(static_cast<qsizetype>(start) * block, place);
    for (size_t i = 0; i < counts.size(); ++i)
        counts[i] += m_sums[start][i];
    return counts;
}

TenorCounts LaneIndex::counts(qsizetype first, qsizetype last) const {
    if (last - first <= block)
        return counted(first, last);
    const TenorCounts low = countsBefore(first);
    TenorCounts counts = countsBefore(last);
    for (size_t i = 0; i < counts.size(); ++i)
        counts[i] -= low[i];
    return counts;
}

/// Blocks whose marks all stand between the days are skipped: all of them, where the whole period is asked for.
template <typename Use>
void LaneIndex::eachReaching(double firstDay, double lastDay, Use use) const {
    const auto first = static_cast<quint32>(placeOf(firstDay));
    const auto last = static_cast<quint32>(placeOf(lastDay, first));
    for (size_t start = 0; start < m_reaches.size() && firstOf(m_reaches[start]) <= lastDay; start += block) {
        const ReachBlock& within = m_blocks[start / block];
        if (within.last < firstDay || (within.firstPlace >= first && within.beyondPlace <= last))
            continue;
        const size_t end = std::min<size_t>(start + block, m_reaches.size());
        for (size_t i = start; i < end && firstOf(m_reaches[i]) <= lastDay; ++i) {
            const bool isOutside = m_reaches[i].place < first || m_reaches[i].place >= last;
            if (isOutside && lastOf(m_reaches[i]) >= firstDay && !use(m_reaches[i]))
                return;
        }
    }
}

QList<qsizetype> LaneIndex::reaching(double firstDay, double lastDay, qsizetype most) const {
    QList<qsizetype> places;
    eachReaching(firstDay, lastDay, [&](const Reach& reach) {
        places.append(reach.place);
        return places.size() < most;
    });
    return places;
}

QList<DaySpan> LaneIndex::reached(double firstDay, double lastDay) const {
    QList<DaySpan> spans;
    eachReaching(firstDay, lastDay, [&](const Reach& reach) {
        const DaySpan span{std::max(firstOf(reach), firstDay), std::min(lastOf(reach), lastDay)};
        if (spans.isEmpty() || span.first > spans.last().last)
            spans.append(span);
        else
            spans.last().last = std::max(spans.last().last, span.last);
        return spans.first().first > firstDay || spans.first().last < lastDay; // nothing is left to be covered
    });
    return spans;
}

QList<qsizetype> LaneIndex::mostImportant(qsizetype first, qsizetype last, qsizetype count) const {
    QList<qsizetype> places;
    auto rank = m_ranks.rbegin();
    for (; rank != m_ranks.rend(); ++rank) {
        const auto from = std::lower_bound(rank->begin(), rank->end(), static_cast<quint32>(first));
        const auto to = std::lower_bound(from, rank->end(), static_cast<quint32>(last));
        if (to - from < count)
            continue;
        places = QList<qsizetype>(from, to);
        break;
    }
    if (rank == m_ranks.rend()) {
        places.resize(last - first);
        std::iota(places.begin(), places.end(), first);
    }
    const auto more = [this](qsizetype a, qsizetype b) { return priority(a) > priority(b); };
    if (places.size() > count) {
        std::nth_element(places.begin(), places.begin() + count, places.end(), more);
        places.resize(count);
    }
    std::sort(places.begin(), places.end(), more);
    return places;
}

} // namespace entente::timeline
