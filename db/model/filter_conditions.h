#pragma once

#include "db/model/filter.h"

namespace entente::model {

/// Whether a key or word of a thing is one of those that a condition names or, where it compares, reaches.
bool speaksOf(const Filter::Condition& condition, const QString& word);

/// Whether a condition holds for a thing of which it speaks by any of its words, or by none.
bool holds(const Filter::Condition& condition, bool anyWord);

} // namespace entente::model
