#include "tests/cli/support_cli.h"

#include <QJsonArray>
#include <QTest>

using namespace entente::cli;

/// What info, list, show and check say of a dossier.
class TestReading : public QObject {
    Q_OBJECT

private slots:
    void infoCounts();
    void listsAreChosen_data();
    void listsAreChosen();
    void eventsAreRecords();
    void tiesAreRecords();
    void endedTiesAreListedOnRequest();
    void severalMomentsAreMarked();
    void textLinesHaveCells();
    void showTellsAll_data();
    void showTellsAll();
    void showNumbersTheEvidence();
    void unknownKeysAreRefused();
    void soundDossiersAreClean();
    void changedContentIsAFinding();
    void unreadableFilesAreNamed_data();
    void unreadableFilesAreNamed();
    void filesAreLeftAlone();
    void sameCallSameBytes();

private:
    Sample m_sample;
};

void TestReading::infoCounts() {
    const Outcome outcome = call({"info", m_sample.dossier(), "--json"});
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out,
             QString(R"({"counts":{"actors":4,"citations":3,"eras":1,"events":4,"periods":3,"perspectives":2,)"
                     R"("relationships":3,"sources":2,"themes":2,"undated":1},"schema":1,)"
                     R"("span":{"first":"-0043-03-15","last":"1907-12-31"},)"
                     R"("stories":[{"key":"tale","scenes":0,"title":"A tale"}],"title":"Pact"})"
                     "\n"));
}

void TestReading::listsAreChosen_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("keys");
    QTest::newRow("events") << QStringList{"events"} << "caesar offer signed rumour";
    QTest::newRow("events from") << QStringList{"events", "--from", "1907-09"} << "offer";
    QTest::newRow("events in a year") << QStringList{"events", "--from", "1907", "--to", "1907"} << "offer signed";
    QTest::newRow("events BCE") << QStringList{"events", "--to", "-0001"} << "caesar";
    QTest::newRow("events on a day") << QStringList{"events", "--moment", "1907-08-31"} << "offer signed";
    QTest::newRow("events by importance") << QStringList{"events", "--filter", "importance>=3"} << "caesar signed";
    QTest::newRow("events by lane") << QStringList{"events", "--filter=theme=treaty"} << "signed";
    QTest::newRow("actors") << QStringList{"actors"} << "russia britain pact duma";
    QTest::newRow("actors of events") << QStringList{"actors", "--filter", "kind=word"} << "duma";
    QTest::newRow("actors with a tie") << QStringList{"actors", "--moment", "1900"} << "russia duma";
    QTest::newRow("ties of all time") << QStringList{"ties"} << "ru-pact gb-pact duma-talks";
    QTest::newRow("ties after") << QStringList{"ties", "--from", "1919"} << "gb-pact duma-talks";
    QTest::newRow("ties before any") << QStringList{"ties", "--moment", "1905"} << "null";
    QTest::newRow("ties in force") << QStringList{"ties", "--moment", "1907-08-31"}
                                   << "ru-pact gb-pact duma-talks null";
    QTest::newRow("ties after the end") << QStringList{"ties", "--moment", "1920"} << "gb-pact duma-talks null";
    QTest::newRow("ties then and before") << QStringList{"ties", "--moment", "1910", "--to", "1906"} << "duma-talks";
    QTest::newRow("ties by actor") << QStringList{"ties", "--moment", "1910", "--filter", "actor=russia"}
                                   << "ru-pact null";
    QTest::newRow("perspectives") << QStringList{"perspectives"} << "ru-view gb-view";
    QTest::newRow("perspectives on events") << QStringList{"perspectives", "--from", "1907"} << "ru-view";
    QTest::newRow("sources") << QStringList{"sources"} << "book letter";
    QTest::newRow("sources behind events") << QStringList{"sources", "--filter", "tenor=pressure"} << "letter";
}

void TestReading::listsAreChosen() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, keys);
    const Outcome outcome = call(QStringList{"list", m_sample.dossier(), "--json"} + arguments);
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.members("key").join(' '), keys);
}

