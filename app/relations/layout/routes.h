#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

inline constexpr double nodeClearance = 4; ///< between a tie and the nodes that it passes, pixels
inline constexpr double edgeClearance = 6; ///< between a tie and the canvas's edge, where it is cut, pixels
inline constexpr int largestBunch = 4;     ///< more ties of the same two actors than this are bundled,
inline constexpr int largestOpened = 12;   ///< or than this where one looks at them

/// A line with what its tie says by itself. `position`: of the tie in its network.
Line lineOf(const model::Tie& tie, qsizetype position);

/// Gives each line its path: straight, parallel ones curved, bent around foreign nodes, shortened to the outlines of
/// its ends; loops for ties of an actor with itself. Bends keep within the canvas where they can. Lines to actors that
/// are not among the nodes get no path.
void route(Scene& scene, const Input& input);

/// Whether two boxes have a point in common, be it on their edges.
inline bool areNear(const QRectF& a, const QRectF& b) {
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

/// The box around a path.
QRectF boundsOf(const Path& path);

/// The part of a path inside a rectangle, the longest if there are several; empty if none is.
Path cutTo(const Path& path, const QRectF& rect);

/// Whether a path touches a rectangle.
bool touches(const Path& path, const QRectF& rect);

} // namespace entente::relations
