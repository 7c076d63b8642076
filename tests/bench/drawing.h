#pragma once

#include <QList>
#include <QPointF>
#include <utility>

namespace entente::bench {

using Ties = QList<std::pair<int, int>>;

/// A network as real ones are: few with many ties, and friends of friends tied. `seed` decides on the rest.
///
/// Holme, Kim, "Growing scale-free networks with tunable clustering", Physical Review E 65, 2002: each new actor is
/// tied to two, the first the likelier the more ties it has, the second in half of the cases one of the first's. So
/// there are about twice as many ties as actors, each once.
Ties holmeKim(int actors, quint64 seed);

/// Measures of a drawing, places in any unit.

/// Mean over pairs of (s |x_i - x_j| - d_ij)^2 / d_ij^2, where d is the number of ties on the shortest path and s the
/// scale at which it is least. All pairs, or those of 200 actors at even steps with all others; pairs without a path
/// are left out. 0 without pairs.
double normalisedStress(const QList<QPointF>& places, const Ties& ties);

/// Share of the pairs of ties that cross; ties that meet in an actor do not.
double crossingShare(const QList<QPointF>& places, const Ties& ties);

/// Pairs of actors whose squares of this side overlap, per actor.
double overlapsPerActor(const QList<QPointF>& places, double side);

/// Standard deviation of the lengths of ties over their mean. 0 without ties.
double lengthDeviation(const QList<QPointF>& places, const Ties& ties);

} // namespace entente::bench
