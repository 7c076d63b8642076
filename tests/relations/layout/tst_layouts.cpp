#include "app/relations/layout/graphs.h"
#include "app/relations/layout/places.h"
#include "app/relations/layout/tangle.h"
#include "tests/bench/drawing.h"

#include <QLineF>
#include <QTest>
#include <cmath>
#include <limits>

using namespace entente;
using namespace entente::relations;

class TestLayouts : public QObject {
    Q_OBJECT

private slots:
    void isGood_data();
    void isGood();
    void costsAreKept();
    void costsAreThoseOfTheDrawing();
    void isTheSameAgain_data();
    void isTheSameAgain();
    void pinsAndPolesHold_data();
    void pinsAndPolesHold();
    void boxesKeepApart_data();
    void boxesKeepApart();
    void shortTiesAreFar();
    void islandsKeepApart();
    void progressRises_data();
    void progressRises();
    void stopsWhenTold_data();
    void stopsWhenTold();
    void badInput_data();
    void badInput();
    void badFrame_data();
    void badFrame();
};

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

PlaceInput inputOf(int bodies, const bench::Ties& ties, double side = 10) {
    PlaceInput input;
    Body body;
    body.size = QSizeF(side, side);
    input.bodies.fill(body, bodies);
    for (const auto& [from, to] : ties)
        input.links << Link{from, to, {{}}};
    return input;
}

PlaceInput networkOf(int bodies) {
    return inputOf(bodies, bench::holmeKim(bodies, 1));
}

QList<QPointF> pixels(const QList<QPointF>& places, QSizeF frame) {
    QList<QPointF> pixels;
    for (const QPointF place : places)
        pixels << QPointF(place.x() * frame.width(), place.y() * frame.height());
    return pixels;
}

bool areInside(const QList<QPointF>& places) {
    return std::all_of(places.begin(), places.end(), [](QPointF place) {
        return place.x() >= 0 && place.x() <= 1 && place.y() >= 0 && place.y() <= 1;
    });
}

void addSizes() {
    QTest::addColumn<int>("bodies");
    for (const int bodies : {12, 33, 60, 101, 200, 2000})
        QTest::addRow("%d", bodies) << bodies;
}

} // namespace

void TestLayouts::isGood_data() {
    QTest::addColumn<int>("bodies");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<double>("stress"); // of Kamada and Kawai's layout, at most
    QTest::addColumn<double>("crossings");
    QTest::newRow("40") << 40 << 1ULL << 1.05 << 0.75;
    QTest::newRow("60") << 60 << 1ULL << 1.02 << 0.75;
    QTest::newRow("60, another") << 60 << 2ULL << 1.0 << 0.6;
    QTest::newRow("60, yet another") << 60 << 4ULL << 1.0 << 0.6;
    QTest::newRow("100") << 100 << 1ULL << 1.05 << 0.75;
    QTest::newRow("150") << 150 << 1ULL << 1.25 << 0.9;
    QTest::newRow("200") << 200 << 1ULL << 1.25 << 0.75;
    QTest::newRow("500") << 500 << 1ULL << 1.2 << 0.7;
}

void TestLayouts::isGood() {
    QFETCH(int, bodies);
    QFETCH(quint64, seed);
    QFETCH(double, stress);
    QFETCH(double, crossings);
    const bench::Ties ties = bench::holmeKim(bodies, seed);
    const PlaceInput input = inputOf(bodies, ties);
    const QList<QPointF> ours = pixels(place(input), input.frame);
    const QList<QPointF> theirs = springLayout(bodies, ties, QList<double>(ties.size(), 1)).value();
    const double stressRatio = bench::normalisedStress(ours, ties) / bench::normalisedStress(theirs, ties);
    const double crossingRatio = bench::crossingShare(ours, ties) / bench::crossingShare(theirs, ties);
    QVERIFY2(stressRatio <= stress, qPrintable(QString::number(stressRatio)));
    QVERIFY2(crossingRatio <= crossings, qPrintable(QString::number(crossingRatio)));
}

