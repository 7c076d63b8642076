#pragma once

#include "app/exploration/exploration.h"

#include <QWidget>

namespace entente::shell {

/// Asks between which two actors a path is sought, and whether at the moment or over all time; none: cancelled. What
/// `proposed` has is there at first. Actors are found by typing what they are called.
std::optional<exploration::Route> askForRoute(QWidget* parent, const model::Dossier& dossier,
                                              const exploration::Route& proposed, const QString& moment);

/// The one actor that is meant: by name, else by short name, code or alias, else by a part of the name. Case does not
/// matter. None if it is nobody, or might be several.
model::ActorId actorCalled(const model::Dossier& dossier, const QString& text);

} // namespace entente::shell
