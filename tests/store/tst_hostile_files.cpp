#include "tests/store/support_store.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::test;

/// Files that are made to harm, or came to harm: refused in words or shown as far as they can be, and never touched.
class TestHostileFiles : public QObject {
    Q_OBJECT

private slots:
    void refusesForeignObjects_data();
    void refusesForeignObjects();
    void acceptsHarmlessObjects_data();
    void acceptsHarmlessObjects();
    void readsNewerVersions_data();
    void readsNewerVersions();
    void refusesWhatIsNoDossier_data();
    void refusesWhatIsNoDossier();
    void refusesEveryTruncation();
    void survivesDamage_data();
    void survivesDamage();
    void survivesLostPages();
    void readsTextInUtf16();
    void leavesNoFilesBesideAWriteAheadLog();
};

void TestHostileFiles::refusesForeignObjects_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* sql, const char* words) { QTest::newRow(name) << sql << words; };
    row("view", "CREATE VIEW x_all AS SELECT * FROM event", "The view x_all does not belong in a dossier");
    row("view for a table",
        "DROP TABLE alias; CREATE VIEW alias AS WITH RECURSIVE endless(actor, language, text) AS (SELECT 1, 'a', 'b' "
        "UNION ALL SELECT actor + 1, language, text FROM endless) SELECT * FROM endless",
        "The view alias does not belong");
    row("trigger", "CREATE TRIGGER x_wipe AFTER UPDATE ON dossier BEGIN DELETE FROM event; END",
        "The trigger x_wipe does not belong");
    row("trigger by the name of statistics",
        "INSERT INTO sqlite_schema VALUES('trigger', 'sqlite_stat1', 'dossier', 0, 'CREATE TRIGGER sqlite_stat1 AFTER "
        "UPDATE ON dossier BEGIN DELETE FROM event; END')",
        "The trigger sqlite_stat1 does not belong");
    row("view by the name of statistics",
        "INSERT INTO sqlite_schema VALUES('view', 'sqlite_stat1', 'sqlite_stat1', 0, 'CREATE VIEW sqlite_stat1 AS "
        "SELECT 1')",
        "The view sqlite_stat1 does not belong");
    row("generated column", "ALTER TABLE event ADD COLUMN large TEXT AS (hex(zeroblob(200000000)))",
        "The table event does not belong");
    row("default", "ALTER TABLE event ADD COLUMN mood TEXT DEFAULT 'good'", "The table event does not belong");
    row("check",
        "UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT NOT NULL', 'title TEXT NOT NULL CHECK(length(title) "
        "< 9e9)') WHERE name = 'event'",
        "The table event does not belong");
    row("collation",
        "UPDATE sqlite_schema SET sql = replace(sql, 'place TEXT', 'place TEXT COLLATE nowhere') WHERE "
        "name = 'event'",
        "");
    row("index", "CREATE INDEX x_place ON event(place)", "The index x_place does not belong");
    row("partial index", "CREATE INDEX part ON event(place) WHERE length(place) > 3", "The index part does not belong");
    row("expression index", "CREATE INDEX place ON event(hex(place))", "The index place does not belong");
    row("expression index by the name of a key's",
        "CREATE INDEX place ON event(hex(place)); UPDATE sqlite_schema SET name = 'sqlite_autoindex_event_9', sql = "
        "'CREATE INDEX sqlite_autoindex_event_9 ON event(hex(place))' WHERE name = 'place'",
        "The index sqlite_autoindex_event_9 does not belong");
    row("full-text table", "CREATE VIRTUAL TABLE x_words USING fts5(words)", "The table x_words");
    row("table of another name", "CREATE TABLE mood(name TEXT)", "The table mood does not belong");
    row("other table with a check", "CREATE TABLE x_mood(name TEXT CHECK(length(name) < 9))", "The table x_mood");
    row("other table with a default", "CREATE TABLE x_mood(name TEXT DEFAULT 'a')", "The table x_mood");
    row("other table with a generated column", "CREATE TABLE x_mood(a INT, b INT AS (a + 1))", "The table x_mood");
    row("other table without row ids", "CREATE TABLE x_mood(a INT, PRIMARY KEY(a)) WITHOUT ROWID", "The table x_mood");
    row("20 000 views",
        "INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 20000) SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS "
        "SELECT 1' FROM n",
        "This file holds more than 300 objects");
    row("missing table", "DROP TABLE translation", "The table translation is missing.");
    row("missing column", "ALTER TABLE event DROP COLUMN place", "The table event does not belong");
    row("renamed column", "ALTER TABLE event RENAME COLUMN place TO spot", "The table event does not belong");
    row("column of another type",
        "UPDATE sqlite_schema SET sql = replace(sql, 'place TEXT', 'place BLOB') WHERE name = 'event'",
        "The table event does not belong");
    row("column that may be empty",
        "UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT NOT NULL', 'title TEXT') WHERE name = 'event'",
        "The table event does not belong");
    row("table that takes any type", "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'event'",
        "The table event does not belong");
    row("two columns as one by quoting",
        "UPDATE sqlite_schema SET sql = replace(sql, 'place TEXT, certainty TEXT', '\"place TEXT , certainty\" TEXT') "
        "WHERE name = 'event'",
        "The table event does not belong");
    row("everything dropped", "DELETE FROM sqlite_schema", "is missing");
    row("no version", "PRAGMA user_version = 0", "This dossier has no schema version.");
    row("negative version", "PRAGMA user_version = -1", "This dossier has no schema version.");
}

