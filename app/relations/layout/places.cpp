#include "app/relations/layout/cost.h"
#include "app/relations/layout/fit.h"
#include "app/relations/layout/graphs.h"
#include "app/relations/layout/moments.h"
#include "app/relations/layout/spread.h"
#include "app/relations/layout/tangle.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <future>
#include <limits>
#include <map>

namespace entente::relations {

namespace {

/// How often each thing is tried.
struct Effort {
    int starts, sweeps, rounds, finalists, moves;
};

constexpr int mostMoves = 60'000; ///< of bodies that keep lengths

/// So many moves that 60 bodies with twice as many ties take 0.3 s on two cores, and others about as long: a move looks
/// at all bodies, and for each tie of its body at all ties and bodies.
int movesFor(const Board& board) {
    constexpr double looks = 1.8e8;
    const double bodies = board.size(), ties = static_cast<double>(board.pairs.size());
    const double each = bodies + 2 * ties / bodies * (ties + bodies);
    return static_cast<int>(std::clamp(looks / each, 2e3, ties > 0 ? 4e5 : 2e4));
}

Effort effortFor(const Board& board) {
    constexpr size_t manyTies = 1000;
    if (board.size() <= fewBodies) // each is moved as often as one of many
        return {60, 0, 60, 6, static_cast<int>(mostMoves * board.size() / largestFramed)};
    if (board.size() <= largestFramed)
        return {60, 0, 60, 16, mostMoves};
    return {board.size() <= 60 ? 60 : 20, 15, 5, board.pairs.size() > manyTies ? 2 : 4, movesFor(board)};
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

/// What the search lowers is a mean over time; of what it finds, that which has no bad moment is better.
double costOfWorst(const PlaceInput& input, const Spots& spots) {
    constexpr double crossing = 0.1, angle = 0.5;
    const WorstMoments worst = worstMoments(input, spots);
    return crossing * worst.crossings + angle * (1 - worst.angle);
}

/// A start improved, and what it costs then.
std::pair<double, Spots> finished(const PlaceInput& input, const Board& board, Spots spots, int moves, Watch& watch) {
    const bool apart = moveApart(spots, boxesOf(board), board.frame, board.margin);
    improve(board, spots, moves, false, &watch);
    const double cost = Cost(board, spots).whole() + costOfWorst(input, spots) + (apart ? 0 : 10);
    return {cost, std::move(spots)};
}

/// The same where the frame decides on lengths.
std::pair<double, Spots> untangled(Board board, Spots spots, const Untangling& how, Watch& watch) {
    spots = fitted(board, spots);
    const double cost = untangle(board, spots, how, watch);
    return {cost, std::move(spots)};
}

/// Stress that the layout of Kamada and Kawai's has; 0 if there is none.
double usualStress(const Board& board) {
    Edges edges;
    QList<double> lengths;
    for (const Pair& pair : board.pairs) {
        edges << std::pair(pair.a, pair.b);
        lengths << board.targetOf(pair.a, pair.b);
    }
    const auto places = springLayout(board.size(), edges, lengths);
    return places ? Tangle(board, Spots(places->begin(), places->end()), 0).stress() : 0;
}

/// What crossings weigh: more where the best start has less stress than usual, which can be spent on them.
double weightOfCrossings(const Board& board, const std::multimap<double, Spots>& starts) {
    constexpr double kept = 0.02, doubling = 0.03, most = 3; // shares of stress, measured on Holme-Kim networks
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [cost, spots] : starts) {
        Board copy = board;
        least = std::min(least, Tangle(board, fitted(copy, spots), 0).stress());
    }
    const double slack = usualStress(board) / least - 1;
    return std::isfinite(slack) ? std::clamp(std::exp2((slack - kept) / doubling), 1.0, most) : 1;
}

using Finish = std::future<std::pair<double, Spots>>;

void waitFor(const Finish& finish, int moves, Watch& watch) {
    constexpr std::chrono::milliseconds interval(20);
    while (finish.wait_for(interval) != std::future_status::ready)
        watch.tell(0.3 + 0.7 * std::min(1.0, watch.moves() / static_cast<double>(moves)));
}

/// Finalists side by side, as they share nothing; the first of the best, so that the result is always the same.
std::optional<Spots> searched(const PlaceInput& input, const Board& board, Watch& watch) {
    const Effort effort = effortFor(board);
    std::vector<Finish> running;
    const auto starts = bestStarts(board, effort, watch);
    const Untangling how{effort.moves, isFramed(board) ? 1 : weightOfCrossings(board, starts)};
    for (const auto& entry : starts) {
        running.push_back(std::async(std::launch::async, [&input, &board, &watch, &how, &spots = entry.second] {
            return isFramed(board) ? finished(input, board, spots, how.moves, watch)
                                   : untangled(board, spots, how, watch);
        }));
    }
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
    const std::optional<Spots> spots =
        board.size() <= largestSearched ? searched(input, board, watch) : spread(board, watch);
    if (spots)
        watch.tell(1, *spots);
    return spots && !watch.isStopped() ? std::optional(sharesOf(*spots, input.frame)) : std::nullopt;
}

QList<QPointF> place(const PlaceInput& input) {
    return *place(input, PlaceProgress());
}

} // namespace entente::relations
