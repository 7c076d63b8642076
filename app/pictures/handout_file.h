#pragma once

#include "app/pictures/story_blanks.h"
#include "app/pictures/story_pdf.h"

namespace entente::pictures {

struct HandoutOptions {
    int perPage = 4; ///< scenes: 2, 3, 4 or 6
    Blank blank = Blank::None;
    QString language; ///< as in StoryOptions
};

/// A story on paper: A4 pages of scenes, each with a picture, its headline and its points. With blanks, numbered rules
/// stand in place of what is taken out, one number for one answer on all pages, a word bank in an order that tells
/// nothing at the foot of each page, and the answers on a page of their own at the end. Before them stands in full what
/// the scenes cite. Text is text, fonts are embedded. Same dossier and
/// options, same bytes. Errors: another number of scenes a page, and as storySlides. `losses`: as storyPdf.
model::Result<QByteArray> handoutOf(const model::DossierPointer& dossier, model::StoryId story,
                                    const HandoutOptions& options = {},
                                    const wording::Wording& wording = wording::Wording(), const Progress& progress = {},
                                    QStringList* losses = nullptr);

} // namespace entente::pictures
