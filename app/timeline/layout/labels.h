#pragma once

#include <QList>
#include <array>

namespace entente::timeline {

/// Forms of a label, each longer than the one before: the short title, the full one, the full one with a line of who
/// and where.
inline constexpr qsizetype labelForms = 3;
using FormWidths = std::array<double, labelForms>;

/// One label to be placed: where its mark is and how wide it is.
struct LabelRequest {
    double day = 0;      ///< of the mark
    FormWidths widths{}; ///< pixels, of each form; ascending
    int importance = 1;  ///< 1 to 5
};

/// Where a label stands at every zoom, decided once: its row, its side, and the zooms from which it is shown.
struct LabelRange {
    int row = 0;                           ///< 0 is lowest
    bool left = false;                     ///< its text ends at the mark
    std::array<double, labelForms> from{}; ///< pixels per day from which each form is shown; ascending; infinite: never

    bool isShown(double pixelsPerDay) const { return pixelsPerDay >= from[0]; }
    /// The longest form at a zoom at which the label is shown.
    qsizetype formAt(double pixelsPerDay) const;
    bool operator==(const LabelRange&) const = default;
};

/// What labels of a lane have to fit into.
struct LabelRoom {
    int rows = 1;        ///< 0 to 3
    double firstDay = 0; ///< the whole period: a label must fit into it when all of it is shown
    double lastDay = 1;
    double least = 1;        ///< pixels per day when the whole period is shown
    double lineFrom = 2.464; ///< pixels per day from which the longest form may be shown: 900 pixels a year
};

/// Active ranges (Been, Daiches and Yap, "Dynamic map labeling", TVCG 2006; the 1-D case) for the labels of one lane:
/// no two shown labels of a row overlap at any zoom, zooming in never hides one, panning changes nothing. Greedy by
/// importance, then rounds of re-placing; stems may pass behind labels at a price. Only neighbours that can conflict
/// are compared: O(n · k) for k labels within a label's width at the zoom it needs.
/// @param requests in order of time
/// @return one range a request, in the same order; `from` is infinite where no row has room (two on one day).
QList<LabelRange> activeRanges(const QList<LabelRequest>& requests, const LabelRoom& room);

} // namespace entente::timeline
