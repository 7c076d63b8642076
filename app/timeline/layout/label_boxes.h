#pragma once

#include "app/timeline/layout/labels.h"

#include <limits>

namespace entente::timeline {

// Geometry that the ways of placing labels share.

inline constexpr double labelGap = 10; ///< pixels between two labels of a row
inline constexpr double labelLead = 5; ///< pixels from the mark's middle to the text
inline constexpr double never = std::numeric_limits<double>::infinity();

/// A label's box along time, in pixels from its mark.
struct LabelBox {
    double from, to;
};

inline LabelBox boxOf(bool left, double width) {
    return left ? LabelBox{-labelLead - width, 2} : LabelBox{-2, labelLead + width};
}

/// Pixels per day from which two boxes do not touch, the first `days` after the other; never if on one day.
inline double apartFrom(const LabelBox& box, const LabelBox& other, double days) {
    if (days > 0)
        return (other.to - box.from + labelGap) / days;
    if (days < 0)
        return (box.to - other.from + labelGap) / -days;
    return never;
}

/// Pixels per day from which a label keeps within two days.
inline double withinFrom(bool left, double width, double day, double first, double last) {
    const double room = left ? day - first : last - day;
    return room > 0 ? (width + labelLead) / room : never;
}

/// For how long, zooming in, the stem of the higher of two labels passes behind the lower one, the first `pixels` right
/// of the other to begin with: in doublings of the zoom. 0 where it never does.
inline double stemBehind(int row, const LabelBox& box, int otherRow, const LabelBox& otherBox, double pixels) {
    const LabelBox& low = row > otherRow ? otherBox : box;
    const double at = row > otherRow ? pixels : -pixels;
    const double nearest = at > 0 ? low.from : -low.to, farthest = at > 0 ? low.to : -low.from;
    return at == 0 || farthest <= std::abs(at) ? 0 : std::log2(farthest / std::max(nearest, std::abs(at)));
}

/// What a place costs: the zoom it needs, times what stems behind labels, the left side and higher rows cost.
double labelPrice(double need, double behind, bool left, int row);

} // namespace entente::timeline
