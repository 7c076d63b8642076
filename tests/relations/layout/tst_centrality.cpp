#include "app/relations/layout/centrality.h"
#include "tests/relations/layout/support_dossier.h"

#include <QTest>

using namespace entente;
using namespace entente::relations;

/// Who is central: measures against values computed by hand.
class TestCentrality : public QObject {
    Q_OBJECT

private slots:
    void measuresSmallGraphs_data();
    void measuresSmallGraphs();
    void countsWhatIsThere();
    void copesWithFewAndManyWithoutTies_data();
    void copesWithFewAndManyWithoutTies();
    void ranks();
    void followsTime();
    void takesSomeOfManyMoments();
    void canBeStopped();
    void isTheSameAgain();
};

/// Actors "0", "1", …, and ties between them, "0-1 1-2", that hold from 2001 on.
static model::DossierPointer dossierOf(int actors, const QString& ties) {
    Builder builder;
    for (int i = 0; i < actors; ++i)
        builder.actor(QString::number(i), model::ActorKind::State, QString::number(i));
    int number = 0;
    for (const QString& tie : ties.split(' ', Qt::SkipEmptyParts)) {
        const QString key = QString("tie-%1").arg(number++);
        builder.tie(key, tie.section('-', 0, 0), "allies", tie.section('-', 1, 1)).period(key, "2001", "..");
    }
    return builder.build();
}

static Centralities centralityOf(const model::Dossier& dossier, const QString& moment = "2010") {
    return centralityAt(model::networkAt(dossier, day(moment))).value();
}

void TestCentrality::measuresSmallGraphs_data() {
    QTest::addColumn<int>("actors");
    QTest::addColumn<QString>("ties");
    QTest::addColumn<QStringList>("expected"); // of each actor: degree betweenness constraint
    const QString leaf = "1 0.0000 1.0000";
    QTest::newRow("two") << 2 << "0-1" << QStringList{leaf, leaf};
    QTest::newRow("star of four") << 5 << "0-1 0-2 0-3 0-4" << QStringList{"4 1.0000 0.2500", leaf, leaf, leaf, leaf};
    // Paths of length 3: of the three pairs of others, two pass each inner actor.
    QTest::newRow("path of four") << 4 << "0-1 1-2 2-3"
                                  << QStringList{leaf, "2 0.6667 0.5000", "2 0.6667 0.5000", leaf};
    // Each pair of opposite actors has two shortest paths: half a pair of three.
    QTest::newRow("ring of four") << 4 << "0-1 1-2 2-3 3-0" << QStringList(4, "2 0.1667 0.5000");
    // Constraint of a triangle: each neighbour 1/2 + 1/2·1/2, squared, twice.
    QTest::newRow("triangle") << 3 << "0-1 1-2 2-0" << QStringList(3, "2 0.0000 1.1250");
    // The bridge's ends lie between two and three others, 6 of 10 pairs. Constraint of 2: two neighbours in its
    // triangle (1/3 + 1/3·1/2)² each, and the bridge (1/3)². Of 0: (1/2 + 1/2·1/3)² for 1, (1/2 + 1/2·1/2)² for 2.
    const QString corner = "2 0.0000 1.0069", end = "3 0.6000 0.6111";
    QTest::newRow("two triangles with a bridge")
        << 6 << "0-1 1-2 2-0 2-3 3-4 4-5 5-3" << QStringList{corner, corner, end, end, corner, corner};
    QTest::newRow("two apart") << 5 << "0-1 2-3" << QStringList{leaf, leaf, leaf, leaf, "0 0.0000 none"};
}

static QString textOf(const Centrality& centrality) {
    const QString constraint = centrality.constraint ? QString::number(*centrality.constraint, 'f', 4) : "none";
    return QString("%1 %2 %3").arg(centrality.degree).arg(centrality.betweenness, 0, 'f', 4).arg(constraint);
}

void TestCentrality::measuresSmallGraphs() {
    QFETCH(int, actors);
    QFETCH(QString, ties);
    QStringList found;
    const auto dossier = dossierOf(actors, ties);
    for (const Centrality& centrality : centralityOf(*dossier).actors)
        found << textOf(centrality);
    QTEST(found, "expected");
}

