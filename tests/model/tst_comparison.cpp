#include "db/model/comparison.h"
#include "tests/model/support_ties.h"

#include <QTest>

using namespace entente::model;
using namespace entente::test;

/// Two moments side by side.
class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatBecameOfPeriods_data();
    void tellsWhatBecameOfPeriods();
    void ordersByDay();
    void unitesNetworks_data();
    void unitesNetworks();
    void leavesOutWhatIsFiltered();
    void copesWithNothing();
};

static QString wordOf(Difference difference) {
    const QStringList words = {"same", "new", "gone", "changed", "passed"};
    return words[static_cast<qsizetype>(difference)];
}

static QString wordOf(Presence presence) {
    const QStringList words = {"no", "perhaps", "yes"};
    return words[static_cast<qsizetype>(presence)];
}

/// "new yes no" for what begins certainly and does not end; "new? perhaps no" if it is only perhaps new.
static QString textOf(const PeriodDifference& each) {
    const QString difference = wordOf(each.difference) + (each.isCertain ? "" : "?");
    return QStringList{difference, wordOf(each.begins), wordOf(each.ends)}.join(' ');
}

void TestComparison::tellsWhatBecameOfPeriods_data() {
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("expected"); // between 2005-01-01 and 2010-01-01
    const auto row = [](const char* name, const char* period, const char* expected) {
        QTest::newRow(name) << period << expected;
    };
    row("begins", "2007-01-01/..", "new yes no");
    row("begins the day after", "2005-01-02/..", "new yes no");
    row("begins on the later day", "2010-01-01/..", "new yes no");
    row("began on the earlier day", "2005-01-01/..", "");
    row("begins later", "2010-01-02/..", "");
    row("ends", "2001-01-01/2007-01-01", "gone no yes");
    row("ends on the later day", "2001-01-01/2010-01-01", "gone no yes");
    row("ended on the earlier day", "2001-01-01/2005-01-01", "");
    row("ends later", "2001-01-01/2010-01-02", "");
    row("comes and goes", "2006-01-01/2007-01-01", "passed yes yes");
    row("one day", "2007-01-01/2007-01-01", "passed yes yes");
    row("the earlier day alone", "2005-01-01/2005-01-01", "gone no yes");
    row("the later day alone", "2010-01-01/2010-01-01", "new yes no");
    row("begins in a year between", "2007/..", "new yes no");
    row("perhaps began on the earlier day", "2005/..", "new? perhaps no");
    row("perhaps begins later", "2010/..", "new? perhaps no");
    row("perhaps began before", "200X/..", "new? perhaps no");
    row("perhaps ends later", "2001-01-01/2010", "gone? no perhaps");
    row("perhaps begins and perhaps ends", "[2001..2012]/[2006..2015]", "gone? perhaps perhaps");
    row("begins by a day", "[..2007-01-01]/..", "new? perhaps no");
    row("ends not before a day", "2001-01-01/[2007-01-01..]", "gone? no perhaps");
    row("unknown start", "/..", "");
    row("unknown start, known end", "/2007-01-01", "gone? no yes");
    row("unknown end", "2001-01-01/", "");
    row("begins, unknown end", "2007-01-01/", "new? yes no");
    row("open start", "../2007-01-01", "gone no yes");
    row("always", "../..", "");
    row("nothing known", "XXXX/XXXX", "");
    row("backwards", "2008-01-01/2007-01-01", "");
}

void TestComparison::tellsWhatBecameOfPeriods() {
    QFETCH(QString, period);
    const Dossier dossier = dossierOfTies("a allies b " + period + " held");
    const Comparison comparison = compare(dossier, day("2005-01-01"), day("2010-01-01"));
    QStringList found;
    for (const PeriodDifference& each : comparison.periods)
        found.append(textOf(each));
    QTEST(found.join(", "), "expected");
}

void TestComparison::ordersByDay() {
    const Dossier dossier = dossierOfTies("a allies b 2008-01-01/.. held\nc allies b 2001/2007-01-01 held\n"
                                          "d allies b 2006-01-01/2009-01-01 held\ne allies b 2006-01-01/.. held");
    QStringList keys;
    for (const PeriodDifference& each : compare(dossier, day("2010-01-01"), day("2005-01-01")).periods)
        keys.append(dossier.period(each.period).key);
    QCOMPARE(keys.join(' '), QString("period-3 period-4 period-2 period-1"));
}

