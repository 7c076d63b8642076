#include "app/pictures/network_fit.h"

#include "app/pictures/network_column.h"
#include "app/relations/layout/board.h"
#include "app/relations/layout/dots.h"
#include "app/relations/layout/seats.h"
#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"

#include <cmath>

namespace entente::pictures {

using theme::Theme;

namespace {

constexpr double wideStep = 1.12, fineStep = 1.03;      // between scales that are tried
constexpr double edge = 10;                             // from seats to the canvas, at scale one
constexpr double mostWidened = 1.7, mostHeightened = 2; // against the frame that places were found for
constexpr double aspectOfPlaces = 600.0 / 402;
constexpr int mostRounds = 3;
constexpr double widePanel = 1.6;
constexpr double leastShare = 0.3;
constexpr double heightStep = 12; // between canvases that are tried, at scale one
constexpr int lowerHeights = 3;

/// What is wrong with seats, or how much of it may be.
struct Faults {
    qsizetype unnamed = 0;
    qsizetype shortened = 0; ///< people and bodies that do not have their names inside
    qsizetype crossed = 0;   ///< forms that lie on ties of others

    bool isWithin(const Faults& most) const {
        return unnamed <= most.unnamed && shortened <= most.shortened && crossed <= most.crossed;
    }
};

constexpr Faults anyFaults{std::numeric_limits<qsizetype>::max(), std::numeric_limits<qsizetype>::max(),
                           std::numeric_limits<qsizetype>::max()};

/// Seats of a canvas, and what is wrong with them.
struct Filled {
    QList<relations::Seat> seats;
    Faults faults;
};

/// Finds seats that fill a frame.
class Filling {
public:
    Filling(const Request& request, const wording::Wording& wording, const QList<model::Day>& moments,
            const relations::Places& places, const model::DossierPointer& dossier);

    /// Of a canvas at scale one, if they are as good as seats with some faults.
    std::optional<Filled> in(const QRectF& canvas, const Faults& most) const;
    /// The part of a frame at scale one that is left by the legend of all moments.
    QRectF canvasIn(const QRectF& frame) const { return relations::canvasOf(*m_dossier, frame, m_measures, m_words); }

    /// Whether heading and legend may stand in a column beside the network without making it narrow.
    static bool mayHaveColumn(const NetworkRoom& room) {
        return room.hasHeading && room.panel.width() > widePanel * room.panel.height();
    }
    /// How large at scale one such a column has to be.
    QSizeF column() const { return m_column; }

private:
    QRectF boxOf(const QList<relations::Seat>& seats) const;
    QSizeF spreadOf(const QList<relations::Seat>& seats) const;
    QSizeF grown(QSizeF home, const QList<relations::Seat>& seats, QSizeF room) const;
    Faults faultsOf(const QList<relations::Seat>& seats) const;
    bool isDrawn(const relations::Seat& seat) const { return m_drawn.contains(seat.actor); }

