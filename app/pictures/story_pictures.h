#pragma once

#include "app/pictures/story_slide.h"

namespace entente::pictures {

/// Takes a file when it is made; an error ends the work.
using TakeFile = std::function<model::Result<void>(const QString& name, const QByteArray& bytes)>;

/// The names of a story's pictures, one a scene in their order: "scene-01.png". Errors: as scenesOf.
model::Result<QStringList> storyPictureNames(const model::Dossier& dossier, model::StoryId story);

/// A story as PNG pictures of 16 by 9, one a scene, with headline, points and sources in the picture and all of it as
/// its description. Same dossier and options, same bytes. `scale`: pixels for a logical one, 1 to 4. Errors: as
/// storySlides, of a picture that cannot be made, and of `take`. `losses`: as slidesOf.
model::Result<void> storyPictures(const model::DossierPointer& dossier, model::StoryId story,
                                  const StoryOptions& options, int scale, const wording::Wording& wording,
                                  const TakeFile& take, QStringList* losses = nullptr, const Progress& progress = {});

} // namespace entente::pictures
