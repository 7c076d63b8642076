#pragma once

#include "app/presentation/console.h"
#include "app/presentation/stage.h"
#include "app/presentation/stay_awake.h"

#include <QSet>
#include <QTimer>
#include <memory>

class QScreen;

namespace entente::presentation {

class AudienceWindow;
class QuizPanel;

/// Shows a story to an audience: the one entry to this room. With two screens the audience has one to itself and the
/// presenter's console is on the other; with one the audience's window has a thin strip of buttons.
class Presenter : public QObject {
    Q_OBJECT

public:
    /// `window`: the presenter's own, whose screen the audience does not get. It outlives this.
    Presenter(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* window);
    ~Presenter() override;

    /// Begins a story at a scene, counted from 0; the story that runs is left.
    void start(model::StoryId story, int step = 0);
    /// Where a story is entered from what is looked at now: the last scene whose moment is not later; from 0.
    int stepFor(model::StoryId story) const;

    bool isRunning() const { return m_show.isRunning(); }
    bool isLive() const { return m_show.isLive(); }
    Show& show() { return m_show; }
    AudienceWindow& audienceWindow() { return *m_audience; }
    /// Null while none is asked.
    QuizPanel* quiz() const { return m_quiz; }
    /// Null as long as there is one screen only.
    Console* console() { return m_console.get(); }

    /// The audience's screen, as it is remembered between runs; empty: chosen by itself.
    const QString& chosenScreen() const { return m_chosen; }
    void setChosenScreen(const QString& id) { m_chosen = id; }

public slots:
    /// Back from exploring to the scene, or on after a pause, and its windows to the front.
    void resume();
    void end() { m_show.end(); }
    /// What the presenter is asked after the show: said on the console alone. Empty: nothing.
    void showPending(const QString& text);

signals:
    void ended();
    /// From 0: kept, so that a show goes on where it was if the program stops.
    void stepShown(int step);
    /// The window is to explore while the audience watches; or no longer.
    void liveChanged(bool live);

private:
    void arrange();
    void openConsole(QScreen& screen);
    void screenAdded(QScreen* screen);
    void screenRemoved(QScreen* screen);
    void offerScreen(QScreen& screen);
    void followGeometry();
    void goOnWhereItIsBack();
    qsizetype homeAmong(const QList<QScreen*>& screens) const;
    qsizetype audienceAmong(const QList<QScreen*>& screens) const;
    void swapScreens();
    void chooseScreen(int index);
    void answerRemark();
    void followLive(bool live);
    void dropConsole();
    void toggleQuiz();
    void followQuiz();
    void note(const QString& text);
    void tellLosses();
    void endQuiz();
    void close();
    void showScreens();

    exploration::Exploration& m_exploration;
    QWidget* m_window;
    Show m_show;
    Stage m_stage;
    StayAwake m_awake;
    std::unique_ptr<AudienceWindow> m_audience;
    std::unique_ptr<Console> m_console;
    QuizPanel* m_quiz = nullptr; ///< a child of the audience's window
    Slide m_asked;               ///< that the quiz was made for
    QSet<QString> m_told;        ///< scenes of which it was said what they lack
    QString m_chosen;
    QString m_audienceScreen; ///< that the audience's window is on, or was on until it vanished
    QString m_consoleScreen;  ///< the same of the console; empty: there was none
    bool m_isLost = false;    ///< the audience's screen has vanished
    double m_notesFactor = 1;
    QString m_pending;
    QTimer m_settle; ///< until all screens have their new places
};

} // namespace entente::presentation
