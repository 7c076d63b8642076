#pragma once

#include "app/relations/layout/board.h"

namespace entente::relations {

/// Turns, mirrors and scales, all lengths alike, so that places of no particular unit fill the frame of a board.
class Fit {
public:
    /// If two or more bodies are fixed, turned so that these come nearest to where they are to be; otherwise so that
    /// the whole is drawn largest. Places that are all in one spot stay as they are, in the middle.
    Fit(const Board& board, const Spots& free);

    /// Pixels that one unit becomes, above 0.
    double scale() const { return m_scale; }
    QPointF toFrame(QPointF free) const;
    QPointF fromFrame(QPointF spot) const;

private:
    QPointF turned(QPointF free) const;
    void turn(const Spots& free);
    void turnToFixed(const Board& board, const Spots& free, const std::vector<size_t>& fixed);
    void size(const QRectF& hull);
    QRectF hullOf(const Spots& free) const;

    QRectF m_target;
    double m_scale = 1;
    double m_cosine = 1, m_sine = 0, m_mirror = 1;
    QPointF m_middle; ///< of what is turned
};

} // namespace entente::relations
