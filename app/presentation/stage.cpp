#include "app/presentation/stage.h"

#include <QTimer>
#include <algorithm>

namespace entente::presentation {

namespace {

constexpr int trailLasts = 300; // milliseconds
constexpr qsizetype mostMade = 3;
constexpr qsizetype mostKnown = 200;

/// Pointing and light are laid over a picture, which stays the same.
Slide withoutOverlay(Slide slide) {
    slide.at = {};
    slide.spotlight = slide.pointer = false;
    slide.spotlightSize = 1;
    return slide;
}

} // namespace

Stage::Stage(Show& show, exploration::Exploration& exploration, wording::Wording wording)
    : m_show(show), m_exploration(exploration), m_wording(std::move(wording)) {
    connect(&show, &Show::changed, this, &Stage::followShow);
    const auto followLive = [this] {
        if (!m_show.isLive())
            return;
        forget();
        emit changed();
    };
    using exploration::Exploration;
    connect(&exploration, &Exploration::momentChanged, this, followLive);
    connect(&exploration, &Exploration::selectionChanged, this, followLive);
    connect(&exploration, &Exploration::spanChanged, this, followLive);
    connect(&exploration, &Exploration::networkChanged, this, followLive);
}

void Stage::followShow() {
    if (!m_show.isFrozen()) {
        m_frozenView.reset();
        m_frozen.reset();
    } else if (!m_frozenView) {
        m_frozenView = explored();
    }
    emit changed();
}

void Stage::setSize(QSizeF size) {
    if (size == m_size || size.isEmpty())
        return;
    m_size = size;
    m_frozen.reset();
    forget();
    emit changed();
}

void Stage::forget() {
    m_made.clear();
}

exploration::View Stage::explored() const {
    exploration::View view = m_exploration.view();
    view.span = m_exploration.span();
    return view;
}

AudienceScene Stage::shown() {
    const auto& frozen = m_show.frozen();
    if (!frozen)
        return picture(m_show.slide());
    if (!m_frozen) {
        const bool isKnown = frozen->dossier == m_dossier && frozen->story == m_story;
        const AudienceInput input{frozen->dossier,
                                  frozen->story,
                                  frozen->scenes,
                                  withoutOverlay(frozen->slide),
                                  m_frozenView.value_or(explored()),
                                  m_size,
                                  isKnown ? &m_known : nullptr};
        m_frozen = audienceScene(input, m_wording);
    }
    return *m_frozen;
}

AudienceScene Stage::picture(const Slide& slide) {
    if (m_dossier != m_show.dossier() || m_story != m_show.story()) {
        m_dossier = m_show.dossier();
        m_story = m_show.story();
        m_known.clear();
        forget();
    }
    if (!m_dossier)
        return {};
    const Slide wanted = withoutOverlay(slide);
    const auto known =
        std::find_if(m_made.begin(), m_made.end(), [&](const Made& made) { return made.slide == wanted; });
    if (known != m_made.end())
        return known->scene;
    if (m_known.scenes.size() > mostKnown)
        m_known.scenes.clear();
    const AudienceInput input{m_dossier, m_show.story(), m_show.scenes(), wanted, explored(), m_size, &m_known};
    m_made.append({wanted, audienceScene(input, m_wording)});
    if (m_made.size() > mostMade)
        m_made.removeFirst();
    return m_made.last().scene;
}

void Stage::pointAt(QPointF fraction) {
    m_trail.append(fraction);
    QTimer::singleShot(trailLasts, this, &Stage::shortenTrail);
    m_show.pointAt(fraction);
}

void Stage::shortenTrail() {
    if (m_trail.isEmpty())
        return;
    m_trail.removeFirst();
    if (m_show.slide().pointer)
        emit changed();
}

} // namespace entente::presentation
