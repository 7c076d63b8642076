#include "tests/timeline/view/support_timeline.h"

#include <QTest>
#include <QToolButton>

using namespace entente;
using namespace entente::test;
using entente::exploration::Span;

/// What the keyboard and the buttons do in the timeline, and what is read aloud.
class TestTimelineKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_stage = std::make_unique<Stage>(); }
    void cleanup() { m_stage.reset(); }
    void keySelects_data();
    void keySelects();
    void keyMeetsOnlyWhatIsShown();
    void arrowsMeetEveryEvent();
    void whatAKeySelectsComesIntoView_data();
    void whatAKeySelectsComesIntoView();
    void arrowsWithTheFlagStepThroughChanges();
    void keyZoomsAboutTheMoment_data();
    void keyZoomsAboutTheMoment();
    void keyShowsTheWholePeriod_data();
    void keyShowsTheWholePeriod();
    void keyFramesTheSelection_data();
    void keyFramesTheSelection();
    void controlAndArrowsPan();
    void keyWithAModifierDoesNothing_data();
    void keyWithAModifierDoesNothing();
    void keyOfOthersIsPassedOn_data();
    void keyOfOthersIsPassedOn();
    void escapeTakesAGestureBack_data();
    void escapeTakesAGestureBack();
    void buttonsZoom();
    void rowsAreReadWhereTheyAre();

private:
    std::unique_ptr<Stage> m_stage;
};

void TestTimelineKeys::keySelects_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* name, const char* from, Qt::Key key, const char* to) {
        QTest::newRow(name) << QString::fromLatin1(from) << int(key) << QString::fromLatin1(to);
    };
    row("right of the moment", "", Qt::Key_Right, "close");
    row("left of the moment", "", Qt::Key_Left, "long");
    row("right", "first", Qt::Key_Right, "before");
    row("left", "before", Qt::Key_Left, "first");
    row("left of the first", "first", Qt::Key_Left, "first");
    row("right in a pill", "close", Qt::Key_Right, "closer");
    row("right on one day", "same", Qt::Key_Right, "same-too");
    row("right of the last dated", "same-too", Qt::Key_Right, "undated");
    row("left of the undated", "undated", Qt::Key_Left, "same-too");
    row("right of all", "also-undated", Qt::Key_Right, "also-undated");
    row("first", "", Qt::Key_Home, "first");
    row("last", "lonely", Qt::Key_End, "same-too");
    row("down", "long", Qt::Key_Down, "contested");
    row("down again", "contested", Qt::Key_Down, "lonely");
    row("down from the lowest lane", "lonely", Qt::Key_Down, "lonely");
    row("up", "contested", Qt::Key_Up, "long");
    row("up from the highest lane", "first", Qt::Key_Up, "first");
    row("down from nowhere", "", Qt::Key_Down, "close");
}

void TestTimelineKeys::keySelects() {
    QFETCH(QString, from);
    QFETCH(int, key);
    QFETCH(QString, to);
    m_stage->exploration.select(m_stage->find(from));
    QVERIFY(m_stage->hand.key(key));
    QCOMPARE(m_stage->selected(), to);
    QVERIFY(!m_stage->exploration.view().span);
}

void TestTimelineKeys::keyMeetsOnlyWhatIsShown() {
    m_stage->exploration.setFilter(*model::Filter::parse(u"importance>=5"));
    const QList<std::pair<Qt::Key, QString>> steps = {
        {Qt::Key_Home, "contested"}, {Qt::Key_Right, "long"}, {Qt::Key_Right, "same"},    {Qt::Key_Right, "undated"},
        {Qt::Key_End, "same"},       {Qt::Key_Left, "long"},  {Qt::Key_Down, "contested"}};
    for (const auto& [key, selected] : steps) {
        m_stage->hand.key(key);
        QCOMPARE(m_stage->selected(), selected);
    }
    m_stage->exploration.setFilter(*model::Filter::parse(u"theme=elsewhere"));
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
        m_stage->hand.key(key);
    QCOMPARE(m_stage->selected(), QString("contested"));
}

void TestTimelineKeys::arrowsMeetEveryEvent() {
    m_stage->hand.key(Qt::Key_Home);
    QStringList met = {m_stage->selected()};
    const qsizetype count = m_stage->exploration.dossier()->tables().events.size();
    for (qsizetype i = 1; i < count; ++i) {
        m_stage->hand.key(Qt::Key_Right);
        QVERIFY(!met.contains(m_stage->selected()));
        met.append(m_stage->selected());
    }
    for (qsizetype i = count - 2; i >= 0; --i) {
        m_stage->hand.key(Qt::Key_Left);
        QCOMPARE(m_stage->selected(), met[i]);
    }
}

