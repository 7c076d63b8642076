#include "app/presentation/audience_scene.h"
#include "app/presentation/view_of_scene.h"
#include "app/relations/layout/routes.h"
#include "tests/presentation/support_stories.h"

#include <QTest>

using namespace entente;
using namespace entente::presentation;

/// Large networks whose actors stand still from scene to scene.
class TestStoryPlaces : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everybodyStandsStill_data();
    void everybodyStandsStill();
    void boxesAndTiesKeepClear_data() { everybodyStandsStill_data(); }
    void boxesAndTiesKeepClear();
    void nobodyIsLeftOutOfBundledStories_data() { everybodyStandsStill_data(); }
    void nobodyIsLeftOutOfBundledStories();
    void whoComesLaterIsNotCast();
    void fullStoriesDegrade_data();
    void fullStoriesDegrade();
    void longStoriesStandStill();
    void sameStorySamePlaces();
    void storiesOfNobodyAndOfOne();
    void hiddenNamesMoveNobody();

private:
    QList<AudienceScene> scenesOfStory(const model::DossierPointer& dossier, int story, bool hideNames = false) const;

    model::DossierPointer m_bundled;
    mutable QHash<int, KnownNetworks> m_known; ///< of its stories
    wording::Wording m_wording;
};

namespace {

/// A story whose scenes each select an event in which these actors, by their rows, take part.
model::DossierPointer storyOf(int actors, const QList<QList<int>>& casts, int lettersOfNames = 8) {
    model::Tables tables;
    model::EventKind kind;
    kind.key = "kind";
    tables.eventKinds.append(kind);
    tables.relationTypes.append(model::RelationType{});
    tables.relationTypes[0].key = "type";
    for (int i = 0; i < actors; ++i) {
        model::Actor actor;
        actor.key = QString("actor-%1").arg(i);
        actor.kind = i % 3 == 2 ? model::ActorKind::Person : model::ActorKind::State;
        actor.name = QString("Name %1").arg(i).leftJustified(lettersOfNames, 'n');
        actor.code = QString::number(i);
        actor.pole = i == 0 ? model::Pole::Left : i == 1 ? model::Pole::Right : model::Pole::None;
        tables.actors.append(actor);
    }
    tables.stories = {{"story", "The story", {}, 2, 1}};
    for (qsizetype s = 0; s < casts.size(); ++s) {
        model::Event event;
        event.key = QString("event-%1").arg(s);
        event.title = QString("Event %1").arg(s);
        event.kind = model::EventKindId(0);
        event.claims = {{1, *model::Edtf::parse(QStringLiteral("2001-03-12")), {}, {}, true, {}}};
        tables.events.append(event);
        for (const int actor : casts[s])
            tables.participations.append(model::Participation{model::EventId(s), model::ActorId(actor), {}, {}});
        model::Scene scene;
        scene.key = QString("scene-%1").arg(s);
        scene.story = model::StoryId(0);
        scene.position = static_cast<int>(s) + 1;
        scene.headline = event.title;
        scene.selection = event.key;
        scene.hideLater = true;
        tables.scenes.append(scene);
    }
    return std::make_shared<const model::Dossier>(tables);
}

QList<QRectF> boxesOf(const relations::Node& node) {
    QList<QRectF> boxes{node.frame, node.nameBox};
    boxes.removeIf([](const QRectF& box) { return box.isNull(); });
    return boxes;
}

QString keyOf(const model::Dossier& dossier, const relations::Node& node, qsizetype scene) {
    return QString("%1 in scene %2").arg(dossier.actor(node.actor).key).arg(scene + 1);
}

/// Empty if nobody lies on anybody or leaves the frame.
QString faultIn(const relations::Scene& network, const model::Dossier& dossier, qsizetype scene) {
    for (const relations::Node& node : network.nodes)
        for (const QRectF& box : boxesOf(node)) {
            if (!network.frame.contains(box))
                return keyOf(dossier, node, scene) + " leaves the frame";
            for (const relations::Node& other : network.nodes)
                for (const QRectF& otherBox : boxesOf(other))
                    if (other.actor != node.actor && otherBox.intersects(box))
                        return keyOf(dossier, node, scene) + " overlaps";
        }
    return {};
}

double typeOf(const AudienceScene& scene) {
    return networkTheme(scene.scheme, scene.networkUnit).font(theme::Type::Date).pixelSize() / scene.unit;
}

} // namespace

void TestStoryPlaces::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_bundled = test::bundledDossier();
    QVERIFY(m_bundled);
}