void TestComparison::unitesNetworks_data() {
    QTest::addColumn<QString>("ties");
    QTest::addColumn<QString>("expected"); // between 2005-01-01 and 2010-01-01
    const auto row = [](const char* name, const char* ties, const char* expected) {
        QTest::newRow(name) << ties << expected;
    };
    row("each once", "a allies b 2001/.. held\nb warns a 2001/2007 held\nc allies a 2007/.. held\nb part-of c",
        "a allies b same, b warns a gone, c allies a new, b part-of c same");
    row("neither day", "a allies b 2006/2007 held\nc warns b 2001/2002 held", "");
    row("another state", "a allies b 2001/2007 proposed\na allies b 2007/.. in-force", "a allies b changed");
    row("another time", "a allies b 2001/2006 held\na allies b 2008/.. held", "a allies b changed");
    row("perhaps new", "a allies b 2007/ held", "a allies b new?");
    row("perhaps both times", "a allies b /.. held", "a allies b same");
    row("an agreement of the same two", "a party treaty 2001/.. held\nb party treaty 2001/.. held",
        "a [treaty] b same");
    row("an agreement that ended", "a party treaty 2001/2006 held\nb party treaty 2001/2006 held", "a [treaty] b gone");
    row("a third party joins", "a party treaty 2001/.. held\nb party treaty 2001/.. held\nc party treaty 2007/.. held",
        "a party treaty same, b party treaty same, c party treaty new; treaty");
    row("a third party leaves",
        "a party treaty 2001/.. held\nb party treaty 2001/.. held\nc party treaty 2001/2006 held",
        "a party treaty same, b party treaty same, c party treaty gone; treaty");
    row("a party is replaced",
        "a party treaty 2001/.. held\nb party treaty 2001/2006 held\nc party treaty 2007/.. held",
        "a party treaty same, b party treaty gone, c party treaty new; treaty");
}

void TestComparison::unitesNetworks() {
    QFETCH(QString, ties);
    const Dossier dossier = dossierOfTies(ties);
    const Comparison comparison = compare(dossier, day("2005-01-01"), day("2010-01-01"));
    QCOMPARE(comparison.ties.size(), comparison.network.ties.size());
    QStringList found, nodes;
    for (qsizetype i = 0; i < comparison.ties.size(); ++i) {
        const QStringList words = entente::test::textOf(dossier, {comparison.network.ties[i]}).trimmed().split(' ');
        const TieDifference& each = comparison.ties[i];
        found.append(words.mid(0, 3).join(' ') + ' ' + wordOf(each.difference) + (each.isCertain() ? "" : "?"));
        for (const ActorId end : {comparison.network.ties[i].from, comparison.network.ties[i].to})
            QVERIFY(comparison.network.onStage[end.index]);
    }
    for (qsizetype i = 0; i < comparison.network.agreementNode.size(); ++i)
        if (comparison.network.agreementNode[i])
            nodes.append(dossier.actor(ActorId(i)).key);
    QTEST(found.join(", ") + (nodes.isEmpty() ? "" : "; " + nodes.join(' ')), "expected");
    QCOMPARE(comparison.network.moment, day("2010-01-01"));
}

void TestComparison::leavesOutWhatIsFiltered() {
    const Dossier dossier = dossierOfTies("a allies b 2007/.. held\na warns b 2007/.. held");
    const Comparison comparison = compare(dossier, day("2005-01-01"), day("2010-01-01"), *Filter::parse(u"kind=warns"));
    QCOMPARE(comparison.periods.size(), 1);
    QCOMPARE(dossier.period(comparison.periods.first().period).key, QString("period-2"));
    QCOMPARE(comparison.ties.size(), 1);
}

void TestComparison::copesWithNothing() {
    const Comparison comparison = compare(Dossier(Tables{}), day("2005-01-01"), day("2010-01-01"));
    QVERIFY(comparison.periods.isEmpty());
    QVERIFY(comparison.ties.isEmpty());
    const Dossier dossier = dossierOfTies("a allies b 2007/.. held");
    QVERIFY(compare(dossier, beforeAllDays, beforeAllDays).periods.isEmpty());
    QCOMPARE(compare(dossier, afterAllDays, beforeAllDays).periods.size(), 1);
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
