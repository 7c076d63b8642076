#pragma once

#include "app/exploration/exploration.h"
#include "app/relations/layout/scene.h"
#include "app/theme/theme.h"
#include "app/wording/wording.h"

namespace entente::relations {

/// What the layout needs to show a view of a dossier in a frame: the same for window, pictures and tests. `places`
/// comes from placesOf(dossier, measuresOf(theme)) and is worth keeping.
Input inputOf(const model::DossierPointer& dossier, const exploration::View& view, const theme::Theme& theme,
              const wording::Wording& wording, const Places& places, const QRectF& frame);

/// The same of an exploration, with what it knows already.
Input inputOf(const exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              const Places& places, const QRectF& frame);

/// The scene, with the sentence that stands where there is no tie at the moment.
Scene sceneOf(const Input& input, const wording::Wording& wording);

/// Whether any tie holds, certainly or possibly, at the moment when nothing is filtered.
bool anyTieHolds(const model::Dossier& dossier, model::Day moment);

/// The first day on which a relationship may hold, or none: where "Go to the first" goes.
std::optional<model::Day> firstTieDay(const model::Dossier& dossier);

} // namespace entente::relations
