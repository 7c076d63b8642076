#pragma once

#include "app/presentation/audience_scene.h"

#include <QPainter>

namespace entente::presentation {

/// What is laid over a picture by hand; fractions of the picture.
struct Overlay {
    bool spotlight = false;
    bool pointer = false;
    QPointF at;
    double spotlightSize = 1;
    QList<QPointF> trail; ///< oldest first, where the pointer was in the last moments
};

/// Paints the audience's picture into its size from the painter's origin. Relies on no clipping.
void paintAudience(QPainter& painter, const AudienceScene& scene, const Overlay& overlay = {});

/// Paints the strip of time alone, with its texts. `unit`: pixels to one of 1080 lines.
void paintTimeStrip(QPainter& painter, const TimeStrip& strip, theme::Scheme scheme, double unit);

/// Paints a large network alone: its words stand on the ground, not on a panel. `look`: of networkTheme().
void paintLargeNetwork(QPainter& painter, const theme::Theme& look, const relations::Scene& network);

/// The overlay of a slide without a trail.
Overlay overlayOf(const Slide& slide);

} // namespace entente::presentation
