#pragma once

#include "app/exploration/exploration.h"

namespace entente::test {

/// The bundled dossier, read from its tables in the source tree; null if these have faults.
model::DossierPointer bundledDossier();

/// What a dossier is opened with.
exploration::View openingView(const model::DossierPointer& dossier);

} // namespace entente::test
