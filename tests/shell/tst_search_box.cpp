#include "tests/shell/support_window.h"

#include "app/shell/hit_delegate.h"
#include "app/shell/search_box.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::shell;

/// The search field while an index is made and while answers are on their way.
class TestSearchBox : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init();
    void cleanup();
    void showsWhatIsFound();
    void answersTheLastKeyOnly();
    void goesToTheFirstHitWhenItComes();
    void goesNowhereAfterAnotherKey();
    void goesNowhereAfterEscape();
    void previewsAndPutsBack();
    void saysThatItGetsReady();
    void offersTheClosestNames();
    void survivesTheNextDossier();
    void survivesItsEnd();
    void forgetsWhatAnotherDossierHeld();
    void undoesOnlyWhatIsTyped();
    void leavesKeysOfMenus_data();
    void leavesKeysOfMenus();

private:
    void type(const QString& text);
    QStringList rows() const;
    const QAbstractItemModel& list() const { return *m_box->results().model(); }

    wording::Wording m_wording;
    std::unique_ptr<exploration::Exploration> m_exploration;
    std::unique_ptr<SearchBox> m_box;
};

static const QString firstEvent = "What is told of year 31 by later writers";

/// The dossier of the tests many times over, so that its index takes a while.
static model::DossierPointer largeDossier() {
    static const model::DossierPointer made = [] {
        model::Tables tables = syntheticTables();
        for (const qsizetype count = tables.events.size(); tables.events.size() < 50'000;)
            tables.events.append(tables.events[tables.events.size() % count]);
        return std::make_shared<const model::Dossier>(tables);
    }();
    return made;
}

void TestSearchBox::init() {
    m_exploration = std::make_unique<exploration::Exploration>();
    m_exploration->open(std::make_shared<const model::Dossier>(syntheticTables()));
    m_box = std::make_unique<SearchBox>(*m_exploration, theme::Theme(), m_wording);
    m_box->setPatience(std::chrono::hours(1)); // what waits for the index says so only where that is tested
    m_box->show();
    m_box->activateWindow();
    m_box->begin();
}

void TestSearchBox::cleanup() {
    m_box.reset();
    m_exploration.reset();
}

void TestSearchBox::type(const QString& text) {
    m_box->clear();
    QTest::keyClicks(m_box.get(), text);
}

QStringList TestSearchBox::rows() const {
    QStringList texts;
    for (int row = 0; row < list().rowCount(); ++row)
        texts.append(list().index(row, 0).data().toString());
    return texts;
}

void TestSearchBox::showsWhatIsFound() {
    type("told of year 31 ");
    QTRY_VERIFY(m_box->results().isVisible());
    QCOMPARE(rows().mid(0, 2), QStringList({"Events", firstEvent}));
    QCOMPARE(m_box->results().currentIndex().row(), 1);
    QCOMPARE(m_exploration->highlighted(), QList<model::Subject>{model::EventId(31)});
    type("realm of");
    QTRY_COMPARE(rows().value(0), QString("Actors"));
    QCOMPARE(rows().indexOf("Ties"), 7); // six of each group
}

void TestSearchBox::answersTheLastKeyOnly() {
    m_exploration->open(largeDossier());
    QStringList shown;
    connect(&list(), &QAbstractItemModel::rowsInserted, this, [&] {
        if (const QStringList now = rows(); !now.isEmpty())
            shown.append(now.last());
    });
    type("chronicle");
    QTRY_COMPARE(rows().value(0), QString("Sources"));
    QCOMPARE(shown, QStringList({"Sources", "A chronicle"}));
}

void TestSearchBox::goesToTheFirstHitWhenItComes() {
    QSignalSpy found(m_box.get(), &SearchBox::found);
    type("told of year 31 ");
    QTest::keyClick(m_box.get(), Qt::Key_Return);
    QVERIFY(found.isEmpty());
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().value<model::Subject>(), model::Subject(model::EventId(31)));
    QVERIFY(m_exploration->highlighted().isEmpty());
    QVERIFY(!m_box->results().isVisible());
}

void TestSearchBox::goesNowhereAfterAnotherKey() {
    QSignalSpy found(m_box.get(), &SearchBox::found);
    type("told of year");
    QTest::keyClick(m_box.get(), Qt::Key_Return);
    QTest::keyClick(m_box.get(), Qt::Key_S);
    QTRY_VERIFY(m_box->results().isVisible());
    QVERIFY(found.isEmpty());
}

void TestSearchBox::goesNowhereAfterEscape() {
    QSignalSpy found(m_box.get(), &SearchBox::found);
    type("told of year 31 ");
    QTest::keyClick(m_box.get(), Qt::Key_Return);
    QTest::keyClick(m_box.get(), Qt::Key_Escape);
    m_box->begin();
    type("realm"); // answered after what was given up
    QTRY_VERIFY(m_box->results().isVisible());
    QVERIFY(found.isEmpty());
    QVERIFY(!rows().contains(firstEvent));
}

