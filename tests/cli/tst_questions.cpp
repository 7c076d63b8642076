#include "tests/cli/support_cli.h"

#include <QJsonArray>
#include <QTest>

using namespace entente::cli;

/// What path, compare and central answer.
class TestQuestions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pathsInText_data();
    void pathsInText();
    void pathsAreRecords();
    void noPathIsAFinding_data();
    void noPathIsAFinding();
    void wrongEndsAreRefused_data();
    void wrongEndsAreRefused();
    void comparesInText();
    void comparisonsAreRecords();
    void nothingChangesOnOneDay();
    void ranksInText();
    void ranksAreRecords();
    void bundledDossierAnswers_data();
    void bundledDossierAnswers();
    void unreadableFilesAreNamed();

private:
    QString bundled() const { return m_sample.path("russia-iran.dossier"); }

    Sample m_sample;
};

void TestQuestions::initTestCase() {
    const QString tables = ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran";
    QCOMPARE(call({"import", "--from", "csv", tables, "--output", bundled()}).code, 0);
}

void TestQuestions::pathsInText_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("lines");
    QTest::newRow("at a moment") << QStringList{"duma", "britain", "--moment", "1900"} << QString();
    QTest::newRow("one tie, possible")
        << QStringList{"duma", "britain", "--moment", "1910"}
        << "1910-12-31\tduma\tbritain\tDuma – Britain, in talks with, alleged, possible, from c. 1906, end "
           "unknown\tletter-1\n";
    QTest::newRow("certain")
        << QStringList{"duma", "britain", "--moment", "1910", "--certain"}
        << "1910-12-31\tduma\trussia\tDuma – Russia, part of\tbook-p2\n"
           "1910-12-31\trussia\tbritain\tRussia – Britain, Pact of 1907, in force, since 31 Aug 1907, until 31 Jan "
           "1918\tbook-p1\n";
    QTest::newRow("of the opening view") << QStringList{"britain", "russia"}
                                         << "1907-08-31\tbritain\trussia\tBritain – Russia, Pact of 1907, in force, "
                                            "since 31 Aug 1907, until 31 Jan 1918\tbook-p1\n";
    QTest::newRow("to an agreement") << QStringList{"britain", "pact"}
                                     << "1907-08-31\tbritain\tpact\tBritain – Pact of 1907, party to, in force, since "
                                        "31 Aug 1907\tbook-p1\n";
    QTest::newRow("in time") << QStringList{"russia", "britain", "--in-time"}
                             << "-\trussia\tduma\tDuma – Russia, part of\tbook-p2\n"
                                "1906-01-01\tduma\tbritain\tDuma – Britain, in talks with, alleged, possible, from c. "
                                "1906, end unknown\tletter-1\n";
}

void TestQuestions::pathsInText() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = call(QStringList{"path", m_sample.dossier()} + arguments);
    QTEST(outcome.out, "lines");
    QCOMPARE(outcome.code, outcome.out.isEmpty() ? 1 : 0);
}

void TestQuestions::pathsAreRecords() {
    const Outcome outcome = call({"path", m_sample.dossier(), "britain", "russia", "--json"});
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.out,
             QString(R"({"citations":["book-p1"],"day":"1907-08-31","from":"britain","key":"pact",)"
                     R"("periods":["ru-pact-1","gb-pact-1"],"presence":"certain","status":"in-force","step":1,)"
                     R"("to":"russia","type":"agreement",)"
                     R"("words":"Britain – Russia, Pact of 1907, in force, since 31 Aug 1907, until 31 Jan 1918"})"
                     "\n"));
    const Outcome inTime = call({"path", m_sample.dossier(), "russia", "britain", "--in-time", "--json"});
    QCOMPARE(inTime.members("day"), (QStringList{"null", "1906-01-01"}));
    QCOMPARE(inTime.members("type"), (QStringList{"part-of", "talks"}));
    QCOMPARE(inTime.members("key"), (QStringList{"null", "duma-talks"}));
}

void TestQuestions::noPathIsAFinding_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("at a moment") << QStringList{"russia", "britain", "--moment", "1905"}
                                 << "No path joins russia and britain on 1905-12-31.";
    QTest::newRow("filtered") << QStringList{"russia", "britain", "--in-time", "--filter", "tenor=conflict"}
                              << "No path in time leads from russia to britain.";
}

void TestQuestions::noPathIsAFinding() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = call(QStringList{"path", m_sample.dossier()} + arguments);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QFETCH(QString, sentence);
    QCOMPARE(outcome.errors, "entente: " + sentence + '\n');
}

void TestQuestions::wrongEndsAreRefused_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("problem");
    QTest::newRow("unknown") << "russia"
                             << "nobody"
                             << "has the key \"nobody\".";
    QTest::newRow("an event") << "signed"
                              << "russia"
                              << "\"signed\" is not an actor.";
    QTest::newRow("the same twice") << "russia"
                                    << "russia"
                                    << "A path needs two actors; both are \"russia\".";
}

void TestQuestions::wrongEndsAreRefused() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, problem);
    const Outcome outcome = call({"path", m_sample.dossier(), from, to});
    QCOMPARE(outcome.code, 64);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.errors.contains(problem), qPrintable(outcome.errors));
}