void TestHostileFiles::refusesForeignObjects() {
    QFETCH(QString, sql);
    QFETCH(QString, words);
    const DossierFolder folder;
    QVERIFY(folder.isValid());
    QCOMPARE(tamper(folder.path(), sql), QString());
    const auto before = contentOf(folder.folder());
    const auto opened = store::open(folder.path());
    QVERIFY2(!opened, "it was opened");
    const QString message = model::describe(opened.error());
    QVERIFY2(message.startsWith("full.dossier: ") && message.contains(words), qPrintable(message));
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestHostileFiles::acceptsHarmlessObjects_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("other table") << "CREATE TABLE x_mood(name TEXT NOT NULL, weight REAL, PRIMARY KEY(name)) STRICT;"
                                    "INSERT INTO x_mood VALUES('good', 1.5)";
    QTest::newRow("statistics") << "ANALYZE";
    QTest::newRow("same words, other letters and quotes")
        << "UPDATE sqlite_schema SET sql = replace(replace(sql, 'CREATE TABLE point(', 'create  table \"point\" ( /* a "
           "comment */'), 'text TEXT', '[text] text -- another' || char(10)) WHERE name = 'point'";
    QTest::newRow("free pages") << "CREATE TABLE x_gone(a BLOB); INSERT INTO x_gone VALUES(zeroblob(100000)); DROP "
                                   "TABLE x_gone";
}

void TestHostileFiles::acceptsHarmlessObjects() {
    QFETCH(QString, sql);
    const DossierFolder folder;
    QVERIFY(folder.isValid());
    QCOMPARE(tamper(folder.path(), sql), QString());
    const auto before = contentOf(folder.folder());
    const auto opened = store::open(folder.path());
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(textOf(opened->dossier->findings()), QString());
    QVERIFY(opened->digestMatches);
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestHostileFiles::readsNewerVersions_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("refusal"); // empty: it opens, to be read only
    const auto row = [](const char* name, const char* sql, const char* refusal) {
        QTest::newRow(name) << QString(sql) + "; PRAGMA user_version = 7" << refusal;
    };
    row("same tables", "", "");
    row("more plain tables", "CREATE TABLE mood(event INTEGER NOT NULL, name TEXT) STRICT", "");
    row("changed table", "ALTER TABLE event ADD COLUMN mood TEXT", "The table event does not belong");
    row("missing table", "DROP TABLE translation", "The table translation is missing.");
    row("view", "CREATE VIEW mood AS SELECT 1", "The view mood does not belong");
    row("trigger", "CREATE TRIGGER mood AFTER INSERT ON event BEGIN DELETE FROM event; END", "The trigger mood");
}

