#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/picture_lane.h"
#include "app/timeline/layout/picture_scene.h"
#include "tests/timeline/layout/support_picture.h"
#include "tests/timeline/layout/support_scene.h"

#include <QTest>

using namespace entente;
using namespace entente::timeline;
using entente::test::inputOf;
using entente::test::pictureFaults;
using entente::test::someDossier;

/// The timeline of a picture: every mark is named, and nothing lies on anything.
class TestPictureScene : public QObject {
    Q_OBJECT

private slots:
    void everyMarkIsNamed_data();
    void everyMarkIsNamed();
    void bandsNameEveryMarkOnce_data();
    void bandsNameEveryMarkOnce();
    void wedgeMeetsWindowAndBand();
    void marksOfOneDayStandAboveOneAnother();
    void datesAreDepictedAsOnScreen();
    void partsOfTheTimeNameWhatReachesIn();
    void crowdedLanesAreHigher();
    void collapsedLanesHaveNumbers();
    void crowdedLanesLeaveOthersTheirLabels();
    void joinedLanesHaveNoHeads();
    void erasDoNotLieOnTheWedge();
    void undatedEventsAreNamedOrCounted_data();
    void undatedEventsAreNamedOrCounted();
    void leastImportantAreLeftOutAndCounted_data();
    void leastImportantAreLeftOutAndCounted();
    void hundredThousandEventsAreNamedOrCounted();
    void theSameInputGivesTheSamePicture();
};

namespace {

Input pictureInput(const model::DossierPointer& dossier, QSizeF size = {1600, 1400}) {
    Input input = inputOf(dossier, size);
    input.chrome = false;
    return input;
}

QList<model::EventId> allOf(const model::Dossier& dossier) {
    return QList<model::EventId>(dossier.eventsInOrder().begin(), dossier.eventsInOrder().end());
}

/// Three lanes of one event kind: date, importance and lane of each event.
model::DossierPointer dossierOf(const QList<std::tuple<QString, int, int>>& events) {
    model::Tables tables;
    for (int lane = 0; lane < 3; ++lane)
        tables.themes.append({QString("lane-%1").arg(lane), QString("Lane %1").arg(lane), "globe", lane + 1, {}});
    tables.eventKinds.append({"fact", "Fact", model::Mark::Square, model::Tenor::Neutral});
    for (const auto& [date, importance, lane] : events) {
        model::Event event;
        event.key = QString("event-%1").arg(tables.events.size());
        event.title = QString("What happened as %1").arg(tables.events.size());
        event.kind = model::EventKindId(0);
        event.importance = importance;
        event.themes = {model::ThemeId(lane)};
        for (const QString& claimed : date.split(' ')) {
            model::DateClaim claim;
            claim.date = *model::Edtf::parse(claimed);
            claim.preferred = event.claims.isEmpty();
            event.claims.append(claim);
        }
        tables.events.append(event);
    }
    return std::make_shared<const model::Dossier>(std::move(tables));
}

const EventMark* markOf(const Scene& scene, qsizetype event) {
    for (const EventMark& mark : scene.marks)
        if (mark.event.index == event)
            return &mark;
    return nullptr;
}

void addSeeds() {
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const int count = 10 + static_cast<int>(seed - 1) * 390 / 19;
        QTest::addRow("%d events, seed %u", count, seed) << count << seed;
    }
}

} // namespace

void TestPictureScene::everyMarkIsNamed_data() {
    addSeeds();
}

void TestPictureScene::everyMarkIsNamed() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    const auto dossier = someDossier(count, seed);
    // Enough height for the numbers of the most crowded.
    Input input = pictureInput(dossier, {1600, 900.0 + 6 * count});
    const Scene scene = layOutPicture(input);
    QCOMPARE(pictureFaults({scene}, allOf(*dossier)).join('\n'), QString());
    QCOMPARE(scene.unnamed, 0);
    QVERIFY(scene.pills.isEmpty());
    input.selection = model::EventId(count / 2);
    QCOMPARE(pictureFaults({layOutPicture(input)}, allOf(*dossier)).join('\n'), QString());
}

