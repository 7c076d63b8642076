#include "tests/store/support_store.h"

#include <QTest>

using namespace entente;
using namespace entente::test;

/// Rows that are not what the format says: every one is named, and the rest is shown.
class TestHostileRows : public QObject {
    Q_OBJECT

private slots:
    void findsNothingInAGoodDossier();
    void namesDanglingKeys_data();
    void namesDanglingKeys();
    void cutsCirclesOfParts_data();
    void cutsCirclesOfParts();
    void cutsChainsOfLanes_data();
    void cutsChainsOfLanes();
    void readsUnknownWords_data();
    void readsUnknownWords();
    void namesBadValues_data();
    void namesBadValues();
    void keepsWhatIsLeft();
    void showsEmptyDossiers();
};

static QString openAfter(const DossierFolder& folder, const QString& sql, std::optional<store::Opened>& opened) {
    if (const QString problem = tamper(folder.path(), sql); !problem.isEmpty())
        return problem;
    const auto before = contentOf(folder.folder());
    auto result = store::open(folder.path());
    if (!result)
        return model::describe(result.error());
    if (contentOf(folder.folder()) != before)
        return "The folder was touched.";
    opened = std::move(*result);
    for (const model::Finding& finding : opened->dossier->findings())
        if (finding.file != "full.dossier" || !finding.problem.endsWith('.'))
            return "Not well worded: " + model::describe(finding);
    return {};
}

void TestHostileRows::findsNothingInAGoodDossier() {
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, {}, opened), QString());
    QCOMPARE(textOf(opened->dossier->findings()), QString());
    model::Tables expected = fullTables();
    expected.head.digest = opened->dossier->head().digest;
    QVERIFY(opened->dossier->tables() == expected);
}

/// Every column of the schema that refers to a row.
void TestHostileRows::namesDanglingKeys_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    const DossierFolder folder;
    const QStringList columns =
        ask(folder.path(),
            "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) "
            "AS f WHERE t.type = 'table' ORDER BY 1")
            .split(' ');
    QVERIFY(columns.size() >= 40);
    for (const QString& column : columns)
        QTest::newRow(qPrintable(column)) << column.section('.', 0, 0) << column.section('.', 1);
}

void TestHostileRows::namesDanglingKeys() {
    QFETCH(QString, table);
    QFETCH(QString, column);
    const DossierFolder folder;
    const QString change =
        QString("UPDATE %1 SET %2 = 999 WHERE rowid = (SELECT max(rowid) FROM %1 WHERE %2 NOT NULL)");
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, change.arg(table, column), opened), QString());
    QCOMPARE(ask(folder.path(), QString("SELECT count(*) FROM %1 WHERE %2 = 999").arg(table, column)), "1");
    const model::Findings findings = opened->dossier->findings();
    const auto named = std::find_if(findings.begin(), findings.end(), [&](const model::Finding& finding) {
        return finding.table == table && finding.field == column && finding.found == "999";
    });
    QVERIFY2(named != findings.end(), qPrintable(textOf(findings)));
    QVERIFY(!named->row.isEmpty() && named->row != "0");
    QCOMPARE(opened->digestMatches, table == "placement"); // which the digest leaves out
}

void TestHostileRows::cutsCirclesOfParts_data() {
    QTest::addColumn<QString>("links"); // an actor and what it is part of
    QTest::addColumn<QString>("cut");
    QTest::newRow("of one") << "1-1"
                            << "russia";
    QTest::newRow("of two") << "1-2 2-1"
                            << "duma";
    QTest::newRow("of three") << "1-2 2-3 3-1"
                              << "treaty";
    QTest::newRow("of two with a tail") << "3-1 1-2 2-1"
                                        << "duma";
    QTest::newRow("none, two of one") << "1-3 2-3"
                                      << "";
    QTest::newRow("none, a chain") << "3-2 2-1"
                                   << "";
}

void TestHostileRows::cutsCirclesOfParts() {
    QFETCH(QString, links);
    QString sql = "UPDATE actor SET part_of = NULL;";
    for (const QString& link : links.split(' '))
        sql +=
            QString("UPDATE actor SET part_of = %1 WHERE id = %2;").arg(link.section('-', 1), link.section('-', 0, 0));
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, sql, opened), QString());
    QStringList cut;
    for (const model::Finding& finding : opened->dossier->findings()) {
        QCOMPARE(finding.table + ' ' + finding.field, "actor part_of");
        cut.append(finding.row);
    }
    QTEST(cut.join(' '), "cut");
    const QList<model::Actor>& actors = opened->dossier->tables().actors;
    for (const model::Actor& actor : actors) {
        qsizetype steps = 0;
        for (model::ActorId at = actor.partOf; at.isValid(); at = actors[at.index].partOf)
            QVERIFY(++steps <= actors.size());
    }
}

void TestHostileRows::cutsChainsOfLanes_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("a theme that joins itself") << "UPDATE theme SET lane = 1 WHERE id = 1";
    QTest::newRow("two that join each other") << "UPDATE theme SET lane = 2 WHERE id = 1";
    QTest::newRow("one that joins one that joins")
        << "INSERT INTO theme(id, key, label, position, lane) VALUES(3, 'tax', 'Tax', 3, 2)";
}

