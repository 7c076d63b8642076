#include "tests/shell/support_window.h"

#include "app/presentation/view_of_scene.h"
#include "app/shell/scene_dialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace entente;
using namespace entente::shell;

/// Stories are made in the strip of scenes: every deed is one step of undo, said where it can be undone, and saved.
class TestSceneStrip : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void showsTheChosenStory();
    void deedsAreTakenBack_data();
    void deedsAreTakenBack();
    void keysOfTheListDoThem();
    void scenesWithoutProperPlacesAreMoved();
    void dropMovesAScene_data();
    void dropMovesAScene();
    void addedViewIsSaidAndShown();
    void firstViewMakesAStory();
    void dialogKeepsWhatIsWritten();
    void lessonIsSavedAndReopened();
    void controlsHaveNames();
};

namespace {

QStringList headlinesOf(TestWindow& window) {
    QStringList headlines;
    for (const model::Scene& scene : window->storyDesk().scenes())
        headlines.append(scene.headline);
    return headlines;
}

QStringList shownBy(TestWindow& window) {
    QStringList shown;
    const QAbstractItemModel& model = *window->strip().list().model();
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(model.index(row, 0).data().toString());
    return shown;
}

using Deed = std::function<void(StoryDesk&, const QList<model::Scene>&)>;

} // namespace

void TestSceneStrip::showsTheChosenStory() {
    TestWindow window;
    QVERIFY(!window->showsStrip());
    window->toggleStrip();
    QVERIFY(window->strip().isVisible());
    QCOMPARE(window->strip().stories().count(), window.dossier().tables().stories.size());
    for (qsizetype i = 0; i < window.dossier().tables().stories.size(); ++i) {
        window->storyDesk().choose(model::StoryId(i));
        QCOMPARE(window->strip().stories().currentIndex(), static_cast<int>(i));
        QCOMPARE(shownBy(window), headlinesOf(window));
        QVERIFY(!shownBy(window).isEmpty());
    }
    window->toggleStrip();
    QVERIFY(!window->strip().isVisible());
}

void TestSceneStrip::deedsAreTakenBack_data() {
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<int>("scenes"); // more than before
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, int scenes, const char* said, const Deed& deed) {
        QTest::newRow(name) << deed << scenes << QString(said);
    };
    row("add", 1, "added.", [](StoryDesk& desk, const auto&) { desk.addView(); });
    row("add amid", 1, "Scene 2 of", [](StoryDesk& desk, const auto& scenes) { desk.addView(scenes[0].key); });
    row("take the view", 0, "shows the present view",
        [](StoryDesk& desk, const auto& scenes) { desk.takeView(scenes[1].key); });
    row("duplicate", 1, "duplicated.", [](StoryDesk& desk, const auto& scenes) { desk.duplicate(scenes[0].key); });
    row("delete", -1, "deleted.", [](StoryDesk& desk, const auto& scenes) { desk.remove(scenes[0].key); });
    row("later", 0, "moved to place 2", [](StoryDesk& desk, const auto& scenes) { desk.move(scenes[0].key, 1); });
    row("earlier than the first", 0, "moved to place 1",
        [](StoryDesk& desk, const auto& scenes) { desk.move(scenes[2].key, -99); });
    row("edit", 0, "changed.", [](StoryDesk& desk, const auto& scenes) {
        model::Scene scene = scenes[0];
        scene.headline = "Said otherwise";
        desk.edit(scene);
    });
    row("rename", 0, "is now called", [](StoryDesk& desk, const auto&) { desk.renameStory("Told anew"); });
}

void TestSceneStrip::deedsAreTakenBack() {
    QFETCH(Deed, deed);
    QFETCH(int, scenes);
    QFETCH(QString, said);
    TestWindow window;
    StoryDesk& desk = window->storyDesk();
    const model::Tables before = window.dossier().tables();
    const QList<model::Scene> old = desk.scenes();
    deed(desk, old);
    QCOMPARE(desk.scenes().size(), old.size() + scenes);
    QVERIFY(window.dossier().tables() != before);
    QVERIFY(window->document().isDirty());
    QVERIFY2(window->reportBar().text().contains(said), qPrintable(window->reportBar().text()));
    QVERIFY(window->reportBar().isVisible());
    QCOMPARE(window->document().undoStack().index(), 1);
    QCOMPARE(shownBy(window), headlinesOf(window));
    window->reportBar().findChild<QPushButton*>()->click();
    QVERIFY(window.dossier().tables() == before);
    QVERIFY(!window->reportBar().isVisible());
    QCOMPARE(shownBy(window), headlinesOf(window));
}

