#pragma once

#include "app/relations/layout/scene.h"
#include "app/wording/wording.h"

namespace entente::relations {

/// The words of ties, states and line forms in the reader's language.
Words wordsOf(const wording::Wording& wording);

} // namespace entente::relations
