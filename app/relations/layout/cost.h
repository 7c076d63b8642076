#pragma once

#include "app/relations/layout/board.h"

#include <limits>

namespace entente::relations {

/// What the search lowers: normalised stress, crossings, ties through boxes, narrow angles, long and hidden ties,
/// weighted. Keeps its own plain arrays, since it is asked some hundred thousand times.
class Cost {
public:
    Cost(const Board& board, const Spots& spots);

    void move(int body, QPointF spot);
    QPointF spot(int body) const { return {m_x[at(body)], m_y[at(body)]}; }

    double whole() const;
    /// The part that one body has a share in; if that is above `limit`, anything above it.
    double of(int body, double limit = std::numeric_limits<double>::infinity()) const;
    /// How much of a body's box others cover, margins included; 0 if it stands free.
    double overlapOf(int body) const;
    /// How many ties run through boxes of others.
    int passages() const;

private:
    /// A box relative to its spot.
    struct Sides {
        double left, top, right, bottom;
    };
    struct Rival {
        int pair;
        double weight;
        int joint; ///< the body that both pairs end at, or -1
    };

    static size_t at(int i) { return static_cast<size_t>(i); }
    void addPair(size_t pair);
    double stress(int i, int j) const;
    double gap(int i, int j) const;
    double own(int pair) const;
    double passage(int pair, int body) const;
    double meeting(int pair, const Rival& rival) const;
    double narrowness(int one, int other, int joint) const;
    bool cross(int one, int other) const;
    bool touches(int pair, double from, double to, const Sides& box) const;
    bool runsThrough(int pair, int body) const;

    const Board& m_board;
    int m_size;
    double m_pairCount;
    double m_longest;
    std::vector<double> m_x, m_y;
    std::vector<Sides> m_sides;
    std::vector<Pair> m_pairs;
    std::vector<std::vector<Rival>> m_rivals; ///< by pair
};

} // namespace entente::relations
