#include "tests/shell/support_window.h"

#include <QApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace entente;
using namespace entente::shell;

/// A show that the program did not live to end is offered again, at the same scene of the same file; and what the
/// window has to do with one that runs.
class TestKeptShow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { Settings(settingsFile()).setRunningShow({}); }
    void isKeptWhileItRuns();
    void goesOnAtTheSameScene();
    void opensItsFile();
    void isOnlyGoneOnWithWhenItsFileCame_data();
    void isOnlyGoneOnWithWhenItsFileCame();
    void isForgottenWhenDeclined();
    void isNotOfferedTwiceOrForGoneFiles();
    void questionsAboutTheFileWaitForItsEnd();
    void liveIsLeftFromTheWindow();

private:
    QString settingsFile() const { return m_folder.filePath("settings.ini"); }
    std::unique_ptr<MainWindow> windowWith(const QString& file) const;

    QTemporaryDir m_folder;
};

std::unique_ptr<MainWindow> TestKeptShow::windowWith(const QString& file) const {
    auto window = std::make_unique<MainWindow>(settingsFile());
    window->panels().timeline().setAnimated(false);
    window->resize(1600, 1000);
    window->show();
    QSignalSpy opened(&window->document(), &Document::opened);
    window->document().open(file);
    opened.wait(30000);
    return window;
}

void TestKeptShow::isKeptWhileItRuns() {
    auto window = windowWith(bundledFile());
    QVERIFY(!Settings(settingsFile()).runningShow());
    window->presenter().start(model::StoryId(0));
    window->presenter().show().jump(2);
    const auto kept = Settings(settingsFile()).runningShow();
    QVERIFY(kept);
    QCOMPARE(kept->file, window->document().path());
    QCOMPARE(kept->story, window->exploration().dossier()->tables().stories[0].key);
    QCOMPARE(kept->scene, window->presenter().show().scene().key);
    QCOMPARE(kept->step, 2);
    window->presenter().end();
    QVERIFY(!Settings(settingsFile()).runningShow());
    window->presenter().start(model::StoryId(0));
    QVERIFY(Settings(settingsFile()).runningShow());
    window->close();
    QVERIFY(!Settings(settingsFile()).runningShow());
}

void TestKeptShow::goesOnAtTheSameScene() {
    QString scene;
    {
        auto window = windowWith(bundledFile());
        window->presenter().start(model::StoryId(1));
        window->presenter().show().jump(2);
        scene = window->presenter().show().scene().key;
        // Destroyed without being closed, as by a crash.
    }
    QVERIFY(Settings(settingsFile()).runningShow());
    auto window = windowWith(bundledFile());
    QVERIFY(window->offerBar().isVisible());
    QVERIFY(window->offerBar().text().contains("scene 3"));
    window->offerBar().findChild<QPushButton*>()->click();
    QVERIFY(window->presenter().isRunning());
    QCOMPARE(window->presenter().show().scene().key, scene);
    QVERIFY(!window->offerBar().isVisible());
    window->presenter().end();
}

void TestKeptShow::opensItsFile() {
    const QString copy = m_folder.filePath("copy.dossier");
    QFile::remove(copy);
    QVERIFY(QFile::copy(bundledFile(), copy));
    {
        auto window = windowWith(copy);
        window->presenter().start(model::StoryId(0));
        window->presenter().show().jump(1);
    }
    auto window = windowWith(bundledFile());
    QVERIFY(window->offerBar().text().contains("copy.dossier"));
    window->offerBar().findChild<QPushButton*>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(window->presenter().isRunning(), 30000);
    QCOMPARE(window->document().path(), copy);
    QCOMPARE(window->presenter().show().slide().step, 1);
    window->presenter().end();
}

void TestKeptShow::isOnlyGoneOnWithWhenItsFileCame_data() {
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("changes were not to be lost") << true;
    QTest::newRow("reading was ended") << false;
}

/// Who opens the file by hand afterwards is asked again.
void TestKeptShow::isOnlyGoneOnWithWhenItsFileCame() {
    QFETCH(bool, isRefused);
    const QString copy = m_folder.filePath("copy.dossier");
    QFile::remove(copy);
    QVERIFY(QFile::copy(bundledFile(), copy));
    {
        auto window = windowWith(copy);
        window->presenter().start(model::StoryId(0));
    }
    auto window = windowWith(bundledFile());
    if (isRefused)
        window->exploration().wish(model::PlaceActor{"iran", QPointF(0.25, 0.75)});
    QCOMPARE(window->document().isDirty(), isRefused);
    QTimer::singleShot(0, this, [] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
            box->reject();
    });
    window->offerBar().findChild<QPushButton*>()->click();
    QCOMPARE(window->document().isOpening(), !isRefused);
    window->document().cancelOpening();
    QVERIFY(window->offerBar().isVisible());
    window->document().undoStack().clear();
    QSignalSpy opened(&window->document(), &Document::opened);
    window->document().open(copy);
    QVERIFY(opened.wait(30000));
    QVERIFY(!window->presenter().isRunning());
    QVERIFY(window->offerBar().isVisible());
    window->offerBar().findChild<QPushButton*>()->click();
    QVERIFY(window->presenter().isRunning());
    window->presenter().end();
}

