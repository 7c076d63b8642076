#pragma once

#include "app/relations/layout/web.h"

namespace entente::relations {

/// Where bodies stand before they are fitted into the frame: a tie that holds throughout is 1 long.
struct Cloud {
    std::vector<float> x, y;
};

/// Some bodies with the distances from each to all: what a sparse stress model sees of a large graph.
///
/// Ortmann, Klimenta, Brandes, "A Sparse Stress Model", GD 2016: a pivot stands for the bodies that are nearest to it,
/// so a body is drawn to its distance from the pivot by as many as are no more than half as far from the pivot. If all
/// bodies are pivots, this is the full stress with weights of 1/distance^2.
class Pivots {
public:
    explicit Pivots(const Web& web) : m_web(web), m_index(static_cast<size_t>(web.size()), -1) {}

    /// Chooses more until there are `count`, the first anywhere, then now the furthest from all and now one by chance,
    /// the likelier the further, and weighs them all anew.
    void grow(int count);

    int count() const { return static_cast<int>(m_bodies.size()); }
    int body(int pivot) const { return m_bodies[static_cast<size_t>(pivot)]; }
    /// The pivot that a body is, or -1.
    int indexOf(int body) const { return m_index[static_cast<size_t>(body)]; }
    /// Of one pivot, by body: the distance, 1 for itself; pairs without a path one further than the furthest with one.
    const float* aims(int pivot) const { return m_aims.data() + row(pivot); }
    /// Of one pivot, by body: the weight of that distance, 0 for itself.
    const float* pulls(int pivot) const { return m_pulls.data() + row(pivot); }

private:
    size_t row(int pivot) const { return static_cast<size_t>(pivot) * m_index.size(); }
    int next();
    void add(int body);
    void weigh();
    void weigh(int pivot, int furthest);

    const Web& m_web;
    std::vector<int> m_bodies;
    std::vector<int> m_index;
    std::vector<std::vector<int>> m_walks; ///< by pivot
    std::vector<int> m_nearest;            ///< by body: the nearest pivot
    std::vector<int> m_gap;                ///< by body: the walk from that, -1: no path yet
    std::vector<float> m_aims, m_pulls;
    Dice m_dice;
};

/// Stress with weights of 1/distance^2, lowered by stochastic gradient descent: Zheng, Pawar, Goodman, "Graph Drawing
/// by Stochastic Gradient Descent", TVCG 2019, with their steps for sparse terms. Terms are shuffled once, as they
/// found that to be nearly as good. `steps` sweeps, the first with steps of `boldness` (1: all of them whole).
void descend(const Web& web, const Pivots& pivots, Cloud& cloud, int steps, double boldness);

/// A start by chance, the same for the same number of bodies.
Cloud scattered(int bodies);

} // namespace entente::relations
