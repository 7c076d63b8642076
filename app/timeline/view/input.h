#pragma once

#include "app/exploration/exploration.h"
#include "app/timeline/layout/scene.h"
#include "app/wording/wording.h"

namespace entente::timeline {

/// The lanes of a view.
std::shared_ptr<const Lanes> lanesOf(const model::Dossier& dossier, const exploration::View& view,
                                     const wording::Wording& wording);

/// What the layout needs to show a view of a dossier at a size: the same for window, pictures and tests. `shown`: the
/// events that pass the view's filter. `lanes`: those of the view where they were made before, else null.
Input inputFor(const model::DossierPointer& dossier, const exploration::View& view, const QList<bool>& shown,
               const Measures& measures, const wording::Wording& wording, QSizeF size,
               const std::shared_ptr<const Lanes>& lanes = {});

/// The actor or tie whose events stand out: the actor in focus, else what is selected. Nothing if none do.
model::Subject focusOf(const model::Dossier& dossier, const exploration::View& view);

/// How many of the events shown belong to an actor or tie, by lane. O(its events).
QList<qsizetype> countsOf(const model::Dossier& dossier, const model::Subject& subject, const QList<bool>& shown,
                          const Lanes& lanes);

/// The whole period without outliers, with its margin: the last label has room to the right.
DaySpan wholePeriod(const model::Dossier& dossier, model::Day today);

} // namespace entente::timeline