void TestSceneStrip::keysOfTheListDoThem() {
    TestWindow window;
    window->showStrip(true);
    QApplication::setActiveWindow(&*window);
    SceneList& list = window->strip().list();
    list.setFocus();
    const QStringList before = headlinesOf(window);
    list.setCurrentScene(window->storyDesk().scenes()[0].key);
    QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(headlinesOf(window).mid(0, 2), QStringList({before[1], before[0]}));
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(headlinesOf(window), before);
    QTest::keyClick(&list, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(headlinesOf(window).mid(0, 2), QStringList({before[0], before[0]}));
    QCOMPARE(list.currentIndex().row(), 1);
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(headlinesOf(window), before);
    QTest::keyClick(&list, Qt::Key_Insert);
    QCOMPARE(headlinesOf(window).size(), before.size() + 1);
    QVERIFY(list.hasFocus());
    const model::Scene last = window->storyDesk().scenes().last();
    list.setCurrentScene(last.key);
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(window->exploration().view() == presentation::viewOfScene(last, window.dossier()).view);
}

/// Other programs may count from 0, or give two scenes one place.
void TestSceneStrip::scenesWithoutProperPlacesAreMoved() {
    model::Tables tables = syntheticTables();
    tables.stories.append({"tale", "A tale", {}, 0, 1});
    const QList<int> positions = {0, 0, 1};
    for (int i = 0; i < 3; ++i) {
        model::Scene scene;
        scene.key = QString("scene-%1").arg(i);
        scene.story = model::StoryId(0);
        scene.position = positions[i];
        scene.headline = QString(QChar('A' + i));
        scene.moment = "0330";
        tables.scenes.append(scene);
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath("tale.dossier");
    QVERIFY(store::create(file, tables));
    TestWindow window(file);
    StoryDesk& desk = window->storyDesk();
    const auto told = [&] { return headlinesOf(window).join(' '); };
    QCOMPARE(told(), QString("A B C"));
    desk.move("scene-2", -2);
    QCOMPARE(told(), QString("C A B"));
    QVERIFY2(window->reportBar().text().contains("moved to place 1"), qPrintable(window->reportBar().text()));
    window->document().undoStack().undo();
    desk.move("scene-0", 1);
    QCOMPARE(told(), QString("B A C"));
    window->document().undoStack().undo();
    desk.duplicate("scene-0");
    QCOMPARE(told(), QString("A A B C"));
    window->document().undoStack().undo();
    desk.addView("scene-0");
    QCOMPARE(shownBy(window), (QStringList{"A", "Without a headline", "B", "C"}));
    window->document().undoStack().undo();
    desk.remove("scene-0");
    QCOMPARE(told(), QString("B C"));
}

void TestSceneStrip::dropMovesAScene_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before"); // the row that it is dropped before
    QTest::addColumn<int>("place");
    QTest::newRow("to the front") << 2 << 0 << 0;
    QTest::newRow("further back") << 0 << 3 << 2;
    QTest::newRow("to the next gap") << 0 << 2 << 1;
}

void TestSceneStrip::dropMovesAScene() {
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(int, place);
    TestWindow window;
    const QString key = window->storyDesk().scenes()[from].key;
    SceneList& list = window->strip().list();
    QVERIFY(list.model()->moveRow({}, from, {}, before));
    QTRY_COMPARE(window->document().undoStack().index(), 1);
    QCOMPARE(window->storyDesk().scenes()[place].key, key);
    QCOMPARE(list.currentIndex().row(), place);
}

void TestSceneStrip::addedViewIsSaidAndShown() {
    TestWindow window;
    window->exploration().select(window.dossier().find("jcpoa-2015"));
    const qsizetype before = window->storyDesk().scenes().size();
    QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->strip().isVisible());
    QCOMPARE(window->strip().list().currentIndex().row(), static_cast<int>(before));
    QCOMPARE(window->reportBar().text(),
             QString("Scene %1 of “%2” added.").arg(before + 1).arg(window->storyDesk().title()));
    QCOMPARE(window->storyDesk().scenes().last().selection, QString("jcpoa-2015"));
}

