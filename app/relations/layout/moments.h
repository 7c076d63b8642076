#pragma once

#include "app/relations/layout/board.h"

namespace entente::relations {

/// How ties are drawn on the days when they are drawn worst.
struct WorstMoments {
    double crossings = 0; ///< most crossings of one day beyond 0.15 a tie, or beyond 3 if that is more
    double angle = 1;     ///< the smallest angle between ties at a body, as a share of 12° or of 180° by their number
};

/// Looks at days on which a link begins or ends, at most 64 of them, spread evenly over all. Ties are straight, from
/// middle to middle; those of bodies that are drawn now and then only are passed over. `spots`: one a body, pixels.
WorstMoments worstMoments(const PlaceInput& input, const Spots& spots);

} // namespace entente::relations
