#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// Whether so many actors have places that their forms would cover one another: then they are drawn as dots, with the
/// names of those that have the most ties, until few enough are in view.
bool isCrowd(const Places& places);

/// How large a dot is that stands for an actor with this many ties, in pixels; at most a third of what each of `all`
/// actors has of the canvas to itself in either direction, and never less than 2.
double dotSize(int ties, qsizetype all, QSizeF canvas, double scale);

/// Gives names to dots, most ties first, where nothing else is: beside the dot, inside the canvas, apart from all names
/// given before. `ties`: how many each actor has. O(nodes · log nodes).
void nameDots(Scene& scene, const QList<int>& ties, const Measures& measures);

} // namespace entente::relations
