#include "tests/timeline/view/support_timeline.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::test;
using entente::exploration::Span;

namespace {

constexpr double pixel = 0.5;

/// Whether a view is the same in all but its span.
bool sameButForSpan(exploration::View a, const exploration::View& b) {
    a.span = b.span;
    return a == b;
}

} // namespace

/// What zooms, pans and scrolls the timeline.
class TestTimelineMotion : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }
    void wheelKeepsTheDayUnderThePointer_data();
    void wheelKeepsTheDayUnderThePointer();
    void wheelThereAndBack();
    void wheelStopsAtTheLimits();
    void wheelSidewaysPans_data();
    void wheelSidewaysPans();
    void pinchKeepsTheDayUnderTheFingers_data();
    void pinchKeepsTheDayUnderTheFingers();
    void dragPans_data();
    void dragPans();
    void smallDragIsAClick();
    void dragStopsAtTheEnds();
    void brushMovesTheSpan();
    void brushHandleKeepsTheOtherEnd_data();
    void brushHandleKeepsTheOtherEnd();
    void brushStaysUnderTheHand();
    void minimapIsCentredByAClick();
    void minimapIsFittedByADoubleClick();
    void headsScrollTheLanes();

private:
    std::unique_ptr<Stage> m_stage;
};

void TestTimelineMotion::wheelKeepsTheDayUnderThePointer_data() {
    QTest::addColumn<double>("share"); // of the lanes' width
    QTest::addColumn<double>("notches");
    QTest::addColumn<int>("modifiers");
    for (const double share : {0.01, 0.25, 0.5, 0.8, 0.99})
        for (const double notches : {1.0, 0.25, 5.0, -1.0, -2.0})
            QTest::addRow("%g notches at %g", notches, share) << share << notches << 0;
    QTest::newRow("with Ctrl") << 0.3 << 1.0 << int(Qt::ControlModifier);
}

void TestTimelineMotion::wheelKeepsTheDayUnderThePointer() {
    QFETCH(double, share);
    QFETCH(double, notches);
    QFETCH(int, modifiers);
    m_stage->showAround("2013-01-01", 900);
    const exploration::View before = m_stage->exploration.view();
    const QRectF lanes = m_stage->scene().lanes;
    const double x = lanes.left() + share * lanes.width();
    const double under = m_stage->dayAt(x), closeness = m_stage->scene().scale.pixelsPerDay();
    m_stage->hand.wheel({x, lanes.center().y()}, {0, notches}, Qt::KeyboardModifiers(modifiers));
    QVERIFY(std::abs(m_stage->scene().scale.x(under) - x) < pixel);
    const double factor = m_stage->scene().scale.pixelsPerDay() / closeness;
    QVERIFY(std::abs(factor / std::pow(1 / 0.85, notches) - 1) < 1e-6);
    QVERIFY(sameButForSpan(before, m_stage->exploration.view()));
}

void TestTimelineMotion::wheelThereAndBack() {
    m_stage->showAround("2013-01-01", 900);
    const timeline::Scale start = m_stage->scene().scale;
    const QRectF lanes = m_stage->scene().lanes;
    QRandomGenerator random(3);
    QList<std::pair<double, double>> steps;
    for (int i = 0; i < 200; ++i) {
        const double x = lanes.left() + random.bounded(lanes.width());
        const double notches = i % 2 ? -1 : 1;
        const double under = m_stage->dayAt(x);
        m_stage->hand.wheel({x, lanes.center().y()}, {0, notches});
        QVERIFY(std::abs(m_stage->scene().scale.x(under) - x) < pixel);
        steps.append({x, notches});
    }
    while (!steps.isEmpty()) {
        const auto [x, notches] = steps.takeLast();
        m_stage->hand.wheel({x, lanes.center().y()}, {0, -notches});
    }
    QVERIFY(std::abs(m_stage->scene().scale.x(start.day(lanes.left())) - lanes.left()) < 1);
    QVERIFY(std::abs(m_stage->scene().scale.x(start.day(lanes.right())) - lanes.right()) < 1);
}

void TestTimelineMotion::wheelStopsAtTheLimits() {
    const QRectF lanes = m_stage->scene().lanes;
    const double x = lanes.left() + 0.3 * lanes.width();
    const double under = m_stage->dayAt(x);
    for (int i = 0; i < 60; ++i) {
        m_stage->hand.wheel({x, lanes.center().y()}, {0, 1});
        QVERIFY(std::abs(m_stage->scene().scale.x(under) - x) < pixel);
    }
    QVERIFY(std::abs(m_stage->scene().scale.pixelsPerDay() - 120) < 1e-3);
    for (int i = 0; i < 90; ++i)
        m_stage->hand.wheel({x, lanes.center().y()}, {0, -1});
    QVERIFY(!m_stage->exploration.view().span);
    m_stage->hand.wheel({x, lanes.center().y()}, {0, -1});
    QVERIFY(m_stage->exploration.span() == m_stage->exploration.wholeSpan());
}

