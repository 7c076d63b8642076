#pragma once

#include "db/model/dossier.h"

namespace entente::exploration {

// What belongs together across the panels: marked there while one of it is pointed at or selected here.

/// Whether an event belongs to a subject: one in which that actor takes part, or which began or ended a period of that
/// relationship. O(1) but for the periods.
bool isLinked(const model::Dossier& dossier, const model::Subject& subject, model::EventId event);

/// Whether any event belongs to a relationship.
bool hasLinkedEvents(const model::Dossier& dossier, model::RelationshipId relationship);

/// Who takes part in an event, and the relationships of which it began or ended a period, with the agreements whose
/// parties these join; nothing of other subjects.
QList<model::Subject> linkedTo(const model::Dossier& dossier, const model::Subject& subject);

/// As what a relationship may be drawn: itself, and the agreement that it joins a party to, since two parties of an
/// agreement are drawn as one tie, which is the agreement.
QList<model::Subject> drawnAs(const model::Dossier& dossier, model::RelationshipId relationship);

} // namespace entente::exploration
