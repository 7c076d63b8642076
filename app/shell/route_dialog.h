#pragma once

#include "app/exploration/exploration.h"

#include <QWidget>

namespace entente::shell {

/// Asks between which two actors a path is sought, and whether at the moment or over all time; none: cancelled. `from`
/// is proposed, if it is valid. Actors are found by typing a part of their name.
std::optional<exploration::Route> askForRoute(QWidget* parent, const model::Dossier& dossier, model::ActorId from,
                                              const QString& moment);

} // namespace entente::shell
