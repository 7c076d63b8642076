#include "app/presentation/audience_window.h"
#include "app/presentation/presenter.h"
#include "app/presentation/quiz_desk.h"
#include "app/presentation/screens.h"
#include "app/presentation/view_of_scene.h"
#include "tests/presentation/support_stories.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::presentation;

class PresenterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(theme::loadFonts()); }
    void init();
    void startsAndEnds();
    void keysReachTheShow();
    void stripComesWithTheMouse();
    void whatASceneLacksIsSaidOnce();
    void aStoryThatIsDeletedIsShownOn();
    void startsFromTheView();
    void openingAnotherDossierEnds();
    void audienceGetsTheOtherScreen();
    void notesOfEverySizeAreShown();
    void notesLoadNothing();
    void buttonsAreHighEnough();
    void consoleHasKeysOfItsOwn();
    void remarkIsAnswered();
    void frozenPictureStays();
    void quizComesAndGoes();
    void quizKnowsNothingLater();
    void quizOnNoEventAsksNothing();
    void quizStaysUnderCoversAndFreezing();
    void quizKeepsWhatIsHidden();

private:
    exploration::Exploration m_exploration;
    wording::Wording m_wording;
};

void PresenterTest::init() {
    m_exploration.open(test::smallDossier());
}

void PresenterTest::startsAndEnds() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    QSignalSpy ended(&presenter, &Presenter::ended);
    QSignalSpy shown(&presenter, &Presenter::stepShown);
    presenter.start(model::StoryId(0), 1);
    QVERIFY(presenter.isRunning());
    QVERIFY(presenter.audienceWindow().isVisible());
    QCOMPARE(shown.first().first().toInt(), 1);
    presenter.end();
    QVERIFY(!presenter.audienceWindow().isVisible());
    QCOMPARE(ended.size(), 1);
}

void PresenterTest::keysReachTheShow() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0));
    QTest::keyClick(&presenter.audienceWindow(), Qt::Key_PageDown);
    QCOMPARE(presenter.show().slide().revealed, 1);
    QTest::keyClick(&presenter.audienceWindow(), Qt::Key_Escape);
    QTest::keyClick(&presenter.audienceWindow(), Qt::Key_Escape);
    QVERIFY(!presenter.isRunning());
}

void PresenterTest::stripComesWithTheMouse() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0));
    AudienceWindow& window = presenter.audienceWindow();
    QVERIFY(window.isAlone());
    QVERIFY(!window.showsStrip());
    QMouseEvent move(QEvent::MouseMove, QPointF(40, 40), QPointF(40, 40), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&window, &move);
    QTRY_VERIFY(window.showsStrip());
    QTRY_VERIFY_WITH_TIMEOUT(!window.showsStrip(), 5000);
}

void PresenterTest::whatASceneLacksIsSaidOnce() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0));
    const AudienceWindow& window = presenter.audienceWindow();
    QCOMPARE(window.note(), QString());
    presenter.show().jump(1);
    QVERIFY2(window.note().contains("nobody") && window.note().contains("nonsense"), qPrintable(window.note()));
    QVERIFY(window.showsStrip());
    presenter.show().act(Deed::Next);
    QCOMPARE(window.note(), QString());
    presenter.show().jump(1);
    QCOMPARE(window.note(), QString());
    presenter.start(model::StoryId(0), 1);
    QVERIFY(window.note().contains("nobody"));
}

void PresenterTest::aStoryThatIsDeletedIsShownOn() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0), 1);
    const auto changed = model::apply(*m_exploration.dossier(), model::DeleteStory{"story"});
    QVERIFY(changed);
    m_exploration.replace(changed->dossier);
    QVERIFY(presenter.isRunning());
    QVERIFY(presenter.audienceWindow().isVisible());
    QVERIFY(presenter.show().scenes().isEmpty());
    QTest::keyClick(&presenter.audienceWindow(), Qt::Key_PageDown);
    QVERIFY(presenter.isRunning());
    QVERIFY(!presenter.audienceWindow().grab().isNull());
}

void PresenterTest::startsFromTheView() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    m_exploration.setMoment(model::dayOf(2007, 1, 1));
    QCOMPARE(presenter.stepFor(model::StoryId(0)), 1);
    m_exploration.setMoment(model::dayOf(1990, 1, 1));
    QCOMPARE(presenter.stepFor(model::StoryId(0)), 0);
    QCOMPARE(presenter.stepFor(model::StoryId(1)), 0);
}

void PresenterTest::openingAnotherDossierEnds() {
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0));
    m_exploration.open(test::smallDossier());
    QVERIFY(!presenter.isRunning());
}

