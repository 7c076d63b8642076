#include "tests/relations/view/support_network.h"

#include <QTest>

using namespace entente;
using namespace entente::test;
using entente::exploration::Focus;

/// What the keyboard does in the network.
class TestNetworkKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_stage->reset(); }
    void cleanupTestCase() { m_stage.reset(); }
    void nothingIsUnderTheKeysAtFirst();
    void arrowGoesToTheNearestThatWay_data();
    void arrowGoesToTheNearestThatWay();
    void arrowsReachEveryNode();
    void spaceSelects();
    void enterGoesIn();
    void escapeGoesOneStepOut();
    void digitsSetTheFocusSteps();
    void letterFocusesOnTheSelected();
    void keyZoomsAboutTheMiddle_data();
    void keyZoomsAboutTheMiddle();
    void menuKeyServesTheNodeUnderTheKeys();
    void shiftedArrowsMoveTheNodeUnderTheKeys();
    void escapeTakesAMoveBack();
    void keyWithAModifierDoesNothing_data();
    void keyWithAModifierDoesNothing();
    void focusRingLeavesWithTheFocus();

private:
    QString underKeys() const { return at().isValid() ? m_stage->exploration.dossier()->keyOf(at()) : QString(); }
    model::ActorId at() const { return m_stage->scene().keyboard; }
    bool goTo(const QString& key);

    std::unique_ptr<Stage> m_stage;
};

namespace {

const QList<std::pair<Qt::Key, QPointF>> arrows = {
    {Qt::Key_Left, {-1, 0}}, {Qt::Key_Right, {1, 0}}, {Qt::Key_Up, {0, -1}}, {Qt::Key_Down, {0, 1}}};

} // namespace

void TestNetworkKeys::initTestCase() {
    prepareApplication();
    m_stage = std::make_unique<Stage>();
}

/// By the shortest way that the arrows know.
bool TestNetworkKeys::goTo(const QString& key) {
    const model::Subject subject = m_stage->find(key);
    const auto goal = std::get<model::ActorId>(subject);
    if (!at().isValid())
        m_stage->hand.key(Qt::Key_Right);
    QHash<model::ActorId, QList<Qt::Key>> ways = {{at(), {}}};
    QList<model::ActorId> next = {at()};
    while (!next.isEmpty() && !ways.contains(goal)) {
        const model::ActorId from = next.takeFirst();
        for (const auto& [arrow, direction] : arrows) {
            const model::ActorId to = relations::neighbour(m_stage->scene(), from, direction);
            if (to.isValid() && !ways.contains(to)) {
                ways[to] = ways[from] + QList<Qt::Key>{arrow};
                next.append(to);
            }
        }
    }
    for (const Qt::Key arrow : ways.value(goal))
        m_stage->hand.key(arrow);
    return underKeys() == key;
}

void TestNetworkKeys::nothingIsUnderTheKeysAtFirst() {
    QVERIFY(!at().isValid());
    const exploration::View before = m_stage->exploration.view();
    QVERIFY(!m_stage->hand.key(Qt::Key_Space));
    QVERIFY(!m_stage->hand.key(Qt::Key_Return));
    QVERIFY(m_stage->exploration.view() == before);
    QCOMPARE(m_stage->menu(QContextMenuEvent::Keyboard, {}), QStringList({"Fit"}));
    QVERIFY(m_stage->hand.key(Qt::Key_Down));
    QVERIFY(at().isValid());
}