void TestTimelineMotion::wheelSidewaysPans_data() {
    QTest::addColumn<QPointF>("notches");
    QTest::addColumn<QPoint>("pixels");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<double>("moved");
    QTest::newRow("tilted wheel") << QPointF(1, 0) << QPoint() << 0 << 60.0;
    QTest::newRow("tilted the other way") << QPointF(-2, 0) << QPoint() << 0 << -120.0;
    QTest::newRow("Shift and wheel") << QPointF(0, 1) << QPoint() << int(Qt::ShiftModifier) << 60.0;
    QTest::newRow("two fingers") << QPointF() << QPoint(33, 2) << 0 << 33.0;
}

void TestTimelineMotion::wheelSidewaysPans() {
    QFETCH(QPointF, notches);
    QFETCH(QPoint, pixels);
    QFETCH(int, modifiers);
    QFETCH(double, moved);
    m_stage->showAround("2013-01-01", 900);
    const double width = m_stage->exploration.span().width();
    const QPointF at = m_stage->scene().lanes.center();
    const double under = m_stage->dayAt(at.x());
    if (pixels.isNull())
        m_stage->hand.wheel(at, notches, Qt::KeyboardModifiers(modifiers));
    else
        m_stage->hand.slide(at, pixels, Qt::KeyboardModifiers(modifiers));
    QVERIFY(std::abs(m_stage->scene().scale.x(under) - at.x() - moved) < pixel);
    QVERIFY(std::abs(m_stage->exploration.span().width() - width) < 1e-6);
}

void TestTimelineMotion::pinchKeepsTheDayUnderTheFingers_data() {
    QTest::addColumn<double>("factor");
    QTest::newRow("apart") << 1.2;
    QTest::newRow("together") << 0.8;
    QTest::newRow("still") << 1.0;
}

void TestTimelineMotion::pinchKeepsTheDayUnderTheFingers() {
    QFETCH(double, factor);
    m_stage->showAround("2013-01-01", 900);
    const exploration::View before = m_stage->exploration.view();
    const QPointF at = m_stage->ground();
    const double under = m_stage->dayAt(at.x());
    m_stage->hand.pinch(at, factor);
    QVERIFY(std::abs(m_stage->scene().scale.x(under) - at.x()) < pixel);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 900 / factor) < 1e-6);
    QVERIFY(sameButForSpan(before, m_stage->exploration.view()));
}

void TestTimelineMotion::dragPans_data() {
    QTest::addColumn<Qt::MouseButton>("button");
    QTest::addColumn<double>("by");
    QTest::newRow("to the right") << Qt::LeftButton << 137.0;
    QTest::newRow("to the left") << Qt::LeftButton << -250.5;
    QTest::newRow("middle button") << Qt::MiddleButton << 80.0;
}

void TestTimelineMotion::dragPans() {
    QFETCH(Qt::MouseButton, button);
    QFETCH(double, by);
    m_stage->showAround("2013-01-01", 900);
    const exploration::View before = m_stage->exploration.view();
    const QPointF from = m_stage->ground();
    const double under = m_stage->dayAt(from.x());
    m_stage->hand.drag(from, from + QPointF(by, 25), button);
    QVERIFY(std::abs(m_stage->scene().scale.x(under) - from.x() - by) < pixel);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 900) < 1e-6);
    QVERIFY(sameButForSpan(before, m_stage->exploration.view()));
}

void TestTimelineMotion::smallDragIsAClick() {
    m_stage->showAround("2018-05-09", 40);
    const Span span = m_stage->exploration.span();
    const QPointF at = m_stage->markOf("close")->place;
    m_stage->hand.drag(at, at + QPointF(2, 1));
    QCOMPARE(m_stage->selected(), QString("close"));
    QVERIFY(m_stage->exploration.span() == span);
    m_stage->hand.drag(m_stage->markOf("closer")->place, at + QPointF(200, 0));
    QCOMPARE(m_stage->selected(), QString("close"));
}

void TestTimelineMotion::dragStopsAtTheEnds() {
    m_stage->showAround("2013-01-01", 900);
    const QPointF from = m_stage->ground();
    for (int i = 0; i < 12; ++i)
        m_stage->hand.drag(from, from + QPointF(2000, 0));
    const Span whole = m_stage->exploration.wholeSpan();
    QVERIFY(std::abs(m_stage->exploration.span().first - whole.first) < 1e-6);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 900) < 1e-6);
    for (int i = 0; i < 12; ++i)
        m_stage->hand.drag(from, from - QPointF(2000, 0));
    QVERIFY(std::abs(m_stage->exploration.span().last - whole.last) < 1e-6);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 900) < 1e-6);
}

