#pragma once

#include "db/model/dossier.h"

namespace entente::test {

/// A small dossier with one of everything that the details show: a contested, a vague and an undated event, a state, a
/// person with an office, an agreement with two parties, a relationship of two periods, an era, perspectives and
/// sources of which one has no web address.
model::DossierPointer detailsDossier();

} // namespace entente::test