void TestPictureScene::bandsNameEveryMarkOnce_data() {
    addSeeds();
}

void TestPictureScene::bandsNameEveryMarkOnce() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    const auto dossier = someDossier(count, seed);
    const Input input = pictureInput(dossier, {2400, 700.0 + 8 * count});
    const double third = input.whole.width() / 3;
    const DaySpan window{input.whole.first + third, input.whole.first + 1.5 * third};
    const Bands bands = layOutBands(input, window, {});
    const auto unnamed = bands.upper.unnamed + bands.lower.unnamed;
    if (count < 140) { // more than 150 of a band are too many to be named
        QCOMPARE(pictureFaults({bands.upper, bands.lower}, allOf(*dossier)).join('\n'), QString());
        QCOMPARE(unnamed, 0);
    }
    qsizetype drawn = unnamed;
    for (const Scene* scene : {&bands.upper, &bands.lower})
        for (const EventMark& mark : scene->marks) {
            ++drawn;
            const double day = *markDay(dossier->claimInUse(mark.event)->date);
            QCOMPARE(day >= window.first && day < window.last, scene == &bands.lower);
        }
    QCOMPARE(drawn, count);
    QCOMPARE(bands.origin.y() + bands.lower.frame.height(), input.size.height());
}

void TestPictureScene::wedgeMeetsWindowAndBand() {
    const Input input = pictureInput(someDossier(60, 4));
    const DaySpan window{input.whole.last - 900, input.whole.last - 300};
    const Bands bands = layOutBands(input, window, {});
    const Scene &upper = bands.upper, &lower = bands.lower;
    QCOMPARE(upper.wedge.size(), 4);
    QCOMPARE(upper.wedge[0].x(), upper.scale.x(window.first));
    QCOMPARE(upper.wedge[1].x(), upper.scale.x(window.last));
    QCOMPARE(upper.wedge[0], upper.window.bottomLeft());
    QCOMPARE(upper.wedge[2], lower.frame.topRight() + bands.origin);
    QCOMPARE(upper.wedge[3], lower.frame.topLeft() + bands.origin);
    // The lower band's own days, less room for whole marks at its ends.
    QVERIFY(std::abs(lower.scale.x(window.first) - lower.lanes.left() - 16) < 0.01);
    QVERIFY(std::abs(lower.lanes.right() - lower.scale.x(window.last) - 16) < 0.01);
    QVERIFY(lower.wedge.isEmpty() && lower.window.isNull());
}

void TestPictureScene::marksOfOneDayStandAboveOneAnother() {
    const auto dossier = dossierOf({{"2001-01-01", 3, 0},
                                    {"2010-05-05", 5, 0},
                                    {"2010-05-05", 3, 0},
                                    {"2010-05-05", 1, 0},
                                    {"2010-05-05", 1, 1},
                                    {"2020-01-01", 3, 0}});
    const Scene scene = layOutPicture(pictureInput(dossier, {1200, 600}));
    QCOMPARE(pictureFaults({scene}, allOf(*dossier)).join('\n'), QString());
    QList<double> heights;
    for (const qsizetype event : {1, 2, 3}) {
        QCOMPARE(markOf(scene, event)->place.x(), markOf(scene, 4)->place.x());
        heights.append(markOf(scene, event)->place.y());
    }
    std::sort(heights.begin(), heights.end());
    QVERIFY(heights[1] - heights[0] >= 13 && heights[2] - heights[1] >= 13);
    QCOMPARE(markOf(scene, 0)->place.y(), scene.laneList[0].baseline);
}

