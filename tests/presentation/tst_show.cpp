#include "app/presentation/show.h"
#include "tests/presentation/support_stories.h"

#include <QSignalSpy>
#include <QTest>
#include <functional>

using namespace entente;
using namespace entente::presentation;

class ShowTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void keysDoTheirDeed_data();
    void keysDoTheirDeed();
    void keysCanBeChanged();
    void pointsComeOneByOne();
    void backIsOnePress();
    void shiftTakesBackOnePoint();
    void numberAndEnterJump();
    void enterAloneGoesOn();
    void escapePausesAndThenEnds();
    void escapeAfterAWhilePausesAgain();
    void pausesAreNoTime();
    void anyKeyTakesACoverAway();
    void aCoverIsAllThatAKeyTakesAway_data();
    void aCoverIsAllThatAKeyTakesAway();
    void aCoverOutlastsPausingAndSwitches();
    void frozenAudienceSeesNothingNew();
    void changesUncoverNothing();
    void changesKeepThePlace();
    void aLostSceneGivesWayToItsNeighbour();
    void questionThenAnswerThenNeither();
    void questionWithoutAnAnswerWaitsForNone();
    void switchesStartAtTheScene();
    void liveLeavesAndReturns();
    void storyWithoutScenes();
    void typeHasThreeSizes();

private:
    /// The story after a change to its scenes, in their order.
    void change(const std::function<void(QList<model::Scene>&)>& change);
    void press(int key, Qt::KeyboardModifiers with = {}, Desk desk = Desk::Audience) { m_show->press(key, with, desk); }

    qint64 m_now = 0;
    std::unique_ptr<Show> m_show;
};

void ShowTest::init() {
    m_now = 1000;
    m_show = std::make_unique<Show>([this] { return m_now; });
    m_show->start(test::smallDossier(), model::StoryId(0), 0);
}

void ShowTest::keysDoTheirDeed_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("desk");
    QTest::addColumn<int>("deed");
    const auto row = [](const char* name, int key, Deed deed, Desk desk = Desk::Audience, int with = 0) {
        QTest::newRow(name) << key << with << static_cast<int>(desk) << static_cast<int>(deed);
    };
    row("clicker forward", Qt::Key_PageDown, Deed::Next);
    row("clicker back", Qt::Key_PageUp, Deed::Back);
    row("clicker start", Qt::Key_F5, Deed::Resume);
    row("clicker start again", Qt::Key_Escape, Deed::Leave);
    row("clicker blank", Qt::Key_Period, Deed::Black);
    row("other clicker blank", Qt::Key_B, Deed::Black);
    row("right", Qt::Key_Right, Deed::Next);
    row("down", Qt::Key_Down, Deed::Next);
    row("space", Qt::Key_Space, Deed::Next);
    row("N before the audience", Qt::Key_N, Deed::Next);
    row("N at the console", Qt::Key_N, Deed::HideNames, Desk::Console);
    row("left", Qt::Key_Left, Deed::Back);
    row("up", Qt::Key_Up, Deed::Back);
    row("backspace", Qt::Key_Backspace, Deed::Back);
    row("P", Qt::Key_P, Deed::Back);
    row("shift and page up", Qt::Key_PageUp, Deed::PreviousReveal, Desk::Audience, Qt::ShiftModifier);
    row("home", Qt::Key_Home, Deed::First);
    row("end", Qt::Key_End, Deed::Last);
    row("enter", Qt::Key_Return, Deed::Confirm);
    row("enter of the keypad", Qt::Key_Enter, Deed::Confirm, Desk::Audience, Qt::KeypadModifier);
    row("W", Qt::Key_W, Deed::White);
    row("comma", Qt::Key_Comma, Deed::White);
    row("S", Qt::Key_S, Deed::Spotlight);
    row("L", Qt::Key_L, Deed::Pointer);
    row("F", Qt::Key_F, Deed::Freeze);
    row("H", Qt::Key_H, Deed::HideLater);
    row("D", Qt::Key_D, Deed::HideDates);
    row("T", Qt::Key_T, Deed::Scheme);
    row("plus", Qt::Key_Plus, Deed::Larger, Desk::Audience, Qt::ShiftModifier);
    row("minus", Qt::Key_Minus, Deed::Smaller);
    row("O", Qt::Key_O, Deed::Overview);
    row("Q", Qt::Key_Q, Deed::Question);
    row("G", Qt::Key_G, Deed::Live);
    row("X", Qt::Key_X, Deed::SwapScreens);
}

