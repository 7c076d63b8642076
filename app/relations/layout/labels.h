#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// Gives labels of ties their boxes, the most important first, where they overlap no node, name or other label; at most
/// one a pair of actors, but for the selection's. Labels without room stay without a box.
void placeLabels(Scene& scene, const Input& input);

} // namespace entente::relations
