#include "tests/bench/drawing.h"

#include <QLineF>
#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace entente::bench {

namespace {

using Neighbours = std::vector<std::vector<int>>;

size_t at(int i) {
    return static_cast<size_t>(i);
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Chance {
public:
    explicit Chance(quint64 seed) : m_state(seed) {}
    quint64 next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    int oneOf(const std::vector<int>& values) { return values[next() % values.size()]; }

private:
    quint64 m_state;
};

class Growth {
public:
    explicit Growth(quint64 seed) : m_chance(seed) {}

    void addActor(int actor) {
        const int first = m_chance.oneOf(m_ends);
        const std::vector<int> friends(m_friends[at(first)].begin(), m_friends[at(first)].end());
        int second = !friends.empty() && m_chance.next() % 2 == 0 ? m_chance.oneOf(friends) : m_chance.oneOf(m_ends);
        while (second == first)
            second = m_chance.oneOf(m_ends);
        tie(actor, first);
        tie(actor, second);
    }
    void tie(int one, int other) {
        m_friends.resize(std::max(m_friends.size(), at(std::max(one, other)) + 1));
        m_friends[at(one)].insert(other);
        m_friends[at(other)].insert(one);
        m_ends.insert(m_ends.end(), {one, other});
        m_ties << std::pair(one, other);
    }
    const Ties& ties() const { return m_ties; }

private:
    Chance m_chance;
    std::vector<int> m_ends; ///< each actor as often as it has ties
    std::vector<std::set<int>> m_friends;
    Ties m_ties;
};

Neighbours neighboursOf(qsizetype actors, const Ties& ties) {
    Neighbours neighbours(static_cast<size_t>(actors));
    for (const auto& [from, to] : ties) {
        neighbours[at(from)].push_back(to);
        neighbours[at(to)].push_back(from);
    }
    return neighbours;
}

std::vector<int> walk(const Neighbours& neighbours, int source) {
    std::vector<int> steps(neighbours.size(), -1);
    std::vector<int> queue{source};
    steps[at(source)] = 0;
    for (size_t next = 0; next < queue.size(); ++next) {
        for (const int other : neighbours[at(queue[next])]) {
            if (steps[at(other)] < 0) {
                steps[at(other)] = steps[at(queue[next])] + 1;
                queue.push_back(other);
            }
        }
    }
    return steps;
}

struct Segment {
    QPointF from, to;
    int a, b;
    double left, right, top, bottom;
};

std::vector<Segment> segmentsOf(const QList<QPointF>& places, const Ties& ties) {
    std::vector<Segment> segments;
    for (const auto& [a, b] : ties) {
        const QPointF from = places[a], to = places[b];
        segments.push_back({from, to, a, b, std::min(from.x(), to.x()), std::max(from.x(), to.x()),
                            std::min(from.y(), to.y()), std::max(from.y(), to.y())});
    }
    std::sort(segments.begin(), segments.end(),
              [](const auto& one, const auto& other) { return one.left < other.left; });
    return segments;
}

double side(QPointF p, QPointF q, QPointF r) {
    return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
}

bool doCross(const Segment& one, const Segment& other) {
    if (other.top > one.bottom || other.bottom < one.top || one.a == other.a || one.a == other.b || one.b == other.a ||
        one.b == other.b)
        return false;
    return side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 &&
           side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0;
}

} // namespace

Ties holmeKim(int actors, quint64 seed) {
    Growth growth(seed);
    if (actors > 1)
        growth.tie(0, 1);
    for (int actor = 2; actor < actors; ++actor)
        growth.addActor(actor);
    return growth.ties();
}

double normalisedStress(const QList<QPointF>& places, const Ties& ties) {
    const Neighbours neighbours = neighboursOf(places.size(), ties);
    const qsizetype sources = std::min<qsizetype>(places.size(), 200);
    double squares = 0, sum = 0, pairs = 0;
    for (qsizetype k = 0; k < sources; ++k) {
        const auto source = static_cast<int>(k * places.size() / sources);
        const std::vector<int> steps = walk(neighbours, source);
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (steps[static_cast<size_t>(i)] <= 0)
                continue;
            const double share = QLineF(places[source], places[i]).length() / steps[static_cast<size_t>(i)];
            squares += share * share;
            sum += share;
            ++pairs;
        }
    }
    const double scale = squares > 0 ? sum / squares : 0;
    return pairs > 0 ? (scale * scale * squares - 2 * scale * sum + pairs) / pairs : 0;
}

double crossingShare(const QList<QPointF>& places, const Ties& ties) {
    const std::vector<Segment> segments = segmentsOf(places, ties);
    double count = 0;
    for (size_t i = 0; i < segments.size(); ++i) {
        for (size_t j = i + 1; j < segments.size() && segments[j].left <= segments[i].right; ++j)
            count += doCross(segments[i], segments[j]) ? 1 : 0;
    }
    const auto ends = static_cast<double>(segments.size());
    return ends > 1 ? count / (ends * (ends - 1) / 2) : 0;
}

double overlapsPerActor(const QList<QPointF>& places, double side) {
    QList<QPointF> sorted = places;
    std::sort(sorted.begin(), sorted.end(), [](QPointF one, QPointF other) { return one.x() < other.x(); });
    const double least = side - 1e-6;
    double count = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        for (qsizetype j = i + 1; j < sorted.size() && sorted[j].x() - sorted[i].x() < least; ++j)
            count += std::abs(sorted[j].y() - sorted[i].y()) < least ? 1 : 0;
    }
    return count / std::max(1.0, static_cast<double>(places.size()));
}

double lengthDeviation(const QList<QPointF>& places, const Ties& ties) {
    double sum = 0, squares = 0;
    for (const auto& [from, to] : ties) {
        const double length = QLineF(places[from], places[to]).length();
        sum += length;
        squares += length * length;
    }
    const double mean = sum / std::max(1.0, static_cast<double>(ties.size()));
    return sum > 0 ? std::sqrt(std::max(0.0, squares / static_cast<double>(ties.size()) - mean * mean)) / mean : 0;
}

} // namespace entente::bench