QList<AudienceScene> TestStoryPlaces::scenesOfStory(const model::DossierPointer& dossier, int story,
                                                    bool hideNames) const {
    const QList<model::Scene> scenes = scenesOf(*dossier, model::StoryId(story));
    KnownNetworks fresh;
    KnownNetworks& known = dossier == m_bundled ? m_known[story] : fresh;
    QList<AudienceScene> made;
    for (int i = 0; i < scenes.size(); ++i) {
        Slide slide;
        slide.step = i;
        slide.hideLater = scenes[i].hideLater;
        slide.hideNames = hideNames;
        made.append(
            audienceScene({dossier, model::StoryId(story), scenes, slide, {}, {1920, 1080}, &known}, m_wording));
    }
    return made;
}

void TestStoryPlaces::everybodyStandsStill_data() {
    QTest::addColumn<int>("story");
    for (int story = 0; story < m_bundled->tables().stories.size(); ++story)
        QTest::newRow(qPrintable(m_bundled->tables().stories[story].key)) << story;
}

void TestStoryPlaces::everybodyStandsStill() {
    QFETCH(int, story);
    QHash<model::ActorId, std::pair<QRectF, QRectF>> places;
    const QList<AudienceScene> scenes = scenesOfStory(m_bundled, story);
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        QVERIFY2(typeOf(scenes[i]) > 35.5, qPrintable(QString::number(typeOf(scenes[i]))));
        for (const relations::Node& node : scenes[i].network.nodes) {
            const std::pair now(node.frame, node.nameBox);
            QVERIFY2(places.value(node.actor, now) == now, qPrintable(keyOf(*m_bundled, node, i)));
            places[node.actor] = now;
            const model::Pole pole = m_bundled->actor(node.actor).pole;
            const double side = node.frame.center().x() - scenes[i].network.frame.center().x();
            QVERIFY(pole == model::Pole::None || (pole == model::Pole::Left) == (side < 0));
        }
    }
    QVERIFY2(places.size() >= 6, qPrintable(QString::number(places.size())));
}

/// Nor do ties run through those whom they are no business of.
void TestStoryPlaces::boxesAndTiesKeepClear() {
    QFETCH(int, story);
    const QList<AudienceScene> scenes = scenesOfStory(m_bundled, story);
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        const relations::Scene& network = scenes[i].network;
        const QString fault = faultIn(network, *m_bundled, i);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        for (const relations::Line& line : network.lines) {
            QVERIFY(std::all_of(line.path.begin(), line.path.end(),
                                [&](QPointF point) { return network.frame.adjusted(-1, -1, 1, 1).contains(point); }));
            for (const relations::Node& node : network.nodes)
                for (const QRectF& box : boxesOf(node))
                    QVERIFY2(node.actor == line.from || node.actor == line.to || !relations::touches(line.path, box),
                             qPrintable(keyOf(*m_bundled, node, i)));
        }
    }
}

void TestStoryPlaces::nobodyIsLeftOutOfBundledStories() {
    QFETCH(int, story);
    const QList<model::Scene> stored = scenesOf(*m_bundled, model::StoryId(story));
    const QList<AudienceScene> scenes = scenesOfStory(m_bundled, story);
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        const exploration::View view = viewOfScene(stored[i], *m_bundled).view;
        const Veil veil{stored[i].hideLater ? std::optional(view.moment) : std::nullopt, false, false};
        const auto cast = actorsOf(*m_bundled, view, sceneNetwork(*m_bundled, view, veil));
        QCOMPARE(scenes[i].network.nodes.size(), cast.size());
    }
}

/// Even if it has always been part of somebody who is there.
void TestStoryPlaces::whoComesLaterIsNotCast() {
    model::Tables tables = storyOf(3, {{0, 1}})->tables();
    tables.actors[2].partOf = model::ActorId(0);
    const auto drawn = [&] {
        const auto dossier = std::make_shared<const model::Dossier>(tables);
        return scenesOfStory(dossier, 0).first().network.nodes.size();
    };
    QCOMPARE(drawn(), 3);
    tables.relationships.append({"late", model::ActorId(2), model::ActorId(1), model::RelationTypeId(0), {}, {}, {}});
    model::Period late;
    late.key = "late-period";
    late.relationship = model::RelationshipId(0);
    late.from = {model::PeriodBound::Kind::Dated, *model::Edtf::parse(QStringLiteral("2020-01-01"))};
    tables.periods.append(late);
    QCOMPARE(drawn(), 2);
    tables.scenes[0].hideLater = false;
    QCOMPARE(drawn(), 3);
}

namespace {

/// Everybody with everybody sooner or later, eight in a scene.
QList<QList<int>> allTogether(int actors) {
    QList<QList<int>> casts;
    for (int first = 0; first < actors; ++first)
        for (int step = 1; step <= actors / 2; ++step) {
            QList<int> cast;
            for (int i = 0; cast.size() < 8 && i < actors; ++i)
                if (const int next = (first + i * step) % actors; !cast.contains(next))
                    cast.append(next);
            casts.append(cast);
        }
    return casts;
}

} // namespace

