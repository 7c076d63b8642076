#pragma once

#include "app/theme/painters.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// Paints the columns of marks that cannot be told apart; for a screen on whole pixels, each lane's at once.
void paintStrips(QPainter& painter, const theme::Theme& theme, const Scene& scene, bool onScreen);

} // namespace entente::timeline
