#include "tests/timeline/view/support_timeline.h"

#include "db/model/vocabulary.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::test;

/// Lanes that are collapsed, moved and hidden by hand.
class TestTimelineLanes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }
    void aDoubleClickOnTheHeadCollapses();
    void aCollapsedLaneKeepsItsMarks();
    void lanesMoveAndComeBack();
    void aHiddenLaneIsInTheFilter();
    void theLastLaneCannotBeHidden();
    void headsTellHowManyAreShown();
    void sortingAnewShowsOtherLanes();
    void theSelectedEventHasALane();
    void aThumbTellsThatLanesScroll();

private:
    QStringList lanes() const;

    std::unique_ptr<Stage> m_stage;
};

QStringList TestTimelineLanes::lanes() const {
    QStringList keys;
    for (const timeline::Lane& lane : m_stage->scene().laneList)
        keys.append(lane.key);
    return keys;
}

void TestTimelineLanes::aDoubleClickOnTheHeadCollapses() {
    const timeline::Lane lane = m_stage->scene().laneList[1];
    const QPointF head(m_stage->scene().heads.center().x(), lane.frame.center().y());
    m_stage->hand.doubleClick(head);
    QVERIFY(m_stage->scene().laneList[1].collapsed);
    QVERIFY(m_stage->scene().laneList[1].frame.height() < lane.frame.height() / 2);
    for (const timeline::Label& label : m_stage->scene().labels)
        QVERIFY(!m_stage->scene().laneList[1].frame.contains(label.box.center()) || label.selected);
    QCOMPARE(m_stage->scene().laneList.last().frame.bottom(), m_stage->scene().lanes.bottom());
    m_stage->hand.doubleClick({head.x(), m_stage->scene().laneList[1].frame.center().y()});
    QCOMPARE(m_stage->scene().laneList[1].frame, lane.frame);
}

void TestTimelineLanes::aCollapsedLaneKeepsItsMarks() {
    const auto marksOf = [this](qsizetype lane) {
        const QList<timeline::EventMark>& marks = m_stage->scene().marks;
        return std::count_if(marks.begin(), marks.end(), [lane](const auto& mark) { return mark.lane == lane; });
    };
    for (qsizetype lane = 0; lane < m_stage->scene().laneList.size(); ++lane) {
        const qsizetype before = marksOf(lane);
        QVERIFY(before > 0);
        m_stage->view.toggleLane(lanes()[lane]);
        QCOMPARE(marksOf(lane), before);
    }
}

void TestTimelineLanes::lanesMoveAndComeBack() {
    const QStringList before = lanes();
    QVERIFY(before.size() >= 3);
    m_stage->view.moveLane(before[1], -1);
    QCOMPARE(lanes().first(2), (QStringList{before[1], before[0]}));
    m_stage->view.moveLane(before[1], -1); // is the first already
    QCOMPARE(lanes().first(), before[1]);
    m_stage->view.moveLaneToTop(before[2]);
    QCOMPARE(lanes().first(3), (QStringList{before[2], before[1], before[0]}));
    m_stage->view.restoreLanes();
    QCOMPARE(lanes(), before);
}

void TestTimelineLanes::aHiddenLaneIsInTheFilter() {
    const QStringList before = lanes();
    m_stage->view.hideLane(before[0]);
    QCOMPARE(m_stage->exploration.filter().text(), "lane!=" + before[0]);
    QCOMPARE(lanes(), before.mid(1));
    m_stage->view.hideLane(before[1]);
    QCOMPARE(lanes(), before.mid(2));
    m_stage->view.restoreLanes();
    QVERIFY(m_stage->exploration.filter().isEmpty());
    QCOMPARE(lanes(), before);
}

void TestTimelineLanes::theLastLaneCannotBeHidden() {
    const QString lane = lanes().first();
    m_stage->exploration.setFilter({});
    m_stage->exploration.setFilter(m_stage->exploration.filter().with(model::Filter::Field::Lane, {lane}));
    QCOMPARE(lanes(), QStringList{lane});
    QVERIFY(!m_stage->view.canHide(lane));
    m_stage->view.hideLane(lane);
    QCOMPARE(lanes(), QStringList{lane});
}

void TestTimelineLanes::headsTellHowManyAreShown() {
    for (const timeline::Lane& lane : m_stage->scene().laneList)
        QVERIFY(lane.count.isEmpty());
    m_stage->exploration.setFilter(*model::Filter::parse(u"importance>=4"));
    qsizetype shown = 0, all = 0;
    for (const timeline::Lane& lane : m_stage->scene().laneList) {
        const QStringList words = lane.count.split(" of ");
        if (words.size() != 2)
            continue;
        QVERIFY(words[0].toInt() < words[1].toInt());
        all += words[1].toInt();
        shown += words[0].toInt();
    }
    QVERIFY(all > 0);
    qsizetype hidden = 0;
    for (const model::EventId event : m_stage->exploration.dossier()->eventsInOrder())
        hidden += !m_stage->exploration.shownEvents()[event.index];
    QCOMPARE(all - shown, hidden);
}

void TestTimelineLanes::sortingAnewShowsOtherLanes() {
    m_stage->exploration.setLanes({model::LanesBy::Tenor, {}, {}});
    QCOMPARE(lanes(), (QStringList{"cooperation", "pressure", "conflict", "neutral"}));
    for (const timeline::EventMark& mark : m_stage->scene().marks)
        QCOMPARE(lanes()[mark.lane], model::wordOf(mark.tenor));
    QSignalSpy changed(&m_stage->exploration, &exploration::Exploration::lanesChanged);
    m_stage->exploration.setLanes({model::LanesBy::Tenor, {}, {}});
    QCOMPARE(changed.count(), 0);
}

void TestTimelineLanes::theSelectedEventHasALane() {
    m_stage->exploration.select({});
    QVERIFY(!m_stage->view.laneOfSelection());
    m_stage->exploration.select(m_stage->find("lonely"));
    QCOMPARE(m_stage->view.laneOfSelection(), lanes()[m_stage->markOf("lonely")->lane]);
    m_stage->view.hideLane(*m_stage->view.laneOfSelection());
    QVERIFY(!m_stage->view.laneOfSelection());
}

void TestTimelineLanes::aThumbTellsThatLanesScroll() {
    QVERIFY(m_stage->scene().scrollThumb.isNull());
    Stage low(manyLanes(), {980, 420});
    const QRectF lanes = low.scene().lanes, thumb = low.scene().scrollThumb;
    QCOMPARE(thumb.top(), lanes.top());
    QVERIFY(thumb.height() > 0 && thumb.bottom() < lanes.bottom() - 1);
    low.hand.drag({low.scene().heads.center().x(), lanes.bottom() - 5}, {low.scene().heads.center().x(), -2000});
    QCOMPARE(low.scene().scrollThumb.bottom(), lanes.bottom());
    for (const QString& lane : {low.scene().laneList[0].key, low.scene().laneList[1].key})
        low.view.toggleLane(lane);
    QVERIFY(low.scene().scrollThumb.height() > thumb.height());
}

QTEST_MAIN(TestTimelineLanes)
#include "tst_timeline_lanes.moc"
