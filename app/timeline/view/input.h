#pragma once

#include "app/exploration/exploration.h"
#include "app/theme/theme.h"
#include "app/timeline/layout/scene.h"
#include "app/wording/wording.h"

namespace entente::timeline {

/// What the layout needs to show a view of a dossier at a size: the same for window, pictures and tests.
Input inputFor(const model::DossierPointer& dossier, const exploration::View& view, const theme::Theme& theme,
               const wording::Wording& wording, QSizeF size);

/// The whole period with its margin, for a dossier and the width it is shown in: the last label has room to the right.
DaySpan wholePeriod(const model::Dossier& dossier, model::Day today);

/// Whether any event has a time of day, which lets one zoom further in.
bool hasTimes(const model::Dossier& dossier);

} // namespace entente::timeline
