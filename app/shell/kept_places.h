#pragma once

#include "app/relations/view/placing.h"

namespace entente::shell {

/// Places of networks in files of the user's cache folder, the newest hundred. What cannot be written is computed again
/// the next time.
relations::KeptPlaces keptPlaces(const QString& folder);

/// The folder of the user's own.
QString placesFolder();

} // namespace entente::shell
