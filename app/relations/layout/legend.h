#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// Gives legend items their places in rows from the room's top left corner.
void placeLegend(QList<LegendItem>& items, const QRectF& room, const Measures& measures);

/// Whether a tie is signed or proposed, not in force: drawn dashed.
bool isPending(const model::Tie& tie);

} // namespace entente::relations
