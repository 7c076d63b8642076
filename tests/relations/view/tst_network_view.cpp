#include "tests/relations/view/support_network.h"

#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::test;
using entente::exploration::Exploration;
using entente::exploration::Focus;

/// What the mouse does in the network, and what the moment does not.
class TestNetworkView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_stage->reset(); }
    void cleanupTestCase() { m_stage.reset(); }
    void momentMovesNoNode();
    void pictureDependsOnTheMomentAlone();
    void selectionMovesNoNode();
    void clickSelectsWhatIsDrawn_data();
    void clickSelectsWhatIsDrawn();
    void clickKeepsTheMoment();
    void clickOnTheGroundChangesNothing();
    void otherButtonsDoNotSelect();
    void hoverFollowsThePointer();
    void doubleClickGoesIn_data();
    void doubleClickGoesIn();
    void draggedNodeMovesAlone();
    void draggedNodeIsPinned_data();
    void draggedNodeIsPinned();
    void droppedAfterTidyingMovesAlone();
    void tidyingIsGoneBackFrom();
    void smallDragIsAClick();
    void everyPinIsReleased();
    void wheelKeepsThePlaceUnderThePointer_data();
    void wheelKeepsThePlaceUnderThePointer();
    void wheelStopsAtTheLimits();
    void pinchKeepsThePlaceUnderTheFingers();
    void dragPans_data();
    void dragPans();
    void panningStopsAtTheEdge();
    void panningNeverJumps();
    void menuNamesWhatCanBeDone();
    void menuDoesWhatItNames();
    void firstTieIsAPressAway();
    void allTiesAreAPressAwayWhenTheFilterHidesThem();
    void rowsAreReadWhereTheyAre();

private:
    QStringList menuAt(QPointF at, const QString& choice = {}) {
        return m_stage->menu(QContextMenuEvent::Mouse, at, choice);
    }

    std::unique_ptr<Stage> m_stage;
};

void TestNetworkView::initTestCase() {
    prepareApplication();
    m_stage = std::make_unique<Stage>();
}

void TestNetworkView::momentMovesNoNode() {
    QHash<QString, QRectF> seen;
    QList<model::Day> moments = model::changeDays(*m_stage->exploration.dossier());
    moments << day("1990-01-01") << day("2100-01-01");
    for (const model::Day moment : moments) {
        m_stage->exploration.setMoment(moment);
        QCOMPARE(m_stage->scene().moment, moment);
        const QHash<QString, QRectF> frames = m_stage->frames();
        QVERIFY(frames.size() >= 6);
        for (auto frame = frames.begin(); frame != frames.end(); ++frame) {
            if (!seen.contains(frame.key()))
                seen.insert(frame.key(), *frame);
            QCOMPARE(*frame, seen.value(frame.key()));
        }
    }
    QCOMPARE(seen.size(), 7);
}

/// Whatever was painted before, and kept.
void TestNetworkView::pictureDependsOnTheMomentAlone() {
    relations::Picture walked;
    QRandomGenerator dice(5);
    const QList<model::Day> days = model::changeDays(*m_stage->exploration.dossier());
    const qsizetype actors = m_stage->exploration.dossier()->tables().actors.size();
    QSet<QByteArray> seen;
    for (int step = 0; step < 80; ++step) {
        m_stage->exploration.setMoment(days[dice.bounded(static_cast<int>(days.size()))]);
        m_stage->exploration.select(step % 3 ? model::Subject()
                                             : model::ActorId(dice.bounded(static_cast<int>(actors))));
        if (step % 10 == 9)
            m_stage->exploration.setNetworkView({{0.5, 0.5}, 0.7 + dice.bounded(1.5)});
        const double ratio = step < 60 ? 1 : 2;
        walked.paint(m_stage->theme, m_stage->scene(), m_stage->view.size(), ratio, true);
        relations::Picture fresh;
        fresh.paint(m_stage->theme, m_stage->scene(), m_stage->view.size(), ratio, true);
        QVERIFY(walked.image() == fresh.image());
        const QImage& image = walked.image();
        seen << QCryptographicHash::hash({image.constBits(), image.sizeInBytes()}, QCryptographicHash::Md5);
    }
    QVERIFY(seen.size() > 20);
}

void TestNetworkView::selectionMovesNoNode() {
    const QHash<QString, QRectF> before = m_stage->frames();
    for (const char* key : {"north", "berg", "treaty", "west-sanctions", "north-treaty"}) {
        m_stage->exploration.select(m_stage->find(key));
        m_stage->exploration.goInto(m_stage->exploration.selection());
        const QHash<QString, QRectF> frames = m_stage->frames();
        for (auto frame = before.begin(); frame != before.end(); ++frame)
            QCOMPARE(frames.value(frame.key()), *frame);
    }
}

