#include "tests/exploration/support_dossier.h"

#include "app/exploration/exploration.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::exploration;
using namespace entente::test;

Q_DECLARE_METATYPE(model::Change)

namespace {

model::Scene scene(const QString& key, int position) {
    model::Scene scene;
    scene.key = key;
    scene.position = position;
    scene.headline = QStringLiteral("Another headline");
    return scene;
}

/// A scene's place in its story is its position; its row says nothing.
model::Tables inOrder(model::Tables tables) {
    std::sort(tables.scenes.begin(), tables.scenes.end(), [](const model::Scene& a, const model::Scene& b) {
        return std::pair(a.story, a.position) < std::pair(b.story, b.position);
    });
    return tables;
}

/// Wishes a pseudo-random change of one part of the view.
void wander(Exploration& exploration, QRandomGenerator& random) {
    const QStringList things = {"before", "year", "long", "undated", "north", "west", "tie-0", "era", "book", ""};
    const QStringList filters = {"", "importance>=4", "actor=north", "tenor!=conflict"};
    switch (random.bounded(8)) {
    case 0:
        return exploration.select(exploration.dossier()->find(things[random.bounded(things.size())]));
    case 1:
        return exploration.setMoment(day("2008-01-01") + random.bounded(4000));
    case 2: {
        const double first = random.bounded(16'000.0);
        return exploration.setSpan({first, first + 1 + random.bounded(3000.0)});
    }
    case 3:
        return exploration.setFilter(*model::Filter::parse(filters[random.bounded(filters.size())]));
    case 4:
        return exploration.setShowEnded(!exploration.view().showEnded);
    case 5:
        return exploration.setFocus(Focus{model::ActorId(random.bounded(4)), 1 + random.bounded(3)});
    case 6:
        return exploration.setNetworkView({{random.bounded(1.0), random.bounded(1.0)}, 0.5 + random.bounded(2.5)});
    default:
        return random.bounded(2) ? exploration.showWholeSpan() : exploration.setFocus({});
    }
}

/// Visits views that differ from the one before and remembers each; the first is the one at the start.
QList<View> visit(Exploration& exploration, int count, quint32 seed) {
    QRandomGenerator random(seed);
    QList<View> visited = {exploration.view()};
    while (visited.size() <= count) {
        wander(exploration, random);
        if (exploration.view() == visited.last())
            continue;
        exploration.remember();
        visited.append(exploration.view());
    }
    return visited;
}

} // namespace

/// The way back through views, and what becomes of the view when the data change.
class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void backGivesEachViewAgain_data();
    void backGivesEachViewAgain();
    void backRemembersWhereItCameFrom();
    void anotherWayForgetsTheOneAhead();
    void historyKeepsAHundredViews();
    void historyIsTold();
    void restoringLeavesTheHistory();
    void openingForgetsTheHistory();
    void changedDossierKeepsTheView();
    void lostThingsLeaveTheView();
    void movedThingsKeepTheirPlaceInTheView();
    void lostThingsAreSteppedOverOnTheWayBack();
    void changeIsOnlyWished();
    void undoRestoresTheDossier_data();
    void undoRestoresTheDossier();
    void manyChangesAreTakenBack();

private:
    model::Subject find(const QString& key) const { return m_exploration->dossier()->find(key); }

    std::unique_ptr<Exploration> m_exploration;
};

void TestHistory::init() {
    m_exploration = std::make_unique<Exploration>();
    m_exploration->open(dossierOf(smallTables()));
}

void TestHistory::backGivesEachViewAgain_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestHistory::backGivesEachViewAgain() {
    QFETCH(quint32, seed);
    const QList<View> visited = visit(*m_exploration, 50, seed);
    QCOMPARE(visited.size(), 51);
    for (qsizetype i = 49; i >= 0; --i) {
        QVERIFY(m_exploration->canGoBack());
        m_exploration->goBack();
        QVERIFY(m_exploration->view() == visited[i]);
        QCOMPARE(m_exploration->shownEvents(), model::shownEvents(visited[i].filter, *m_exploration->dossier()));
        QCOMPARE(m_exploration->network().moment, visited[i].moment);
    }
    QVERIFY(!m_exploration->canGoBack());
    m_exploration->goBack();
    QVERIFY(m_exploration->view() == visited.first());
    for (qsizetype i = 1; i <= 50; ++i) {
        QVERIFY(m_exploration->canGoForward());
        m_exploration->goForward();
        QVERIFY(m_exploration->view() == visited[i]);
    }
    QVERIFY(!m_exploration->canGoForward());
    m_exploration->goForward();
    QVERIFY(m_exploration->view() == visited.last());
}

void TestHistory::backRemembersWhereItCameFrom() {
    const View start = m_exploration->view();
    QVERIFY(!m_exploration->canGoBack());
    m_exploration->select(find("day"));
    const View next = m_exploration->view();
    QVERIFY(m_exploration->canGoBack());
    m_exploration->goBack();
    QVERIFY(m_exploration->view() == start);
    m_exploration->goForward();
    QVERIFY(m_exploration->view() == next);
}

