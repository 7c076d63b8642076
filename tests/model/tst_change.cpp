#include "db/model/change.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::model;

/// Steps of editing as values: what each does, how it is taken back, which are refused.
class TestChange : public QObject {
    Q_OBJECT

private slots:
    void appliesAndTakesBack_data();
    void appliesAndTakesBack();
    void numbersScenesThatAreNot_data();
    void numbersScenesThatAreNot();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void deletesAStoryAmidOthers();
    void takesBackLongSequences();
    void sharesWhatItDoesNotTouch();
    void keepsFindings();
    void namesEveryChange_data();
    void namesEveryChange();
};

namespace {

Scene scene(const QString& key, int story, int position) {
    Scene row;
    row.key = key;
    row.story = StoryId(story);
    row.position = position;
    row.headline = key;
    return row;
}

Scene sceneNamed(const QString& key, int position) {
    Scene row = scene(key, -1, position);
    row.notes = "Say this.";
    row.points = {"One", "Two"};
    row.networkZoom = 1.5;
    row.citations = {CitationId(0)};
    return row;
}

Story storyNamed(const QString& key) {
    return {key, "Retold", "In short", 7, 99};
}

Tables smallTables() {
    Tables tables;
    tables.sources.append({"book", {}, "A book", {}, {}, {}, {}, {}, {}, {}});
    tables.citations.append({"page", SourceId(0), {}, {}, {}});
    for (const char* name : {"iran", "russia", "israel"}) {
        Actor actor;
        actor.key = name;
        actor.name = QString(name).toUpper();
        tables.actors.append(actor);
    }
    Event event;
    event.key = "treaty";
    event.title = "Treaty signed";
    event.claims = {{1, *Edtf::parse(u"2001"), {}, {}, false, {}},
                    {2, *Edtf::parse(u"2002"), {}, {}, true, {}},
                    {5, *Edtf::parse(u"2005"), {}, {}, false, {}}};
    Event undated;
    undated.key = "fear";
    tables.events = {event, undated};
    tables.participations.append({EventId(0), ActorId(0), {}, {}});
    tables.relationships.append({"tie", ActorId(0), ActorId(1), {}, {}, {}, {}});
    tables.periods.append({"held", RelationshipId(0), {}, {}, PeriodState::Held, {}, {}, {}});
    tables.media.append({"flag", "image/png", {}, "A flag", {}, {}});
    tables.stories = {{"long", "Long", {}, 10, 1}, {"short", "Short", {}, 5, 2}};
    tables.scenes = {scene("l1", 0, 1), scene("l2", 0, 2), scene("l3", 0, 3), scene("s1", 1, 1), scene("s2", 1, 2)};
    tables.placements = {{ActorId(0), QPointF(0.5, 0.5)}, {ActorId(2), QPointF(0.25, 0.75)}};
    return tables;
}

const Dossier& smallDossier() {
    static const Dossier dossier(smallTables());
    return dossier;
}

/// Pins, the date in use, and the scenes by row.
QString textOf(const Dossier& dossier) {
    QStringList words;
    for (const Placement& row : dossier.tables().placements)
        words.append(QString("%1(%2,%3)").arg(dossier.actor(row.actor).key).arg(row.place.x()).arg(row.place.y()));
    words.append(dossier.claimInUse(EventId(0))->date.text());
    for (const Scene& row : dossier.tables().scenes)
        words.append(QString("%1%2:%3")
                         .arg(dossier.tables().stories[row.story.index].key.left(1))
                         .arg(row.position)
                         .arg(row.key));
    return words.join(' ');
}

} // namespace

