#pragma once

#include "app/relations/layout/board.h"

#include <cstdint>
#include <limits>

namespace entente::relations {

/// What the search lowers: normalised stress, crossings, ties through boxes, narrow angles, long and hidden ties,
/// weighted. Keeps its own plain arrays, since it is asked some hundred thousand times.
class Cost {
public:
    Cost(const Board& board, const Spots& spots);

    void move(int body, QPointF spot);
    QPointF spot(int body) const { return {m_x[at(body)], m_y[at(body)]}; }
    Spots spots() const;

    double whole() const;
    /// What stress weighs. Of the least that the drawing has at any scale: 1 - (sum of inverse * length)^2 over the sum
    /// of squared * length^2, see Board; or that at the lengths aimed at, where a board keeps them.
    double stress() const;
    /// The part that one body has a share in, stress as a whole; if that is above `limit`, anything above it.
    double of(int body, double limit = std::numeric_limits<double>::infinity()) const;
    /// How much of a body's box others cover, margins included; 0 if it stands free.
    double overlapOf(int body) const;
    /// How many ties run through boxes of others.
    int passages() const;
    /// Those of them that moving one body changes: of its ties, and through its box.
    int passages(int body) const;

private:
    /// A box relative to its spot.
    struct Sides {
        double left, top, right, bottom;
    };
    /// A pair that ends where another does.
    struct Rival {
        int pair;
        double weight;
        int joint; ///< the body that both end at
    };
    /// All ties as straight lines, two at a time in the registers of any machine, which compilers do not find by
    /// themselves.
    using Two = double __attribute__((vector_size(16)));
    using Whole = std::int64_t __attribute__((vector_size(16)));
    struct Segments {
        Two ax{}, ay{}, bx{}, by{};
    };
    /// Boxes with the room that ties leave, as their middles and half of their extents.
    struct Boxes {
        Two x{}, y{}, halfX{-1e9, -1e9}, halfY{-1e9, -1e9};
    };

    static size_t at(int i) { return static_cast<size_t>(i); }
    static size_t half(int i) { return static_cast<size_t>(i) % 2; }
    const Whole* crossedBy(int pair) const { return m_crossed.data() + at(pair) * m_segments.size(); }
    int thickness(int pair) const { return static_cast<int>(m_thickness[at(pair / 2)][half(pair)]); }
    void addPair(size_t pair);
    void setBox(int body);
    void addLengths(int body, double share);
    double gap(int i, int j) const;
    double own(int pair) const;
    double meetings(int pair) const;
    double passagesOf(int pair) const;
    double passagesThrough(int body) const;
    double narrowness(int one, int other, int joint) const;
    int crossed(int pair) const;
    bool touches(int pair, double from, double to, const Sides& box) const;
    Sides boxOf(int body) const;
    bool runsThrough(int pair, int body) const;
    bool runsBeside(int pair, int body) const;

    const Board& m_board;
    int m_size;
    double m_longest;
    double m_lengths = 0, m_squares = 0; ///< the sums of stress
    std::vector<double> m_x, m_y;
    std::vector<Sides> m_sides;
    std::vector<Sides> m_grown; ///< with the room that ties leave
    std::vector<Pair> m_pairs;
    std::vector<Boxes> m_boxes;               ///< by body, the last perhaps half empty
    std::vector<Segments> m_segments;         ///< by pair, the last perhaps half empty
    std::vector<std::vector<Rival>> m_rivals; ///< by pair: those with a joint end
    std::vector<Whole> m_crossed;             ///< pair by pair: fifths that it weighs if they cross; 0 with a joint end
    std::vector<Whole> m_thickness;           ///< by pair: ties that are passed with it, at most four
    std::vector<int> m_bunches;               ///< pairs of parallel ties
};

} // namespace entente::relations
