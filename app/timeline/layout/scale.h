#pragma once

#include <QtGlobal>

namespace entente::timeline {

/// Maps time to pixels: linear, immutable. Days count from 1970-01-01 and may have fractions. Pixels come from the
/// difference to the view's origin, so that they stay exact 10^10 years from day 0.
class Scale {
public:
    Scale() = default;
    /// `origin` (day) stands at `left` (pixels); pixelsPerDay > 0.
    Scale(double origin, double pixelsPerDay, double left)
        : m_origin(origin), m_pixelsPerDay(pixelsPerDay), m_left(left) {}
    /// The span [first, last] in days fills [left, left + width] in pixels; first < last, width > 0.
    static Scale fitting(double first, double last, double left, double width);

    double x(double day) const { return m_left + (day - m_origin) * m_pixelsPerDay; }
    double day(double x) const { return m_origin + (x - m_left) / m_pixelsPerDay; }
    double pixelsPerDay() const { return m_pixelsPerDay; }
    double origin() const { return m_origin; }

    /// Zoomed by a factor (> 1: closer) about a point that keeps its day.
    Scale zoomed(double factor, double anchor) const;
    /// Moved so that what was at x is at x + pixels.
    Scale panned(double pixels) const;

private:
    double m_origin = 0;
    double m_pixelsPerDay = 1;
    double m_left = 0;
};

/// A stretch of days.
struct DaySpan {
    double first = 0;
    double last = 1;

    double width() const { return last - first; }
};

/// The span on the way from one to another, share 0 to 1. Its width changes by equal factors in equal times, and the
/// day that both show at the same place stays there.
DaySpan between(DaySpan from, DaySpan to, double share);

/// Widest zoom (decision 4): one day is 120 pixels; with times of day one minute is 60.
double largestPixelsPerDay(bool hasTimes);

/// A wished span kept within what may be shown: not finer than the zoom limit at this width, not beyond the whole
/// period.
DaySpan limited(DaySpan wished, DaySpan whole, double width, bool hasTimes);

} // namespace entente::timeline
