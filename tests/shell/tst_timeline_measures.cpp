#include "tests/shell/support_window.h"

#include <QTest>

using namespace entente;
using namespace entente::shell;
using timeline::EventMark;
using timeline::Label;

/// What the timeline of the bundled dossier names at its whole period, in the window and the fonts of the program.
class TestTimelineMeasures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void mostEventsOutsidePillsAreNamed();
    void everyKeyEventIsNamedOrToldByItsPill();
    void noLabelTouchesALabelOrAMark();
    void theSelectedLabelTouchesNoPill_data();
    void theSelectedLabelTouchesNoPill();
};

namespace {

bool isNamed(const timeline::Scene& scene, model::EventId event) {
    return std::any_of(scene.labels.begin(), scene.labels.end(),
                       [event](const Label& label) { return label.event == event; });
}

} // namespace

void TestTimelineMeasures::mostEventsOutsidePillsAreNamed() {
    TestWindow window;
    const timeline::Scene& scene = window->panels().timeline().scene();
    int outside = 0, named = 0;
    for (const EventMark& mark : scene.marks) {
        outside += mark.inPill ? 0 : 1;
        named += !mark.inPill && isNamed(scene, mark.event) ? 1 : 0;
    }
    QVERIFY(outside > 10);
    QVERIFY2(named >= 0.65 * outside, qPrintable(QString("%1 of %2").arg(named).arg(outside)));
}

void TestTimelineMeasures::everyKeyEventIsNamedOrToldByItsPill() {
    TestWindow window;
    window->exploration().select({});
    const timeline::Scene& scene = window->panels().timeline().scene();
    int keys = 0, unnamed = 0;
    for (const EventMark& mark : scene.marks) {
        const bool isKey = window.dossier().event(mark.event).importance >= model::keyImportance;
        keys += isKey ? 1 : 0;
        unnamed += isKey && !isNamed(scene, mark.event) ? 1 : 0;
    }
    qsizetype told = 0;
    for (const timeline::Pill& pill : scene.pills) {
        told += pill.unnamedKeys;
        QVERIFY(pill.words.startsWith(QString::number(pill.count)));
        QCOMPARE(pill.words.contains("key"), pill.unnamedKeys > 0);
    }
    QVERIFY(keys >= 5);
    QCOMPARE(told, unnamed);
}

void TestTimelineMeasures::noLabelTouchesALabelOrAMark() {
    TestWindow window;
    const exploration::Span whole = window->exploration().wholeSpan();
    for (double zoom = 1; zoom < 3000; zoom *= 1.6) {
        window->exploration().setSpan({whole.last - whole.width() / zoom, whole.last});
        const timeline::Scene& scene = window->panels().timeline().scene();
        for (qsizetype i = 0; i < scene.labels.size(); ++i) {
            for (qsizetype j = i + 1; j < scene.labels.size(); ++j)
                QVERIFY2(!scene.labels[i].box.intersects(scene.labels[j].box),
                         qPrintable(scene.labels[i].title + " on " + scene.labels[j].title));
            for (const EventMark& mark : scene.marks)
                QVERIFY2(mark.inPill || !mark.inFrame || !scene.labels[i].box.contains(mark.place),
                         qPrintable(scene.labels[i].title));
        }
    }
}

void TestTimelineMeasures::theSelectedLabelTouchesNoPill_data() {
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1600, 1000), QSize(1024, 680), QSize(1280, 800)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

/// Nor does its frame, in lanes of any height.
void TestTimelineMeasures::theSelectedLabelTouchesNoPill() {
    QFETCH(QSize, size);
    TestWindow window(bundledFile(), size);
    qsizetype seen = 0;
    for (const model::EventId event : window.dossier().eventsInOrder()) {
        window->exploration().select(event);
        const timeline::Scene& scene = window->panels().timeline().scene();
        const auto label =
            std::find_if(scene.labels.begin(), scene.labels.end(), [](const Label& one) { return one.selected; });
        if (label == scene.labels.end())
            continue;
        const QRectF frame = label->box.adjusted(-7, -1, 7, 0.75);
        for (const timeline::Pill& pill : scene.pills) {
            ++seen;
            QVERIFY2(!pill.box.intersects(frame), qPrintable(label->title + " on " + pill.words));
        }
    }
    QVERIFY(seen > 20);
}

QTEST_MAIN(TestTimelineMeasures)
#include "tst_timeline_measures.moc"
