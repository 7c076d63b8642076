#include "app/presentation/show.h"

#include "app/presentation/view_of_scene.h"

#include <QElapsedTimer>
#include <algorithm>

namespace entente::presentation {

namespace {

constexpr qint64 secondPress = 2000; // milliseconds within which leaving twice ends the show
constexpr int longestNumber = 3;
constexpr double smallestSpot = 0.5, largestSpot = 3;
constexpr int largestType = 2;
constexpr int usualSeconds = 60; // of a scene that does not say how long it takes

Show::Clock steadyClock() {
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

bool movesOn(Deed deed) {
    return deed <= Deed::Confirm;
}

/// Not one that only goes with others, or that the computer itself listens to.
bool isCharacter(int key) {
    return key < Qt::Key_Escape;
}

/// What the audience would be shown next: under a cover it takes that away and has to be asked for again.
bool takesCoverAway(Deed deed) {
    return movesOn(deed) || deed == Deed::Quiz;
}

} // namespace

Show::Show(Clock clock, QObject* parent) : QObject(parent), m_clock(clock ? std::move(clock) : steadyClock()) {}

void Show::start(model::DossierPointer dossier, model::StoryId story, int step) {
    setLive(false);
    m_dossier = std::move(dossier);
    m_story = story;
    m_scenes = scenesOf(*m_dossier, story);
    const Slide before = m_slide;
    m_slide = Slide();
    m_slide.scheme = before.scheme;
    m_slide.typeSize = before.typeSize;
    m_frozen.reset();
    m_number.clear();
    m_leftAt.reset();
    m_running = true;
    m_paused = false;
    m_runBefore = 0;
    m_resumedAt = m_clock();
    enter(step, false);
    emit changed();
    emit stepShown(m_slide.step);
}

void Show::replace(model::DossierPointer dossier) {
    if (!m_running)
        return;
    const QString key = scene().key;
    const QString story = m_story.isValid() && m_story.index < m_dossier->tables().stories.size()
                              ? m_dossier->tables().stories[m_story.index].key
                              : QString();
    m_dossier = std::move(dossier);
    const auto& stories = m_dossier->tables().stories;
    const auto kept = std::find_if(stories.begin(), stories.end(), [&](const auto& one) { return one.key == story; });
    m_story = kept == stories.end() ? model::StoryId() : model::StoryId(kept - stories.begin());
    m_scenes = scenesOf(*m_dossier, m_story);
    const auto same = std::find_if(m_scenes.begin(), m_scenes.end(), [&](const auto& one) { return one.key == key; });
    const bool isKept = same != m_scenes.end();
    if (isKept)
        follow(static_cast<int>(same - m_scenes.begin()));
    else
        enter(m_slide.step, false);
    emit changed();
    if (!isKept)
        emit stepShown(m_slide.step);
}

/// The scene has another place or other words now, and is told as far as before.
void Show::follow(int step) {
    m_slide.step = step;
    m_slide.revealed = std::min(m_slide.revealed, pointCount());
    if (scene().question.isEmpty())
        m_slide.asking = Asking::Nothing;
    else if (m_slide.asking == Asking::Answer && scene().answer.isEmpty())
        m_slide.asking = Asking::Question;
}

void Show::end() {
    if (!m_running)
        return;
    m_runBefore = elapsed();
    m_running = false;
    m_paused = false;
    m_frozen.reset();
    if (m_slide.live)
        setLive(false);
    emit changed();
    emit ended();
}

void Show::enter(int step, bool complete) {
    m_slide.step = std::clamp(step, 0, std::max(0, static_cast<int>(m_scenes.size()) - 1));
    const model::Scene now = scene();
    m_slide.revealed = complete ? pointCount() : 0;
    m_slide.asking = Asking::Nothing;
    m_slide.pointer = false;
    m_slide.hideLater = now.hideLater;
    m_slide.hideDates = now.hideDates;
    m_slide.hideNames = now.hideNames;
}

Slide Show::next() const {
    Slide after = m_slide;
    after.cover = Cover::None;
    after.pointer = after.spotlight = after.live = false;
    if (owesAnswer()) {
        after.asking = Asking::Answer;
    } else if (after.revealed < pointCount()) {
        after.asking = Asking::Nothing;
        ++after.revealed;
    } else if (after.step + 1 < m_scenes.size()) {
        const model::Scene& scene = m_scenes[++after.step];
        after.asking = Asking::Nothing;
        after.revealed = 0;
        after.hideLater = scene.hideLater;
        after.hideDates = scene.hideDates;
        after.hideNames = scene.hideNames;
    }
    return after;
}

bool Show::hasNext() const {
    return owesAnswer() || m_slide.revealed < pointCount() || m_slide.step + 1 < m_scenes.size();
}

qint64 Show::elapsed() const {
    return m_running && !m_paused ? m_runBefore + m_clock() - m_resumedAt : m_runBefore;
}

qint64 Show::plannedUpTo(int step) const {
    qint64 seconds = 0;
    for (int i = 0; i < step && i < m_scenes.size(); ++i)
        seconds += m_scenes[i].seconds > 0 ? m_scenes[i].seconds : usualSeconds;
    return 1000 * seconds;
}

bool Show::press(int key, Qt::KeyboardModifiers modifiers, Desk desk) {
    if (!m_running || modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto deed = deedOf(m_keys, key, modifiers, desk);
    if (m_slide.cover != Cover::None && deed != Deed::Leave && (deed || isCharacter(key))) {
        uncover();
        return true;
    }
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        m_number = (m_number + QChar(key)).right(longestNumber);
        emit changed();
        return true;
    }
    if (deed)
        act(*deed);
    return deed.has_value();
}

void Show::act(Deed deed) {
    if (!m_running)
        return;
    const QString number = m_number;
    if (deed != Deed::Confirm)
        m_number.clear();
    if (deed == Deed::Leave)
        return leave();
    m_leftAt.reset();
    if (m_paused)
        resume();
    const Slide before = m_slide;
    if (takesCoverAway(deed) && m_slide.cover != Cover::None) {
        m_slide.cover = Cover::None;
        m_number.clear();
    } else if (movesOn(deed) && m_slide.live) {
        setLive(false);
    } else if (!actOnSlide(deed)) {
        return;
    }
    if (m_slide == before && m_number != number)
        emit changed();
    settle(before);
}

/// False for what is not of the slide.
bool Show::actOnSlide(Deed deed) {
    switch (deed) {
    case Deed::Next:
        advance();
        break;
    case Deed::Back:
        enter(m_slide.step - 1, m_slide.step > 0);
        break;
    case Deed::PreviousReveal:
        m_slide.revealed = std::max(0, m_slide.revealed - 1);
        break;
    case Deed::First:
        enter(0, false);
        break;
    case Deed::Last:
        enter(static_cast<int>(m_scenes.size()) - 1, false);
        break;
    case Deed::Confirm:
        confirm();
        break;
    case Deed::Black:
        cover(Cover::Black);
        break;
    case Deed::White:
        cover(Cover::White);
        break;
    case Deed::Spotlight:
        toggle(m_slide.spotlight);
        break;
    case Deed::Pointer:
        toggle(m_slide.pointer);
        break;
    case Deed::HideLater:
        toggle(m_slide.hideLater);
        break;
    case Deed::HideDates:
        toggle(m_slide.hideDates);
        break;
    case Deed::HideNames:
        toggle(m_slide.hideNames);
        break;
    case Deed::Scheme:
        m_slide.scheme = m_slide.scheme == theme::Scheme::Light ? theme::Scheme::Dark : theme::Scheme::Light;
        break;
    case Deed::Larger:
        m_slide.typeSize = std::min(m_slide.typeSize + 1, largestType);
        break;
    case Deed::Smaller:
        m_slide.typeSize = std::max(m_slide.typeSize - 1, 0);
        break;
    case Deed::Question:
        ask();
        break;
    default:
        return actBeside(deed);
    }
    return true;
}

bool Show::actBeside(Deed deed) {
    switch (deed) {
    case Deed::Freeze:
        freeze();
        break;
    case Deed::Live:
        setLive(!m_slide.live);
        break;
    case Deed::Overview:
        emit overviewWished();
        break;
    case Deed::Quiz:
        emit quizWished();
        break;
    case Deed::SwapScreens:
        emit swapWished();
        break;
    default:
        break;
    }
    return false;
}

void Show::advance() {
    const bool hadNext = hasNext();
    const int step = m_slide.step;
    const Slide after = next();
    m_slide.asking = after.asking;
    if (!hadNext)
        return;
    if (after.step != step)
        return enter(after.step, false);
    m_slide.revealed = after.revealed;
}

void Show::confirm() {
    const int number = m_number.toInt();
    m_number.clear();
    if (number > 0)
        enter(number - 1, false);
    else
        advance();
}

/// Any key for a cover takes a cover away.
void Show::cover(Cover cover) {
    m_slide.cover = m_slide.cover == Cover::None ? cover : Cover::None;
}

void Show::uncover() {
    m_number.clear();
    m_leftAt.reset();
    m_slide.cover = Cover::None;
    if (m_paused)
        resume();
    else
        emit changed();
}

void Show::ask() {
    const model::Scene now = scene();
    if (now.question.isEmpty())
        return;
    const bool hasMore =
        m_slide.asking == Asking::Nothing || (m_slide.asking == Asking::Question && !now.answer.isEmpty());
    m_slide.asking = hasMore ? static_cast<Asking>(static_cast<int>(m_slide.asking) + 1) : Asking::Nothing;
}

void Show::freeze() {
    if (m_frozen)
        m_frozen.reset();
    else
        m_frozen = Frozen{m_slide, m_dossier, m_story, m_scenes};
    emit changed();
}

void Show::setLive(bool live) {
    if (live == m_slide.live)
        return;
    m_slide.live = live;
    emit changed();
    emit liveChanged(live);
}

void Show::leaveLive() {
    if (!m_slide.live)
        return;
    m_number.clear();
    m_leftAt.reset();
    resume();
    setLive(false);
}

void Show::toggle(bool& value) {
    value = !value;
}

void Show::leave() {
    const qint64 now = m_clock();
    if (m_leftAt && now - *m_leftAt <= secondPress)
        return end();
    m_leftAt = now;
    pause();
}

void Show::settle(const Slide& before) {
    if (m_slide == before)
        return;
    emit changed();
    if (m_slide.step != before.step)
        emit stepShown(m_slide.step);
}

void Show::jump(int step) {
    if (!m_running)
        return;
    m_number.clear();
    m_leftAt.reset();
    resume();
    const Slide before = m_slide;
    m_slide.cover = Cover::None;
    if (m_slide.live)
        setLive(false);
    enter(step, false);
    settle(before);
}

void Show::pause() {
    if (!m_running || m_paused)
        return;
    m_runBefore = elapsed();
    m_paused = true;
    m_slide.pointer = false;
    emit changed();
}

void Show::resume() {
    if (!m_running || !m_paused)
        return;
    m_paused = false;
    m_resumedAt = m_clock();
    m_leftAt.reset();
    emit changed();
}

void Show::pointAt(QPointF fraction) {
    const QPointF within(std::clamp(fraction.x(), 0.0, 1.0), std::clamp(fraction.y(), 0.0, 1.0));
    if (within == m_slide.at)
        return;
    m_slide.at = within;
    if (m_slide.spotlight || m_slide.pointer)
        emit changed();
}

void Show::resizeSpotlight(double factor) {
    const double size = std::clamp(m_slide.spotlightSize * factor, smallestSpot, largestSpot);
    if (size == m_slide.spotlightSize)
        return;
    m_slide.spotlightSize = size;
    emit changed();
}

Veil veilOf(const Slide& slide, model::Day moment) {
    return {slide.hideLater ? std::optional(moment) : std::nullopt, slide.hideDates, slide.hideNames};
}

} // namespace entente::presentation
