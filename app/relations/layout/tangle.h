#pragma once

#include "app/relations/layout/board.h"

#include <cstdint>

namespace entente::relations {

/// A drawing of some dozens of bodies and what it costs: stress at the scale at which it is least, crossings, ties
/// through boxes of others, and overlaps of boxes, each at its price.
///
/// All sums are kept while bodies move, so that most moves that are tried are found too dear after a look at distances
/// alone. What is not finite costs no number, which is within no limit.
class Tangle {
public:
    struct Prices {
        double crossing = 0; ///< of two ties that hold at the same time
        double passage = 0;  ///< of a tie through a box
        double overlap = 0;  ///< of two boxes that lie on one another
    };

    /// Boxes overlap if they are less than `margin` apart, pixels.
    Tangle(const Board& board, const Spots& spots, double margin);

    void charge(const Prices& prices) { m_prices = prices; }
    double cost() const;
    /// Mean over pairs of the squares of how far their lengths are off, as shares; 0 to 1.
    double stress() const { return stress(m_lengths, m_squares); }
    QPointF spot(int body) const;
    Spots spots() const;

    /// How much more it costs if a body stands at `spot`; if that is above `limit`, anything above it.
    double trial(int body, QPointF spot, double limit);
    /// Moves the body of the last trial, which was within its limit.
    void accept();
    /// Sums up anew what rounding has added while bodies moved.
    void recount();

private:
    /// Four numbers in one register of any machine, which compilers do not find by themselves.
    using Four = float __attribute__((vector_size(16)));
    using Whole = std::int32_t __attribute__((vector_size(16)));
    /// One number a body or a tie, filled up with what is far away and weighs nothing.
    using Row = std::vector<Four>;
    using Counts = std::vector<Whole>;

    /// Of one body against all others, weighted as stress needs them.
    struct Sums {
        float lengths = 0, squares = 0, overlaps = 0;
    };
    struct Try {
        int body = 0;
        float x = 0, y = 0;
        Sums sums;
        int through = 0;                      ///< ties of others through its box
        std::vector<int> crossings, passages; ///< by tie of the body
        Counts crossed, passed;               ///< the same by tie and by body
        Counts under;                         ///< by tie
    };

    static size_t blocksOf(size_t count) { return (count + 3) / 4; }
    static float get(const Row& row, size_t i) { return row[i / 4][i % 4]; }
    static inline Four rootOf(Four number);
    static Four sizeOf(Four number) { return Four(Whole(number) & 0x7FFFFFFF); } // without its sign
    static float sumOf(Four number) { return number[0] + number[1] + (number[2] + number[3]); }
    static int sumOf(Whole number) { return number[0] + number[1] + (number[2] + number[3]); }
    static bool isNothing(Whole number) { return (number[0] | number[1] | number[2] | number[3]) == 0; }

    void addBodies(const Spots& spots);
    void addAims();
    void addTies();
    void setEnds(size_t tie);
    size_t otherEnd(int tie, int body) const;
    inline Four overlaps(size_t block, int body, float x, float y) const;
    Sums sumsOf(int body, float x, float y) const;
    double stress(double lengths, double squares) const { return 1 - lengths * lengths / (m_weight * squares); }
    int cross(int tie, size_t end, float x, float y, Whole* each) const;
    int pass(int tie, size_t end, float x, float y, Whole* each) const;
    int passUnder(int body, float x, float y, Whole* each) const;
    double distances(int body) const;
    void acceptDistances();
    void acceptCrossings();
    void acceptPassages();

    const Board& m_board;
    double m_unit; ///< pixels of a length of 1
    float m_margin;
    Prices m_prices;
    size_t m_bodyBlocks, m_tieBlocks;
    Row m_x, m_y, m_middleX, m_middleY, m_halfX, m_halfY; ///< by body, boxes relative to spots
    Row m_lengthPull, m_squarePull;                       ///< by two bodies
    Row m_ax, m_ay, m_bx, m_by;                           ///< by tie
    Counts m_weights;                                     ///< by two ties: fifths that it counts if they cross
    std::vector<int> m_thickness;                         ///< by tie: ties that run through a box with it
    Counts m_thicknesses;                                 ///< the same
    double m_weight = 0;                                  ///< of all pairs of bodies
    double m_lengths = 0, m_squares = 0;
    std::vector<Sums> m_sums;                 ///< by body
    Counts m_crossed, m_passed;               ///< by two ties, by tie and body: what it counts as things stand
    std::vector<int> m_crossings, m_passages; ///< by tie
    std::vector<int> m_through;               ///< by body: ties of others through its box
    Try m_try;
};

/// How much is done to lower the cost of a board whose frame decides on lengths, and what for.
struct Untangling {
    int moves = 0;
    double crossings = 1; ///< what they weigh: 1 is little
};

/// Lowers stress, crossings and ties through boxes, by annealing (Davidson and Harel, "Drawing graphs nicely using
/// simulated annealing", TOG 1996), and leaves boxes apart, by a tenth of the margin at least. Returns what it costs,
/// far more if boxes could not be parted. Ends early if the watch is stopped.
double untangle(const Board& board, Spots& spots, const Untangling& how, Watch& watch);

} // namespace entente::relations
