#pragma once

#include <QList>
#include <utility>

namespace entente::timeline {

/// What a mark takes of its lane: stretches along time, in pixels, and how many levels.
struct Footprint {
    QList<std::pair<double, double>> stretches; ///< from, to
    int levels = 1;
};

/// Puts marks that would lie on one another on levels above the lane's line, each on the lowest on which it touches
/// none of those before it; first come, first served. O(n^2) at worst, n · levels where few meet.
/// @param mostLevels at least 0
/// @return the lowest level of each, from 0; -1: there is none below `mostLevels`
QList<int> stacked(const QList<Footprint>& footprints, int mostLevels);

/// A number of label rows that a lane could have: how high the lane would be, and what its labels would cost.
struct RowChoice {
    double height = 0; ///< pixels
    qint64 cost = 0;   ///< as flags cost
};

/// Rows for each lane so that all lanes fit into a height: every lane begins with what is lowest, then rows go where
/// each pixel of height gains most. O(lanes · gains).
/// @param choices by lane and number of rows; none empty
/// @return a number of rows, the place of the choice, for each lane. If even the lowest do not fit, those.
QList<int> chosenRows(const QList<QList<RowChoice>>& choices, double height);

} // namespace entente::timeline
