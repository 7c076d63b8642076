#pragma once

#include "app/pictures/story_slide.h"

namespace entente::pictures {

/// A story as PDF, one page of 16 by 9 a scene. Same dossier and options, same bytes. Errors: as storySlides. `losses`:
/// given a sentence for each thing that scenes name and that is gone.
model::Result<QByteArray> storyPdf(const model::DossierPointer& dossier, model::StoryId story,
                                   const StoryOptions& options = {},
                                   const wording::Wording& wording = wording::Wording(), const Progress& progress = {},
                                   QStringList* losses = nullptr);

} // namespace entente::pictures
