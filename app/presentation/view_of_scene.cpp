#include "app/presentation/view_of_scene.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace entente::presentation {

namespace {

struct ViewOfSceneText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::ViewOfScene)
};

constexpr int longestHeadline = 60;
constexpr int furthestSteps = 3;

/// Reads a scene part by part and remembers what it did not find.
class Reader {
public:
    Reader(const model::Scene& scene, const model::Dossier& dossier) : m_scene(scene), m_dossier(dossier) {}

    SceneView read() {
        readSelection();
        readMoments();
        readSpan();
        readFocus();
        readFilter();
        readLanes();
        readNetwork();
        return m_result;
    }

private:
    void lose(const QString& sentence) { m_result.losses.append(sentence); }

    void readSelection() {
        if (m_scene.selection.isEmpty())
            return;
        m_result.view.selection = m_dossier.find(m_scene.selection);
        if (model::isNothing(m_result.view.selection))
            lose(ViewOfSceneText::tr("“%1”, which this scene selects, is not in the dossier.").arg(m_scene.selection));
    }

    std::optional<model::Day> day(const QString& text, bool first) {
        if (text.isEmpty())
            return {};
        const auto date = model::Edtf::parse(text);
        const auto day = !date                                 ? std::nullopt
                         : first && date->earliest().isKnown() ? std::optional(date->earliest().day)
                                                               : model::momentOf(*date);
        if (!day)
            lose(ViewOfSceneText::tr("“%1” is not a date that this program can read.").arg(text));
        return day;
    }

    void readMoments() {
        exploration::View& view = m_result.view;
        std::optional<model::Day> moment = day(m_scene.moment, false);
        if (const auto* event = std::get_if<model::EventId>(&view.selection); event && !moment)
            moment = model::momentOf(m_dossier, *event);
        const auto& whole = m_dossier.commonSpan();
        view.moment = moment.value_or(whole ? whole->last : 0);
        view.compared = day(m_scene.compareMoment, false);
    }

    void readSpan() {
        const auto first = day(m_scene.spanFrom, true);
        const auto last = day(m_scene.spanTo, false);
        if (first && last && *first <= *last)
            m_result.view.span = exploration::Span{static_cast<double>(*first), static_cast<double>(*last) + 1};
        else if (first && last)
            lose(ViewOfSceneText::tr("This scene's span ends before it begins."));
    }

    void readFocus() {
        if (m_scene.focus.isEmpty())
            return;
        const model::Subject centre = m_dossier.find(m_scene.focus);
        if (const auto* actor = std::get_if<model::ActorId>(&centre))
            m_result.view.focus = exploration::Focus{*actor, std::clamp(m_scene.focusSteps, 1, furthestSteps)};
        else
            lose(ViewOfSceneText::tr("“%1”, on which this scene focuses, is not in the dossier.").arg(m_scene.focus));
    }

    void readFilter() {
        if (const auto filter = model::Filter::parse(m_scene.filter))
            m_result.view.filter = *filter;
        else
            lose(ViewOfSceneText::tr("The filter “%1” of this scene cannot be read.").arg(m_scene.filter));
    }

    void readLanes() {
        if (m_scene.lanesBy.isEmpty())
            return;
        if (const auto by = model::lanesByOf(m_scene.lanesBy))
            m_result.view.lanes.by = *by;
        else
            lose(ViewOfSceneText::tr("“%1” is no way to sort lanes.").arg(m_scene.lanesBy));
    }

    void readNetwork() {
        exploration::NetworkView& network = m_result.view.network;
        const auto finite = [](const std::optional<double>& value, double otherwise) {
            return value && std::isfinite(*value) ? *value : otherwise;
        };
        network.centre = {finite(m_scene.networkX, 0.5), finite(m_scene.networkY, 0.5)};
        if (const double zoom = finite(m_scene.networkZoom, 1); zoom > 0)
            network.zoom = zoom;
    }