void TestNetworkView::clickSelectsWhatIsDrawn_data() {
    QTest::addColumn<QString>("moment");
    for (const char* moment : {"2001-03-12", "2005-05-05", "2012-01-01", "2015-07-14", "2020-01-01", "2024-12-12"})
        QTest::newRow(moment) << QString::fromLatin1(moment);
}

void TestNetworkView::clickSelectsWhatIsDrawn() {
    QFETCH(QString, moment);
    m_stage->exploration.setMoment(day(moment));
    QList<model::Subject> drawn;
    for (const relations::Node& node : m_stage->scene().nodes)
        drawn.append(node.subject());
    const qsizetype nodes = drawn.size();
    for (const relations::Line& line : m_stage->scene().lines)
        drawn.append(line.subject);
    QVERIFY(nodes >= 6 && drawn.size() > nodes);
    for (const model::Subject& subject : drawn) {
        m_stage->exploration.select({});
        const auto at = relations::anchorOf(m_stage->scene(), subject);
        QVERIFY(at);
        m_stage->hand.click(*at);
        QVERIFY2(m_stage->exploration.selection() == subject,
                 qPrintable(m_stage->exploration.dossier()->keyOf(subject)));
    }
}

void TestNetworkView::clickKeepsTheMoment() {
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.click(m_stage->seenAt("west"));
    exploration::View after = m_stage->exploration.view();
    QVERIFY(m_stage->nodeOf("west")->selected);
    after.selection = before.selection;
    QVERIFY(after == before);
    m_stage->hand.click(m_stage->seenAt("west-sanctions"));
    QVERIFY(m_stage->nodeOf("west")->selected);
    QVERIFY(m_stage->nodeOf("south")->selected);
    QVERIFY(!m_stage->nodeOf("north")->selected);
}

void TestNetworkView::clickOnTheGroundChangesNothing() {
    m_stage->exploration.select(m_stage->find("west"));
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.click(m_stage->ground());
    m_stage->hand.doubleClick(m_stage->ground());
    QVERIFY(m_stage->exploration.view() == before);
}

void TestNetworkView::otherButtonsDoNotSelect() {
    const exploration::View before = m_stage->exploration.view();
    m_stage->hand.click(m_stage->seenAt("west"), Qt::RightButton);
    m_stage->hand.click(m_stage->seenAt("west"), Qt::MiddleButton);
    QVERIFY(m_stage->exploration.view() == before);
}

void TestNetworkView::hoverFollowsThePointer() {
    QSignalSpy told(&m_stage->exploration, &Exploration::hoverChanged);
    const exploration::View before = m_stage->exploration.view();
    for (const char* key : {"north", "berg", "west-sanctions", "pact"}) {
        m_stage->hand.move(m_stage->seenAt(key));
        QVERIFY(m_stage->exploration.hovered() == m_stage->find(key));
        QVERIFY(m_stage->scene().hovered == m_stage->find(key));
    }
    QCOMPARE(told.size(), 4);
    m_stage->hand.move(m_stage->ground());
    QVERIFY(model::isNothing(m_stage->scene().hovered));
    m_stage->hand.move(m_stage->seenAt("east"));
    m_stage->hand.leave();
    QVERIFY(model::isNothing(m_stage->exploration.hovered()));
    QVERIFY(m_stage->exploration.view() == before);
}

void TestNetworkView::doubleClickGoesIn_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("focus");
    QTest::newRow("state") << "west"
                           << "west";
    QTest::newRow("person") << "berg"
                            << "berg";
    QTest::newRow("agreement") << "pact"
                               << "pact";
    QTest::newRow("agreement drawn as a tie") << "treaty"
                                              << "treaty";
    QTest::newRow("tie") << "west-sanctions"
                         << "";
}

void TestNetworkView::doubleClickGoesIn() {
    QFETCH(QString, key);
    QFETCH(QString, focus);
    m_stage->hand.doubleClick(m_stage->seenAt(key));
    QCOMPARE(m_stage->selected(), key);
    const auto focused = m_stage->exploration.focus();
    QCOMPARE(focused ? m_stage->exploration.dossier()->keyOf(focused->actor) : QString(), focus);
    if (focused)
        QVERIFY(m_stage->nodeOf(focus)->focused);
}

