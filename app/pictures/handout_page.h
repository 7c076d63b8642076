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
    QString title;
    SlideText bank;          ///< below the rules for which there is no room in the pictures; empty without blanks
    QList<AnswerId> answers; ///< in the order in which they are asked for
    QList<AnswerId> written; ///< those that have a rule in a text or a picture
    QStringList losses;
};

/// What pages of handouts are made from.
struct HandoutSource {
    const model::DossierPointer& dossier;
    QList<model::SceneId> scenes;
    const HandoutOptions& options;
    const wording::Wording& wording;
    QString title = {};
    std::shared_ptr<JobPlaces> places = std::make_shared<JobPlaces>(dossier);
};

/// Where scenes stand on a page, by how many there are, above a bottom: few have the room of all.
QList<QRectF> handoutCells(int scenes, double top, double bottom);

/// The page with the scenes from `first` on, with placeholders where it has blanks.
HandoutPage handoutPage(const HandoutSource& source, qsizetype first, Blanks& blanks);

/// The texts of a page that may have placeholders, and whether they are drawn.
void forEachText(HandoutPage& page, const std::function<void(QString& text, bool isDrawn)>& take);

/// The rules for which there is no room elsewhere and the words of the bank of a page, each as one running paragraph.
/// @param numbers of the answers; empty: not known yet, the paragraphs are as wide as they may become
QStringList footOf(const HandoutPage& page, const Blanks& blanks, const QHash<AnswerId, int>& numbers = {});

/// Gives all that pages ask for the numbers 1, 2, … in the order in which they do, and puts these and their rules in
/// place of the placeholders. The answers by number.
QList<Answer> numbered(QList<HandoutPage>& pages, const Blanks& blanks);

/// All pages, and the answers by number.
struct Handout {
    QList<HandoutPage> pages; ///< none: ended
    QList<Answer> answers;
};
/// As they are painted. Numbers have room for two digits, or for more if there are so many.
Handout handoutIn(const HandoutSource& source, const Progress& progress = {});

/// Texts in an order that follows from them alone and is not that in which they are given.
QStringList shuffled(QStringList texts);

} // namespace entente::pictures
