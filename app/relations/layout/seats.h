#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// What an actor takes, relative to the middle of its form.
struct Extent {
    QRectF form;
    QRectF name;   ///< null: inside the form, or wherever there is room
    QRectF status; ///< room for an agreement's state; null for others
    QRectF box;    ///< of all
};

Extent extentOf(const model::Actor& actor, const Measures& measures, Detail detail);

} // namespace entente::relations
