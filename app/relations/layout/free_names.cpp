#include "app/relations/layout/board.h"
#include "app/relations/layout/routes.h"
#include "app/relations/layout/seats.h"
#include "app/relations/layout/timed_routes.h"

#include <QtAlgorithms>
#include <algorithm>
#include <functional>

namespace entente::relations {

namespace {

constexpr int mostPasses = 4;
constexpr double apartFromOthers = 3; ///< further than from one's own form, pixels
constexpr double atRest = 4;          ///< what a tie behind a name weighs, against one while its agreement is selected,
constexpr double whileOther = 0.01;   ///< or while another one is
constexpr double signReach = 6;       ///< of a sign on a tie, from its middle, pixels
constexpr double worthMoving = 0.9;   ///< of what it hides: days between those looked at may differ
constexpr double ownTie = 0.02;       ///< against one of others: it leads to the form that the name belongs to

/// A box that is drawn on some days.
struct TimedBox {
    QRectF box;
    TimedDays days;
};

class Freeing {
public:
    Freeing(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures)
        : m_seats(seats), m_dossier(dossier), m_canvas(canvas), m_measures(measures) {}

    /// As long as lines, which may bend another way then, run behind fewer names.
    void run() {
        double least = routed();
        for (int pass = 0; pass < mostPasses && least >= 1; ++pass) {
            const QList<Seat> before = m_seats;
            if (!freeAll())
                return;
            const double cost = routed();
            if (cost >= least) {
                m_seats = before;
                return;
            }
            least = cost;
        }
    }

private:
    /// A place for a name, and for a page's state.
    struct Choice {
        Seat seat;
        double cost;
    };
    using Trial = std::function<void(const Seat&)>;

    bool isPage(const Seat& seat) const { return m_dossier.actor(seat.actor).kind == model::ActorKind::Agreement; }

    /// Finds the lines between the seats as they are now; the cost of all.
    double routed() {
        m_timed = timedRoutes(m_seats, m_dossier, m_canvas, m_measures);
        m_choices.assign(static_cast<size_t>(m_seats.size()), {});
        double cost = 0;
        for (const Seat& seat : std::as_const(m_seats))
            cost += costOf(seat);
        return cost;
    }

    /// Those that hide most first; a name that has found another place may have made room for one before.
    bool freeAll() {
        std::vector<std::pair<double, qsizetype>> hiding;
        hiding.reserve(static_cast<size_t>(m_seats.size()));
        for (qsizetype i = 0; i < m_seats.size(); ++i) {
            if (const double cost = costOf(std::as_const(m_seats)[i]); cost >= 1)
                hiding.emplace_back(-cost, i);
        }
        std::sort(hiding.begin(), hiding.end());
        bool any = false;
        for (const auto& entry : hiding)
            any = free(entry.second) || any;
        return any;
    }

    /// Whether there was a better place.
    bool free(qsizetype i) {
        const Choice* better = bestOf(i, worthMoving * costOf(m_seats[i]));
        if (better)
            m_seats[i] = better->seat;
        return better != nullptr;
    }

    /// The place at which it hides least, if that is less than `limit`.
    const Choice* bestOf(qsizetype i, double limit) {
        const std::vector<Choice>& choices = choicesOf(i);
        const auto best = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
            return choice.cost >= limit || (isApart(choice.seat) && leavesTiesSeen(choice.seat));
        });
        return best != choices.end() && best->cost < limit ? &*best : nullptr;
    }

    /// All places inside the canvas and beside forms, those that hide least first; the preferred ones first of those
    /// that hide as little.
    const std::vector<Choice>& choicesOf(qsizetype i) {
        std::vector<Choice>& choices = m_choices[static_cast<size_t>(i)];
        if (!choices.empty())
            return choices;
        const Seat seat = m_seats[i];
        const auto add = [&](const Seat& trial) {
            if (!areFormsMet(trial))
                choices.push_back({trial, costOf(trial)});
        };
        tryPlaces(seat, add);
        const bool isFree = std::any_of(choices.begin(), choices.end(), [](const Choice& one) { return one.cost < 1; });
        if (!isFree)
            tryShorter(seat, add);
        std::stable_sort(choices.begin(), choices.end(),
                         [](const Choice& one, const Choice& other) { return one.cost < other.cost; });
        return choices;
    }

    /// With a shorter name of a state in the language of the dossier.
    void tryShorter(const Seat& seat, const Trial& attempt) const {
        const model::Actor& actor = m_dossier.actor(seat.actor);
        for (const model::Alias& alias : actor.aliases) {
            if (actor.kind != model::ActorKind::State || alias.language != m_dossier.tables().head.language ||
                alias.text.size() >= seat.name.size())
                continue;
            Seat shorter = seat;
            shorter.name = alias.text;
            shorter.nameBox.setWidth(m_measures.name(alias.text) + 2 * seatNameGap * m_measures.scale);
            tryPlaces(shorter, attempt);
        }
    }

    /// A page's name and state together, then each alone.
    void tryPlaces(const Seat& seat, const Trial& attempt) const {
        const auto around = [&](QSizeF size, const std::function<Seat(const QRectF&)>& put) {
            const bool page = isPage(seat);
            const NameCorners corners =
                nameCorners(seat.form, size, (page ? pageGap : seatNameGap) * m_measures.scale, page);
            const auto tryAt = [&](QPointF corner) {
                if (const QRectF box(corner, size); m_canvas.contains(box))
                    attempt(put(box));
            };
            std::for_each(corners.middle.begin(), corners.middle.end(), tryAt);
            std::for_each(corners.flush.begin(), corners.flush.end(), tryAt);
            std::for_each(corners.slides.begin(), corners.slides.end(), tryAt);
        };
        const auto alone = [&seat, &around](QRectF Seat::*part) {
            around((seat.*part).size(), [&seat, part](const QRectF& box) {
                Seat moved = seat;
                moved.*part = box;
                return moved;
            });
        };
        if (seat.nameBox.isNull())
            return;
        if (!seat.statusRoom.isNull()) {
            const QSizeF both(std::max(seat.nameBox.width(), seat.statusRoom.width()),
                              seat.nameBox.height() + seat.statusRoom.height());
            around(both, [&seat](const QRectF& box) { return withBoth(seat, box); });
            alone(&Seat::statusRoom);
        }
        alone(&Seat::nameBox);
    }

