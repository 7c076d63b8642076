#include "app/relations/layout/spread.h"
#include "app/relations/layout/fit.h"
#include "app/relations/layout/forces.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr int firstPivots = 24;
constexpr int firstSteps = 6;
constexpr int mostDistances = 1'000'000; ///< kept: up to 1 000 bodies all
constexpr int fewestPivots = 30;
constexpr int steps = 15;
constexpr double boldness = 0.1; ///< of the second descent, which begins with the first picture
constexpr int ticksTold = 10;

/// More ticks and hotter ones for large graphs, where few pivots leave more to do.
int ticksFor(int bodies) {
    return std::clamp(static_cast<int>(90 * std::pow(bodies / 1000.0, 0.35)), 50, 200);
}

/// Measured at 1 000 and 10 000 bodies, and found good between.
Strengths strengthsFor(int bodies) {
    const double size = std::clamp(std::log10(bodies / 1000.0), 0.0, 1.0);
    return {0.05 - 0.03 * size, 0.1 + 0.35 * size, 0.26 + 1.14 * size};
}

class Spreading {
public:
    Spreading(const Board& board, Watch& watch)
        : m_board(board), m_watch(watch), m_web(webOf(board)), m_pivots(m_web), m_cloud(scattered(board.size())) {}

    std::optional<Spots> run() {
        m_pivots.grow(std::min(firstPivots, m_board.size()));
        descend(m_web, m_pivots, m_cloud, firstSteps, 1);
        m_watch.tell(0.1, spots());
        if (!m_watch.isStopped())
            refine();
        if (!m_watch.isStopped())
            tick();
        if (m_watch.isStopped())
            return {};
        Spots result = spots();
        partMany(m_board, result);
        return result;
    }

private:
    void refine() {
        const int most = std::max(fewestPivots, mostDistances / m_board.size());
        m_pivots.grow(std::min(most, m_board.size()));
        m_watch.tell(0.2);
        if (!m_watch.isStopped())
            descend(m_web, m_pivots, m_cloud, steps, boldness);
        m_watch.tell(0.4, spots());
    }

    void tick() {
        fix();
        Forces forces(m_web, m_pivots, m_cloud, m_board.fixed);
        const int ticks = ticksFor(m_board.size());
        for (int i = 0; i < ticks && !m_watch.isStopped(); ++i) {
            const double done = static_cast<double>(i) / ticks;
            forces.tick(strengthsFor(m_board.size()), done);
            if (i % ticksTold == ticksTold - 1)
                m_watch.tell(0.4 + 0.5 * done, spots());
        }
    }

    Spots free() const {
        Spots free;
        for (size_t i = 0; i < m_cloud.x.size(); ++i)
            free.emplace_back(m_cloud.x[i], m_cloud.y[i]);
        return free;
    }

    /// From now on the frame keeps its place, if some are fixed in it.
    void fix() {
        if (std::find(m_board.fixed.begin(), m_board.fixed.end(), true) == m_board.fixed.end())
            return;
        m_fit.emplace(m_board, free());
        for (size_t i = 0; i < m_board.fixed.size(); ++i) {
            const QPointF place = m_fit->fromFrame(m_board.room[i].topLeft());
            m_cloud.x[i] = m_board.fixed[i] ? static_cast<float>(place.x()) : m_cloud.x[i];
            m_cloud.y[i] = m_board.fixed[i] ? static_cast<float>(place.y()) : m_cloud.y[i];
        }
    }

    /// As things stand, in the frame.
    Spots spots() const {
        Spots spots = free();
        const Fit fit = m_fit ? *m_fit : Fit(m_board, spots);
        for (size_t i = 0; i < spots.size(); ++i)
            spots[i] = clamped(fit.toFrame(spots[i]), m_board.room[i]);
        return spots;
    }

    const Board& m_board;
    Watch& m_watch;
    Web m_web;
    Pivots m_pivots;
    Cloud m_cloud;
    std::optional<Fit> m_fit;
};

} // namespace

std::optional<Spots> spread(const Board& board, Watch& watch) {
    return Spreading(board, watch).run();
}

} // namespace entente::relations
