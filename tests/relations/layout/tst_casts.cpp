#include "app/relations/layout/casts.h"

#include <QTest>

using namespace entente::relations;
using entente::model::Pole;

/// One layout for all scenes of a story.
class TestCasts : public QObject {
    Q_OBJECT

private slots:
    void whoMeetStandApart_data();
    void whoMeetStandApart();
    void polesKeepTheirSides();
    void whoNeverMeetMayShareAPlace();
    void whatHasNoRoomIsSaid();
    void tiesNeitherCrossNorRunThroughBoxes();
    void tiesOfALessonKeepClear();
    void wordsHaveRoomOnTies();
    void sameStorySamePlaces();
    void nobodyAndOneAlone();
    void whatIsNotThereIsPassedOver();
};

namespace {

constexpr QSizeF frame(890, 720);

/// A disc with its name on one of four sides.
Player disc(double name = 150, Pole pole = Pole::None) {
    const QRectF form(-52, -52, 104, 104);
    return {form,
            {{-name / 2, 58, name, 50}, {-name / 2, -108, name, 50}, {64, -25, name, 50}, {-64 - name, -25, name, 50}},
            pole};
}

PlayedTie tie(int a, int b) {
    return {a, b, {}, false, {}};
}

/// A story by chance in which the first two are in every scene.
CastInput storyOf(int players, int scenes, int inScene, quint32 seed) {
    CastInput input;
    input.frame = frame;
    Dice dice;
    for (quint32 i = 0; i < seed; ++i)
        dice.roll();
    for (int i = 0; i < players; ++i)
        input.players.append(disc(100 + 120 * dice.roll(), i == 0 ? Pole::Left : i == 1 ? Pole::Right : Pole::None));
    for (int s = 0; s < scenes; ++s) {
        PlayedScene scene{{0, 1}, {tie(0, 1)}};
        while (scene.players.size() < inScene) {
            const int next = static_cast<int>(dice.roll() * players);
            if (scene.players.contains(next))
                continue;
            scene.ties.append(tie(next, scene.players[static_cast<int>(dice.roll() * 2)]));
            scene.players.append(next);
        }
        input.scenes.append(scene);
    }
    return input;
}

QList<QRectF> boxesOf(const CastInput& input, const CastPlaces& places, int player) {
    const Player& one = input.players[player];
    const auto i = static_cast<size_t>(player);
    QList<QRectF> boxes{one.form.translated(places.spots[i])};
    if (places.names[i] >= 0)
        boxes.append(one.names[places.names[i]].translated(places.spots[i]));
    return boxes;
}

bool areApart(const CastInput& input, const CastPlaces& places, int one, int other) {
    for (const QRectF& a : boxesOf(input, places, one))
        for (const QRectF& b : boxesOf(input, places, other))
            if (a.intersects(b))
                return false;
    return true;
}

} // namespace

void TestCasts::whoMeetStandApart_data() {
    QTest::addColumn<int>("players");
    QTest::addColumn<int>("scenes");
    QTest::addColumn<int>("inScene");
    QTest::newRow("few") << 6 << 4 << 4;
    QTest::newRow("a lesson") << 14 << 12 << 6;
    QTest::newRow("long") << 24 << 40 << 6;
    QTest::newRow("full scenes") << 12 << 8 << 8;
}

void TestCasts::whoMeetStandApart() {
    QFETCH(int, players);
    QFETCH(int, scenes);
    QFETCH(int, inScene);
    for (const quint32 seed : {1U, 2U, 3U}) {
        const CastInput input = storyOf(players, scenes, inScene, seed);
        const CastPlaces places = placeCasts(input);
        QCOMPARE(places.crowded, QList<int>());
        for (const PlayedScene& scene : input.scenes)
            for (const int one : scene.players) {
                for (const QRectF& box : boxesOf(input, places, one))
                    QVERIFY(QRectF({}, frame).contains(box));
                for (const int other : scene.players)
                    QVERIFY2(one == other || areApart(input, places, one, other),
                             qPrintable(QString("%1 and %2").arg(one).arg(other)));
            }
    }
}

void TestCasts::polesKeepTheirSides() {
    for (const quint32 seed : {1U, 2U, 3U, 4U}) {
        const CastPlaces places = placeCasts(storyOf(10, 6, 6, seed));
        QVERIFY(places.spots[0].x() < frame.width() / 2 && places.spots[1].x() > frame.width() / 2);
    }
}

/// Two hundred would not all have room.
void TestCasts::whoNeverMeetMayShareAPlace() {
    CastInput input;
    input.frame = frame;
    for (int s = 0; s < 40; ++s) {
        PlayedScene scene;
        for (int i = 0; i < 5; ++i) {
            scene.players.append(static_cast<int>(input.players.size()));
            input.players.append(disc());
            if (i > 0)
                scene.ties.append(tie(scene.players[0], scene.players[i]));
        }
        input.scenes.append(scene);
    }
    const CastPlaces places = placeCasts(input);
    QCOMPARE(places.crowded, QList<int>());
    QCOMPARE(places.spots.size(), size_t(200));
}

