#pragma once

#include "db/store/connection.h"

namespace entente::store {

/// Carries out one change on the rows. Errors: what it names is not there. Throws SQLite::Exception.
model::Result<void> replay(Connection& connection, const model::Change& change);

} // namespace entente::store
