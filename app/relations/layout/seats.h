#pragma once

#include "app/relations/layout/scene.h"

#include <array>

namespace entente::relations {

/// What an actor takes, relative to the middle of its form.
struct Extent {
    QRectF form;
    QRectF name;   ///< null: inside the form, or wherever there is room
    QRectF status; ///< room for an agreement's state; null for others
    QRectF box;    ///< of all
};

Extent extentOf(const model::Actor& actor, const Measures& measures, Detail detail);

// What belongs to names beside forms, pixels at scale 1.
inline constexpr double seatNameHeight = 16;
inline constexpr double statusHeight = 14;
inline constexpr double statusWidth = 112; ///< "signed, not in force"
inline constexpr double seatNameGap = 2;
inline constexpr double pageGap = 8; ///< room for the ring around a selected agreement

/// Where a name stands while no state is said, pixels: an agreement's comes down to its page. Null if it has no room.
QRectF quietName(const Seat& seat);

/// Where a box of some size may stand beside a form, `gap` off it, as its upper left corners; all in pixels. Whether
/// there is room is not looked at.
struct NameCorners {
    std::array<QPointF, 4> middle;   ///< the middles of the sides, the preferred one first
    std::array<QPointF, 8> flush;    ///< flush with a side of the form
    std::array<QPointF, 132> slides; ///< anywhere along the form where the two still touch in one direction
};
/// @param isPage whose name stands above rather than below
NameCorners nameCorners(const QRectF& form, QSizeF size, double gap, bool isPage);

/// Gives names that have no place yet one beside their forms, inside the canvas, where nothing is and no tie would be
/// hidden: agreements first, then in the order of rows. A state whose name has no room gets a shorter one if it has
/// any; for others it stays without. O(n² · ties).
void nameSeats(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures);

/// Moves names behind which ties of others run, as they are drawn at all moments, to where fewer do, beside their
/// forms, inside the canvas, apart from what stands there; a state may get a shorter name. Forms stay where they are,
/// and names that have no place without one. Same input, same names. Routes all ties on up to 64 days, at most five
/// times: for up to `largestSearched` seats.
void freeNames(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures);

} // namespace entente::relations
