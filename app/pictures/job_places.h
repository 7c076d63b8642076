#pragma once

#include "app/relations/layout/scene.h"

#include <functional>
#include <memory>

namespace entente::pictures {

struct FoundPlaces;

/// Where the actors of a dossier stand, in all pictures of a job: found out when it is first asked for, at the scale of
/// the window, so that pictures of every size have the same places. For one thread; what is found is kept as long as
/// the dossier is, for all jobs that draw it.
class JobPlaces {
public:
    /// @param goesOn asked now and then while places are found
    /// @param held pins around which all others are placed
    explicit JobPlaces(model::DossierPointer dossier, std::function<bool(double share)> goesOn = {},
                       const QList<model::Placement>& held = {});

    /// Null if that was ended.
    const relations::Places* find();
    /// Where the actors sit in a part of a canvas of the window's scale; nobody does if that was ended. Kept, since the
    /// panels of a job have few sizes.
    /// @param named the same actors, who may have other names
    /// @param hasBlanks these are escaped and may have placeholders
    QList<relations::Seat> seatsIn(const QRectF& home, const model::Dossier& named, bool hasBlanks = false);
    /// Whose actors they are, at all times.
    const model::DossierPointer& dossier() const { return m_dossier; }

private:
    model::DossierPointer m_dossier;
    std::function<bool(double share)> m_goesOn;
    QList<model::Placement> m_held;
    std::shared_ptr<FoundPlaces> m_found;
};

} // namespace entente::pictures
