#include "db/store/migrations.h"

#include "db/schema/migrations.h"

namespace entente::store {

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
