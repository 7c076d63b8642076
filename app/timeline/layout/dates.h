#pragma once

#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// The day (with fraction) on which a date's mark stands: the middle of a day, of a month or year only roughly known,
/// the stop of a half-open set; for an interval its start. None if nothing is known.
std::optional<double> markDay(const model::Extent& date);

/// From where to where a date draws anything, in days; infinite where an end is open. What fades by pixels beyond a
/// bound is not in it. None if nothing is known.
std::optional<DaySpan> reachOf(const model::Extent& date);

/// Fills in what an event's date draws: place, bar with its ends, other claims, bridge; hollow, dashed and dot by
/// decisions 2 and 3. `lanes` is the frame to cut to. False if the event is undated.
bool depict(const model::Dossier& dossier, const model::EventView& event, const Scale& scale, const QRectF& lanes,
            const Measures& measures, EventMark& mark);

} // namespace entente::timeline
