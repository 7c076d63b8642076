#include "app/pictures/story_panels.h"

#include "app/pictures/blank_text.h"
#include "app/presentation/audience_scene.h"
#include "app/timeline/layout/picture_scene.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/painter.h"

namespace entente::pictures {

using theme::Theme;

namespace {

constexpr int mostTries = 5;
constexpr qsizetype mostLarge = 12;   // events
constexpr double projectedTitle = 36; // on 1080 lines
constexpr double titleAtOne = 13;     // type of events at scale one, pixels

Sheet emptySheet(const PanelForm& form, double scale) {
    Sheet sheet;
    sheet.size = form.size;
    sheet.theme = sheet.timeline.look = Theme(form.scheme, scale);
    return sheet;
}

Request requestOf(const SceneView& scene, Content content, const PanelForm& form) {
    Request request;
    request.content = content;
    request.bands = Bands::One;
    request.size = form.size.toSize();
    request.scheme = form.scheme;
    request.view = scene.view;
    return request;
}

/// What an author wrote is not drawn where it tells what is hidden: what takes its place may be wider.
void clearIfTelling(QString& text, const SceneView& scene) {
    if (presentation::visibleWords(*scene.dossier, text, scene.veil) != text)
        text.clear();
}

void hideInLanes(timeline::Scene& drawn, const SceneView& scene) {
    for (timeline::Label& label : drawn.labels) {
        label.title = presentation::visibleWords(*scene.dossier, label.title, scene.veil);
        if (scene.veil.dates)
            label.date.clear();
    }
    for (timeline::Lane& lane : drawn.laneList)
        if (const QString name = lane.name.join(' ');
            presentation::visibleWords(*scene.dossier, name, scene.veil) != name)
            lane.name.clear();
    for (timeline::EraBox& era : drawn.eras)
        clearIfTelling(era.text, scene);
    for (timeline::TrayItem& item : drawn.trayItems)
        clearIfTelling(item.text, scene);
    if (scene.veil.dates) {
        drawn.flagText = Text::tr("?", "in place of a date");
        drawn.calendarName.clear();
    }
    if (scene.veil.dates || scene.veil.names)
        drawn.hints.clear();
}

/// Of the words of an axis those that are not later than the moment stay; none where dates are hidden.
void hideOnAxis(timeline::Scene& drawn, const SceneView& scene) {
    for (QList<timeline::Tick>* ticks : {&drawn.ticks, &drawn.calendarTicks})
        for (timeline::Tick& tick : *ticks) {
            // Ticks stand on the first moment of a day, from which their places are rounded.
            const auto day = static_cast<model::Day>(std::floor(drawn.scale.day(tick.x) + 0.01));
            if (scene.veil.dates || !isVisible(day, scene.veil))
                tick.text.clear();
        }
}

void hideInNetwork(relations::Scene& drawn, const SceneView& scene) {
    drawn.nodes.removeIf([&](const relations::Node& node) { return scene.later.contains(node.actor); });
    for (relations::Node& node : drawn.nodes)
        if (scene.veil.names) {
            node.text.clear();
            node.name.clear();
        }
    for (relations::Line& line : drawn.lines) {
        clearIfTelling(line.label, scene);
        if (scene.veil.dates)
            line.label.clear();
    }
    if (!drawn.emptyText.isEmpty() && (scene.veil.horizon || scene.veil.dates))
        drawn.emptyText = Text::tr("No recorded ties yet");
}

void hide(const SceneView& scene, Sheet& sheet) {
    for (Strip& strip : sheet.timeline.strips) {
        hideInLanes(strip.scene, scene);
        hideOnAxis(strip.scene, scene);
    }
    for (NetworkPart& network : sheet.networks)
        hideInNetwork(network.scene, scene);
}

/// One line of all events at a scale.
timeline::Scene lineAt(const SceneView& scene, const wording::Wording& wording, const PanelForm& form, double scale,
                       timeline::Effort effort) {
    const QList<bool> shown = model::shownEvents(scene.view.filter, *scene.dossier);
    timeline::Input input =
        timeline::inputFor(scene.dossier, scene.view, shown, timeline::measuresOf(Theme(form.scheme, scale)), wording,
                           form.size, std::make_shared<const timeline::Lanes>(timeline::Lanes::joined()));
    input.chrome = false;
    input.undated = false;
    if (form.hasBlanks)
        input.measures = measuredWithBlanks(input.measures);
    return timeline::layOutPicture(input, {0, true, effort});
}

/// The largest scale that leaves fewest events unnamed.
double bestScale(const std::function<qsizetype(double)>& unnamedAt, const PanelForm& form) {
    double best = form.largestScale;
    qsizetype least = unnamedAt(best);
    for (int i = 1; i < mostTries && least > 0; ++i) {
        const double scale =
            form.largestScale + (form.smallestScale - form.largestScale) * i / static_cast<double>(mostTries - 1);
        if (const qsizetype unnamed = unnamedAt(scale); unnamed < least) {
            least = unnamed;
            best = scale;
        }
    }
    return best;
}

/// One line of the most important events, as many as have room for their names; the others are dots on it.
TimelinePart largeLine(const SceneView& scene, const wording::Wording& wording, const PanelForm& form) {
    const Theme look(form.scheme, form.leastTitle / titleAtOne);
    Request request = requestOf(scene, Content::Timeline, form);
    const auto lineOf = [&](timeline::Effort effort) {
        timeline::Input input =
            timeline::inputFor(scene.dossier, scene.view, shownIn(*scene.dossier, request), timeline::measuresOf(look),
                               wording, form.size, std::make_shared<const timeline::Lanes>(timeline::Lanes::joined()));
        input.chrome = false;
        input.undated = false;
        return timeline::layOutBand(input, {0, true, effort});
    };
    request.mostEvents = mostLarge;
    timeline::Scene line = lineOf(timeline::Effort::Quick);
    while (line.unnamed > 0 && request.mostEvents > 1) {
        --request.mostEvents;
        line = lineOf(timeline::Effort::Quick);
    }
    timeline::Scene thorough = lineOf(timeline::Effort::Full);
    return {{{thorough.unnamed > line.unnamed ? line : thorough, {}}}, look};
}

} // namespace

Sheet timelinePanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form) {
    Sheet sheet = emptySheet(form, form.largestScale);
    if (form.leastTitle > 0 && scene.content == Content::Both) {
        sheet.stripUnit = form.leastTitle / projectedTitle;
        sheet.strip = presentation::timeStrip({scene.dossier, scene.view, scene.veil, QRectF({}, form.size),
                                               sheet.stripUnit, sheet.stripUnit, form.scheme},
                                              wording);
    } else if (form.leastTitle > 0) {
        sheet.timeline = largeLine(scene, wording, form);
    } else if (scene.content == Content::Timeline) {
        const TimelineRoom room{QRectF(QPointF(0, 0), form.size),
                                form.largestScale,
                                form.largestScale,
                                form.smallestScale,
                                0,
                                {},
                                form.hasBlanks};
        sheet.timeline = timelineIn(scene.dossier, requestOf(scene, Content::Timeline, form), wording, room);
    } else {
        const double scale = bestScale(
            [&](double tried) { return lineAt(scene, wording, form, tried, timeline::Effort::Quick).unnamed; }, form);
        sheet.timeline = {{{lineAt(scene, wording, form, scale, timeline::Effort::Full), {}}},
                          Theme(form.scheme, scale)};
    }
    hide(scene, sheet);
    return sheet;
}