void TestQuestions::comparesInText() {
    const Outcome outcome = call({"compare", m_sample.dossier(), "--moment", "1905", "--moment", "1920"});
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out,
             QString("duma-talks-1\tperhaps new since 31 Dec 1905: Duma – Britain, in talks with, from c. 1906, end "
                     "unknown, alleged\n"
                     "ru-pact-1\tbetween 31 Dec 1905 and 31 Dec 1920: Russia – Pact of 1907, party to, 31 Aug 1907 – "
                     "Jan 1918, in force, begun by Pact\n"
                     "gb-pact-1\tnew since 31 Dec 1905: Britain – Pact of 1907, party to, since 31 Aug 1907, in force, "
                     "begun by Pact\n"));
    QCOMPARE(call({"compare", m_sample.dossier(), "--moment", "1920", "--moment", "1905"}).out, outcome.out);
}

void TestQuestions::comparisonsAreRecords() {
    const Outcome outcome = call({"compare", m_sample.dossier(), "--moment", "1905", "--moment", "1910", "--json"});
    QCOMPARE(outcome.members("period"), (QStringList{"duma-talks-1", "ru-pact-1", "gb-pact-1"}));
    QCOMPARE(outcome.members("difference"), (QStringList{"new", "new", "new"}));
    QCOMPARE(outcome.members("certain"), (QStringList{"false", "true", "true"}));
    QCOMPARE(outcome.members("begins"), (QStringList{"certain", "certain", "certain"}));
    QCOMPARE(outcome.members("ends"), (QStringList{"none", "none", "none"}));
    QCOMPARE(outcome.members("begun_by"), (QStringList{"null", "signed", "signed"}));
    QCOMPARE(outcome.records()[1]["citations"].toArray(), (QJsonArray{"book-p1"}));
    QCOMPARE(call({"compare", m_sample.dossier(), "--moment", "1905", "--moment", "1910", "--json", "--filter",
                   "kind=talks"})
                 .members("period"),
             QStringList{"duma-talks-1"});
}

void TestQuestions::nothingChangesOnOneDay() {
    const Outcome outcome = call({"compare", m_sample.dossier(), "--moment", "1910", "--moment", "1910"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out + outcome.errors, QString());
}

void TestQuestions::ranksInText() {
    QCOMPARE(call({"central", m_sample.dossier(), "--moment", "1910"}).out,
             QString("britain\t2\t0.000\t1.125\nduma\t2\t0.000\t1.125\nrussia\t2\t0.000\t1.125\n"));
    QCOMPARE(call({"central", m_sample.dossier(), "--moment", "1905", "--moment", "1920"}).lines().first(),
             "1905-12-31\tduma\t1\t0.000\t1.000");
}

void TestQuestions::ranksAreRecords() {
    const Outcome outcome = call({"central", m_sample.dossier(), "--moment", "1910", "--json"});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines().first(), QString(R"({"betweenness":0,"constraint":1.125,"degree":2,"key":"britain",)"
                                              R"("moment":"1910-12-31","name":"Britain"})"));
}

void TestQuestions::bundledDossierAnswers_data() {
    QTest::addColumn<QStringList>("arguments"); // FILE stands for the bundled dossier
    QTest::addColumn<QStringList>("lines");     // beginnings of the first lines
    QTest::newRow("path") << QStringList{"path", "FILE", "khatami", "putin", "--moment", "2002"}
                          << QStringList{
                                 "2002-12-31\tkhatami\tiran\tKhatami – Iran, president, held, 3 Aug 1997 – 3 Aug "
                                 "2005\t",
                                 "2002-12-31\tiran\trussia\tIran – Russia, Treaty of 2001, in force, 12 Mar "
                                 "2001 – 2 Oct 2025?\t",
                                 "2002-12-31\trussia\tputin\tRussia – Putin, president, held, 7 May 2000 – 7 "
                                 "May 2008\t"};
    QTest::newRow("path in time") << QStringList{"path", "FILE", "khatami", "pezeshkian", "--in-time"}
                                  << QStringList{"1997-08-03\tkhatami\tiran\t", "2024-07-28\tiran\tpezeshkian\t"};
    QTest::newRow("comparison") << QStringList{"compare", "FILE", "--moment", "2015-07-14", "--moment", "2018-05-08"}
                                << QStringList{
                                       "ru-supports-syria-1\tnew since 14 Jul 2015: Russia – Syria, ",
                                       "saudi-iran-1\tnew since 14 Jul 2015: Saudi Arabia – Iran, ",
                                       "us-sanctions-iran-1\tchanged since 14 Jul 2015: United States – Iran, ",
                                       "trump-office-1\tnew since 14 Jul 2015: Trump – United States, ",
                                       "us-party-2015-1\tgone since 14 Jul 2015: United States – Nuclear deal, ",
                                       "united-states-member-1\tgone since 14 Jul 2015: ",
                                       "ru-backs-iran-deal-1\tnew since 14 Jul 2015: Russia – Iran, ",
                                       "us-sanctions-iran-2\tchanged since 14 Jul 2015: "};
    QTest::newRow("centrality") << QStringList{"central", "FILE"}
                                << QStringList{"russia\t8\t", "iran\t7\t", "agreement-2015\t6\t"};
}

void TestQuestions::bundledDossierAnswers() {
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, lines);
    const Outcome outcome = call(arguments.replaceInStrings("FILE", bundled()));
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(outcome.lines().value(i).startsWith(lines[i]), qPrintable(outcome.out));
    if (arguments.first() != "central")
        QCOMPARE(outcome.lines().size(), lines.size());
}

void TestQuestions::unreadableFilesAreNamed() {
    for (const QStringList& arguments : {QStringList{"path", "/none.dossier", "a", "b"},
                                         {"compare", "/none.dossier", "--moment", "2001", "--moment", "2002"},
                                         {"central", "/none.dossier"}}) {
        const Outcome outcome = call(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.errors.contains("none.dossier"));
    }
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