/// But for their heights, which stand on levels.
void TestPictureScene::datesAreDepictedAsOnScreen() {
    const auto dossier = dossierOf({{"2001", 3, 0},
                                    {"2004-03~", 3, 1},
                                    {"2006-01-01/2009-01-01", 3, 2},
                                    {"2010-01-01/..", 3, 1},
                                    {"2008-01-01/", 3, 0},
                                    {"2012-03-12 2013-03-22", 5, 2},
                                    {"[..2015-01-01]", 3, 0},
                                    {"2020-01-01", 3, 1}});
    const Input input = pictureInput(dossier, {1400, 700});
    const Scene picture = layOutPicture(input);
    QCOMPARE(pictureFaults({picture}, allOf(*dossier)).join('\n'), QString());
    for (qsizetype event = 0; event < 8; ++event) {
        const EventMark& drawn = *markOf(picture, event);
        EventMark plain;
        plain.event = model::EventId(event);
        plain.place.setY(drawn.place.y());
        QVERIFY(depict(*dossier, dossier->view(plain.event), picture.scale, picture.lanes, input.measures, plain));
        QCOMPARE(drawn.place, plain.place);
        QCOMPARE(drawn.bar, plain.bar);
        QCOMPARE(drawn.barLeft, plain.barLeft);
        QCOMPARE(drawn.barRight, plain.barRight);
        QCOMPARE(drawn.fadeRight, plain.fadeRight);
        QCOMPARE(drawn.bridge, plain.bridge);
        QCOMPARE(drawn.otherClaims, plain.otherClaims);
        QCOMPARE(drawn.hollow, plain.hollow);
        QCOMPARE(drawn.dot, plain.dot);
    }
    QVERIFY(markOf(picture, 3)->barRight == End::Chevrons && markOf(picture, 5)->bridge);
}

void TestPictureScene::partsOfTheTimeNameWhatReachesIn() {
    const auto dossier = dossierOf({{"2000-01-01/2012-01-01", 3, 0},
                                    {"2005-01-01", 3, 0},
                                    {"2010-01-01", 3, 1},
                                    {"2010-12-31", 3, 1},
                                    {"2011-01-01", 3, 1},
                                    {"2010-06-01/2030-01-01", 3, 2}});
    Input input = pictureInput(dossier, {1200, 600});
    input.span = {static_cast<double>(model::dayOf(2010, 1, 1)), static_cast<double>(model::dayOf(2011, 1, 1))};
    const Scene scene = layOutPicture(input);
    const QList<model::EventId> shown{model::EventId(0), model::EventId(2), model::EventId(3), model::EventId(5)};
    QCOMPARE(pictureFaults({scene}, shown).join('\n'), QString());
    QCOMPARE(scene.marks.size(), 4);
    QVERIFY(!markOf(scene, 0)->inFrame && markOf(scene, 2)->inFrame && markOf(scene, 3)->inFrame);
}

void TestPictureScene::crowdedLanesAreHigher() {
    QList<std::tuple<QString, int, int>> events{{"2000-01-01", 3, 1}, {"2020-01-01", 3, 1}};
    for (int i = 0; i < 20; ++i)
        events.append({QString("20%1-03-%2").arg(10 + i / 10).arg(10 + i % 10), 3, 0});
    const auto dossier = dossierOf(events);
    const Scene scene = layOutPicture(pictureInput(dossier, {1400, 600}));
    QVERIFY(scene.laneList[0].frame.height() > 2 * scene.laneList[1].frame.height());
    double all = 0;
    for (const Lane& lane : scene.laneList)
        all += lane.frame.height();
    QVERIFY(std::abs(all - scene.lanes.height()) < 0.01);
}

void TestPictureScene::collapsedLanesHaveNumbers() {
    const auto dossier = someDossier(40, 5);
    Input input = pictureInput(dossier, {1400, 900});
    model::LaneChoice choice;
    choice.collapsed = {"lane-2"};
    input.lanes = std::make_shared<const Lanes>(*dossier, choice, model::Filter(), LaneWords());
    const Scene scene = layOutPicture(input);
    QCOMPARE(pictureFaults({scene}, allOf(*dossier)).join('\n'), QString());
    for (const Label& label : scene.labels)
        QVERIFY(dossier->view(label.event).firstTheme.index != 2);
    QVERIFY(!scene.keys.isEmpty());
}

