#include "tests/cli/support_cli.h"

#include <QJsonArray>
#include <QTest>

using namespace entente::cli;

class TestDateCommand : public QObject {
    Q_OBJECT

private slots:
    void datesAreRecords_data();
    void datesAreRecords();
    void invalidOnesAreToldApart();
    void everyRecordHasEveryMember();
    void textIsOneLineADate();
};

void TestDateCommand::datesAreRecords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("precision");
    QTest::newRow("day") << "2025-01-17"
                         << "2025-01-17"
                         << "2025-01-17"
                         << "known"
                         << "known"
                         << "day";
    QTest::newRow("BCE") << "-0043-03-15"
                         << "-0043-03-15"
                         << "-0043-03-15"
                         << "known"
                         << "known"
                         << "day";
    QTest::newRow("year") << "2015"
                          << "2015-01-01"
                          << "2015-12-31"
                          << "known"
                          << "known"
                          << "year";
    QTest::newRow("open end") << "2018-05-08/.."
                              << "2018-05-08"
                              << "null"
                              << "known"
                              << "open"
                              << "interval";
    QTest::newRow("unknown end") << "2018/"
                                 << "2018-01-01"
                                 << "null"
                                 << "known"
                                 << "unknown"
                                 << "interval";
    QTest::newRow("set") << "[..2015-07-14]"
                         << "null"
                         << "2015-07-14"
                         << "open"
                         << "known"
                         << "set";
}

void TestDateCommand::datesAreRecords() {
    QFETCH(QString, text);
    const Outcome outcome = call({"date", "--json", "--", text});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.members("input"), QStringList{text});
    QCOMPARE(outcome.members("valid"), QStringList{"true"});
    QTEST(outcome.members("earliest").first(), "earliest");
    QTEST(outcome.members("latest").first(), "latest");
    QTEST(outcome.members("start").first(), "start");
    QTEST(outcome.members("end").first(), "end");
    QTEST(outcome.members("precision").first(), "precision");
}

void TestDateCommand::invalidOnesAreToldApart() {
    const Outcome outcome = call({"date", "--json", "1985", "1985-13", "2004-02-30"});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.members("valid"), (QStringList{"true", "false", "false"}));
    QCOMPARE(outcome.records()[1].value("error")["column"].toInt(), 6);
    QVERIFY(!outcome.records()[1].value("error")["message"].toString().isEmpty());
    QCOMPARE(outcome.errors, QString());
}

void TestDateCommand::everyRecordHasEveryMember() {
    const Outcome outcome = call({"date", "--json", "1985~", "nonsense"});
    const QStringList members = {"approximate", "earliest", "end",       "error", "input", "latest",
                                 "precision",   "start",    "uncertain", "valid", "words"};
    QCOMPARE(outcome.records()[0].keys(), members);
    QCOMPARE(outcome.records()[1].keys(), members);
    QCOMPARE(outcome.records()[0]["approximate"].toArray(), (QJsonArray{"year"}));
}

void TestDateCommand::textIsOneLineADate() {
    const Outcome outcome = call({"date", "2018/", "x"});
    QCOMPARE(outcome.lines().size(), 2);
    QVERIFY(outcome.lines()[0].startsWith("2018/\t2018-01-01\tunknown\tinterval\t"));
    QVERIFY(outcome.lines()[1].startsWith("x\tinvalid at column 1\t"));
}

QTEST_GUILESS_MAIN(TestDateCommand)
#include "tst_date_command.moc"
