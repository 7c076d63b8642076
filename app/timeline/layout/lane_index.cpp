#include "app/timeline/layout/lane_index.h"

#include "db/model/populate.h"
#include "db/model/radix_sort.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
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

/// The first value of [first, last) that is not less.
size_t firstFrom(const std::vector<double>& values, double value, size_t first, size_t last) {
    const auto begin = values.begin();
    return static_cast<size_t>(
        std::lower_bound(begin + static_cast<qsizetype>(first), begin + static_cast<qsizetype>(last), value) - begin);
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
    sumUp();
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

void LaneIndex::sumUp() {
    TenorCounts sums{};
    m_sums.reserve(m_looks.size() / block + 1);
    m_blockDays.reserve(m_sums.capacity());
    for (size_t i = 0; i < m_looks.size(); ++i) {
        if (i % block == 0) {
            m_sums.push_back(sums);
            m_blockDays.push_back(m_days[i]);
        }
        ++sums[m_looks[i] >> tenorShift];
    }
}

void LaneIndex::sortReaches() {
    model::radixSort(m_reaches, [](const Reach& reach) { return quint64(reach.place); });
    m_reaches.shrink_to_fit();
    std::vector<DaySpan> extents;
    extents.reserve(m_reaches.size());
    for (const Reach& reach : m_reaches)
        extents.push_back(extentOf(reach));
    while (extents.size() > block) {
        std::vector<DaySpan> blocks;
        blocks.reserve(extents.size() / block + 1);
        for (size_t i = 0; i < extents.size(); ++i) {
            if (i % block == 0)
                blocks.push_back(extents[i]);
            blocks.back() = joined(blocks.back(), extents[i]);
        }
        m_extents.push_back(blocks);
        extents = std::move(blocks);
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
    // Steps that double find what lies near at little cost; who asks column by column profits. Over the days of blocks,
    // which the caches hold, before those of one block.
    const auto start = static_cast<size_t>(from);
    size_t low = start / block, step = 1;
    while (low + step < m_blockDays.size() && m_blockDays[low + step] < day) {
        low += step;
        step *= 2;
    }
    const size_t blocks = m_blockDays.size();
    const size_t next = firstFrom(m_blockDays, day, std::min(low + 1, blocks), std::min(low + step + 1, blocks));
    const size_t end = std::min(next * block, m_days.size());
    const size_t first = std::max(start, next > 0 ? (next - 1) * block : 0);
    return static_cast<qsizetype>(firstFrom(m_days, day, std::min(first, end), end));
}

TenorCounts LaneIndex::countsBefore(qsizetype place) const {
    if (m_sums.empty())
        return {};
    const size_t start = std::min(static_cast<size_t>(place) / block, m_sums.size() - 1);
    constexpr quint64 low = 0x0101010101010101 << tenorShift, high = low << 1;
    quint32 lows = 0, highs = 0, both = 0; // how many of the block have a bit of their tenor set, eight at a time
    for (size_t from = start * block, to = static_cast<size_t>(place); from < to; from += sizeof(quint64)) {
        quint64 looks = 0;
        std::memcpy(&looks, m_looks.data() + from, std::min(sizeof looks, to - from));
        lows += static_cast<quint32>(std::popcount(looks & low));
        highs += static_cast<quint32>(std::popcount(looks & high));
        both += static_cast<quint32>(std::popcount(looks << 1 & looks & high));
    }
    const quint32 all = static_cast<quint32>(place) - static_cast<quint32>(start * block);
    TenorCounts counts = m_sums[start];
    counts[0] += all - lows - highs + both;
    counts[1] += lows - both;
    counts[2] += highs - both;
    counts[3] += both;
    return counts;
}

/// The first of m_reaches whose mark is not before a place.
size_t LaneIndex::reachOf(qsizetype place) const {
    const auto isBefore = [](const Reach& reach, qsizetype wanted) { return reach.place < wanted; };
    return static_cast<size_t>(std::lower_bound(m_reaches.begin(), m_reaches.end(), place, isBefore) -
                               m_reaches.begin());
}

/// Calls use(reach) for those of [from, to) whose extent isWanted(), as then any must be that holds it, until it
/// answers false; and answers whether it never did.
template <typename IsWanted, typename Use>
bool LaneIndex::eachReach(size_t from, size_t to, IsWanted isWanted, Use use) const {
    while (from < to) {
        size_t skipped = 0;
        size_t width = block;
        for (const std::vector<DaySpan>& extents : m_extents) {
            if (from % width != 0 || from + width > to || isWanted(extents[from / width]))
                break;
            skipped = width;
            width *= block;
        }
        if (skipped == 0 && isWanted(extentOf(m_reaches[from])) && !use(m_reaches[from]))
            return false;
        from += std::max<size_t>(skipped, 1);
    }
    return true;
}

/// What m_reaches in [from, to) reach over; endless the wrong way round if there is none.
DaySpan LaneIndex::extentOf(size_t from, size_t to) const {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    DaySpan whole{infinity, -infinity};
    while (from < to) {
        const std::vector<DaySpan>* widest = nullptr;
        size_t width = 1;
        for (const std::vector<DaySpan>& extents : m_extents) {
            if (from % (width * block) != 0 || from + width * block > to)
                break;
            widest = &extents;
            width *= block;
        }
        whole = joined(whole, widest ? (*widest)[from / width] : extentOf(m_reaches[from]));
        from += width;
    }
    return whole;
}

QList<qsizetype> LaneIndex::reaching(double firstDay, double lastDay, qsizetype most) const {
    const qsizetype first = placeOf(firstDay);
    QList<std::pair<double, qsizetype>> found;
    const auto add = [&](const Reach& reach) {
        found.append({extentOf(reach).first, reach.place});
        return found.size() < most;
    };
    if (eachReach(
            0, reachOf(first), [=](DaySpan extent) { return extent.last >= firstDay; }, add))
        eachReach(
            reachOf(placeOf(lastDay, first)), m_reaches.size(), [=](DaySpan extent) { return extent.first <= lastDay; },
            add);
    std::sort(found.begin(), found.end());
    QList<qsizetype> places;
    places.reserve(found.size());
    for (const auto& [begin, place] : found)
        places.append(place);
    return places;
}

/// Whatever reaches in from before does so from the first day on, and from behind to the last.
QList<DaySpan> LaneIndex::reached(double firstDay, double lastDay) const {
    const qsizetype first = placeOf(firstDay);
    const size_t before = reachOf(first), behind = reachOf(placeOf(lastDay, first));
    QList<DaySpan> spans;
    if (const double last = extentOf(0, before).last; before > 0 && last >= firstDay)
        spans.append({firstDay, std::min(last, lastDay)});
    if (const double from = extentOf(behind, m_reaches.size()).first; behind < m_reaches.size() && from <= lastDay) {
        if (!spans.isEmpty() && from <= spans.first().last)
            return {{firstDay, lastDay}};
        spans.append({std::max(from, firstDay), lastDay});
    }
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
