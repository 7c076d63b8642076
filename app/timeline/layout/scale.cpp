#include "app/timeline/layout/scale.h"

#include <algorithm>

namespace entente::timeline {

Scale Scale::fitting(double first, double last, double left, double width) {
    return Scale(first, width / (last - first), left);
}

Scale Scale::zoomed(double factor, double anchor) const {
    const double pixelsPerDay = m_pixelsPerDay * factor;
    return Scale(day(anchor) - (anchor - m_left) / pixelsPerDay, pixelsPerDay, m_left);
}

Scale Scale::panned(double pixels) const {
    return Scale(m_origin - pixels / m_pixelsPerDay, m_pixelsPerDay, m_left);
}

DaySpan between(DaySpan from, DaySpan to, double share) {
    const double factor = to.width() / from.width();
    const double grown = std::pow(factor, share) - 1;
    const double way = std::abs(factor - 1) < 1e-9 ? share : grown / (factor - 1);
    const double first = from.first + (to.first - from.first) * way;
    return share >= 1 ? to : DaySpan{first, first + from.width() * (1 + grown)};
}

double largestPixelsPerDay(bool hasTimes) {
    constexpr double minutesOfDay = 24 * 60;
    return hasTimes ? 60 * minutesOfDay : 120;
}

DaySpan limited(DaySpan wished, DaySpan whole, double width, bool hasTimes) {
    const double least = std::min(whole.width(), width / largestPixelsPerDay(hasTimes));
    const double length = std::clamp(wished.width(), least, whole.width());
    const double middle = (wished.first + wished.last) / 2;
    const double first = std::clamp(length == wished.width() ? wished.first : middle - length / 2, whole.first,
                                    std::max(whole.first, whole.last - length));
    return {first, first + length};
}

} // namespace entente::timeline