void TestHistory::anotherWayForgetsTheOneAhead() {
    const QList<View> visited = visit(*m_exploration, 5, 3);
    m_exploration->goBack();
    m_exploration->goBack();
    m_exploration->setMoment(day("1999-09-09"));
    QVERIFY(!m_exploration->canGoForward());
    m_exploration->remember();
    QVERIFY(!m_exploration->canGoForward());
    QCOMPARE(m_exploration->history().size(), 5);
    m_exploration->goBack();
    QVERIFY(m_exploration->view() == visited[3]);
}

void TestHistory::historyKeepsAHundredViews() {
    const QList<View> visited = visit(*m_exploration, 130, 5);
    QCOMPARE(m_exploration->history().size(), 100);
    while (m_exploration->canGoBack())
        m_exploration->goBack();
    QVERIFY(m_exploration->view() == visited[visited.size() - 100]);
}

void TestHistory::historyIsTold() {
    QSignalSpy told(m_exploration.get(), &Exploration::historyChanged);
    m_exploration->setMoment(day("2001-01-01"));
    QCOMPARE(told.size(), 0);
    m_exploration->remember();
    QCOMPARE(told.size(), 1);
    m_exploration->remember();
    QCOMPARE(told.size(), 1);
    m_exploration->goBack();
    QCOMPARE(told.size(), 2);
    m_exploration->goBack();
    QCOMPARE(told.size(), 2);
    m_exploration->goForward();
    QCOMPARE(told.size(), 3);
}

void TestHistory::restoringLeavesTheHistory() {
    const View start = m_exploration->view();
    visit(*m_exploration, 3, 7);
    const QList<View> history = m_exploration->history();
    m_exploration->restore(start);
    QVERIFY(m_exploration->view() == start);
    QVERIFY(m_exploration->history() == history);
}

void TestHistory::openingForgetsTheHistory() {
    visit(*m_exploration, 3, 7);
    m_exploration->open(dossierOf(smallTables()));
    QVERIFY(!m_exploration->canGoBack());
    QVERIFY(!m_exploration->canGoForward());
    QCOMPARE(m_exploration->history().size(), 1);
}

void TestHistory::changedDossierKeepsTheView() {
    visit(*m_exploration, 10, 11);
    m_exploration->setFocus(Focus{model::ActorId(0), 2});
    m_exploration->select(find("contested"));
    m_exploration->hover(find("north"));
    const View view = m_exploration->view();
    const QList<View> history = m_exploration->history();
    const auto changed = model::apply(*m_exploration->dossier(), model::AcceptClaim{"contested", 2});
    QSignalSpy dossier(m_exploration.get(), &Exploration::dossierChanged);
    QSignalSpy network(m_exploration.get(), &Exploration::networkChanged);
    QSignalSpy selection(m_exploration.get(), &Exploration::selectionChanged);
    m_exploration->replace(changed->dossier);
    QCOMPARE(m_exploration->dossier(), changed->dossier);
    QVERIFY(m_exploration->view() == view);
    QVERIFY(m_exploration->history() == history);
    QVERIFY(m_exploration->hovered() == find("north"));
    QCOMPARE(dossier.size() + network.size(), 2);
    QCOMPARE(selection.size(), 0);
    QCOMPARE(model::momentOf(*m_exploration->dossier(), model::EventId(5)), day("2017-03-22"));
}

void TestHistory::lostThingsLeaveTheView() {
    m_exploration->select(find("also-undated"));
    m_exploration->setFocus(Focus{model::ActorId(3), 1});
    m_exploration->hover(model::ActorId(3));
    m_exploration->setSpan({1, 2});
    model::Tables tables = smallTables();
    tables.events.removeLast();
    tables.participations.removeLast();
    tables.actors.removeLast();
    tables.relationships.removeLast();
    tables.periods.removeLast();
    model::ParticipationList others;
    for (qsizetype i = 1; i < tables.participations.size(); ++i)
        others.append(tables.participations[i]);
    tables.participations = others;
    QSignalSpy selection(m_exploration.get(), &Exploration::selectionChanged);
    QSignalSpy focus(m_exploration.get(), &Exploration::focusChanged);
    m_exploration->replace(dossierOf(tables));
    QVERIFY(model::isNothing(m_exploration->selection()));
    QVERIFY(model::isNothing(m_exploration->hovered()));
    QVERIFY(!m_exploration->focus());
    QVERIFY(m_exploration->inFocus().isEmpty());
    QVERIFY(m_exploration->span() == Span({1, 2}));
    QCOMPARE(m_exploration->shownEvents().size(), 9);
    QCOMPARE(selection.size(), 1);
    QCOMPARE(focus.size(), 1);
}

void TestHistory::movedThingsKeepTheirPlaceInTheView() {
    m_exploration->select(find("undated"));
    model::Tables tables = smallTables();
    const model::Event former = tables.events[8];
    tables.events.replace(8, tables.events[9]);
    tables.events.replace(9, former);
    m_exploration->replace(dossierOf(tables));
    QVERIFY(m_exploration->selection() == find("undated"));
    QVERIFY(m_exploration->selection() == model::Subject(model::EventId(9)));
}

