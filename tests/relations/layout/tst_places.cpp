#include "app/relations/layout/graphs.h"
#include "tests/relations/layout/support_dossier.h"

#include <QTest>
#include <cmath>

using namespace entente;
using namespace entente::relations;

class TestPlaces : public QObject {
    Q_OBJECT

private slots:
    void isFinite_data();
    void isFinite();
    void polesStandWhereTheyAreTo();
    void pinsHoldAndMoveNobodyElse();
    void peopleStandNearTheirState();
    void distancesAreWeightedByTime();
    void pathsOfNothing();
    void manyActors();
};

namespace {

PlaceInput inputOf(int bodies, const QList<std::pair<int, int>>& links) {
    PlaceInput input;
    for (int i = 0; i < bodies; ++i) {
        input.bodies << Body();
        input.bodies.last().size = QSizeF(40, 40);
    }
    for (const auto& [from, to] : links)
        input.links << Link{from, to, {{0, 1000}}};
    return input;
}

bool areInside(const QList<QPointF>& places) {
    return std::all_of(places.begin(), places.end(), [](QPointF place) {
        return place.x() >= 0 && place.x() <= 1 && place.y() >= 0 && place.y() <= 1;
    });
}

} // namespace

void TestPlaces::isFinite_data() {
    QTest::addColumn<int>("bodies");
    QTest::addColumn<QList<std::pair<int, int>>>("links");
    using Links = QList<std::pair<int, int>>;
    QTest::newRow("nobody") << 0 << Links{};
    QTest::newRow("one") << 1 << Links{};
    QTest::newRow("one, tied to itself") << 1 << Links{{0, 0}};
    QTest::newRow("two strangers") << 2 << Links{};
    QTest::newRow("two, tied twice") << 2 << Links{{0, 1}, {1, 0}, {0, 1}};
    QTest::newRow("ends that are not there") << 3 << Links{{0, 7}, {-1, 2}, {0, 1}};
    QTest::newRow("two islands") << 6 << Links{{0, 1}, {1, 2}, {3, 4}, {4, 5}};
    QTest::newRow("star") << 9 << Links{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}, {0, 7}, {0, 8}};
    QTest::newRow("more than fit") << 90 << Links{{0, 1}};
}

void TestPlaces::isFinite() {
    QFETCH(int, bodies);
    using Links = QList<std::pair<int, int>>;
    QFETCH(Links, links);
    const QList<QPointF> places = place(inputOf(bodies, links));
    QCOMPARE(places.size(), bodies);
    QVERIFY(areInside(places));
    QCOMPARE(place(inputOf(bodies, links)), places);
}

void TestPlaces::polesStandWhereTheyAreTo() {
    PlaceInput input = inputOf(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
    input.bodies[1].pole = model::Pole::Left;
    input.bodies[3].pole = model::Pole::Right;
    const QList<QPointF> places = place(input);
    QCOMPARE(places[1], QPointF(0.27, 0.5));
    QCOMPARE(places[3], QPointF(0.69, 0.5));
}

void TestPlaces::pinsHoldAndMoveNobodyElse() {
    Builder builder;
    for (const char* key : {"a", "b", "c", "d"})
        builder.actor(key, model::ActorKind::State, key, QString(key).toUpper());
    builder.tie("ab", "a", "trades", "b").period("ab", "2001", "..");
    builder.tie("cd", "c", "trades", "d").period("cd", "2001", "..");
    const Places before = placesOf(*builder.build(), plainMeasures());
    builder.pin("c", {0.9, 0.1});
    const Places after = placesOf(*builder.build(), plainMeasures());
    QCOMPARE(after.spots.size(), 4);
    for (int i : {0, 1, 3})
        QCOMPARE(after.spots[i].at, before.spots[i].at);
    QCOMPARE(after.spots[2].at, QPointF(0.9, 0.1));
    QVERIFY(after.spots[2].pinned && !after.spots[0].pinned);
}

void TestPlaces::peopleStandNearTheirState() {
    const auto dossier = treatyDossier();
    const Places places = placesOf(*dossier, plainMeasures());
    QHash<QString, QPointF> at;
    for (const Places::Spot& spot : places.spots)
        at[dossier->actor(spot.actor).key] = spot.at;
    QVERIFY(at["putin"].x() <= 0.31 && at["lavrov"].x() <= 0.31 && at["kremlin"].x() <= 0.31);
    QVERIFY(at["rouhani"].x() >= 0.66 && at["majlis"].x() >= 0.66);
    QVERIFY(QLineF(at["putin"], at["russia"]).length() < QLineF(at["putin"], at["iran"]).length());
}

void TestPlaces::distancesAreWeightedByTime() {
    // 0-1 throughout, 1-2 for the second quarter onwards; the last state of four counts as long as the mean of all.
    const QList<Link> links{{0, 1, {{0, 400}}}, {1, 2, {{100, 400}}}, {0, 2, {{200, 300}}}};
    const QList<double> distances = distancesOverTime(3, links);
    QCOMPARE(distances[0 * 3 + 1], 1.0);
    QCOMPARE(distances[1 * 3 + 0], 1.0);
    QCOMPARE(distances[0 * 3 + 2], (2.0 + 1.0 + 2.0) / 3);
}

void TestPlaces::pathsOfNothing() {
    QVERIFY(shortestPaths(0, {}).value().isEmpty());
    QVERIFY(!shortestPaths(2, {{0, -5}}).has_value());
    QVERIFY(!springLayout(2, {{0, 1}}, {}).has_value());
}

void TestPlaces::manyActors() {
    QList<std::pair<int, int>> links;
    for (int i = 1; i < 240; ++i)
        links << std::pair(i, i / 3);
    const QList<QPointF> places = place(inputOf(240, links));
    QVERIFY(areInside(places));
    QVERIFY(places[0] != places[100]);
    QCOMPARE(place(inputOf(240, links)), places);
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