Sheet networkPanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form, JobPlaces& places) {
    const Request request = requestOf(scene, Content::Network, form);
    NetworkRoom room{QRectF(QPointF(0.5, 0.5), form.size - QSizeF(1, 1)), form.smallestScale, form.largestScale};
    room.hasBlanks = form.hasBlanks;
    Sheet sheet = emptySheet(form, lookOf(request, room).scale());
    sheet.networks = {networkPart(scene.dossier, request, wording, request.view.moment, room, places)};
    hide(scene, sheet);
    return sheet;
}

Sheet storyNetworkPanel(const SceneView& scene, const wording::Wording& wording, QSizeF size, theme::Scheme scheme,
                        const presentation::StoryPlaces& places, qsizetype number) {
    const presentation::StoryPlaces::Chapter* chapter = places.chapterOf(number);
    const double unit = size.width() / presentation::networkSize.width() * (chapter ? chapter->type : 1);
    const QRectF panel(QPointF(0, 0), size);
    Sheet sheet;
    sheet.size = size;
    sheet.theme = Theme(scheme);
    NetworkPart part{{}, panel, presentation::networkTheme(scheme, unit)};
    part.onGround = true;
    part.scene = presentation::smallNetwork(
        {scene.dossier, scene.view, scene.veil, panel, unit, scheme, &places, number}, wording);
    sheet.networks = {part};
    return sheet;
}

namespace {

/// The ties that are drawn, as the dossier has them.
QList<model::Tie> tiesIn(const SceneView& scene, const relations::Scene& drawn) {
    QList<model::Tie> ties;
    for (const model::Tie& tie : presentation::sceneNetwork(*scene.dossier, scene.view, scene.veil).network.ties)
        if (std::any_of(drawn.lines.begin(), drawn.lines.end(), [&](const relations::Line& line) {
                return line.subject == tie.subject() && line.from == tie.from && line.to == tie.to;
            }))
            ties.append(tie);
    return ties;
}

QString networkWords(const SceneView& scene, const relations::Scene& drawn, const wording::Wording& wording) {
    const QList<model::Tie> ties = tiesIn(scene, drawn);
    if (scene.veil.dates || scene.veil.names)
        return Text::tr("A network of %n tie(s).", nullptr, static_cast<int>(ties.size()));
    const QStringList sentences{Text::tr("%1.").arg(titleOf(*scene.dossier, requestOf(scene, Content::Network, {})))};
    const auto actors = static_cast<int>(drawn.nodes.size());
    return (sentences + tiesInWords(*scene.dossier, {scene.view.moment, actors, ties}, wording)).join(' ');
}

} // namespace

QString panelWords(const SceneView& scene, const Sheet& panel, const wording::Wording& wording) {
    if (!panel.networks.isEmpty())
        return networkWords(scene, panel.networks.first().scene, wording);
    Request request = requestOf(scene, Content::Timeline, {});
    if (auto& span = request.view.span; span && scene.veil.horizon) // drawn with room behind the moment
        span->last = std::max(span->first + 1, std::min(span->last, static_cast<double>(*scene.veil.horizon + 1)));
    if (!scene.veil.dates && !scene.veil.names)
        return altText(scene.dossier, request, wording);
    return Text::tr("A timeline of %n event(s).", nullptr, static_cast<int>(eventsIn(*scene.dossier, request).size()));
}

} // namespace entente::pictures
