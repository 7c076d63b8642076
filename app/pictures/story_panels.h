#pragma once

#include "app/pictures/sheet.h"
#include "app/pictures/story_views.h"
#include "app/presentation/story_places.h"

namespace entente::pictures {

/// How a panel of a scene is drawn.
struct PanelForm {
    QSizeF size; ///< logical pixels
    theme::Scheme scheme = theme::Scheme::Light;
    double largestScale = 1; ///< of type and lines
    double smallestScale = 0.5;
    double leastTitle = 0;  ///< of events on a timeline, pixels: the most important ones alone, beside a network as in
                            ///< a presentation; 0: what fits
    bool hasBlanks = false; ///< its texts are escaped and may have placeholders
};

/// The timeline of a scene without words around it: one line of all events, each named if there is room, the most
/// important first. Where the scene shows nothing else, in the lanes of its view, if names need not be large. Nothing
/// that the scene hides is in it, here as below.
Sheet timelinePanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form);

/// The network of a scene without words around it. `places`: of the whole dossier.
Sheet networkPanel(const SceneView& scene, const wording::Wording& wording, const PanelForm& form, JobPlaces& places);

/// The network of a scene as a presentation shows it: large, and everybody where they stand in all scenes of the story.
/// `number`: of the scene in `places`, whose frame has the shape of `size`.
Sheet storyNetworkPanel(const SceneView& scene, const wording::Wording& wording, QSizeF size, theme::Scheme scheme,
                        const presentation::StoryPlaces& places, qsizetype number);

/// What a panel of a scene shows, in words: of a network what is drawn of it.
QString panelWords(const SceneView& scene, const Sheet& panel, const wording::Wording& wording);

} // namespace entente::pictures
