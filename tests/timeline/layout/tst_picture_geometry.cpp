#include "app/timeline/layout/dense_window.h"
#include "app/timeline/layout/picture_scene.h"
#include "app/timeline/layout/picture_stack.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente::timeline;

/// The pure parts of a picture: levels of marks, rows of lanes, the dense window and its wedge.
class TestPictureGeometry : public QObject {
    Q_OBJECT

private slots:
    void marksStandOnTheLowestFreeLevel_data();
    void marksStandOnTheLowestFreeLevel();
    void noTwoMarksMeet();
    void rowsGoWhereTheyGainMost_data();
    void rowsGoWhereTheyGainMost();
    void denseDaysAreFound_data();
    void denseDaysAreFound();
    void denseDaysExceedByMost();
    void theWindowHasAMargin();
    void wedgeJoinsCorners();
};

using Levels = QList<int>;

void TestPictureGeometry::marksStandOnTheLowestFreeLevel_data() {
    QTest::addColumn<QList<Footprint>>("footprints");
    QTest::addColumn<int>("most");
    QTest::addColumn<Levels>("levels");
    const Footprint early{{{0, 10}}, 1}, late{{{20, 30}}, 1}, across{{{5, 25}}, 1}, tall{{{0, 10}}, 2};
    QTest::newRow("none") << QList<Footprint>{} << 3 << Levels{};
    QTest::newRow("apart") << QList<Footprint>{early, late} << 3 << Levels{0, 0};
    QTest::newRow("ends that meet are apart") << QList<Footprint>{early, {{{10, 20}}, 1}} << 3 << Levels{0, 0};
    QTest::newRow("across both") << QList<Footprint>{early, late, across} << 3 << Levels{0, 0, 1};
    QTest::newRow("one place") << QList<Footprint>{early, early, early} << 3 << Levels{0, 1, 2};
    QTest::newRow("too many") << QList<Footprint>{early, early, early, late} << 2 << Levels{0, 1, -1, 0};
    QTest::newRow("over a tall one") << QList<Footprint>{tall, early} << 3 << Levels{0, 2};
    QTest::newRow("a tall one over") << QList<Footprint>{early, tall, early} << 9 << Levels{0, 1, 3};
    QTest::newRow("two stretches") << QList<Footprint>{{{{0, 1}, {40, 50}}, 1}, {{{45, 60}}, 1}} << 3 << Levels{0, 1};
    QTest::newRow("no level") << QList<Footprint>{early} << 0 << Levels{-1};
}

void TestPictureGeometry::marksStandOnTheLowestFreeLevel() {
    QFETCH(QList<Footprint>, footprints);
    QFETCH(int, most);
    QTEST(stacked(footprints, most), "levels");
}

void TestPictureGeometry::noTwoMarksMeet() {
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        QList<Footprint> footprints;
        for (int i = 0; i < 60; ++i) {
            const double from = random.bounded(300);
            footprints.append({{{from, from + 1 + random.bounded(30)}}, 1 + static_cast<int>(random.bounded(2))});
        }
        const Levels levels = stacked(footprints, 100);
        for (qsizetype i = 0; i < levels.size(); ++i)
            for (qsizetype j = 0; j < i; ++j) {
                const auto &a = footprints[i].stretches.first(), &b = footprints[j].stretches.first();
                const bool meet = a.first < b.second && b.first < a.second &&
                                  levels[i] < levels[j] + footprints[j].levels &&
                                  levels[j] < levels[i] + footprints[i].levels;
                QVERIFY(!meet);
            }
    }
}

void TestPictureGeometry::rowsGoWhereTheyGainMost_data() {
    QTest::addColumn<QList<QList<RowChoice>>>("choices");
    QTest::addColumn<double>("height");
    QTest::addColumn<Levels>("rows");
    const QList<RowChoice> crowded{{50, 900}, {60, 500}, {90, 100}, {120, 0}}, easy{{30, 400}, {60, 0}}, none{{30, 0}};
    QTest::newRow("nothing fits") << QList<QList<RowChoice>>{crowded, easy} << 10.0 << Levels{0, 0};
    QTest::newRow("the cheaper gain first") << QList<QList<RowChoice>>{crowded, easy} << 90.0 << Levels{1, 0};
    QTest::newRow("then equal gains in order") << QList<QList<RowChoice>>{crowded, easy} << 120.0 << Levels{2, 0};
    QTest::newRow("all") << QList<QList<RowChoice>>{crowded, none, easy} << 300.0 << Levels{3, 0, 1};
    QTest::newRow("a lower lane with more rows")
        << QList<QList<RowChoice>>{{{90, 900}, {60, 500}}} << 60.0 << Levels{1};
    QTest::newRow("a gain too small for a row") << QList<QList<RowChoice>>{{{30, 14}, {60, 0}}} << 90.0 << Levels{0};
}

