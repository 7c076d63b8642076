#pragma once

#include "app/shell/scene_list.h"
#include "app/shell/story_desk.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace entente::shell {

/// The chosen story as a row of its scenes, where it is made: scenes are added, shown, edited, reordered and deleted.
class SceneStrip : public QWidget {
    Q_OBJECT

public:
    SceneStrip(StoryDesk& desk, exploration::Exploration& exploration, const theme::Theme& theme,
               const wording::Wording& wording, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    SceneList& list() const { return *m_list; }
    QComboBox& stories() const { return *m_stories; }
    /// What can be done with the scene at hand, in the order of the buttons.
    QList<QAction*> sceneActions() const { return m_sceneActions; }

public slots:
    void askForStory();
    void askForTitle();
    /// The words of the scene at hand.
    void editScene();

signals:
    void closeWished();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillHead();
    QAction* addDeed(const QString& text, const QList<QKeySequence>& keys, const std::function<void()>& deed);
    void addButton(QAction* action);
    void addSceneDeeds();
    QToolButton* storyButton();
    void refresh();
    void refreshStories();
    void refreshActions();
    QString emptyText() const;

    StoryDesk& m_desk;
    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    SceneListModel m_scenes;
    QWidget* m_head;
    QComboBox* m_stories;
    QStackedWidget* m_body;
    SceneList* m_list;
    QLabel* m_empty;
    QToolButton* m_close = nullptr;
    QAction* m_add = nullptr;
    QList<QAction*> m_storyActions; ///< need a story
    QList<QAction*> m_sceneActions; ///< need a scene
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
};

} // namespace entente::shell
