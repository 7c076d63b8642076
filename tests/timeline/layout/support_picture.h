#pragma once

#include "app/timeline/layout/scene.h"

namespace entente::test {

/// What is wrong with the scene of a picture, one line each: a mark without a name or with two, marks, numbers and
/// labels on one another, anything outside its frame, numbers that skip. The scenes of one picture are checked
/// together, the numbers of all of them run from 1.
/// @param events that the scenes must name between them
QStringList pictureFaults(const QList<timeline::Scene>& scenes, const QList<model::EventId>& events);

} // namespace entente::test
