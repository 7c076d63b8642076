#pragma once

#include "app/presentation/notes_view.h"
#include "app/presentation/picture_view.h"

#include <QTimer>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QScreen;
class QStackedWidget;
class QVBoxLayout;

namespace entente::presentation {

class DeskButton;
class DeskSwitch;
class QuizMirror;
class QuizPanel;

/// The presenter's screen: what the audience sees, what comes next, notes, time, and all deeds as buttons. Nothing of
/// it is ever drawn on the audience's screen.
class Console : public QWidget {
    Q_OBJECT

public:
    explicit Console(Stage& stage);

    /// The audience's screen, and those that there are to choose from.
    void showScreens(const QStringList& texts, int current);
    /// A remark across the top with a button, such as that a screen is gone; empty: none.
    void showRemark(const QString& text, const QString& button = {});
    QString remark() const;
    /// Fills a screen of the presenter's.
    void showOn(QScreen& screen);
    /// What waits for the end of the show, in small; empty: nothing.
    void showPending(const QString& text);
    /// A word above the picture, until the show goes on.
    void showNote(const QString& text);
    QString note() const;
    /// The story again from its scenes: after a start or a change.
    void rebuild();
    NotesView& notes() const { return *m_notes; }
    bool showsOverview() const;
    /// The quiz in place of the picture, and the keys its; null: no longer.
    void showQuiz(QuizPanel* quiz);

public slots:
    void toggleOverview();

signals:
    void screenChosen(int index);
    /// The remark's button.
    void remarkAnswered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QLabel* label(const QString& text, theme::Type type, theme::Role role);
    void fillWith(QWidget& sheet);
    void addHead(QVBoxLayout& page);
    void addLeft(QVBoxLayout& column);
    void addDeeds(QVBoxLayout& column);
    void addRight(QVBoxLayout& column);
    void addNotes(QVBoxLayout& column);
    void addSwitches(QVBoxLayout& column);
    void offerScreens();
    void fillScenes();
    void fillOverview(const QList<model::Scene>& scenes);
    void refresh();
    void refreshTime();
    void refreshScenes();
    QString nowText() const;
    QString nextText() const;
    QString paceText() const;
    qint64 plan() const;

    Stage& m_stage;
    Show& m_show;
    theme::Theme m_theme;
    QLabel *m_clock, *m_elapsed, *m_planned, *m_pace, *m_where, *m_next, *m_now, *m_remark, *m_losses;
    QProgressBar* m_progress = nullptr;
    DeskButton* m_answer = nullptr;
    DeskButton* m_screens = nullptr;
    QWidget* m_remarkRow = nullptr;
    QStackedWidget* m_stack = nullptr;
    QuizMirror* m_quiz = nullptr;
    QGridLayout* m_overview = nullptr;
    QHBoxLayout* m_sceneRow = nullptr;
    QList<DeskButton*> m_sceneButtons;
    QList<DeskButton*> m_overviewButtons;
    QList<std::pair<Deed, DeskButton*>> m_deeds;
    QList<std::pair<Deed, DeskSwitch*>> m_switches;
    NotesView* m_notes = nullptr;
    QStringList m_screenTexts;
    QString m_pending;
    int m_screen = -1;
    QTimer m_second;
};

} // namespace entente::presentation