void TestCentrality::countsWhatIsThere() {
    Builder builder;
    for (const char* key : {"a", "b", "c", "d"})
        builder.actor(key, model::ActorKind::State, key);
    builder.tie("ab", "a", "allies", "b").period("ab", "2001", "..");
    builder.tie("ba", "b", "sanctions", "a").period("ba", "2001", ".."); // the same two actors once more
    builder.tie("aa", "a", "allies", "a").period("aa", "2001", "..");    // with itself
    builder.tie("ac", "a", "allies", "c").period("ac", "2001", "");      // possible
    builder.tie("ad", "a", "allies", "d").period("ad", "2001", "2005");  // ended
    const auto dossier = builder.build();
    const model::Network network = model::networkAt(*dossier, day("2010"));
    QCOMPARE(centralityAt(network)->actors[0].degree, 2);
    QCOMPARE(centralityAt(network)->actors[0].betweenness, 1.0);
    QCOMPARE(centralityAt(network, model::Presence::Certain)->actors[0].degree, 1);
    QCOMPARE(centralityAt(network)->actors[3], Centrality());
    QCOMPARE(centralityAt(network)->moment, day("2010"));
}

void TestCentrality::copesWithFewAndManyWithoutTies_data() {
    QTest::addColumn<int>("actors");
    for (const int actors : {0, 1, 2, 5000})
        QTest::addRow("%d", actors) << actors;
}

void TestCentrality::copesWithFewAndManyWithoutTies() {
    QFETCH(int, actors);
    const auto dossier = dossierOf(actors, {});
    const Centralities centralities = centralityOf(*dossier);
    QCOMPARE(centralities.actors, QList<Centrality>(actors));
    QVERIFY(ranked(*dossier, centralities).isEmpty());
    QCOMPARE(centralityOverTime(*dossier).value().size(), 0);
}

void TestCentrality::ranks() {
    const auto dossier = dossierOf(7, "0-1 1-2 2-0 2-3 3-4 4-5 5-3 5-4");
    QStringList keys;
    for (const model::ActorId actor : ranked(*dossier, centralityOf(*dossier)))
        keys << dossier->actor(actor).key;
    QCOMPARE(keys.join(' '), QString("2 3 0 1 4 5"));
}

void TestCentrality::followsTime() {
    Builder builder;
    for (const char* key : {"a", "b", "c"})
        builder.actor(key, model::ActorKind::State, key);
    builder.tie("ab", "a", "allies", "b").period("ab", "2001-01-01", "2005-01-01");
    builder.tie("bc", "b", "allies", "c").period("bc", "2003-01-01", "..");
    const auto series = centralityOverTime(*builder.build()).value();
    QStringList found;
    for (const Centralities& centralities : series)
        found << model::isoText(centralities.moment) + ' ' + textOf(centralities.of(model::ActorId(1)));
    QCOMPARE(found.join(", "), QString("2001-01-01 1 0.0000 1.0000, 2003-01-01 2 1.0000 0.5000, "
                                       "2005-01-01 1 0.0000 1.0000"));
}

void TestCentrality::takesSomeOfManyMoments() {
    const auto dossier = treatyDossier();
    const QList<model::Day> days = model::changeDays(*dossier);
    SeriesOptions options;
    options.mostMoments = 5;
    const auto series = centralityOverTime(*dossier, options).value();
    QCOMPARE(series.size(), 5);
    QCOMPARE(series.first().moment, days.first());
    QCOMPARE(series.last().moment, days.last());
    options.mostMoments = 1;
    QCOMPARE(centralityOverTime(*dossier, options).value().first().moment, days.last());
    QCOMPARE(centralityOverTime(*dossier).value().size(), days.size());
}

void TestCentrality::canBeStopped() {
    const auto dossier = treatyDossier();
    QList<double> shares;
    QVERIFY(centralityOverTime(*dossier, {}, [&](double share) {
        shares << share;
        return true;
    }));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.last(), 1.0);
    int asked = 0;
    QVERIFY(!centralityOverTime(*dossier, {}, [&](double) { return ++asked < 3; }));
    QCOMPARE(asked, 3);
    const model::Network network = model::networkAt(*dossier, day("2020"));
    QVERIFY(!centralityAt(network, model::Presence::Possible, [](double) { return false; }));
    QVERIFY(centralityAt(network)); // the library is none the worse for it
}

void TestCentrality::isTheSameAgain() {
    const auto dossier = treatyDossier();
    QCOMPARE(centralityOf(*dossier, "2020").actors, centralityOf(*dossier, "2020").actors);
}

QTEST_APPLESS_MAIN(TestCentrality)
#include "tst_centrality.moc"
