#pragma once

#include "db/model/dossier.h"

namespace entente::test {

/// Dated events in order of time, two undated ones, four actors in a chain of ties, an era, a source, two stories of
/// three scenes each and one pin.
model::Tables smallTables();

inline model::DossierPointer dossierOf(model::Tables tables) {
    return std::make_shared<const model::Dossier>(std::move(tables));
}

/// The day of a date such as 2025-01-17.
model::Day day(const QString& text);

} // namespace entente::test