void ShowTest::keysDoTheirDeed() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(int, desk);
    QFETCH(int, deed);
    const auto found = deedOf(standardKeys(), key, Qt::KeyboardModifiers(modifiers), static_cast<Desk>(desk));
    QVERIFY(found);
    QCOMPARE(static_cast<int>(*found), deed);
    QVERIFY(!deedText(*found).isEmpty());
}

void ShowTest::keysCanBeChanged() {
    m_show->setKeys({{Qt::Key_Z, {}, Deed::Black, Desk::Both}});
    press(Qt::Key_B);
    QCOMPARE(m_show->slide().cover, Cover::None);
    press(Qt::Key_Z);
    QCOMPARE(m_show->slide().cover, Cover::Black);
}

void ShowTest::pointsComeOneByOne() {
    QSignalSpy shown(m_show.get(), &Show::stepShown);
    QList<std::pair<int, int>> seen{{m_show->slide().step, m_show->slide().revealed}};
    for (int i = 0; i < 5; ++i) {
        const Slide next = m_show->next();
        press(Qt::Key_PageDown);
        QCOMPARE(m_show->slide().step, next.step);
        QCOMPARE(m_show->slide().revealed, next.revealed);
        seen.append({m_show->slide().step, m_show->slide().revealed});
    }
    QCOMPARE(seen, (QList<std::pair<int, int>>{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {2, 0}, {2, 0}}));
    QCOMPARE(shown.size(), 2);
    QVERIFY(!m_show->hasNext());
}

void ShowTest::backIsOnePress() {
    m_show->jump(1);
    press(Qt::Key_PageUp);
    QCOMPARE(m_show->slide().step, 0);
    QCOMPARE(m_show->slide().revealed, 2);
    press(Qt::Key_PageUp);
    QCOMPARE(m_show->slide().step, 0);
}

void ShowTest::shiftTakesBackOnePoint() {
    press(Qt::Key_Space);
    press(Qt::Key_Space);
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_show->slide().revealed, 1);
    QCOMPARE(m_show->slide().step, 0);
}

void ShowTest::numberAndEnterJump() {
    press(Qt::Key_3);
    QCOMPARE(m_show->number(), QString("3"));
    press(Qt::Key_Return);
    QCOMPARE(m_show->slide().step, 2);
    QVERIFY(m_show->number().isEmpty());
    press(Qt::Key_9);
    press(Qt::Key_9);
    press(Qt::Key_Return);
    QCOMPARE(m_show->slide().step, 2);
}

void ShowTest::enterAloneGoesOn() {
    press(Qt::Key_Return);
    QCOMPARE(m_show->slide().revealed, 1);
}

void ShowTest::escapePausesAndThenEnds() {
    QSignalSpy ended(m_show.get(), &Show::ended);
    press(Qt::Key_Escape);
    QVERIFY(m_show->isPaused());
    QVERIFY(m_show->isRunning());
    m_now += 2000;
    press(Qt::Key_Escape);
    QVERIFY(!m_show->isRunning());
    QCOMPARE(ended.size(), 1);
}

void ShowTest::escapeAfterAWhilePausesAgain() {
    press(Qt::Key_Escape);
    m_now += 2001;
    press(Qt::Key_Escape);
    QVERIFY(m_show->isRunning());
    press(Qt::Key_F5);
    QVERIFY(!m_show->isPaused());
    press(Qt::Key_Escape);
    QVERIFY(m_show->isRunning());
}

void ShowTest::pausesAreNoTime() {
    m_now += 5000;
    press(Qt::Key_Escape);
    m_now += 60000;
    QCOMPARE(m_show->elapsed(), qint64(5000));
    press(Qt::Key_F5);
    m_now += 1000;
    QCOMPARE(m_show->elapsed(), qint64(6000));
    QCOMPARE(m_show->plannedInAll(), qint64(90000));
}

void ShowTest::anyKeyTakesACoverAway() {
    press(Qt::Key_Period);
    QCOMPARE(m_show->shown().cover, Cover::Black);
    press(Qt::Key_PageDown);
    QCOMPARE(m_show->shown().cover, Cover::None);
    QCOMPARE(m_show->slide().revealed, 0);
    press(Qt::Key_W);
    QCOMPARE(m_show->shown().cover, Cover::White);
    press(Qt::Key_B);
    QCOMPARE(m_show->shown().cover, Cover::None);
}