void TestNetworkView::draggedNodeMovesAlone() {
    const QHash<QString, QRectF> before = m_stage->frames();
    m_stage->hand.press(m_stage->seenAt("west"));
    for (const QPointF by : {QPointF(20, 10), QPointF(-60, 50), QPointF(90, -40)}) {
        const QPointF at = m_stage->scene().canvas.center() + by;
        m_stage->hand.move(at);
        QVERIFY(QLineF(m_stage->seenAt("west"), at).length() < 0.5);
        const QHash<QString, QRectF> frames = m_stage->frames();
        for (auto frame = before.begin(); frame != before.end(); ++frame)
            QVERIFY(frame.key() == "west" || frames.value(frame.key()) == *frame);
        QVERIFY(m_stage->changes.isEmpty());
    }
    QVERIFY(m_stage->hand.key(Qt::Key_Escape));
    QCOMPARE(m_stage->frames(), before);
    m_stage->hand.release(m_stage->ground());
    QVERIFY(m_stage->changes.isEmpty());
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
}

void TestNetworkView::draggedNodeIsPinned_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("zoom");
    QTest::newRow("pole") << "north" << 1.0;
    QTest::newRow("state") << "west" << 1.0;
    QTest::newRow("person") << "berg" << 1.0;
    QTest::newRow("agreement") << "pact" << 1.0;
    QTest::newRow("zoomed out") << "council" << 0.7;
    QTest::newRow("zoomed in") << "north" << 1.6;
}

void TestNetworkView::draggedNodeIsPinned() {
    QFETCH(QString, key);
    QFETCH(double, zoom);
    m_stage->exploration.setNetworkView({{0.5, 0.5}, zoom});
    const auto dossier = m_stage->exploration.dossier();
    const exploration::View view = m_stage->exploration.view();
    const QHash<QString, QRectF> before = m_stage->frames();
    const QPointF to = m_stage->ground(30);
    QVERIFY(!to.isNull());
    m_stage->hand.drag(m_stage->seenAt(key), to);
    QCOMPARE(m_stage->changes.size(), 1);
    const auto* change = std::get_if<model::PlaceActor>(&m_stage->changes.first());
    QVERIFY(change && change->actor == key && change->place);
    QCOMPARE(m_stage->exploration.dossier()->tables().placements.size(), 1);
    QVERIFY(m_stage->nodeOf(key)->pinned);
    QVERIFY(QLineF(m_stage->seenAt(key), to).length() < 2);
    QVERIFY(m_stage->exploration.view() == view);
    const QHash<QString, QRectF> after = m_stage->frames();
    m_stage->exploration.setMoment(day("2024-12-12"));
    QCOMPARE(m_stage->nodeOf("north")->frame, after.value("north"));
    m_stage->exploration.setMoment(view.moment);
    m_stage->undo();
    QCOMPARE(m_stage->exploration.dossier(), dossier);
    QCOMPARE(m_stage->frames(), before);
}

void TestNetworkView::droppedAfterTidyingMovesAlone() {
    m_stage->hand.drag(m_stage->seenAt("west"), m_stage->ground(30));
    m_stage->view.tidyUp();
    const QHash<QString, QRectF> tidied = m_stage->frames();
    for (const char* key : {"east", "west"}) {
        m_stage->hand.drag(m_stage->seenAt(key), m_stage->seenAt(key) + QPointF(12, 8));
        const QHash<QString, QRectF> frames = m_stage->frames();
        for (const char* other : {"north", "south", "berg", "council", "pact"})
            QCOMPARE(frames.value(other), tidied.value(other));
        QVERIFY(frames.value(key) != tidied.value(key));
    }
    m_stage->undo();
    m_stage->undo();
    QCOMPARE(m_stage->frames(), tidied);
}

void TestNetworkView::tidyingIsGoneBackFrom() {
    m_stage->hand.drag(m_stage->seenAt("west"), m_stage->ground(30));
    m_stage->exploration.remember();
    const QHash<QString, QRectF> before = m_stage->frames();
    m_stage->view.tidyUp();
    const QHash<QString, QRectF> tidied = m_stage->frames();
    QVERIFY(tidied != before);
    m_stage->exploration.goBack();
    QCOMPARE(m_stage->frames(), before);
    m_stage->exploration.goForward();
    QCOMPARE(m_stage->frames(), tidied);
}

void TestNetworkView::smallDragIsAClick() {
    const QPointF at = m_stage->seenAt("west");
    m_stage->hand.drag(at, at + QPointF(QApplication::startDragDistance() - 1, 0));
    QCOMPARE(m_stage->selected(), QString("west"));
    QVERIFY(m_stage->changes.isEmpty());
    m_stage->hand.drag(m_stage->seenAt("east"), m_stage->ground());
    QCOMPARE(m_stage->selected(), QString("west"));
}

