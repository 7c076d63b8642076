#pragma once

#include "db/model/dossier.h"

#include <QSet>

namespace entente::store {

/// The keys that marks in texts may name.
using CitationKeys = QSet<QString>;

/// What rows can only get wrong together: keys used twice, circles in "part of" (the link that closes one is dropped),
/// themes that join what is no lane (the link is dropped), citation marks that name nothing, a tenor of its own without
/// a citation, ties of an actor to itself or told twice, places outside the picture, an opening view that names
/// nothing.
void checkTables(model::Tables& tables, model::Findings& findings);

/// Drops the links that checkTables would drop, without a word: for what is shown before it is checked.
void cutLoops(model::Tables& tables);

/// What an event gets wrong with others, before it is packed: more or fewer than one claim in use, a tenor of its own
/// without a citation, citation marks that name nothing.
void checkEvent(const model::EventParts& event, const CitationKeys& citations, model::Findings& findings);

} // namespace entente::store
