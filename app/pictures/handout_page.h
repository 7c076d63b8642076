#pragma once

#include "app/pictures/handout_file.h"
#include "app/pictures/network_part.h"

namespace entente::pictures {

/// A4 at 96 pixels an inch.
inline constexpr QSizeF handoutSize(794, 1123);

/// One scene on a handout.
struct HandoutCell {
    SlideText date, headline, points;
    QList<SlidePicture> pictures;
    QStringList losses; ///< as StorySlide has them
};

/// One page of scenes.
struct HandoutPage {
    QList<HandoutCell> cells;
    SlideText bank; ///< empty without blanks
    QList<Answer> answers;
    QStringList losses;
};

/// What pages of handouts are made from.
struct HandoutSource {
    const model::DossierPointer& dossier;
    QList<model::SceneId> scenes;
    const HandoutOptions& options;
    const wording::Wording& wording;
    std::shared_ptr<JobPlaces> places = std::make_shared<JobPlaces>(dossier);
};

/// Where scenes stand on a page, by how many there are, above a bottom.
QList<QRectF> handoutCells(int perPage, double top, double bottom);

/// The page with the scenes from `first` on. `blanks` goes on numbering.
HandoutPage handoutPage(const HandoutSource& source, qsizetype first, Blanks& blanks);

/// Texts in an order that follows from them alone and is not that in which they are given.
QStringList shuffled(QStringList texts);

} // namespace entente::pictures
