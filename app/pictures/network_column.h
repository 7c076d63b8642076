#pragma once

#include "app/pictures/network_part.h"

namespace entente::pictures {

/// What a column at the left of a network takes, which bears its heading and below that its legend, item by item.
/// @param network of which nothing is laid out yet
QSizeF columnSize(const relations::Input& network);

/// Puts the legend of a network that is laid out into its column.
void addLegendBeside(NetworkPart& part, const relations::Input& network);

} // namespace entente::pictures