void TestChange::appliesAndTakesBack_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("pinsAndDate");
    QTest::addColumn<QString>("scenes");
    const QString kept = "l1:l1 l2:l2 l3:l3 s1:s1 s2:s2";
    const QString pins = "iran(0.5,0.5) israel(0.25,0.75) 2002";
    const auto row = [](const char* name, const Change& change, const QString& pinsAndDate, const QString& scenes) {
        QTest::newRow(name) << change << pinsAndDate << scenes;
    };
    row("pin", PlaceActor{"russia", QPointF(0.1, 0.2)}, "iran(0.5,0.5) russia(0.1,0.2) israel(0.25,0.75) 2002", kept);
    row("pin elsewhere", PlaceActor{"iran", QPointF(1, 0)}, "iran(1,0) israel(0.25,0.75) 2002", kept);
    row("release", PlaceActor{"iran", {}}, "israel(0.25,0.75) 2002", kept);
    row("release what is not pinned", PlaceActor{"russia", {}}, pins, kept);
    row("release all", PlaceActors{}, "2002", kept);
    row("pin a list", PlaceActors{{{"israel", QPointF(0, 1)}, {"russia", QPointF(1, 1)}}},
        "russia(1,1) israel(0,1) 2002", kept);
    row("first date", AcceptClaim{"treaty", 1}, "iran(0.5,0.5) israel(0.25,0.75) 2001", kept);
    row("last date", AcceptClaim{"treaty", 5}, "iran(0.5,0.5) israel(0.25,0.75) 2005", kept);
    row("date in use", AcceptClaim{"treaty", 2}, pins, kept);
    row("scene first", AddScene{"long", sceneNamed("new", 1)}, pins, "l1:new l2:l1 l3:l2 l4:l3 s1:s1 s2:s2");
    row("scene between", AddScene{"long", sceneNamed("new", 3)}, pins, "l1:l1 l2:l2 l3:new l4:l3 s1:s1 s2:s2");
    row("scene last", AddScene{"long", sceneNamed("new", 4)}, pins, "l1:l1 l2:l2 l3:l3 l4:new s1:s1 s2:s2");
    row("scene of the other story", AddScene{"short", sceneNamed("new", 2)}, pins,
        "l1:l1 l2:l2 l3:l3 s1:s1 s2:new s3:s2");
    row("edit", EditScene{sceneNamed("l2", 77)}, pins, kept);
    row("move to the front", MoveScene{"l3", 1}, pins, "l1:l3 l2:l1 l3:l2 s1:s1 s2:s2");
    row("move to the end", MoveScene{"l1", 3}, pins, "l1:l2 l2:l3 l3:l1 s1:s1 s2:s2");
    row("move nowhere", MoveScene{"l2", 2}, pins, kept);
    row("delete the first", DeleteScene{"l1"}, pins, "l1:l2 l2:l3 s1:s1 s2:s2");
    row("delete one between", DeleteScene{"l2"}, pins, "l1:l1 l2:l3 s1:s1 s2:s2");
    row("delete the last", DeleteScene{"l3"}, pins, "l1:l1 l2:l2 s1:s1 s2:s2");
    row("story", AddStory{storyNamed("new"), {}}, pins, kept);
    row("story with scenes", AddStory{storyNamed("new"), {sceneNamed("n1", 1), sceneNamed("n2", 2)}}, pins,
        kept + " n1:n1 n2:n2");
    row("edit a story", EditStory{storyNamed("long")}, pins, kept);
    row("delete the last story", DeleteStory{"short"}, pins, "l1:l1 l2:l2 l3:l3");
}

void TestChange::appliesAndTakesBack() {
    QFETCH(Change, change);
    QFETCH(QString, pinsAndDate);
    QFETCH(QString, scenes);
    const auto applied = model::apply(smallDossier(), change);
    QVERIFY2(applied, applied ? "" : qPrintable(describe(applied.error())));
    QCOMPARE(textOf(*applied->dossier), pinsAndDate + ' ' + scenes);
    if (const auto* edit = std::get_if<EditStory>(&change)) {
        Story expected = edit->story;
        expected.position = 1;
        QVERIFY(applied->dossier->tables().stories[0] == expected);
    }
    if (const auto* edit = std::get_if<EditScene>(&change)) {
        Scene expected = edit->scene;
        expected.story = StoryId(0);
        expected.position = 2;
        QVERIFY(applied->dossier->tables().scenes[1] == expected);
    }
    QVERIFY(smallDossier().tables() == smallTables());
    const auto back = model::apply(*applied->dossier, applied->inverse);
    QVERIFY2(back, back ? "" : qPrintable(describe(back.error())));
    QCOMPARE(textOf(*back->dossier), textOf(smallDossier()));
    QVERIFY(back->dossier->tables() == smallTables());
    const auto again = model::apply(*back->dossier, back->inverse);
    QVERIFY(again);
    QVERIFY(again->dossier->tables() == applied->dossier->tables());
}

