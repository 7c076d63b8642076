#pragma once

#include "app/relations/layout/scene.h"

#include <cmath>

namespace entente::relations {

/// Of a way, in pixels.
inline double lengthOf(QPointF way) {
    return std::hypot(way.x(), way.y());
}

/// The shortest way between two points that touches none of the boxes and turns at points `gap` pixels off their
/// corners, within `room`; its turns are rounded. Empty if there is none. Visibility graph of the corners (Lozano-Pérez
/// and Wesley 1979), searched as A* (Hart, Nilsson and Raphael 1968) with the straight way as what is left, its edges
/// looked into when they are the best (Cohen, Phillips and Likhachev 2014): O(n³) in the number of boxes, and O(n²)
/// memory, where no way leads there, else far less.
Path detour(QPointF from, QPointF to, const QList<QRectF>& boxes, double gap, const QRectF& room);

} // namespace entente::relations
