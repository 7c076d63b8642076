#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// Of networks on paper, and of what is said around them.
inline constexpr double smallestOnPaper = 0.87;

/// Whether it is too narrow for a panel beside another.
bool isTall(const Request& request);

/// Whether networks stand below the timeline: one has room beside it where the picture is wide, on a poster a few.
bool isStacked(const Request& request);

/// Whether a picture has the least type of paper; scraps have no room for it.
bool isPage(const Request& request);

/// Whether sources in full follow a picture on sheets of its size: where its file has pages, and these have room.
bool hasSourceSheets(const Request& request);

/// Pixels between the edges of a picture and what is in it.
double marginOf(QSizeF size);

/// The scale of the type around the panels.
double scaleOf(const Request& request);

/// A look of a picture in a scale: on paper no type has less than 7.5 pt.
theme::Theme lookIn(const Request& request, double scale);
/// That of what is said below the panels.
theme::Theme captionLook(const Request& request);
/// That of sources in full, and on posters of what stands above them: 9 pt.
theme::Theme sourcesLook(const Request& request);

/// A title in its look, line by line.
struct FittedTitle {
    theme::Theme look;
    QStringList lines;
};
/// On one line if it may be a little smaller, else on two, if `mayBreak`, else smaller still, else elided.
/// @param theme of the type around it
/// @param most times as large as that it may be
FittedTitle fittedTitle(const QString& title, const theme::Theme& theme, double most, bool mayBreak, double width);

/// The least scale of the list of numbered events.
double leastKeyScale(const Request& request);

/// The least scale in which titles of events can be read, on a screen of 1080 lines or on paper.
double readableScale(const Request& request);

} // namespace entente::pictures