/// The lane of every event is one of the lanes.
void TestHostileRows::cutsChainsOfLanes() {
    QFETCH(QString, sql);
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(
        openAfter(folder, sql + "; UPDATE event_theme SET theme = (SELECT max(id) FROM theme) WHERE event = 2", opened),
        QString());
    const model::Dossier& dossier = *opened->dossier;
    QVERIFY2(textOf(dossier.findings()).startsWith("theme "), qPrintable(textOf(dossier.findings())));
    QVERIFY(!dossier.lanes().isEmpty());
    for (const model::EventId event : {model::EventId(0), model::EventId(1)})
        QVERIFY(dossier.lanes().contains(dossier.laneOf(event)));
}

void TestHostileRows::readsUnknownWords_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("readAs"); // as the vocabulary says
    const auto row = [](const char* table, const char* column, const char* readAs) {
        QTest::newRow(qPrintable(QString("%1.%2").arg(table, column))) << table << column << readAs;
    };
    row("event_kind", "mark", "disc");
    row("event_kind", "tenor", "neutral");
    row("event", "certainty", "claimed");
    row("event", "tenor", "pressure"); // its kind's
    row("actor", "kind", "group");
    row("actor", "pole", "");
    row("relation_type", "line_form", "plain");
    row("relation_type", "tenor", "neutral");
    row("relation_type", "meaning", "other");
    row("relationship", "tenor", "pressure"); // its type's
    row("period", "state", "held");
    row("perspective", "stance", "neutral");
}

static QString wordIn(const model::Dossier& dossier, const QString& column) {
    const model::Tables& tables = dossier.tables();
    const QMap<QString, QString> words = {{"event_kind.mark", wordOf(tables.eventKinds[0].mark)},
                                          {"event_kind.tenor", wordOf(tables.eventKinds[0].tenor)},
                                          {"event.certainty", wordOf(tables.events[0].certainty)},
                                          {"event.tenor", wordOf(dossier.tenorOf(model::EventId(0)))},
                                          {"actor.kind", wordOf(tables.actors[0].kind)},
                                          {"actor.pole", wordOf(tables.actors[0].pole)},
                                          {"relation_type.line_form", wordOf(tables.relationTypes[0].lineForm)},
                                          {"relation_type.tenor", wordOf(tables.relationTypes[0].tenor)},
                                          {"relation_type.meaning", wordOf(tables.relationTypes[0].meaning)},
                                          {"relationship.tenor", wordOf(dossier.tenorOf(model::RelationshipId(0)))},
                                          {"period.state", wordOf(tables.periods[0].state)},
                                          {"perspective.stance", wordOf(tables.perspectives[0].stance)}};
    return words.value(column);
}

void TestHostileRows::readsUnknownWords() {
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(QString, readAs);
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, QString("UPDATE %1 SET %2 = 'nonsense' WHERE id = 1").arg(table, column), opened),
             QString());
    const model::Findings findings = opened->dossier->findings();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].table + '.' + findings[0].field, table + '.' + column);
    QCOMPARE(findings[0].found, "nonsense");
    QVERIFY(findings[0].expected.startsWith("one of "));
    QCOMPARE(wordIn(*opened->dossier, QTest::currentDataTag()), readAs);
}

