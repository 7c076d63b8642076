#pragma once

#include "app/presentation/visible.h"
#include "app/theme/theme.h"

#include <QRectF>

namespace entente::presentation {

/// The theme in which a large network is painted: its labels are 36 pixels high on 1080 lines.
theme::Theme networkTheme(theme::Scheme scheme, double unit);

/// How an actor is drawn in a large network, about the middle of its form; pixels.
struct Figure {
    QRectF form;
    QString inner, outer; ///< its name, or its letters, inside the form, and its name beside it
    QList<QRectF> names;  ///< where the latter may stand, the best first; none: there is none
};

/// What figures are drawn from. `unit`: pixels to one of 1080 lines, the type's size included.
struct FigureLook {
    const model::Dossier& dossier;
    const Veil& veil;
    const theme::Theme& look; ///< of networkTheme() at the unit
    double unit = 1;
};

/// The same room for a name whether its years are hidden or not.
Figure figureOf(model::ActorId actor, const FigureLook& with);

} // namespace entente::presentation
