#include "tests/timeline/view/support_timeline.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using exploration::Span;
using timeline::Hit;
using timeline::TimelineView;

/// Marking a stretch on the axis, measuring, gliding, flights that are broken off, and fingers.
class TestTimelineGestures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::prepareApplication(); }
    void init() { m_stage = std::make_unique<test::Stage>(); }
    void cleanup() { m_stage.reset(); }

    void aBandOnTheAxisFillsTheWidth_data();
    void aBandOnTheAxisFillsTheWidth();
    void escGivesUpTheBand();
    void shiftDragMeasures();
    void measuringRefusesToOrderWhatOverlaps();
    void keysMeasure();
    void escEndsMeasuring();
    void letGoInMotionItGlides_data();
    void letGoInMotionItGlides();
    void aFlightIsBrokenOff_data();
    void aFlightIsBrokenOff();
    void withoutMotionItIsThereAtOnce();
    void whatIsSoughtComesIntoView();
    void twoFingersZoom();
    void oneFingerIsAHand();
    void theSecondCalendarHasARow();

private:
    QPointF onAxis(double x) const { return {x, m_stage->scene().axis.top() + 6}; }
    void sendMouse(QEvent::Type type, QPointF at, quint64 time);

    std::unique_ptr<QPointingDevice> m_screen{QTest::createTouchDevice()};
    std::unique_ptr<test::Stage> m_stage;
};

void TestTimelineGestures::sendMouse(QEvent::Type type, QPointF at, quint64 time) {
    const bool isMove = type == QEvent::MouseMove;
    const bool isHeld = type != QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, at, m_stage->view.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      isHeld ? Qt::LeftButton : Qt::NoButton, {});
    event.setTimestamp(time);
    QApplication::sendEvent(&m_stage->view, &event);
}

void TestTimelineGestures::aBandOnTheAxisFillsTheWidth_data() {
    QTest::addColumn<bool>("leftwards");
    QTest::newRow("to the right") << false;
    QTest::newRow("to the left") << true;
}

void TestTimelineGestures::aBandOnTheAxisFillsTheWidth() {
    QFETCH(bool, leftwards);
    const double first = m_stage->dayAt(400), last = m_stage->dayAt(600);
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.drag(onAxis(leftwards ? 600 : 400), onAxis(leftwards ? 400 : 600));
    QVERIFY(std::abs(m_stage->exploration.span().first - first) < 1e-6);
    QVERIFY(std::abs(m_stage->exploration.span().last - last) < 1e-6);
    QCOMPARE(m_stage->exploration.moment(), before.moment);
    QVERIFY(m_stage->exploration.selection() == before.selection);
}

