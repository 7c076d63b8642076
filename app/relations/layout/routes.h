#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// Gives each line its path: straight, parallel ones curved, bent around foreign nodes, shortened to the outlines of
/// its ends; loops for ties of an actor with itself. Bends keep within `room` where they can. Lines to actors that are
/// not among the nodes get no path.
void route(QList<Line>& lines, const QList<Node>& nodes, const model::Network& network, const QRectF& room,
           double scale);

/// The part of a path inside a rectangle, the longest if there are several; empty if none is.
Path cutTo(const Path& path, const QRectF& rect);

/// Whether a path touches a rectangle.
bool touches(const Path& path, const QRectF& rect);

} // namespace entente::relations
