#pragma once

#include "app/timeline/layout/scene.h"

namespace entente::test {

/// A dossier of `count` events in seven lanes: two thirds of them in clumps, dates of all precisions, a third of them
/// intervals, one in ten a key event. The same for the same seed.
model::DossierPointer someDossier(int count, quint32 seed);

/// The layout's input for a dossier: seven pixels a letter, EDTF for words, the whole period with 4 % either side.
timeline::Input inputOf(const model::DossierPointer& dossier, QSizeF size);

} // namespace entente::test
