#pragma once

#include "app/relations/layout/watch.h"

namespace entente::relations {

/// Places of many bodies, in the frame; none if it was stopped.
///
/// A first picture by stochastic gradient descent on the distances from a few pivots, told at once; the same on more of
/// them, or on all pairs up to about 1 000 bodies; then force ticks, which trade a little stress for far fewer
/// crossings. Measured on Holme-Kim networks with twice as many ties (entente-bench, "places"): stress alone leaves as
/// many crossings as Kamada and Kawai's layout; forces alone, from Fruchterman and Reingold to DrL, miss the overall
/// shape, and DrL takes ten times as long. Bodies that are fixed stand where they are to during the ticks, so that the
/// others move around them.
std::optional<Spots> spread(const Board& board, Watch& watch);

/// Parts the boxes of many bodies within the frame, by pushing pairs found through a grid. If all boxes together take
/// more than half of the frame, discs of the bodies take their place, so small that they have room.
void partMany(const Board& board, Spots& spots);

} // namespace entente::relations