/// What a tangle keeps while bodies move is what it is of the places they come to.
void TestLayouts::costsAreKept() {
    PlaceInput input = networkOf(40);
    for (int i = 0; i < 10; ++i)
        input.links << input.links[i]; // parallel ones
    input.links[3].when = {{0, 10}};
    input.links[5].when = {{20, 30}};
    const Board board = boardOf(input);
    Spots spots;
    Dice dice;
    const auto anywhere = [&] { return QPointF(600 * dice.roll(), 400 * dice.roll()); };
    for (int i = 0; i < 40; ++i)
        spots.push_back(anywhere());
    const Tangle::Prices prices{0.01, 0.003, 0.02};
    Tangle tangle(board, spots, 10);
    tangle.charge(prices);
    for (int i = 0; i < 200; ++i) {
        const double before = tangle.cost();
        const double change = tangle.trial(i % 40, anywhere(), i % 3 ? 0.05 : -0.05);
        if (change > (i % 3 ? 0.05 : -0.05))
            continue;
        tangle.accept();
        QVERIFY2(std::abs(tangle.cost() - before - change) < 1e-5, qPrintable(QString::number(i)));
    }
    Tangle again(board, tangle.spots(), 10);
    again.charge(prices);
    QVERIFY(std::abs(again.cost() - tangle.cost()) < 1e-5);
}

/// Against the measures of the benchmarks, which count plainly.
void TestLayouts::costsAreThoseOfTheDrawing() {
    const bench::Ties ties = bench::holmeKim(50, 3);
    const PlaceInput input = inputOf(50, ties, 40);
    const Board board = boardOf(input);
    Spots spots;
    Dice dice;
    for (int i = 0; i < 50; ++i)
        spots.emplace_back(600 * dice.roll(), 400 * dice.roll());
    const QList<QPointF> places(spots.begin(), spots.end());
    Tangle tangle(board, spots, 0);
    QVERIFY(std::abs(tangle.stress() - bench::normalisedStress(places, ties)) < 1e-5);
    tangle.charge({1, 0, 0});
    const double pairs = static_cast<double>(ties.size()) * static_cast<double>(ties.size() - 1) / 2;
    QCOMPARE(std::round(tangle.cost() - tangle.stress()), std::round(bench::crossingShare(places, ties) * pairs));
    tangle.charge({0, 0, 1});
    const double overlaps = 50 * bench::overlapsPerActor(places, 40); // each counts a quarter to one and a quarter
    QVERIFY(overlaps > 0 && tangle.cost() - tangle.stress() >= overlaps / 4);
    QVERIFY(tangle.cost() - tangle.stress() <= overlaps * 5 / 4);
}

void TestLayouts::isTheSameAgain_data() {
    addSizes();
}

void TestLayouts::isTheSameAgain() {
    QFETCH(int, bodies);
    const PlaceInput input = networkOf(bodies);
    const QList<QPointF> places = place(input);
    QCOMPARE(place(input), places);
    QCOMPARE(place(input, [](double, const QList<QPointF>&) { return true; }).value(), places);
}

void TestLayouts::pinsAndPolesHold_data() {
    addSizes();
}

void TestLayouts::pinsAndPolesHold() {
    QFETCH(int, bodies);
    PlaceInput input = networkOf(bodies);
    input.bodies[0].pole = model::Pole::Left;
    input.bodies[1].pole = model::Pole::Right;
    input.bodies[2].pin = QPointF(0.9, 0.2);
    input.bodies[4].home = 0;
    const QList<QPointF> places = place(input);
    const bool isFew = places.size() <= 12;
    QCOMPARE(places[0], QPointF(isFew ? 0.27 : 0.31, 0.5));
    QCOMPARE(places[1], QPointF(isFew ? 0.69 : 0.66, 0.5));
    QCOMPARE(places[2], QPointF(0.9, 0.2));
    QVERIFY(places[4].x() <= (isFew ? 0.27 : 0.31) + 1e-9);
    QVERIFY(areInside(places));
}