void TestTimelineGestures::escGivesUpTheBand() {
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.press(onAxis(400));
    m_stage->hand.move(onAxis(600));
    QVERIFY(m_stage->hand.key(Qt::Key_Escape));
    m_stage->hand.move(onAxis(700));
    m_stage->hand.release(onAxis(700));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineGestures::shiftDragMeasures() {
    m_stage->showAround("2015-07-14", 2000);
    const exploration::View before = m_stage->exploration.view();
    const QSignalSpy said(&m_stage->view, &TimelineView::measured);
    // From one free day to another that lies 100 days later.
    const QPointF from = m_stage->ground();
    const model::Day day = static_cast<model::Day>(std::floor(m_stage->dayAt(from.x())));
    const QPointF to(m_stage->scene().scale.x(static_cast<double>(day) + 100.5), m_stage->scene().lanes.top() + 1);
    m_stage->hand.drag(from, to, Qt::LeftButton, Qt::ShiftModifier);
    QVERIFY(!said.isEmpty());
    QVERIFY(said.last().first().toString().startsWith(QStringLiteral("100 day")));
    QVERIFY(m_stage->view.isMeasuring());
    QVERIFY(m_stage->exploration.view() == before);
    // The next press ends it.
    m_stage->hand.click(m_stage->ground());
    QVERIFY(!m_stage->view.isMeasuring());
    QCOMPARE(said.last().first().toString(), QString());
}

void TestTimelineGestures::measuringRefusesToOrderWhatOverlaps() {
    const timeline::EventMark* mark = m_stage->markOf("contested");
    QVERIFY(mark);
    const QPointF from = mark->place;
    const QSignalSpy said(&m_stage->view, &TimelineView::measured);
    m_stage->hand.press(from, Qt::LeftButton, Qt::ShiftModifier);
    m_stage->hand.move(from + QPointF(8, 0), Qt::ShiftModifier);
    m_stage->hand.move(from + QPointF(0.2, 0), Qt::ShiftModifier);
    QVERIFY(said.last().first().toString().startsWith(QStringLiteral("no order")));
}

void TestTimelineGestures::keysMeasure() {
    m_stage->exploration.select(m_stage->find("first"));
    const QSignalSpy said(&m_stage->view, &TimelineView::measured);
    QVERIFY(m_stage->hand.key(Qt::Key_M));
    QVERIFY(m_stage->view.isMeasuring());
    m_stage->exploration.select(m_stage->find("lonely"));
    const wording::MeasureEnd from{m_stage->event("first")}, to{m_stage->event("lonely")};
    QCOMPARE(said.last().first().toString(), m_stage->wording.measure(*m_stage->exploration.dossier(), from, to));
    QVERIFY(m_stage->hand.key(Qt::Key_M));
    QVERIFY(!m_stage->view.isMeasuring());
    m_stage->exploration.select({});
    m_stage->hand.key(Qt::Key_M);
    QVERIFY(!m_stage->view.isMeasuring());
}

void TestTimelineGestures::escEndsMeasuring() {
    m_stage->exploration.select(m_stage->find("first"));
    m_stage->hand.key(Qt::Key_M);
    QVERIFY(m_stage->hand.key(Qt::Key_Escape));
    QVERIFY(!m_stage->view.isMeasuring());
    // The next step out is not the timeline's.
    QVERIFY(!m_stage->hand.key(Qt::Key_Escape));
}

void TestTimelineGestures::letGoInMotionItGlides_data() {
    QTest::addColumn<bool>("animated");
    QTest::addColumn<quint64>("rest");
    QTest::addColumn<bool>("glides");
    QTest::newRow("in motion") << true << quint64(5) << true;
    QTest::newRow("after a rest") << true << quint64(200) << false;
    QTest::newRow("reduced motion") << false << quint64(5) << false;
}

void TestTimelineGestures::letGoInMotionItGlides() {
    QFETCH(bool, animated);
    QFETCH(quint64, rest);
    QFETCH(bool, glides);
    m_stage->view.setAnimated(animated);
    m_stage->showAround("2012-01-01", 900);
    const QPointF at = m_stage->ground();
    sendMouse(QEvent::MouseButtonPress, at, 1000);
    for (int i = 1; i <= 5; ++i)
        sendMouse(QEvent::MouseMove, at + QPointF(12.0 * i, 0), 1000 + 10 * static_cast<quint64>(i));
    const Span there = m_stage->exploration.span();
    sendMouse(QEvent::MouseButtonRelease, at + QPointF(60, 0), 1050 + rest);
    QCOMPARE(m_stage->view.isInFlight(), glides);
    QTRY_VERIFY(!m_stage->view.isInFlight());
    const Span end = m_stage->exploration.span();
    // 1.2 pixels a millisecond for a third of 250 ms.
    const double expected = glides ? 100 / m_stage->scene().scale.pixelsPerDay() : 0;
    QVERIFY(std::abs(there.first - end.first - expected) < 1e-6);
    QVERIFY(std::abs(there.width() - end.width()) < 1e-6);
}

void TestTimelineGestures::aFlightIsBrokenOff_data() {
    QTest::addColumn<int>("by");
    QTest::newRow("press") << 0;
    QTest::newRow("wheel") << 1;
    QTest::newRow("Esc") << 2;
}

void TestTimelineGestures::aFlightIsBrokenOff() {
    QFETCH(int, by);
    m_stage->view.setAnimated(true);
    m_stage->showAround("2012-01-01", 900);
    m_stage->view.fit();
    QVERIFY(m_stage->view.isInFlight());
    if (by == 0)
        m_stage->hand.press(m_stage->ground());
    else if (by == 1)
        m_stage->hand.wheel(m_stage->ground(), {0, 1});
    else
        QVERIFY(m_stage->hand.key(Qt::Key_Escape));
    QVERIFY(!m_stage->view.isInFlight());
    QVERIFY(m_stage->exploration.view().span);
}

void TestTimelineGestures::withoutMotionItIsThereAtOnce() {
    m_stage->showAround("2012-01-01", 900);
    m_stage->view.fit();
    QVERIFY(!m_stage->view.isInFlight());
    QVERIFY(!m_stage->exploration.view().span);
}

void TestTimelineGestures::whatIsSoughtComesIntoView() {
    m_stage->showAround("2012-01-01", 100);
    m_stage->exploration.setMoment(test::day("2020-02-02"));
    QVERIFY(!m_stage->scene().cursor);
    m_stage->exploration.goTo(test::day("2020-02-02"));
    QVERIFY(m_stage->scene().cursor);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 100) < 1e-6);
    // What is in view stays where it is.
    const Span span = m_stage->exploration.span();
    m_stage->exploration.goTo(test::day("2020-02-20"));
    QVERIFY(m_stage->exploration.span() == span);
}

