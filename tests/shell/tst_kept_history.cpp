#include "tests/shell/support_window.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::shell;

/// What was seen last time can be gone back to after a restart.
class TestKeptHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void viewsOutliveTheWindow();
    void viewsOfAnotherFileAreItsOwn();
    void clearingTheListForgetsTheViews();
    void damagedSettingsAreNoViews();
    void tidiedNetworksComeBack();

private:
    std::unique_ptr<MainWindow> windowWith(const QString& file) const;

    QTemporaryDir m_folder;
};

std::unique_ptr<MainWindow> TestKeptHistory::windowWith(const QString& file) const {
    auto window = std::make_unique<MainWindow>(m_folder.filePath("settings.ini"));
    window->panels().timeline().setAnimated(false);
    QSignalSpy opened(&window->document(), &Document::opened);
    window->document().open(file);
    opened.wait(30000);
    return window;
}

void TestKeptHistory::viewsOutliveTheWindow() {
    auto window = windowWith(bundledFile());
    exploration::Exploration& first = window->exploration();
    const exploration::View opening = first.view();
    first.setSpan({17000.25, 18000.125});
    first.setFocus(exploration::Focus{model::ActorId(2), 2});
    first.remember();
    first.select(first.dossier()->find("entry-into-force"));
    const exploration::View last = first.view();
    QVERIFY(window->close());
    window = windowWith(bundledFile());
    exploration::Exploration& second = window->exploration();
    QVERIFY(second.view() == opening);
    QVERIFY(second.canGoBack());
    second.goBack();
    QVERIFY(second.view() == last);
    second.goBack();
    QVERIFY(second.view().span == (exploration::Span{17000.25, 18000.125}));
}

void TestKeptHistory::viewsOfAnotherFileAreItsOwn() {
    auto window = windowWith(bundledFile());
    window->exploration().setMoment(12345);
    const QString copy = m_folder.filePath("copy.dossier");
    QVERIFY(QFile::copy(bundledFile(), copy));
    QSignalSpy opened(&window->document(), &Document::opened);
    window->document().open(copy);
    QVERIFY(opened.wait(30000));
    QVERIFY(!window->exploration().canGoBack());
    window->document().open(bundledFile());
    QVERIFY(opened.wait(30000));
    window->exploration().goBack();
    QCOMPARE(window->exploration().moment(), 12345);
    window->close();
}

void TestKeptHistory::clearingTheListForgetsTheViews() {
    const auto window = windowWith(bundledFile());
    QVERIFY(window->exploration().canGoBack());
    window->settings().clearRecentFiles();
    QVERIFY(window->settings().views(bundledFile()).isEmpty());
}

void TestKeptHistory::damagedSettingsAreNoViews() {
    {
        Settings settings(m_folder.filePath("settings.ini"));
        settings.addRecentFile(bundledFile());
        settings.setViews(bundledFile(), "[{\"moment\": tru");
    }
    QVERIFY(!windowWith(bundledFile())->exploration().canGoBack());
}

/// The arrangement is that of last time, though the view is that of opening.
void TestKeptHistory::tidiedNetworksComeBack() {
    const QString copy = m_folder.filePath("pinned.dossier");
    QVERIFY(QFile::copy(bundledFile(), copy));
    auto window = windowWith(copy);
    window->exploration().wish(model::PlaceActor{QStringLiteral("israel"), QPointF(0.5, 0.6)});
    window->panels().network().tidyUp();
    const QList<model::Placement> held = window->exploration().view().held;
    QCOMPARE(held.size(), 1);
    QVERIFY(window->document().save());
    QVERIFY(window->close());
    window = windowWith(copy);
    QCOMPARE(window->exploration().view().held, held);
    QVERIFY(model::isNothing(window->exploration().view().selection) ==
            window->exploration().dossier()->head().openingSelection.isEmpty());
    window->close();
}

QTEST_MAIN(TestKeptHistory)
#include "tst_kept_history.moc"
