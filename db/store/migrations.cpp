#include "db/store/migrations.h"

#include "db/schema/migrations.h"

namespace entente::store {

namespace {
/// Scripts may build a table anew; with keys checked, dropping the old one would fail or take rows of others along.
class KeysUnchecked {
public:
    explicit KeysUnchecked(Connection& connection) : m_database(connection.database()) {
        m_database.exec("PRAGMA foreign_keys = OFF");
    }
    ~KeysUnchecked() { m_database.tryExec("PRAGMA foreign_keys = ON"); }
    Q_DISABLE_COPY_MOVE(KeysUnchecked)

private:
    SQLite::Database& m_database;
};
} // namespace

const QStringList& migrationScripts() {
    static const QStringList scripts = [] {
        QStringList all;
        for (const char* script : schema::migrations)
            all.append(QString::fromUtf8(script));
        return all;
    }();
    return scripts;
}

void migrate(Connection& connection, int from, const QStringList& scripts) {
    const KeysUnchecked unchecked(connection);
    SQLite::Transaction transaction(connection.database());
    for (qsizetype version = from; version < scripts.size(); ++version)
        connection.run(scripts[version].toUtf8().constData());
    connection.run(QStringLiteral("PRAGMA user_version = %1").arg(scripts.size()));
    transaction.commit();
}

void prepareEmpty(Connection& connection, const QStringList& scripts) {
    connection.run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = DELETE;");
    connection.run(QStringLiteral("PRAGMA application_id = %1").arg(static_cast<qint32>(applicationId)));
    migrate(connection, 0, scripts);
}

} // namespace entente::store
