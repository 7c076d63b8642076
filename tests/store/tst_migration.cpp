#include "db/store/migrations.h"
#include "db/store/whole_file.h"
#include "tests/store/support_store.h"

#include <QTest>

using namespace entente;
using namespace entente::test;

/// Bringing files of an older schema forward, with scripts of a second version that exists here only.
class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void opensOlderFiles_data();
    void opensOlderFiles();
    void changesRowsOnTheWay();
    void refusesWhenAScriptFails_data();
    void refusesWhenAScriptFails();
    void leavesOneVersionOrTheOther();
    void keepsTablesOfOthers();
    void checksAgainstTheVersionOfTheFile();
    void makesFilesOfTheNewVersion();
    void cancels();
};

static QStringList scriptsWith(const char* second) {
    return store::migrationScripts() + QStringList{QString::fromUtf8(second)};
}

void TestMigration::opensOlderFiles_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("one more column") << "ALTER TABLE event ADD COLUMN mood TEXT;";
    QTest::newRow("one more table")
        << "CREATE TABLE mood(event INTEGER NOT NULL REFERENCES event(id), name TEXT) STRICT;"
           "INSERT INTO mood SELECT id, 'good' FROM event;";
    QTest::newRow("a table built anew")
        << "CREATE TABLE new_source(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT, title TEXT NOT NULL, "
           "author TEXT, publisher TEXT, published TEXT, url TEXT, archived_url TEXT, accessed TEXT, licence TEXT, "
           "shelf TEXT) STRICT;"
           "INSERT INTO new_source SELECT *, 'top' FROM source; DROP TABLE source;"
           "ALTER TABLE new_source RENAME TO source;";
    QTest::newRow("nothing but a comment") << "-- nothing";
}

void TestMigration::opensOlderFiles() {
    QFETCH(QString, script);
    const DossierFolder folder;
    QVERIFY(folder.isValid());
    const auto before = contentOf(folder.folder());
    const auto opened = store::openWith(folder.path(), store::migrationScripts() + QStringList{script}, {});
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(opened->schema, 1);
    QVERIFY(!opened->readOnly && opened->digestMatches);
    QCOMPARE(textOf(opened->dossier->findings()), QString());
    model::Tables expected = fullTables();
    expected.head.digest = opened->dossier->head().digest;
    QVERIFY(opened->dossier->tables() == expected);
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestMigration::changesRowsOnTheWay() {
    const DossierFolder folder;
    const auto opened = store::openWith(folder.path(),
                                        scriptsWith("UPDATE event SET importance = importance - 1 WHERE importance > 1;"
                                                    "UPDATE actor SET name = upper(name);"),
                                        {});
    QVERIFY(opened);
    QCOMPARE(opened->dossier->tables().events[0].importance, 4);
    QCOMPARE(opened->dossier->tables().actors[1].name, "DUMA");
    QVERIFY(opened->digestMatches);
    QCOMPARE(ask(folder.path(), "SELECT name FROM actor WHERE id = 2"), "Duma");
}

void TestMigration::refusesWhenAScriptFails_data() {
    QTest::addColumn<QString>("script");
    QTest::newRow("no SQL") << "MAKE IT SO;";
    QTest::newRow("no such table") << "ALTER TABLE mood ADD COLUMN name TEXT;";
    QTest::newRow("after the first half") << "DELETE FROM translation; UPDATE event SET title = NULL;";
    QTest::newRow("doubles a key") << "UPDATE event SET key = 'same';";
    QTest::newRow("wrong type") << "UPDATE event SET importance = 'high';";
}

void TestMigration::refusesWhenAScriptFails() {
    QFETCH(QString, script);
    const DossierFolder folder;
    const auto before = contentOf(folder.folder());
    const auto opened = store::openWith(folder.path(), store::migrationScripts() + QStringList{script}, {});
    QVERIFY2(!opened, "it was opened");
    const QString message = model::describe(opened.error());
    QVERIFY2(message.startsWith("full.dossier: ") && message.contains("Found: "), qPrintable(message));
    QCOMPARE(contentOf(folder.folder()), before);
    QVERIFY(store::open(folder.path()));
}

void TestMigration::leavesOneVersionOrTheOther() {
    const DossierFolder folder;
    store::Connection connection(bytesOf(folder.path()), store::Connection::Access::Write);
    const QString inserts = "CREATE TABLE mood(name TEXT) STRICT; INSERT INTO mood VALUES('good');";
    QVERIFY_EXCEPTION_THROWN(store::migrate(connection, 1, store::migrationScripts() + QStringList{inserts, inserts}),
                             std::exception);
    QCOMPARE(connection.number("PRAGMA user_version"), 1);
    QCOMPARE(connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'mood'"), 0);
    QCOMPARE(connection.number("SELECT count(*) FROM event"), 2);
    QCOMPARE(connection.number("PRAGMA foreign_keys"), 1);
    store::migrate(connection, 1, store::migrationScripts() + QStringList{inserts, "DELETE FROM mood;"});
    QCOMPARE(connection.number("PRAGMA user_version"), 3);
    QCOMPARE(connection.number("SELECT count(*) FROM mood"), 0);
    QCOMPARE(connection.number("PRAGMA foreign_keys"), 1);
    store::migrate(connection, 3, store::migrationScripts() + QStringList{inserts, inserts});
    QCOMPARE(connection.number("PRAGMA user_version"), 3);
}

void TestMigration::keepsTablesOfOthers() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), "CREATE TABLE x_mood(name TEXT NOT NULL, weight REAL, PRIMARY KEY(name)) STRICT;"
                                   "INSERT INTO x_mood VALUES('good', 1.5), ('bad', -2)"),
             QString());
    const QStringList scripts = scriptsWith("ALTER TABLE event ADD COLUMN mood TEXT;");
    QVERIFY(store::openWith(folder.path(), scripts, {}));
    store::Connection connection(bytesOf(folder.path()), store::Connection::Access::Write);
    store::migrate(connection, 1, scripts);
    const QString newer = folder.filePath("newer.dossier");
    QVERIFY(store::writeWhole(newer, connection.serialize()));
    QCOMPARE(ask(newer, "SELECT name || weight FROM x_mood"), "good1.5 bad-2.0");
    QVERIFY(store::openWith(newer, scripts, {}));
}