void TestChange::numbersScenesThatAreNot_data() {
    QTest::addColumn<QList<int>>("positions");
    QTest::newRow("from 0") << QList<int>{0, 1, 2};
    QTest::newRow("all the same") << QList<int>{1, 1, 1};
    QTest::newRow("two the same") << QList<int>{0, 0, 1};
    QTest::newRow("with gaps") << QList<int>{-3, 5, 99};
}

void TestChange::numbersScenesThatAreNot() {
    QFETCH(QList<int>, positions);
    Tables tables = smallTables();
    for (int i = 0; i < 3; ++i)
        tables.scenes[i].position = positions[i];
    const Dossier dossier(tables);
    const auto scenesAfter = [&](const Change& change) {
        const auto applied = model::apply(dossier, change);
        return applied ? textOf(*applied->dossier).section(' ', 3) : describe(applied.error());
    };
    QCOMPARE(scenesAfter(MoveScene{"l3", 1}), QString("l1:l3 l2:l1 l3:l2 s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(MoveScene{"l1", 2}), QString("l1:l2 l2:l1 l3:l3 s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(MoveScene{"l1", 3}), QString("l1:l2 l2:l3 l3:l1 s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(AddScene{"long", sceneNamed("new", 2)}), QString("l1:l1 l2:new l3:l2 l4:l3 s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(AddScene{"long", sceneNamed("new", 4)}), QString("l1:l1 l2:l2 l3:l3 l4:new s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(DeleteScene{"l2"}), QString("l1:l1 l2:l3 s1:s1 s2:s2"));
    QCOMPARE(scenesAfter(MoveScene{"l1", 4}), QString("A story has no position 4."));
}

void TestChange::refusesWhatCannotBe_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Change& change, const char* expected) {
        QTest::newRow(name) << change << expected;
    };
    row("pin nobody", PlaceActor{"nobody", QPointF(0, 0)}, "table actor, row nobody: There is no such row any more.");
    row("pin an event", PlaceActor{"treaty", QPointF(0, 0)}, "table actor, row treaty: There is no such row any more.");
    row("pin nowhere", PlaceActor{"iran", QPointF(qQNaN(), 0)}, "A place must be finite.");
    row("pin infinitely far", PlaceActor{"iran", QPointF(0, -qInf())}, "A place must be finite.");
    row("pin a list with nobody", PlaceActors{{{"iran", {}}, {"nobody", {}}}},
        "table actor, row nobody: There is no such row any more.");
    row("pin a list nowhere", PlaceActors{{{"iran", QPointF(qInf(), 0)}}}, "A place must be finite.");
    row("pin one twice", PlaceActors{{{"iran", QPointF(0, 0)}, {"iran", QPointF(1, 1)}}},
        "table actor, row iran: An actor has one place.");
    row("date of no event", AcceptClaim{"iran", 1}, "table event, row iran: There is no such row any more.");
    row("no such date", AcceptClaim{"treaty", 3}, "table date_claim, row treaty 3: There is no such row any more.");
    row("date of an undated event", AcceptClaim{"fear", 1},
        "table date_claim, row fear 1: There is no such row any more.");
    row("scene of no story", AddScene{"none", sceneNamed("new", 1)},
        "table story, row none: There is no such row any more.");
    row("scene at 0", AddScene{"long", sceneNamed("new", 0)}, "A story has no position 0.");
    row("scene too far", AddScene{"long", sceneNamed("new", 5)}, "A story has no position 5.");
    for (const char* key :
         {"l1", "s2", "iran", "treaty", "tie", "book", "page", "held", "flag", "long", "", "New", "-"})
        row(qPrintable(QString("scene called \"%1\"").arg(key)), AddScene{"long", sceneNamed(key, 1)},
            qPrintable(QString("A scene cannot be called %1. Choose another key.").arg(key)));
    row("edit no scene", EditScene{sceneNamed("none", 1)}, "table scene, row none: There is no such row any more.");
    row("move no scene", MoveScene{"none", 1}, "table scene, row none: There is no such row any more.");
    row("move to 0", MoveScene{"l1", 0}, "A story has no position 0.");
    row("move too far", MoveScene{"s1", 3}, "A story has no position 3.");
    row("edit no story", EditStory{storyNamed("l1")}, "table story, row l1: There is no such row any more.");
    row("delete no story", DeleteStory{"none"}, "table story, row none: There is no such row any more.");
    for (const char* key : {"l1", "long", "iran", "", "New"})
        row(qPrintable(QString("story called \"%1\"").arg(key)), AddStory{storyNamed(key), {}},
            qPrintable(QString("Nothing new can be called %1. Choose another key.").arg(key)));
    row("story with a scene's key", AddStory{storyNamed("new"), {sceneNamed("l1", 1)}},
        "Nothing new can be called l1. Choose another key.");
    row("story with one key twice", AddStory{storyNamed("new"), {sceneNamed("new", 1)}},
        "Nothing new can be called new. Choose another key.");
    row("delete no scene", DeleteScene{"none"}, "table scene, row none: There is no such row any more.");
}

void TestChange::refusesWhatCannotBe() {
    QFETCH(Change, change);
    const auto applied = model::apply(smallDossier(), change);
    QVERIFY2(!applied, "it was applied");
    QTEST(describe(applied.error()), "expected");
    QVERIFY(smallDossier().tables() == smallTables());
}

/// The scenes of the stories behind it stay with theirs; taken back, the story comes last with its scenes.
void TestChange::deletesAStoryAmidOthers() {
    const auto deleted = model::apply(smallDossier(), DeleteStory{"long"});
    QVERIFY(deleted);
    QVERIFY(textOf(*deleted->dossier).endsWith("2002 s1:s1 s2:s2"));
    const auto back = model::apply(*deleted->dossier, deleted->inverse);
    QVERIFY(back);
    QVERIFY(textOf(*back->dossier).endsWith("2002 s1:s1 s2:s2 l1:l1 l2:l2 l3:l3"));
    QCOMPARE(back->dossier->tables().stories.last().position, 3);
}

static Change randomChange(QRandomGenerator& random, int round) {
    const auto below = [&](int size) { return random.bounded(size); };
    const QStringList actors = {"iran", "russia", "israel"};
    const QStringList scenes = {"l1", "l2", "l3", "s1", "s2", "n1", "n2", "n3"};
    const QPointF place(below(100) / 100.0, below(100) / 100.0);
    switch (below(9)) {
    case 0:
        return PlaceActor{actors[below(3)], below(3) ? std::optional<QPointF>(place) : std::nullopt};
    case 1:
        return below(4) ? PlaceActors{{{actors[below(3)], place}}} : PlaceActors{};
    case 2:
        return AcceptClaim{"treaty", QList<int>{1, 2, 5}[below(3)]};
    case 3:
        return AddScene{below(2) ? "long" : "short", sceneNamed(QString("n%1").arg(round % 4), 1 + below(4))};
    case 4:
        return EditScene{sceneNamed(scenes[below(8)], below(9))};
    case 7:
        return AddStory{storyNamed(QString("t%1").arg(round % 3)), {sceneNamed(QString("n%1").arg(round % 4), 1)}};
    case 8:
        return EditStory{storyNamed(below(2) ? "long" : "t1")};
    case 5:
        return MoveScene{scenes[below(8)], 1 + below(4)};
    default:
        return DeleteScene{scenes[below(8)]};
    }
}

void TestChange::takesBackLongSequences() {
    QRandomGenerator random(20250117);
    auto dossier = std::make_shared<const Dossier>(smallTables());
    QList<DossierPointer> before;
    QList<Change> inverses;
    for (int round = 0; round < 2000; ++round) {
        auto applied = model::apply(*dossier, randomChange(random, round));
        if (!applied)
            continue;
        before.append(dossier);
        inverses.append(applied->inverse);
        dossier = applied->dossier;
    }
    QVERIFY(inverses.size() > 500);
    while (!inverses.isEmpty()) {
        const auto back = model::apply(*dossier, inverses.takeLast());
        QVERIFY2(back, back ? "" : qPrintable(describe(back.error())));
        dossier = back->dossier;
        QCOMPARE(textOf(*dossier), textOf(*before.last()));
        QVERIFY(dossier->tables() == before.takeLast()->tables());
    }
    QVERIFY(dossier->tables() == smallTables());
}

void TestChange::sharesWhatItDoesNotTouch() {
    const Dossier dossier(smallTables());
    const Tables& before = dossier.tables();
    const auto pinned = model::apply(dossier, PlaceActor{"russia", QPointF(0, 0)});
    QVERIFY(pinned);
    const Tables& after = pinned->dossier->tables();
    QVERIFY(after.sources.isSharedWith(before.sources));
    QVERIFY(after.citations.isSharedWith(before.citations));
    QVERIFY(after.events.isSharedWith(before.events));
    QVERIFY(after.actors.isSharedWith(before.actors));
    QVERIFY(after.participations.isSharedWith(before.participations));
    QVERIFY(after.relationships.isSharedWith(before.relationships));
    QVERIFY(after.periods.isSharedWith(before.periods));
    QVERIFY(after.media.isSharedWith(before.media));
    QVERIFY(after.stories.isSharedWith(before.stories));
    QVERIFY(after.scenes.isSharedWith(before.scenes));
    const auto deleted = model::apply(dossier, DeleteScene{"l3"});
    QVERIFY(deleted);
    QVERIFY(deleted->dossier->tables().stories.isSharedWith(before.stories));
    QVERIFY(!deleted->dossier->tables().scenes.isSharedWith(before.scenes));
}

void TestChange::keepsFindings() {
    Finding finding;
    finding.problem = "Something is wrong.";
    const Dossier dossier(smallTables(), {finding});
    QCOMPARE(model::apply(dossier, PlaceActors{})->dossier->findings().size(), 1);
}

void TestChange::namesEveryChange_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const Change& change, const char* expected) { QTest::newRow(expected) << change << expected; };
    row(PlaceActor{"iran", QPointF(0, 0)}, "Pin IRAN");
    row(PlaceActor{"iran", {}}, "Release IRAN");
    row(PlaceActor{"gone", {}}, "Release gone");
    row(PlaceActors{}, "Release all pins");
    row(AcceptClaim{"treaty", 1}, "Use another date for Treaty signed");
    row(AddScene{"long", {}}, "Add a scene");
    row(EditScene{}, "Edit a scene");
    row(MoveScene{"l1", 2}, "Move a scene");
    row(DeleteScene{"l1"}, "Delete a scene");
    row(AddStory{storyNamed("new"), {}}, "Add the story Retold");
    row(EditStory{storyNamed("long")}, "Rename a story to Retold");
    row(DeleteStory{"long"}, "Delete a story");
}

void TestChange::namesEveryChange() {
    QFETCH(Change, change);
    QTEST(describe(smallDossier(), change), "expected");
}

QTEST_APPLESS_MAIN(TestChange)
#include "tst_change.moc"
