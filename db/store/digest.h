#pragma once

#include "db/store/connection.h"

namespace entente::store {

/// The content digest of decision 12: lower-case hex SHA-256 over all tables of the schema but dossier.digest and
/// placement, in the order of the schema file, rows by primary key, columns as declared, each value as a type byte (N I
/// R T B), an 8-byte little-endian length, the bytes.
QString contentDigest(Connection& connection, const QStringList& migrations);

} // namespace entente::store
