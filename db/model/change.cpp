#include "db/model/change.h"

#include <QCoreApplication>

namespace entente::model {

QString PeriodBound::text() const {
    switch (kind) {
    case Kind::Open:
        return QStringLiteral("..");
    case Kind::Dated:
        return date.text();
    case Kind::Unknown:
        break;
    }
    return {};
}

namespace {

struct ChangeText {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Change)
};

tl::unexpected<Finding> refused(const QString& table, const QString& key, const QString& problem) {
    Finding finding;
    finding.table = table;
    finding.row = key;
    finding.problem = problem;
    return tl::unexpected<Finding>(finding);
}

tl::unexpected<Finding> missing(const QString& table, const QString& key) {
    return refused(table, key, ChangeText::tr("There is no such row any more."));
}

bool isFinite(const QPointF& place) {
    return std::isfinite(place.x()) && std::isfinite(place.y());
}

/// The outcome of one change before it becomes a Dossier: the changed tables and the way back.
struct Outcome {
    Tables tables;
    Change inverse;
};

/// Applies one kind of change each to a copy of the tables.
class Editor {
public:
    explicit Editor(const Dossier& dossier) : m_dossier(dossier), m_tables(dossier.tables()) {}

    Result<Outcome> operator()(const PlaceActor& change);
    Result<Outcome> operator()(const PlaceActors& change);
    Result<Outcome> operator()(const AcceptClaim& change);
    Result<Outcome> operator()(const AddScene& change);
    Result<Outcome> operator()(const EditScene& change);
    Result<Outcome> operator()(const MoveScene& change);
    Result<Outcome> operator()(const DeleteScene& change);
    Result<Outcome> operator()(const AddStory& change);
    Result<Outcome> operator()(const EditStory& change);
    Result<Outcome> operator()(const DeleteStory& change);

private:
    Outcome done(Change inverse) { return {std::move(m_tables), std::move(inverse)}; }
    ActorId findActor(const QString& key) const;
    StoryId findStory(const QString& key) const;
    qsizetype findScene(const QString& key) const;
    bool isTaken(const QString& key) const;
    int lastPosition(StoryId story) const;
    QString problemOfKeys(const AddStory& change) const;
    void number(StoryId story);
    void shift(StoryId story, int from, int by);
    void sortPlacements();

    const Dossier& m_dossier;
    Tables m_tables;
};

ActorId Editor::findActor(const QString& key) const {
    const Subject subject = m_dossier.find(key);
    const auto* actor = std::get_if<ActorId>(&subject);
    return actor ? *actor : ActorId();
}

StoryId Editor::findStory(const QString& key) const {
    for (qsizetype i = 0; i < m_tables.stories.size(); ++i)
        if (m_tables.stories[i].key == key)
            return StoryId(i);
    return {};
}

qsizetype Editor::findScene(const QString& key) const {
    const auto same = [&](const Scene& scene) { return scene.key == key; };
    const auto found = std::find_if(m_tables.scenes.cbegin(), m_tables.scenes.cend(), same);
    return found == m_tables.scenes.cend() ? -1 : found - m_tables.scenes.cbegin();
}

bool Editor::isTaken(const QString& key) const {
    const auto has = [&](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.key == key; });
    };
    return !isNothing(m_dossier.find(key)) || m_dossier.findCitation(key).isValid() || has(m_tables.periods) ||
           has(m_tables.media) || has(m_tables.stories) || has(m_tables.scenes);
}

int Editor::lastPosition(StoryId story) const {
    int last = 0;
    for (const Scene& scene : m_tables.scenes)
        if (scene.story == story)
            last = std::max(last, scene.position);
    return last;
}

/// A file may count its scenes from 0, or twice the same; to be moved among, they have places from 1 on.
void Editor::number(StoryId story) {
    int place = 0;
    for (Scene& scene : m_tables.scenes) // in order, as in every dossier
        if (scene.story == story)
            scene.position = ++place;
}

/// Moves the scenes of a story from a position on up or down by one.
void Editor::shift(StoryId story, int from, int by) {
    for (Scene& scene : m_tables.scenes)
        if (scene.story == story && scene.position >= from)
            scene.position += by;
}

void Editor::sortPlacements() {
    std::sort(m_tables.placements.begin(), m_tables.placements.end(),
              [](const Placement& a, const Placement& b) { return a.actor < b.actor; });
}

