#pragma once

#include "app/timeline/layout/picture_labels.h"
#include "app/timeline/layout/scene.h"

#include <limits>

namespace entente::timeline {

/// How far a band's line and what stands along its axis keep from its ends, pixels at scale one.
inline constexpr double bandLineInset = 6;

/// What the timeline of a picture may take.
struct PictureRoom {
    qsizetype mostKeys = std::numeric_limits<qsizetype>::max(); ///< numbers that there is room to explain
    bool moment = true;                                         ///< whether the moment's line is drawn
    Effort effort = Effort::Full;                               ///< quick: to learn what there is room for
};

/// The scene of a picture, which nobody can zoom: the same dates, bars, lanes and axis as `layOut`, but no pill takes
/// a mark. Every event that is shown and has its mark, or a bar or bridge, in the span has a label at its mark, a label
/// at a leader, or a number in `Scene::keys`. Lanes are as high as their labels need, the lanes together as high as the
/// input's size allows; marks at one place stand above one another. Marks, numbers and labels never lie on one another.
/// What there is no room for, the least important events, is drawn as columns and counted in `Scene::unnamed`: more
/// than 150 events of a lane, more keys than may be explained, more marks at one place than the lane is high.
/// Deterministic; O(n log n) for n events, and some 10^6 steps of annealing a lane.
Scene layOutPicture(const Input& input, const PictureRoom& room = {});

/// One line of all events above its axis, named as in `layOutPicture`, in the input's size; without lanes and eras.
Scene layOutBand(const Input& input, const PictureRoom& room = {});

/// Two linear bands, one below the other, in the input's size: the whole span with the days of `window` left out, and
/// these days enlarged. Each is one line of all events above its axis, named as in `layOutPicture`; the lanes of the
/// input are not used. An event is drawn in the band on whose days its mark stands, and in no other.
struct Bands {
    Scene upper; ///< its frame begins at 0, 0; `window` and `wedge` are set
    Scene lower; ///< its frame begins at 0, 0 too, and is drawn at `origin`
    QPointF origin;
};
/// @param window days, within the input's span and narrower
Bands layOutBands(const Input& input, DaySpan window, const PictureRoom& room = {});

/// The shape that joins a window to a band below it: from the lower corners of the one to the upper corners of the
/// other; four points, clockwise from the window's left.
QList<QPointF> wedgeBetween(const QRectF& window, const QRectF& band);

} // namespace entente::timeline
