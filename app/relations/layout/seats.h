#pragma once

#include "app/relations/layout/scene.h"

namespace entente::relations {

/// How much of an actor is drawn: a small frame has room for less.
enum class Detail : quint8 {
    Full,    ///< names inside and beside forms have their room
    Forms,   ///< names beside forms stand where room is left
    Compact, ///< names of people and bodies too
};

/// What an actor takes, relative to the middle of its form.
struct Extent {
    QRectF form;
    QRectF name;   ///< null: inside the form, or wherever there is room
    QRectF status; ///< room for an agreement's state; null for others
    QRectF box;    ///< of all
};

Extent extentOf(const model::Actor& actor, const Measures& measures, Detail detail);

/// One actor's place in pixels, the same at all moments.
struct Seat {
    model::ActorId actor;
    QRectF form;
    QString text;   ///< inside
    QString name;   ///< beside
    QRectF nameBox; ///< null: no room
    QRectF statusRoom;
    bool pinned = false;
};

/// Seats of all actors with a place on a canvas: detail falls until boxes are apart. Independent of the moment.
QList<Seat> seatsOf(const model::Dossier& dossier, const Places& places, const QRectF& canvas,
                    const Measures& measures);

} // namespace entente::relations