void TestNetworkView::everyPinIsReleased() {
    m_stage->view.releaseAllPins();
    QVERIFY(m_stage->changes.isEmpty());
    const QHash<QString, QRectF> before = m_stage->frames();
    m_stage->hand.drag(m_stage->seenAt("west"), m_stage->ground());
    m_stage->hand.drag(m_stage->seenAt("east"), m_stage->ground());
    QCOMPARE(m_stage->exploration.dossier()->tables().placements.size(), 2);
    m_stage->view.releaseAllPins();
    QVERIFY(m_stage->exploration.dossier()->tables().placements.isEmpty());
    QCOMPARE(m_stage->frames(), before);
    m_stage->undo();
    QVERIFY(m_stage->nodeOf("west")->pinned);
    QVERIFY(m_stage->nodeOf("east")->pinned);
}

void TestNetworkView::wheelKeepsThePlaceUnderThePointer_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("notches");
    for (const char* key : {"north", "south", "west", "east", "berg", "council"})
        for (const double notches : {1.0, 3.0, -1.0, -3.0})
            QTest::addRow("%g notches at %s", notches, key) << QString::fromLatin1(key) << notches;
}

void TestNetworkView::wheelKeepsThePlaceUnderThePointer() {
    QFETCH(QString, key);
    QFETCH(double, notches);
    const QPointF at = m_stage->seenAt(key);
    m_stage->hand.wheel(at, {0, notches});
    QVERIFY(std::abs(m_stage->exploration.view().network.zoom / std::pow(1 / 0.85, notches) - 1) < 1e-9);
    QVERIFY(QLineF(m_stage->seenAt(key), at).length() < 0.5);
    m_stage->hand.wheel(at, {0, -notches});
    QVERIFY(QLineF(m_stage->seenAt(key), at).length() < 0.5);
    m_stage->view.fit();
    QVERIFY(m_stage->exploration.view().network == exploration::NetworkView());
}

void TestNetworkView::wheelStopsAtTheLimits() {
    const QPointF at = m_stage->seenAt("north");
    for (const double direction : {1.0, -1.0}) {
        for (int i = 0; i < 20; ++i) {
            m_stage->hand.wheel(at, {0, direction});
            QVERIFY(QLineF(m_stage->seenAt("north"), at).length() < 0.5);
        }
        QCOMPARE(m_stage->exploration.view().network.zoom, direction > 0 ? 3.0 : 0.5);
    }
}

void TestNetworkView::pinchKeepsThePlaceUnderTheFingers() {
    const QPointF at = m_stage->seenAt("north");
    m_stage->hand.pinch(at, 1.5);
    QCOMPARE(m_stage->exploration.view().network.zoom, 1.5);
    QVERIFY(QLineF(m_stage->seenAt("north"), at).length() < 0.5);
    m_stage->hand.slide(at, {0, -60});
    QVERIFY(std::abs(m_stage->exploration.view().network.zoom - 1.5 * std::exp(-0.2)) < 1e-9);
    QVERIFY(QLineF(m_stage->seenAt("north"), at).length() < 0.5);
}

void TestNetworkView::dragPans_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<Qt::MouseButton>("button");
    for (const double zoom : {0.6, 1.0, 1.4}) {
        QTest::addRow("left button at %g", zoom) << zoom << Qt::LeftButton;
        QTest::addRow("middle button at %g", zoom) << zoom << Qt::MiddleButton;
    }
}

void TestNetworkView::dragPans() {
    QFETCH(double, zoom);
    QFETCH(Qt::MouseButton, button);
    m_stage->exploration.setNetworkView({{0.5, 0.5}, zoom});
    const QPointF before = m_stage->seenAt("south");
    const QPointF from = button == Qt::LeftButton ? m_stage->ground() : before;
    m_stage->hand.drag(from, from + QPointF(-43, 31), button);
    QVERIFY(QLineF(m_stage->seenAt("south"), before + QPointF(-43, 31)).length() < 0.5);
    QCOMPARE(m_stage->exploration.view().network.zoom, zoom);
    QVERIFY(model::isNothing(m_stage->exploration.selection()));
    QVERIFY(m_stage->changes.isEmpty());
}

void TestNetworkView::panningStopsAtTheEdge() {
    m_stage->hand.drag(m_stage->ground(), m_stage->ground() + QPointF(9000, 9000));
    QCOMPARE(m_stage->exploration.view().network.centre, QPointF(0, 0));
    m_stage->view.fit();
    m_stage->hand.drag(m_stage->ground(), m_stage->ground() - QPointF(9000, 9000));
    QCOMPARE(m_stage->exploration.view().network.centre, QPointF(1, 1));
}

