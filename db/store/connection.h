#pragma once

#include "db/store/dossier_file.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace entente::store {

/// One statement's value.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// A private SQLite connection with every defence on (reliability 5.1). Throws SQLite::Exception; used inside store
/// only, by one thread at a time: without SQLite's own locks.
class Connection {
public:
    enum class Access : quint8 { Read, Write };

    /// On an empty database in memory.
    Connection();
    /// On a copy of these bytes.
    Connection(const QByteArray& image, Access access);
    /// On a file that nothing else writes, which is only read.
    explicit Connection(const QString& path);

    SQLite::Database& database() { return *m_database; }
    sqlite3* handle() { return m_database->getHandle(); }

    /// Aborts statements when this returns false.
    void setProgress(std::function<bool()> proceed);

    void run(const char* sql);
    void run(const QString& sql, const QList<Value>& values = {});
    qint64 number(const char* sql);
    QByteArray serialize();

private:
    void harden();

    std::unique_ptr<SQLite::Database> m_database;
    std::function<bool()> m_proceed;
};

void bindAll(SQLite::Statement& statement, const QList<Value>& values);

} // namespace entente::store
