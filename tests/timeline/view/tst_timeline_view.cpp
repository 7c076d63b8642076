#include "app/timeline/view/painter.h"
#include "tests/timeline/view/support_timeline.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace entente;
using namespace entente::test;
using entente::exploration::Exploration;
using entente::exploration::Span;
using entente::timeline::Hit;

/// What clicking and pointing at the timeline does.
class TestTimelineView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }
    void clickOnAMarkSelects_data();
    void clickOnAMarkSelects();
    void clickOnALabelSelects();
    void clickOnThePlainChangesNothing_data();
    void clickOnThePlainChangesNothing();
    void clickOnTheEraSelectsIt();
    void clickInTheTraySelectsAndKeepsTheMoment();
    void clickOnTheAxisSetsTheMoment_data();
    void clickOnTheAxisSetsTheMoment();
    void clickOnAHintGoesThere();
    void clickOnShowAllEmptiesTheFilter();
    void draggedFlagSetsTheMoment_data();
    void draggedFlagSetsTheMoment();
    void doubleClickGoesIn();
    void doubleClickOnALabelGoesIn();
    void doubleClickOnTheGroundChangesNothing();
    void pillOpens();
    void pillThatCannotPartIsAList();
    void hoverFollowsThePointer();
    void hoverNamesWhatAPillHolds();

private:
    std::unique_ptr<Stage> m_stage;
};

void TestTimelineView::clickOnAMarkSelects_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("around");
    QTest::newRow("day") << "first"
                         << "2001-03-12";
    QTest::newRow("month") << "month"
                           << "2005-06-15";
    QTest::newRow("interval") << "long"
                              << "2010-01-05";
    QTest::newRow("two days before another") << "close"
                                             << "2018-05-09";
    QTest::newRow("two days after another") << "closer"
                                            << "2018-05-09";
    QTest::newRow("not after") << "before"
                               << "2003-12-31";
    QTest::newRow("contested") << "contested"
                               << "2008-02-01";
    QTest::newRow("about") << "about"
                           << "2022-08-15";
    QTest::newRow("alone in its lane") << "lonely"
                                       << "2008-04-04";
}

void TestTimelineView::clickOnAMarkSelects() {
    QFETCH(QString, key);
    QFETCH(QString, around);
    m_stage->showAround(around, 40);
    const timeline::EventMark* mark = m_stage->markOf(key);
    QVERIFY(mark);
    const Span span = m_stage->exploration.span();
    m_stage->hand.click(mark->place);
    QCOMPARE(m_stage->selected(), key);
    QCOMPARE(m_stage->exploration.moment(), *model::momentOf(*m_stage->exploration.dossier(), m_stage->event(key)));
    QVERIFY(m_stage->exploration.span() == span);
    QVERIFY(m_stage->markOf(key)->selected);
    QVERIFY(m_stage->view.hasFocus());
}

void TestTimelineView::clickOnALabelSelects() {
    const QList<timeline::Label> labels = m_stage->scene().labels;
    QVERIFY(labels.size() >= 5);
    for (const timeline::Label& label : labels) {
        m_stage->exploration.select({});
        m_stage->hand.click(label.box.center());
        QVERIFY(m_stage->exploration.selection() == model::Subject(label.event));
    }
}

void TestTimelineView::clickOnThePlainChangesNothing_data() {
    QTest::addColumn<int>("part");
    QTest::newRow("ground") << static_cast<int>(Hit::Part::Ground);
    QTest::newRow("lane head") << static_cast<int>(Hit::Part::LaneHead);
    QTest::newRow("flag") << static_cast<int>(Hit::Part::Flag);
    QTest::newRow("brush") << static_cast<int>(Hit::Part::Brush);
    QTest::newRow("pill") << static_cast<int>(Hit::Part::Pill);
}

