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
    /// On these bytes, which are kept as they are: to read on the bytes themselves, to write on a copy.
    Connection(const QByteArray& image, Access access);
    /// On a file that nothing else writes, which is only read.
    explicit Connection(const QString& path);

    SQLite::Database& database() { return *m_database; }
    sqlite3* handle() { return m_database->getHandle(); }

    /// Aborts statements when this returns false.
    void setProgress(std::function<bool()> proceed);

    void run(const char* sql);
    void run(const QString& sql, const QList<Value>& values = {});
    qint64 number(const QByteArray& sql);
    QByteArray serialize();

private:
    void harden();

    QByteArray m_image; ///< that SQLite reads, if it is not its own
    std::unique_ptr<SQLite::Database> m_database;
    std::function<bool()> m_proceed;
};

void bindAll(SQLite::Statement& statement, const QList<Value>& values);

} // namespace entente::store
