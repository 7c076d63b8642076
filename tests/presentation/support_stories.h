#pragma once

#include "db/model/dossier.h"

namespace entente::test {

/// The bundled dossier, read from its tables. Null if they cannot be read.
model::DossierPointer bundledDossier();

/// Two events, two states and one tie of later, with a story of three scenes: of two points and a question; of no
/// points, naming what is not there; of an undated event. And a second story without scenes.
model::DossierPointer smallDossier();

} // namespace entente::test