Result<Outcome> Editor::operator()(const PlaceActor& change) {
    const ActorId actor = findActor(change.actor);
    if (!actor.isValid())
        return missing(QStringLiteral("actor"), change.actor);
    if (change.place && !isFinite(*change.place))
        return failure(ChangeText::tr("A place must be finite."));
    PlaceActor inverse{change.actor, {}};
    const auto same = [actor](const Placement& placement) { return placement.actor == actor; };
    const auto found = std::find_if(m_tables.placements.begin(), m_tables.placements.end(), same);
    if (found != m_tables.placements.end())
        inverse.place = found->place;
    if (found != m_tables.placements.end() && change.place)
        found->place = *change.place;
    else if (found != m_tables.placements.end())
        m_tables.placements.erase(found);
    else if (change.place)
        m_tables.placements.append({actor, *change.place});
    sortPlacements();
    return done(inverse);
}

Result<Outcome> Editor::operator()(const PlaceActors& change) {
    PlaceActors inverse;
    for (const Placement& placement : m_tables.placements)
        inverse.places.append({m_dossier.actor(placement.actor).key, placement.place});
    m_tables.placements.clear();
    for (const auto& [key, place] : change.places) {
        const ActorId actor = findActor(key);
        if (!actor.isValid())
            return missing(QStringLiteral("actor"), key);
        if (!isFinite(place))
            return failure(ChangeText::tr("A place must be finite."));
        const auto same = [actor](const Placement& placement) { return placement.actor == actor; };
        if (std::any_of(m_tables.placements.cbegin(), m_tables.placements.cend(), same))
            return refused(QStringLiteral("actor"), key, ChangeText::tr("An actor has one place."));
        m_tables.placements.append({actor, place});
    }
    sortPlacements();
    return done(inverse);
}

Result<Outcome> Editor::operator()(const AcceptClaim& change) {
    const Subject subject = m_dossier.find(change.event);
    const auto* event = std::get_if<EventId>(&subject);
    if (!event)
        return missing(QStringLiteral("event"), change.event);
    const std::optional<DateClaim> before = m_dossier.claimInUse(*event);
    Event row = m_dossier.event(*event);
    const auto wanted = [&](const DateClaim& claim) { return claim.position == change.position; };
    if (!before || std::none_of(row.claims.cbegin(), row.claims.cend(), wanted))
        return missing(QStringLiteral("date_claim"), QStringLiteral("%1 %2").arg(change.event).arg(change.position));
    const AcceptClaim inverse{change.event, before->position};
    for (DateClaim& claim : row.claims)
        claim.preferred = claim.position == change.position;
    m_tables.events.replace(event->index, row);
    return done(inverse);
}

Result<Outcome> Editor::operator()(const AddScene& change) {
    const StoryId story = findStory(change.story);
    if (!story.isValid())
        return missing(QStringLiteral("story"), change.story);
    if (!isKey(change.scene.key) || isTaken(change.scene.key))
        return failure(ChangeText::tr("A scene cannot be called %1.").arg(change.scene.key),
                       ChangeText::tr("Choose another key."));
    number(story);
    if (change.scene.position < 1 || change.scene.position > lastPosition(story) + 1)
        return failure(ChangeText::tr("A story has no position %1.").arg(change.scene.position));
    shift(story, change.scene.position, 1);
    Scene scene = change.scene;
    scene.story = story;
    m_tables.scenes.append(scene);
    return done(DeleteScene{scene.key});
}

Result<Outcome> Editor::operator()(const EditScene& change) {
    const qsizetype row = findScene(change.scene.key);
    if (row < 0)
        return missing(QStringLiteral("scene"), change.scene.key);
    const Scene before = m_tables.scenes[row];
    Scene after = change.scene;
    after.story = before.story;
    after.position = before.position;
    m_tables.scenes[row] = after;
    return done(EditScene{before});
}

Result<Outcome> Editor::operator()(const MoveScene& change) {
    const qsizetype row = findScene(change.scene);
    if (row < 0)
        return missing(QStringLiteral("scene"), change.scene);
    number(m_tables.scenes[row].story);
    const Scene before = m_tables.scenes[row];
    if (change.position < 1 || change.position > lastPosition(before.story))
        return failure(ChangeText::tr("A story has no position %1.").arg(change.position));
    shift(before.story, before.position + 1, -1);
    m_tables.scenes[row].position = 0;
    shift(before.story, change.position, 1);
    m_tables.scenes[row].position = change.position;
    return done(MoveScene{change.scene, before.position});
}