void TestReading::eventsAreRecords() {
    const Outcome outcome = call({"list", m_sample.dossier(), "events", "--json"});
    QCOMPARE(outcome.members("date"), (QStringList{"-0043-03-15", "1906~/1907", "1907-08-31", "null"}));
    QCOMPARE(outcome.members("earliest"), (QStringList{"-0043-03-15", "1906-01-01", "1907-08-31", "null"}));
    QCOMPARE(outcome.members("latest"), (QStringList{"-0043-03-15", "1907-12-31", "1907-08-31", "null"}));
    QCOMPARE(outcome.members("contested"), (QStringList{"false", "false", "true", "false"}));
    QCOMPARE(outcome.members("certainty"), (QStringList{"happened", "claimed", "happened", "assessed"}));
    QCOMPARE(outcome.members("tenor"), (QStringList{"conflict", "pressure", "cooperation", "neutral"}));
    QCOMPARE(outcome.members("lane"), (QStringList{"treaty", "treaty", "treaty", "treaty"}));
    QCOMPARE(outcome.records()[2]["citations"].toArray(), (QJsonArray{"book-p1"}));
    QCOMPARE(outcome.records()[2]["themes"].toArray(), (QJsonArray{"treaty", "law"}));
}

void TestReading::tiesAreRecords() {
    const Outcome outcome = call({"list", m_sample.dossier(), "ties", "--moment", "1907-08-31", "--json"});
    QCOMPARE(outcome.lines()[0],
             QString(R"({"citations":["book-p1"],"earliest":"1907-08-31","from":"russia","key":"ru-pact",)"
                     R"("latest":"1918-01-31","period":"ru-pact-1","presence":"certain","since":"1907-08-31",)"
                     R"("status":"in-force","to":"pact","type":"party","until":"1918-01"})"));
    QCOMPARE(outcome.members("presence"), (QStringList{"certain", "certain", "possible", "certain"}));
    QCOMPARE(outcome.members("status"), (QStringList{"in-force", "in-force", "alleged", "held"}));
    QCOMPARE(outcome.members("until"), (QStringList{"1918-01", "..", "null", "null"}));
    QCOMPARE(outcome.members("type"), (QStringList{"party", "party", "talks", "part-of"}));
}

void TestReading::endedTiesAreListedOnRequest() {
    const Outcome outcome = call({"list", m_sample.dossier(), "ties", "--moment", "1920", "--ended", "--json"});
    QCOMPARE(outcome.members("key").first(), "ru-pact");
    QCOMPARE(outcome.members("status").first(), "ended");
    QCOMPARE(outcome.members("presence").first(), "none");
}

void TestReading::severalMomentsAreMarked() {
    const Outcome outcome =
        call({"list", m_sample.dossier(), "ties", "--moment", "1905", "--moment", "1910", "--json"});
    QCOMPARE(outcome.members("moment").first(), "1905-12-31");
    QCOMPARE(outcome.members("moment").last(), "1910-12-31");
}

void TestReading::textLinesHaveCells() {
    QCOMPARE(call({"list", m_sample.dossier(), "events"}).lines().last(), "rumour\t-\tA rumour");
    QCOMPARE(call({"list", m_sample.dossier(), "ties", "--moment", "1910"}).lines().first(),
             "ru-pact\trussia\tparty\tpact\tin-force\tcertain\t1907-08-31\t1918-01");
    QVERIFY(call({"info", m_sample.dossier()}).lines().contains("span\t-0043-03-15\t1907-12-31"));
    QVERIFY(call({"info", m_sample.dossier()}).lines().contains("story\ttale\tA tale\tscenes: 0"));
    QVERIFY(call({"show", m_sample.dossier(), "russia"}).lines().contains("aliases\tlanguage: ru; text: Россия"));
}