void TestPictureGeometry::rowsGoWhereTheyGainMost() {
    QFETCH(QList<QList<RowChoice>>, choices);
    QFETCH(double, height);
    QTEST(chosenRows(choices, height), "rows");
}

void TestPictureGeometry::denseDaysAreFound_data() {
    QTest::addColumn<QList<double>>("days");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last"); // -1: there is none
    QTest::newRow("none") << QList<double>{} << -1.0 << -1.0;
    QTest::newRow("three") << QList<double>{50, 50, 50} << -1.0 << -1.0;
    QTest::newRow("even") << QList<double>{0, 10, 20, 30, 40, 50, 60, 70, 80, 90} << -1.0 << -1.0;
    QTest::newRow("dense end") << QList<double>{0, 20, 40, 60, 90, 91, 92, 95} << 90.0 << 95.0;
    QTest::newRow("dense middle") << QList<double>{0, 30, 50, 51, 52, 53, 90} << 50.0 << 53.0;
    QTest::newRow("35 % is not enough") << QList<double>{0,  1,  20, 21, 35, 36, 50, 50, 50, 50,
                                                         50, 50, 50, 64, 65, 79, 80, 90, 91, 99}
                                        << -1.0 << -1.0;
    QTest::newRow("more than 35 % is") << QList<double>{0,  1,  20, 21, 35, 36, 50, 50, 50, 50,
                                                        50, 50, 50, 50, 65, 79, 80, 90, 91, 99}
                                       << 50.0 << 50.0;
    QTest::newRow("12 % is too much") << QList<double>{0, 40, 80, 92} << -1.0 << -1.0;
    QTest::newRow("just under 12 %") << QList<double>{0, 40, 80, 91.9} << 80.0 << 91.9;
    QTest::newRow("all on one day") << QList<double>{7, 7, 7, 7} << 7.0 << 7.0;
    QTest::newRow("of equals the earliest") << QList<double>{10, 11, 60, 61} << 10.0 << 11.0;
}

void TestPictureGeometry::denseDaysAreFound() {
    QFETCH(QList<double>, days);
    QFETCH(double, first);
    QFETCH(double, last);
    std::sort(days.begin(), days.end());
    const auto dense = denseDays(days, {0, 100});
    QCOMPARE(dense.has_value(), last >= 0);
    if (dense) {
        QCOMPARE(dense->first, first);
        QCOMPARE(dense->last, last);
    }
}

/// Against all pairs of events.
void TestPictureGeometry::denseDaysExceedByMost() {
    QRandomGenerator random(3);
    int found = 0;
    for (int round = 0; round < 300; ++round) {
        QList<double> days;
        const int count = 4 + random.bounded(40);
        for (int i = 0; i < count; ++i)
            days.append(random.bounded(2) ? random.bounded(1000) : 700 + random.bounded(60));
        std::sort(days.begin(), days.end());
        double most = -1;
        for (int i = 0; i < count; ++i)
            for (int j = i; j < count; ++j)
                if (j - i + 1 > 0.35 * count && days[j] - days[i] < 120)
                    most = std::max(most, (j - i + 1.0) / count - (days[j] - days[i]) / 1000);
        const auto dense = denseDays(days, {0, 1000});
        QCOMPARE(dense.has_value(), most >= 0);
        if (!dense)
            continue;
        ++found;
        const auto inside = std::count_if(days.begin(), days.end(),
                                          [&](double day) { return day >= dense->first && day <= dense->last; });
        QVERIFY(static_cast<double>(inside) / count - dense->width() / 1000 > most - 1e-9);
        QVERIFY(dense->width() < 120);
    }
    QVERIFY(found > 100);
}

void TestPictureGeometry::theWindowHasAMargin() {
    const DaySpan inside = windowAround({500, 600}, {0, 1000});
    QCOMPARE(inside.first, 496);
    QCOMPARE(inside.last, 604);
    const DaySpan day = windowAround({999.5, 999.5}, {0, 1000});
    QCOMPARE(day.first, 998.5);
    QCOMPARE(day.last, 1000);
}

void TestPictureGeometry::wedgeJoinsCorners() {
    const QList<QPointF> wedge = wedgeBetween({70, 20, 10, 8}, {0, 60, 100, 50});
    QCOMPARE(wedge, (QList<QPointF>{{70, 28}, {80, 28}, {100, 60}, {0, 60}}));
}

QTEST_APPLESS_MAIN(TestPictureGeometry)
#include "tst_picture_geometry.moc"
