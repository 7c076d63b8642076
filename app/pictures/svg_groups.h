#pragma once

#include "db/model/dossier.h"

namespace entente::pictures {

/// A drawing whose generator was told of parts, with a group for each: its id is the kind and the key of the thing
/// ("event-s2025", "actor-iran", "tie-ru-ir"), for further parts with what they are ("event-s2025-label") or with a
/// number ("actor-iran-2"), its title the name of the thing. No two groups have the same id.
QByteArray withGroups(const QByteArray& svg, const model::Dossier& dossier);

/// The same drawing, whose texts name fonts that most machines have, behind the program's own.
QByteArray withFontList(const QByteArray& svg);

} // namespace entente::pictures