void PresenterTest::audienceGetsTheOtherScreen() {
    QCOMPARE(audienceScreen({"laptop"}, {}, "laptop"), 0);
    QCOMPARE(audienceScreen({"laptop", "beamer"}, {}, "laptop"), 1);
    QCOMPARE(audienceScreen({"beamer", "laptop"}, "laptop", "laptop"), 0);
    QCOMPARE(audienceScreen({"a", "b", "c"}, "c", "a"), 2);
    QCOMPARE(audienceScreen({"a", "b"}, "gone", "a"), 1);
    QCOMPARE(audienceScreen({}, {}, {}), -1);
}

void PresenterTest::notesOfEverySizeAreShown() {
    NotesView notes{theme::Theme(theme::Scheme::Dark)};
    notes.resize(400, 300);
    notes.setNotes({});
    QVERIFY(notes.plainText().isEmpty());
    notes.setNotes(QString("- **word** <b>no markup</b>\n").repeated(2000));
    QVERIFY(notes.plainText().contains("word"));
    notes.setFactor(99);
    QVERIFY(notes.factor() < 3);
}

void PresenterTest::notesLoadNothing() {
    NotesView notes{theme::Theme(theme::Scheme::Dark)};
    notes.setNotes("![a picture](/etc/hostname) and text");
    QCOMPARE(notes.plainText(), QString("a picture and text"));
    QVERIFY(!notes.grab().isNull());
}

void PresenterTest::buttonsAreHighEnough() {
    Show show;
    Stage stage(show, m_exploration, m_wording);
    show.start(m_exploration.dossier(), model::StoryId(0), 0);
    Console console(stage);
    console.resize(1389, 868);
    console.show();
    QStringList names, low;
    for (const QAbstractButton* button : console.findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        const QString name = button->accessibleName();
        QVERIFY(!name.isEmpty());
        const QRect frame(button->mapTo(&console, QPoint()), button->size());
        QVERIFY2(console.rect().contains(frame), qPrintable(name));
        names.append(name);
        if (button->height() < 64)
            low.append(name);
    }
    for (const Deed deed : {Deed::Back, Deed::Next, Deed::Black, Deed::White, Deed::Spotlight, Deed::Pointer,
                            Deed::Freeze, Deed::Question, Deed::Quiz, Deed::Live, Deed::Overview, Deed::SwapScreens,
                            Deed::Leave, Deed::Smaller, Deed::Larger}) {
        const QString name = QString("%1, %2").arg(deedText(deed), keyText(show.keys(), deed, Desk::Console));
        QVERIFY2(names.contains(name), qPrintable(name));
    }
    // Only what has a key of its own, or other buttons beside it, may be lower.
    QStringList mayBeLow = {"Audience’s screen", "Smaller notes", "Larger notes"};
    for (const Deed deed : {Deed::HideLater, Deed::HideDates, Deed::HideNames, Deed::Scheme})
        mayBeLow.append(deedText(deed));
    for (int i = 0; i < show.scenes().size(); ++i)
        mayBeLow.append(QString("Scene %1: %2").arg(i + 1).arg(show.scenes()[i].headline));
    for (const QString& name : low)
        QVERIFY2(mayBeLow.contains(name), qPrintable(name));
}

void PresenterTest::consoleHasKeysOfItsOwn() {
    Show show;
    Stage stage(show, m_exploration, m_wording);
    show.start(m_exploration.dossier(), model::StoryId(0), 0);
    Console console(stage);
    console.show();
    QTest::keyClick(&console, Qt::Key_N);
    QVERIFY(show.slide().hideNames);
    QCOMPARE(show.slide().revealed, 0);
    console.toggleOverview();
    QVERIFY(console.showsOverview());
    console.toggleOverview();
    QVERIFY(!console.showsOverview());
}

void PresenterTest::remarkIsAnswered() {
    Show show;
    Stage stage(show, m_exploration, m_wording);
    show.start(m_exploration.dossier(), model::StoryId(1), 0);
    Console console(stage);
    console.show();
    QSignalSpy answered(&console, &Console::remarkAnswered);
    console.showRemark("The screen is gone.", "Continue");
    for (QAbstractButton* button : console.findChildren<QAbstractButton*>())
        if (button->accessibleName() == "Continue")
            button->click();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(console.remark(), QString("The screen is gone."));
}

/// Freezing is for looking things up, so that not even what is explored live may be seen.
void PresenterTest::frozenPictureStays() {
    Show show;
    Stage stage(show, m_exploration, m_wording);
    show.start(m_exploration.dossier(), model::StoryId(0), 0);
    show.act(Deed::Live);
    show.act(Deed::Freeze);
    const QStringList before = stage.shown().readable(true);
    QVERIFY(!before.isEmpty());
    m_exploration.setMoment(model::dayOf(2007, 1, 1));
    QCOMPARE(stage.shown().readable(true), before);
    show.replace(test::smallDossier());
    QCOMPARE(stage.shown().readable(true), before);
    show.act(Deed::Freeze);
    QVERIFY(stage.shown().readable(true) != before);
}

