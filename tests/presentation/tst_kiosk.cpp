#include "app/presentation/exploring_view.h"
#include "app/presentation/kiosk.h"
#include "tests/presentation/support_stories.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QMenuBar>
#include <QTest>
#include <QUrl>

using namespace entente;
using namespace entente::presentation;

/// A story that runs by itself: what comes after what, how long it stays, and what a visitor can do.
class TestKiosk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(theme::loadFonts()); }
    void init() { m_exploration.open(test::smallDossier()); }
    void tellsEveryPartAndBeginsAgain();
    void partsShareTheSceneTime();
    void touchExploresTheScene_data();
    void touchExploresTheScene();
    void buttonGoesBack();
    void hasNoMenuAndFollowsNoLink();

private:
    exploration::Exploration m_exploration;
    wording::Wording m_wording;
};

static QString stateOf(const Kiosk& kiosk) {
    const Slide& slide = kiosk.told().slide();
    return QString("%1.%2%3")
        .arg(slide.step)
        .arg(slide.revealed)
        .arg(QString("?!").mid(static_cast<int>(slide.asking) - 1, slide.asking == Asking::Nothing ? 0 : 1));
}

void TestKiosk::tellsEveryPartAndBeginsAgain() {
    Kiosk kiosk(m_exploration, m_wording);
    kiosk.resize(800, 600);
    kiosk.show();
    kiosk.start(model::StoryId(0));
    QStringList told = {stateOf(kiosk)};
    for (int i = 0; i < 8; ++i) {
        kiosk.goOn();
        told.append(stateOf(kiosk));
    }
    QCOMPARE(told.join(' '), QString("0.0 0.1 0.2 0.2? 0.2! 1.0 2.0 0.0 0.1"));
    kiosk.start(model::StoryId(1));
    kiosk.goOn();
    QCOMPARE(stateOf(kiosk), QString("0.0"));
}

void TestKiosk::partsShareTheSceneTime() {
    Kiosk kiosk(m_exploration, m_wording);
    kiosk.start(model::StoryId(0));
    QCOMPARE(kiosk.stays(), 30'000 / 5);
    for (int i = 0; i < 5; ++i)
        kiosk.goOn();
    QCOMPARE(kiosk.stays(), 30'000);
}

void TestKiosk::touchExploresTheScene_data() {
    QTest::addColumn<std::function<void(QWidget&)>>("touch");
    const auto row = [](const char* name, const std::function<void(QWidget&)>& touch) { QTest::newRow(name) << touch; };
    row("click", [](QWidget& widget) { QTest::mouseClick(&widget, Qt::LeftButton); });
    row("key", [](QWidget& widget) { QTest::keyClick(&widget, Qt::Key_A); });
}

void TestKiosk::touchExploresTheScene() {
    using Touch = std::function<void(QWidget&)>;
    QFETCH(Touch, touch);
    Kiosk kiosk(m_exploration, m_wording);
    kiosk.resize(1400, 800);
    kiosk.show();
    kiosk.start(model::StoryId(0));
    kiosk.goOn();
    QVERIFY(!kiosk.isExploring());
    touch(*kiosk.currentWidget());
    QVERIFY(kiosk.isExploring());
    QCOMPARE(stateOf(kiosk), QString("0.1"));
    QVERIFY(m_exploration.selection() == m_exploration.dossier()->find("first"));
    m_exploration.select({});
    kiosk.goBack();
    QVERIFY(!kiosk.isExploring());
    QCOMPARE(stateOf(kiosk), QString("0.1"));
    touch(*kiosk.currentWidget());
    QVERIFY(m_exploration.selection() == m_exploration.dossier()->find("first"));
}

void TestKiosk::buttonGoesBack() {
    Kiosk kiosk(m_exploration, m_wording);
    kiosk.resize(800, 600);
    kiosk.show();
    kiosk.start(model::StoryId(0));
    kiosk.explore();
    for (QAbstractButton* button : kiosk.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text().contains("Back to the story"))
            button->click();
    QVERIFY(!kiosk.isExploring());
}

/// A link that the desktop would open starts a browser, which sees files.
void TestKiosk::hasNoMenuAndFollowsNoLink() {
    Kiosk kiosk(m_exploration, m_wording);
    QVERIFY(kiosk.findChildren<QMenuBar*>().isEmpty());
    for (const char* address : {"https://example.org/", "http://example.org/", "file:///etc/hostname"})
        QVERIFY(QDesktopServices::openUrl(QUrl(address))); // taken, by the kiosk, which does nothing
    for (const QWidget* widget : kiosk.findChildren<QWidget*>())
        QVERIFY2(!widget->acceptDrops() || widget->inherits("QLineEdit") || widget->inherits("QAbstractScrollArea"),
                 widget->metaObject()->className());
}

QTEST_MAIN(TestKiosk)
#include "tst_kiosk.moc"
