#include "app/presentation/presenter.h"

#include "app/presentation/audience_window.h"
#include "app/presentation/quiz_desk.h"
#include "app/presentation/screens.h"
#include "app/presentation/view_of_scene.h"

#include <QDateTime>
#include <QGuiApplication>

namespace entente::presentation {

namespace {

QStringList idsOf(const QList<QScreen*>& screens) {
    QStringList ids;
    for (const QScreen* screen : screens)
        ids.append(idOf(*screen));
    return ids;
}

/// The one of these at the place of a screen, which may be mirrored or just going; -1: none.
qsizetype placeOf(const QList<QScreen*>& screens, const QScreen& screen) {
    for (qsizetype i = 0; i < screens.size(); ++i)
        if (screens[i] == &screen || screens[i]->geometry().intersects(screen.geometry()))
            return i;
    return -1;
}

} // namespace

Presenter::Presenter(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* window)
    : QObject(window), m_exploration(exploration), m_window(window), m_stage(m_show, exploration, wording),
      m_audience(std::make_unique<AudienceWindow>(m_stage)) {
    connect(&m_show, &Show::stepShown, this, &Presenter::stepShown);
    connect(&m_show, &Show::ended, this, &Presenter::close);
    connect(&m_show, &Show::liveChanged, this, &Presenter::followLive);
    connect(&m_show, &Show::swapWished, this, &Presenter::swapScreens);
    connect(&m_show, &Show::quizWished, this, &Presenter::toggleQuiz);
    connect(&m_show, &Show::stepShown, this, &Presenter::endQuiz);
    connect(&m_show, &Show::stepShown, this, &Presenter::tellLosses);
    connect(&m_show, &Show::changed, this, &Presenter::followQuiz);
    connect(&m_show, &Show::changed, this, &Presenter::goOnWhereItIsBack);
    connect(&m_show, &Show::overviewWished, this, [this] {
        if (m_console)
            m_console->toggleOverview();
    });
    using exploration::Exploration;
    connect(&exploration, &Exploration::aboutToOpen, &m_show, &Show::end);
    connect(&exploration, &Exploration::dossierChanged, this, [this] {
        m_show.replace(m_exploration.dossier());
        if (m_console && m_show.isRunning())
            m_console->rebuild();
    });
    const auto* application = qGuiApp;
    connect(application, &QGuiApplication::screenAdded, this, &Presenter::screenAdded);
    connect(application, &QGuiApplication::screenRemoved, this, &Presenter::screenRemoved);
    // One after the other they change; what counts is how they stand together in the end.
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &Presenter::followGeometry);
    for (const QScreen* screen : QGuiApplication::screens())
        connect(screen, &QScreen::geometryChanged, &m_settle, qOverload<>(&QTimer::start));
}

Presenter::~Presenter() {
    disconnect(&m_show, nullptr, this, nullptr);
}

void Presenter::start(model::StoryId story, int step) {
    m_isLost = false;
    m_consoleScreen.clear();
    m_awake.hold(tr("A presentation is running"));
    m_told.clear();
    m_show.start(m_exploration.dossier(), story, step);
    arrange();
    if (m_console)
        m_console->rebuild();
    tellLosses();
}

int Presenter::stepFor(model::StoryId story) const {
    const QList<model::Scene> scenes = scenesOf(*m_exploration.dossier(), story);
    int step = 0;
    for (int i = 0; i < scenes.size(); ++i)
        if (viewOfScene(scenes[i], *m_exploration.dossier()).view.moment <= m_exploration.moment())
            step = i;
    return step;
}

/// Puts the windows on the screens that there are.
void Presenter::arrange() {
    const QList<QScreen*> screens = screensApart();
    if (screens.isEmpty())
        return;
    const QStringList ids = idsOf(screens);
    const qsizetype home = homeAmong(screens);
    const qsizetype chosen = audienceAmong(screens);
    m_audienceScreen = ids[chosen];
    const bool alone = screens.size() == 1;
    m_audience->setAlone(alone);
    if (alone) {
        dropConsole();
    } else {
        const qsizetype other = home < 0 || home == chosen ? (chosen + 1) % screens.size() : home;
        openConsole(*screens[other]);
    }
    m_audience->showOn(*screens[chosen]);
    showScreens();
    QWidget* front = m_console ? static_cast<QWidget*>(m_console.get()) : m_audience.get();
    front->raise();
    front->activateWindow();
}

/// Where the presenter's own window is; -1: its screen is just going.
qsizetype Presenter::homeAmong(const QList<QScreen*>& screens) const {
    return m_window && m_window->screen() ? placeOf(screens, *m_window->screen()) : 0;
}

