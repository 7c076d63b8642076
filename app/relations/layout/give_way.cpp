#include "app/relations/layout/cost.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr double wayStep = 6;
constexpr int ways = 24; ///< directions tried

/// Moves one body after the other out of the way of those that were dropped; whoever is in nobody's way stays.
class GivingWay {
public:
    GivingWay(const Board& board, const std::vector<bool>& dropped, const Spots& spots)
        : m_board(board), m_dropped(dropped), m_cost(board, spots),
          m_diagonal(std::hypot(board.frame.width(), board.frame.height())) {}

    void run(double reach) {
        for (const int body : byNearness()) {
            if (m_cost.overlapOf(body) > 0)
                leaveOverlap(body);
        }
        for (const int body : byNearness()) {
            if (!m_board.bodies[at(body)].hidden && (isOnATie(body) || tiesAcross(body)))
                lowerPassages(body, reach);
        }
    }

    Spots spots() const { return m_cost.spots(); }

private:
    static size_t at(int i) { return static_cast<size_t>(i); }
    bool isDropped(int body) const { return m_dropped[at(body)]; }
    QRectF boxOf(int body) const { return boxAt(m_board.bodies[at(body)], m_cost.spot(body)); }

    bool runsThrough(const Pair& pair, int body) const {
        return body != pair.a && body != pair.b && touches(m_cost.spot(pair.a), m_cost.spot(pair.b), boxOf(body));
    }

    /// Those that may move, the nearest to a dropped one first.
    std::vector<int> byNearness() const {
        std::vector<std::pair<double, int>> found;
        for (int i = 0; i < m_board.size(); ++i) {
            double nearest = 2 * m_diagonal;
            for (int j = 0; j < m_board.size(); ++j) {
                const QPointF way = m_cost.spot(i) - m_cost.spot(j);
                nearest = isDropped(j) ? std::min(nearest, std::hypot(way.x(), way.y())) : nearest;
            }
            if (!m_board.fixed[at(i)])
                found.emplace_back(nearest, i);
        }
        std::sort(found.begin(), found.end());
        std::vector<int> bodies;
        bodies.reserve(found.size());
        for (const auto& [distance, body] : found)
            bodies.push_back(body);
        return bodies;
    }

    /// Whether a tie of a dropped one runs through a body.
    bool isOnATie(int body) const {
        return std::any_of(m_board.pairs.begin(), m_board.pairs.end(), [&](const Pair& pair) {
            return (isDropped(pair.a) || isDropped(pair.b)) && runsThrough(pair, body);
        });
    }

    /// Whether a tie of a body runs through a dropped one.
    bool tiesAcross(int body) const {
        const std::vector<int>& own = m_board.pairsOf[at(body)];
        return std::any_of(own.begin(), own.end(), [&](int pair) {
            for (int other = 0; other < m_board.size(); ++other) {
                if (isDropped(other) && runsThrough(m_board.pairs[at(pair)], other))
                    return true;
            }
            return false;
        });
    }

    bool mayStand(int body) const {
        const QRectF& room = m_board.room[at(body)];
        const QPointF spot = m_cost.spot(body);
        return spot == clamped(spot, room) && m_cost.overlapOf(body) == 0;
    }

    /// The free place with the fewest passages on a ring around a spot; with as few, the one that costs least.
    std::optional<std::pair<int, QPointF>> bestOnRing(int body, QPointF middle, double radius) {
        std::optional<std::pair<int, QPointF>> best;
        double least = 0;
        for (int k = 0; k < ways; ++k) {
            const double angle = 2 * M_PI * k / ways;
            const QPointF spot = middle + radius * QPointF(std::cos(angle), std::sin(angle));
            m_cost.move(body, spot);
            if (!mayStand(body))
                continue;
            const int passages = m_cost.passages(body);
            const double cost = best && passages > best->first ? 0 : m_cost.of(body);
            if (!best || passages < best->first || (passages == best->first && cost < least)) {
                best = std::pair(passages, spot);
                least = cost;
            }
        }
        m_cost.move(body, middle);
        return best;
    }

    /// To the nearest free place where no more ties run through boxes than now, or else where the fewest do.
    void leaveOverlap(int body) {
        const QPointF start = m_cost.spot(body);
        const int now = m_cost.passages(body);
        std::optional<std::pair<int, QPointF>> best;
        for (int ring = 1; ring * wayStep < m_diagonal && !(best && best->first <= now); ++ring) {
            const auto found = bestOnRing(body, start, ring * wayStep);
            if (found && (!best || found->first < best->first))
                best = found;
        }
        if (best)
            m_cost.move(body, best->second);
    }

    void lowerPassages(int body, double reach) {
        const QPointF start = m_cost.spot(body);
        const int now = m_cost.passages(body);
        for (int ring = 1; ring * wayStep < reach * m_diagonal; ++ring) {
            const auto found = bestOnRing(body, start, ring * wayStep);
            if (found && found->first < now)
                return m_cost.move(body, found->second);
        }
    }

    const Board& m_board;
    const std::vector<bool>& m_dropped;
    Cost m_cost;
    double m_diagonal;
};

} // namespace

bool giveWay(const Board& board, const std::vector<bool>& dropped, Spots& spots, double reach) {
    const std::vector<Box> boxes = boxesOf(board);
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (dropped[i])
            spots[i] = withinFrame(boxes[i], spots[i], board.frame);
    }
    if (board.size() <= largestSearched) {
        GivingWay giving(board, dropped, spots);
        giving.run(reach);
        spots = giving.spots();
    }
    return moveApart(spots, boxes, board.frame, board.margin);
}

} // namespace entente::relations
