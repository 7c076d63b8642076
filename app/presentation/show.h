#pragma once

#include "app/presentation/keys.h"
#include "app/presentation/visible.h"
#include "app/theme/theme.h"

#include <QObject>
#include <QPointF>
#include <functional>

namespace entente::presentation {

enum class Cover : quint8 { None, Black, White };
enum class Asking : quint8 { Nothing, Question, Answer };

/// What the audience's screen shows at one instant.
struct Slide {
    int step = 0;     ///< of the story's scenes, from 0
    int revealed = 0; ///< points that are told already
    Asking asking = Asking::Nothing;
    Cover cover = Cover::None;
    bool live = false; ///< what the window explores, not the scene
    bool spotlight = false;
    bool pointer = false;
    QPointF at{0.5, 0.5};     ///< of spotlight and pointer, fractions of the picture
    double spotlightSize = 1; ///< 0.5 to 3: of a circle of 320 pixels on 1080 lines
    int typeSize = 0;         ///< 0 to 2: as typeFactor says
    theme::Scheme scheme = theme::Scheme::Light;
    bool hideLater = false, hideDates = false, hideNames = false;

    double typeFactor() const { return 1 + 0.25 * typeSize; }
    bool operator==(const Slide&) const = default;
};

/// What the audience's screen is frozen at: a slide, of the story as it was then.
struct Frozen {
    Slide slide;
    model::DossierPointer dossier;
    model::StoryId story;
    QList<model::Scene> scenes;
};

/// The run of a story before an audience: which scene, how much of it, and what is laid over it. Knows no window. Every
/// deed is one of the table of keys, so that keyboard, clicker and buttons do the same.
class Show : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<qint64()>; ///< milliseconds, never falling

    explicit Show(Clock clock = {}, QObject* parent = nullptr);

    /// Begins a story at a scene (from 0, put within the story), running. An invalid id: a story without scenes.
    void start(model::DossierPointer dossier, model::StoryId story, int step);
    /// The same dossier after a change; stays at the scene, as far told as it is, if that is there. What is frozen and
    /// what is covered stays so.
    void replace(model::DossierPointer dossier);
    void end();

    bool isRunning() const { return m_running; }
    bool isPaused() const { return m_paused; }
    bool isFrozen() const { return m_frozen.has_value(); }
    bool isLive() const { return m_slide.live; }

    const model::DossierPointer& dossier() const { return m_dossier; }
    model::StoryId story() const { return m_story; }
    const QList<model::Scene>& scenes() const { return m_scenes; }
    /// The scene at hand, or an empty one.
    model::Scene scene() const { return m_scenes.value(m_slide.step); }

    /// As the presenter has it, and as the audience sees it: the same unless frozen.
    const Slide& slide() const { return m_slide; }
    const Slide& shown() const { return m_frozen ? m_frozen->slide : m_slide; }
    const std::optional<Frozen>& frozen() const { return m_frozen; }
    /// What Next will show.
    Slide next() const;
    /// Whether Next would change anything.
    bool hasNext() const;

    /// Milliseconds that the show has run, pauses left out.
    qint64 elapsed() const;
    /// Milliseconds that the scenes before this one are planned to take; and all.
    qint64 planned() const { return plannedUpTo(m_slide.step); }
    qint64 plannedInAll() const { return plannedUpTo(static_cast<int>(m_scenes.size())); }

    const KeyTable& keys() const { return m_keys; }
    void setKeys(const KeyTable& keys) { m_keys = keys; }
    /// What was typed before Enter.
    const QString& number() const { return m_number; }

public slots:
    /// A key pressed at a desk; false if it means nothing. Under a cover any key but that which leaves takes it away,
    /// and does no more.
    bool press(int key, Qt::KeyboardModifiers modifiers, entente::presentation::Desk desk);
    void act(entente::presentation::Deed deed);
    void jump(int step);
    void pause();
    void resume();
    /// From exploring live back to the scene, whose cover stays.
    void leaveLive();
    void pointAt(QPointF fraction);
    void resizeSpotlight(double factor);

signals:
    void changed();
    void stepShown(int step);
    void liveChanged(bool live);
    void swapWished();
    void overviewWished();
    void quizWished();
    void ended();

private:
    void enter(int step, bool complete);
    void follow(int step);
    void advance();
    void confirm();
    void cover(Cover cover);
    void uncover();
    void ask();
    void freeze();
    void setLive(bool live);
    void leave();
    bool actOnSlide(Deed deed);
    bool actBeside(Deed deed);
    void toggle(bool& value);
    void settle(const Slide& before);
    /// A question without an answer has none to wait for.
    bool owesAnswer() const { return m_slide.asking == Asking::Question && !scene().answer.isEmpty(); }
    int pointCount() const { return static_cast<int>(scene().points.size()); }
    qint64 plannedUpTo(int step) const;

    Clock m_clock;
    KeyTable m_keys = standardKeys();
    model::DossierPointer m_dossier;
    model::StoryId m_story;
    QList<model::Scene> m_scenes;
    Slide m_slide;
    std::optional<Frozen> m_frozen;
    QString m_number;
    bool m_running = false;
    bool m_paused = false;
    qint64 m_runBefore = 0; ///< until the last pause
    qint64 m_resumedAt = 0;
    std::optional<qint64> m_leftAt;
};

/// What a slide must not show of its scene.
Veil veilOf(const Slide& slide, model::Day moment);

} // namespace entente::presentation
