#pragma once

#include <QList>

namespace entente::timeline {

/// One label to be placed: where its mark is and how wide it is.
struct LabelRequest {
    double day = 0;       ///< of the mark
    double width = 0;     ///< pixels, of the short form
    double longWidth = 0; ///< pixels, of the full form; at least width
    int importance = 1;   ///< 1 to 5
};

/// Where a label stands at every zoom, decided once: its row, its side, and the zooms from which it is shown.
struct LabelRange {
    int row = 0;       ///< 0 is lowest
    bool left = false; ///< its text ends at the mark
    double from = 0;   ///< pixels per day from which the short form is shown; infinite: never
    double longFrom = 0;

    bool isShown(double pixelsPerDay) const { return pixelsPerDay >= from; }
    bool isLong(double pixelsPerDay) const { return pixelsPerDay >= longFrom; }
    bool operator==(const LabelRange&) const = default;
};

/// Active ranges (Been, Daiches and Yap, "Dynamic map labeling", TVCG 2006; the 1-D case) for the labels of one lane:
/// no two shown labels of a row overlap at any zoom, zooming in never hides one, panning changes nothing. Greedy by
/// importance, then rounds of re-placing; stems may pass behind labels at a price.
/// @param requests in order of time
/// @param rows 1 to 3
/// @param firstDay, lastDay the whole period: a label must fit into it when all of it is shown
/// @param least pixels per day when the whole period is shown
/// @return one range a request, in the same order; `from` is infinite where no row has room (two on one day).
QList<LabelRange> activeRanges(const QList<LabelRequest>& requests, int rows, double firstDay, double lastDay,
                               double least);

} // namespace entente::timeline
