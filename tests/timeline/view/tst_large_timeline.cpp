#include "tests/bench/synthetic.h"
#include "tests/timeline/view/support_timeline.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::test;

/// More events than are sorted within a frame: a worker sorts them, and meanwhile nothing of another dossier is seen.
class TestLargeTimeline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }
    void nothingOldIsSeenWhileSorting();
    void filterKeepsThePictureUntilItIsSorted();
    void oldSelectionIsNotLookedFor();
    void closingWhileSortingIsSafe();
    void labelsComeWhileItMovesAndAllOnceItStands();
    void editedTitlesAreSaidOnceSorted();
    void outliersAreSaidAndReached();
    void whatIsListedIsRingedInStrips();

private:
    static constexpr int patience = 30'000; ///< milliseconds, for machines that are busy
    void openLarge();
    static qsizetype eventsIn(const timeline::Scene& scene);
    static QSet<model::EventId> labelled(const timeline::Scene& scene);

    model::DossierPointer m_large;
    std::unique_ptr<Stage> m_stage;
};

void TestLargeTimeline::initTestCase() {
    prepareApplication();
    m_large = std::make_shared<const model::Dossier>(bench::Synthetic({25'000, 10, 10, 3}).tables());
}

/// How many events the lanes show, by themselves or joined.
qsizetype TestLargeTimeline::eventsIn(const timeline::Scene& scene) {
    qsizetype count = 0;
    for (const timeline::Pill& pill : scene.pills)
        count += pill.count;
    for (const timeline::EventMark& mark : scene.marks)
        count += !mark.inPill && mark.inFrame;
    return count;
}

QSet<model::EventId> TestLargeTimeline::labelled(const timeline::Scene& scene) {
    QSet<model::EventId> events;
    for (const timeline::Label& label : scene.labels)
        events.insert(label.event);
    return events;
}

void TestLargeTimeline::openLarge() {
    m_stage->exploration.open(m_large);
    (void)m_stage->scene();
}

void TestLargeTimeline::nothingOldIsSeenWhileSorting() {
    QVERIFY(eventsIn(m_stage->scene()) > 0);
    openLarge();
    QVERIFY(m_stage->view.isSorting());
    QCOMPARE(eventsIn(m_stage->scene()), 0);
    QVERIFY(!m_stage->scene().emptyText.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    QVERIFY(m_stage->scene().emptyText.isEmpty());
    QVERIFY(eventsIn(m_stage->scene()) > 20'000);
}

void TestLargeTimeline::filterKeepsThePictureUntilItIsSorted() {
    openLarge();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    const qsizetype all = eventsIn(m_stage->scene());
    m_stage->exploration.setFilter(*model::Filter::parse(u"tenor=conflict"));
    QCOMPARE(eventsIn(m_stage->scene()), all);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    QVERIFY(eventsIn(m_stage->scene()) < all);
    QCOMPARE(m_stage->exploration.shownCount() > 0, true);
}

/// The next state of a dossier may have events that the present picture does not know.
void TestLargeTimeline::oldSelectionIsNotLookedFor() {
    openLarge();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    model::Tables tables = m_large->tables();
    tables.events.append(tables.events.first());
    m_stage->exploration.replace(std::make_shared<const model::Dossier>(tables));
    m_stage->exploration.select(model::EventId(tables.events.size() - 1));
    QVERIFY(eventsIn(m_stage->scene()) > 0);
    QVERIFY(m_stage->view.isSorting());
    QVERIFY(!m_stage->view.laneOfSelection());
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    QVERIFY(m_stage->view.laneOfSelection());
}

void TestLargeTimeline::closingWhileSortingIsSafe() {
    openLarge();
    QVERIFY(m_stage->view.isSorting());
    m_stage.reset();
    QCoreApplication::processEvents();
}

void TestLargeTimeline::labelsComeWhileItMovesAndAllOnceItStands() {
    openLarge();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    (void)m_stage->scene();
    const exploration::Span whole = m_stage->exploration.wholeSpan();
    const double width = whole.width() / 50, first = whole.first + 0.8 * whole.width();
    m_stage->exploration.setSpan({first, first + width});
    const QSet<model::EventId> moving = labelled(m_stage->scene());
    QVERIFY(m_stage->scene().labelsWait);
    m_stage->view.setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->scene().labelsWait, patience);
    const QSet<model::EventId> standing = labelled(m_stage->scene());
    QVERIFY(standing.size() > moving.size());
    QVERIFY(standing.contains(moving));
    m_stage->exploration.setSpan({first + width / 100, first + 1.01 * width}); // hardly anything comes into view
    QVERIFY(!m_stage->scene().labelsWait);
}

/// While a worker sorts what was edited, what was there before is shown, in its own words.
void TestLargeTimeline::editedTitlesAreSaidOnceSorted() {
    openLarge();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    const model::EventId event = m_stage->scene().labels.first().event;
    model::Tables tables = m_large->tables();
    model::Event edited = tables.events[event.index];
    edited.title = edited.shortTitle = QStringLiteral("Edited");
    tables.events.replace(event.index, edited);
    m_stage->exploration.replace(std::make_shared<const model::Dossier>(tables));
    const auto title = [this, event] {
        for (const timeline::Label& label : m_stage->scene().labels)
            if (label.event == event)
                return label.title;
        return QString();
    };
    const QString before = title();
    QVERIFY(m_stage->view.isSorting());
    QVERIFY(!before.isEmpty() && before != "Edited");
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    QCOMPARE(title(), QStringLiteral("Edited"));
}

void TestLargeTimeline::outliersAreSaidAndReached() {
    model::Tables tables = threeLanes();
    const qsizetype before = tables.events.size();
    model::Event far = tables.events.first();
    far.key = "far";
    far.claims.first().date = *model::Edtf::parse(u"Y9999999");
    tables.events.append(far);
    m_stage = std::make_unique<Stage>(tables);
    QVERIFY(before >= 10);
    QVERIFY(!m_stage->scene().outside.isNull());
    QVERIFY(m_stage->scene().bottom.contains(m_stage->scene().outside));
    QCOMPARE(timeline::hitTest(m_stage->scene(), m_stage->scene().outside.center()).part, timeline::Hit::Part::Outside);
    QVERIFY(m_stage->scene().scale.x(static_cast<double>(day("2026-01-01"))) < 2 * m_stage->scene().lanes.right());
    m_stage->hand.click(m_stage->scene().outside.center());
    QVERIFY(m_stage->markOf("far") || m_stage->pillOf("far"));
    m_stage->view.fit();
    QVERIFY(!m_stage->exploration.view().span);
    QVERIFY(!m_stage->markOf("far") && !m_stage->pillOf("far"));
}

/// The columns that hold it, as marks and pills are, as long as it is listed.
void TestLargeTimeline::whatIsListedIsRingedInStrips() {
    openLarge();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->view.isSorting(), patience);
    const auto picture = [this] { return m_stage->view.grab().toImage(); };
    const QImage plain = picture();
    QList<model::Subject> listed;
    for (qint32 i = 0; i < 6; ++i)
        listed.append(model::EventId(i * 4001));
    m_stage->exploration.highlight(listed);
    const QImage ringed = picture();
    int rings = 0;
    for (const timeline::DensityStrip& strip : m_stage->scene().density)
        for (const qsizetype column : strip.sought) {
            const QRectF box = strip.box(column);
            const QPoint above(qRound(box.center().x()), qRound(box.top() - 3));
            QVERIFY(ringed.pixelColor(above) != plain.pixelColor(above));
            QVERIFY(qGray(ringed.pixel(above)) < 120);
            ++rings;
        }
    QVERIFY(rings > 2);
    m_stage->exploration.highlight({});
    QCOMPARE(picture(), plain);
}

QTEST_MAIN(TestLargeTimeline)
#include "tst_large_timeline.moc"
