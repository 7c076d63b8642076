#pragma once

#include "app/theme/paint_cache.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// Paints a scene: for the screen, pictures and tests alike. Relies on no clipping; leaves the painter as it was. With
/// `cache`, which only a screen has, the same faster.
void paintTimeline(QPainter& painter, const theme::Theme& theme, const Scene& scene,
                   theme::PaintCache* cache = nullptr);

/// Paints events that the hand points at, here or in another panel, over a painted scene: marks grown, dates
/// underlined. Nothing of those that are not in view, or stand in a pill.
void paintHover(QPainter& painter, const theme::Theme& theme, const Scene& scene,
                const std::function<bool(model::EventId)>& isHovered);

/// Sizes and widths as the theme draws them.
Measures measuresOf(const theme::Theme& theme);

} // namespace entente::timeline
