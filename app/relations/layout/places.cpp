#include "app/relations/layout/cost.h"
#include "app/relations/layout/graphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <limits>
#include <map>

namespace entente::relations {

namespace {

/// How often each thing is tried: less for many bodies, so that 60 take no more than 0.3 s.
struct Effort {
    int starts, rounds, finalists, moves;
};

Effort effortFor(int bodies) {
    if (bodies <= 32)
        return {60, 60, 6, 60'000};
    if (bodies <= 60)
        return {16, 100, 1, 12'000};
    return {8, 60, 1, 4'000};
}

Spots startOf(const Board& board, Dice& dice) {
    Spots spots;
    for (const QRectF& room : board.room) {
        const double x = room.left() + dice.roll() * room.width();
        spots.push_back({x, room.top() + dice.roll() * room.height()});
    }
    return spots;
}

/// Starts by rising cost, at most `kept`.
std::multimap<double, Spots> bestStarts(const Board& board, const Effort& effort) {
    std::multimap<double, Spots> best;
    Dice dice;
    for (int start = 0; start < effort.starts; ++start) {
        Spots spots = startOf(board, dice);
        majorise(board, spots, effort.rounds);
        best.emplace(Cost(board, spots).whole(), spots);
        if (static_cast<int>(best.size()) > effort.finalists)
            best.erase(std::prev(best.end()));
    }
    return best;
}

/// A start improved, and what it costs then.
std::pair<double, Spots> finished(const Board& board, Spots spots, int moves) {
    const bool apart = moveApart(spots, boxesOf(board), board.frame, board.margin);
    improve(board, spots, moves);
    const double cost = Cost(board, spots).whole() + (apart ? 0 : 10);
    return {cost, std::move(spots)};
}

/// Finalists side by side, as they share nothing; the first of the best, so that the result is always the same.
Spots searched(const Board& board) {
    const Effort effort = effortFor(board.size());
    std::vector<std::future<std::pair<double, Spots>>> running;
    for (const auto& [cost, spots] : bestStarts(board, effort))
        running.push_back(std::async(std::launch::async, finished, std::cref(board), spots, effort.moves));
    std::pair<double, Spots> best(std::numeric_limits<double>::infinity(), {});
    for (auto& one : running) {
        if (auto result = one.get(); best.second.empty() || result.first < best.first)
            best = std::move(result);
    }
    return best.second;
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
