#include "app/relations/layout/seats.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace entente::relations {

namespace {

constexpr double mostStretched = 1.25; ///< beyond that there may be room for more names, or too little

bool isAlike(double a, double b) {
    return a > 0 && b > 0 && std::max(a, b) <= mostStretched * std::min(a, b);
}

/// The way that brings a stretch into another; towards its beginning if it is longer.
double wayInto(double from, double to, double least, double most) {
    if (to > most)
        from -= to - most;
    return std::max(from, least);
}

QRectF wholeOf(const Seat& seat) {
    return seat.form.united(seat.nameBox).united(seat.statusRoom);
}

bool areMeeting(const QRectF& box, const Seat& other) {
    return !box.isNull() &&
           (box.intersects(other.form) || box.intersects(other.nameBox) || box.intersects(other.statusRoom));
}

bool isNameMet(const Seat& seat, const Seat& other) {
    return areMeeting(seat.nameBox, other) || areMeeting(seat.statusRoom, other);
}

/// Takes names away that something else has come to; false if forms have.
bool clearNames(QList<Seat>& seats) {
    for (auto one = seats.begin(); one != seats.end(); ++one) {
        for (auto other = std::next(one); other != seats.end(); ++other) {
            if (one->form.intersects(other->form))
                return false;
            if (!wholeOf(*one).intersects(wholeOf(*other)))
                continue;
            for (const auto& [named, met] : {std::pair(&*one, &*other), std::pair(&*other, &*one)}) {
                if (isNameMet(*named, *met))
                    named->nameBox = named->statusRoom = QRectF();
            }
        }
    }
    return true;
}

} // namespace

std::optional<QList<Seat>> resized(const model::Dossier& dossier, const QList<Seat>& seats, const QRectF& from,
                                   const QRectF& to, const Measures& measures) {
    if (!isAlike(from.width(), to.width()) || !isAlike(from.height(), to.height()))
        return {};
    if (from == to)
        return seats;
    QList<Seat> moved = seats;
    for (Seat& seat : moved) {
        const QPointF at = seat.form.center() - from.topLeft();
        moveSeat(seat, to.topLeft() +
                           QPointF(at.x() * to.width() / from.width(), at.y() * to.height() / from.height()) -
                           seat.form.center());
        if (seat.pinned)
            continue;
        const QRectF box = wholeOf(seat);
        moveSeat(seat, QPointF(wayInto(box.left(), box.right(), to.left(), to.right()),
                               wayInto(box.top(), box.bottom(), to.top(), to.bottom())) -
                           box.topLeft());
    }
    if (!clearNames(moved))
        return {};
    nameSeats(moved, dossier, to, measures);
    const auto hasLostItsName = [](const Seat& before, const Seat& after) {
        return !before.nameBox.isNull() && after.nameBox.isNull();
    };
    if (!std::equal(seats.begin(), seats.end(), moved.begin(), std::not_fn(hasLostItsName)))
        return {};
    return moved;
}

} // namespace entente::relations
