#pragma once

#include "app/exploration/exploration.h"
#include "app/presentation/visible.h"
#include "app/relations/layout/scene.h"
#include "app/theme/theme.h"

namespace entente::presentation {

/// What a small network is made of.
struct SmallNetworkInput {
    model::DossierPointer dossier;
    exploration::View view;
    Veil veil;
    QRectF frame;
    double unit = 1; ///< pixels to one of 1080 lines, the type's size included
    theme::Scheme scheme = theme::Scheme::Light;
};

/// The theme in which a small network is painted: its labels are 36 pixels high on 1080 lines.
theme::Theme networkTheme(theme::Scheme scheme, double unit);

/// The actors that a scene speaks of, the most needed first: of its selection and focus, then those tied to them at the
/// moment; at most eight.
QList<model::ActorId> actorsOf(const model::Dossier& dossier, const exploration::View& view,
                               const model::Network& network);

/// The network of these actors, large. Who has no room is left out; nothing overlaps, nothing leaves the frame.
/// Without nodes if there is nobody to show.
relations::Scene smallNetwork(const SmallNetworkInput& input, const wording::Wording& wording);

} // namespace entente::presentation