    /// With the name above the state, at the side of the form.
    static Seat withBoth(Seat seat, const QRectF& box) {
        for (QRectF* part : {&seat.nameBox, &seat.statusRoom}) {
            part->moveTop(part == &seat.nameBox ? box.top() : box.bottom() - part->height());
            if (box.left() >= seat.form.right())
                part->moveLeft(box.left());
            else if (box.right() <= seat.form.left())
                part->moveRight(box.right());
            else
                part->moveLeft(box.center().x() - part->width() / 2);
        }
        return seat;
    }

    bool areApart(const QRectF& box, const Seat& other) const {
        const double gap = apartFromOthers * m_measures.scale;
        const QRectF around = box.adjusted(-gap, -gap, gap, gap);
        return box.isNull() || !(other.form.intersects(around) || other.nameBox.intersects(around) ||
                                 other.statusRoom.intersects(around));
    }

    bool isApart(const Seat& seat) const {
        return !seat.nameBox.intersects(seat.statusRoom) &&
               std::all_of(m_seats.cbegin(), m_seats.cend(), [&](const Seat& other) {
                   return other.actor == seat.actor ||
                          (areApart(seat.nameBox, other) && areApart(seat.statusRoom, other));
               });
    }

    bool areFormsMet(const Seat& seat) const {
        return std::any_of(m_seats.cbegin(), m_seats.cend(), [&](const Seat& other) {
            Seat bare = other;
            bare.nameBox = bare.statusRoom = QRectF();
            return other.actor != seat.actor && !(areApart(seat.nameBox, bare) && areApart(seat.statusRoom, bare));
        });
    }

    /// What is drawn when of a name and a state: see Composer::addStatus().
    std::vector<TimedBox> boxesOf(const Seat& seat) const {
        const auto actor = static_cast<size_t>(seat.actor.index);
        if (seat.statusRoom.isNull())
            return {{seat.nameBox, m_timed.named[actor]}};
        const TimedDays& pending = m_timed.pending[actor];
        TimedDays quiet = m_timed.named[actor];
        for (size_t i = 0; i < quiet.size(); ++i)
            quiet[i] &= ~pending[i];
        return {{quietName(seat), quiet}, {seat.nameBox, pending}, {seat.statusRoom, pending}};
    }

    /// Of the ties behind a name on the days when it is drawn.
    double costOf(const Seat& seat) const {
        if (seat.nameBox.isNull())
            return 0;
        double cost = 0;
        for (const TimedBox& timed : boxesOf(seat)) {
            for (const TimedRoute& route : m_timed.routes) {
                if (!areNear(route.bounds, timed.box) || !touches(route.path, timed.box))
                    continue;
                const bool isOwn = route.from == seat.actor || route.to == seat.actor;
                cost += (isOwn ? ownTie : 1) * togetherOn(route.days, timed.days, isPage(seat) ? 1 : whileOther);
            }
        }
        return cost;
    }

    static double togetherOn(const TimedDays& some, const TimedDays& others, double whileSelected) {
        double days = 0;
        for (size_t i = 0; i < some.size(); ++i)
            days += (i == 0 ? atRest : whileSelected) * qPopulationCount(some[i] & others[i]);
        return days;
    }

    /// Whether each tie keeps room for a sign between its ends and beside the names.
    bool leavesTiesSeen(const Seat& seat) const {
        const double reach = signReach * m_measures.scale;
        const auto isNear = [reach](const TimedRoute& route, const QRectF& box) {
            const QRectF around = box.adjusted(-reach, -reach, reach, reach);
            return !box.isNull() && areNear(route.bounds, around) && touches(route.path, around);
        };
        return std::all_of(m_timed.routes.begin(), m_timed.routes.end(), [&](const TimedRoute& route) {
            return !(isNear(route, seat.nameBox) || isNear(route, seat.statusRoom)) || isSeen(route.path, seat);
        });
    }

    bool isSeen(const Path& path, const Seat& seat) const {
        constexpr int samples = 40;
        const double reach = signReach * m_measures.scale;
        for (int i = 1; i < samples; ++i) {
            const QPointF point = pointAlong(path, static_cast<double>(i) / samples);
            const auto covers = [&](const QRectF& box) {
                return !box.isNull() && box.adjusted(-reach, -reach, reach, reach).contains(point);
            };
            const auto covered = [&](const Seat& other) {
                const Seat& there = other.actor == seat.actor ? seat : other;
                return covers(there.form) || covers(there.nameBox) || covers(there.statusRoom);
            };
            if (std::none_of(m_seats.cbegin(), m_seats.cend(), covered))
                return true;
        }
        return false;
    }

    QList<Seat>& m_seats;
    const model::Dossier& m_dossier;
    QRectF m_canvas;
    const Measures& m_measures;
    TimedRoutes m_timed;
    std::vector<std::vector<Choice>> m_choices; ///< by seat, found when they are asked for
};

} // namespace

void freeNames(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures) {
    Freeing(seats, dossier, canvas, measures).run();
}

} // namespace entente::relations
