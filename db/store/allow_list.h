#pragma once

#include "db/store/connection.h"

namespace entente::store {

/// The statements of a schema as one canonical text an object: comments and blanks folded, case and quoting ignored.
QString canonicalSql(const QString& sql);

/// What a database is allowed to hold at one version: the tables of our schema, and nothing else but those of others
/// (x_...).
class AllowList {
public:
    /// The objects that these migrations make.
    explicit AllowList(const QStringList& migrations);

    /// Reads sqlite_schema, and nothing that could run code of the file. `isNewer`: plain tables beyond ours are
    /// allowed too.
    model::Result<void> check(Connection& connection, const QString& path, bool isNewer) const;

private:
    QHash<QString, QString> m_tables; ///< name to canonical statement
};

} // namespace entente::store