void ShowTest::aCoverIsAllThatAKeyTakesAway_data() {
    QTest::addColumn<int>("key");
    const auto row = [](const char* name, int key) { QTest::newRow(name) << key; };
    row("next", Qt::Key_PageDown);
    row("back", Qt::Key_PageUp);
    row("spotlight", Qt::Key_S);
    row("names", Qt::Key_N);
    row("later", Qt::Key_H);
    row("question", Qt::Key_Q);
    row("scheme", Qt::Key_T);
    row("freeze", Qt::Key_F);
    row("live", Qt::Key_G);
    row("clicker start", Qt::Key_F5);
    row("digit", Qt::Key_3);
    row("means nothing", Qt::Key_Z);
}

void ShowTest::aCoverIsAllThatAKeyTakesAway() {
    QFETCH(int, key);
    m_show->jump(1);
    const Slide before = m_show->slide();
    press(Qt::Key_B);
    QSignalSpy changed(m_show.get(), &Show::changed);
    QVERIFY(m_show->press(key, {}, Desk::Console));
    QVERIFY(m_show->slide() == before);
    QVERIFY(!m_show->isFrozen());
    QVERIFY(m_show->number().isEmpty());
    QCOMPARE(changed.size(), 1);
}

/// What is prepared with the mouse under a cover stays there, and leaving shows nothing.
void ShowTest::aCoverOutlastsPausingAndSwitches() {
    press(Qt::Key_B);
    m_show->act(Deed::HideNames);
    QCOMPARE(m_show->slide().cover, Cover::Black);
    QVERIFY(m_show->slide().hideNames);
    QVERIFY(!m_show->press(Qt::Key_Shift, Qt::ShiftModifier, Desk::Audience));
    press(Qt::Key_Escape);
    QVERIFY(m_show->isPaused());
    QCOMPARE(m_show->slide().cover, Cover::Black);
    press(Qt::Key_PageDown);
    QVERIFY(!m_show->isPaused());
    QCOMPARE(m_show->slide().cover, Cover::None);
    QCOMPARE(m_show->slide().revealed, 0);
    press(Qt::Key_B);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(!m_show->isRunning());
}

void ShowTest::frozenAudienceSeesNothingNew() {
    press(Qt::Key_F);
    m_show->jump(2);
    QCOMPARE(m_show->shown().step, 0);
    QCOMPARE(m_show->slide().step, 2);
    press(Qt::Key_F);
    QCOMPARE(m_show->shown().step, 2);
}

void ShowTest::change(const std::function<void(QList<model::Scene>&)>& change) {
    model::Tables tables = m_show->dossier()->tables();
    QList<model::Scene> scenes = m_show->scenes();
    change(scenes);
    tables.scenes = scenes;
    m_show->replace(std::make_shared<const model::Dossier>(tables));
}

void ShowTest::changesUncoverNothing() {
    press(Qt::Key_Space);
    press(Qt::Key_F);
    const Slide before = m_show->shown();
    m_show->jump(2);
    m_show->act(Deed::Black);
    change([](auto& scenes) { scenes.removeFirst(); });
    QVERIFY(m_show->isFrozen());
    QCOMPARE(m_show->slide().cover, Cover::Black);
    QVERIFY(m_show->shown() == before);
    QCOMPARE(m_show->frozen()->scenes.size(), 3);
    QCOMPARE(m_show->frozen()->scenes[m_show->shown().step].key, QString("one"));
    m_show->act(Deed::Freeze);
    m_show->act(Deed::Freeze);
    QCOMPARE(m_show->frozen()->scenes.size(), 2);
}