    const relations::Places& m_places;
    const model::DossierPointer& m_dossier;
    relations::Measures m_measures;
    relations::Words m_words;
    QSet<model::ActorId> m_drawn; ///< at any of the moments
    QSet<std::pair<model::ActorId, model::ActorId>> m_ties;
    QSizeF m_column;
};

Filling::Filling(const Request& request, const wording::Wording& wording, const QList<model::Day>& moments,
                 const relations::Places& places, const model::DossierPointer& dossier)
    : m_places(places), m_dossier(dossier), m_measures(relations::measuresOf(Theme(request.scheme))) {
    for (const model::Day moment : moments) {
        exploration::View view = request.view;
        view.moment = moment;
        const relations::Input input =
            relations::inputOf(dossier, view, Theme(request.scheme), wording, places, QRectF(0, 0, 1, 1));
        m_words = input.words;
        m_column = m_column.expandedTo(columnSize(input));
        for (const model::Tie& tie : input.network.ties)
            if (!tie.ended)
                m_ties.insert({tie.from, tie.to});
        for (const relations::Places::Spot& spot : places.spots)
            if (dossier->actor(spot.actor).kind != model::ActorKind::Agreement ||
                input.network.agreementNode.value(spot.actor.index))
                m_drawn.insert(spot.actor);
    }
}

QRectF Filling::boxOf(const QList<relations::Seat>& seats) const {
    QRectF box;
    for (const relations::Seat& seat : seats)
        if (isDrawn(seat))
            box |= seat.form.united(seat.nameBox).united(seat.statusRoom);
    return box;
}

/// From middle to middle.
QSizeF Filling::spreadOf(const QList<relations::Seat>& seats) const {
    QPolygonF middles;
    for (const relations::Seat& seat : seats)
        if (isDrawn(seat))
            middles.append(seat.form.center());
    return middles.boundingRect().size();
}

Faults Filling::faultsOf(const QList<relations::Seat>& seats) const {
    Faults faults;
    QHash<model::ActorId, QPointF> middles;
    for (const relations::Seat& seat : seats) {
        if (!isDrawn(seat))
            continue;
        faults.unnamed += !seat.name.isEmpty() && seat.nameBox.isNull();
        faults.shortened += seat.text != relations::innerText(m_dossier->actor(seat.actor));
        middles.insert(seat.actor, seat.form.center());
    }
    for (const relations::Seat& seat : seats)
        for (const auto& [from, to] : m_ties)
            faults.crossed += isDrawn(seat) && seat.actor != from && seat.actor != to && middles.contains(from) &&
                              middles.contains(to) && relations::touches(middles[from], middles[to], seat.form);
    return faults;
}

/// A size in the limits in which places may be stretched.
QSizeF withinLimits(double width, double height) {
    return {std::min(width, mostWidened * aspectOfPlaces * height),
            std::min(height, mostHeightened / aspectOfPlaces * width)};
}

/// A frame as much larger as brings those who are drawn to the edges of a room.
QSizeF Filling::grown(QSizeF home, const QList<relations::Seat>& seats, QSizeF room) const {
    const QSizeF box = boxOf(seats).size(), spread = spreadOf(seats);
    const auto length = [](double now, double lacking, double moving) {
        return now + (lacking - 1) / std::max(leastShare, moving / std::max(1.0, now));
    };
    return withinLimits(length(home.width(), room.width() - box.width(), spread.width()),
                        length(home.height(), room.height() - box.height(), spread.height()));
}

/// Seats are laid out for more room than there is, of which those who are not drawn take the rest. How much more is
/// found out roughly.
std::optional<Filled> Filling::in(const QRectF& canvas, const Faults& most) const {
    const QRectF room = canvas.adjusted(edge, edge, -edge, -edge);
    if (room.isEmpty() || m_drawn.isEmpty())
        return {};
    const auto seatsIn = [&](QSizeF home, relations::Seating seating) {
        return relations::seatsOf(*m_dossier, m_places, QRectF({}, home), m_measures, seating);
    };
    const auto shareOf = [&](const QList<relations::Seat>& seats) {
        const QRectF box = boxOf(seats);
        const bool fits = box.width() <= room.width() + 0.5 && box.height() <= room.height() + 0.5;
        return fits ? std::min(box.width() / room.width(), box.height() / room.height()) : 0;
    };
    QSizeF home = withinLimits(room.width(), room.height()), best = home;
    double share = 0;
    qsizetype shortened = 0;
    for (int round = 0; round < mostRounds && home.width() > 1 && home.height() > 1; ++round) {
        const QList<relations::Seat> seats = seatsIn(home, relations::Seating::Rough);
        if (const double taken = shareOf(seats); taken > share) {
            share = taken;
            best = home;
            shortened = faultsOf(seats).shortened;
        }
        home = grown(home, seats, room.size());
    }
    if (share <= 0 || shortened > most.shortened)
        return {};
    QList<relations::Seat> seats = seatsIn(best, relations::Seating::Final);
    if (shareOf(seats) <= 0)
        seats = seatsIn(grown(best, seats, room.size()), relations::Seating::Final);
    if (shareOf(seats) <= 0)
        return {};
    const QPointF by = room.center() - boxOf(seats).center();
    for (relations::Seat& seat : seats)
        relations::moveSeat(seat, by);
    const Filled filled{seats, faultsOf(seats)};
    return filled.faults.isWithin(most) ? std::optional(filled) : std::nullopt;
}

/// A fit in one scale. Which seats are found hangs on single pixels: so canvases have one of a few heights, and what
/// fits into a lower one fits into a higher.
std::optional<std::pair<NetworkFit, Faults>> fitAt(const Request& request, const NetworkRoom& room,
                                                   const Filling& filling, QSizeF column, double scale,
                                                   const Faults& most) {
    const Theme look(request.scheme, scale);
    if (look.px(column.height()) > room.panel.height())
        return {};
    const QRectF frame = networkFrame(look, room, look.px(column.width()));
    const QRectF plain(0, 0, frame.width() / scale, frame.height() / scale);
    const QRectF canvas = column.width() > 0 ? plain : filling.canvasIn(plain);
    const int steps = static_cast<int>(canvas.height() / heightStep);
    for (int step = steps; step > std::max(0, steps - lowerHeights); --step) {
        QRectF lower = canvas;
        lower.setHeight(step * heightStep);
        lower.moveCenter(canvas.center());
        if (auto filled = filling.in(lower, most))
            return std::pair(NetworkFit{scale, column.width(), canvas, filled->seats}, filled->faults);
    }
    return {};
}

} // namespace

std::optional<NetworkFit> networkFit(const Request& request, const wording::Wording& wording,
                                     const QList<model::Day>& moments, const NetworkRoom& room, JobPlaces& jobPlaces) {
    const relations::Places* places = jobPlaces.find();
    if (request.leastName > 0 || request.view.network != exploration::NetworkView() || !places ||
        relations::isCrowd(*places))
        return {};
    const Filling filling(request, wording, moments, *places, jobPlaces.dossier());
    const double least = lookOf(request, room).scale();
    const auto inLeast = fitAt(request, room, filling, QSizeF(0, 0), least, anyFaults);
    if (!inLeast)
        return {};
    NetworkFit best = inLeast->first;
    const Faults& faults = inLeast->second;
    QList<QSizeF> columns{QSizeF(0, 0)};
    if (filling.mayHaveColumn(room))
        columns.prepend(filling.column());
    for (const QSizeF column : columns) {
        // What is as good as in the least type.
        const auto at = [&](double scale) -> std::optional<NetworkFit> {
            Faults most = faults;
            if (scale <= room.wantedScale)
                most.crossed = anyFaults.crossed;
            const auto fit = fitAt(request, room, filling, column, scale, most);
            return fit ? std::optional(fit->first) : std::nullopt;
        };
        // The first that is, by wide steps and then by fine ones between it and the one before.
        std::optional<NetworkFit> found, finer;
        double scale = std::max(least, room.largestScale), over = scale * fineStep;
        while (scale > best.scale && !found) {
            found = at(scale);
            if (!found) {
                over = scale;
                scale /= wideStep;
            }
        }
        const double under = found ? found->scale : best.scale;
        scale = over / fineStep;
        while (scale > under && !finer) {
            finer = at(scale);
            scale /= fineStep;
        }
        best = finer.value_or(found.value_or(best));
    }
    return best;
}

} // namespace entente::pictures