void TestHistory::lostThingsAreSteppedOverOnTheWayBack() {
    m_exploration->select(find("also-undated"));
    m_exploration->setMoment(day("2011-11-11"));
    m_exploration->remember();
    m_exploration->select(find("north"));
    m_exploration->remember();
    model::Tables tables = smallTables();
    tables.events.removeLast();
    tables.participations.removeLast();
    m_exploration->replace(dossierOf(tables));
    m_exploration->goBack();
    QVERIFY(model::isNothing(m_exploration->selection()));
    QCOMPARE(m_exploration->moment(), day("2011-11-11"));
    QVERIFY(m_exploration->canGoForward());
    m_exploration->goBack();
    QVERIFY(!m_exploration->canGoBack());
}

void TestHistory::changeIsOnlyWished() {
    QSignalSpy wished(m_exploration.get(), &Exploration::changeWished);
    const auto before = m_exploration->dossier();
    const model::Change change = model::PlaceActor{"north", QPointF(0.1, 0.2)};
    m_exploration->wish(change);
    QCOMPARE(wished.size(), 1);
    QVERIFY(wished.first().first().value<model::Change>() == change);
    QCOMPARE(m_exploration->dossier(), before);
}

void TestHistory::undoRestoresTheDossier_data() {
    QTest::addColumn<model::Change>("change");
    const auto row = [](const char* name, const model::Change& change) { QTest::newRow(name) << change; };
    row("pin", model::PlaceActor{"north", QPointF(0.1, 0.2)});
    row("pin elsewhere", model::PlaceActor{"south", QPointF(0.1, 0.2)});
    row("release", model::PlaceActor{"south", {}});
    row("release who is free", model::PlaceActor{"north", {}});
    row("release all", model::PlaceActors{});
    row("pin several", model::PlaceActors{{{"north", {0, 0}}, {"west", {1, 1}}}});
    row("another claim", model::AcceptClaim{"contested", 2});
    row("the claim in use", model::AcceptClaim{"contested", 1});
    row("scene first", model::AddScene{"story-0", scene("new", 1)});
    row("scene amid", model::AddScene{"story-0", scene("new", 2)});
    row("scene last", model::AddScene{"story-0", scene("new", 4)});
    row("scene of the last story", model::AddScene{"story-1", scene("new", 4)});
    row("edited scene", model::EditScene{scene("story-0-scene-2", 0)});
    row("scene up", model::MoveScene{"story-0-scene-3", 1});
    row("scene down", model::MoveScene{"story-0-scene-1", 3});
    row("first scene gone", model::DeleteScene{"story-0-scene-1"});
    row("last scene gone", model::DeleteScene{"story-0-scene-3"});
}

void TestHistory::undoRestoresTheDossier() {
    QFETCH(model::Change, change);
    const auto done = model::apply(*m_exploration->dossier(), change);
    QVERIFY(done);
    m_exploration->replace(done->dossier);
    const auto undone = model::apply(*done->dossier, done->inverse);
    QVERIFY(undone);
    m_exploration->replace(undone->dossier);
    QVERIFY(inOrder(m_exploration->dossier()->tables()) == smallTables());
    const auto redone = model::apply(*undone->dossier, undone->inverse);
    QVERIFY(redone);
    QVERIFY(inOrder(redone->dossier->tables()) == inOrder(done->dossier->tables()));
}

void TestHistory::manyChangesAreTakenBack() {
    QRandomGenerator random(17);
    const QStringList actors = {"north", "south", "east", "west"};
    QList<model::Tables> states = {m_exploration->dossier()->tables()};
    QList<model::Change> inverses;
    connect(m_exploration.get(), &Exploration::changeWished, this, [&](const model::Change& change) {
        const auto done = model::apply(*m_exploration->dossier(), change);
        QVERIFY(done);
        inverses.append(done->inverse);
        m_exploration->replace(done->dossier);
    });
    for (int i = 0; i < 100; ++i) {
        const QString actor = actors[random.bounded(actors.size())];
        const QPointF place(random.bounded(1.0), random.bounded(1.0));
        const QList<model::Change> choices = {
            model::PlaceActor{actor, place}, model::PlaceActor{actor, {}},
            model::AcceptClaim{"contested", 1 + random.bounded(2)},
            model::MoveScene{QStringLiteral("story-1-scene-%1").arg(1 + random.bounded(3)), 1 + random.bounded(3)}};
        m_exploration->wish(choices[random.bounded(choices.size())]);
        states.append(m_exploration->dossier()->tables());
    }
    QCOMPARE(inverses.size(), 100);
    for (qsizetype i = 99; i >= 0; --i) {
        const auto undone = model::apply(*m_exploration->dossier(), inverses[i]);
        QVERIFY(undone);
        m_exploration->replace(undone->dossier);
        QVERIFY(m_exploration->dossier()->tables() == states[i]);
    }
}

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
