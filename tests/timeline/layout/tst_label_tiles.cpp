#include "app/timeline/layout/label_tiles.h"

#include <QtTest>

using namespace entente::timeline;

/// Labels that are prepared a few at a time, as they come into view.
class TestLabelTiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void labelsComeInStepsAndStay_data();
    void labelsComeInStepsAndStay();
    void nothingPreparedShowsNothing();
    void whatIsForgottenIsChosenAsBefore();

private:
    static constexpr double days = 40'000, pixels = 1800;
    static constexpr LabelRoom room{3, 0, days, pixels / days, 900 / 365.2425};

    LabelTiles tiles() const;
    static QMap<qsizetype, LabelRange> rangesOf(const LabelTiles::Labels& labels);
    LabelTiles::Labels labels(LabelTiles& tiles, double zoom, qsizetype most) const;

    LaneIndex m_lane;
};

void TestLabelTiles::init() {
    m_lane = LaneIndex();
    quint32 seed = 5;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    for (int i = 0; i < 5000; ++i) {
        LaneIndex::Entry entry;
        entry.event = entente::model::EventId(i);
        entry.day = entry.first = entry.last = random(static_cast<quint32>(days));
        entry.importance = 1 + static_cast<int>(random(5));
        m_lane.add(entry);
    }
    m_lane.finish();
}

LabelTiles TestLabelTiles::tiles() const {
    return {m_lane, room, [this](qsizetype place) {
                const double width = 60 + static_cast<double>(place % 7) * 12;
                return LabelRequest{m_lane.day(place), {width, width + 40, width + 90}, m_lane.importance(place)};
            }};
}

QMap<qsizetype, LabelRange> TestLabelTiles::rangesOf(const LabelTiles::Labels& labels) {
    QMap<qsizetype, LabelRange> ranges;
    for (const LabelTiles::Placed& label : labels.placed)
        ranges.insert(label.place, label.range);
    return ranges;
}

/// Those of a window as wide as the whole period is at the least zoom.
LabelTiles::Labels TestLabelTiles::labels(LabelTiles& tiles, double zoom, qsizetype most) const {
    const double first = days * 0.61;
    return tiles.labels(room.least * zoom, first, first + days / zoom, most);
}

void TestLabelTiles::labelsComeInStepsAndStay_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 2.0, 7.3, 60.0, 900.0})
        QTest::addRow("%g times", zoom) << zoom;
}

void TestLabelTiles::labelsComeInStepsAndStay() {
    QFETCH(double, zoom);
    LabelTiles atOnce = tiles(), inSteps = tiles();
    const LabelTiles::Labels all = labels(atOnce, zoom, std::numeric_limits<qsizetype>::max());
    QVERIFY(!all.wait && !all.placed.isEmpty());
    QMap<qsizetype, LabelRange> before;
    int steps = 0;
    for (bool wait = true; wait; ++steps) {
        QVERIFY2(steps < 60, "each step prepares a tile");
        const LabelTiles::Labels some = labels(inSteps, zoom, 1);
        const auto ranges = rangesOf(some);
        for (auto label = before.begin(); label != before.end(); ++label)
            QCOMPARE(ranges.value(label.key()), label.value());
        QVERIFY(some.prepared > 0 || !some.wait);
        before = ranges;
        wait = some.wait;
    }
    QCOMPARE(before, rangesOf(all));
    QCOMPARE(labels(inSteps, zoom, 0).prepared, 0);
    QVERIFY(steps >= (zoom < 2 ? 1 : 2));
}

void TestLabelTiles::nothingPreparedShowsNothing() {
    LabelTiles fresh = tiles();
    const LabelTiles::Labels none = labels(fresh, 50, 0);
    QVERIFY(none.wait && none.placed.isEmpty() && none.prepared == 0);
}

/// More tiles than are kept, and back to the first view.
void TestLabelTiles::whatIsForgottenIsChosenAsBefore() {
    constexpr auto all = std::numeric_limits<qsizetype>::max();
    LabelTiles kept = tiles();
    const auto before = rangesOf(labels(kept, 300, all));
    const double zoom = 4000, width = days / zoom;
    for (int i = 0; i < 3000; ++i) {
        for (const qsizetype most : {all, qsizetype(0)})
            QVERIFY(!kept.labels(room.least * zoom, i * width, (i + 1) * width, most).wait);
        QVERIFY2(!kept.labels(room.least, 0, days, 0).wait, "what holds the view is not forgotten");
    }
    QCOMPARE(rangesOf(labels(kept, 300, all)), before);
    QCOMPARE(labels(kept, 300, 0).wait, false);
}

QTEST_APPLESS_MAIN(TestLabelTiles)
#include "tst_label_tiles.moc"
