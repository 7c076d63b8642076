#include "app/relations/layout/casts.h"
#include "app/relations/layout/cast_cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

namespace entente::relations {

namespace {

constexpr int castStarts = 4;
constexpr std::array poleHeights{0.42, 0.36, 0.3, 0.5, 0.46, 0.6, 0.25}; ///< of the starts, in turn
constexpr double movesOfOne = 1500;                                      ///< a player and start
constexpr double mostCastMoves = 30'000;
constexpr int movesAtPrice = 64;
constexpr double hottestCast = 0.15, coldestCast = 0.003;

/// A generator whose run is one of several.
Dice diceOfStart(int start) {
    Dice dice;
    for (int i = 0; i < 7 * start; ++i)
        dice.roll();
    return dice;
}

class CastSearch {
public:
    CastSearch(const CastInput& input, int start)
        : m_input(input), m_cost(input, poleHeights[static_cast<size_t>(start) % poleHeights.size()]),
          m_known(static_cast<size_t>(input.players.size())), m_dice(diceOfStart(start)) {
        for (int i = 0; i < size(); ++i)
            m_cost.place(i, anywhere(i), m_cost.name(i));
    }

    void anneal(int moves) {
        const double reach = std::hypot(m_input.frame.width(), m_input.frame.height());
        for (int k = 0; k < moves; ++k) {
            const double done = static_cast<double>(k) / moves;
            if (k % movesAtPrice == 0)
                charge(0.1 + 3 * done * done);
            move(hottestCast * std::pow(coldestCast / hottestCast, done), reach * (0.3 * (1 - done) + 0.01));
        }
        charge(4);
    }

    /// Downhill to places around, and to other sides for names.
    void settle() {
        constexpr std::array radii{60.0, 30.0, 15.0, 8.0, 4.0, 2.0};
        for (const double radius : radii)
            for (int i = 0; i < size(); ++i) {
                for (int side = 0; side < sides(i); ++side)
                    tryAt(i, m_cost.spot(i), side, 0);
                for (int k = 0; k < 12; ++k)
                    tryAt(i, m_cost.spot(i) + radius * QPointF(std::cos(M_PI * k / 6), std::sin(M_PI * k / 6)),
                          m_cost.name(i), 0);
            }
    }

    double cost() const { return m_cost.whole(); }

    CastPlaces places() const {
        CastPlaces places;
        places.spots.reserve(m_known.size());
        places.names.reserve(m_known.size());
        for (int i = 0; i < size(); ++i) {
            places.spots.push_back(m_cost.spot(i));
            places.names.push_back(m_cost.name(i));
        }
        for (qsizetype i = 0; i < m_input.scenes.size(); ++i) {
            const PlayedScene& scene = m_input.scenes[i];
            if (m_cost.isCrowded(scene))
                places.crowded.append(static_cast<int>(i));
            places.passages += m_cost.passages(scene);
            places.crossings += m_cost.crossings(scene);
        }
        return places;
    }

private:
    int size() const { return static_cast<int>(m_input.players.size()); }
    int sides(int i) const { return static_cast<int>(m_input.players[i].names.size()); }

    QPointF within(QPointF spot, const QRectF& room) const {
        const double x = room.width() < 0 ? room.center().x() : std::clamp(spot.x(), room.left(), room.right());
        const double y = room.height() < 0 ? room.center().y() : std::clamp(spot.y(), room.top(), room.bottom());
        return {x, y};
    }

    QPointF anywhere(int i) {
        const QRectF room = m_cost.room(i, m_cost.name(i));
        const double x = m_dice.roll(), y = m_dice.roll();
        return within({room.left() + x * room.width(), room.top() + y * room.height()}, room);
    }

    int pick(int count) { return std::min(count - 1, static_cast<int>(m_dice.roll() * count)); }

    void move(double heat, double reach) {
        const int i = pick(size());
        const double kind = m_dice.roll();
        if (kind < 0.08)
            return swap(i, pick(size()), heat);
        if (kind < 0.2 && sides(i) > 1)
            return tryAt(i, m_cost.spot(i), pick(sides(i)), heat);
        const double radius = reach * m_dice.roll(), angle = 2 * M_PI * m_dice.roll();
        tryAt(i, m_cost.spot(i) + radius * QPointF(std::cos(angle), std::sin(angle)), m_cost.name(i), heat);
    }

    void charge(double price) {
        m_cost.chargeOverlaps(price);
        ++m_changes;
    }

    /// Remembered until anything changes: most moves are refused.
    double costNow(int i) {
        Known& known = m_known[static_cast<size_t>(i)];
        if (known.since != m_changes)
            known = {m_changes, m_cost.of(i)};
        return known.cost;
    }

    void tryAt(int i, QPointF wanted, int side, double heat) {
        const QPointF before = m_cost.spot(i);
        const int sideBefore = m_cost.name(i);
        const double limit = costNow(i) + m_dice.allowance(heat);
        m_cost.place(i, within(wanted, m_cost.room(i, side)), side);
        if (m_cost.of(i, limit) > limit)
            m_cost.place(i, before, sideBefore);
        else
            ++m_changes;
    }

    void swap(int i, int j, double heat) {
        if (i == j)
            return;
        const QPointF first = m_cost.spot(i), second = m_cost.spot(j);
        const double limit = costNow(i) + costNow(j) + m_dice.allowance(heat);
        m_cost.place(i, within(second, m_cost.room(i, m_cost.name(i))), m_cost.name(i));
        m_cost.place(j, within(first, m_cost.room(j, m_cost.name(j))), m_cost.name(j));
        if (m_cost.of(i) + m_cost.of(j) > limit) {
            m_cost.place(i, first, m_cost.name(i));
            m_cost.place(j, second, m_cost.name(j));
        } else {
            ++m_changes;
        }
    }

    struct Known {
        int since = -1;
        double cost = 0;
    };

    const CastInput& m_input;
    CastCost m_cost;
    int m_changes = 0;
    std::vector<Known> m_known;
    Dice m_dice;
};

struct FoundCast {
    double cost;
    CastPlaces places;
};

FoundCast castFrom(const CastInput& input, int start, int moves) {
    CastSearch search(input, start);
    search.anneal(moves);
    search.settle();
    return {search.cost(), search.places()};
}

} // namespace

/// Starts side by side, as they share nothing; the first of the best, so that the result is always the same.
CastPlaces placeCasts(const CastInput& input, int round) {
    if (input.players.isEmpty())
        return {};
    const double moves = std::min(mostCastMoves, movesOfOne * static_cast<double>(input.players.size()));
    std::vector<std::future<FoundCast>> running;
    running.reserve(castStarts);
    for (int start = castStarts * round; start < castStarts * (round + 1); ++start)
        running.push_back(std::async(std::launch::async, castFrom, std::cref(input), start, static_cast<int>(moves)));
    std::optional<FoundCast> best;
    for (std::future<FoundCast>& one : running) {
        FoundCast found = one.get();
        const auto rank = [](const FoundCast& f) {
            return std::tuple(f.places.crowded.size(), f.places.passages, f.cost);
        };
        if (!best || rank(found) < rank(*best))
            best = std::move(found);
    }
    return best->places;
}

} // namespace entente::relations
