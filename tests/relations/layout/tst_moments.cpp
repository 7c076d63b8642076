#include "app/relations/layout/moments.h"

#include <QLineF>
#include <QTest>

using namespace entente::relations;
using entente::model::Day;

/// How layouts do on single days.
class TestMoments : public QObject {
    Q_OBJECT

private slots:
    void crossingsOfOneDayCount();
    void endedTiesCountToo();
    void threeCrossingsAreAllowed();
    void whatHasNotBegunAllowsNothing();
    void smallestAngleIsFound_data();
    void smallestAngleIsFound();
    void whatIsHiddenDoesNotCount();
    void oddLinksDoNoHarm();
    void manyDaysAreLookedAtHereAndThere();
    void stressIsThatOfDays();
    void everyDayWeighsTheSame();
    void whatIsHiddenWeighsLess();
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

/// Of six ties that all cross, three end before the others begin, but for the drawing: dotted lines stay.
void TestMoments::endedTiesCountToo() {
    constexpr int count = 6;
    PlaceInput input = rows(count);
    for (int i = 0; i < count; ++i)
        input.links << link(i, 2 * count - 1 - i, i < 3 ? 0 : 10, i < 3 ? 10 : 20);
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 12.0); // 15, of which 3 are allowed
}

/// Of six ties that all cross, three have not begun when the others cross.
void TestMoments::crossingsOfOneDayCount() {
    constexpr int count = 6;
    PlaceInput input = rows(count);
    for (int i = 0; i < count; ++i)
        input.links << link(i, 2 * count - 1 - i, i < 3 ? 0 : 10, {});
    input.links.erase(input.links.begin() + 3, input.links.end());
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 0.0); // three cross
    input.links << link(3, 8, 10, 20);                                // a fourth later
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 3.0);
    input.links << link(3, 8, 10, 20); // and one beside it
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

/// Many ties that cross none begin when four that cross are there already.
void TestMoments::whatHasNotBegunAllowsNothing() {
    constexpr int count = 60;
    PlaceInput input = rows(count);
    for (int i = 0; i < 4; ++i)
        input.links << link(i, count + 3 - i, 0, {});
    for (int i = 4; i < count; ++i)
        input.links << link(i, count + i, 10, {});
    QCOMPARE(worstMoments(input, spotsOfRows(count)).crossings, 3.0); // 6 of the first day, of which 3 are allowed
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

namespace {

double stressOf(const MomentStress& stress, const Spots& spots) {
    double lengths = 0, squares = 0;
    for (size_t i = 0; i < spots.size(); ++i) {
        for (size_t j = i + 1; j < spots.size(); ++j) {
            const double length = QLineF(spots[i], spots[j]).length();
            lengths += stress.inverse[i * spots.size() + j] * length;
            squares += stress.squared[i * spots.size() + j] * length * length;
        }
    }
    return 1 - lengths * lengths / squares;
}

} // namespace

/// A path of three, of which the last tie ends when one to a fourth begins: on a line no pair is off at any scale, and
/// who is never joined may stand anywhere.
void TestMoments::stressIsThatOfDays() {
    PlaceInput input;
    input.bodies.resize(4);
    input.links << link(0, 1, 0, 20) << link(1, 2, 0, 10) << link(1, 3, 10, 20);
    const MomentStress stress = momentStress(input);
    QCOMPARE(stress.squared.size(), size_t(16));
    QCOMPARE(stress.squared[2 * 4 + 3], 0.0);
    const auto at = [&](QPointF third, double scale) {
        return stressOf(stress, {{0, 0}, {scale, 0}, 2 * scale * third, {2 * scale, 0}});
    };
    for (const double scale : {1.0, 100.0}) {
        QVERIFY(std::abs(at({1, 0}, scale)) < 1e-9);
        QVERIFY(at({1.25, 0}, scale) > 0.01);
    }
}

/// Pairs of a day share one weight, however many they are: one of a day with a single tie weighs as much as three.
void TestMoments::everyDayWeighsTheSame() {
    PlaceInput input;
    input.bodies.resize(5);
    input.links << link(0, 1, 0, 10) << link(2, 3, 10, 1000) << link(3, 4, 10, 1000);
    const MomentStress stress = momentStress(input);
    QVERIFY(std::abs(stress.squared[0 * 5 + 1] - 3 * stress.squared[2 * 5 + 3]) < 1e-12);
    double whole = 0;
    for (size_t i = 0; i < 5; ++i) {
        for (size_t j = i + 1; j < 5; ++j) {
            const double squared = stress.squared[i * 5 + j], inverse = stress.inverse[i * 5 + j];
            whole += squared > 0 ? inverse * inverse / squared : 0; // the weight of a pair of one distance
        }
    }
    QVERIFY(std::abs(whole - 1) < 1e-12);
}

void TestMoments::whatIsHiddenWeighsLess() {
    PlaceInput input;
    input.bodies.resize(4);
    input.links << link(0, 1, 0, 10) << link(2, 3, 0, 10);
    QCOMPARE(momentStress(input).squared[1], momentStress(input).squared[2 * 4 + 3]);
    input.bodies[3].hidden = true;
    QVERIFY(momentStress(input).squared[1] > 2 * momentStress(input).squared[2 * 4 + 3]);
    QVERIFY(momentStress(input).squared[2 * 4 + 3] > 0);
}

QTEST_APPLESS_MAIN(TestMoments)
#include "tst_moments.moc"
