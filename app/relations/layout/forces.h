#pragma once

#include "app/relations/layout/stress.h"

namespace entente::relations {

/// How strong the forces of a run are.
struct Strengths {
    double push = 0.015; ///< of bodies on one another, over distance
    double hold = 0.3;   ///< of the sparse stress
    double heat = 1;     ///< share of the forces that acts at first; falls to a hundredth
};

/// Ticks of springs, repulsion and held stress, which part what stress leaves in a heap and so remove crossings.
///
/// Springs and cooling follow Bostock's d3-force: a tie is as stiff as its less tied end allows, and the less tied end
/// moves more. Repulsion is 1/distance (Fruchterman and Reingold), far bodies taken together (Barnes and Hut, "A
/// hierarchical O(N log N) force-calculation algorithm", 1986) for all bodies of a leaf at once. Two threads, each for
/// its own bodies: the result is the same.
class Forces {
public:
    Forces(const Web& web, const Pivots& pivots, Cloud& cloud, const std::vector<bool>& fixed);

    /// One tick of a run, `done` of 1 of it.
    void tick(const Strengths& strengths, double done);

private:
    struct Spring {
        int a, b;
        float length, stiffness, share; ///< share of the way that b goes
    };
    /// A square of the tree: its bodies lie together in m_order; without room for more squares than follow it.
    struct Square {
        float x = 0, y = 0;   ///< mean of its bodies
        float side = 0;       ///< length
        int from = 0, to = 0; ///< bodies
        int after = 0;        ///< the square that follows those within it
        bool leaf = true;
    };
    struct Entry {
        float x, y, count;
    };

    void sort();
    void grow(int from, int to, int level, float side);
    void sum(Square& square) const;
    void collect(const Square& leaf, std::vector<Entry>& entries) const;
    void repel(const Square& leaf, const std::vector<Entry>& entries, float strength);
    void repelFrom(size_t first, size_t last, float strength);
    void pullSprings(float heat);
    void hold(size_t first, size_t last, float strength);
    void move();

    const Pivots& m_pivots;
    int m_stride; ///< of the pivots that hold
    Cloud& m_cloud;
    const std::vector<bool>& m_fixed;
    std::vector<Spring> m_springs;
    std::vector<float> m_holds; ///< by body: sum of the weights of its pivots
    Cloud m_speed;
    std::vector<quint64> m_order; ///< Morton code and body
    Cloud m_sorted;
    std::vector<Square> m_squares;
    std::vector<size_t> m_leaves;
};

} // namespace entente::relations
