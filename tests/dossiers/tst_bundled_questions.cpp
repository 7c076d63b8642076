#include "db/model/comparison.h"
#include "tests/dossiers/support_bundled.h"
#include "tests/model/support_paths.h"

#include <QTest>

using namespace entente::model;
using namespace entente::dossiers;
using namespace entente::test;

/// What one can ask of the bundled dossier's network: how two actors hang together, what changed between two days.
class TestBundledQuestions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void shortestPathsAreShortest_data();
    void shortestPathsAreShortest();
    void foremostPathsAreForemost_data();
    void foremostPathsAreForemost();
    void periodsThatBeginOrEndAreListed_data();
    void periodsThatBeginOrEndAreListed();
    void tiesAreMarked_data();
    void tiesAreMarked();
    void differencesNameTheirEvents();

private:
    QString keyOf(const Tie& tie) const;

    DossierPointer m_dossier;
};

static Day day(const char* date) {
    return *momentOf(*Edtf::parse(QString::fromLatin1(date)));
}

static QString wordOf(Difference difference) {
    const QStringList words = {"same", "new", "gone", "changed", "passed"};
    return words[static_cast<qsizetype>(difference)];
}

void TestBundledQuestions::initTestCase() {
    m_dossier = readBundled().dossier;
    QVERIFY(m_dossier);
}

void TestBundledQuestions::shortestPathsAreShortest_data() {
    QTest::addColumn<QString>("moment");
    for (const char* moment :
         {"2001-03-12", "2010-01-01", "2015-07-14", "2018-05-08", "2020-07-15", "2025-06-22", "2025-10-02"})
        QTest::newRow(moment) << moment;
}

void TestBundledQuestions::shortestPathsAreShortest() {
    QFETCH(QString, moment);
    BruteForce slow(*m_dossier);
    const Day on = day(qPrintable(moment));
    const qsizetype count = m_dossier->tables().actors.size();
    int joined = 0;
    for (qsizetype i = 0; i < count * count; ++i) {
        const ActorId from(i / count), to(i % count);
        const auto path = pathAt(*m_dossier, on, from, to);
        const auto best = slow.at(on, from, to, Presence::Possible);
        QCOMPARE(actorsOf(*m_dossier, from, path), best.value(to, {0, 0, {"none"}, {}}).keys);
        if (path)
            QCOMPARE(faultOf(*m_dossier, from, to, *path), QString());
        joined += path && from != to ? 1 : 0;
    }
    QVERIFY(joined > 50);
}

void TestBundledQuestions::foremostPathsAreForemost_data() {
    QTest::addColumn<Presence>("least");
    QTest::addColumn<QString>("notBefore");
    QTest::newRow("possible") << Presence::Possible << QString();
    QTest::newRow("certain") << Presence::Certain << QString();
    QTest::newRow("from 2016 on") << Presence::Possible << "2016-06-01";
}

void TestBundledQuestions::foremostPathsAreForemost() {
    QFETCH(Presence, least);
    QFETCH(QString, notBefore);
    const std::optional<Day> start = notBefore.isEmpty() ? std::optional<Day>() : day(qPrintable(notBefore));
    BruteForce slow(*m_dossier);
    const qsizetype count = m_dossier->tables().actors.size();
    int joined = 0;
    for (qsizetype i = 0; i < count * count; ++i) {
        const ActorId from(i / count), to(i % count);
        const auto path = pathInTime(*m_dossier, from, to, {{}, least, start});
        const Best best = slow.inTime(from, to, least, start).value(to, {0, 0, {"none"}, {}});
        QCOMPARE(actorsOf(*m_dossier, from, path), best.keys);
        if (!path)
            continue;
        QCOMPARE(arrivalOf(*path), from == to ? std::optional<Day>() : best.day);
        QCOMPARE(faultOf(*m_dossier, from, to, *path), QString());
        joined += from != to ? 1 : 0;
    }
    QVERIFY(joined > 200);
}

