#pragma once

#include "app/timeline/layout/scale.h"

#include <QList>
#include <optional>

namespace entente::timeline {

/// What makes a stretch of time dense.
struct Density {
    double eventsOver = 0.35; ///< share of all events
    double timeUnder = 0.12;  ///< share of all time
};

/// The stretch of time that a picture should enlarge: where more than 35 % of the events lie in under 12 % of the time.
/// Of all such stretches it is the one whose share of the events exceeds its share of the time by most (the discrepancy
/// of Kuiper, "Tests concerning random points on a circle", 1960, of an interval); of equals the earliest.
/// O(n): a queue of the least values in a sliding window.
/// @param days on which marks stand, ascending, finite
/// @param whole the time that all of the picture shows; wider than nothing, else there is no such stretch
/// @return from the first to the last of its events; fewer than 4 events have none
std::optional<DaySpan> denseDays(const QList<double>& days, DaySpan whole, Density density = {});

/// A window on dense days with a margin of 4 % of its width, at least a day, on either side, within the whole.
DaySpan windowAround(DaySpan dense, DaySpan whole);

} // namespace entente::timeline
