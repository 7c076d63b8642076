#pragma once

#include "app/presentation/scene_network.h"
#include "app/wording/wording.h"

#include <QHash>
#include <QPointF>
#include <QSizeF>

namespace entente::presentation {

/// Where the actors of a story stand in the large networks of its scenes.
struct StoryPlaces {
    struct Stand {
        QPointF at;    ///< the middle of its form, as a share of the frame
        int name = -1; ///< which of its places its name has, see Figure::names

        bool operator==(const Stand&) const = default;
    };
    /// Scenes in a row in which nobody moves.
    struct Chapter {
        double type = 1; ///< what the type is, of that of 36 pixels on 1080 lines
        QHash<model::ActorId, Stand> stands;

        bool operator==(const Chapter&) const = default;
    };
    struct Scene {
        int chapter = 0;
        QList<model::ActorId> leftOut; ///< for whom there is no room in this scene

        bool operator==(const Scene&) const = default;
    };
    QList<Chapter> chapters; ///< one, if all scenes have room for all
    QList<Scene> scenes;     ///< of the story

    bool operator==(const StoryPlaces&) const = default;
    /// Null for a scene that is not of the story.
    const Chapter* chapterOf(qsizetype scene) const;
};

struct StoryPlacesInput {
    model::DossierPointer dossier;
    QList<model::Scene> scenes; ///< of the story, in their order
    QSizeF frame;               ///< of the network, pixels of 1080 lines
    double type = 1;            ///< the type that is wanted, of that of 36 pixels
};

/// Places everybody who is in some scene's network once, so that they stand still from scene to scene and boxes of
/// two who are on stage together never overlap. Where there is no room the type becomes smaller, down to 28 pixels;
/// then those are left out whom the scene concerned needs least; then the story has chapters, between which actors
/// move. What a scene hides, by its own marks, does not count for it. Empty for a story without scenes. The same for
/// the same input.
StoryPlaces storyPlaces(const StoryPlacesInput& input, const wording::Wording& wording);

} // namespace entente::presentation
