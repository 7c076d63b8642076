#pragma once

#include "app/pictures/story_slide.h"

#include <functional>

namespace entente::pictures {

/// A PDF file of pages of one size in logical pixels of 1/96 inch: fonts embedded, text as text, title and creator, the
/// time of making that of the dossier. `paint` draws page by page; it begins a further one by calling its second
/// argument, which is false if there can be none. Errors: the file cannot be written.
model::Result<QByteArray>
pagesOf(const QSizeF& page, const Labels& labels,
        const std::function<void(QPainter& painter, const std::function<bool()>& next)>& paint);

/// A story as PDF, one page of 16 by 9 a scene. Same dossier and options, same bytes. Errors: as storySlides. `losses`:
/// given a sentence for each thing that scenes name and that is gone.
model::Result<QByteArray> storyPdf(const model::DossierPointer& dossier, model::StoryId story,
                                   const StoryOptions& options = {},
                                   const wording::Wording& wording = wording::Wording(), const Progress& progress = {},
                                   QStringList* losses = nullptr);

} // namespace entente::pictures
