#include "app/relations/layout/board.h"
#include "app/relations/layout/graphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace entente::relations {

namespace {

constexpr int majorisations = 200;

/// The generator of Numerical Recipes: small, and the same on every machine.
class Dice {
public:
    double roll() {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state / 4294967296.0;
    }

private:
    quint32 m_state = 3;
};

/// How often each thing is tried: less for many bodies, so that 60 take no more than 0.3 s.
struct Effort {
    int starts, rounds, finalists, searches;
};

Effort effortFor(int bodies) {
    if (bodies <= 32)
        return {60, majorisations, 4, 6};
    if (bodies <= 60)
        return {16, 100, 1, 3};
    return {8, 60, 1, 1};
}

Spots startOf(const Board& board, Dice& dice) {
    Spots spots;
    for (const QRectF& room : board.room) {
        const double x = room.left() + dice.roll() * room.width();
        spots.push_back({x, room.top() + dice.roll() * room.height()});
    }
    return spots;
}

std::vector<Box> boxesOf(const Board& board) {
    std::vector<Box> boxes;
    for (size_t i = 0; i < board.bodies.size(); ++i)
        boxes.push_back({board.bodies[i].size, board.bodies[i].middle, board.fixed[i]});
    return boxes;
}

/// Moves and swaps single bodies while that lowers the cost and makes no boxes overlap.
class Search {
public:
    Search(const Board& board, Spots& spots) : m_board(board), m_spots(spots) {}

    void run(int rounds) {
        constexpr std::array radii{60.0, 110.0, 30.0, 170.0, 15.0, 80.0};
        for (int round = 0; round < rounds; ++round) {
            bool better = false;
            for (int i = 0; i < m_board.size(); ++i)
                better = moveAround(i, radii[static_cast<size_t>(round) % radii.size()]) || better;
            if (round < 2 || m_board.size() <= 32)
                better = swapAll() || better;
            if (!better && round >= static_cast<int>(radii.size()))
                break;
        }
    }

private:
    bool isFree(int i) const {
        const auto self = static_cast<size_t>(i);
        if (m_spots[self] != clamped(m_spots[self], m_board.room[self]))
            return false;
        const double margin = m_board.margin;
        const QRectF box = boxAt(m_board.bodies[self], m_spots[self]).adjusted(-margin, -margin, margin, margin);
        for (size_t j = 0; j < m_spots.size(); ++j) {
            if (j != self && box.intersects(boxAt(m_board.bodies[j], m_spots[j])))
                return false;
        }
        return true;
    }

    bool moveAround(int i, double radius) {
        const auto self = static_cast<size_t>(i);
        if (m_board.fixed[self])
            return false;
        const QPointF start = m_spots[self];
        QPointF best = start;
        double lowest = costAt(m_board, m_spots, i) - 1e-9;
        for (int k = 0; k < 12; ++k) {
            const double angle = M_PI * k / 6;
            m_spots[self] = start + radius * QPointF(std::cos(angle), std::sin(angle));
            const double cost = isFree(i) ? costAt(m_board, m_spots, i) : lowest;
            if (cost < lowest) {
                lowest = cost;
                best = m_spots[self];
            }
        }
        m_spots[self] = best;
        return best != start;
    }

    bool swap(int i, int j) {
        QPointF& a = m_spots[static_cast<size_t>(i)];
        QPointF& b = m_spots[static_cast<size_t>(j)];
        const double before = costAt(m_board, m_spots, i) + costAt(m_board, m_spots, j);
        std::swap(a, b);
        if (isFree(i) && isFree(j) && costAt(m_board, m_spots, i) + costAt(m_board, m_spots, j) < before - 1e-9) {
            const double after = costOf(m_board, m_spots);
            std::swap(a, b);
            if (after >= costOf(m_board, m_spots) - 1e-9)
                return false;
            std::swap(a, b);
            return true;
        }
        std::swap(a, b);
        return false;
    }

    bool swapAll() {
        bool better = false;
        for (int i = 0; i < m_board.size(); ++i) {
            for (int j = i + 1; j < m_board.size(); ++j) {
                if (!m_board.fixed[static_cast<size_t>(i)] && !m_board.fixed[static_cast<size_t>(j)])
                    better = swap(i, j) || better;
            }
        }
        return better;
    }

    const Board& m_board;
    Spots& m_spots;
};

/// Starts by rising cost, at most `kept`.
std::multimap<double, Spots> bestStarts(const Board& board, const Effort& effort) {
    std::multimap<double, Spots> best;
    Dice dice;
    for (int start = 0; start < effort.starts; ++start) {
        Spots spots = startOf(board, dice);
        majorise(board, spots, effort.rounds);
        best.emplace(costOf(board, spots), spots);
        if (static_cast<int>(best.size()) > effort.finalists)
            best.erase(std::prev(best.end()));
    }
    return best;
}

Spots searched(const Board& board) {
    const Effort effort = effortFor(board.size());
    const std::vector<Box> boxes = boxesOf(board);
    std::multimap<double, Spots> finished;
    for (auto [cost, spots] : bestStarts(board, effort)) {
        const bool apart = moveApart(spots, boxes, board.frame, board.margin);
        Search(board, spots).run(effort.searches);
        finished.emplace(costOf(board, spots) + (apart ? 0 : 10), spots);
    }
    return finished.begin()->second;
}

/// The union graph with lengths of 1/sqrt of the share of time that each edge holds (decision 20).
std::pair<Edges, QList<double>> unionGraph(const Board& board) {
    std::pair<Edges, QList<double>> graph;
    for (const Pair& pair : board.pairs) {
        graph.first << std::pair(pair.a, pair.b);
        graph.second << 1 / std::sqrt(pair.share);
    }
    return graph;
}

Spots spread(const Board& board) {
    const auto [edges, lengths] = unionGraph(board);
    const QList<QPointF> places = springLayout(board.size(), edges, lengths).value_or(QList<QPointF>());
    Dice dice;
    Spots spots = startOf(board, dice);
    QRectF hull;
    for (const QPointF place : places)
        hull = hull.united(QRectF(place - QPointF(1e-9, 1e-9), QSizeF(2e-9, 2e-9)));
    for (qsizetype i = 0; i < places.size() && hull.width() > 0 && hull.height() > 0; ++i) {
        const auto self = static_cast<size_t>(i);
        const QPointF share((places[i].x() - hull.left()) / hull.width(), (places[i].y() - hull.top()) / hull.height());
        spots[self] = clamped({share.x() * board.frame.width(), share.y() * board.frame.height()}, board.room[self]);
    }
    if (board.size() <= 4 * largestSearched)
        moveApart(spots, boxesOf(board), board.frame, 2);
    return spots;
}

} // namespace

QList<QPointF> place(const PlaceInput& input) {
    QList<QPointF> places;
    if (input.bodies.isEmpty() || input.frame.width() <= 0 || input.frame.height() <= 0)
        return QList<QPointF>(input.bodies.size(), {0.5, 0.5});
    const Board board = boardOf(input);
    for (const QPointF spot : board.size() <= largestSearched ? searched(board) : spread(board)) {
        const QPointF share(spot.x() / input.frame.width(), spot.y() / input.frame.height());
        const bool finite = std::isfinite(share.x()) && std::isfinite(share.y());
        places << (finite ? share : QPointF(0.5, 0.5));
    }
    return places;
}

} // namespace entente::relations
