#pragma once

#include "app/exploration/exploration.h"
#include "app/wording/wording.h"

#include <QWidget>

namespace entente::relations {

/// Opens a menu of ties at a place of the screen, from which one is selected. The first hundred are listed.
void listTies(QWidget* owner, exploration::Exploration& exploration, const wording::Wording& wording,
              const QList<model::Tie>& ties, QPoint at);

} // namespace entente::relations