/// Each version has its own list of what a file may hold.
void TestMigration::checksAgainstTheVersionOfTheFile() {
    const QStringList scripts = scriptsWith("ALTER TABLE event ADD COLUMN mood TEXT; CREATE TABLE mood(name TEXT);");
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), scripts[1]), QString());
    const auto early = store::openWith(folder.path(), scripts, {});
    QVERIFY2(!early, "a file of version 1 with tables of version 2 was opened");
    QVERIFY(model::describe(early.error()).contains("does not belong"));
    QCOMPARE(tamper(folder.path(), "PRAGMA user_version = 2; UPDATE dossier SET digest = NULL"), QString());
    const auto opened = store::openWith(folder.path(), scripts, {});
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(opened->schema, 2);
    QVERIFY(!opened->readOnly);
    const auto older = store::open(folder.path());
    QVERIFY2(!older, "the program opened a table that it does not know");
    QVERIFY(model::describe(older.error()).contains("made by a newer program (version 2; this one knows 1)"));
}

void TestMigration::makesFilesOfTheNewVersion() {
    const QStringList scripts = scriptsWith("CREATE TABLE mood(name TEXT);");
    store::Connection connection;
    store::prepareEmpty(connection, scripts);
    connection.run("INSERT INTO dossier(id, title) VALUES(1, 'New')");
    const DossierFolder folder;
    QVERIFY(store::writeWhole(folder.path(), connection.serialize()));
    const auto opened = store::openWith(folder.path(), scripts, {});
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(opened->schema, 2);
    QCOMPARE(opened->dossier->head().title, "New");
    const auto older = store::open(folder.path());
    QVERIFY(older && older->readOnly);
}

void TestMigration::cancels() {
    const DossierFolder folder;
    const QStringList scripts = scriptsWith("ALTER TABLE event ADD COLUMN mood TEXT;");
    QList<double> shares;
    QVERIFY(store::openWith(folder.path(), scripts, [&](double share, const QString& what) {
        shares.append(share);
        return !what.isEmpty();
    }));
    QVERIFY(shares.size() > 10);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()) && shares.first() == 0 && shares.last() < 1);
    for (qsizetype stop = 0; stop < shares.size(); ++stop) {
        qsizetype calls = 0;
        const auto opened =
            store::openWith(folder.path(), scripts, [&](double, const QString&) { return calls++ < stop; });
        QVERIFY(!opened);
        QCOMPARE(opened.error().problem, "Opening was cancelled.");
        QCOMPARE(calls, stop + 1);
    }
}

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