void TestNetworkKeys::arrowGoesToTheNearestThatWay_data() {
    QTest::addColumn<QString>("from");
    for (const char* key : {"north", "south", "west", "east", "berg", "council", "pact"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestNetworkKeys::arrowGoesToTheNearestThatWay() {
    QFETCH(QString, from);
    const exploration::View before = m_stage->exploration.view();
    for (const auto& [arrow, direction] : arrows) {
        QVERIFY(goTo(from));
        const QPointF start = m_stage->nodeOf(from)->frame.center();
        m_stage->hand.key(arrow);
        const QPointF way = m_stage->nodeOf(underKeys())->frame.center() - start;
        const double ahead = QPointF::dotProduct(way, direction);
        QVERIFY(underKeys() == from || ahead > 0);
        for (const relations::Node& node : m_stage->scene().nodes) {
            const QPointF other = node.frame.center() - start;
            const double aside = std::abs(other.x() * direction.y() - other.y() * direction.x());
            QVERIFY2(aside > 1 || QPointF::dotProduct(other, direction) <= 1 || ahead > 0,
                     "a node straight ahead is passed over");
        }
    }
    QVERIFY(m_stage->exploration.view() == before);
}

void TestNetworkKeys::arrowsReachEveryNode() {
    for (const relations::Node& node : QList(m_stage->scene().nodes))
        QVERIFY(goTo(m_stage->exploration.dossier()->keyOf(node.subject())));
}

void TestNetworkKeys::spaceSelects() {
    const model::Day moment = m_stage->exploration.moment();
    for (const char* key : {"berg", "west", "pact"}) {
        QVERIFY(goTo(key));
        QVERIFY(m_stage->hand.key(Qt::Key_Space));
        QCOMPARE(m_stage->selected(), QString(key));
        QVERIFY(m_stage->nodeOf(key)->selected);
        QVERIFY(!m_stage->exploration.focus());
    }
    QCOMPARE(m_stage->exploration.moment(), moment);
}

void TestNetworkKeys::enterGoesIn() {
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        QVERIFY(goTo("west"));
        m_stage->exploration.setFocus({});
        QVERIFY(m_stage->hand.key(key));
        QVERIFY(m_stage->exploration.focus() == Focus({at(), 1}));
        QVERIFY(m_stage->nodeOf("west")->focused);
    }
}

void TestNetworkKeys::escapeGoesOneStepOut() {
    QVERIFY(goTo("west"));
    m_stage->hand.key(Qt::Key_Space);
    m_stage->hand.key(Qt::Key_Return);
    m_stage->hand.key(Qt::Key_Escape);
    QVERIFY(!m_stage->exploration.focus());
    QCOMPARE(m_stage->selected(), QString("west"));
    m_stage->hand.key(Qt::Key_Escape);
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.key(Qt::Key_Escape);
    QVERIFY(m_stage->exploration.view() == before);
}

void TestNetworkKeys::digitsSetTheFocusSteps() {
    QVERIFY(!m_stage->hand.key(Qt::Key_2));
    QVERIFY(!m_stage->exploration.focus());
    QVERIFY(goTo("berg"));
    m_stage->hand.key(Qt::Key_Return);
    for (const int steps : {2, 3, 1}) {
        QVERIFY(m_stage->hand.key(Qt::Key_0 + steps));
        QCOMPARE(m_stage->exploration.focus()->steps, steps);
        QCOMPARE(m_stage->nodeOf("south")->dimmed, steps == 1);
    }
    QVERIFY(!m_stage->hand.key(Qt::Key_4));
}

void TestNetworkKeys::letterFocusesOnTheSelected() {
    QVERIFY(goTo("west"));
    m_stage->hand.key(Qt::Key_E);
    QVERIFY(m_stage->exploration.focus() == Focus({at(), 1}));
    m_stage->exploration.select(m_stage->find("east"));
    m_stage->hand.key(Qt::Key_E);
    QVERIFY(m_stage->nodeOf("east")->focused);
}

void TestNetworkKeys::keyZoomsAboutTheMiddle_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("factor");
    QTest::newRow("plus") << int(Qt::Key_Plus) << 1 / 0.85;
    QTest::newRow("equals") << int(Qt::Key_Equal) << 1 / 0.85;
    QTest::newRow("minus") << int(Qt::Key_Minus) << 0.85;
}

void TestNetworkKeys::keyZoomsAboutTheMiddle() {
    QFETCH(int, key);
    QFETCH(double, factor);
    m_stage->exploration.setNetworkView({{0.4, 0.6}, 1});
    QVERIFY(m_stage->hand.key(key));
    QCOMPARE(m_stage->exploration.view().network.zoom, factor);
    QCOMPARE(m_stage->exploration.view().network.centre, QPointF(0.4, 0.6));
    QVERIFY(!m_stage->hand.key(Qt::Key_F));
    QVERIFY(m_stage->hand.key(Qt::Key_F, Qt::ShiftModifier));
    QVERIFY(m_stage->exploration.view().network == exploration::NetworkView());
}

void TestNetworkKeys::menuKeyServesTheNodeUnderTheKeys() {
    QVERIFY(goTo("berg"));
    const QStringList names = m_stage->menu(QContextMenuEvent::Keyboard, {}, "Select");
    QCOMPARE(names, QStringList({"Select", "Focus", "Ties…", "Fit"}));
    QCOMPARE(m_stage->selected(), QString("berg"));
}

/// And pin it once, when the Shift key is released.
void TestNetworkKeys::shiftedArrowsMoveTheNodeUnderTheKeys() {
    QVERIFY(goTo("berg"));
    const QHash<QString, QRectF> before = m_stage->frames();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Left})
        m_stage->hand.key(key, Qt::ShiftModifier);
    QVERIFY(m_stage->changes.isEmpty());
    const QPointF by = m_stage->frames().value("berg").center() - before.value("berg").center();
    QVERIFY(by.x() < -10 && by.y() < -5);
    QCOMPARE(underKeys(), QString("berg"));
    m_stage->hand.releaseKey(Qt::Key_Shift);
    QCOMPARE(m_stage->changes.size(), 1);
    QVERIFY(m_stage->nodeOf("berg")->pinned);
    m_stage->undo();
    QCOMPARE(m_stage->frames(), before);
}

