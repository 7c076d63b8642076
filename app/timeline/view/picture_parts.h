#pragma once

#include "app/theme/painters.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

// What only pictures have: bands, leaders, numbers. Painted into the painter's state; relies on no clipping.

/// What lies behind a lane.
theme::Role laneGround(const Scene& scene, qsizetype lane);

/// The ground of a band: of the upper one the wedge, of the lower one the panel that it leads to.
void paintBandGround(QPainter& painter, const theme::Theme& theme, const Scene& scene);
/// A band's line, and of an upper one the window on it; nothing of what is no band.
void paintBandLine(QPainter& painter, const theme::Theme& theme, const Scene& scene);
/// The marks that the filter shows, in the order in which their bars are painted: on the one line of all events the
/// shortest last, so that it lies on the longer ones and their colours do not mix.
QList<const EventMark*> inOrderOfBars(const Scene& scene);
/// Whether all events stand on one line, which has no head.
bool isOneLine(const Scene& scene);

/// A band's axis: ticks from its upper edge, words below them.
void paintBandAxis(QPainter& painter, const theme::Theme& theme, const Scene& scene);

void paintLeaders(QPainter& painter, const theme::Theme& theme, const Scene& scene);
void paintKeyNumbers(QPainter& painter, const theme::Theme& theme, const Scene& scene);

} // namespace entente::timeline
