#include "app/pictures/story_panels.h"

#include "app/pictures/story_blanks.h"
#include "app/timeline/layout/picture_scene.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/painter.h"

namespace entente::pictures {

using theme::Theme;

namespace {

constexpr int mostTries = 5;

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

void hide(const SceneView& scene, Sheet& sheet) {
    if (scene.hideDates)
        hideDates(sheet);
    if (scene.hideNames)
        hideNames(sheet);
}

/// One line of all events at a scale.
timeline::Scene lineAt(const model::DossierPointer& dossier, const SceneView& scene, const wording::Wording& wording,
                       const PanelForm& form, double scale, timeline::Effort effort) {
    const QList<bool> shown = model::shownEvents(scene.view.filter, *dossier);
    timeline::Input input =
        timeline::inputFor(dossier, scene.view, shown, timeline::measuresOf(Theme(form.scheme, scale)), wording,
                           form.size, std::make_shared<const timeline::Lanes>(timeline::Lanes::joined()));
    input.chrome = false;
    input.undated = false;
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

} // namespace

Sheet timelinePanel(const model::DossierPointer& dossier, const SceneView& scene, const wording::Wording& wording,
                    const PanelForm& form) {
    Sheet sheet = emptySheet(form, form.largestScale);
    if (scene.content == Content::Timeline) {
        const TimelineRoom room{QRectF(QPointF(0, 0), form.size), form.largestScale, form.largestScale, 0, {}};
        sheet.timeline = timelineIn(dossier, requestOf(scene, Content::Timeline, form), wording, room);
    } else {
        const double scale = bestScale(
            [&](double tried) { return lineAt(dossier, scene, wording, form, tried, timeline::Effort::Quick).unnamed; },
            form);
        sheet.timeline = {{{lineAt(dossier, scene, wording, form, scale, timeline::Effort::Full), {}}},
                          Theme(form.scheme, scale)};
    }
    hide(scene, sheet);
    return sheet;
}

Sheet networkPanel(const model::DossierPointer& dossier, const SceneView& scene, const wording::Wording& wording,
                   const PanelForm& form, JobPlaces& places) {
    const Request request = requestOf(scene, Content::Network, form);
    const NetworkRoom room{QRectF(QPointF(0.5, 0.5), form.size - QSizeF(1, 1)), form.smallestScale, form.largestScale};
    Sheet sheet = emptySheet(form, lookOf(request, room).scale());
    sheet.networks = {networkPart(dossier, request, wording, request.view.moment, room, places)};
    hide(scene, sheet);
    return sheet;
}

QString panelWords(const model::DossierPointer& dossier, const SceneView& scene, Content content,
                   const wording::Wording& wording) {
    const Request request = requestOf(scene, content, {});
    if (!scene.hideDates && !scene.hideNames)
        return altText(dossier, request, wording);
    if (content == Content::Timeline)
        return Text::tr("A timeline of %n event(s).", nullptr, static_cast<int>(eventsIn(*dossier, request).size()));
    return Text::tr("A network of %n tie(s).", nullptr,
                    static_cast<int>(networkIn(*dossier, request, request.view.moment).ties.size()));
}

} // namespace entente::pictures
