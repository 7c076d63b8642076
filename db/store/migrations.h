#pragma once

#include "db/store/connection.h"

namespace entente::store {

/// The schema's scripts in order: script i takes version i to i + 1.
const QStringList& migrationScripts();

/// Brings an image forward from a version to the last of these scripts; in one transaction, so that it is at one
/// version or the other. Throws SQLite::Exception if a script does not run.
void migrate(Connection& connection, int from, const QStringList& scripts);

/// As `open`, with other scripts than the program's own: for tests of the machinery.
model::Result<Opened> openWith(const QString& path, const QStringList& scripts, const Progress& progress,
                               const Preview& preview = {});

/// An empty dossier at the last version of these scripts: header fields and tables.
void prepareEmpty(Connection& connection, const QStringList& scripts);

} // namespace entente::store
