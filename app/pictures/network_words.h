#pragma once

#include "app/pictures/sheet.h"

namespace entente::pictures {

/// Of a network as of a moment: the date alone where there is no room for more; in a column beside the network in as
/// many lines as it takes.
QList<Sheet::Line> headingOf(const NetworkPart& part, model::Day moment, const wording::Wording& wording);

/// Below a network of few actors: how many it leaves out.
/// @param moment said first, where there is no room for a heading
QList<Sheet::Line> footOf(const NetworkPart& part, const theme::Theme& look, std::optional<model::Day> moment,
                          const wording::Wording& wording);

} // namespace entente::pictures