void ShowTest::changesKeepThePlace() {
    QSignalSpy shown(m_show.get(), &Show::stepShown);
    press(Qt::Key_Space);
    press(Qt::Key_Space);
    press(Qt::Key_H);
    press(Qt::Key_Q);
    change([](auto& scenes) {
        scenes[0].position = 9;
        scenes[0].headline = "Told otherwise";
    });
    QCOMPARE(m_show->slide().step, 2);
    QCOMPARE(m_show->scene().headline, QString("Told otherwise"));
    QCOMPARE(m_show->slide().revealed, 2);
    QCOMPARE(m_show->slide().asking, Asking::Question);
    QVERIFY(!m_show->slide().hideLater);
    change([](auto& scenes) {
        scenes[2].points.removeLast();
        scenes[2].question.clear();
    });
    QCOMPARE(m_show->slide().revealed, 1);
    QCOMPARE(m_show->slide().asking, Asking::Nothing);
    QVERIFY(shown.isEmpty());
}

/// The neighbour is not told further than it asks for itself.
void ShowTest::aLostSceneGivesWayToItsNeighbour() {
    QSignalSpy shown(m_show.get(), &Show::stepShown);
    press(Qt::Key_Space);
    press(Qt::Key_H);
    change([](auto& scenes) {
        scenes[1].points = QStringList{"A point", "Another"};
        scenes.removeFirst();
    });
    QCOMPARE(m_show->scene().key, QString("two"));
    QCOMPARE(m_show->slide().revealed, 0);
    QVERIFY(m_show->slide().hideLater);
    QCOMPARE(shown.size(), 1);
    change([](auto& scenes) { scenes.clear(); });
    QVERIFY(m_show->isRunning());
    QCOMPARE(m_show->slide().step, 0);
    QVERIFY(!m_show->hasNext());
}

void ShowTest::questionThenAnswerThenNeither() {
    press(Qt::Key_Q);
    QCOMPARE(m_show->slide().asking, Asking::Question);
    press(Qt::Key_Space);
    QCOMPARE(m_show->slide().asking, Asking::Answer);
    press(Qt::Key_Q);
    QCOMPARE(m_show->slide().asking, Asking::Nothing);
    m_show->jump(1);
    press(Qt::Key_Q);
    QCOMPARE(m_show->slide().asking, Asking::Nothing);
}

void ShowTest::questionWithoutAnAnswerWaitsForNone() {
    change([](auto& scenes) {
        scenes[0].answer.clear();
        scenes[2].question = "What now?";
    });
    press(Qt::Key_Q);
    QCOMPARE(m_show->next().asking, Asking::Nothing);
    press(Qt::Key_Space);
    QCOMPARE(m_show->slide().asking, Asking::Nothing);
    QCOMPARE(m_show->slide().revealed, 1);
    press(Qt::Key_Space);
    press(Qt::Key_Q);
    press(Qt::Key_Space);
    QCOMPARE(m_show->slide().step, 1);
    press(Qt::Key_End);
    press(Qt::Key_Q);
    QCOMPARE(m_show->slide().asking, Asking::Question);
    QVERIFY(!m_show->hasNext());
    press(Qt::Key_Space);
    QCOMPARE(m_show->slide().asking, Asking::Question);
}

void ShowTest::switchesStartAtTheScene() {
    QVERIFY(m_show->slide().hideLater);
    press(Qt::Key_H);
    QVERIFY(!m_show->slide().hideLater);
    press(Qt::Key_N, {}, Desk::Console);
    QVERIFY(m_show->slide().hideNames);
    m_show->jump(1);
    QVERIFY(m_show->slide().hideLater);
    QVERIFY(!m_show->slide().hideNames);
}

void ShowTest::liveLeavesAndReturns() {
    QSignalSpy live(m_show.get(), &Show::liveChanged);
    press(Qt::Key_G);
    QVERIFY(m_show->isLive());
    press(Qt::Key_PageDown);
    QVERIFY(!m_show->isLive());
    QCOMPARE(m_show->slide().revealed, 0);
    QCOMPARE(live.size(), 2);
}

void ShowTest::storyWithoutScenes() {
    m_show->start(test::smallDossier(), model::StoryId(1), 5);
    for (const int key : {Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_End, Qt::Key_Q, Qt::Key_Home})
        press(key);
    QCOMPARE(m_show->slide().step, 0);
    QVERIFY(!m_show->hasNext());
    QVERIFY(m_show->isRunning());
}

void ShowTest::typeHasThreeSizes() {
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Plus);
    QCOMPARE(m_show->slide().typeFactor(), 1.5);
    press(Qt::Key_Minus);
    QCOMPARE(m_show->slide().typeFactor(), 1.25);
}

QTEST_GUILESS_MAIN(ShowTest)
#include "tst_show.moc"
