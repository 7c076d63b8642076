#pragma once

#include "app/theme/painters.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// Paints a scene: for the screen, pictures and tests alike. Relies on no clipping; leaves the painter as it was.
void paintTimeline(QPainter& painter, const theme::Theme& theme, const Scene& scene);

/// Sizes and widths as the theme draws them.
Measures measuresOf(const theme::Theme& theme);

} // namespace entente::timeline