void TestBundledQuestions::periodsThatBeginOrEndAreListed_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected"); // period and what became of it, "?" if perhaps
    QTest::newRow("2001 and 2025") << "2001-03-12"
                                   << "2025-10-02"
                                   << QStringList{"ru-party-2001-1 gone",
                                                  "ir-party-2001-1 gone",
                                                  "ir-party-2015-1 new",
                                                  "ru-party-2015-1 new",
                                                  "cn-party-2015-1 new",
                                                  "fr-party-2015-1 new",
                                                  "de-party-2015-1 new",
                                                  "uk-party-2015-1 new",
                                                  "us-party-2015-1 passed",
                                                  "ru-party-2025-1 passed",
                                                  "ru-party-2025-2 passed",
                                                  "ru-party-2025-3 new",
                                                  "ir-party-2025-1 passed",
                                                  "ir-party-2025-2 passed",
                                                  "ir-party-2025-3 new",
                                                  "supersedes-2001-1 new",
                                                  "putin-signs-2025-1 new",
                                                  "pezeshkian-signs-2025-1 new",
                                                  "khatami-office-1 gone",
                                                  "rouhani-office-1 passed",
                                                  "pezeshkian-office-1 new",
                                                  "putin-office-1 changed",
                                                  "putin-office-2 changed",
                                                  "trump-office-1 passed",
                                                  "trump-office-2 new",
                                                  "assad-office-1 gone",
                                                  "lavrov-office-1 new",
                                                  "zarif-office-1 passed",
                                                  "ghalibaf-office-1 new",
                                                  "china-member-1 new",
                                                  "france-member-1 new",
                                                  "germany-member-1 new",
                                                  "russia-member-1 new",
                                                  "united-kingdom-member-1 new",
                                                  "united-states-member-1 passed",
                                                  "ru-supports-syria-1 passed",
                                                  "ir-supports-syria-1 passed",
                                                  "ru-backs-iran-deal-1 new",
                                                  "us-sanctions-iran-1 changed?",
                                                  "us-sanctions-iran-2 changed?",
                                                  "west-sanctions-russia-1 new",
                                                  "information-security-1 new",
                                                  "russia-iran-trade-1 new",
                                                  "israel-iran-hostilities-1 passed",
                                                  "us-strikes-iran-1 passed",
                                                  "russia-warns-israel-1 passed",
                                                  "saudi-iran-1 passed",
                                                  "saudi-iran-wary-1 new",
                                                  "ria-reports-1 passed"};
    QTest::newRow("2015 and 2018") << "2015-07-14"
                                   << "2018-05-08"
                                   << QStringList{"us-party-2015-1 gone",        "trump-office-1 new",
                                                  "united-states-member-1 gone", "ru-supports-syria-1 new",
                                                  "ru-backs-iran-deal-1 new",    "us-sanctions-iran-1 changed",
                                                  "us-sanctions-iran-2 changed", "saudi-iran-1 new"};
    QTest::newRow("a day and the same") << "2015-07-14"
                                        << "2015-07-14" << QStringList();
}

void TestBundledQuestions::periodsThatBeginOrEndAreListed() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, expected);
    const Comparison comparison = compare(*m_dossier, day(qPrintable(before)), day(qPrintable(after)));
    QStringList found;
    for (const PeriodDifference& each : comparison.periods)
        found.append(m_dossier->period(each.period).key + ' ' + wordOf(each.difference) + (each.isCertain ? "" : "?"));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    const Comparison backwards = compare(*m_dossier, day(qPrintable(after)), day(qPrintable(before)));
    QCOMPARE(backwards.periods, comparison.periods);
    QCOMPARE(backwards.ties, comparison.ties);
}

QString TestBundledQuestions::keyOf(const Tie& tie) const {
    return m_dossier->keyOf(tie.subject());
}

void TestBundledQuestions::tiesAreMarked_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("2015 and 2018") << "2015-07-14"
                                   << "2018-05-08"
                                   << "us-party-2015 gone, trump-office new, united-states-member gone, "
                                      "ru-supports-syria new, ru-backs-iran-deal new, us-sanctions-iran changed, "
                                      "saudi-iran new";
    QTest::newRow("proposed and in force") << "2021-02-08"
                                           << "2025-10-02"
                                           << "rouhani-office gone, pezeshkian-office new, trump-office new, "
                                              "assad-office gone, zarif-office gone, ru-supports-syria gone, "
                                              "ir-supports-syria gone, russia-iran-trade new, saudi-iran gone, "
                                              "saudi-iran-wary new, agreement-2001 gone, agreement-2025 changed";
}

void TestBundledQuestions::tiesAreMarked() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Comparison comparison = compare(*m_dossier, day(qPrintable(before)), day(qPrintable(after)));
    QCOMPARE(comparison.ties.size(), comparison.network.ties.size());
    QStringList marked;
    for (qsizetype i = 0; i < comparison.ties.size(); ++i)
        if (comparison.ties[i].difference != Difference::Same)
            marked.append(keyOf(comparison.network.ties[i]) + ' ' + wordOf(comparison.ties[i].difference));
    QTEST(marked.join(", "), "expected");
}

void TestBundledQuestions::differencesNameTheirEvents() {
    const Comparison comparison = compare(*m_dossier, day("2015-07-14"), day("2018-05-08"));
    const PeriodDifference& first = comparison.periods.first();
    QCOMPARE(m_dossier->period(first.period).key, QString("ru-supports-syria-1"));
    QCOMPARE(m_dossier->keyOf(m_dossier->period(first.period).begunBy), QString("russian-campaign-syria"));
    QCOMPARE(first.begins, Presence::Certain);
    QCOMPARE(first.ends, Presence::None);
    for (const PeriodDifference& each : comparison.periods)
        QVERIFY(!m_dossier->period(each.period).citations.isEmpty());
}

QTEST_APPLESS_MAIN(TestBundledQuestions)
#include "tst_bundled_questions.moc"
