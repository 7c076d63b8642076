#pragma once

#include "app/exploration/exploration.h"

namespace entente::test {

/// The bundled dossier, read from its tables in the source tree; null if these have faults.
model::DossierPointer bundledDossier();

/// The same events with the first relationships alone: finding places for many takes its time.
model::Tables withFewTies(model::Tables tables);

/// The first story alone, of some scenes, and few ties.
model::Tables shortened(model::Tables tables, qsizetype scenes);

/// What a dossier is opened with.
exploration::View openingView(const model::DossierPointer& dossier);

} // namespace entente::test