void TestReading::showTellsAll_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("member");
    QTest::addColumn<int>("size");
    QTest::newRow("event: claims") << "signed"
                                   << "event"
                                   << "claims" << 2;
    QTest::newRow("event: participants") << "signed"
                                         << "event"
                                         << "participants" << 2;
    QTest::newRow("event: periods begun") << "signed"
                                          << "event"
                                          << "begins" << 2;
    QTest::newRow("event: perspectives") << "signed"
                                         << "event"
                                         << "perspectives" << 1;
    QTest::newRow("actor: events") << "russia"
                                   << "actor"
                                   << "events" << 1;
    QTest::newRow("actor: periods") << "pact"
                                    << "actor"
                                    << "periods" << 2;
    QTest::newRow("relationship: periods") << "ru-pact"
                                           << "relationship"
                                           << "periods" << 1;
    QTest::newRow("era: evidence") << "tsar"
                                   << "era"
                                   << "evidence" << 1;
    QTest::newRow("source: citations") << "book"
                                       << "source"
                                       << "citations" << 2;
    QTest::newRow("period: evidence") << "ru-pact-1"
                                      << "period"
                                      << "evidence" << 1;
    QTest::newRow("citation") << "letter-1"
                              << "citation"
                              << "citations" << 0;
    QTest::newRow("perspective: evidence") << "gb-view"
                                           << "perspective"
                                           << "evidence" << 1;
}

void TestReading::showTellsAll() {
    QFETCH(QString, key);
    const Outcome outcome = call({"show", m_sample.dossier(), key, "--json"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.records().size(), 1);
    const QJsonObject record = outcome.records().first();
    QCOMPARE(record["key"].toString(), key);
    QTEST(record["table"].toString(), "table");
    QFETCH(QString, member);
    QTEST(static_cast<int>(record[member].toArray().size()), "size");
}

void TestReading::showNumbersTheEvidence() {
    const QJsonObject record = call({"show", m_sample.dossier(), "signed", "--json"}).records().first();
    QStringList keys;
    for (const QJsonValue& citation : record["evidence"].toArray())
        keys.append(citation["key"].toString() + ' ' + citation["title"].toString());
    QCOMPARE(keys, (QStringList{"book-p1 A book", "book-p2 A book"}));
    const QJsonObject slip = record["claims"].toArray().last().toObject();
    QCOMPARE(slip["date"].toString(), "1907-09-02");
    QCOMPARE(slip["conflicts"].toBool(), true);
    QCOMPARE(slip["in_use"].toBool(), false);
    QCOMPARE(slip["calendar"].toString(), "julian");
}

void TestReading::unknownKeysAreRefused() {
    const Outcome outcome = call({"show", m_sample.dossier(), "nobody"});
    QCOMPARE(outcome.code, 64);
    QVERIFY(outcome.errors.contains("\"nobody\""));
}

void TestReading::soundDossiersAreClean() {
    const Outcome outcome = call({"check", m_sample.dossier()});
    QCOMPARE(outcome.out + outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
}

void TestReading::changedContentIsAFinding() {
    QByteArray bytes = m_sample.read("pact.dossier");
    QVERIFY(bytes.contains("A rumour"));
    m_sample.write("changed.dossier", bytes.replace("A rumour", "B rumour"));
    const Outcome outcome = call({"check", m_sample.path("changed.dossier"), "--json"});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.records().size(), 1);
    QVERIFY(!outcome.errors.isEmpty());
    QCOMPARE(call({"info", m_sample.path("changed.dossier")}).code, 0);
}

void TestReading::unreadableFilesAreNamed_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << "missing.dossier";
    QTest::newRow("empty") << "empty.dossier";
    QTest::newRow("text") << "text.dossier";
    QTest::newRow("cut") << "cut.dossier";
    QTest::newRow("folder") << "tables";
}

void TestReading::unreadableFilesAreNamed() {
    m_sample.write("empty.dossier", "");
    m_sample.write("text.dossier", "hello");
    m_sample.write("cut.dossier", m_sample.read("pact.dossier").left(4096));
    QFETCH(QString, name);
    for (const char* command : {"info", "check"}) {
        const Outcome outcome = call({command, m_sample.path(name)});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.errors.startsWith("entente: ") && outcome.errors.contains(name), qPrintable(outcome.errors));
    }
}

void TestReading::filesAreLeftAlone() {
    const QByteArray before = m_sample.read("pact.dossier");
    call({"list", m_sample.dossier(), "events"});
    QCOMPARE(m_sample.read("pact.dossier"), before);
}

void TestReading::sameCallSameBytes() {
    for (const char* what : {"events", "actors", "ties", "perspectives", "sources"}) {
        const QStringList arguments = {"list", m_sample.dossier(), what, "--json"};
        QCOMPARE(call(arguments).out, call(arguments).out);
    }
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
