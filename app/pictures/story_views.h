#pragma once

#include "app/pictures/picture.h"
#include "app/presentation/visible.h"

#include <QSet>

namespace entente::pictures {

/// What a stored scene lets one see.
struct SceneView {
    model::DossierPointer dossier; ///< without what is later, while that is hidden; rows of the view are those of it
    QSet<model::ActorId> later;    ///< actors who are not to be seen yet
    presentation::Veil veil;
    exploration::View view;
    Content content = Content::Both;
    QStringList losses; ///< a sentence for each thing that the scene names and that is not there
};

/// The view of a scene: selection first, then its moment, so that a scene without a moment has that of the event that
/// it selects, and one without either that of the dossier's opening view. While later events are hidden, nothing that
/// begins after the moment is in its dossier, and the span ends a little behind it. What cannot be read or is gone is
/// left out and told in `losses`.
SceneView sceneViewOf(const model::DossierPointer& dossier, const model::Scene& scene);

/// The scenes of a story in their order. Errors: no such story, or it has no scenes.
model::Result<QList<model::SceneId>> scenesOf(const model::Dossier& dossier, model::StoryId story);

/// The story of this key. Errors: there is none; the sentence names those that are there.
model::Result<model::StoryId> findStory(const model::Dossier& dossier, const QString& key);

/// A text in a language if the dossier has it so, else as it is. `language`: as in model::Translation; empty: as it is.
QString translated(const model::Dossier& dossier, const QString& language, const QString& key, const QString& field,
                   const QString& text);

} // namespace entente::pictures
