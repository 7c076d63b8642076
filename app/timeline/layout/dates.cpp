#include "app/timeline/layout/dates.h"

namespace entente::timeline {

using model::Bound;
using model::PointBounds;

namespace {

constexpr double narrow = 5; // pixels: an uncertainty that cannot be told from its mark
constexpr double barHeight = 7;
constexpr double openFade = 46; // pixels beyond a bound that is not known
constexpr double chevrons = 18; // pixels that the three chevrons take

/// Middle of where a point may lie; a known bound where only one is known.
std::optional<double> middleOf(const PointBounds& point) {
    const auto first = static_cast<double>(point.earliest.day);
    const auto last = static_cast<double>(point.latest.day) + 1;
    if (point.earliest.isKnown() && point.latest.isKnown())
        return (first + last) / 2;
    if (point.latest.isKnown())
        return last - 0.5;
    if (point.earliest.isKnown())
        return first + 0.5;
    return {};
}

/// Days of one unit of a precision: how far "about" reaches.
double unitOf(const PointBounds& point) {
    if (point.earliest.isKnown() && point.latest.isKnown())
        return static_cast<double>(point.latest.day - point.earliest.day) + 1;
    return 365.2425;
}

/// The two sides of a bar in days, with how each ends and how far it fades beyond (days; negative: pixels).
struct Sides {
    std::optional<double> first, last;
    End left = End::None, right = End::None;
    double fadeLeft = 0, fadeRight = 0;
};

Sides sidesOfPoint(const PointBounds& point) {
    Sides sides;
    if (point.earliest.isKnown())
        sides.first = static_cast<double>(point.earliest.day);
    if (point.latest.isKnown())
        sides.last = static_cast<double>(point.latest.day) + 1;
    sides.left = sides.first ? End::Bracket : End::Fade;
    sides.right = sides.last ? End::Bracket : End::Fade;
    if (!sides.first || !sides.last) {
        sides.fadeLeft = sides.first ? 0 : -openFade;
        sides.fadeRight = sides.last ? 0 : -openFade;
        (sides.first ? sides.left : sides.right) = End::Stop;
    }
    if ((point.approximate || point.uncertain) && sides.first && sides.last) {
        sides.left = sides.right = End::Fade;
        sides.fadeLeft = sides.fadeRight = unitOf(point);
    }
    return sides;
}

void setIntervalStart(Sides& sides, const PointBounds& start, bool endIsKnown) {
    if (start.earliest.isKnown() || start.latest.isKnown()) {
        sides.first = static_cast<double>(start.earliest.isKnown() ? start.earliest.day : start.latest.day);
        sides.left = start.isExactDay() ? End::None : End::Bracket;
        if (start.approximate || start.uncertain) {
            sides.left = End::Fade;
            sides.fadeLeft = unitOf(start);
        }
    } else if (endIsKnown) {
        sides.left = start.earliest.kind == Bound::Kind::Open ? End::Cut : End::Fade;
        sides.fadeLeft = -openFade;
    }
}

Sides sidesOfInterval(const model::Extent& date) {
    Sides sides;
    const PointBounds& end = date.end();
    const bool endIsKnown = end.latest.isKnown() || end.earliest.isKnown();
    setIntervalStart(sides, date.start(), endIsKnown);
    if (endIsKnown) {
        sides.last = static_cast<double>(end.latest.isKnown() ? end.latest.day : end.earliest.day) + 1;
        sides.right = end.isExactDay() ? End::Stop : End::Bracket;
        if (end.approximate || end.uncertain) {
            sides.right = End::Fade;
            sides.fadeRight = unitOf(end);
        }
    } else {
        sides.right = end.latest.kind == Bound::Kind::Open ? End::Chevrons : End::Fade;
        sides.fadeRight = -openFade;
    }
    return sides;
}

double fadePixels(double fade, const Scale& scale) {
    constexpr double most = 2000;
    return fade < 0 ? -fade : std::min(fade * scale.pixelsPerDay(), most);
}

/// Puts the bar into the frame: what lies outside is cut, and the cut side has no end of its own.
void setBar(EventMark& mark, const Sides& sides, const Scale& scale, const QRectF& lanes, const Measures& measures) {
    const double half = measures.px(barHeight) / 2;
    double left = sides.first              ? scale.x(*sides.first)
                  : sides.left == End::Cut ? lanes.left()
                  : sides.last             ? scale.x(*sides.last)
                                           : lanes.left();
    double right = sides.last                     ? scale.x(*sides.last)
                   : sides.right == End::Chevrons ? lanes.right() - measures.px(2)
                                                  : left;
    if (!sides.first && sides.left == End::Fade)
        left = right;
    mark.barLeft = sides.left;
    mark.barRight = sides.right;
    mark.fadeLeft = sides.left == End::Fade ? fadePixels(sides.fadeLeft, scale) : 0;
    mark.fadeRight = sides.right == End::Fade ? fadePixels(sides.fadeRight, scale) : 0;
    const double reachLeft = left - mark.fadeLeft, reachRight = right + mark.fadeRight;
    if (reachRight <= lanes.left() || reachLeft >= lanes.right())
        return;
    if (left < lanes.left())
        mark.barLeft = End::Cut;
    if (right > lanes.right())
        mark.barRight = End::Cut;
    left = std::clamp(left, lanes.left(), lanes.right());
    right = std::clamp(right, left, lanes.right());
    mark.fadeLeft = mark.barLeft == End::Fade ? std::min(mark.fadeLeft, left - lanes.left()) : 0;
    mark.fadeRight = mark.barRight == End::Fade ? std::min(mark.fadeRight, lanes.right() - right) : 0;
    mark.bar = QRectF(left, mark.place.y() - half, right - left, 2 * half);
}

} // namespace

std::optional<double> markDay(const model::Extent& date) {
    if (const auto start = middleOf(date.start()))
        return start;
    return date.isInterval() ? middleOf(date.end()) : std::nullopt;
}

std::optional<DaySpan> reachOf(const model::Extent& date) {
    const auto day = markDay(date);
    if (!day)
        return {};
    const Sides sides = date.isInterval() ? sidesOfInterval(date) : sidesOfPoint(date.start());
    DaySpan reach{sides.first.value_or(*day), sides.last.value_or(*day)};
    reach.first = sides.left == End::Cut ? -std::numeric_limits<double>::infinity()
                                         : std::min(reach.first - std::max(sides.fadeLeft, 0.0), *day);
    reach.last = sides.right == End::Chevrons ? std::numeric_limits<double>::infinity()
                                              : std::max(reach.last + std::max(sides.fadeRight, 0.0), *day);
    return reach;
}

bool depict(const model::Dossier& dossier, const model::EventView& event, const Scale& scale, const QRectF& lanes,
            const Measures& measures, EventMark& mark) {
    const auto known = model::extentFrom(event.date);
    const auto day = known ? markDay(*known) : std::nullopt;
    if (!day)
        return false;
    const model::Extent& date = *known;
    const QList<model::DateClaim> conflicting =
        event.claims > 1 ? dossier.conflictingClaims(mark.event) : QList<model::DateClaim>();
    mark.place.setX(scale.x(*day));
    mark.inFrame = mark.place.x() >= lanes.left() && mark.place.x() <= lanes.right();
    mark.hollow = !date.start().isExactDay() || !conflicting.isEmpty();
    mark.dashed = event.certainty != model::Certainty::Happened;
    mark.dot = !conflicting.isEmpty();
    const Sides sides = date.isInterval() ? sidesOfInterval(date) : sidesOfPoint(date.start());
    const bool isPointOfADay = !date.isInterval() && date.start().isExactDay();
    const double uncertain = sides.first && sides.last ? (*sides.last - *sides.first) * scale.pixelsPerDay() : narrow;
    if (!isPointOfADay && (date.isInterval() || uncertain >= narrow))
        setBar(mark, sides, scale, lanes, measures);
    double first = mark.place.x(), last = first;
    for (const model::DateClaim& other : conflicting) {
        const auto otherDay = markDay(other.date);
        if (!otherDay)
            continue;
        const double x = scale.x(*otherDay);
        first = std::min(first, x);
        last = std::max(last, x);
        if (x >= lanes.left() && x <= lanes.right())
            mark.otherClaims.append({x, mark.place.y()});
    }
    if (first < last && first < lanes.right() && last > lanes.left())
        mark.bridge =
            QLineF(std::max(first, lanes.left()), mark.place.y(), std::min(last, lanes.right()), mark.place.y());
    return true;
}

} // namespace entente::timeline
