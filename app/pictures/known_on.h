#pragma once

#include "db/model/dossier.h"

#include <QSet>

namespace entente::pictures {

/// What of a dossier can be told as of a day.
struct Known {
    model::DossierPointer dossier;
    QSet<model::ActorId> later; ///< actors who take part in nothing that has begun, but in something later
};

/// A dossier without what begins after a day: events, undated ones too, claims, periods and eras; what ends later goes
/// on, or ends one does not know when. By the rule of `presentation::isVisible`. Actors, relationships, sources and
/// scenes keep their rows, events and eras do not. O(n log n) for n rows.
Known knownOn(const model::Dossier& dossier, model::Day horizon);

} // namespace entente::pictures
