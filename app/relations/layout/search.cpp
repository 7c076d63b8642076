#include "app/relations/layout/board.h"

#include <array>
#include <cmath>

namespace entente::relations {

namespace {

class Search {
public:
    Search(const Board& board, Spots& spots) : m_board(board), m_spots(spots) {
        for (int i = 0; i < board.size(); ++i) {
            if (!board.fixed[static_cast<size_t>(i)])
                m_movable.push_back(i);
        }
    }

    void anneal(int moves, double hot, double reach) {
        constexpr double cold = 0.0005;
        for (int k = 0; k < moves && !m_movable.empty(); ++k) {
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
        m_overlapCost.reset();
        constexpr std::array radii{40.0, 20.0, 10.0, 5.0, 2.0};
        for (const double radius : radii) {
            for (const int i : m_movable) {
                for (int k = 0; k < 12; ++k)
                    tryAt(i, spot(i) + radius * QPointF(std::cos(M_PI * k / 6), std::sin(M_PI * k / 6)), 0);
            }
        }
    }

private:
    QPointF& spot(int i) { return m_spots[static_cast<size_t>(i)]; }

    int pick() {
        const auto position = static_cast<size_t>(m_dice.roll() * static_cast<double>(m_movable.size()));
        return m_movable[position % m_movable.size()];
    }

    /// How much of a box others cover: while annealing boxes may pass through one another.
    double overlapOf(int i) {
        const auto self = static_cast<size_t>(i);
        const double margin = m_board.margin;
        const Body& body = m_board.bodies[self];
        const QPointF middle = spot(i) + body.middle;
        double sum = 0;
        for (size_t j = 0; j < m_spots.size(); ++j) {
            const Body& other = m_board.bodies[j];
            const QPointF way = m_spots[j] + other.middle - middle;
            const double width = (body.size.width() + other.size.width()) / 2 + margin - std::abs(way.x());
            const double height = (body.size.height() + other.size.height()) / 2 + margin - std::abs(way.y());
            if (j != self && width > 0 && height > 0)
                sum += 0.25 + std::min(1.0, width * height / (body.size.width() * body.size.height()));
        }
        return sum;
    }

    bool isInRoom(int i) { return spot(i) == clamped(spot(i), m_board.room[static_cast<size_t>(i)]); }
    bool mayStand(int i) { return isInRoom(i) && (m_overlapCost || overlapOf(i) == 0); }
    double cost(int i) { return costAt(m_board, m_spots, i) + (m_overlapCost ? *m_overlapCost * overlapOf(i) : 0); }

    bool isAccepted(double worse, double heat) {
        return worse < -1e-9 || (heat > 0 && m_dice.roll() < std::exp(-worse / heat));
    }

    void tryAt(int i, QPointF place, double heat) {
        const QPointF start = std::exchange(spot(i), place);
        if (mayStand(i)) {
            const double after = cost(i);
            spot(i) = start;
            if (isAccepted(after - cost(i), heat))
                spot(i) = place;
        } else {
            spot(i) = start;
        }
    }

    void jump(int i, double reach, double heat) {
        const double radius = reach * std::sqrt(m_dice.roll());
        const double angle = 2 * M_PI * m_dice.roll();
        tryAt(i, spot(i) + radius * QPointF(std::cos(angle), std::sin(angle)), heat);
    }

    void swap(int i, int j, double heat) {
        const double before = cost(i) + cost(j);
        std::swap(spot(i), spot(j));
        const bool free = i != j && mayStand(i) && mayStand(j);
        if (!free || !isAccepted(cost(i) + cost(j) - before, heat))
            std::swap(spot(i), spot(j));
    }

    const Board& m_board;
    Spots& m_spots;
    std::vector<int> m_movable;
    std::optional<double> m_overlapCost; ///< none: boxes may not overlap
    Dice m_dice;
};

} // namespace

void improve(const Board& board, Spots& spots, int moves, bool gently) {
    Search search(board, spots);
    const double reach = std::hypot(board.frame.width(), board.frame.height());
    search.anneal(moves, gently ? 0.01 : 0.03, gently ? 0.1 * reach : 0.2 * reach);
    moveApart(spots, boxesOf(board), board.frame, board.margin);
    search.settle();
}

} // namespace entente::relations
