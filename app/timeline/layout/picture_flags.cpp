#include "app/timeline/layout/picture_flags.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::timeline {

namespace {

// Prices are whole hundredths, so that changes add up exactly in any order.
constexpr int unplacedPrice = 300;
constexpr int importancePrice = 100;
constexpr int shortPrice = 20;
constexpr int crossingPrice = 12;
constexpr int leftFlagPrice = 12;
constexpr int flagRowPrice = 2;

constexpr qint64 stepsPerLabel = 250; // of one cooling
constexpr qint64 mostSteps = 200'000;
constexpr qint64 mostCoolings = 16;
constexpr double hot = 150; // pushing out a label of importance 1 is still likely
constexpr double cold = 1;  // half a row
constexpr int mostRounds = 20;
constexpr int unplaced = -1;

/// Splitmix64 (Steele, Lea and Flood 2014): the standard library's distributions differ from one library to another.
class Random {
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    /// From 0 to count - 1.
    int below(int count) { return static_cast<int>(((next() >> 32) * static_cast<quint64>(count)) >> 32); }
    /// From 0 to below 1.
    double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    quint64 next() {
        quint64 z = m_state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

/// Whether two flags of a row, the first of the earlier mark, are in order and apart.
bool areApart(const PictureLane& lane, const Flag& earlier, const Flag& later) {
    return later.from - earlier.to >= lane.gap && later.x - earlier.to >= clearance(lane) &&
           later.from - earlier.x >= clearance(lane);
}

Flag flagOf(const PictureLane& lane, const PictureMark& mark, int row, bool left, bool full) {
    const double width = full && mark.hasFullForm() ? mark.fullWidth : mark.width;
    const double from = left ? mark.x - lane.lead - width : mark.x + lane.lead;
    const int price = (full ? 0 : shortPrice) + (left ? leftFlagPrice : 0) + row * flagRowPrice;
    return {mark.x, from, from + width, row, left, full, price};
}

bool touchesAnotherMark(const PictureLane& lane, qsizetype own, const Flag& flag) {
    if (flag.row > 0 || lane.lift >= lane.radius)
        return false;
    const auto end = lane.marks.cend();
    auto mark = std::partition_point(lane.marks.cbegin(), end,
                                     [&](const PictureMark& other) { return other.x + lane.radius <= flag.from; });
    if (mark != end && mark - lane.marks.cbegin() == own)
        ++mark;
    return mark != end && mark->x - lane.radius < flag.to;
}

/// The flags that a mark could have if it were alone.
std::vector<Flag> flagsOf(const PictureLane& lane, qsizetype index) {
    std::vector<Flag> flags;
    const PictureMark& mark = lane.marks[index];
    for (int row = 0; row < lane.rows && isInside(lane, mark); ++row)
        for (const bool left : {false, true})
            for (const bool full : {true, false}) {
                const Flag flag = flagOf(lane, mark, row, left, full);
                if ((full || mark.hasFullForm()) && flag.from >= lane.left && flag.to <= lane.right &&
                    !touchesAnotherMark(lane, index, flag))
                    flags.push_back(flag);
            }
    return flags;
}

/// Chooses flags. The boxes of a row are kept disjoint and in order, so that only the neighbours found by bisection are
/// looked at.
class Annealer {
public:
    explicit Annealer(const PictureLane& lane)
        : m_lane(lane), m_rows(static_cast<size_t>(std::max(lane.rows, 0))), m_random(lane.seed) {
        for (qsizetype mark = 0; mark < lane.marks.size(); ++mark) {
            m_flags.push_back(flagsOf(lane, mark));
            m_cost += unplacedCost(static_cast<int>(mark));
        }
        m_chosen.assign(m_flags.size(), unplaced);
    }

    /// One flag a mark, or none.
    ChosenFlags run(Effort effort) {
        if (!m_flags.empty()) {
            if (effort == Effort::Full)
                anneal();
            settle();
        }
        ChosenFlags chosen{std::vector<std::optional<Flag>>(m_flags.size()), m_cost};
        for (int mark = 0; mark < count(); ++mark)
            if (m_chosen[mark] != unplaced)
                chosen.flags[mark] = flag(mark);
        return chosen;
    }

private:
    using Row = std::vector<int>; ///< marks with a flag in it, in order

    int count() const { return static_cast<int>(m_flags.size()); }
    const Flag& flag(int mark) const { return m_flags[mark][m_chosen[mark]]; }
    int choices(int mark) const { return static_cast<int>(m_flags[mark].size()); }

    /// Squared, so that no two labels of little importance outweigh one of the most.
    int unplacedCost(int mark) const {
        const int importance = m_lane.marks[mark].importance;
        return unplacedPrice + importancePrice * importance * importance;
    }

    /// What a choice costs beside the flags of the other marks.
    int costOf(int mark, int choice) const {
        if (choice == unplaced)
            return unplacedCost(mark);
        const Flag& flag = m_flags[mark][choice];
        return flag.price + crossingPrice * (boxesBefore(flag) + stemsBehind(flag));
    }

    /// Boxes of lower rows behind which the flag's stem passes.
    int boxesBefore(const Flag& own) const {
        int boxes = 0;
        for (int row = 0; row < own.row; ++row) {
            const Row& marks = m_rows[row];
            const auto next =
                std::partition_point(marks.begin(), marks.end(), [&](int mark) { return flag(mark).from < own.x; });
            if (next != marks.begin() && flag(*std::prev(next)).to > own.x)
                ++boxes;
        }
        return boxes;
    }

    /// Stems of higher rows that pass behind the flag.
    int stemsBehind(const Flag& own) const {
        qsizetype stems = 0;
        for (size_t row = own.row + 1; row < m_rows.size(); ++row) {
            const Row& marks = m_rows[row];
            const auto first = std::partition_point(marks.begin(), marks.end(),
                                                    [&](int mark) { return m_lane.marks[mark].x <= own.from; });
            const auto last =
                std::partition_point(first, marks.end(), [&](int mark) { return m_lane.marks[mark].x < own.to; });
            stems += last - first;
        }
        return static_cast<int>(stems);
    }

    /// The flags of its row that stand where another flag shall be; the mark has none itself.
    std::pair<Row::const_iterator, Row::const_iterator> inTheWay(int mark, const Flag& own) const {
        const Row& row = m_rows[own.row];
        auto last = std::lower_bound(row.begin(), row.end(), mark);
        auto first = last;
        while (first != row.begin() && !areApart(m_lane, flag(*std::prev(first)), own))
            --first;
        while (last != row.end() && !areApart(m_lane, own, flag(*last)))
            ++last;
        return {first, last};
    }

    void put(int mark, int choice) {
        m_chosen[mark] = choice;
        if (choice == unplaced)
            return;
        Row& row = m_rows[flag(mark).row];
        row.insert(std::lower_bound(row.begin(), row.end(), mark), mark);
    }

    void take(int mark) {
        if (m_chosen[mark] == unplaced)
            return;
        Row& row = m_rows[flag(mark).row];
        row.erase(std::lower_bound(row.begin(), row.end(), mark));
        m_chosen[mark] = unplaced;
    }

    /// Whether a change of cost is accepted (Metropolis); at temperature 0 gains only.
    bool isAccepted(qint64 change, double temperature) {
        return change < 0 ||
               (temperature > 0 && m_random.fraction() < std::exp(static_cast<double>(-change) / temperature));
    }

    /// Gives a mark another flag, or none; nothing may be in the way of the flag.
    void give(int mark, int choice) {
        m_before.emplace_back(mark, m_chosen[mark]);
        const int before = m_chosen[mark];
        take(mark);
        m_cost += costOf(mark, choice) - costOf(mark, before);
        put(mark, choice);
    }

    /// The cheapest flag that no other flag hinders; unplaced if there is none.
    int cheapestFree(int mark) const {
        int best = unplaced;
        int least = unplacedCost(mark);
        for (int choice = 0; choice < choices(mark); ++choice) {
            const auto [first, last] = inTheWay(mark, m_flags[mark][choice]);
            if (first != last)
                continue;
            if (const int cost = costOf(mark, choice); cost < least) {
                best = choice;
                least = cost;
            }
        }
        return best;
    }

    /// Tries another flag for a mark, or none. What stands in its way is placed anew at once: through states in which
    /// it is missing, the search would hardly ever get at the temperatures that tell one row from another.
    bool choose(int mark, int choice, double temperature) {
        const qint64 before = m_cost;
        m_before.clear();
        give(mark, unplaced);
        if (choice != unplaced) {
            const auto [first, last] = inTheWay(mark, m_flags[mark][choice]);
            m_pushed.assign(first, last);
            for (const int other : m_pushed)
                give(other, unplaced);
            give(mark, choice);
            for (const int other : m_pushed)
                give(other, cheapestFree(other));
        }
        if (isAccepted(m_cost - before, temperature))
            return true;
        takeBack();
        m_cost = before;
        return false;
    }

    void takeBack() {
        for (const auto& [mark, choice] : m_before)
            take(mark);
        // A mark may have changed twice; what it had first counts.
        for (const auto& [mark, choice] : m_before)
            if (m_chosen[mark] == unplaced)
                put(mark, choice);
    }

    /// Cools several times from nothing and keeps the best: where a cooling ends is settled early, so that more of them
    /// find more than slower ones.
    void anneal() {
        const std::vector<int> none = m_chosen;
        const qint64 costOfNone = m_cost;
        m_best = none;
        m_least = costOfNone;
        const qint64 steps = std::min(mostSteps, stepsPerLabel * count());
        const qint64 coolings = std::min(mostCoolings, mostSteps / steps);
        for (qint64 cooling = 0; cooling < coolings; ++cooling) {
            restore(none, costOfNone);
            cool(steps);
        }
        restore(m_best, m_least);
    }

    void cool(qint64 steps) {
        const double cooling = std::pow(cold / hot, 1.0 / static_cast<double>(steps));
        double temperature = hot;
        for (qint64 step = 0; step < steps; ++step, temperature *= cooling) {
            const int mark = m_random.below(count());
            const int choice = m_random.below(choices(mark) + 1) - 1;
            if (choice != m_chosen[mark] && choose(mark, choice, temperature) && m_cost < m_least) {
                m_least = m_cost;
                m_best = m_chosen;
            }
        }
    }

    void restore(const std::vector<int>& chosen, qint64 cost) {
        for (Row& row : m_rows)
            row.clear();
        for (int mark = 0; mark < count(); ++mark)
            put(mark, chosen[mark]);
        m_cost = cost;
    }

    /// Takes every single change that gains, until there is none: annealing ends near the least cost, not at it.
    void settle() {
        bool gained = true;
        for (int round = 0; round < mostRounds && gained; ++round) {
            gained = false;
            for (int mark = 0; mark < count(); ++mark)
                for (int choice = unplaced; choice < choices(mark); ++choice)
                    if (choice != m_chosen[mark] && choose(mark, choice, 0))
                        gained = true;
        }
    }

    const PictureLane& m_lane;
    std::vector<std::vector<Flag>> m_flags; ///< by mark
    std::vector<int> m_chosen;              ///< by mark: which of its flags
    std::vector<Row> m_rows;
    qint64 m_cost = 0;
    std::vector<int> m_best; ///< by mark, as m_chosen
    qint64 m_least = 0;
    std::vector<std::pair<int, int>> m_before; ///< marks that the step changed, with what they had
    Row m_pushed;
    Random m_random;
};

} // namespace

ChosenFlags chooseFlags(const PictureLane& lane, Effort effort) {
    return Annealer(lane).run(effort);
}

} // namespace entente::timeline
