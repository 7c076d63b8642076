#pragma once

#include "app/exploration/exploration.h"
#include "app/presentation/visible.h"
#include "app/wording/wording.h"

namespace entente::presentation {

/// The ties that a large network may show of a view: those that hold, and those that end just now; while two moments
/// are compared, those of either. Nothing that the veil hides, and nobody who has not come in yet.
struct SceneNetwork {
    model::Network network;
    QList<model::TieDifference> differences; ///< one a tie; empty: no two moments are compared

    /// Whether a tie begins or ends at the moment, or differs between the two.
    bool isNew(qsizetype tie) const;
    model::Difference difference(qsizetype tie) const;
    /// Whether it is brought out: it is what is selected, or it is new.
    bool isSelected(qsizetype tie, const model::Subject& selection) const;
    /// The words on its line; empty for that of a party to an agreement's page, which says enough.
    QString words(qsizetype tie, const model::Dossier& dossier, const Veil& veil,
                  const wording::Wording& wording) const;
    /// Only the ties among some actors; of the same two at most two, the most telling first.
    void keepAmong(const QList<model::ActorId>& actors, const model::Subject& selection);
};

SceneNetwork sceneNetwork(const model::Dossier& dossier, const exploration::View& view, const Veil& veil);

/// The actors that a scene speaks of, the most needed first: of its selection and focus, then those tied to them at the
/// moment; at most eight.
QList<model::ActorId> actorsOf(const model::Dossier& dossier, const exploration::View& view,
                               const SceneNetwork& network);

/// The position of the one that is least needed: the last; a pole only where there is nobody else, for the dossier is
/// about these. -1 of none.
qsizetype leastNeeded(const QList<model::ActorId>& actors, const model::Dossier& dossier);

} // namespace entente::presentation