void TestKeptShow::isForgottenWhenDeclined() {
    {
        auto window = windowWith(bundledFile());
        window->presenter().start(model::StoryId(0));
    }
    auto window = windowWith(bundledFile());
    QVERIFY(window->offerBar().isVisible());
    window->offerBar().findChildren<QPushButton*>().last()->click();
    QVERIFY(!window->offerBar().isVisible());
    QVERIFY(!Settings(settingsFile()).runningShow());
    window = windowWith(bundledFile());
    QVERIFY(!window->offerBar().isVisible());
}

void TestKeptShow::isNotOfferedTwiceOrForGoneFiles() {
    Settings(settingsFile()).setRunningShow(RunningShow{m_folder.filePath("gone.dossier"), "story", "scene", 3, 0});
    auto window = windowWith(bundledFile());
    QVERIFY(!window->offerBar().isVisible());
    // Another program has the number by now.
    Settings(settingsFile()).setRunningShow(RunningShow{bundledFile(), "story", "scene", 3, 1});
    window = windowWith(bundledFile());
    QVERIFY(window->offerBar().isVisible());
}

void TestKeptShow::questionsAboutTheFileWaitForItsEnd() {
    const QString copy = m_folder.filePath("changed.dossier");
    QFile::remove(copy);
    QVERIFY(QFile::copy(bundledFile(), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    auto window = windowWith(copy);
    QStringList asked;
    bool isShown = true;
    QTimer answers; // a dialog would wait for ever
    connect(&answers, &QTimer::timeout, this, [&] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
            asked.append(box->text());
            isShown = window->presenter().isRunning();
            box->reject();
        }
    });
    answers.start(0);
    window->presenter().start(model::StoryId(0));
    QSignalSpy held(window->findChild<FileDeeds*>(), &FileDeeds::heldBack);
    QSignalSpy changed(&window->document(), &Document::changedOnDisk);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::Append));
    file.write(QByteArray(4096, '\0'));
    file.close();
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 30000);
    window->presenter().show().jump(2);
    QCoreApplication::processEvents();
    QCOMPARE(asked, QStringList());
    QCOMPARE(held.size(), 1);
    QVERIFY(held.first().first().toString().contains("changed.dossier"));
    window->presenter().end();
    QCOMPARE(held.last().first().toString(), QString());
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(!isShown);
    QVERIFY2(asked.first().contains("changed.dossier"), qPrintable(asked.first()));
}

void TestKeptShow::liveIsLeftFromTheWindow() {
    auto window = windowWith(bundledFile());
    presentation::Presenter& presenter = window->presenter();
    const ReportBar& bar = window->liveBar();
    presenter.start(model::StoryId(0));
    presenter.show().act(presentation::Deed::Next);
    QTest::keyClick(window.get(), Qt::Key_G);
    QVERIFY(!presenter.isLive() && !bar.isVisible());
    presenter.show().act(presentation::Deed::Black);
    window->beginSearch();
    const QWidget* search = window->focusWidget();
    QVERIFY(search && search->inherits("QLineEdit"));
    presenter.show().act(presentation::Deed::Live);
    QVERIFY(presenter.isLive());
    QVERIFY(window->focusWidget() != search);
    QVERIFY(bar.isVisible());
    QVERIFY2(bar.text().contains("G goes back"), qPrintable(bar.text()));
    QTest::keyClick(window.get(), Qt::Key_G);
    QVERIFY(!presenter.isLive() && !bar.isVisible());
    QVERIFY(presenter.isRunning());
    QCOMPARE(presenter.show().slide().revealed, 1);
    QCOMPARE(presenter.show().slide().cover, presentation::Cover::Black);
    presenter.show().act(presentation::Deed::Live);
    bar.findChild<QPushButton*>()->click();
    QVERIFY(!presenter.isLive() && !bar.isVisible());
    presenter.show().act(presentation::Deed::Live);
    presenter.start(model::StoryId(0)); // as the menu does
    QVERIFY(!presenter.isLive() && !bar.isVisible());
    presenter.show().act(presentation::Deed::Live);
    QVERIFY(bar.isVisible());
    presenter.end();
    QVERIFY(!bar.isVisible());
}

QTEST_MAIN(TestKeptShow)
#include "tst_kept_show.moc"
