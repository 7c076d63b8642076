#pragma once

#include "db/model/dossier.h"

namespace entente::store {

/// What rows can only get wrong together: keys used twice, circles in "part of" (the link that closes one is dropped),
/// themes that join what is no lane (the link is dropped), more or fewer than one claim in use, citation marks that
/// name nothing, a tenor of its own without a citation, an opening view that names nothing.
void checkTables(model::Tables& tables, model::Findings& findings);

} // namespace entente::store