void TestTimelineView::clickOnThePlainChangesNothing() {
    QFETCH(int, part);
    m_stage->exploration.select(m_stage->find("lonely"));
    m_stage->showAround("2013-01-01", 8000);
    const exploration::View before = m_stage->exploration.view();
    const timeline::Scene& scene = m_stage->scene();
    const QHash<Hit::Part, QPointF> places = {{Hit::Part::Ground, m_stage->ground()},
                                              {Hit::Part::LaneHead, scene.heads.center()},
                                              {Hit::Part::Flag, scene.flag.center()},
                                              {Hit::Part::Brush, scene.minimap.brush.center()},
                                              {Hit::Part::Pill, m_stage->pillOf("close")->box.center()}};
    const QPointF at = places[static_cast<Hit::Part>(part)];
    QCOMPARE(static_cast<int>(timeline::hitTest(scene, at).part), part);
    m_stage->hand.click(at);
    QVERIFY(m_stage->exploration.view() == before);
    m_stage->hand.click(at, Qt::RightButton);
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineView::clickOnTheEraSelectsIt() {
    const model::Day moment = m_stage->exploration.moment();
    QCOMPARE(m_stage->scene().eras.size(), 1);
    m_stage->hand.click(m_stage->scene().eras.first().box.center());
    QCOMPARE(m_stage->selected(), QString("era"));
    QCOMPARE(m_stage->exploration.moment(), moment);
    QVERIFY(m_stage->scene().tintedEra == model::EraId(0));
}

void TestTimelineView::clickInTheTraySelectsAndKeepsTheMoment() {
    const model::Day moment = m_stage->exploration.moment();
    const QList<timeline::TrayItem> items = m_stage->scene().trayItems;
    QCOMPARE(items.size(), 2);
    for (const timeline::TrayItem& item : items) {
        m_stage->hand.click(item.box.center());
        QVERIFY(m_stage->exploration.selection() == model::Subject(item.event));
        QCOMPARE(m_stage->exploration.moment(), moment);
    }
    QVERIFY(m_stage->scene().trayItems.last().selected);
}

void TestTimelineView::clickOnTheAxisSetsTheMoment_data() {
    QTest::addColumn<QString>("event");
    QTest::addColumn<double>("away"); // pixels from the event's moment
    QTest::addColumn<bool>("control");
    QTest::addColumn<bool>("snaps");
    QTest::newRow("far from any event") << "2016-03-03" << 0.0 << false << false;
    QTest::newRow("on an event") << "2022-08-31" << 0.0 << false << true;
    QTest::newRow("before it") << "2022-08-31" << -5.0 << false << true;
    QTest::newRow("after it") << "2022-08-31" << 5.0 << false << true;
    QTest::newRow("out of its reach") << "2022-08-31" << 7.0 << false << false;
    QTest::newRow("freed by Ctrl") << "2022-08-31" << 5.0 << true << false;
}

void TestTimelineView::clickOnTheAxisSetsTheMoment() {
    QFETCH(QString, event);
    QFETCH(double, away);
    QFETCH(bool, control);
    QFETCH(bool, snaps);
    const double x = m_stage->xOf(event) + away;
    const auto there = static_cast<model::Day>(std::floor(m_stage->dayAt(x)));
    m_stage->hand.click({x, m_stage->scene().axis.top() + 5}, Qt::LeftButton,
                        control ? Qt::ControlModifier : Qt::NoModifier);
    QCOMPARE(m_stage->exploration.moment(), snaps ? day(event) : there);
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
    QVERIFY(std::abs(*m_stage->scene().cursor - m_stage->xOf(model::isoText(m_stage->exploration.moment()))) < 0.5);
}

void TestTimelineView::clickOnAHintGoesThere() {
    m_stage->showAround("2018-05-09", 400);
    const auto hint = std::find_if(m_stage->scene().hints.begin(), m_stage->scene().hints.end(),
                                   [this](const timeline::Hint& one) { return one.event == m_stage->event("lonely"); });
    QVERIFY(hint != m_stage->scene().hints.end());
    m_stage->hand.click(hint->box.center());
    QCOMPARE(m_stage->selected(), QString("lonely"));
    QVERIFY(m_stage->markOf("lonely"));
    QVERIFY(std::abs(m_stage->exploration.span().width() - 400) < 1e-6);
}

void TestTimelineView::clickOnShowAllEmptiesTheFilter() {
    m_stage->exploration.setFilter(*model::Filter::parse(u"theme=elsewhere"));
    QVERIFY(!m_stage->scene().showAll.isNull());
    m_stage->hand.click(m_stage->scene().showAll.center());
    QVERIFY(m_stage->exploration.filter().isEmpty());
    QVERIFY(m_stage->scene().showAll.isNull());
}

void TestTimelineView::draggedFlagSetsTheMoment_data() {
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("away");
    QTest::addColumn<bool>("control");
    QTest::addColumn<QString>("moment"); // empty: the day under the pointer
    QTest::newRow("to free ground") << "2016-03-03" << 0.0 << false << "";
    QTest::newRow("near an event") << "2022-08-31" << 4.0 << false << "2022-08-31";
    QTest::newRow("near an event with Ctrl") << "2022-08-31" << 4.0 << true << "";
    QTest::newRow("past the left edge") << "1900-01-01" << 0.0 << false << "first";
    QTest::newRow("past the right edge") << "2100-01-01" << 0.0 << false << "last";
}

void TestTimelineView::draggedFlagSetsTheMoment() {
    QFETCH(QString, to);
    QFETCH(double, away);
    QFETCH(bool, control);
    QFETCH(QString, moment);
    const timeline::Scene scene = m_stage->scene();
    const Span span = m_stage->exploration.span();
    const double x = m_stage->xOf(to) + away;
    m_stage->hand.drag(scene.flag.center(), {x, scene.flag.center().y() + 40}, Qt::LeftButton,
                       control ? Qt::ControlModifier : Qt::NoModifier);
    const auto there =
        static_cast<model::Day>(std::floor(scene.scale.day(std::clamp(x, scene.lanes.left(), scene.lanes.right()))));
    QCOMPARE(m_stage->exploration.moment(), moment.contains('-') ? day(moment) : there);
    QVERIFY(m_stage->exploration.span() == span);
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
}

void TestTimelineView::doubleClickGoesIn() {
    m_stage->hand.doubleClick(m_stage->markOf("long")->place);
    QCOMPARE(m_stage->selected(), QString("long"));
    const Span span = m_stage->exploration.span();
    QVERIFY(span.first < static_cast<double>(day("2010-01-05")) && span.last > static_cast<double>(day("2012-04-06")));
    QVERIFY(span.width() < 2000);
}

void TestTimelineView::doubleClickOnALabelGoesIn() {
    const QList<timeline::Label> labels = m_stage->scene().labels;
    for (const timeline::Label& label : labels) {
        // A selected label may stand elsewhere, or cover others.
        for (const QPointF at :
             {label.box.center(), label.box.topLeft() + QPointF(2, 2), label.box.bottomRight() - QPointF(2, 2)}) {
            m_stage->exploration.showWholeSpan();
            m_stage->exploration.select({});
            // A pill reaches a little over the labels beside it.
            if (timeline::hitTest(m_stage->scene(), at).part == Hit::Part::Pill)
                continue;
            m_stage->hand.doubleClick(at);
            QVERIFY(m_stage->exploration.selection() == model::Subject(label.event));
            Exploration expected;
            expected.open(m_stage->exploration.dossier());
            expected.goInto(label.event);
            QVERIFY(m_stage->exploration.span() == expected.span());
        }
    }
}

void TestTimelineView::doubleClickOnTheGroundChangesNothing() {
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.doubleClick(m_stage->ground());
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineView::pillOpens() {
    QVERIFY(m_stage->pillOf("close"));
    QCOMPARE(m_stage->pillOf("close")->members.size(), 2);
    m_stage->hand.doubleClick(m_stage->pillOf("close")->box.center());
    QVERIFY(m_stage->markOf("close"));
    QVERIFY(m_stage->markOf("closer"));
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
}

void TestTimelineView::pillThatCannotPartIsAList() {
    QVERIFY(m_stage->pillOf("same"));
    const Span span = m_stage->exploration.span();
    QStringList listed;
    QTimer::singleShot(0, qApp, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const QAction* action : menu->actions())
            listed.append(action->text());
        menu->actions().last()->trigger();
        menu->close();
    });
    m_stage->hand.doubleClick(m_stage->pillOf("same")->box.center());
    QCOMPARE(listed, QStringList({"What is called same", "What is called same-too"}));
    QCOMPARE(m_stage->selected(), QString("same-too"));
    QVERIFY(m_stage->exploration.span() == span);
}

void TestTimelineView::hoverFollowsThePointer() {
    QSignalSpy told(&m_stage->exploration, &Exploration::hoverChanged);
    const exploration::View before = m_stage->exploration.view();
    const QPointF mark = m_stage->markOf("lonely")->place;
    m_stage->hand.move(mark);
    m_stage->hand.move(mark + QPointF(1, 1));
    QVERIFY(m_stage->exploration.hovered() == m_stage->find("lonely"));
    QVERIFY(timeline::hoverBox(m_stage->scene(), theme::Theme(), m_stage->find("lonely")));
    QCOMPARE(told.size(), 1);
    m_stage->hand.move(m_stage->ground());
    QVERIFY(model::isNothing(m_stage->exploration.hovered()));
    m_stage->hand.move(m_stage->scene().eras.first().box.center());
    QVERIFY(m_stage->scene().tintedEra == model::EraId(0));
    m_stage->hand.leave();
    QVERIFY(model::isNothing(m_stage->exploration.hovered()));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineView::hoverNamesWhatAPillHolds() {
    m_stage->hand.move(m_stage->pillOf("close")->box.center());
    QVERIFY(QToolTip::text().contains("What is called close<br>"));
    QVERIFY(QToolTip::text().contains("What is called closer"));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
