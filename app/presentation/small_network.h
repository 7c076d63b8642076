#pragma once

#include "app/presentation/figures.h"
#include "app/presentation/story_places.h"
#include "app/relations/layout/scene.h"

namespace entente::presentation {

/// What a small network is made of.
struct SmallNetworkInput {
    model::DossierPointer dossier;
    exploration::View view;
    Veil veil;
    QRectF frame;
    double unit = 1; ///< pixels to one of 1080 lines, the type's size included
    theme::Scheme scheme = theme::Scheme::Light;
    const StoryPlaces* places = nullptr; ///< null: the network is laid out by itself
    qsizetype scene = 0;                 ///< of that story, whose chapter's type the unit includes
};

/// The network of those whom a view speaks of, large. Who has no room is left out; nothing overlaps, nothing leaves the
/// frame. Without nodes if there is nobody to show.
relations::Scene smallNetwork(const SmallNetworkInput& input, const wording::Wording& wording);

} // namespace entente::presentation