void PresenterTest::quizComesAndGoes() {
    m_exploration.open(test::bundledDossier());
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0), 99); // the last, which knows most
    const Slide before = presenter.show().slide();
    AudienceWindow& window = presenter.audienceWindow();
    QTest::keyClick(&window, Qt::Key_Q, Qt::ShiftModifier);
    QVERIFY(presenter.quiz());
    QVERIFY(presenter.quiz()->isVisible());
    QCOMPARE(presenter.quiz()->geometry(), window.rect());
    QSignalSpy changed(presenter.quiz(), &QuizPanel::changed);
    QTest::keyClick(&window, Qt::Key_Right);
    QVERIFY(!changed.isEmpty());
    QTest::keyClick(&window, Qt::Key_H); // means nothing in a quiz
    QVERIFY(presenter.show().slide() == before);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!presenter.quiz());
    QVERIFY(presenter.isRunning());
    QVERIFY(presenter.show().slide() == before);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ShiftModifier);
    presenter.show().act(Deed::Black);
    QVERIFY(!presenter.quiz()->isVisible());
    presenter.show().act(Deed::Black);
    QVERIFY(presenter.quiz()->isVisible());
    presenter.show().jump(1);
    QVERIFY(!presenter.quiz());
}

static QuizOptions quizOfScene(const model::Dossier& dossier, const model::Scene& scene, const Slide& slide) {
    return quizOfView(dossier, viewOfScene(scene, dossier).view, slide, 1);
}

void PresenterTest::quizKnowsNothingLater() {
    const model::DossierPointer dossier = test::bundledDossier();
    for (const model::Scene& scene : dossier->tables().scenes) {
        Slide slide;
        slide.hideLater = true;
        const QuizOptions options = quizOfScene(*dossier, scene, slide);
        QVERIFY(options.horizon);
        for (const model::EventId event : *options.events)
            QVERIFY(*model::momentOf(*dossier, event) <= *options.horizon);
        slide.hideLater = false;
        QVERIFY(!quizOfScene(*dossier, scene, slide).horizon);
    }
}

void PresenterTest::quizOnNoEventAsksNothing() {
    const model::DossierPointer dossier = test::bundledDossier();
    model::Scene scene = dossier->tables().scenes.first();
    scene.filter = "actor=nobody";
    const QuizOptions options = quizOfScene(*dossier, scene, {});
    QVERIFY(options.events && options.events->isEmpty());
    QVERIFY(!QuizMaker(dossier, m_wording, options).next());
}

void PresenterTest::quizStaysUnderCoversAndFreezing() {
    m_exploration.open(test::bundledDossier());
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0), 99);
    Show& show = presenter.show();
    AudienceWindow& window = presenter.audienceWindow();
    show.act(Deed::Freeze);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ShiftModifier);
    QVERIFY(!presenter.quiz());
    QVERIFY2(window.note().contains("frozen"), qPrintable(window.note()));
    show.act(Deed::Freeze);
    show.act(Deed::Black);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ShiftModifier);
    QVERIFY(!presenter.quiz());
    QCOMPARE(show.shown().cover, Cover::None);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ShiftModifier);
    QVERIFY(presenter.quiz() && presenter.quiz()->isVisible());
    show.act(Deed::Freeze);
    QVERIFY(!presenter.quiz()->isVisible());
    show.act(Deed::Freeze);
    QVERIFY(presenter.quiz()->isVisible());
    show.act(Deed::White);
    QVERIFY(!presenter.quiz()->isVisible());
    QSignalSpy changed(presenter.quiz(), &QuizPanel::changed);
    QTest::keyClick(&window, Qt::Key_Space);
    QVERIFY(presenter.quiz()->isVisible());
    QVERIFY(changed.isEmpty());
}

void PresenterTest::quizKeepsWhatIsHidden() {
    m_exploration.open(test::bundledDossier());
    Presenter presenter(m_exploration, m_wording, nullptr);
    presenter.start(model::StoryId(0), 99);
    for (const Deed deed : {Deed::HideDates, Deed::HideNames}) {
        presenter.show().act(Deed::Quiz);
        QVERIFY(presenter.quiz());
        presenter.show().act(deed);
        QVERIFY(!presenter.quiz());
    }
    const Slide& slide = presenter.show().slide();
    const QuizOptions options = quizOfScene(*m_exploration.dossier(), presenter.show().scene(), slide);
    QCOMPARE(options.hidesDates, slide.hideDates);
    QCOMPARE(options.hidesNames, slide.hideNames);
    QVERIFY(slide.hideDates || slide.hideNames);
}

QTEST_MAIN(PresenterTest)
#include "tst_presenter.moc"