void TestHostileFiles::readsNewerVersions() {
    QFETCH(QString, sql);
    QFETCH(QString, refusal);
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), sql), QString());
    const auto before = contentOf(folder.folder());
    const auto opened = store::open(folder.path());
    QCOMPARE(opened.has_value(), refusal.isEmpty());
    const QString words = opened ? opened->notice : model::describe(opened.error());
    QVERIFY2(words.contains("made by a newer program (version 7; this one knows 1)"), qPrintable(words));
    QVERIFY2(words.contains(refusal), qPrintable(words));
    if (opened) {
        QVERIFY(opened->readOnly);
        QCOMPARE(opened->schema, 7);
        QCOMPARE(opened->dossier->tables().events.size(), 2);
        QVERIFY(!store::save(*opened, {}, folder.path()));
    }
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestHostileFiles::refusesWhatIsNoDossier_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const DossierFolder folder;
    const QByteArray whole = bytesOf(folder.path());
    QByteArray noise(400000, Qt::Uninitialized);
    QRandomGenerator random(7);
    random.fillRange(reinterpret_cast<quint32*>(noise.data()), noise.size() / 4);
    QByteArray noLabel = whole;
    noLabel.replace(68, 4, QByteArray(4, '\0'));
    QByteArray oddPages = whole;
    oddPages[17] = 3;
    const QString foreign = folder.filePath("foreign.sqlite");
    tamper(foreign, "PRAGMA application_id = 0x47504b47; CREATE TABLE features(id INTEGER PRIMARY KEY, shape BLOB)");
    const QString bare = folder.filePath("bare.sqlite");
    tamper(bare, "PRAGMA application_id = 0x456E7465; PRAGMA user_version = 1; CREATE TABLE x_only(a TEXT)");
    QTest::newRow("empty") << QByteArray() << "This file is empty (0 bytes).";
    QTest::newRow("one byte") << whole.left(1) << "This is not a dossier";
    QTest::newRow("fifteen bytes") << whole.left(15) << "shorter than any dossier (15 bytes)";
    QTest::newRow("99 bytes") << whole.left(99) << "shorter than any dossier (99 bytes)";
    QTest::newRow("noise") << noise << "This is not a dossier";
    QTest::newRow("magic and noise") << whole.left(16) + noise << "not a dossier";
    QTest::newRow("header and noise") << whole.left(100) + noise.left(whole.size() - 100) << "This file is damaged.";
    QTest::newRow("zeros") << QByteArray(whole.size(), '\0') << "This is not a dossier";
    QTest::newRow("header and zeros") << whole.left(100) + QByteArray(whole.size() - 100, '\0')
                                      << "This file is damaged.";
    QTest::newRow("another program's") << bytesOf(foreign) << "Found: \"application id 0x47504b47\".";
    QTest::newRow("no label") << noLabel << "Found: \"application id 0x00000000\".";
    QTest::newRow("label only") << bytesOf(bare) << "is missing";
    QTest::newRow("impossible page size") << oddPages << "its header is not possible";
    QTest::newRow("CSV") << QByteArray("key,title\ntreaty,Treaty\n").repeated(9) << "looks like text";
    QTest::newRow("JSON") << QByteArray("{\"timeline\": {}}").repeated(9) << "looks like JSON";
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n").repeated(20) << "looks like a PNG picture";
    QTest::newRow("UTF-16 text") << QByteArray("\xff\xfe") + QByteArray("a\0", 2).repeated(90) << "UTF-16 text";
}

void TestHostileFiles::refusesWhatIsNoDossier() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const DossierFolder folder;
    QVERIFY(writeBytes(folder.path(), bytes));
    const auto opened = store::open(folder.path());
    QVERIFY2(!opened, "it was opened");
    const QString message = model::describe(opened.error());
    QVERIFY2(message.startsWith("full.dossier: ") && message.contains(words), qPrintable(message));
    QCOMPARE(contentOf(folder.folder()), (QMap<QString, QByteArray>{{"full.dossier", bytes}}));
}

void TestHostileFiles::refusesEveryTruncation() {
    const DossierFolder folder;
    const QByteArray whole = bytesOf(folder.path());
    for (qsizetype size = 0; size < whole.size(); size += size % 4096 == 0 ? 1 : 1365) {
        QVERIFY(writeBytes(folder.path(), whole.left(size)));
        const auto opened = store::open(folder.path());
        QVERIFY2(!opened, qPrintable(QString::number(size)));
        const QString message = model::describe(opened.error());
        if (size > 100)
            QVERIFY2(message.contains(QString("%1 of %2 bytes").arg(size).arg(whole.size())), qPrintable(message));
    }
    QVERIFY(writeBytes(folder.path(), whole + QByteArray(1000, 'x')));
    const auto longer = store::open(folder.path());
    QVERIFY(longer && longer->digestMatches);
    QCOMPARE(textOf(longer->dossier->findings()), QString());
}

