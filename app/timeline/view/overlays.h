#pragma once

#include "app/theme/theme.h"
#include "app/timeline/layout/scene.h"
#include "app/wording/wording.h"

#include <QPainter>

namespace entente::timeline {

/// A stretch that is being measured.
struct Measure {
    wording::MeasureEnd from, to;
    double y = 0; ///< pixels

    bool operator==(const Measure&) const = default;
};

/// The stretch of the axis that a hand marks, from one x to the other.
void paintBand(QPainter& painter, const theme::Theme& theme, const Scene& scene, double from, double to);

/// A line between the two ends, as far as they are in view, and what it measures.
void paintMeasure(QPainter& painter, const theme::Theme& theme, const Scene& scene, const Measure& measure,
                  const QString& words);

/// The other of two moments that are compared: a dashed line where it is in view, with its day on the axis.
void paintCompared(QPainter& painter, const theme::Theme& theme, const Scene& scene, model::Day day,
                   const QString& words);

/// A ring around each of some events that is in view: around its mark, or around what it stands in; in strips around
/// the columns that the scene knows to be sought.
void paintRings(QPainter& painter, const theme::Theme& theme, const Scene& scene,
                const std::function<bool(model::EventId)>& isRung);

/// Where paintHover paints; none if it paints nothing.
std::optional<QRectF> hoverBox(const Scene& scene, const theme::Theme& theme, const model::Subject& hovered);

} // namespace entente::timeline