void TestNetworkView::panningNeverJumps() {
    QRandomGenerator random(5);
    const QRectF canvas = m_stage->scene().canvas;
    for (int i = 0; i < 200; ++i) {
        const QPointF at(canvas.left() + random.bounded(canvas.width()),
                         canvas.top() + random.bounded(canvas.height()));
        m_stage->hand.wheel(at, {0, random.bounded(2) ? 2.0 : -2.0});
        const exploration::NetworkView before = m_stage->exploration.view().network;
        m_stage->hand.drag(at, at + QPointF(12, 0), Qt::MiddleButton);
        const exploration::NetworkView after = m_stage->exploration.view().network;
        QCOMPARE(after.centre.y(), before.centre.y());
        QVERIFY(after.centre.x() <= before.centre.x());
        QVERIFY((before.centre.x() - after.centre.x()) * after.zoom * canvas.width() < 20);
    }
}

void TestNetworkView::menuNamesWhatCanBeDone() {
    m_stage->hand.drag(m_stage->seenAt("east"), m_stage->ground());
    const exploration::View before = m_stage->exploration.view();
    QCOMPARE(menuAt(m_stage->seenAt("west")), QStringList({"Select", "Focus", "Ties…", "Fit"}));
    QCOMPARE(menuAt(m_stage->seenAt("east")), QStringList({"Select", "Focus", "Ties…", "Release Pin", "Fit"}));
    QCOMPARE(menuAt(m_stage->seenAt("west-sanctions")), QStringList({"Select", "Fit"}));
    QCOMPARE(menuAt(m_stage->ground()), QStringList({"Fit"}));
    QVERIFY(m_stage->exploration.view() == before);
    menuAt(m_stage->seenAt("east"), "Release Pin");
    QVERIFY(!m_stage->nodeOf("east")->pinned);
    QVERIFY(m_stage->exploration.dossier()->tables().placements.isEmpty());
}

void TestNetworkView::menuDoesWhatItNames() {
    menuAt(m_stage->seenAt("west"), "Select");
    QCOMPARE(m_stage->selected(), QString("west"));
    menuAt(m_stage->seenAt("berg"), "Focus");
    QVERIFY(m_stage->exploration.focus() == Focus({std::get<model::ActorId>(m_stage->find("berg")), 1}));
    m_stage->exploration.setNetworkView({{0.4, 0.4}, 1.2});
    menuAt(m_stage->ground(), "Fit");
    QVERIFY(m_stage->exploration.view().network == exploration::NetworkView());
}

void TestNetworkView::firstTieIsAPressAway() {
    auto* button = m_stage->view.findChild<QPushButton*>();
    QVERIFY(button && !button->isVisible());
    m_stage->exploration.setMoment(day("1999-01-01"));
    QTRY_VERIFY(button->isVisible());
    QVERIFY(m_stage->scene().frame.contains(button->geometry()));
    QVERIFY2(m_stage->scene().emptyText.contains("2001"), qPrintable(m_stage->scene().emptyText));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_stage->exploration.moment(), day("2001-03-12"));
    QTRY_VERIFY(!button->isVisible());
}

void TestNetworkView::allTiesAreAPressAwayWhenTheFilterHidesThem() {
    auto* button = m_stage->view.findChild<QPushButton*>();
    const model::Day moment = m_stage->exploration.moment();
    m_stage->exploration.setFilter(model::Filter().with(model::Filter::Field::Tenor, {QStringLiteral("conflict")}));
    QTRY_VERIFY(button->isVisible());
    QVERIFY(m_stage->scene().frame.contains(button->geometry()));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_stage->exploration.filter() == model::Filter());
    QCOMPARE(m_stage->exploration.moment(), moment);
    QTRY_VERIFY(!button->isVisible());
}

void TestNetworkView::rowsAreReadWhereTheyAre() {
    QCOMPARE(m_stage->view.rowCount(), m_stage->scene().lines.size() + m_stage->scene().nodes.size());
    m_stage->exploration.select(m_stage->find("west-sanctions"));
    int selected = 0;
    for (qsizetype row = 0; row < m_stage->view.rowCount(); ++row) {
        QVERIFY(!m_stage->view.rowText(row).isEmpty());
        QVERIFY(m_stage->scene().canvas.intersects(m_stage->view.rowRect(row).adjusted(-1, -1, 1, 1)));
        selected += m_stage->view.isRowSelected(row) ? 1 : 0;
    }
    QCOMPARE(selected, 3);
}

QTEST_MAIN(TestNetworkView)
#include "tst_network_view.moc"