void TestTimelineKeys::whatAKeySelectsComesIntoView_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("first") << int(Qt::Key_Home);
    QTest::newRow("last") << int(Qt::Key_End);
    QTest::newRow("next") << int(Qt::Key_Right);
    QTest::newRow("previous") << int(Qt::Key_Left);
}

void TestTimelineKeys::whatAKeySelectsComesIntoView() {
    QFETCH(int, key);
    m_stage->showAround("2013-07-01", 200);
    m_stage->hand.key(key);
    QVERIFY(m_stage->markOf(m_stage->selected()));
    QVERIFY(std::abs(m_stage->exploration.span().width() - 200) < 1e-6);
}

void TestTimelineKeys::arrowsWithTheFlagStepThroughChanges() {
    m_stage->exploration.select(m_stage->find("same"));
    m_stage->exploration.setMoment(day("2010-10-10"));
    m_stage->showAround("2010-01-01", 4000);
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.click(m_stage->scene().flag.center());
    m_stage->hand.key(Qt::Key_Right);
    QCOMPARE(m_stage->exploration.moment(), day("2014-03-03"));
    m_stage->hand.key(Qt::Key_Left);
    QCOMPARE(m_stage->exploration.moment(), day("2006-02-02"));
    QCOMPARE(m_stage->selected(), QString("same"));
    QVERIFY(m_stage->exploration.span() == *before.span);
    m_stage->hand.click(m_stage->ground());
    m_stage->hand.key(Qt::Key_Right);
    QCOMPARE(m_stage->selected(), QString("same-too"));
}

void TestTimelineKeys::keyZoomsAboutTheMoment_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("factor"); // of the span
    QTest::newRow("plus") << int(Qt::Key_Plus) << 0.7;
    QTest::newRow("equals") << int(Qt::Key_Equal) << 0.7;
    QTest::newRow("minus") << int(Qt::Key_Minus) << 1 / 0.7;
}

void TestTimelineKeys::keyZoomsAboutTheMoment() {
    QFETCH(int, key);
    QFETCH(double, factor);
    m_stage->showAround("2013-01-01", 1200);
    const double cursor = *m_stage->scene().cursor;
    QVERIFY(m_stage->hand.key(key));
    QVERIFY(std::abs(*m_stage->scene().cursor - cursor) < 0.5);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 1200 * factor) < 1e-6);
}

void TestTimelineKeys::keyShowsTheWholePeriod_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("0") << int(Qt::Key_0) << 0;
    QTest::newRow("0 of the number pad") << int(Qt::Key_0) << int(Qt::KeypadModifier);
    QTest::newRow("F") << int(Qt::Key_F) << 0;
}

void TestTimelineKeys::keyShowsTheWholePeriod() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    m_stage->showAround("2013-01-01", 100);
    QVERIFY(m_stage->hand.key(key, Qt::KeyboardModifiers(modifiers)));
    QVERIFY(!m_stage->exploration.view().span);
}

void TestTimelineKeys::keyFramesTheSelection_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Enter);
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Z") << int(Qt::Key_Z);
}

void TestTimelineKeys::keyFramesTheSelection() {
    QFETCH(int, key);
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.key(key);
    QVERIFY(m_stage->exploration.view() == before);
    m_stage->exploration.select(m_stage->find("long"));
    QVERIFY(m_stage->hand.key(key));
    QVERIFY(m_stage->exploration.span().width() < 2000);
    QVERIFY(m_stage->xOf("2010-01-05") > m_stage->scene().lanes.left());
    QVERIFY(m_stage->xOf("2012-04-06") < m_stage->scene().lanes.right());
    QCOMPARE(m_stage->selected(), QString("long"));
}

void TestTimelineKeys::controlAndArrowsPan() {
    m_stage->exploration.select(m_stage->find("contested"));
    m_stage->showAround("2013-01-01", 1000);
    const exploration::View before = m_stage->exploration.view();
    const auto moved = [&] { return m_stage->exploration.span().first - before.span->first; };
    QVERIFY(m_stage->hand.key(Qt::Key_Right, Qt::ControlModifier));
    const double small = moved();
    QVERIFY(small > 90 && small < 130);
    m_stage->hand.key(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(std::abs(moved()) < 1e-6);
    m_stage->hand.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::abs(moved() + 5 * small) < 1e-6);
    QVERIFY(std::abs(m_stage->exploration.span().width() - 1000) < 1e-6);
    QCOMPARE(m_stage->selected(), QString("contested"));
}