Result<Outcome> Editor::operator()(const DeleteScene& change) {
    const qsizetype row = findScene(change.scene);
    if (row < 0)
        return missing(QStringLiteral("scene"), change.scene);
    number(m_tables.scenes[row].story);
    const Scene scene = m_tables.scenes[row];
    m_tables.scenes.removeAt(row);
    shift(scene.story, scene.position + 1, -1);
    return done(AddScene{m_dossier.tables().stories[scene.story.index].key, scene});
}

/// The key that cannot be given, or nothing.
QString Editor::problemOfKeys(const AddStory& change) const {
    QStringList keys = {change.story.key};
    for (const Scene& scene : change.scenes)
        keys.append(scene.key);
    for (qsizetype i = 0; i < keys.size(); ++i)
        if (!isKey(keys[i]) || isTaken(keys[i]) || keys.indexOf(keys[i]) < i)
            return ChangeText::tr("Nothing new can be called %1.").arg(keys[i]);
    return {};
}

Result<Outcome> Editor::operator()(const AddStory& change) {
    if (const QString problem = problemOfKeys(change); !problem.isEmpty())
        return failure(problem, ChangeText::tr("Choose another key."));
    Story story = change.story;
    story.position = 1;
    for (const Story& other : m_tables.stories)
        story.position = std::max(story.position, other.position + 1);
    m_tables.stories.append(story);
    for (Scene scene : change.scenes) {
        scene.story = StoryId(m_tables.stories.size() - 1);
        m_tables.scenes.append(scene);
    }
    return done(DeleteStory{story.key});
}

Result<Outcome> Editor::operator()(const EditStory& change) {
    const StoryId story = findStory(change.story.key);
    if (!story.isValid())
        return missing(QStringLiteral("story"), change.story.key);
    const Story before = m_tables.stories[story.index];
    Story after = change.story;
    after.position = before.position;
    m_tables.stories[story.index] = after;
    return done(EditStory{before});
}

Result<Outcome> Editor::operator()(const DeleteStory& change) {
    const StoryId story = findStory(change.story);
    if (!story.isValid())
        return missing(QStringLiteral("story"), change.story);
    AddStory inverse{m_tables.stories[story.index], {}};
    QList<Scene> left;
    for (Scene scene : std::as_const(m_tables.scenes)) {
        if (scene.story == story) {
            inverse.scenes.append(scene);
            continue;
        }
        if (scene.story.index > story.index)
            scene.story = StoryId(scene.story.index - 1);
        left.append(scene);
    }
    m_tables.scenes = left;
    m_tables.stories.removeAt(story.index);
    return done(inverse);
}

} // namespace

Result<Applied> apply(const Dossier& dossier, const Change& change) {
    return std::visit(Editor(dossier), change).map([&](Outcome outcome) {
        return Applied{std::make_shared<const Dossier>(std::move(outcome.tables), dossier.findings(), &dossier),
                       std::move(outcome.inverse)};
    });
}

static QString nameOf(const Dossier& dossier, const QString& key) {
    const Subject subject = dossier.find(key);
    if (const auto* actor = std::get_if<ActorId>(&subject))
        return dossier.actor(*actor).name;
    if (const auto* event = std::get_if<EventId>(&subject))
        return dossier.titleOf(*event);
    return key;
}

QString describe(const Dossier& dossier, const Change& change) {
    if (const auto* place = std::get_if<PlaceActor>(&change))
        return (place->place ? ChangeText::tr("Pin %1") : ChangeText::tr("Release %1"))
            .arg(nameOf(dossier, place->actor));
    if (std::holds_alternative<PlaceActors>(change))
        return ChangeText::tr("Release all pins");
    if (const auto* accept = std::get_if<AcceptClaim>(&change))
        return ChangeText::tr("Use another date for %1").arg(nameOf(dossier, accept->event));
    if (std::holds_alternative<AddScene>(change))
        return ChangeText::tr("Add a scene");
    if (std::holds_alternative<EditScene>(change))
        return ChangeText::tr("Edit a scene");
    if (std::holds_alternative<MoveScene>(change))
        return ChangeText::tr("Move a scene");
    if (const auto* added = std::get_if<AddStory>(&change))
        return ChangeText::tr("Add the story %1").arg(added->story.title);
    if (const auto* edited = std::get_if<EditStory>(&change))
        return ChangeText::tr("Rename a story to %1").arg(edited->story.title);
    if (std::holds_alternative<DeleteStory>(change))
        return ChangeText::tr("Delete a story");
    return ChangeText::tr("Delete a scene");
}

} // namespace entente::model
