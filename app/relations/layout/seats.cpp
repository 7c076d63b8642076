#include "app/relations/layout/seats.h"

#include "app/relations/layout/cost.h"
#include "app/relations/layout/dots.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::relations {

namespace {

using model::Actor;
using model::ActorKind;

QRectF around(QSizeF size) {
    return {QPointF(-size.width() / 2, -size.height() / 2), size};
}

bool bearsNameInside(ActorKind kind) {
    return kind != ActorKind::State && kind != ActorKind::Agreement;
}

QString compactText(const Actor& actor) {
    if (actor.kind == ActorKind::Person || !actor.code.isEmpty())
        return actor.code;
    QString initials;
    for (const QString& word : actor.shownName().split(u' ', Qt::SkipEmptyParts))
        initials += word.front();
    return initials.left(3);
}

/// Forms of a small frame: discs and pages at four fifths, people as their bust alone; nothing below 24 pixels, which
/// can still be pointed at.
QSizeF smaller(QSizeF form, bool bust, bool box, double scale) {
    if (bust)
        return QSizeF(24, 24) * scale;
    return box ? QSizeF(std::max(form.width(), 24 * scale), 24 * scale) : form * 0.8;
}

void addStateName(Extent& extent, double width, double scale) {
    extent.name = QRectF(-width / 2, extent.form.bottom() + seatNameGap * scale, width, seatNameHeight * scale);
    extent.box = extent.form.united(extent.name);
}

void addAgreementName(Extent& extent, double width, double scale) {
    const double room = std::max(width, statusWidth * scale);
    extent.status = QRectF(-room / 2, extent.form.top() - (statusHeight + pageGap) * scale, room, statusHeight * scale);
    extent.name = QRectF(-width / 2, extent.status.top() - seatNameHeight * scale, width, seatNameHeight * scale);
    extent.box = extent.form.united(extent.name).united(extent.status);
}

constexpr int repairs = 4000;
constexpr double crowded = 0.42;  ///< share of the frame that boxes may take
constexpr double shortWay = 0.12; ///< of the frame's diagonal: nobody goes further for the sake of detail

struct Attempt {
    Detail detail;
    double margin;
};
constexpr std::array attempts{Attempt{Detail::Full, 10},  Attempt{Detail::Full, 6},    Attempt{Detail::Forms, 10},
                              Attempt{Detail::Forms, 6},  Attempt{Detail::Compact, 8}, Attempt{Detail::Compact, 4},
                              Attempt{Detail::Compact, 1}};

/// The bodies of places as they are drawn in a frame with some detail.
PlaceInput fitted(const model::Dossier& dossier, const Places& places, QSizeF frame, const Measures& measures,
                  Attempt attempt) {
    PlaceInput input = places.input;
    input.frame = frame;
    input.margin = attempt.margin * measures.scale;
    for (qsizetype i = 0; i < places.spots.size(); ++i) {
        const Extent extent = extentOf(dossier.actor(places.spots[i].actor), measures, attempt.detail);
        input.bodies[i].size = extent.box.size();
        input.bodies[i].middle = extent.box.center();
    }
    return input;
}

/// Of the frame's area, what boxes and their margins take.
double shareOf(const Board& board) {
    double area = 0;
    for (const Body& body : board.bodies)
        area += (body.size.width() + board.margin) * (body.size.height() + board.margin);
    return area / (board.frame.width() * board.frame.height());
}

/// Moves boxes a little that had to give way so that ties pass through them.
void repair(const Board& board, Spots& spots) {
    int passages = Cost(board, spots).passages();
    for (int attempt = 1; attempt <= 4 && passages > 0; ++attempt) {
        Spots next = spots;
        improve(board, next, attempt * repairs, true);
        if (const int left = Cost(board, next).passages(); left < passages) {
            passages = left;
            spots = next;
        }
    }
}

QPointF onCanvas(QPointF share, QSizeF canvas) {
    return {share.x() * canvas.width(), share.y() * canvas.height()};
}

/// As if nobody were pinned. Where boxes had to give way so that ties pass through them, they are moved a little more.
bool standUnpinned(const Board& board, const Places& places, Spots& spots, double reach, Seating seating) {
    spots.clear();
    for (const Places::Spot& spot : places.spots)
        spots.push_back(onCanvas(spot.unpinned, board.frame));
    if (!moveApart(spots, boxesOf(board), board.frame, board.margin, reach))
        return false;
    if (seating == Seating::Final && places.spots.size() <= largestSearched)
        repair(board, spots);
    return true;
}

/// Puts the pinned where they are pinned, from where all stand without that: so a pin moves nobody who is not in its
/// way, and its release brings everybody back.
bool putPinned(PlaceInput input, const Places& places, Spots& spots) {
    std::vector<bool> pinned;
    for (qsizetype i = 0; i < places.spots.size(); ++i) {
        const Places::Spot& spot = places.spots[i];
        pinned.push_back(spot.pinned);
        if (!spot.pinned)
            continue;
        input.bodies[i].pin = spot.at;
        spots[static_cast<size_t>(i)] = onCanvas(spot.at, input.frame);
    }
    const bool any = std::find(pinned.begin(), pinned.end(), true) != pinned.end();
    return !any || giveWay(boardOf(input), pinned, spots, shortWay);
}

/// Spots on a canvas and the detail that they have room for.
std::pair<Spots, Detail> apart(const model::Dossier& dossier, const Places& places, QSizeF canvas,
                               const Measures& measures, Seating seating) {
    Spots spots;
    if (isCrowd(places)) {
        for (const Places::Spot& spot : places.spots)
            spots.push_back(onCanvas(spot.at, canvas));
        return {spots, Detail::Full};
    }
    for (const Attempt& attempt : attempts) {
        if (attempt.detail < places.detail)
            continue;
        const PlaceInput input = fitted(dossier, places, canvas, measures, attempt);
        const Board board = boardOf(input);
        const bool isLast = &attempt == &attempts.back();
        if (!isLast && shareOf(board) > crowded)
            continue;
        if (!standUnpinned(board, places, spots, isLast ? 1 : shortWay, seating) || !putPinned(input, places, spots))
            continue;
        return {spots, attempt.detail};
    }
    return {spots, Detail::Compact};
}

Seat seatAt(const Actor& actor, const Places::Spot& spot, QPointF at, const Measures& measures, Detail detail) {
    const Extent extent = extentOf(actor, measures, detail);
    const bool compact = detail == Detail::Compact && bearsNameInside(actor.kind);
    Seat seat{spot.actor, extent.form.translated(at), innerText(actor), outerName(actor), {}, {}, spot.pinned};
    if (compact) {
        seat.text = compactText(actor);
        seat.name = actor.shownName();
    }
    if (!extent.name.isNull())
        seat.nameBox = extent.name.translated(at);
    if (!extent.status.isNull())
        seat.statusRoom = extent.status.translated(at);
    return seat;
}

} // namespace

