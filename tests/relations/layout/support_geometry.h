#pragma once

#include "app/relations/layout/scene.h"

#include <QStringList>

namespace entente::relations {

/// What is wrong with the geometry of a scene, in words; empty if nothing is.
QStringList faultsOf(const Scene& scene, const model::Dossier& dossier);

/// Forms and names beside them, and states of agreements, with each tie of others whose line runs behind them, in
/// words.
QStringList tiesBehind(const Scene& scene, const model::Dossier& dossier);

/// Pairs of ties that cross between their ends.
int crossingsOf(const Scene& scene);

} // namespace entente::relations