/// Of at least one.
qsizetype Presenter::audienceAmong(const QList<QScreen*>& screens) const {
    const QStringList ids = idsOf(screens);
    const qsizetype home = homeAmong(screens);
    if (home >= 0 && isMirrored(*screens[home]))
        return home; // the class sees what is there anyway
    return std::max<qsizetype>(0, audienceScreen(ids, m_chosen, ids.value(home)));
}

void Presenter::openConsole(QScreen& screen) {
    if (!m_console) {
        m_console = std::make_unique<Console>(m_stage);
        m_console->notes().setFactor(m_notesFactor);
        m_console->showQuiz(m_quiz);
        connect(m_console.get(), &Console::screenChosen, this, &Presenter::chooseScreen);
        connect(m_console.get(), &Console::remarkAnswered, this, &Presenter::answerRemark);
    }
    m_consoleScreen = idOf(screen);
    m_console->showRemark({});
    m_console->showPending(m_pending);
    m_console->showOn(screen);
}

void Presenter::showPending(const QString& text) {
    m_pending = text;
    if (m_console)
        m_console->showPending(text);
}

void Presenter::showScreens() {
    if (!m_console)
        return;
    QStringList texts;
    const QList<QScreen*> screens = screensApart();
    for (const QScreen* screen : screens)
        texts.append(textOf(*screen));
    m_console->showScreens(texts, m_isLost ? -1 : static_cast<int>(idsOf(screens).indexOf(m_audienceScreen)));
}

void Presenter::screenAdded(QScreen* screen) {
    connect(screen, &QScreen::geometryChanged, &m_settle, qOverload<>(&QTimer::start));
    if (!m_show.isRunning())
        return;
    if (screensApart().contains(screen))
        offerScreen(*screen);
    else
        m_settle.start();
}

void Presenter::offerScreen(QScreen& screen) {
    m_show.leaveLive();
    if (!m_console && !m_consoleScreen.isEmpty()) {
        // The presenter's own had vanished: the audience's stays where the class looks at it.
        m_show.pause();
        m_audience->setAlone(false);
        openConsole(screen);
    } else if (!m_console) {
        m_show.pause();
        openConsole(*(m_window && m_window->screen() ? m_window->screen() : &screen));
        m_isLost = true;
        m_audience->hide();
    }
    if (m_isLost && idOf(screen) != m_consoleScreen) {
        m_show.pause();
        m_audienceScreen = idOf(screen);
        m_console->showRemark(tr("The screen %1 is there.").arg(screen.name()),
                              tr("Continue on %1").arg(screen.name()));
    }
    showScreens();
}

void Presenter::screenRemoved(QScreen* screen) {
    const QList<QScreen*> left = screensApart(screen);
    if (!m_show.isRunning() || left.isEmpty())
        return;
    const QString gone = idOf(*screen);
    if (gone == m_audienceScreen) {
        m_audience->hide();
        m_isLost = true;
        m_show.leaveLive();
        m_show.pause();
        if (!m_console)
            openConsole(*left.first());
        m_console->showRemark(tr("The screen %1 is gone.").arg(screen->name()),
                              tr("Continue on %1").arg(left[audienceAmong(left)]->name()));
    } else if (m_console && gone == m_consoleScreen) {
        m_show.leaveLive();
        m_show.pause();
        arrange();
        return;
    }
    showScreens();
}

/// Screens moved, grew, or were mirrored: then what stands on one is seen on the other.
void Presenter::followGeometry() {
    if (!m_show.isRunning())
        return;
    const QList<QScreen*> screens = screensApart();
    const QStringList ids = idsOf(screens);
    if (!m_console && screens.size() > 1) {
        const qsizetype home = homeAmong(screens);
        return offerScreen(*screens[home == 0 ? 1 : 0]);
    }
    const qsizetype desk = ids.indexOf(m_consoleScreen), before = ids.indexOf(m_audienceScreen);
    if (m_console && desk >= 0 && !isMirrored(*screens[desk]) && (m_isLost || before >= 0)) {
        if (!m_show.isLive())
            m_console->showOn(*screens[desk]);
        if (!m_isLost)
            m_audience->showOn(*screens[before]);
        return showScreens();
    }
    if (m_console) {
        m_show.leaveLive();
        m_show.pause();
        m_isLost = false;
        m_consoleScreen.clear();
    }
    arrange();
}

/// Any key goes on with a show that is paused: where the audience's screen is back, before the audience.
void Presenter::goOnWhereItIsBack() {
    if (m_isLost && m_show.isRunning() && !m_show.isPaused() && idsOf(screensApart()).contains(m_audienceScreen))
        answerRemark();
}

/// Continues on the screen that came back, or on what is left.
void Presenter::answerRemark() {
    const QStringList ids = idsOf(screensApart());
    m_isLost = false;
    m_consoleScreen.clear();
    if (const qsizetype back = ids.indexOf(m_audienceScreen); back >= 0)
        m_chosen = ids[back];
    m_show.resume();
    arrange();
}

