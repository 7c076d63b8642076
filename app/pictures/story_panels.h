#pragma once

#include "app/pictures/sheet.h"
#include "app/pictures/story_views.h"

namespace entente::pictures {

/// How a panel of a scene is drawn.
struct PanelForm {
    QSizeF size; ///< logical pixels
    theme::Scheme scheme = theme::Scheme::Light;
    double largestScale = 1; ///< of type and lines
    double smallestScale = 0.5;
    double leastTitle = 0; ///< of events on a timeline, pixels: the most important ones alone, beside a network as in
                           ///< a presentation; 0: what fits
};

/// The timeline of a scene without words around it: one line of all events, each named if there is room, the most
/// important first. Where the scene shows nothing else, in the lanes of its view, if names need not be large. Nothing
/// that the scene hides is in it, here as below.
Sheet timelinePanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form);

/// The network of a scene without words around it. `places`: of the whole dossier.
Sheet networkPanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form, JobPlaces& places);

/// What a panel shows, in words.
QString panelWords(const SceneView& scene, Content content, const wording::Wording& wording);

} // namespace entente::pictures
