#pragma once

#include "app/relations/layout/places.h"

#include <QRectF>
#include <algorithm>
#include <cmath>
#include <vector>

namespace entente::relations {

class Watch;
using Spots = std::vector<QPointF>;

/// Spots as fractions of a frame, each finite and within it.
QList<QPointF> sharesOf(const Spots& spots, QSizeF frame);

/// Up to this many bodies all of them may cross the frame within the lengths that suit it.
inline constexpr qsizetype largestFramed = 32;
/// Up to this many, as in a scene of a story, large names need the room between poles.
inline constexpr qsizetype fewBodies = 12;
/// Above this many bodies nothing is searched, and nothing of n^2 size is prepared.
inline constexpr qsizetype largestSearched = 100;

/// Two bodies that are tied at some time, each pair once.
struct Pair {
    int a = -1;
    int b = -1;
    int parallel = 1; ///< most ties of the two at once
    double share = 1; ///< of the time between the first and the last change, how much it holds; above 0
};

/// Another pair that may cross a pair.
struct Meeting {
    int pair = -1;
    double weight = 1; ///< less if one of the two has always ended when the other begins
};

/// The problem of placing bodies, prepared: all lengths in pixels.
struct Board {
    QSizeF frame;
    double margin = 10;
    std::vector<Body> bodies;
    std::vector<Pair> pairs;
    std::vector<std::vector<int>> pairsOf;     ///< by body
    std::vector<std::vector<Meeting>> meeting; ///< by pair: other pairs that are drawn at the same time at some moment
    std::vector<double> target;                ///< distance aimed at, n by n
    std::vector<double> pull;                  ///< weight of that aim
    std::vector<double> inverse, squared;      ///< what stress weighs lengths and their squares with, see addStress()
    std::vector<QRectF> room;                  ///< where the middle of each may lie
    std::vector<bool> fixed;
    double readability = 1;    ///< what crossings and the like weigh against stress
    double stressWeight = 1;   ///< of stress where it is searched for
    bool keepsLengths = false; ///< stress is that at the lengths aimed at, not at any scale

    int size() const { return static_cast<int>(bodies.size()); }
    double targetOf(int i, int j) const {
        return target[static_cast<size_t>(i) * bodies.size() + static_cast<size_t>(j)];
    }
    double pullOf(int i, int j) const { return pull[static_cast<size_t>(i) * bodies.size() + static_cast<size_t>(j)]; }
};

Board boardOf(const PlaceInput& input);

/// The box of a body's form and name when its middle is at a spot.
QRectF boxAt(const Body& body, QPointF spot);
QPointF clamped(QPointF spot, const QRectF& room);

/// The generator of Numerical Recipes: small, and the same on every machine.
class Dice {
public:
    double roll() {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state / 4294967296.0;
    }
    /// What a move may cost more at some heat (Metropolis), drawn before it is tried: most are then found too dear
    /// early. Without heat it has to cost less.
    double allowance(double heat) { return heat > 0 ? -heat * std::log(std::max(1e-12, roll())) : -1e-9; }

private:
    quint32 m_state = 3;
};

/// Sweeps of stochastic gradient descent over all pairs, without heed of rooms (Zheng, Pawar, Goodman, "Graph Drawing
/// by Stochastic Gradient Descent", TVCG 2019): from any start to a low stress, where majorisation stays in the next
/// dip.
void descend(const Board& board, Spots& spots, int sweeps, Dice& dice);

/// Gauss-Seidel rounds of stress majorisation within the rooms.
void majorise(const Board& board, Spots& spots, int rounds);

/// Whether a segment touches a rectangle (Liang and Barsky 1984).
bool touches(QPointF from, QPointF to, const QRectF& rect);
/// Whether two segments cross between their ends.
bool cross(QPointF a, QPointF b, QPointF c, QPointF d);

/// Lowers the cost by annealing (Davidson and Harel, "Drawing graphs nicely using simulated annealing", 1996) with
/// `moves` moves and swaps, the last of them downhill; keeps boxes apart that are. `gently`: near the present places.
/// Ends early if the watch is stopped.
void improve(const Board& board, Spots& spots, int moves, bool gently = false, Watch* watch = nullptr);

/// A box that is to be kept clear of others.
struct Box {
    QSizeF size;
    QPointF middle; ///< relative to the spot
    bool fixed = false;
};

std::vector<Box> boxesOf(const Board& board);

/// Moves spots by as little as it can until no two boxes are closer than `margin` and all lie within the frame. Returns
/// whether that was achieved (two fixed boxes that overlap do not count). Boxes that pushing does not part are put into
/// the nearest free place, at most `reach` frame diagonals away.
bool moveApart(Spots& spots, const std::vector<Box>& boxes, QSizeF frame, double margin, double reach = 1);

/// A spot moved by as little as it takes for a box to lie within the frame.
QPointF withinFrame(const Box& box, QPointF spot, QSizeF frame);

/// Makes room for bodies that were put where they are, which the board holds fixed: of the others only those go, to the
/// nearest free place, that overlap one of them, and those that come to lie on one of their ties or tie across one of
/// them, if that leaves fewer ties through boxes; the latter at most `reach` frame diagonals away. Returns whether all
/// boxes are apart then, as moveApart() does.
bool giveWay(const Board& board, const std::vector<bool>& dropped, Spots& spots, double reach);

} // namespace entente::relations