void TestTimelineGestures::twoFingersZoom() {
    QPointingDevice* screen = m_screen.get();
    const exploration::View before = m_stage->exploration.view();
    const double width = m_stage->exploration.span().width();
    const QPoint middle = m_stage->ground().toPoint() + QPoint(100, 0);
    const double day = m_stage->dayAt(middle.x());
    QTest::touchEvent(&m_stage->view, screen).press(0, middle - QPoint(40, 0));
    QTest::touchEvent(&m_stage->view, screen).move(0, middle - QPoint(40, 0)).press(1, middle + QPoint(40, 0));
    for (int reach = 50; reach <= 120; reach += 10)
        QTest::touchEvent(&m_stage->view, screen).move(0, middle - QPoint(reach, 0)).move(1, middle + QPoint(reach, 0));
    const double factor = width / m_stage->exploration.span().width();
    QVERIFY2(std::abs(factor - 3) < 0.01, qPrintable(QString::number(factor)));
    QVERIFY(std::abs(m_stage->scene().scale.x(day) - middle.x()) < 1);
    // Both are carried along; and what they leave behind is no tap.
    QTest::touchEvent(&m_stage->view, screen).move(0, middle + QPoint(-90, 5)).move(1, middle + QPoint(150, 5));
    QVERIFY(std::abs(m_stage->scene().scale.x(day) - middle.x() - 30) < 1);
    const exploration::View zoomed = m_stage->exploration.view();
    QTest::touchEvent(&m_stage->view, screen).move(0, middle + QPoint(-90, 5)).release(1, middle + QPoint(150, 5));
    QTest::touchEvent(&m_stage->view, screen).release(0, middle + QPoint(-90, 5));
    QVERIFY(m_stage->exploration.view() == zoomed);
    QVERIFY(zoomed.selection == before.selection);
}

void TestTimelineGestures::oneFingerIsAHand() {
    QPointingDevice* screen = m_screen.get();
    const QPoint mark = m_stage->markOf("lonely")->place.toPoint();
    QTest::touchEvent(&m_stage->view, screen).press(0, mark);
    QTest::touchEvent(&m_stage->view, screen).release(0, mark);
    QCOMPARE(m_stage->selected(), QStringLiteral("lonely"));
    m_stage->showAround("2012-01-01", 900);
    const QPoint at = m_stage->ground().toPoint();
    const double day = m_stage->dayAt(at.x());
    QTest::touchEvent(&m_stage->view, screen).press(0, at);
    QTest::touchEvent(&m_stage->view, screen).move(0, at + QPoint(50, 0));
    QTest::touchEvent(&m_stage->view, screen).release(0, at + QPoint(50, 0));
    QVERIFY(std::abs(m_stage->scene().scale.x(day) - at.x() - 50) < 1);
}

void TestTimelineGestures::theSecondCalendarHasARow() {
    QVERIFY(m_stage->scene().calendarRow.isNull());
    const double lanes = m_stage->scene().lanes.top();
    m_stage->exploration.setSecondCalendar(model::Calendar::SolarHijri);
    const timeline::Scene& scene = m_stage->scene();
    QVERIFY(scene.axis.contains(scene.calendarRow));
    QVERIFY(scene.lanes.top() > lanes);
    QVERIFY(!scene.calendarTicks.isEmpty());
    QVERIFY(!scene.calendarRow.intersects(scene.flag));
    m_stage->exploration.setSecondCalendar(model::Calendar::Gregorian);
    QVERIFY(m_stage->scene().calendarRow.isNull());
    QVERIFY(!m_stage->exploration.view().secondCalendar);
}

QTEST_MAIN(TestTimelineGestures)
#include "tst_timeline_gestures.moc"