void TestPictureScene::crowdedLanesLeaveOthersTheirLabels() {
    QList<std::tuple<QString, int, int>> events;
    for (int i = 0; i < 140; ++i)
        events.append({QString("2010-03-%1").arg(1 + i % 9, 2, 10, QChar('0')), 1, 0});
    for (int lane = 1; lane < 3; ++lane)
        for (int year = 2000; year < 2020; year += 5)
            events.append({QString("%1-06-01").arg(year + lane), 3, lane});
    const auto dossier = dossierOf(events);
    const Scene scene = layOutPicture(pictureInput(dossier, {1400, 520}));
    QCOMPARE(pictureFaults({scene}, {}).join('\n'), QString());
    qsizetype named = 0;
    for (const Label& label : scene.labels)
        named += label.event.index >= 140;
    QCOMPARE(named, 8);
}

/// Nothing stands in the column of names: the line of all events has none.
void TestPictureScene::joinedLanesHaveNoHeads() {
    const auto dossier = someDossier(20, 5);
    Input input = pictureInput(dossier, {1400, 400});
    const Scene lanes = layOutPicture(input);
    QVERIFY(lanes.lanes.left() > 100 && lanes.heads.width() > 100);
    input.lanes = std::make_shared<const Lanes>(Lanes::joined());
    const Scene joined = layOutPicture(input);
    QCOMPARE(pictureFaults({joined}, allOf(*dossier)).join('\n'), QString());
    QCOMPARE(joined.lanes.left(), 0.0);
    QCOMPARE(joined.axis.left(), 0.0);
    QCOMPARE(joined.heads.width(), 0.0);
    QCOMPARE(joined.lanes.right(), 1400.0);
    QVERIFY(joined.scale.x(input.span.first) < 20);
}

void TestPictureScene::erasDoNotLieOnTheWedge() {
    model::Tables tables = someDossier(60, 4)->tables();
    for (int i = 0; i < 3; ++i) {
        model::Era era;
        era.key = QString("era-%1").arg(i);
        era.label = "An era";
        era.date = *model::Edtf::parse(u"1500/2500");
        era.band = i;
        tables.eras.append(era);
    }
    const Input input = pictureInput(std::make_shared<const model::Dossier>(tables));
    const DaySpan window{input.whole.last - 900, input.whole.last - 300};
    const Scene upper = layOutBands(input, window, {}).upper;
    QVERIFY(upper.strip.height() > 40 && !upper.eras.isEmpty());
    for (const QPointF& corner : upper.wedge)
        QVERIFY(corner.y() >= upper.strip.bottom());
    QVERIFY(!upper.strip.intersects(upper.lanes) && !upper.strip.intersects(upper.axis));
    for (const EraBox& era : upper.eras)
        QVERIFY(upper.strip.contains(era.box));
}

void TestPictureScene::undatedEventsAreNamedOrCounted_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("isBand");
    for (const bool isBand : {false, true})
        for (const int count : {1, 5, 12, 300})
            QTest::addRow("%d %s", count, isBand ? "bands" : "lanes") << count << isBand;
}

void TestPictureScene::undatedEventsAreNamedOrCounted() {
    QFETCH(int, count);
    QFETCH(bool, isBand);
    QList<std::tuple<QString, int, int>> events{{"2001-01-01", 3, 0}, {"2010-05-05", 5, 0}, {"2020-01-01", 3, 0}};
    model::Tables tables = dossierOf(events)->tables();
    for (int i = 0; i < count; ++i) {
        model::Event event = tables.events[0];
        event.key = QString("undated-%1").arg(i);
        event.title = QString("Something that happened at some time, number %1").arg(i);
        event.claims.clear();
        tables.events.append(event);
    }
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    QCOMPARE(dossier->undatedEvents().size(), count);
    Input input = pictureInput(dossier, {1200, 800});
    input.words.undated = "Undated";
    const DaySpan window{input.whole.last - 900, input.whole.last - 300};
    const Scene scene = isBand ? layOutBands(input, window, {}).lower : layOutPicture(input);
    QVERIFY(!scene.trayTitle.isEmpty());
    QCOMPARE(scene.trayItems.size() + scene.undatedUnnamed, count);
    QVERIFY2(count > 5 || scene.undatedUnnamed == 0, qPrintable(QString::number(scene.undatedUnnamed)));
    QVERIFY(scene.frame.contains(scene.tray) && !scene.tray.intersects(scene.lanes.adjusted(0, 0, 0, -0.01)));
    for (qsizetype i = 0; i < scene.trayItems.size(); ++i) {
        QVERIFY(scene.tray.contains(scene.trayItems[i].box));
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!scene.trayItems[i].box.intersects(scene.trayItems[j].box));
    }
}

