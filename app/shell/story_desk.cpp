#include "app/shell/story_desk.h"

#include "app/presentation/view_of_scene.h"

namespace entente::shell {

using presentation::freeKey;
using presentation::sceneOfView;

StoryDesk::StoryDesk(exploration::Exploration& exploration, QObject* parent)
    : QObject(parent), m_exploration(exploration) {
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &StoryDesk::changed);
}

model::StoryId StoryDesk::story() const {
    const auto& stories = m_exploration.dossier()->tables().stories;
    for (qsizetype i = 0; i < stories.size(); ++i)
        if (stories[i].key == m_key)
            return model::StoryId(i);
    return stories.isEmpty() ? model::StoryId() : model::StoryId(0);
}

QString StoryDesk::title() const {
    return story().isValid() ? m_exploration.dossier()->tables().stories[story().index].title : QString();
}

QList<model::Scene> StoryDesk::scenes() const {
    return story().isValid() ? presentation::scenesOf(*m_exploration.dossier(), story()) : QList<model::Scene>();
}

void StoryDesk::choose(model::StoryId story) {
    const auto& stories = m_exploration.dossier()->tables().stories;
    if (!story.isValid() || story.index >= stories.size() || stories[story.index].key == m_key)
        return;
    m_key = stories[story.index].key;
    emit changed();
}

/// False if the document refused, which says so itself.
bool StoryDesk::wish(const model::Change& change) {
    const model::DossierPointer before = m_exploration.dossier();
    m_exploration.wish(change);
    return m_exploration.dossier() != before;
}

std::optional<model::Scene> StoryDesk::find(const QString& scene) const {
    for (const model::Scene& one : scenes())
        if (one.key == scene)
            return one;
    return {};
}

/// From 1, as people and changes count; positions of a file may have gaps, or be the same. 0 if it is not of this
/// story.
int StoryDesk::numberOf(const QString& scene) const {
    const QList<model::Scene> all = scenes();
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].key == scene)
            return static_cast<int>(i) + 1;
    return 0;
}

QString StoryDesk::nameOf(const model::Scene& scene) const {
    const int number = numberOf(scene.key);
    return scene.headline.isEmpty() ? tr("Scene %1").arg(number)
                                    : tr("Scene %1, “%2”,").arg(number).arg(scene.headline);
}

void StoryDesk::addStory(const QString& title) {
    model::Story story;
    story.key = freeKey(*m_exploration.dossier(), QStringLiteral("story"));
    story.title = title;
    const QString before = std::exchange(m_key, story.key);
    if (wish(model::AddStory{story, {}}))
        emit done(tr("Story “%1” added.").arg(title));
    else
        m_key = before;
}

void StoryDesk::renameStory(const QString& title) {
    if (!story().isValid())
        return;
    model::Story named = m_exploration.dossier()->tables().stories[story().index];
    m_key = named.key;
    const QString before = std::exchange(named.title, title);
    if (before != title && wish(model::EditStory{named}))
        emit done(tr("Story “%1” is now called “%2”.").arg(before, title));
}

void StoryDesk::deleteStory() {
    if (!story().isValid())
        return;
    const QString gone = title();
    if (wish(model::DeleteStory{m_exploration.dossier()->tables().stories[story().index].key}))
        emit done(tr("Story “%1” deleted.").arg(gone));
}

void StoryDesk::addView(const QString& after) {
    const model::Dossier& dossier = *m_exploration.dossier();
    const int before = numberOf(after);
    const int position = (before > 0 ? before : static_cast<int>(scenes().size())) + 1;
    model::Scene scene = sceneOfView(m_exploration.view(), m_exploration.span(), dossier, story(), position);
    model::Change change;
    if (story().isValid()) {
        m_key = dossier.tables().stories[story().index].key;
        change = model::AddScene{m_key, scene};
    } else {
        model::Story first;
        m_key = first.key = freeKey(dossier, QStringLiteral("story"));
        first.title = tr("First story");
        change = model::AddStory{first, {scene}};
    }
    if (!wish(change))
        return;
    emit sceneTouched(scene.key);
    emit done(tr("Scene %1 of “%2” added.").arg(numberOf(scene.key)).arg(title()));
}

void StoryDesk::takeView(const QString& key) {
    const std::optional<model::Scene> old = find(key);
    if (!old)
        return;
    model::Scene scene =
        sceneOfView(m_exploration.view(), m_exploration.span(), *m_exploration.dossier(), story(), old->position);
    scene.key = old->key;
    scene.headline = old->headline;
    scene.notes = old->notes;
    scene.seconds = old->seconds;
    scene.question = old->question;
    scene.answer = old->answer;
    scene.points = old->points;
    scene.citations = old->citations;
    scene.hideLater = old->hideLater;
    scene.hideDates = old->hideDates;
    scene.hideNames = old->hideNames;
    if (!wish(model::EditScene{scene}))
        return;
    emit sceneTouched(key);
    emit done(tr("%1 shows the present view.").arg(nameOf(scene)));
}

void StoryDesk::edit(const model::Scene& scene) {
    const std::optional<model::Scene> old = find(scene.key);
    if (!old || *old == scene || !wish(model::EditScene{scene}))
        return;
    emit sceneTouched(scene.key);
    emit done(tr("%1 changed.").arg(nameOf(scene)));
}

void StoryDesk::duplicate(const QString& key) {
    const std::optional<model::Scene> old = find(key);
    if (!old)
        return;
    const model::Dossier& dossier = *m_exploration.dossier();
    model::Scene copy = *old;
    m_key = dossier.tables().stories[story().index].key;
    copy.key = freeKey(dossier, m_key + QStringLiteral("-scene"));
    copy.position = numberOf(key) + 1;
    if (!wish(model::AddScene{m_key, copy}))
        return;
    emit sceneTouched(copy.key);
    emit done(tr("%1 duplicated.").arg(nameOf(*old)));
}

void StoryDesk::remove(const QString& key) {
    const std::optional<model::Scene> scene = find(key);
    if (!scene)
        return;
    const QList<model::Scene> all = scenes();
    const qsizetype at = numberOf(key) - 1;
    const QString neighbour = at + 1 < all.size() ? all[at + 1].key : all.value(at - 1).key;
    const QString name = nameOf(*scene);
    if (!wish(model::DeleteScene{key}))
        return;
    emit sceneTouched(neighbour);
    emit done(tr("%1 deleted.").arg(name));
}

void StoryDesk::move(const QString& key, int places) {
    const std::optional<model::Scene> scene = find(key);
    if (!scene)
        return;
    const int before = numberOf(key);
    const int after = std::clamp(before + places, 1, static_cast<int>(scenes().size()));
    const QString name = nameOf(*scene);
    if (after == before || !wish(model::MoveScene{key, after}))
        return;
    emit sceneTouched(key);
    emit done(tr("%1 moved to place %2.").arg(name).arg(after));
}

void StoryDesk::show(const QString& key) {
    const std::optional<model::Scene> scene = find(key);
    if (!scene)
        return;
    m_exploration.remember();
    m_exploration.restore(presentation::viewOfScene(*scene, *m_exploration.dossier()).view);
    m_exploration.remember();
}

} // namespace entente::shell
