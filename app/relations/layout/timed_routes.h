#pragma once

#include "app/relations/layout/scene.h"

#include <array>
#include <vector>

namespace entente::relations {

/// Days on which the network changes, at most 64, spread evenly over all, as bits: at rest, then with pages expanded,
/// one after another if they are few, else all at once.
using TimedDays = std::array<quint64, 5>;

/// A way that a tie takes on some days.
struct TimedRoute {
    model::ActorId from, to;
    Path path;
    QRectF bounds;
    TimedDays days{};
};

/// How the network is drawn on these days.
struct TimedRoutes {
    std::vector<TimedRoute> routes;
    std::vector<TimedDays> named;   ///< by actor: on which a page is drawn with its name; all for others
    std::vector<TimedDays> pending; ///< by actor: on which a page says its state beneath its name
};

/// The ways that ties take between seats, pixels, as scenes of these days draw them: each way once, however many days
/// it is taken on. Ties to actors without a seat have none.
TimedRoutes timedRoutes(const QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas,
                        const Measures& measures);

} // namespace entente::relations