void TestHostileRows::namesBadValues_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding"); // "table row field: the sentence begins"
    const auto row = [](const char* name, const char* sql, const char* finding) {
        QTest::newRow(name) << sql << finding;
    };
    row("bad date", "UPDATE date_claim SET edtf = '1900-02-29' WHERE id = 1",
        "date_claim signed edtf: There is no such day in this month. (column 9). The event is shown as undated.");
    row("stored days of another date", "UPDATE date_claim SET latest = 0 WHERE id = 1",
        "date_claim signed earliest: The stored days are not those of the date");
    row("bad start", "UPDATE period SET from_edtf = '1907?-'", "period ru-treaty-1 from_edtf: ");
    row("bad end", "UPDATE period SET to_edtf = 'soon'", "period ru-treaty-1 to_edtf: ");
    row("bad era", "UPDATE era SET edtf = '1917/1894'", "era tsar edtf: The interval ends before it begins.");
    row("bad publication", "UPDATE source SET published = 'last year'", "source book published: ");
    row("two dates in use", "UPDATE date_claim SET preferred = 1",
        "date_claim signed preferred: Exactly one date of an event is the one in use.");
    row("no date in use", "UPDATE date_claim SET preferred = 0",
        "date_claim signed preferred: Exactly one date of an event is the one in use.");
    row("no key", "UPDATE actor SET key = '' WHERE id = 2", "actor 2 key: This is not a key.");
    row("bad key", "UPDATE event SET key = 'Signed!' WHERE id = 1", "event Signed! key: This is not a key.");
    row("key used twice", "UPDATE era SET key = 'signed'", "era signed key: This key is used by event too.");
    row("mark of nothing", "UPDATE actor SET summary = 'So it is.[^page-9]' WHERE id = 1",
        "actor russia summary: There is no citation of this key.");
    row("tenor without evidence", "UPDATE event SET tenor_citation = NULL WHERE id = 1",
        "event signed tenor: A tenor of its own needs a citation.");
    row("tenor of a tie without evidence", "UPDATE relationship SET tenor_citation = NULL",
        "relationship ru-treaty tenor: A tenor of its own needs a citation.");
    row("opening on nothing", "UPDATE dossier SET opening_selection = 'gone'",
        "dossier  opening_selection: There is nothing of this key.");
    row("opening at no time", "UPDATE dossier SET opening_moment = 'gone'",
        "dossier  opening_moment: This is not a date.");
    row("no title row", "DELETE FROM dossier", "dossier  title: The dossier has no title row.");
    row("two title rows", "INSERT INTO dossier(id, title) VALUES(2, 'Another')",
        "dossier 2 id: There is more than one dossier row; the first is used.");
    row("importance too high", "UPDATE event SET importance = 6 WHERE id = 1", "event signed importance: ");
    row("importance of 2^63 - 1", "UPDATE event SET importance = 9223372036854775807 WHERE id = 1",
        "event signed importance: ");
    row("position of -2^63", "UPDATE story SET position = -9223372036854775808", "story tale position: ");
    row("place at infinity", "UPDATE placement SET x = 9e999", "placement ");
    row("place outside the picture", "UPDATE placement SET y = -3",
        "placement russia x: This place lies outside the picture; it is drawn at the edge.");
    row("tie to itself", "UPDATE relationship SET to_actor = from_actor",
        "relationship ru-treaty to_actor: This ties an actor to itself.");
    row("tie told twice",
        "INSERT INTO relationship(id, key, from_actor, to_actor, type, label) "
        "SELECT 99, 'again', from_actor, to_actor, type, label FROM relationship WHERE key = 'ru-treaty'; "
        "INSERT INTO period(key, relationship, from_edtf, to_edtf, state) "
        "SELECT 'again-1', 99, from_edtf, to_edtf, state FROM period WHERE key = 'ru-treaty-1'",
        "period again-1 relationship: This says the same as a period of ru-treaty.");
    row("two subjects", "UPDATE perspective SET actor = 1 WHERE key = 'view-event'",
        "perspective view-event event: A perspective has exactly one subject");
    row("no subject", "UPDATE perspective SET event = NULL WHERE key = 'view-event'",
        "perspective view-event event: A perspective has exactly one subject");
    row("text that is not UTF-8", "UPDATE event SET place = CAST(x'41ff42' AS TEXT) WHERE id = 1",
        "event signed place: This text is not valid UTF-8");
    row("text of 17 million letters",
        "UPDATE event SET place = (SELECT group_concat(hex(zeroblob(500000)), '') FROM (SELECT 1 FROM sqlite_schema "
        "LIMIT 17)) WHERE id = 1",
        "event signed place: This text is too long and was not read.");
}

void TestHostileRows::namesBadValues() {
    QFETCH(QString, sql);
    QFETCH(QString, finding);
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, sql, opened), QString());
    const QString found = textOf(opened->dossier->findings());
    QVERIFY2(('\n' + found).contains('\n' + finding), qPrintable(found));
    QCOMPARE(opened->dossier->tables().actors.size(), 3);
    QCOMPARE(opened->dossier->tables().events.size(), 2);
}

/// A file with all of it wrong at once still shows the rest.
void TestHostileRows::keepsWhatIsLeft() {
    const DossierFolder folder;
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder,
                       "DELETE FROM actor WHERE key = 'russia'; DELETE FROM citation; DELETE FROM event_kind;"
                       "UPDATE event SET title = '', certainty = '' WHERE key = 'signed'",
                       opened),
             QString());
    const model::Dossier& dossier = *opened->dossier;
    QVERIFY(dossier.findings().size() >= 20);
    QCOMPARE(dossier.tables().actors.size(), 2);
    QCOMPARE(dossier.tables().events.size(), 2);
    QCOMPARE(dossier.eventsInOrder().size(), 2);
    QCOMPARE(dossier.tables().relationships.size(), 0);
    QCOMPARE(dossier.tables().periods.size(), 0);
    QCOMPARE(dossier.tables().perspectives.size(), 0);
    QCOMPARE(dossier.tables().scenes.size(), 3);
    QVERIFY(dossier.evidenceOf(model::EventId(0)).isEmpty());
}

void TestHostileRows::showsEmptyDossiers() {
    const DossierFolder folder;
    QString sql;
    for (const QString& table : ask(folder.path(), "SELECT name FROM sqlite_schema WHERE type = 'table'").split(' '))
        if (table != "dossier")
            sql += "DELETE FROM " + table + ';';
    std::optional<store::Opened> opened;
    QCOMPARE(openAfter(folder, sql + "UPDATE dossier SET opening_selection = NULL, digest = NULL", opened), QString());
    QCOMPARE(textOf(opened->dossier->findings()), QString());
    QVERIFY(opened->digestMatches);
    QVERIFY(opened->dossier->eventsInOrder().isEmpty());
}

QTEST_APPLESS_MAIN(TestHostileRows)
#include "tst_hostile_rows.moc"