void TestTimelineKeys::keyWithAModifierDoesNothing_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifier");
    const QList<std::pair<const char*, Qt::KeyboardModifier>> modifiers = {
        {"Ctrl", Qt::ControlModifier}, {"Alt", Qt::AltModifier}, {"Meta", Qt::MetaModifier}};
    const QList<std::pair<const char*, Qt::Key>> keys = {
        {"+", Qt::Key_Plus},      {"=", Qt::Key_Equal},    {"-", Qt::Key_Minus},     {"0", Qt::Key_0},
        {"F", Qt::Key_F},         {"Z", Qt::Key_Z},        {"Home", Qt::Key_Home},   {"End", Qt::Key_End},
        {"Up", Qt::Key_Up},       {"Down", Qt::Key_Down},  {"Enter", Qt::Key_Enter}, {"Return", Qt::Key_Return},
        {"Space", Qt::Key_Space}, {"Esc", Qt::Key_Escape}, {"A", Qt::Key_A}};
    for (const auto& [modifierName, modifier] : modifiers)
        for (const auto& [keyName, key] : keys)
            QTest::addRow("%s+%s", modifierName, keyName) << int(key) << int(modifier);
    QTest::newRow("Alt+Left") << int(Qt::Key_Left) << int(Qt::AltModifier);
    QTest::newRow("Alt+Right") << int(Qt::Key_Right) << int(Qt::AltModifier);
}

void TestTimelineKeys::keyWithAModifierDoesNothing() {
    QFETCH(int, key);
    QFETCH(int, modifier);
    m_stage->exploration.select(m_stage->find("long"));
    m_stage->showAround("2010-01-01", 4000);
    const exploration::View before = m_stage->exploration.view();
    QVERIFY(!m_stage->hand.key(key, Qt::KeyboardModifiers(modifier)));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineKeys::keyOfOthersIsPassedOn_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Esc") << int(Qt::Key_Escape);
    QTest::newRow("Space") << int(Qt::Key_Space);
    QTest::newRow("A") << int(Qt::Key_A);
    QTest::newRow("question mark") << int(Qt::Key_Question);
    QTest::newRow("slash") << int(Qt::Key_Slash);
}

void TestTimelineKeys::keyOfOthersIsPassedOn() {
    QFETCH(int, key);
    m_stage->exploration.select(m_stage->find("long"));
    const exploration::View before = m_stage->exploration.view();
    QVERIFY(!m_stage->hand.key(key));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineKeys::escapeTakesAGestureBack_data() {
    QTest::addColumn<QString>("part");
    for (const char* part : {"flag", "ground", "brush"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestTimelineKeys::escapeTakesAGestureBack() {
    QFETCH(QString, part);
    m_stage->showAround("2013-01-01", 1200);
    const exploration::View before = m_stage->exploration.view();
    const QPointF from = part == "flag"     ? m_stage->scene().flag.center()
                         : part == "ground" ? m_stage->ground()
                                            : m_stage->scene().minimap.brush.center();
    m_stage->hand.press(from);
    m_stage->hand.move(from + QPointF(60, 0));
    QVERIFY(m_stage->exploration.view() != before);
    QVERIFY(m_stage->hand.key(Qt::Key_Escape));
    QVERIFY(m_stage->exploration.view() == before);
    m_stage->hand.move(from + QPointF(90, 0));
    m_stage->hand.release(from + QPointF(90, 0));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestTimelineKeys::buttonsZoom() {
    m_stage->showAround("2013-01-01", 1200);
    QHash<QString, QToolButton*> buttons;
    for (QToolButton* button : m_stage->view.findChildren<QToolButton*>())
        buttons.insert(button->accessibleName(), button);
    const auto width = [this] { return m_stage->exploration.span().width(); };
    QTest::mouseClick(buttons["Zoom in"], Qt::LeftButton);
    QVERIFY(std::abs(width() - 1200 * 0.7) < 1e-6);
    QTest::mouseClick(buttons["Zoom out"], Qt::LeftButton);
    QVERIFY(std::abs(width() - 1200) < 1e-6);
    QTest::mouseClick(buttons["Show the whole period"], Qt::LeftButton);
    QVERIFY(!m_stage->exploration.view().span);
}

void TestTimelineKeys::rowsAreReadWhereTheyAre() {
    QCOMPARE(m_stage->view.rowCount(), m_stage->exploration.dossier()->tables().events.size());
    m_stage->exploration.select(m_stage->find("contested"));
    for (qsizetype row = 0; row < m_stage->view.rowCount(); ++row) {
        const model::EventId event = m_stage->view.rowEvent(row);
        const QString text = m_stage->view.rowText(row);
        QVERIFY2(text.contains(m_stage->exploration.dossier()->event(event).title), qPrintable(text));
        const timeline::Hit hit = timeline::hitTest(m_stage->scene(), m_stage->view.rowRect(row).center());
        const bool inPill =
            hit.part == timeline::Hit::Part::Pill && m_stage->scene().pills[hit.index].members.contains(event);
        QVERIFY(inPill || hit.subject() == model::Subject(event));
    }
    m_stage->showAround("2013-01-01", 100);
    QVERIFY(m_stage->view.rowRect(0).isNull());
}

QTEST_MAIN(TestTimelineKeys)
#include "tst_timeline_keys.moc"
