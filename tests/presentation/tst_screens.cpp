#include "app/presentation/audience_window.h"
#include "app/presentation/presenter.h"
#include "app/presentation/quiz_desk.h"
#include "app/presentation/screens.h"
#include "tests/presentation/support_stories.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryFile>
#include <QTest>

using namespace entente;
using namespace entente::presentation;

/// With a presenter's screen and the class's. What vanishes is only said to vanish, as the platform keeps its screens.
class ScreensTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void mirroredScreensCountOnce_data();
    void mirroredScreensCountOnce();
    void consoleIsNotWhereTheClassLooks();
    void nothingIsShownOfAScreenThatIsGone();
    void anyKeyGoesOnWhereTheScreenIsBack();
    void exploringEndsWithTheScreen();
    void quizLeavesExploring();
    void coversLieOverAQuiz();
    void whatWaitsIsSaidOnTheConsoleAlone();
    void smallConsoleIsWhole_data();
    void smallConsoleIsWhole();

private:
    QScreen& desk() const { return *QGuiApplication::screens().constFirst(); }
    QScreen& beamer() const { return *QGuiApplication::screens().constLast(); }
    bool isOn(const QWidget& window, const QScreen& screen) const {
        return window.isVisible() && screen.geometry().contains(window.geometry());
    }

    exploration::Exploration m_exploration;
    wording::Wording m_wording;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Presenter> m_presenter;
};

void ScreensTest::initTestCase() {
    QVERIFY(theme::loadFonts());
    QCOMPARE(QGuiApplication::screens().size(), 2);
}

void ScreensTest::init() {
    m_exploration.open(test::bundledDossier());
    m_window = std::make_unique<QWidget>();
    m_window->setGeometry(desk().geometry());
    m_window->show();
    m_presenter = std::make_unique<Presenter>(m_exploration, m_wording, m_window.get());
    m_presenter->setParent(nullptr);
    m_presenter->start(model::StoryId(0), 3);
    QVERIFY(m_presenter->console());
}

void ScreensTest::cleanup() {
    m_presenter.reset();
    m_window.reset();
}

void ScreensTest::mirroredScreensCountOnce_data() {
    QTest::addColumn<QList<QRect>>("frames");
    QTest::addColumn<QList<qsizetype>>("apart");
    const QRect left(0, 0, 1600, 1000), right(1600, 0, 1920, 1080), small(0, 0, 800, 600);
    QTest::newRow("none") << QList<QRect>() << QList<qsizetype>();
    QTest::newRow("one") << QList<QRect>{left} << QList<qsizetype>{0};
    QTest::newRow("two") << QList<QRect>{left, right} << QList<qsizetype>{0, 1};
    QTest::newRow("mirrored") << QList<QRect>{left, left} << QList<qsizetype>{0};
    QTest::newRow("mirrored with fewer pixels") << QList<QRect>{left, small} << QList<qsizetype>{0};
    QTest::newRow("mirrored beside a third") << QList<QRect>{left, small, right} << QList<qsizetype>{0, 2};
    QTest::newRow("one that lies over one left out")
        << QList<QRect>{left, QRect(1500, 0, 800, 600), right} << QList<qsizetype>{0, 2};
}

void ScreensTest::mirroredScreensCountOnce() {
    QFETCH(QList<QRect>, frames);
    QTEST(framesApart(frames), "apart");
}

void ScreensTest::consoleIsNotWhereTheClassLooks() {
    QVERIFY(isOn(m_presenter->audienceWindow(), beamer()));
    QVERIFY(isOn(*m_presenter->console(), desk()));
    m_presenter->show().act(Deed::SwapScreens);
    const auto placed = [&] {
        return isOn(m_presenter->audienceWindow(), desk()) && isOn(*m_presenter->console(), beamer());
    };
    QTRY_VERIFY(placed());
}

void ScreensTest::nothingIsShownOfAScreenThatIsGone() {
    const Slide before = m_presenter->show().slide();
    emit qGuiApp->screenRemoved(&beamer());
    QVERIFY(m_presenter->show().isPaused());
    QVERIFY(!m_presenter->audienceWindow().isVisible());
    QVERIFY(isOn(*m_presenter->console(), desk()));
    QVERIFY2(m_presenter->console()->remark().contains(beamer().name()), qPrintable(m_presenter->console()->remark()));
    QVERIFY2(m_presenter->console()->note().startsWith("No screen"), qPrintable(m_presenter->console()->note()));
    QVERIFY(m_presenter->show().slide() == before);
}

void ScreensTest::anyKeyGoesOnWhereTheScreenIsBack() {
    for (int times = 0; times < 5; ++times) {
        emit qGuiApp->screenRemoved(&beamer());
        emit qGuiApp->screenAdded(&beamer());
        QVERIFY(m_presenter->show().isPaused());
        QVERIFY(!m_presenter->audienceWindow().isVisible());
        QTest::keyClick(m_presenter->console(), times % 2 == 0 ? Qt::Key_PageDown : Qt::Key_F5);
        QVERIFY(!m_presenter->show().isPaused());
        QVERIFY(isOn(m_presenter->audienceWindow(), beamer()));
        QVERIFY(isOn(*m_presenter->console(), desk()));
        QCOMPARE(m_presenter->console()->remark(), QString());
        QVERIFY2(!m_presenter->console()->note().startsWith("No screen"), qPrintable(m_presenter->console()->note()));
    }
}

