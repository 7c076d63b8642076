#include "app/pictures/story_views.h"

#include "app/pictures/contents.h"
#include "app/pictures/known_on.h"

#include <cmath>

namespace entente::pictures {

using model::Day;

namespace {

constexpr double roomBehindMoment = 0.03; // of the span
constexpr int mostSteps = 3;
constexpr double leastZoom = 0.5, mostZoom = 3;

/// Reads one stored scene, noting what it cannot find.
class SceneReader {
public:
    /// @param moment of a scene that names none
    SceneReader(const model::DossierPointer& dossier, const model::Scene& scene, std::optional<Day> moment = {})
        : m_dossier(dossier), m_scene(scene), m_moment(moment) {
        m_exploration.open(dossier);
    }

    SceneView read();

private:
    std::optional<model::Edtf> date(const QString& text, const QString& what);
    std::optional<Day> moment(const QString& text, const QString& what);
    void readSelection();
    void readFocus();
    void readSpan();
    void readChoices();
    void readNetwork();
    void hideLater();
    void leaveOutEmptyLanes();
    void lose(const QString& sentence) { m_made.losses.append(sentence); }

    const model::DossierPointer& m_dossier;
    const model::Scene& m_scene;
    std::optional<Day> m_moment;
    exploration::Exploration m_exploration;
    SceneView m_made;
};

SceneView SceneReader::read() {
    readSelection();
    if (const auto day = moment(m_scene.moment, Text::tr("moment")))
        m_exploration.setMoment(*day);
    else if (m_moment)
        m_exploration.setMoment(*m_moment);
    readFocus();
    m_made.view = m_exploration.view();
    if (const auto day = moment(m_scene.compareMoment, Text::tr("moment to compare with")))
        m_made.view.compared = *day == m_made.view.moment ? std::nullopt : day;
    readSpan();
    readChoices();
    readNetwork();
    if (m_scene.hideLater) {
        hideLater();
        leaveOutEmptyLanes();
    }
    m_made.dossier = m_dossier;
    m_made.veil.dates = m_scene.hideDates;
    m_made.veil.names = m_scene.hideNames;
    return m_made;
}

std::optional<model::Edtf> SceneReader::date(const QString& text, const QString& what) {
    if (text.isEmpty())
        return {};
    const auto read = model::Edtf::parse(text);
    if (read)
        return *read;
    lose(Text::tr("Scene \"%1\": the %2 \"%3\" is not a date; it was left out.").arg(m_scene.key, what, text));
    return {};
}

std::optional<Day> SceneReader::moment(const QString& text, const QString& what) {
    const auto read = date(text, what);
    return read ? model::momentOf(*read) : std::nullopt;
}

void SceneReader::readSelection() {
    const model::Subject subject = m_dossier->find(m_scene.selection);
    if (model::isNothing(subject) && !m_scene.selection.isEmpty())
        lose(Text::tr("Scene \"%1\" selects \"%2\", which is not in the dossier.").arg(m_scene.key, m_scene.selection));
    m_exploration.select(subject);
}

void SceneReader::readFocus() {
    if (m_scene.focus.isEmpty())
        return;
    const model::Subject subject = m_dossier->find(m_scene.focus);
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        m_exploration.setFocus(exploration::Focus{*actor, std::clamp(m_scene.focusSteps, 1, mostSteps)});
    else
        lose(Text::tr("Scene \"%1\" puts \"%2\" into focus, which is no actor of the dossier.")
                 .arg(m_scene.key, m_scene.focus));
}

void SceneReader::readSpan() {
    m_made.view.span.reset();
    const auto from = date(m_scene.spanFrom, Text::tr("beginning of the span"));
    const auto to = date(m_scene.spanTo, Text::tr("end of the span"));
    const bool begins = from && from->earliest().isKnown(), ends = to && to->latest().isKnown();
    if (!begins && !ends)
        return;
    exploration::Span span = m_exploration.wholeSpan();
    if (begins)
        span.first = static_cast<double>(from->earliest().day);
    if (ends)
        span.last = static_cast<double>(to->latest().day) + 1;
    if (span.last > span.first)
        m_made.view.span = span;
    else
        lose(Text::tr("Scene \"%1\": the span ends before it begins; the whole period is shown.").arg(m_scene.key));
}

void SceneReader::readChoices() {
    if (const auto filter = model::Filter::parse(m_scene.filter))
        m_made.view.filter = *filter;
    else
        lose(Text::tr("Scene \"%1\": the filter \"%2\" cannot be read; nothing is filtered.")
                 .arg(m_scene.key, m_scene.filter));
    if (const auto by = model::lanesByOf(m_scene.lanesBy))
        m_made.view.lanes.by = *by;
    else if (!m_scene.lanesBy.isEmpty())
        lose(Text::tr("Scene \"%1\": there are no lanes by \"%2\".").arg(m_scene.key, m_scene.lanesBy));
    if (const auto content = contentOf(m_scene.view))
        m_made.content = *content;
    else if (!m_scene.view.isEmpty())
        lose(Text::tr("Scene \"%1\": there is no view \"%2\"; timeline and network are shown.")
                 .arg(m_scene.key, m_scene.view));
}

void SceneReader::readNetwork() {
    exploration::NetworkView& network = m_made.view.network;
    const auto fraction = [](std::optional<double> value) {
        return value && std::isfinite(*value) ? std::clamp(*value, 0.0, 1.0) : 0.5;
    };
    network.centre = {fraction(m_scene.networkX), fraction(m_scene.networkY)};
    const double zoom = m_scene.networkZoom.value_or(1);
    network.zoom = std::isfinite(zoom) ? std::clamp(zoom, leastZoom, mostZoom) : 1;
}

/// A little room behind the moment keeps its line off the edge.
void SceneReader::hideLater() {
    const Day moment = m_made.view.moment;
    m_made.veil.horizon = moment;
    if (m_made.view.compared && *m_made.view.compared > moment)
        m_made.view.compared.reset();
    exploration::Span span = m_made.view.span.value_or(m_exploration.wholeSpan());
    const double width = span.width(), behind = static_cast<double>(moment + 1);
    const double last = std::floor(behind + roomBehindMoment * std::max(1.0, behind - span.first));
    span.last = m_made.view.span ? std::min(span.last, last) : last;
    if (span.last <= span.first)
        span.first = span.last - width;
    m_made.view.span = span;
}

/// A lane in which nothing has begun has no head yet.
void SceneReader::leaveOutEmptyLanes() {
    using Filter = model::Filter;
    QSet<model::ThemeId> used;
    for (const model::EventId event : m_dossier->eventsInOrder())
        used.insert(m_dossier->laneOf(event));
    QStringList empty;
    for (const model::ThemeId lane : m_dossier->lanes())
        if (!used.contains(lane))
            empty.append(m_dossier->theme(lane).key);
    const Filter::Condition* lanes = m_made.view.filter.condition(Filter::Field::Lane);
    if (empty.isEmpty() || (lanes && lanes->comparison == Filter::Comparison::Is))
        return;
    const QStringList others = lanes ? lanes->values : QStringList();
    m_made.view.filter = m_made.view.filter.with(Filter::Field::Lane, others + empty, Filter::Comparison::IsNot);
}

} // namespace

SceneView sceneViewOf(const model::DossierPointer& dossier, const model::Scene& scene) {
    SceneView whole = SceneReader(dossier, scene).read();
    if (!scene.hideLater)
        return whole;
    const Known known = knownOn(*dossier, whole.view.moment);
    SceneView made = SceneReader(known.dossier, scene, whole.view.moment).read();
    made.later = known.later;
    made.losses = whole.losses;
    return made;
}

model::Result<QList<model::SceneId>> scenesOf(const model::Dossier& dossier, model::StoryId story) {
    const model::Tables& tables = dossier.tables();
    if (!story.isValid() || story.index >= tables.stories.size())
        return model::failure(Text::tr("There is no such story in the dossier."));
    QList<model::SceneId> scenes;
    for (qsizetype i = 0; i < tables.scenes.size(); ++i)
        if (tables.scenes[i].story == story)
            scenes.append(model::SceneId(i));
    if (scenes.isEmpty())
        return model::failure(Text::tr("The story \"%1\" has no scenes.").arg(tables.stories[story.index].title),
                              Text::tr("Add a scene to it, or choose another story."));
    return scenes;
}

model::Result<model::StoryId> findStory(const model::Dossier& dossier, const QString& key) {
    QStringList keys;
    const QList<model::Story>& stories = dossier.tables().stories;
    for (qsizetype i = 0; i < stories.size(); ++i) {
        if (stories[i].key == key)
            return model::StoryId(i);
        keys.append(stories[i].key);
    }
    if (keys.isEmpty())
        return model::failure(Text::tr("The dossier has no stories."));
    return model::failure(
        Text::tr("The dossier has no story \"%1\".").arg(key),
        Text::tr("Its stories are: %1.").arg(keys.join(Text::tr(", ", "between the parts of an enumeration"))));
}

QString translated(const model::Dossier& dossier, const QString& language, const QString& key, const QString& field,
                   const QString& text) {
    if (language.isEmpty())
        return text;
    for (const model::Translation& translation : dossier.tables().translations)
        if (translation.language == language && translation.subject == key && translation.field == field)
            return translation.text;
    return text;
}

} // namespace entente::pictures