void TestNetworkKeys::escapeTakesAMoveBack() {
    QVERIFY(goTo("berg"));
    const QHash<QString, QRectF> before = m_stage->frames();
    m_stage->hand.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_stage->frames() != before);
    m_stage->hand.key(Qt::Key_Escape);
    m_stage->hand.releaseKey(Qt::Key_Shift);
    QCOMPARE(m_stage->frames(), before);
    QVERIFY(m_stage->changes.isEmpty());
}

void TestNetworkKeys::keyWithAModifierDoesNothing_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifier");
    const QList<std::pair<const char*, Qt::KeyboardModifier>> modifiers = {
        {"Ctrl", Qt::ControlModifier}, {"Alt", Qt::AltModifier}, {"Meta", Qt::MetaModifier}};
    const QList<std::pair<const char*, Qt::Key>> keys = {
        {"+", Qt::Key_Plus},    {"-", Qt::Key_Minus},     {"E", Qt::Key_E},           {"F", Qt::Key_F},
        {"2", Qt::Key_2},       {"Left", Qt::Key_Left},   {"Right", Qt::Key_Right},   {"Up", Qt::Key_Up},
        {"Down", Qt::Key_Down}, {"Space", Qt::Key_Space}, {"Return", Qt::Key_Return}, {"Esc", Qt::Key_Escape}};
    for (const auto& [modifierName, modifier] : modifiers)
        for (const auto& [keyName, key] : keys)
            QTest::addRow("%s+%s", modifierName, keyName) << int(key) << int(modifier);
}

void TestNetworkKeys::keyWithAModifierDoesNothing() {
    QFETCH(int, key);
    QFETCH(int, modifier);
    QVERIFY(goTo("west"));
    m_stage->exploration.select(m_stage->find("berg"));
    m_stage->exploration.setFocus(Focus{model::ActorId(0), 1});
    const exploration::View before = m_stage->exploration.view();
    QVERIFY(!m_stage->hand.key(key, Qt::KeyboardModifiers(modifier)));
    QVERIFY(m_stage->exploration.view() == before);
    QCOMPARE(underKeys(), QString("west"));
}

void TestNetworkKeys::focusRingLeavesWithTheFocus() {
    QVERIFY(goTo("west"));
    m_stage->view.clearFocus();
    QVERIFY(!at().isValid());
    m_stage->view.setFocus();
    QCOMPARE(underKeys(), QString("west"));
}

QTEST_MAIN(TestNetworkKeys)
#include "tst_network_keys.moc"