    const model::Scene& m_scene;
    const model::Dossier& m_dossier;
    SceneView m_result;
};

QSet<QString> takenKeys(const model::Dossier& dossier) {
    QSet<QString> taken;
    for (const model::Scene& scene : dossier.tables().scenes)
        taken.insert(scene.key);
    for (const model::Story& story : dossier.tables().stories)
        taken.insert(story.key);
    for (const model::Media& media : dossier.tables().media)
        taken.insert(media.key);
    for (const model::Period& period : dossier.tables().periods)
        taken.insert(period.key);
    return taken;
}

/// Days are written with years of four digits only, others as the year alone.
QString edtfText(model::Day day) {
    const qint64 year = model::civilOf(day).year;
    return year >= -9999 && year <= 9999 ? model::isoText(day) : QString("Y%1").arg(year);
}

model::Day dayOfTime(double time) {
    return static_cast<model::Day>(std::floor(time));
}

} // namespace

/// Keys are unique across all kinds of things (decision 8).
QString freeKey(const model::Dossier& dossier, const QString& stem) {
    const QSet<QString> taken = takenKeys(dossier);
    for (int number = 1;; ++number) {
        QString key = QString("%1-%2").arg(stem).arg(number);
        if (!taken.contains(key) && model::isNothing(dossier.find(key)) && !dossier.findCitation(key).isValid())
            return key;
    }
}

SceneView viewOfScene(const model::Scene& scene, const model::Dossier& dossier) {
    return Reader(scene, dossier).read();
}

model::Scene sceneOfView(const exploration::View& view, const exploration::Span& span, const model::Dossier& dossier,
                         model::StoryId story, int position) {
    model::Scene scene;
    const QString stem = story.isValid() ? dossier.tables().stories[story.index].key + '-' : QString();
    scene.key = freeKey(dossier, stem + "scene");
    scene.story = story;
    scene.position = position;
    scene.headline = titleOf(dossier, view.selection).left(longestHeadline);
    scene.moment = edtfText(view.moment);
    if (view.compared)
        scene.compareMoment = edtfText(*view.compared);
    scene.spanFrom = edtfText(dayOfTime(span.first));
    scene.spanTo = edtfText(std::max(dayOfTime(span.first), dayOfTime(std::nextafter(span.last, span.first))));
    scene.selection = dossier.keyOf(view.selection);
    if (view.focus) {
        scene.focus = dossier.keyOf(view.focus->actor);
        scene.focusSteps = view.focus->steps;
    }
    scene.filter = view.filter.text();
    scene.view = QStringLiteral("both");
    scene.lanesBy = model::wordOf(view.lanes.by);
    if (view.network != exploration::NetworkView()) {
        scene.networkX = view.network.centre.x();
        scene.networkY = view.network.centre.y();
        scene.networkZoom = view.network.zoom;
    }
    scene.hideLater = true;
    return scene;
}

QList<model::Scene> scenesOf(const model::Dossier& dossier, model::StoryId story) {
    QList<model::Scene> scenes;
    for (const model::Scene& scene : dossier.tables().scenes)
        if (scene.story == story)
            scenes.append(scene);
    std::stable_sort(scenes.begin(), scenes.end(),
                     [](const auto& a, const auto& b) { return a.position < b.position; });
    return scenes;
}

QString titleOf(const model::Dossier& dossier, const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return dossier.titleOf(*event);
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return dossier.actor(*actor).name;
    if (const auto* id = std::get_if<model::RelationshipId>(&subject)) {
        const model::Relationship& tie = dossier.relationship(*id);
        return ViewOfSceneText::tr("%1 and %2", "two actors")
            .arg(dossier.actor(tie.from).name, dossier.actor(tie.to).name);
    }
    if (const auto* era = std::get_if<model::EraId>(&subject))
        return dossier.era(*era).label;
    if (const auto* source = std::get_if<model::SourceId>(&subject))
        return dossier.source(*source).title;
    return {};
}

} // namespace entente::presentation
