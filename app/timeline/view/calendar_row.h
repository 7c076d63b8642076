#pragma once

#include "app/theme/paint_cache.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// Paints the axis's row of the second calendar, if there is one.
void paintCalendarRow(QPainter& painter, const theme::Theme& theme, const Scene& scene, theme::PaintCache* cache);

} // namespace entente::timeline