void TestLayouts::boxesKeepApart_data() {
    QTest::addColumn<int>("bodies");
    QTest::addColumn<double>("side");
    QTest::newRow("searched") << 60 << 24.0;
    QTest::newRow("many") << 200 << 16.0;
    QTest::newRow("a thousand") << 1000 << 7.0;
}

void TestLayouts::boxesKeepApart() {
    QFETCH(int, bodies);
    QFETCH(double, side);
    const PlaceInput input = inputOf(bodies, bench::holmeKim(bodies, 1), side);
    const double overlaps = bench::overlapsPerActor(pixels(place(input), input.frame), side);
    QVERIFY2(overlaps <= (bodies > 100 ? 0.02 : 0), qPrintable(QString::number(overlaps)));
}

/// Bodies whose tie holds but for a hundredth of the time stand further apart than those whose tie always holds.
void TestLayouts::shortTiesAreFar() {
    PlaceInput input = inputOf(120, {}, 2); // boxes that take no room
    for (int i = 1; i < 120; ++i)
        input.links << Link{i - 1, i, {{0, i % 2 ? 10'000 : 1200}}};
    const QList<QPointF> places = pixels(place(input), input.frame);
    double always = 0, seldom = 0;
    for (int i = 1; i < 120; ++i)
        (i % 2 ? always : seldom) += QLineF(places[i - 1], places[i]).length();
    QVERIFY2(seldom > 1.5 * always, qPrintable(QStringLiteral("%1 %2").arg(seldom).arg(always)));
}

void TestLayouts::islandsKeepApart() {
    PlaceInput input = inputOf(150, {});
    for (int i = 0; i < 150; ++i) {
        if (i % 50 > 0)
            input.links << Link{i - 1, i, {{}}} << Link{i - i % 50, i, {{}}};
    }
    const QList<QPointF> places = place(input);
    QList<QPointF> middles(3);
    for (int i = 0; i < 150; ++i)
        middles[i / 50] += places[i] / 50;
    for (int i = 0; i < 3; ++i)
        QVERIFY(QLineF(middles[i], middles[(i + 1) % 3]).length() > 0.15);
}

void TestLayouts::progressRises_data() {
    addSizes();
}

void TestLayouts::progressRises() {
    QFETCH(int, bodies);
    double last = 0;
    int pictures = 0;
    QList<QPointF> latest;
    const auto places = place(networkOf(bodies), [&](double share, const QList<QPointF>& shown) {
        [&] {
            QVERIFY(share >= last && share <= 1);
            QVERIFY(shown.isEmpty() || shown.size() == bodies);
            QVERIFY(areInside(shown));
        }();
        last = share;
        if (!shown.isEmpty()) {
            ++pictures;
            latest = shown;
        }
        return true;
    });
    QCOMPARE(last, 1.0);
    QVERIFY(pictures >= 2);
    QCOMPARE(latest, places.value());
}

void TestLayouts::stopsWhenTold_data() {
    QTest::addColumn<int>("bodies");
    QTest::addColumn<int>("call"); // that says no
    for (const int bodies : {12, 60, 200, 2000}) {
        for (const int call : {1, 2, 4})
            QTest::addRow("%d at call %d", bodies, call) << bodies << call;
    }
}

void TestLayouts::stopsWhenTold() {
    QFETCH(int, bodies);
    QFETCH(int, call);
    int calls = 0;
    const auto places = place(networkOf(bodies), [&](double, const QList<QPointF>&) { return ++calls < call; });
    QVERIFY(!places.has_value());
    QCOMPARE(calls, call);
}

void TestLayouts::badInput_data() {
    QTest::addColumn<PlaceInput>("input");
    using Ties = bench::Ties;
    for (const int bodies : {5, 50, 150, 1000}) {
        const auto row = [&](const char* name) -> QTestData& { return QTest::addRow("%s, %d", name, bodies); };
        const auto pinned = [&](auto pinOf) {
            PlaceInput input = networkOf(bodies);
            for (int i = 0; i < bodies; ++i)
                input.bodies[i].pin = pinOf(i);
            return input;
        };
        const auto sized = [&](QSizeF size, QPointF middle) {
            PlaceInput input = networkOf(bodies);
            for (Body& body : input.bodies) {
                body.size = size;
                body.middle = middle;
            }
            return input;
        };
        row("no links") << inputOf(bodies, {});
        row("one link") << inputOf(bodies, {{0, 1}});
        row("the same link again and again") << inputOf(bodies, Ties(300, {0, 1}));
        row("self links") << inputOf(bodies, {{0, 0}, {1, 1}, {2, 3}});
        row("links to nobody") << inputOf(bodies, {{0, bodies}, {-1, 2}, {1 << 30, -(1 << 30)}, {0, 1}});
        row("all pinned at one point") << pinned([](int) { return QPointF(0.3, 0.3); });
        row("half pinned at one point") << pinned(
            [](int i) { return i % 2 ? std::optional(QPointF(0.3, 0.3)) : std::nullopt; });
        row("pinned outside") << pinned([](int i) { return QPointF(i % 3 - 1, 1e308); });
        row("pinned at no number") << pinned([](int i) { return QPointF(i % 2 ? nothing : endless, 0.5); });
        row("no size") << sized({0, 0}, {0, 0});
        row("larger than the frame") << sized({5000, 5000}, {0, 0});
        row("far from the middle") << sized({10, 10}, {1e6, -1e6});
        row("size no number") << sized({nothing, endless}, {nothing, 0});
        row("size less than nothing") << sized({-5, -1e308}, {1e308, 0});
        PlaceInput homes = networkOf(bodies);
        for (int i = 0; i < bodies; ++i)
            homes.bodies[i].home = i % 2 ? i : i * 1000 - 7;
        row("homes that are not there") << homes;
        PlaceInput backwards = networkOf(bodies);
        for (Link& link : backwards.links)
            link.when = {{1000, 0}, {std::numeric_limits<model::Day>::max(), std::numeric_limits<model::Day>::min()}};
        row("times that run backwards") << backwards;
        PlaceInput never = networkOf(bodies);
        for (Link& link : never.links)
            link.when.clear();
        row("links that never hold") << never;
        for (const double margin : {0.0, -1.0, nothing, 1e308}) {
            PlaceInput input = networkOf(bodies);
            input.margin = margin;
            row(qPrintable(QStringLiteral("margin %1").arg(margin))) << input;
        }
    }
    QTest::newRow("nobody") << inputOf(0, {});
    QTest::newRow("one") << inputOf(1, {});
    QTest::newRow("one, tied to itself") << inputOf(1, {{0, 0}});
}

void TestLayouts::badInput() {
    QFETCH(PlaceInput, input);
    const QList<QPointF> places = place(input);
    QCOMPARE(places.size(), input.bodies.size());
    QVERIFY(areInside(places));
}

void TestLayouts::badFrame_data() {
    QTest::addColumn<QSizeF>("frame");
    QTest::newRow("none") << QSizeF(0, 0);
    QTest::newRow("less than none") << QSizeF(-600, -400);
    QTest::newRow("no number") << QSizeF(nothing, 400);
    QTest::newRow("endless") << QSizeF(600, endless);
    QTest::newRow("a line") << QSizeF(600, 1e-300);
    QTest::newRow("huge") << QSizeF(1e308, 1e308);
}

void TestLayouts::badFrame() {
    QFETCH(QSizeF, frame);
    for (const int bodies : {5, 50, 150}) {
        PlaceInput input = networkOf(bodies);
        input.frame = frame;
        const QList<QPointF> places = place(input);
        QCOMPARE(places.size(), bodies);
        QVERIFY(areInside(places));
    }
}

QTEST_APPLESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
