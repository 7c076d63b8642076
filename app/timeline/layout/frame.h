#pragma once

#include "app/timeline/layout/scene.h"

namespace entente::timeline {

// Frames that the window's scene and those of pictures share.

/// The scale of any span and width, be they nothing at all: no finer than doubles can tell days apart.
Scale scaleOf(DaySpan span, double left, double width);

/// Puts the lanes of the input below one another into the scene's frame of lanes, instead of those that are there.
/// @param heights pixels, one a lane
void placeLanes(Scene& scene, const Input& input, const QList<double>& heights);

/// Rows of eras that a dossier takes; at most three.
int eraRows(const model::Dossier& dossier);

} // namespace entente::timeline
