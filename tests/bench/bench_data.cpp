#include "tests/bench/bench_data.h"

#include "db/store/dossier_file.h"
#include "tests/bench/synthetic_file.h"

#include <QDir>
#include <QFileInfo>
#include <sqlite3.h>

namespace entente::bench {

SyntheticOptions optionsOf(qint64 events) {
    return {events, std::min<qint64>(events / 2, 500), std::min<qint64>(events, 1500), 1};
}

QString fileOf(qint64 events) {
    const QString folder = qEnvironmentVariable("ENTENTE_BENCH_DATA", QDir::tempPath() + "/entente-bench");
    const QString file = QStringLiteral("%1/synthetic-%2.dossier").arg(folder).arg(events);
    if (QFileInfo::exists(file))
        return file;
    QDir().mkpath(folder);
    const QString problem = writeSynthetic(optionsOf(events), file + ".part");
    if (!problem.isEmpty() || !QFile::rename(file + ".part", file))
        qFatal("%s", qPrintable(problem));
    return file;
}

model::DossierPointer dossierOf(qint64 events) {
    static qint64 known = -1;
    static model::DossierPointer dossier;
    if (known == events)
        return dossier;
    dossier.reset();
    const auto opened = store::open(fileOf(events));
    if (!opened)
        qFatal("%s", qPrintable(model::describe(opened.error())));
    known = events;
    return dossier = opened->dossier;
}

static qint64 readTable(sqlite3* database, const char* sql, int texts) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(database));
    qint64 bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < texts; ++i) {
            sqlite3_column_text(statement, i);
            bytes += sqlite3_column_bytes(statement, i);
        }
        for (int i = texts; i < sqlite3_column_count(statement); ++i)
            bytes += sqlite3_column_int64(statement, i) & 1;
    }
    sqlite3_finalize(statement);
    return bytes;
}

qint64 readBare(const QString& file) {
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(database));
    const qint64 bytes = readTable(database, "SELECT title, id, kind FROM event", 1) +
                         readTable(database, "SELECT edtf, event, earliest, latest FROM date_claim", 1) +
                         readTable(database, "SELECT event, theme FROM event_theme", 0);
    sqlite3_close(database);
    return bytes;
}

} // namespace entente::bench