void TestTimelineMotion::brushMovesTheSpan() {
    m_stage->showAround("2013-01-01", 2000);
    const Span before = m_stage->exploration.span();
    const timeline::Minimap map = m_stage->scene().minimap;
    const double daysPerPixel = m_stage->exploration.wholeSpan().width() / map.frame.width();
    m_stage->hand.drag(map.brush.center(), map.brush.center() + QPointF(60, 30));
    const Span after = m_stage->exploration.span();
    QVERIFY(std::abs(after.first - before.first - 60 * daysPerPixel) < daysPerPixel);
    QVERIFY(std::abs(after.width() - before.width()) < 1e-6);
    QVERIFY(std::abs(m_stage->scene().minimap.brush.left() - map.brush.left() - 60) < pixel);
    m_stage->hand.drag(m_stage->scene().minimap.brush.center(), {5000, map.brush.center().y()});
    QVERIFY(std::abs(m_stage->exploration.span().last - m_stage->exploration.wholeSpan().last) < 1e-6);
    QVERIFY(std::abs(m_stage->exploration.span().width() - before.width()) < 1e-6);
}

void TestTimelineMotion::brushHandleKeepsTheOtherEnd_data() {
    QTest::addColumn<bool>("left");
    QTest::addColumn<double>("by");
    for (const bool left : {true, false})
        for (const double by : {-40.0, 40.0, -5000.0, 5000.0})
            QTest::addRow("%s by %g", left ? "left" : "right", by) << left << by;
}

void TestTimelineMotion::brushHandleKeepsTheOtherEnd() {
    QFETCH(bool, left);
    QFETCH(double, by);
    m_stage->showAround("2013-01-01", 2000);
    const Span before = m_stage->exploration.span();
    const timeline::Minimap map = m_stage->scene().minimap;
    const QPointF handle(left ? map.brush.left() : map.brush.right(), map.brush.center().y());
    m_stage->hand.drag(handle, handle + QPointF(by, 0));
    const Span after = m_stage->exploration.span();
    QVERIFY(std::abs(left ? after.last - before.last : after.first - before.first) < 1e-6);
    const QRectF brush = m_stage->scene().minimap.brush;
    const double reached = left ? brush.left() : brush.right();
    if (std::abs(by) < 100)
        QVERIFY(std::abs(reached - handle.x() - by) < pixel);
    else if (left == (by < 0))
        QVERIFY(std::abs(reached - (left ? map.frame.left() : map.frame.right())) < pixel);
    else
        QVERIFY(after.width() < 10);
}

void TestTimelineMotion::brushStaysUnderTheHand() {
    m_stage->showAround("2013-01-01", 2000);
    const Span before = m_stage->exploration.span();
    const QRectF brush = m_stage->scene().minimap.brush;
    for (const double x : {brush.left() + 3, brush.center().x(), brush.right() - 3}) {
        m_stage->hand.press({x, brush.center().y()});
        for (const double there : {x + 3000, x - 3000, x + 8, x})
            m_stage->hand.move({there, brush.center().y()});
        m_stage->hand.release({x, brush.center().y()});
        QVERIFY(std::abs(m_stage->exploration.span().first - before.first) < 1e-3);
        QVERIFY(std::abs(m_stage->exploration.span().last - before.last) < 1e-3);
    }
}

void TestTimelineMotion::minimapIsCentredByAClick() {
    m_stage->showAround("2020-01-01", 500);
    const QRectF frame = m_stage->scene().minimap.frame;
    const QPointF at(frame.left() + 0.3 * frame.width(), frame.center().y());
    m_stage->hand.click(at);
    QVERIFY(std::abs(m_stage->scene().minimap.brush.center().x() - at.x()) < pixel);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 500) < 1e-6);
}

void TestTimelineMotion::minimapIsFittedByADoubleClick() {
    m_stage->showAround("2013-01-01", 2000);
    const timeline::Minimap map = m_stage->scene().minimap;
    for (const double x : {map.frame.left() + 20, map.brush.left(), map.brush.center().x(), map.brush.right()}) {
        m_stage->showAround("2013-01-01", 2000);
        m_stage->hand.doubleClick({x, map.frame.center().y()});
        QVERIFY(!m_stage->exploration.view().span);
    }
}

void TestTimelineMotion::headsScrollTheLanes() {
    Stage stage(manyLanes(), {600, 320});
    const exploration::View before = stage.exploration.view();
    const QPointF head = stage.scene().heads.center();
    const auto top = [&] { return stage.scene().laneList.first().frame.top(); };
    const double start = top();
    stage.hand.wheel(head, {0, -1});
    QVERIFY(std::abs(top() - start + 60) < pixel);
    stage.hand.drag(head, head - QPointF(0, 50));
    QVERIFY(std::abs(top() - start + 110) < pixel);
    stage.hand.wheel(head, {0, -100});
    QVERIFY(std::abs(stage.scene().laneList.last().frame.bottom() - stage.scene().lanes.bottom()) < 1);
    stage.hand.wheel(head, {0, 100});
    QVERIFY(std::abs(top() - start) < pixel);
    QVERIFY(stage.exploration.view() == before);
}

QTEST_MAIN(TestTimelineMotion)
#include "tst_timeline_motion.moc"