void ScreensTest::exploringEndsWithTheScreen() {
    m_presenter->show().act(Deed::Live);
    QVERIFY(!m_presenter->console()->isVisible());
    emit qGuiApp->screenRemoved(&beamer());
    QVERIFY(!m_presenter->isLive());
    QVERIFY(m_presenter->show().isPaused());
    QVERIFY(isOn(*m_presenter->console(), desk()));
    QVERIFY(!m_presenter->console()->remark().isEmpty());
}

void ScreensTest::quizLeavesExploring() {
    m_presenter->show().act(Deed::Live);
    m_exploration.setFilter(*model::Filter::parse(u"actor=nobody"));
    m_presenter->show().act(Deed::Quiz);
    QVERIFY(!m_presenter->isLive());
    QVERIFY(m_presenter->console()->isVisible());
    QVERIFY(m_presenter->quiz() && m_presenter->quiz()->isVisible());
    // It is on what was explored: of the scene there would be questions.
    const QString none = m_presenter->quiz()->accessibleName();
    m_presenter->show().act(Deed::Quiz);
    QVERIFY(!m_presenter->quiz());
    m_presenter->show().act(Deed::Quiz);
    QVERIFY(m_presenter->quiz()->accessibleName() != none);
}

void ScreensTest::coversLieOverAQuiz() {
    for (const Qt::Key key : {Qt::Key_B, Qt::Key_Period, Qt::Key_W})
        for (QWidget* window : QList<QWidget*>{m_presenter->console(), &m_presenter->audienceWindow()}) {
            m_presenter->show().act(Deed::Quiz);
            QVERIFY(m_presenter->quiz()->isVisible());
            QTest::keyClick(window, key);
            QVERIFY(m_presenter->show().slide().cover != Cover::None);
            QVERIFY(!m_presenter->quiz()->isVisible());
            QTest::keyClick(window, key);
            QVERIFY(m_presenter->quiz()->isVisible());
            m_presenter->show().act(Deed::Quiz);
        }
}

static bool says(const QWidget& window, const QString& text) {
    const QList<QLabel*> labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

void ScreensTest::whatWaitsIsSaidOnTheConsoleAlone() {
    m_presenter->showPending("A file waits.");
    QVERIFY(says(*m_presenter->console(), "A file waits."));
    QVERIFY(!says(m_presenter->audienceWindow(), "A file waits."));
    m_presenter->show().act(Deed::Next);
    QVERIFY(says(*m_presenter->console(), "A file waits."));
    m_presenter->showPending({});
    QVERIFY(!says(*m_presenter->console(), "A file waits."));
}

void ScreensTest::smallConsoleIsWhole_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest projector") << QSize(800, 600);
    QTest::newRow("smallest window") << QSize(1024, 680);
    QTest::newRow("laptop") << QSize(1366, 728);
}

/// No two things that are read or pressed lie over each other.
void ScreensTest::smallConsoleIsWhole() {
    QFETCH(QSize, size);
    Console& console = *m_presenter->console();
    console.showNormal();
    console.resize(size);
    QCOMPARE(console.size(), size);
    QCoreApplication::processEvents();
    QList<QWidget*> parts;
    for (QWidget* part : console.findChildren<QWidget*>())
        if (part->isVisible() && (qobject_cast<QAbstractButton*>(part) || qobject_cast<QLabel*>(part) ||
                                  qobject_cast<PictureView*>(part) || qobject_cast<NotesView*>(part)))
            parts.append(part);
    QVERIFY(parts.size() > 30);
    for (const QWidget* one : std::as_const(parts))
        for (const QWidget* other : std::as_const(parts)) {
            const QRect first(one->mapTo(&console, QPoint()), one->size());
            const QRect second(other->mapTo(&console, QPoint()), other->size());
            QVERIFY2(one == other || one->isAncestorOf(other) || other->isAncestorOf(one) || !first.intersects(second),
                     qPrintable(one->accessibleName() + " and " + other->accessibleName()));
        }
}

static QJsonObject screenAt(const QString& name, const QRect& frame) {
    return {{"name", name},
            {"x", frame.x()},
            {"y", frame.y()},
            {"width", frame.width()},
            {"height", frame.height()},
            {"logicalDpi", 96},
            {"logicalBaseDpi", 96},
            {"dpr", 1}};
}

int main(int argc, char** argv) {
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    const QJsonArray two{screenAt("desk", {0, 0, 1600, 1000}), screenAt("beamer", {1600, 0, 1920, 1080})};
    screens.write(QJsonDocument(QJsonObject{{"screens", two}}).toJson());
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    QApplication application(argc, argv);
    ScreensTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screens.moc"
