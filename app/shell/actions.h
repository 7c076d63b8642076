#pragma once

#include "app/exploration/exploration.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

namespace entente::shell {

class MainWindow;

/// The menus and their actions. Every action is in a menu, with its key; what cannot be done now is disabled.
class Actions : public QObject {
    Q_OBJECT

public:
    Actions(MainWindow& window, QMenuBar& bar);

    /// Enables, checks and renames what depends on the state.
    void update();
    void showRecentFiles(const QStringList& files);

    QAction& picture() const { return *m_picture; }
    QAction& quiz() const { return *m_quiz; }
    QAction& present() const { return *m_present.first(); }

    /// All actions of all menus, in order, for the sheet of keys.
    struct Group {
        QString title;
        QList<QAction*> actions;
    };
    QList<Group> groups() const;

private:
    void fillFile(QMenu& menu);
    void fillEdit(QMenu& menu);
    void fillView(QMenu& menu);
    void fillScheme(QMenu& menu);
    void fillLanes(QMenu& menu);
    void refreshLanes();
    void fillCalendars(QMenu& menu);
    void fillSpeeds(QMenu& menu);
    void fillTime(QMenu& menu);
    void fillNetwork(QMenu& menu);
    void fillPresent(QMenu& menu);
    void listStories();
    void refreshStories();
    void fillHelp(QMenu& menu);
    QAction* add(QMenu& menu, const QString& text, const QKeySequence& key, std::function<void()> deed);

    MainWindow& m_window;
    QMenuBar& m_bar;
    QMenu* m_recent = nullptr;
    QAction* m_save = nullptr;
    QAction* m_picture = nullptr;
    QAction* m_quiz = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_copyCitation = nullptr;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_table = nullptr;
    QAction* m_focus = nullptr;
    QAction* m_leaveFocus = nullptr;
    QList<QAction*> m_present; ///< need a story
    QMenu* m_stories = nullptr;
    QAction* m_strip = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_endPath = nullptr;
    QAction* m_matrix = nullptr;
    QAction* m_showEnded = nullptr;
    QAction* m_releasePins = nullptr;
    QActionGroup* m_arrangements = nullptr;
    QActionGroup* m_schemes = nullptr;
    QActionGroup* m_lanesBy = nullptr;
    QAction* m_collapse = nullptr;
    QAction* m_hideLane = nullptr;
    QList<QAction*> m_laneDeeds; ///< about the lane of the selected event
    QActionGroup* m_calendars = nullptr;
    QActionGroup* m_speeds = nullptr;
    QAction* m_reducedMotion = nullptr;
    QAction* m_play = nullptr;
    QAction* m_measure = nullptr;
    QList<QAction*> m_needDossier;
};

} // namespace entente::shell