void TestStoryPlaces::fullStoriesDegrade_data() {
    QTest::addColumn<QList<QList<int>>>("casts");
    QTest::addColumn<int>("actors");
    QTest::addColumn<int>("letters");
    QTest::newRow("twelve who all meet") << allTogether(12).mid(0, 30) << 12 << 10;
    QTest::newRow("too many who all meet") << allTogether(25).mid(0, 40) << 25 << 10;
    QTest::newRow("long names") << QList<QList<int>>{{0, 1, 2, 3, 4, 5, 6, 7}, {0, 1}, {0, 1, 8, 9}} << 10 << 40;
    QTest::newRow("a name too long") << QList<QList<int>>{{0, 1}, {0, 1, 2}} << 3 << 200;
}

/// Smaller type, fewer actors, another place: but never one upon another.
void TestStoryPlaces::fullStoriesDegrade() {
    QFETCH(QList<QList<int>>, casts);
    QFETCH(int, actors);
    QFETCH(int, letters);
    const auto dossier = storyOf(actors, casts, letters);
    const QList<AudienceScene> scenes = scenesOfStory(dossier, 0);
    const StoryPlaces places = storyPlaces({dossier, scenesOf(*dossier, model::StoryId(0)), {891, 720}}, m_wording);
    QCOMPARE(places.scenes.size(), casts.size());
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        QVERIFY2(typeOf(scenes[i]) > 27.5, qPrintable(QString::number(typeOf(scenes[i]))));
        const QString fault = faultIn(scenes[i].network, *dossier, i);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QCOMPARE(scenes[i].network.nodes.size() + places.scenes[i].leftOut.size(), casts[i].size());
        const bool isAlone = places.chapters.size() > 1 &&
                             std::count_if(places.scenes.begin(), places.scenes.end(), [&](const auto& scene) {
                                 return scene.chapter == places.scenes[i].chapter;
                             }) == 1;
        QVERIFY(isAlone || places.scenes[i].leftOut.isEmpty() || scenes[i].network.nodes.size() >= 5);
    }
}

/// Forty scenes in which ever others come to the same two.
void TestStoryPlaces::longStoriesStandStill() {
    QList<QList<int>> casts;
    for (int s = 0; s < 40; ++s)
        casts.append({0, 1, 2 + 3 * s, 3 + 3 * s, 4 + 3 * s});
    const auto dossier = storyOf(125, casts);
    const StoryPlaces places = storyPlaces({dossier, scenesOf(*dossier, model::StoryId(0)), {891, 720}}, m_wording);
    QCOMPARE(places.chapters.size(), 1);
    QCOMPARE(places.chapters[0].type, 1.0);
    const QList<AudienceScene> scenes = scenesOfStory(dossier, 0);
    QHash<model::ActorId, QRectF> frames;
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        QCOMPARE(scenes[i].network.nodes.size(), 5);
        QCOMPARE(faultIn(scenes[i].network, *dossier, i), QString());
        for (const relations::Node& node : scenes[i].network.nodes) {
            QCOMPARE(frames.value(node.actor, node.frame), node.frame);
            frames[node.actor] = node.frame;
        }
    }
}

void TestStoryPlaces::sameStorySamePlaces() {
    const StoryPlacesInput input{m_bundled, scenesOf(*m_bundled, model::StoryId(0)), {891, 720}};
    QVERIFY(storyPlaces(input, m_wording) == storyPlaces(input, m_wording));
}

void TestStoryPlaces::storiesOfNobodyAndOfOne() {
    QVERIFY(storyPlaces({m_bundled, {}, {891, 720}}, m_wording).chapters.isEmpty());
    QVERIFY(!storyPlaces({m_bundled, {}, {891, 720}}, m_wording).chapterOf(0));
    const auto nobody = storyOf(0, {{}, {}});
    for (const AudienceScene& scene : scenesOfStory(nobody, 0))
        QVERIFY(scene.network.nodes.isEmpty());
    const auto one = storyOf(1, {{0}, {}});
    for (const AudienceScene& scene : scenesOfStory(one, 0)) {
        QCOMPARE(scene.network.nodes.size(), 1);
        QCOMPARE(faultIn(scene.network, *one, 0), QString());
    }
}

void TestStoryPlaces::hiddenNamesMoveNobody() {
    const QList<AudienceScene> named = scenesOfStory(m_bundled, 0), hidden = scenesOfStory(m_bundled, 0, true);
    for (qsizetype i = 0; i < named.size(); ++i) {
        QCOMPARE(hidden[i].network.nodes.size(), named[i].network.nodes.size());
        for (qsizetype n = 0; n < named[i].network.nodes.size(); ++n)
            QCOMPARE(hidden[i].network.nodes[n].frame.center(), named[i].network.nodes[n].frame.center());
    }
}

QTEST_MAIN(TestStoryPlaces)
#include "tst_story_places.moc"
