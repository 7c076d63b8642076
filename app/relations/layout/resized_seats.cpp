#include "app/relations/layout/scene.h"

#include <algorithm>
#include <cmath>

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

QRectF boxOf(const Seat& seat) {
    return seat.form.united(seat.nameBox).united(seat.statusRoom);
}

void move(Seat& seat, QPointF by) {
    seat.form.translate(by);
    if (!seat.nameBox.isNull())
        seat.nameBox.translate(by);
    if (!seat.statusRoom.isNull())
        seat.statusRoom.translate(by);
}

bool touches(const Seat& a, const Seat& b) {
    const auto meets = [](const QRectF& one, const Seat& other) {
        return !one.isNull() &&
               (one.intersects(other.form) || one.intersects(other.nameBox) || one.intersects(other.statusRoom));
    };
    return boxOf(a).intersects(boxOf(b)) && (meets(a.form, b) || meets(a.nameBox, b) || meets(a.statusRoom, b));
}

} // namespace

std::optional<QList<Seat>> resized(const QList<Seat>& seats, const QRectF& from, const QRectF& to) {
    if (!isAlike(from.width(), to.width()) || !isAlike(from.height(), to.height()))
        return {};
    if (from == to)
        return seats;
    QList<Seat> moved = seats;
    for (Seat& seat : moved) {
        const QPointF at = seat.form.center() - from.topLeft();
        move(seat, to.topLeft() + QPointF(at.x() * to.width() / from.width(), at.y() * to.height() / from.height()) -
                       seat.form.center());
        if (seat.pinned)
            continue;
        const QRectF box = boxOf(seat);
        move(seat, QPointF(wayInto(box.left(), box.right(), to.left(), to.right()),
                           wayInto(box.top(), box.bottom(), to.top(), to.bottom())) -
                       box.topLeft());
    }
    for (auto one = moved.begin(); one != moved.end(); ++one) {
        if (std::any_of(std::next(one), moved.end(), [&](const Seat& other) { return touches(*one, other); }))
            return {};
    }
    return moved;
}

} // namespace entente::relations