void TestSceneStrip::firstViewMakesAStory() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("synthetic.dossier");
    QVERIFY(store::create(file, syntheticTables()));
    TestWindow window(file);
    QVERIFY(!window->storyDesk().story().isValid());
    window->showStrip(true);
    bool saysWhatToDo = false;
    for (const QLabel* label : window->strip().findChildren<QLabel*>())
        saysWhatToDo |= label->isVisible() && label->text().contains("Ctrl+Shift+S");
    QVERIFY(saysWhatToDo);
    QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window->storyDesk().scenes().size(), 1);
    QTest::keyClick(&*window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window->storyDesk().scenes().size(), 2);
    QCOMPARE(window.dossier().tables().stories.size(), 1);
    window->storyDesk().addStory("Another");
    QCOMPARE(window->storyDesk().title(), QString("Another"));
    QVERIFY(window->storyDesk().scenes().isEmpty());
    window->storyDesk().deleteStory();
    QCOMPARE(window->storyDesk().scenes().size(), 2);
}

void TestSceneStrip::dialogKeepsWhatIsWritten() {
    model::Scene scene;
    scene.key = "one";
    scene.headline = QString("long ").repeated(20);
    scene.points = {"First", "Second", "Third", "Fourth"};
    scene.selection = "jcpoa-2015";
    SceneDialog dialog(scene);
    model::Scene expected = scene;
    expected.headline = scene.headline.trimmed();
    QVERIFY(dialog.scene() == expected);
    for (QLineEdit* field : dialog.findChildren<QLineEdit*>()) {
        if (field->accessibleName() == "Point 2")
            field->clear();
        if (field->accessibleName() == "Question")
            field->setText(" Who? ");
    }
    dialog.findChild<QPlainTextEdit*>()->setPlainText("**Say** this");
    dialog.findChild<QSpinBox*>()->setValue(90);
    expected.points = {"First", "Third", "Fourth"};
    expected.question = "Who?";
    expected.notes = "**Say** this";
    expected.seconds = 90;
    QVERIFY(dialog.scene() == expected);
}

void TestSceneStrip::lessonIsSavedAndReopened() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("lesson.dossier");
    QStringList told;
    {
        TestWindow window;
        window->storyDesk().addStory("My lesson");
        for (const char* event : {"signing-2025", "jcpoa-2015", "entry-into-force", "signing-2025"}) {
            window->exploration().select(window.dossier().find(event));
            window->addViewAsScene();
        }
        window->storyDesk().move(window->storyDesk().scenes()[1].key, -1);
        model::Scene last = window->storyDesk().scenes().last();
        last.points = {"One", "Two"};
        last.question = "Why?";
        window->storyDesk().edit(last);
        told = headlinesOf(window);
        QVERIFY(window->document().saveAs(file));
    }
    TestWindow again(file);
    again->storyDesk().choose(model::StoryId(again.dossier().tables().stories.size() - 1));
    QCOMPARE(again->storyDesk().title(), QString("My lesson"));
    QCOMPARE(headlinesOf(again), told);
    QCOMPARE(told.size(), 4);
    QCOMPARE(again->storyDesk().scenes().last().points, QStringList({"One", "Two"}));
    again->presenter().start(again->storyDesk().story());
    for (int step = 0; step < 5; ++step)
        again->presenter().show().act(presentation::Deed::Next);
    QCOMPARE(again->presenter().show().slide().step, 3);
    again->presenter().end();
}

void TestSceneStrip::controlsHaveNames() {
    TestWindow window;
    window->showStrip(true);
    int controls = 0;
    for (const QWidget* widget : window->strip().findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isControl = button || qobject_cast<const QComboBox*>(widget);
        controls += isControl;
        QVERIFY2(!isControl || widget->objectName().startsWith("qt_") || !widget->accessibleName().isEmpty() ||
                     !button->text().isEmpty(),
                 widget->metaObject()->className());
    }
    QVERIFY(controls >= 9);
}

QTEST_MAIN(TestSceneStrip)
#include "tst_scene_strip.moc"
