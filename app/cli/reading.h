#pragma once

#include "app/cli/console.h"
#include "db/store/dossier_file.h"

namespace entente::cli {

/// Opens a dossier. What fails and what the reader should know is said on the console; nothing then.
std::optional<store::Opened> openDossier(const QString& path, Console& console);

/// The moment that a call without one means: that of the dossier's opening view.
model::Day openingMoment(const model::DossierPointer& dossier);

} // namespace entente::cli