void TestHostileFiles::survivesDamage_data() {
    QTest::addColumn<int>("bits");
    for (const int bits : {1, 8, 64, 512})
        QTest::newRow(qPrintable(QString("%1 bits").arg(bits))) << bits;
}

/// Whatever bits are flipped: it is refused, or something is said, or what is shown is what was saved.
void TestHostileFiles::survivesDamage() {
    QFETCH(int, bits);
    const DossierFolder folder;
    const QByteArray whole = bytesOf(folder.path());
    const auto good = store::open(folder.path());
    QVERIFY(good);
    QRandomGenerator random(static_cast<quint32>(bits));
    int silent = 0;
    for (int round = 0; round < 80; ++round) {
        QByteArray bytes = whole;
        for (int bit = 0; bit < bits; ++bit) {
            const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
        QVERIFY(writeBytes(folder.path(), bytes));
        const auto opened = store::open(folder.path());
        QCOMPARE(bytesOf(folder.path()), bytes);
        if (!opened) {
            QVERIFY(model::describe(opened.error()).startsWith("full.dossier: "));
        } else if (opened->notice.isEmpty() && opened->dossier->findings().isEmpty()) {
            model::Tables tables = opened->dossier->tables();
            tables.placements = good->dossier->tables().placements; // the digest leaves them out
            QVERIFY2(tables == good->dossier->tables(), qPrintable(QString::number(round)));
            ++silent;
        }
    }
    QVERIFY2(bits < 512 || silent == 0, qPrintable(QString::number(silent)));
}

void TestHostileFiles::survivesLostPages() {
    const DossierFolder folder;
    const QByteArray whole = bytesOf(folder.path());
    constexpr qsizetype page = 4096;
    const auto isNoticed = [&](const QByteArray& bytes) {
        if (!writeBytes(folder.path(), bytes))
            return false;
        const auto opened = store::open(folder.path());
        return !opened || !opened->notice.isEmpty() || !opened->dossier->findings().isEmpty();
    };
    for (qsizetype at = page; at < whole.size() - page; at += page) {
        QByteArray zeroed = whole;
        QVERIFY2(isNoticed(zeroed.replace(at, page, QByteArray(page, '\0'))), qPrintable(QString::number(at)));
        QByteArray swapped =
            whole.left(at) + whole.mid(at + page, page) + whole.mid(at, page) + whole.mid(at + 2 * page);
        QCOMPARE(swapped.size(), whole.size());
        QVERIFY2(isNoticed(swapped), qPrintable(QString::number(at)));
    }
    QVERIFY(!isNoticed(whole));
}

void TestHostileFiles::readsTextInUtf16() {
    const DossierFolder folder;
    const QString path = folder.filePath("wide.dossier");
    const QString schema = ask(folder.path(), "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'table'");
    QCOMPARE(tamper(path, "PRAGMA encoding = 'UTF-16le'; PRAGMA application_id = 0x456E7465; PRAGMA user_version = 1;" +
                              schema + "; INSERT INTO dossier(id, title) VALUES(1, 'Гюлистанский договор')"),
             QString());
    const auto opened = store::open(path);
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(opened->dossier->head().title, "Гюлистанский договор");
    QVERIFY(store::save(*opened, {}, path));
    const auto again = store::open(path);
    QVERIFY(again && again->digestMatches);
    QCOMPARE(again->dossier->head().title, "Гюлистанский договор");
}

void TestHostileFiles::leavesNoFilesBesideAWriteAheadLog() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), "PRAGMA journal_mode = WAL; UPDATE dossier SET licence = 'CC0'"), QString());
    QCOMPARE(bytesOf(folder.path()).mid(18, 2), QByteArray("\2\2"));
    const auto before = contentOf(folder.folder());
    QCOMPARE(before.size(), 1);
    const auto opened = store::open(folder.path());
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QCOMPARE(opened->dossier->head().licence, "CC0");
    QCOMPARE(contentOf(folder.folder()), before);
}

QTEST_APPLESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
