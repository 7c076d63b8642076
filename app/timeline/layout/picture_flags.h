#pragma once

#include "app/timeline/layout/picture_labels.h"

#include <optional>
#include <vector>

namespace entente::timeline {

/// A flag that a mark could have: its text reaches from `from` to `to`.
struct Flag {
    double x = 0;
    double from = 0, to = 0;
    int row = 0;
    bool left = false;
    bool full = false;
    int price = 0; ///< of itself, beside what it crosses
};

/// Least distance of a text to the stem of another flag of its row; pixels.
inline double clearance(const PictureLane& lane) {
    return lane.gap / 2;
}

/// Whether a mark may have a label; the others are off the picture.
inline bool isInside(const PictureLane& lane, const PictureMark& mark) {
    return mark.x >= lane.left && mark.x <= lane.right;
}

struct ChosenFlags {
    std::vector<std::optional<Flag>> flags; ///< by mark
    qint64 cost = 0; ///< in hundredths: of a short form 20, of a mark without a flag 400 and more
};

/// Flags by simulated annealing, as `pictureLabels` describes: one a mark, or none where that costs less.
/// Deterministic.
ChosenFlags chooseFlags(const PictureLane& lane, Effort effort);

} // namespace entente::timeline