void Presenter::swapScreens() {
    const QList<QScreen*> screens = screensApart();
    if (screens.size() < 2 || !m_console || m_isLost)
        return;
    chooseScreen(static_cast<int>(idsOf(screens).indexOf(m_consoleScreen)));
}

void Presenter::chooseScreen(int index) {
    const QList<QScreen*> screens = screensApart();
    if (index < 0 || index >= screens.size())
        return;
    const QString before = m_audienceScreen;
    m_chosen = m_audienceScreen = idOf(*screens[index]);
    m_isLost = false;
    if (m_audienceScreen == m_consoleScreen) {
        const qsizetype other = idsOf(screens).indexOf(before);
        openConsole(*screens[other >= 0 && other != index ? other : (index + 1) % screens.size()]);
    }
    m_console->showRemark({});
    m_audience->showOn(*screens[index]);
    showScreens();
}

/// Five questions on what the scene shows, or is explored live; then, or when it is asked for again, back to the scene.
void Presenter::toggleQuiz() {
    constexpr int questions = 5;
    if (m_quiz)
        return endQuiz();
    if (m_show.isFrozen())
        return note(tr("No quiz: the audience’s picture is frozen."));
    const exploration::View view =
        m_show.isLive() ? m_exploration.view() : viewOfScene(m_show.scene(), *m_show.dossier()).view;
    m_show.leaveLive();
    m_asked = m_show.slide();
    const QuizOptions options =
        quizOfView(*m_show.dossier(), view, m_show.slide(), static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()));
    m_quiz = new QuizPanel(QuizMaker(m_show.dossier(), m_stage.wording(), options), questions,
                           theme::Theme(m_show.slide().scheme), m_stage.wording(), m_audience.get());
    connect(m_quiz, &QuizPanel::ended, this, &Presenter::endQuiz);
    m_audience->showQuiz(m_quiz);
    if (m_console)
        m_console->showQuiz(m_quiz);
}

/// A cover and a frozen picture lie over everything; what is hidden meanwhile may stand in the question.
void Presenter::followQuiz() {
    if (!m_quiz)
        return;
    const Slide& slide = m_show.slide();
    if (slide.hideLater != m_asked.hideLater || slide.hideDates != m_asked.hideDates ||
        slide.hideNames != m_asked.hideNames)
        return endQuiz();
    m_quiz->setVisible(slide.cover == Cover::None && !m_show.isFrozen());
}

void Presenter::note(const QString& text) {
    if (m_console)
        m_console->showNote(text);
    else
        m_audience->showNote(text);
}

/// The console has a place for it; where there is none, it is said once.
void Presenter::tellLosses() {
    const model::Scene scene = m_show.scene();
    if (m_console || !m_audience->isVisible() || m_told.contains(scene.key))
        return;
    m_told.insert(scene.key);
    const QStringList losses = viewOfScene(scene, *m_show.dossier()).losses;
    if (!losses.isEmpty())
        note(losses.join(' '));
}

/// Later, as its own key may have asked for it.
void Presenter::endQuiz() {
    if (!m_quiz)
        return;
    m_audience->showQuiz(nullptr);
    if (m_console)
        m_console->showQuiz(nullptr);
    m_quiz->hide();
    std::exchange(m_quiz, nullptr)->deleteLater();
}

/// The window shows the scene's view, to be explored from. On one screen it is what the audience sees then.
void Presenter::followLive(bool live) {
    endQuiz();
    if (live) {
        m_exploration.remember();
        m_exploration.restore(viewOfScene(m_show.scene(), *m_show.dossier()).view);
    }
    if (m_console)
        m_console->setVisible(!live);
    else
        m_audience->setVisible(!live);
    if (m_show.isRunning() && !live)
        resume();
    if (live && m_window) {
        m_window->raise();
        m_window->activateWindow();
    }
    emit liveChanged(live);
}

void Presenter::resume() {
    if (!m_show.isRunning())
        return;
    if (m_show.isLive())
        return m_show.leaveLive();
    m_show.resume();
    QWidget* front = m_console ? static_cast<QWidget*>(m_console.get()) : m_audience.get();
    if (!m_console)
        m_audience->showFullScreen();
    front->raise();
    front->activateWindow();
}

/// Later, as its own button may have asked for it.
void Presenter::dropConsole() {
    if (!m_console)
        return;
    m_notesFactor = m_console->notes().factor();
    m_console->hide();
    m_console.release()->deleteLater();
}

void Presenter::close() {
    endQuiz();
    m_awake.release();
    m_audience->hide();
    dropConsole();
    if (m_window)
        m_window->activateWindow();
    emit ended();
}

} // namespace entente::presentation