QString innerText(const Actor& actor) {
    if (actor.kind == ActorKind::Agreement)
        return {};
    if (actor.kind == ActorKind::State)
        return actor.code.isEmpty() ? actor.shownName().left(3) : actor.code;
    return actor.shownName();
}

QString outerName(const Actor& actor) {
    return bearsNameInside(actor.kind) ? QString() : actor.shownName();
}

Extent extentOf(const Actor& actor, const Measures& measures, Detail detail) {
    const bool compact = detail == Detail::Compact && bearsNameInside(actor.kind);
    const QString text = compact ? compactText(actor) : innerText(actor);
    QSizeF form = measures.node(actor.kind, actor.pole != model::Pole::None, text);
    if (detail == Detail::Compact)
        form = smaller(form, text.isEmpty() && compact, bearsNameInside(actor.kind), measures.scale);
    Extent extent{around(form), {}, {}, around(form)};
    // Where room is short, poles keep theirs: they are what the picture is about.
    if (detail == Detail::Compact || (detail == Detail::Forms && actor.pole == model::Pole::None))
        return extent;
    const QString name = outerName(actor);
    const double width = name.isEmpty() ? 0 : measures.name(name) + 2 * seatNameGap * measures.scale;
    if (actor.kind == ActorKind::Agreement)
        addAgreementName(extent, width, measures.scale);
    else if (!name.isEmpty())
        addStateName(extent, width, measures.scale);
    return extent;
}

QRectF quietName(const Seat& seat) {
    QRectF box = seat.nameBox;
    const bool isAbove = !seat.statusRoom.isNull() && box.bottom() <= seat.statusRoom.top();
    if (isAbove && seat.statusRoom.bottom() < seat.form.top())
        box.moveBottom(seat.statusRoom.bottom());
    return box;
}

void moveSeat(Seat& seat, QPointF by) {
    for (QRectF* part : {&seat.form, &seat.nameBox, &seat.statusRoom})
        if (!part->isNull())
            part->translate(by);
}

QList<Seat> seatsOf(const model::Dossier& dossier, const Places& places, const QRectF& home, const Measures& measures,
                    Seating seating) {
    const auto [spots, detail] = apart(dossier, places, home.size(), measures, seating);
    QList<Seat> seats;
    for (qsizetype i = 0; i < places.spots.size(); ++i) {
        const Places::Spot& spot = places.spots[i];
        const QPointF at = home.topLeft() + spots[static_cast<size_t>(i)];
        seats << seatAt(dossier.actor(spot.actor), spot, at, measures, detail);
    }
    if (detail != Detail::Full)
        nameSeats(seats, dossier, home, measures);
    if (seating == Seating::Final && seats.size() <= largestSearched)
        freeNames(seats, dossier, home, measures);
    return seats;
}

} // namespace entente::relations
