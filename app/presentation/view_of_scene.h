#pragma once

#include "app/exploration/exploration.h"

namespace entente::presentation {

/// A scene's view, and a sentence for everything that the scene names and the dossier does not have.
struct SceneView {
    exploration::View view;
    QStringList losses;
};

/// The view that a scene holds. What cannot be found or read is left out. The selection comes first, then the moment
/// (decision 7).
SceneView viewOfScene(const model::Scene& scene, const model::Dossier& dossier);

/// The first of "stem-1", "stem-2", … that names nothing in the dossier.
QString freeKey(const model::Dossier& dossier, const QString& stem);

/// A scene of what is looked at, with the title of what is selected as its headline. Its key is free in the dossier; it
/// stands at `position` of the story, from 1. `story` may be none, for one that is still to be made.
model::Scene sceneOfView(const exploration::View& view, const exploration::Span& span, const model::Dossier& dossier,
                         model::StoryId story, int position);

/// The scenes of a story in their order.
QList<model::Scene> scenesOf(const model::Dossier& dossier, model::StoryId story);

/// The name of what is selected; empty for nothing.
QString titleOf(const model::Dossier& dossier, const model::Subject& subject);

} // namespace entente::presentation