void TestCasts::whatHasNoRoomIsSaid() {
    CastInput input = storyOf(8, 2, 4, 1);
    PlayedScene crowd;
    for (int i = 0; i < 60; ++i) {
        crowd.players.append(static_cast<int>(input.players.size()));
        input.players.append(disc());
    }
    input.scenes.insert(1, crowd);
    QCOMPARE(placeCasts(input).crowded, QList<int>{1});
    CastInput wide;
    wide.frame = frame;
    wide.players = {disc(2000)};
    wide.scenes = {{{0}, {}}};
    QCOMPARE(placeCasts(wide).crowded, QList<int>{0});
}

/// A wheel, which has a drawing without crossings, in scenes of its parts.
void TestCasts::tiesNeitherCrossNorRunThroughBoxes() {
    CastInput input;
    input.frame = frame;
    for (int i = 0; i < 7; ++i)
        input.players.append(disc(110));
    PlayedScene wheel;
    for (int i = 0; i < 6; ++i) {
        wheel.players.append(i);
        wheel.ties.append(tie(i, (i + 1) % 6));
        wheel.ties.append(tie(i, 6));
    }
    wheel.players.append(6);
    PlayedScene rim = wheel;
    rim.players.removeLast();
    input.scenes = {wheel, rim, wheel};
    const CastPlaces places = placeCasts(input);
    QCOMPARE(places.crowded, QList<int>());
    QCOMPARE(places.passages, 0);
    QCOMPARE(places.crossings, 0);
}

/// Of boxes of others in the same scene; what does not share a scene may be passed.
void TestCasts::tiesOfALessonKeepClear() {
    for (const quint32 seed : {1U, 2U, 3U, 4U}) {
        const CastInput input = storyOf(14, 10, 6, seed);
        const CastPlaces places = placeCasts(input);
        for (const PlayedScene& scene : input.scenes)
            for (const PlayedTie& one : scene.ties)
                for (const int player : scene.players)
                    for (const QRectF& box : boxesOf(input, places, player))
                        QVERIFY2(player == one.a || player == one.b ||
                                     !touches(places.spots[static_cast<size_t>(one.a)],
                                              places.spots[static_cast<size_t>(one.b)], box),
                                 qPrintable(QString("%1 between %2 and %3").arg(player).arg(one.a).arg(one.b)));
        QCOMPARE(places.passages, 0);
    }
}

void TestCasts::wordsHaveRoomOnTies() {
    CastInput input;
    input.frame = frame;
    input.players = {disc(120, Pole::Left), disc(120, Pole::Right), disc(120)};
    PlayedScene scene{{0, 1, 2}, {tie(0, 1), tie(1, 2)}};
    scene.ties[0].label = {250, 50};
    scene.ties[1].label = {180, 50};
    input.scenes = {scene};
    const CastPlaces places = placeCasts(input);
    QCOMPARE(places.crowded, QList<int>());
    for (const PlayedTie& one : scene.ties) {
        const QPointF middle =
            (places.spots[static_cast<size_t>(one.a)] + places.spots[static_cast<size_t>(one.b)]) / 2;
        const QRectF words(middle - QPointF(one.label.width(), one.label.height()) / 2, one.label);
        for (const int player : scene.players)
            for (const QRectF& box : boxesOf(input, places, player))
                QVERIFY2(!box.intersects(words), qPrintable(QString::number(player)));
    }
}

void TestCasts::sameStorySamePlaces() {
    const CastInput input = storyOf(14, 12, 6, 5);
    const CastPlaces once = placeCasts(input), again = placeCasts(input);
    QVERIFY(once.spots == again.spots && once.names == again.names);
}

void TestCasts::nobodyAndOneAlone() {
    CastInput input;
    input.frame = frame;
    QVERIFY(placeCasts(input).spots.empty());
    input.scenes = {{{}, {}}, {{}, {}}};
    QVERIFY(placeCasts(input).crowded.isEmpty());
    input.players = {disc()};
    input.scenes = {{{0}, {}}};
    const CastPlaces alone = placeCasts(input);
    QVERIFY(alone.crowded.isEmpty());
    for (const QRectF& box : boxesOf(input, alone, 0))
        QVERIFY(QRectF({}, frame).contains(box));
    input.players = {{QRectF(-30, -30, 60, 60), {}, Pole::None}};
    QCOMPARE(placeCasts(input).names, std::vector<int>{-1});
}

void TestCasts::whatIsNotThereIsPassedOver() {
    CastInput input = storyOf(6, 2, 4, 1);
    const CastPlaces before = placeCasts(input);
    input.scenes[0].ties << tie(0, 0) << tie(0, 77) << tie(-1, 1);
    QVERIFY(placeCasts(input).spots == before.spots);
}

QTEST_APPLESS_MAIN(TestCasts)
#include "tst_casts.moc"
