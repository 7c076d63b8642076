#pragma once

#include "app/relations/layout/board.h"
#include "app/relations/layout/graphs.h"

namespace entente::relations {

/// Whether a link holds on a day.
bool holdsOn(const Link& link, model::Day day);

/// The links that hold on a day as edges, those of every day without one. Links to bodies that are not there, or to
/// oneself, are passed over.
Edges edgesOn(qsizetype bodies, const QList<Link>& links, std::optional<model::Day> day);

/// How ties are drawn on the days when they are drawn worst.
struct WorstMoments {
    double crossings =
        0;            ///< most crossings of one day, with ended ties, beyond 0.15 a tie, or beyond 3 if that is more
    double angle = 1; ///< the smallest angle between ties at a body, as a share of 12° or of 180° by their number
};

/// Looks at days on which a link begins or ends, at most 64 of them, spread evenly over all. Ties are straight, from
/// middle to middle; those of bodies that are drawn now and then only are passed over. `spots`: one a body, pixels.
WorstMoments worstMoments(const PlaceInput& input, const Spots& spots);

/// What stress weighs lengths between bodies with, n by n, so that 1 - (sum of inverse * length)^2 / (sum of squared *
/// length^2), over all pairs, is the stress of a drawing, about as a mean over its moments: with v for one over the
/// number of pairs that a path joins on a day, and d for their graph distance on it (1 / d^2 is the weight of Kamada
/// and Kawai), the sums of v / d and of v / d^2 over days of change, at most 64, spread evenly. Days count alike,
/// however long what begins on them lasts. Pairs that are never joined have 0. What only bodies have that are drawn now
/// and then counts less.
struct MomentStress {
    std::vector<double> inverse, squared;
};
MomentStress momentStress(const PlaceInput& input);

} // namespace entente::relations
