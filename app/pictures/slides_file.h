#pragma once

#include "app/pictures/story_slide.h"
#include "app/pictures/zip_file.h"

namespace entente::pictures {

/// A story as a presentation in Office Open XML (ECMA-376, PresentationML; PPTX), 16 by 9, one slide a scene: headline,
/// points, date and sources as texts in placeholders, timeline and network as PNG at twice their size with alt texts,
/// notes for who presents with question and answer. Same dossier and options, same bytes. Errors: as storySlides, or a
/// picture that cannot be written. `losses`: given a sentence for each thing that scenes name and that is gone.
model::Result<QByteArray> slidesOf(const model::DossierPointer& dossier, model::StoryId story,
                                   const StoryOptions& options = {},
                                   const wording::Wording& wording = wording::Wording(), QStringList* losses = nullptr,
                                   const Progress& progress = {});

/// The parts of that package, in their order.
model::Result<QList<ZipEntry>> slideParts(const model::DossierPointer& dossier, model::StoryId story,
                                          const StoryOptions& options, const wording::Wording& wording,
                                          QStringList* losses = nullptr, const Progress& progress = {});

} // namespace entente::pictures