void TestPictureScene::leastImportantAreLeftOutAndCounted_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<qsizetype>("keys");
    QTest::newRow("low") << QSizeF(1200, 420) << qsizetype{1000};
    QTest::newRow("narrow") << QSizeF(300, 900) << qsizetype{1000};
    QTest::newRow("tiny") << QSizeF(60, 40) << qsizetype{1000};
    QTest::newRow("no keys") << QSizeF(1200, 700) << qsizetype{0};
    QTest::newRow("three keys") << QSizeF(1200, 700) << qsizetype{3};
}

void TestPictureScene::leastImportantAreLeftOutAndCounted() {
    QFETCH(QSizeF, size);
    QFETCH(qsizetype, keys);
    const auto dossier = someDossier(200, 8);
    const Scene scene = layOutPicture(pictureInput(dossier, size), {keys, true});
    QCOMPARE(pictureFaults({scene}, {}).join('\n'), QString());
    QVERIFY(scene.unnamed > 0 && scene.keys.size() <= keys);
    QCOMPARE(scene.marks.size() + scene.unnamed, 200);
    QSet<model::EventId> drawn;
    for (const EventMark& mark : scene.marks)
        drawn.insert(mark.event);
    const auto meanOf = [&](bool isDrawn) {
        double sum = 0, count = 0;
        for (const model::EventId event : allOf(*dossier))
            if (drawn.contains(event) == isDrawn) {
                sum += dossier->view(event).importance;
                ++count;
            }
        return count > 0 ? sum / count : 9;
    };
    QVERIFY(meanOf(true) > meanOf(false));
}

void TestPictureScene::hundredThousandEventsAreNamedOrCounted() {
    const auto dossier = someDossier(100'000, 2);
    const Input input = pictureInput(dossier, {1600, 900});
    const Scene scene = layOutPicture(input, {60, true});
    QCOMPARE(pictureFaults({scene}, {}).join('\n'), QString());
    QCOMPARE(scene.marks.size() + scene.unnamed, 100'000);
    QVERIFY2(scene.labels.size() > 50 && scene.keys.size() <= 60,
             qPrintable(QStringLiteral("%1 labels, %2 keys").arg(scene.labels.size()).arg(scene.keys.size())));
    QVERIFY(!scene.density.isEmpty() && scene.density.size() < 20'000);
    for (const DensityStrip& strip : scene.density)
        for (qsizetype column = 0; column < strip.columns.size(); ++column)
            QVERIFY(strip.box(column).isNull() || scene.lanes.contains(strip.box(column)));
}

void TestPictureScene::theSameInputGivesTheSamePicture() {
    const Input input = pictureInput(someDossier(90, 6), {1500, 800});
    const Scene once = layOutPicture(input), twice = layOutPicture(input);
    QCOMPARE(once.labels.size(), twice.labels.size());
    for (qsizetype i = 0; i < once.labels.size(); ++i)
        QCOMPARE(once.labels[i].box, twice.labels[i].box);
    for (qsizetype i = 0; i < once.keys.size(); ++i)
        QCOMPARE(once.keys[i].box, twice.keys[i].box);
}

QTEST_APPLESS_MAIN(TestPictureScene)
#include "tst_picture_scene.moc"
