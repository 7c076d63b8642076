#pragma once

#include "app/exploration/exploration.h"

#include <QObject>

namespace entente::shell {

/// The story that is worked on and presented, and what can be done to it and its scenes. Every deed is one wished
/// change, so that one undo takes it back.
class StoryDesk : public QObject {
    Q_OBJECT

public:
    explicit StoryDesk(exploration::Exploration& exploration, QObject* parent = nullptr);

    /// The one chosen, else the first; none in a dossier without stories.
    model::StoryId story() const;
    QString title() const;
    /// In their order.
    QList<model::Scene> scenes() const;
    void choose(model::StoryId story);

    void addStory(const QString& title);
    void renameStory(const QString& title);
    void deleteStory();

    /// What is looked at becomes the scene after the one with this key, or the last. Where there is no story, one is
    /// made for it.
    void addView(const QString& after = {});
    /// The scene keeps its words and shows what is looked at.
    void takeView(const QString& scene);
    /// Replaces the scene of the same key.
    void edit(const model::Scene& scene);
    void duplicate(const QString& scene);
    void remove(const QString& scene);
    /// By so many places, as far as there are any.
    void move(const QString& scene, int places);
    /// The window shows the scene's view; going back undoes that.
    void show(const QString& scene);

signals:
    /// Another story, or another state of it.
    void changed();
    /// This scene is the one to look at now.
    void sceneTouched(const QString& scene);
    /// What was done, for the window to say, with the offer to undo it.
    void done(const QString& what);

private:
    bool wish(const model::Change& change);
    std::optional<model::Scene> find(const QString& scene) const;
    int numberOf(const QString& scene) const;
    QString nameOf(const model::Scene& scene) const;

    exploration::Exploration& m_exploration;
    QString m_key; ///< of the story: its number changes when another is deleted
};

} // namespace entente::shell
