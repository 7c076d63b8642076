#pragma once

#include "app/relations/layout/scene.h"
#include "app/theme/theme.h"

#include <QPainter>

namespace entente::relations {

/// Paints hulls, ties, nodes and labels of a scene (not its legend). Relies on no clipping; leaves the painter as it
/// was. `presence` is the opacity of lines by position, for fading; empty: all are fully there.
void paintNetwork(QPainter& painter, const theme::Theme& theme, const Scene& scene, const QList<double>& presence = {});

/// Paints the legend, or what stands there if there is no tie.
void paintLegend(QPainter& painter, const theme::Theme& theme, const Scene& scene);

/// Sizes and widths as the theme draws them. They remember each text: not for two threads at once.
Measures measuresOf(const theme::Theme& theme);

} // namespace entente::relations
