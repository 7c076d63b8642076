#include "app/relations/layout/cost.h"
#include "app/relations/layout/fit.h"
#include "app/relations/layout/spread.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <future>
#include <limits>
#include <map>

namespace entente::relations {

namespace {

/// How often each thing is tried: less for many bodies, so that 60 take no more than 0.3 s.
struct Effort {
    int starts, sweeps, rounds, finalists, moves;
};

Effort effortFor(int bodies) {
    if (bodies <= largestFramed)
        return {60, 0, 60, 6, 60'000};
    if (bodies <= 45)
        return {60, 15, 5, 4, 40'000};
    if (bodies <= 60)
        return {60, 15, 5, 2, 40'000};
    return {20, 15, 5, 2, 20'000};
}

/// Whether the lengths aimed at suit the frame; otherwise the frame decides on them.
bool isFramed(const Board& board) {
    return board.size() <= largestFramed;
}

Spots startOf(const Board& board, Dice& dice) {
    Spots spots;
    for (const QRectF& room : board.room) {
        const double x = room.left() + dice.roll() * room.width();
        spots.push_back({x, room.top() + dice.roll() * room.height()});
    }
    return spots;
}

/// The same board without bounds and fixed bodies.
Board boundless(Board board) {
    constexpr double side = 1e6;
    board.room.assign(board.bodies.size(), QRectF(-side, -side, 2 * side, 2 * side));
    board.fixed.assign(board.bodies.size(), false);
    return board;
}

/// Brings a layout without bounds into the frame; lengths aimed at become those at which it fits.
Spots fitted(Board& board, const Spots& free) {
    const Fit fit(board, free);
    Spots spots;
    for (size_t i = 0; i < free.size(); ++i)
        spots.push_back(clamped(fit.toFrame(free[i]), board.room[i]));
    for (double& length : board.target)
        length *= fit.scale();
    for (double& pull : board.pull)
        pull /= fit.scale() * fit.scale();
    if (std::find(board.fixed.begin(), board.fixed.end(), true) != board.fixed.end())
        majorise(board, spots, 20);
    return spots;
}

/// Starts by rising cost, the finalists.
std::multimap<double, Spots> bestStarts(const Board& board, const Effort& effort, Watch& watch) {
    std::multimap<double, Spots> best;
    const Board space = isFramed(board) ? board : boundless(board);
    Dice dice;
    for (int start = 0; start < effort.starts && !watch.isStopped(); ++start) {
        Spots spots = startOf(board, dice);
        if (effort.sweeps > 0)
            descend(space, spots, effort.sweeps, dice);
        majorise(space, spots, effort.rounds);
        if (Board copy = board; start == 0)
            watch.tell(0, isFramed(board) ? spots : fitted(copy, spots));
        watch.tell(0.3 * start / effort.starts);
        best.emplace(Cost(space, spots).whole(), spots);
        if (static_cast<int>(best.size()) > effort.finalists)
            best.erase(std::prev(best.end()));
    }
    return best;
}

/// A start improved, and what it costs then.
std::pair<double, Spots> finished(Board board, Spots spots, int moves, Watch& watch) {
    if (!isFramed(board))
        spots = fitted(board, spots);
    const bool apart = moveApart(spots, boxesOf(board), board.frame, board.margin);
    improve(board, spots, moves, false, &watch);
    const double cost = Cost(board, spots).whole() + (apart ? 0 : 10);
    return {cost, std::move(spots)};
}

using Finish = std::future<std::pair<double, Spots>>;

void waitFor(const Finish& finish, int moves, Watch& watch) {
    constexpr std::chrono::milliseconds interval(20);
    while (finish.wait_for(interval) != std::future_status::ready)
        watch.tell(0.3 + 0.7 * std::min(1.0, watch.moves() / static_cast<double>(moves)));
}

/// Finalists side by side, as they share nothing; the first of the best, so that the result is always the same.
std::optional<Spots> searched(const Board& board, Watch& watch) {
    const Effort effort = effortFor(board.size());
    std::vector<Finish> running;
    for (const auto& [cost, spots] : bestStarts(board, effort, watch))
        running.push_back(std::async(std::launch::async, finished, board, spots, effort.moves, std::ref(watch)));
    std::pair<double, Spots> best(std::numeric_limits<double>::infinity(), {});
    for (Finish& one : running) {
        waitFor(one, effort.moves * static_cast<int>(running.size()), watch);
        if (auto result = one.get(); best.second.empty() || result.first < best.first)
            best = std::move(result);
    }
    return watch.isStopped() ? std::nullopt : std::optional(best.second);
}

} // namespace

std::optional<QList<QPointF>> place(const PlaceInput& input, const PlaceProgress& progress) {
    if (input.bodies.isEmpty() || !(input.frame.width() > 0 && input.frame.height() > 0) ||
        !std::isfinite(input.frame.width() + input.frame.height()))
        return QList<QPointF>(input.bodies.size(), {0.5, 0.5});
    const Board board = boardOf(input);
    Watch watch(input, progress);
    const std::optional<Spots> spots = board.size() <= largestSearched ? searched(board, watch) : spread(board, watch);
    if (spots)
        watch.tell(1, *spots);
    return spots && !watch.isStopped() ? std::optional(sharesOf(*spots, input.frame)) : std::nullopt;
}

QList<QPointF> place(const PlaceInput& input) {
    return *place(input, PlaceProgress());
}

} // namespace entente::relations
