#include "app/relations/layout/board.h"
#include "app/relations/layout/detour.h"

#include <QTest>
#include <limits>
#include <random>

using namespace entente;
using namespace entente::relations;

/// Ways around boxes.
class TestDetour : public QObject {
    Q_OBJECT

private slots:
    void waysAreStraightWhereNothingIsInTheWay();
    void wallsAreGoneAround();
    void enclosedPointsHaveNoWay();
    void waysAreShortestAndTouchNothing_data();
    void waysAreShortestAndTouchNothing();
};

namespace {

const QRectF room(0, 0, 1000, 700);

double lengthOfAll(const Path& path) {
    double length = 0;
    for (qsizetype i = 1; i < path.size(); ++i)
        length += lengthOf(path[i] - path[i - 1]);
    return length;
}

bool isClear(QPointF from, QPointF to, const QList<QRectF>& boxes) {
    return std::none_of(boxes.begin(), boxes.end(), [&](const QRectF& box) { return touches(from, to, box); });
}

/// By Floyd and Warshall over all that see one another.
double shortest(QPointF from, QPointF to, const QList<QRectF>& boxes, double gap) {
    QList<QPointF> points{from, to};
    for (const QRectF& box : boxes) {
        const QRectF around = box.adjusted(-gap, -gap, gap, gap);
        for (const QPointF corner : {around.topLeft(), around.topRight(), around.bottomRight(), around.bottomLeft()})
            if (room.contains(corner))
                points.append(corner);
    }
    const qsizetype count = points.size();
    QList<double> lengths(count * count, std::numeric_limits<double>::infinity());
    for (qsizetype a = 0; a < count; ++a)
        for (qsizetype b = 0; b < count; ++b)
            if (a == b || isClear(points[a], points[b], boxes))
                lengths[a * count + b] = lengthOf(points[b] - points[a]);
    for (qsizetype by = 0; by < count; ++by)
        for (qsizetype a = 0; a < count; ++a)
            for (qsizetype b = 0; b < count; ++b)
                lengths[a * count + b] =
                    std::min(lengths[a * count + b], lengths[a * count + by] + lengths[by * count + b]);
    return lengths[1];
}

} // namespace

void TestDetour::waysAreStraightWhereNothingIsInTheWay() {
    QCOMPARE(detour({10, 10}, {900, 600}, {}, 5, room), (Path{{10, 10}, {900, 600}}));
    QCOMPARE(detour({10, 10}, {900, 10}, {QRectF(400, 20, 50, 50)}, 5, room), (Path{{10, 10}, {900, 10}}));
    QCOMPARE(detour({10, 10}, {10, 10}, {}, 5, room).size(), 2);
}

void TestDetour::wallsAreGoneAround() {
    const QRectF wall(490, -50, 20, 500); // open below
    const Path path = detour({100, 100}, {900, 100}, {wall}, 10, room);
    QVERIFY(path.size() > 2);
    QCOMPARE(path.first(), QPointF(100, 100));
    QCOMPARE(path.last(), QPointF(900, 100));
    double lowest = 0;
    for (const QPointF point : path)
        lowest = std::max(lowest, point.y());
    QVERIFY2(lowest > 450 && lowest < 461, qPrintable(QString::number(lowest)));
}

void TestDetour::enclosedPointsHaveNoWay() {
    const QList<QRectF> walls{{300, 200, 20, 300}, {680, 200, 20, 300}, {300, 200, 400, 20}, {300, 480, 400, 20}};
    QVERIFY(detour({500, 350}, {50, 50}, walls, 5, room).isEmpty());
    QVERIFY(detour({50, 50}, {500, 350}, walls, 5, room).isEmpty());
}

void TestDetour::waysAreShortestAndTouchNothing_data() {
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("boxes");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("%d boxes, seed %u", 3 * static_cast<int>(seed), seed) << seed << 3 * static_cast<int>(seed);
}

/// With next to no gap, so that rounded turns take next to nothing off.
void TestDetour::waysAreShortestAndTouchNothing() {
    QFETCH(quint32, seed);
    QFETCH(int, boxes);
    constexpr double gap = 0.01;
    std::mt19937 random(seed);
    const auto upTo = [&random](double most) { return most * static_cast<double>(random()) / 4294967296.0; };
    const QPointF from(5, 350), to(995, 350);
    QList<QRectF> placed;
    while (placed.size() < boxes) {
        const QRectF box(upTo(900), upTo(600), 20 + upTo(120), 20 + upTo(120));
        if (!box.contains(from) && !box.contains(to))
            placed.append(box);
    }
    const Path path = detour(from, to, placed, gap, room);
    const double length = shortest(from, to, placed, gap);
    QCOMPARE(path.isEmpty(), std::isinf(length));
    if (path.isEmpty())
        return;
    QVERIFY2(std::abs(lengthOfAll(path) - length) < 0.1,
             qPrintable(QString("%1, %2").arg(lengthOfAll(path)).arg(length)));
    for (qsizetype i = 1; i < path.size(); ++i)
        QVERIFY(isClear(path[i - 1], path[i], placed));
}

QTEST_APPLESS_MAIN(TestDetour)
#include "tst_detour.moc"
