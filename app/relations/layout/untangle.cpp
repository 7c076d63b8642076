#include "app/relations/layout/tangle.h"
#include "app/relations/layout/watch.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

/// What it costs if all pairs of ties cross. On 50 Holme-Kim networks of 60 actors and twice as many ties
/// (entente-bench, "several_places") medians of stress and crossings, as shares of Kamada and Kawai's, were 0.989 and
/// 0.620 at 0.62, 0.997 and 0.590 at 0.78, 1.002 and 0.571 at 0.9; ten times the moves lowered crossings by no more
/// than 0.02.
constexpr double allCrossings = 0.78;
constexpr double dearestCrossing = 0.02;      ///< where ties are few
constexpr double passageShare = 0.12;         ///< of what a crossing costs: as much as hardly costs crossings
constexpr double leastMargin = 0.1;           ///< share of the margin; the rest is made where there is room to draw
constexpr double settling = 0.2;              ///< share of the moves that are downhill, boxes apart
constexpr double hottest = 4, coldest = 0.03; ///< crossings
constexpr double softest = 1, hardest = 15;   ///< crossings that an overlap costs while boxes may pass one another
constexpr double apartCost = 1;               ///< of an overlap once boxes are apart
constexpr double longestMove = 0.2, shortestMove = 0.007; ///< diagonals that bodies move, at first and in the end
constexpr int movesBetween = 256;                         ///< looks at the watch
constexpr int acceptedBetween = 8192;                     ///< recounts

class Annealing {
public:
    Annealing(const Board& board, Spots& spots, const Untangling& how, Watch& watch)
        : m_board(board), m_spots(spots), m_moves(how.moves), m_watch(watch), m_margin(leastMargin * board.margin),
          m_diagonal(std::hypot(board.frame.width(), board.frame.height())) {
        const auto ties = static_cast<double>(board.pairs.size());
        m_prices.crossing =
            how.crossings * std::min(dearestCrossing, allCrossings / std::max(1.0, ties * (ties - 1) / 2));
        m_prices.passage = passageShare * m_prices.crossing;
        for (int body = 0; body < board.size(); ++body) {
            if (!board.fixed[static_cast<size_t>(body)])
                m_movable.push_back(body);
        }
    }

    double run() {
        anneal();
        moveApart(m_spots, boxesOf(m_board), m_board.frame, m_margin);
        settle();
        Tangle tangle(m_board, m_spots, m_margin);
        tangle.charge(m_prices);
        return tangle.cost();
    }

private:
    void anneal() {
        Tangle tangle(m_board, m_spots, m_margin);
        const int moves = static_cast<int>((1 - settling) * m_moves);
        double heat = 0, reach = 0;
        for (int move = 0; move < moves && goesOn(move); ++move) {
            if (move % movesBetween == 0) {
                const double done = static_cast<double>(move) / moves;
                m_prices.overlap = m_prices.crossing * (softest + (hardest - softest) * done * done);
                tangle.charge(m_prices);
                heat = m_prices.crossing * hottest * std::pow(coldest / hottest, done);
                reach = longestMove * (1 - done) * (1 - done) + shortestMove;
            }
            tryNear(tangle, reach, m_dice.allowance(heat));
        }
        keep(tangle);
    }

    void settle() {
        Tangle tangle(m_board, m_spots, m_margin);
        m_prices.overlap = apartCost;
        tangle.charge(m_prices);
        const int moves = static_cast<int>(settling * m_moves);
        for (int move = 0; move < moves && goesOn(move); ++move)
            tryNear(tangle, 4 * shortestMove * (1 - static_cast<double>(move) / moves), 0);
        keep(tangle);
    }

    bool goesOn(int move) const {
        if (m_movable.empty() || (move % movesBetween == 0 && m_watch.isStopped()))
            return false;
        if (move % movesBetween == 0)
            m_watch.addMoves(movesBetween);
        return true;
    }

    void tryNear(Tangle& tangle, double reach, double limit) {
        const auto count = static_cast<double>(m_movable.size());
        const int body = m_movable[static_cast<size_t>(m_dice.roll() * count) % m_movable.size()];
        const QPointF way(2 * m_dice.roll() - 1, 2 * m_dice.roll() - 1);
        const QPointF spot = tangle.spot(body) + reach * m_diagonal * way;
        if (spot != clamped(spot, m_board.room[static_cast<size_t>(body)]) ||
            !(tangle.trial(body, spot, limit) <= limit))
            return;
        tangle.accept();
        if (++m_accepted % acceptedBetween == 0)
            tangle.recount();
    }

    /// Rounded to what a tangle knows; what is fixed, and the bounds of rooms, are not.
    void keep(const Tangle& tangle) {
        for (const int body : m_movable) {
            const auto self = static_cast<size_t>(body);
            m_spots[self] = clamped(tangle.spot(body), m_board.room[self]);
        }
    }

    const Board& m_board;
    Spots& m_spots;
    int m_moves;
    Watch& m_watch;
    double m_margin, m_diagonal;
    Tangle::Prices m_prices;
    std::vector<int> m_movable;
    int m_accepted = 0;
    Dice m_dice;
};

} // namespace

double untangle(const Board& board, Spots& spots, const Untangling& how, Watch& watch) {
    return Annealing(board, spots, how, watch).run();
}

} // namespace entente::relations