void TestSearchBox::previewsAndPutsBack() {
    type("told of");
    QTRY_VERIFY(m_box->results().isVisible());
    QTest::keyClick(m_box.get(), Qt::Key_Down);
    QVERIFY(!model::isNothing(m_exploration->selection()));
    const model::Subject second = m_exploration->selection();
    QTest::keyClick(m_box.get(), Qt::Key_Up);
    QVERIFY(m_exploration->selection() != second);
    QTest::keyClick(m_box.get(), Qt::Key_Escape);
    QVERIFY(model::isNothing(m_exploration->selection()));
    QVERIFY(!m_box->results().isVisible());
}

void TestSearchBox::saysThatItGetsReady() {
    m_exploration->open(largeDossier());
    m_box->setPatience(std::chrono::milliseconds(0));
    QStringList shown;
    const auto connection = connect(&list(), &QAbstractItemModel::rowsInserted, this, [&] {
        if (const QStringList now = rows(); !now.isEmpty())
            shown.append(now.last());
    });
    type("told");
    QCOMPARE(rows(), QStringList("Getting ready to search… 0 %"));
    QVERIFY(m_box->results().isVisible());
    QTRY_COMPARE(rows().value(0), QString("Events"));
    const auto says = [](const QString& text) { return text.startsWith("Getting ready to search… "); };
    disconnect(connection);
    QVERIFY2(std::count_if(shown.begin(), shown.end(), says) > 4, qPrintable(shown.join('\n'))); // one a key, and more
    const QStringList now = rows();
    QCOMPARE(std::count_if(now.begin(), now.end(), says), 0);
}

void TestSearchBox::offersTheClosestNames() {
    type("A chroniclle of riwers");
    QTRY_COMPARE(rows().value(0), QString("Nothing is called that"));
    QTRY_COMPARE(rows().size(), 5);
    QCOMPARE(rows()[1], QString("Closest names"));
    const QString name = rows()[2];
    m_box->setFocus();
    QTest::keyClick(m_box.get(), Qt::Key_Return);
    QCOMPARE(m_box->text(), name);
    QTRY_VERIFY(rows().value(0) != "Nothing is called that");
    QVERIFY(rows().contains(name));
}

void TestSearchBox::survivesTheNextDossier() {
    for (int i = 0; i < 5; ++i) {
        m_exploration->open(largeDossier());
        type("told");
    }
    m_exploration->open(std::make_shared<const model::Dossier>(syntheticTables()));
    type("chronicle");
    QTRY_COMPARE(rows(), QStringList({"Sources", "A chronicle"}));
}

void TestSearchBox::survivesItsEnd() {
    m_exploration->open(largeDossier());
    type("told");
    m_box.reset();
    QCoreApplication::processEvents();
    QVERIFY(m_exploration->dossier());
}

void TestSearchBox::forgetsWhatAnotherDossierHeld() {
    type("chronicle");
    QTRY_COMPARE(rows().value(0), QString("Sources"));
    model::Tables other;
    other.head.title = "Other";
    other.sources.append({"annals", "book", "Annals", {}, {}, {}, {}, {}, {}, {}});
    m_exploration->open(std::make_shared<const model::Dossier>(other));
    QVERIFY(!m_box->results().isVisible());
    QCOMPARE(rows(), QStringList());
    type("annals");
    QTRY_COMPARE(rows(), QStringList({"Sources", "Annals"}));
}

/// Whether a key would be the field's own and not the window's.
static bool takes(SearchBox& box, int key, Qt::KeyboardModifiers with) {
    QKeyEvent event(QEvent::ShortcutOverride, key, with);
    event.ignore();
    QCoreApplication::sendEvent(&box, &event);
    return event.isAccepted();
}

void TestSearchBox::undoesOnlyWhatIsTyped() {
    const Qt::KeyboardModifiers redo = Qt::ControlModifier | Qt::ShiftModifier;
    QVERIFY(!takes(*m_box, Qt::Key_Z, Qt::ControlModifier));
    QVERIFY(!takes(*m_box, Qt::Key_Z, redo));
    QTest::keyClicks(m_box.get(), "a");
    QVERIFY(takes(*m_box, Qt::Key_Z, Qt::ControlModifier));
    m_box->undo();
    QVERIFY(takes(*m_box, Qt::Key_Z, redo));
}

void TestSearchBox::leavesKeysOfMenus_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("export") << static_cast<int>(Qt::Key_E);
    QTest::newRow("search") << static_cast<int>(Qt::Key_K);
}

/// Some systems give fields these keys, so that the event may have been taken already.
void TestSearchBox::leavesKeysOfMenus() {
    QFETCH(int, key);
    QTest::keyClicks(m_box.get(), "a");
    QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
    event.accept();
    QCoreApplication::sendEvent(m_box.get(), &event);
    QVERIFY(!event.isAccepted());
}

QTEST_MAIN(TestSearchBox)
#include "tst_search_box.moc"
