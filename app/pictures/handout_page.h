#pragma once

#include "app/pictures/handout_file.h"
#include "app/pictures/network_part.h"

namespace entente::pictures {

/// A4 at 96 pixels an inch.
inline constexpr QSizeF handoutSize(794, 1123);

/// For the title of a page of scenes, beside room for a name.
inline constexpr QSizeF titleRoom(428, 46);
inline constexpr int smallestTitle = 10;

/// One scene on a handout.
struct HandoutCell {
    SlideText date, headline, points;
    QList<SlidePicture> pictures;
    QStringList losses; ///< as StorySlide has them
};

/// A number and room to write its answer on a rule.
struct AnswerLine {
    QRectF frame;
    int number = 0;
};

/// One page of scenes.
struct HandoutPage {
    QList<HandoutCell> cells;
    QString title;
    QList<AnswerLine> lines; ///< by number; for those that no rule has room for
    SlideText bank;          ///< of words, below; empty without blanks
    QList<AnswerId> answers; ///< in the order in which they are asked for
    QList<AnswerId> written; ///< those for which a rule has room
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

/// The texts of a page that may have placeholders.
void forEachText(HandoutPage& page, const TakeText& take);

/// How high the foot of a page is to be, which has lines for answers and the bank; 0 without blanks.
double footHeight(const HandoutPage& page, const Blanks& blanks, double width);
/// Sets the foot into a frame, smaller if need be.
void setFoot(HandoutPage& page, const Blanks& blanks, const QRectF& frame);

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
