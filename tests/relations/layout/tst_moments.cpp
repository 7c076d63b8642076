#include "app/relations/layout/moments.h"

#include <QTest>

using namespace entente::relations;
using entente::model::Day;

/// How layouts do on single days.
class TestMoments : public QObject {
    Q_OBJECT

private slots:
    void crossingsOfOneDayCount();
    void threeCrossingsAreAllowed();
    void smallestAngleIsFound_data();
    void smallestAngleIsFound();
    void whatIsHiddenDoesNotCount();
    void oddLinksDoNoHarm();
    void manyDaysAreLookedAtHereAndThere();
};

namespace {

Link link(int from, int to, std::optional<Day> first = {}, std::optional<Day> last = {}) {
    return {from, to, {{first, last}}};
}

/// Two rows of bodies, facing one another.
PlaceInput rows(int count) {
    PlaceInput input;
    input.bodies.resize(2 * count);
    return input;
}

Spots spotsOfRows(int count) {
    Spots spots;
    for (const double y : {0.0, 100.0}) {
        for (int i = 0; i < count; ++i)
            spots.emplace_back(100.0 * i, y);
    }
    return spots;
}

} // namespace

/// Of six ties that all cross, three hold on one day and three on another.
void TestMoments::crossingsOfOneDayCount() {
    constexpr int count = 6;
    PlaceInput input = rows(count);
    for (int i = 0; i < count; ++i)
        input.links << link(i, 2 * count - 1 - i, i < 3 ? 0 : 10, i < 3 ? 10 : 20);
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 0.0); // three cross on either
    input.links << link(2, 9, 10, 20);                                // a fourth on the later one
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 3.0);
    input.links << link(2, 9, 10, 20); // and one beside it
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 6.0);
}

void TestMoments::threeCrossingsAreAllowed() {
    constexpr int count = 30;
    PlaceInput input = rows(count);
    for (int i = 0; i < 4; ++i)
        input.links << link(i, count + 3 - i, 0, 10);
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 3.0); // 6, of which 3 are allowed
    for (int i = 4; i < count; ++i)
        input.links << link(i, count + i, 0, 10);
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 6 - 0.15 * count);
}

void TestMoments::smallestAngleIsFound_data() {
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("share");
    QTest::newRow("wide") << 90.0 << 1.0;
    QTest::newRow("as wide as it must be") << 12.0 << 1.0;
    QTest::newRow("half of that") << 6.0 << 0.5;
    QTest::newRow("none") << 0.0 << 0.0;
    QTest::newRow("on the other side") << -3.0 << 0.25;
    QTest::newRow("opposite") << 180.0 << 1.0;
}

void TestMoments::smallestAngleIsFound() {
    QFETCH(double, degrees);
    QFETCH(double, share);
    PlaceInput input;
    input.bodies.resize(3);
    input.links << link(0, 1, 0, 10) << link(2, 0, 5, 20) << link(0, 1, 0, 10);
    for (const double turn : {0.0, 77.0, 180.0, 271.0}) {
        const auto at = [&](double angle) {
            const double radians = (angle + turn) * M_PI / 180;
            return QPointF(300 + 100 * std::cos(radians), 200 + 100 * std::sin(radians));
        };
        const Spots spots{{300, 200}, at(0), at(degrees)};
        QVERIFY(std::abs(worstMoments(input, spots).angle - share) < 1e-6);
    }
}

void TestMoments::whatIsHiddenDoesNotCount() {
    PlaceInput input;
    input.bodies.resize(3);
    input.bodies[2].hidden = true;
    input.links << link(0, 1, 0, 10) << link(0, 2, 0, 10);
    QCOMPARE(worstMoments(input, {{0, 0}, {100, 0}, {50, 0}}).angle, 1.0);
    input.bodies[2].hidden = false;
    QCOMPARE(worstMoments(input, {{0, 0}, {100, 0}, {50, 0}}).angle, 0.0);
}

void TestMoments::oddLinksDoNoHarm() {
    PlaceInput input;
    QCOMPARE(worstMoments(input, {}).crossings, 0.0);
    input.bodies.resize(2);
    input.links << link(0, 0, 0, 10) << link(-1, 1, 0, 10) << link(0, 7, 0, 10) << link(0, 1) << Link();
    const WorstMoments worst = worstMoments(input, {{0, 0}, {0, 0}});
    QCOMPARE(worst.crossings, 0.0);
    QCOMPARE(worst.angle, 1.0);
}

void TestMoments::manyDaysAreLookedAtHereAndThere() {
    PlaceInput input;
    input.bodies.resize(3);
    for (int day = 0; day < 2000; ++day)
        input.links << link(0, 1 + day % 2, day, day + 1000);
    QCOMPARE(worstMoments(input, {{0, 0}, {100, 0}, {100, 0}}).angle, 0.0);
}

QTEST_APPLESS_MAIN(TestMoments)
#include "tst_moments.moc"
