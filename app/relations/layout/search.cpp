#include "app/relations/layout/cost.h"
#include "app/relations/layout/watch.h"

#include <array>
#include <cmath>
#include <limits>

namespace entente::relations {

namespace {

constexpr int movesTold = 256;
constexpr double endless = std::numeric_limits<double>::infinity();

class Search {
public:
    Search(const Board& board, const Spots& spots, Watch* watch)
        : m_board(board), m_watch(watch), m_cost(board, spots), m_known(spots.size()) {
        for (int i = 0; i < board.size(); ++i) {
            if (!board.fixed[static_cast<size_t>(i)])
                m_movable.push_back(i);
        }
    }

    void anneal(int moves, double hot, double reach) {
        const double coolest = m_board.size() <= largestFramed ? hot / 0.0005 : 100;
        const double cold = hot / coolest;
        for (int k = 0; k < moves && !m_movable.empty(); ++k) {
            if (k % movesTold == 0 && !goesOn())
                return;
            const double done = static_cast<double>(k) / moves;
            const double heat = hot * std::pow(cold / hot, done);
            m_overlapCost = 0.03 + done * done;
            const int i = pick();
            const int j = pick();
            if (m_dice.roll() < 0.1)
                swap(i, j, heat);
            else
                jump(i, reach * (1 - done) + 6, heat);
        }
    }

    /// Downhill to places around that are free.
    void settle() {
        constexpr std::array radii{40.0, 20.0, 10.0, 5.0, 2.0};
        for (const double radius : radii) {
            for (const int i : m_movable) {
                if (!goesOn(0))
                    return;
                for (int k = 0; k < 12; ++k)
                    tryAt(i, m_cost.spot(i) + radius * QPointF(std::cos(M_PI * k / 6), std::sin(M_PI * k / 6)), 0);
            }
        }
    }

    Spots spots() const { return m_cost.spots(); }

private:
    bool goesOn(int moves = movesTold) const {
        if (m_watch)
            m_watch->addMoves(moves);
        return !m_watch || !m_watch->isStopped();
    }

    int pick() {
        const auto position = static_cast<size_t>(m_dice.roll() * static_cast<double>(m_movable.size()));
        return m_movable[position % m_movable.size()];
    }

    bool mayStand(int i) const {
        const QRectF& room = m_board.room[static_cast<size_t>(i)];
        const QPointF spot = m_cost.spot(i);
        const bool inRoom =
            spot.x() >= room.left() && spot.x() <= room.right() && spot.y() >= room.top() && spot.y() <= room.bottom();
        return inRoom && (m_overlapCost || m_cost.overlapOf(i) == 0);
    }

    /// While annealing boxes may pass through one another.
    double costOf(int i, double limit = endless) const {
        const double overlap = m_overlapCost ? *m_overlapCost * m_cost.overlapOf(i) : 0;
        return overlap > limit ? overlap : m_cost.of(i, limit - overlap) + overlap;
    }

    /// As costOf where the bodies stand, remembered until one moves.
    double costNow(int i) {
        Known& known = m_known[static_cast<size_t>(i)];
        if (known.since != m_accepted)
            known = {m_accepted, m_cost.of(i), m_cost.overlapOf(i)};
        return known.cost + (m_overlapCost ? *m_overlapCost * known.overlap : 0);
    }

    bool isAccepted(double worse, double heat) {
        return worse < -1e-9 || (heat > 0 && m_dice.roll() < std::exp(-worse / heat));
    }

    void tryAt(int i, QPointF place, double heat) {
        if (m_board.size() > largestFramed)
            return tryWithin(i, place, costNow(i) + m_dice.allowance(heat));
        const QPointF start = m_cost.spot(i);
        m_cost.move(i, place);
        const bool may = mayStand(i);
        const double after = may ? costOf(i) : 0;
        m_cost.move(i, start);
        if (may && isAccepted(after - costNow(i), heat)) {
            m_cost.move(i, place);
            ++m_accepted;
        }
    }

    void tryWithin(int i, QPointF place, double limit) {
        const QPointF start = m_cost.spot(i);
        m_cost.move(i, place);
        if (mayStand(i) && costOf(i, limit) <= limit)
            ++m_accepted;
        else
            m_cost.move(i, start);
    }

    void jump(int i, double reach, double heat) {
        const double radius = reach * std::sqrt(m_dice.roll());
        const double angle = 2 * M_PI * m_dice.roll();
        tryAt(i, m_cost.spot(i) + radius * QPointF(std::cos(angle), std::sin(angle)), heat);
    }

    void exchange(int i, int j) {
        const QPointF spot = m_cost.spot(i);
        m_cost.move(i, m_cost.spot(j));
        m_cost.move(j, spot);
    }

    void swap(int i, int j, double heat) {
        if (i == j)
            return;
        const double before = costNow(i) + costNow(j) - m_cost.stress(); // which both have a share in
        exchange(i, j);
        if (mayStand(i) && mayStand(j) && isAccepted(costOf(i) + costOf(j) - m_cost.stress() - before, heat))
            ++m_accepted;
        else
            exchange(i, j);
    }

    struct Known {
        int since = -1;
        double cost = 0;
        double overlap = 0;
    };

    const Board& m_board;
    Watch* m_watch;
    Cost m_cost;
    int m_accepted = 0;
    std::vector<Known> m_known;
    std::vector<int> m_movable;
    std::optional<double> m_overlapCost; ///< none: boxes may not overlap
    Dice m_dice;
};

} // namespace

void improve(const Board& board, Spots& spots, int moves, bool gently, Watch* watch) {
    const double reach = std::hypot(board.frame.width(), board.frame.height());
    Search hot(board, spots, watch);
    hot.anneal(moves,
               board.size() > largestFramed ? 0.4 * board.readability
               : gently                     ? 0.01
                                            : 0.03,
               gently ? 0.1 * reach : 0.2 * reach);
    spots = hot.spots();
    moveApart(spots, boxesOf(board), board.frame, board.margin);
    Search cold(board, spots, watch);
    cold.settle();
    spots = cold.spots();
}

} // namespace entente::relations
