#include "app/relations/layout/board.h"

#include "app/relations/layout/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace entente::relations {

namespace {

constexpr double leftPole = 0.31, leftOfFew = 0.27;
constexpr double rightPole = 0.66, rightOfFew = 0.69;
constexpr double poleHeight = 0.5;
constexpr double edgeShare = 0.2; ///< length of one step of graph distance, of the frame's width
constexpr double framedEdgeShare = 0.16;
constexpr double framedStress = 10; ///< found as the weights in cost.cpp were
constexpr double apartShare = 0.54; ///< aimed at between bodies that are never joined, hardly pulled
constexpr double whenEnded = 0.4;   ///< weight of what meets only as a dotted line of the past
constexpr double largestMargin = 1000;
constexpr double crowdedShare = 33; ///< over the number of pairs of ties
constexpr double homeShare = 0.145; ///< of the frame's width: 90 pixels of 620

QRectF wholeRoom(const Body& body, QSizeF frame) {
    const QRectF box = boxAt(body, {0, 0});
    QRectF room(-box.left(), -box.top(), frame.width() - box.width(), frame.height() - box.height());
    if (room.width() < 0)
        room = QRectF(frame.width() / 2, room.top(), 0, room.height());
    if (room.height() < 0)
        room = QRectF(room.left(), frame.height() / 2, room.width(), 0);
    return room;
}

/// A fixed body's room is its place; people of a pole stay on its outer side.
QRectF roomOf(const PlaceInput& input, const Body& body) {
    const QSizeF frame = input.frame;
    const QRectF whole = wholeRoom(body, frame);
    if (body.pin)
        return {clamped({body.pin->x() * frame.width(), body.pin->y() * frame.height()}, whole), QSizeF(0, 0)};
    const bool isFew = input.bodies.size() <= fewBodies;
    const double left = isFew ? leftOfFew : leftPole, right = isFew ? rightOfFew : rightPole;
    const auto poleAt = [&](double x) { return QRectF(x * frame.width(), poleHeight * frame.height(), 0, 0); };
    if (body.pole != model::Pole::None)
        return poleAt(body.pole == model::Pole::Left ? left : right);
    const model::Pole side = body.home >= 0 ? input.bodies[body.home].pole : model::Pole::None;
    QRectF room = whole;
    if (side == model::Pole::Left)
        room.setRight(std::max(room.left(), left * frame.width()));
    else if (side == model::Pole::Right)
        room.setLeft(std::min(room.right(), right * frame.width()));
    return room;
}

bool overlap(const Link::Stretch& a, const Link::Stretch& b) {
    return (!a.to || !b.from || *b.from < *a.to) && (!b.to || !a.from || *a.from < *b.to);
}

bool everTogether(const QList<Link::Stretch>& a, const QList<Link::Stretch>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Link::Stretch& one) {
        return std::any_of(b.begin(), b.end(), [&](const Link::Stretch& other) { return overlap(one, other); });
    });
}

/// Days between the first and the last change of all links.
struct Whole {
    std::optional<model::Day> first, last;

    explicit Whole(const QList<Link>& links) {
        for (const Link& link : links) {
            for (const Link::Stretch& stretch : link.when) {
                add(stretch.from);
                add(stretch.to);
            }
        }
    }
    void add(std::optional<model::Day> day) {
        if (day) {
            first = std::min(first.value_or(*day), *day);
            last = std::max(last.value_or(*day), *day);
        }
    }
    double shareOf(const Link& link) const {
        if (!first || *first == *last)
            return 1;
        double days = 1;
        for (const Link::Stretch& stretch : link.when)
            days +=
                static_cast<double>(stretch.to.value_or(*last)) - static_cast<double>(stretch.from.value_or(*first));
        return days / (static_cast<double>(*last) - static_cast<double>(*first));
    }
};

/// Pairs with all links of each.
struct Merged {
    std::vector<Pair> pairs;
    std::vector<std::vector<const Link*>> links;
    std::unordered_map<quint64, size_t> known; ///< by both ends

    void add(const Link& link) {
        const std::pair ends = std::minmax(link.from, link.to);
        const quint64 key = static_cast<quint64>(ends.first) << 32 | static_cast<quint32>(ends.second);
        const auto [entry, isNew] = known.emplace(key, pairs.size());
        if (isNew) {
            pairs.push_back({ends.first, ends.second, 1, 0});
            links.emplace_back();
        }
        links[entry->second].push_back(&link);
    }

    /// Most links of one pair that hold together with one of them.
    void count(const Whole& whole) {
        for (size_t i = 0; i < pairs.size(); ++i) {
            double share = 0;
            for (const Link* one : links[i]) {
                const auto together = std::count_if(links[i].begin(), links[i].end(), [&](const Link* other) {
                    return everTogether(one->when, other->when);
                });
                pairs[i].parallel = std::max(pairs[i].parallel, static_cast<int>(together));
                share += whole.shareOf(*one);
            }
            pairs[i].share = std::clamp(share, 0.01, 1.0);
        }
    }

    bool meet(size_t i, size_t j) const {
        return std::any_of(links[i].begin(), links[i].end(), [&](const Link* one) {
            return std::any_of(links[j].begin(), links[j].end(),
                               [&](const Link* other) { return everTogether(one->when, other->when); });
        });
    }
};

Merged mergedLinks(const PlaceInput& input) {
    Merged merged;
    for (const Link& link : input.links) {
        const auto size = input.bodies.size();
        if (link.from >= 0 && link.to >= 0 && link.from != link.to && link.from < size && link.to < size)
            merged.add(link);
    }
    merged.count(Whole(input.links));
    return merged;
}

void addMeetings(Board& board, const Merged& merged) {
    board.pairsOf.resize(board.bodies.size());
    board.meeting.resize(merged.pairs.size());
    for (size_t i = 0; i < merged.pairs.size(); ++i) {
        board.pairsOf[static_cast<size_t>(merged.pairs[i].a)].push_back(static_cast<int>(i));
        board.pairsOf[static_cast<size_t>(merged.pairs[i].b)].push_back(static_cast<int>(i));
        for (size_t j = i + 1; j < merged.pairs.size(); ++j) {
            const double weight = merged.meet(i, j) ? 1 : whenEnded;
            board.meeting[i].push_back({static_cast<int>(j), weight});
            board.meeting[j].push_back({static_cast<int>(i), weight});
        }
    }
}

void addTargets(Board& board, const PlaceInput& input) {
    const QList<double> distances = distancesOverTime(input.bodies.size(), input.links);
    const double edge = edgeShare * input.frame.width();
    const int n = board.size();
    for (int i = 0; i < n * n; ++i) {
        const int a = i / n;
        const int b = i % n;
        const bool home = input.bodies[a].home == b || input.bodies[b].home == a;
        const double length = home ? homeShare * input.frame.width() : std::max(0.5, distances[i]) * edge;
        board.target.push_back(length);
        board.pull.push_back((home ? 2 : 1) / (length * length));
    }
}

/// Stress over all time as one, at the scale at which it is least: pulls, each over the square of its aim.
void addStress(Board& board) {
    double sum = 0;
    for (size_t i = 0; i < board.pull.size(); ++i)
        sum += i % (board.bodies.size() + 1) == 0 ? 0 : board.pull[i] * board.target[i] * board.target[i] / 2;
    for (size_t i = 0; i < board.pull.size(); ++i) {
        board.inverse.push_back(board.pull[i] * board.target[i] / sum);
        board.squared.push_back(board.pull[i] / sum);
    }
}

/// Stress of each moment for itself: what is seen is one moment, at which who is not joined by any path may stand
/// anywhere. For starts the lengths at which it is least, were all of them free.
void addMomentStress(Board& board, const PlaceInput& input) {
    MomentStress stress = momentStress(input);
    const double edge = framedEdgeShare * input.frame.width(), apart = apartShare * input.frame.width();
    const double pairs = std::max(1.0, board.size() * (board.size() - 1) / 2.0);
    for (size_t i = 0; i < stress.squared.size(); ++i) {
        if (stress.squared[i] > 0) {
            board.target[i] = stress.inverse[i] / stress.squared[i] * edge;
            board.pull[i] = pairs * stress.squared[i] / (edge * edge);
        } else {
            board.target[i] = apart;
            board.pull[i] = 1e-3 / (apart * apart);
        }
    }
    board.inverse = std::move(stress.inverse);
    board.squared = std::move(stress.squared);
    board.stressWeight = framedStress;
}

/// What crossings weigh: as found for the bundled dossier in small graphs; in larger ones so that all crossings
/// together weigh about as much as stress, which may hardly suffer (see entente-bench).
double readabilityOf(const Board& board) {
    const auto pairs = static_cast<double>(board.pairs.size());
    return board.size() <= largestFramed ? 1 : std::min(0.5, crowdedShare / std::max(1.0, pairs * (pairs - 1) / 2));
}

/// Lengths that are no length become 0.
void makeSound(Body& body, QSizeF frame) {
    const double longest = 10 * (frame.width() + frame.height());
    const auto isLength = [&](double length) { return std::abs(length) <= longest; }; // nor if it is no number
    const QSizeF size = body.size;
    body.size = QSizeF(isLength(size.width()) ? std::max(0.0, size.width()) : 0,
                       isLength(size.height()) ? std::max(0.0, size.height()) : 0);
    if (!isLength(body.middle.x()) || !isLength(body.middle.y()))
        body.middle = {};
    if (body.pin && !(std::isfinite(body.pin->x()) && std::isfinite(body.pin->y())))
        body.pin.reset();
}

} // namespace

QRectF boxAt(const Body& body, QPointF spot) {
    const QPointF half(body.size.width() / 2, body.size.height() / 2);
    return {spot + body.middle - half, body.size};
}

QList<QPointF> sharesOf(const Spots& spots, QSizeF frame) {
    QList<QPointF> shares;
    for (const QPointF spot : spots) {
        const QPointF share(spot.x() / frame.width(), spot.y() / frame.height());
        const bool finite = std::isfinite(share.x()) && std::isfinite(share.y());
        shares << (finite ? clamped(share, {0, 0, 1, 1}) : QPointF(0.5, 0.5));
    }
    return shares;
}

QPointF clamped(QPointF spot, const QRectF& room) {
    return {std::clamp(spot.x(), room.left(), std::max(room.left(), room.right())),
            std::clamp(spot.y(), room.top(), std::max(room.top(), room.bottom()))};
}

Board boardOf(const PlaceInput& input) {
    Board board;
    board.frame = input.frame;
    board.margin = std::isfinite(input.margin) ? std::clamp(input.margin, 0.0, largestMargin) : 0;
    board.bodies.assign(input.bodies.begin(), input.bodies.end());
    for (Body& body : board.bodies) {
        if (body.home < 0 || body.home >= board.size() || &board.bodies[static_cast<size_t>(body.home)] == &body)
            body.home = -1;
        makeSound(body, input.frame);
    }
    PlaceInput sound = input;
    sound.bodies = QList<Body>(board.bodies.begin(), board.bodies.end());
    for (const Body& body : board.bodies) {
        board.room.push_back(roomOf(sound, body));
        board.fixed.push_back(body.pin || body.pole != model::Pole::None);
    }
    const Merged merged = mergedLinks(sound);
    board.pairs = merged.pairs;
    board.readability = readabilityOf(board);
    if (board.size() <= largestSearched) {
        addMeetings(board, merged);
        addTargets(board, sound);
        if (board.size() > fewBodies && board.size() <= largestFramed)
            addMomentStress(board, sound);
        else
            addStress(board);
        board.keepsLengths = board.size() <= fewBodies;
    }
    return board;
}

void descend(const Board& board, Spots& spots, int sweeps, Dice& dice) {
    struct Term {
        int a, b;
    };
    std::vector<Term> terms;
    double weakest = std::numeric_limits<double>::infinity(), strongest = 0;
    for (int a = 0; a < board.size(); ++a) {
        for (int b = a + 1; b < board.size(); ++b) {
            terms.push_back({a, b});
            weakest = std::min(weakest, board.pullOf(a, b));
            strongest = std::max(strongest, board.pullOf(a, b));
        }
    }
    for (size_t i = terms.size(); i > 1; --i)
        std::swap(terms[i - 1], terms[static_cast<size_t>(dice.roll() * static_cast<double>(i))]);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const double step = std::pow(0.1 * weakest / strongest, sweep / std::max(1.0, sweeps - 1.0)) / weakest;
        for (const Term& term : terms) {
            QPointF &a = spots[static_cast<size_t>(term.a)], &b = spots[static_cast<size_t>(term.b)];
            const QPointF way = a - b;
            const double length = std::sqrt(QPointF::dotProduct(way, way)) + 1e-6;
            const double share = std::min(1.0, step * board.pullOf(term.a, term.b));
            const QPointF off = share * (length - board.targetOf(term.a, term.b)) / (2 * length) * way;
            a -= off;
            b += off;
        }
    }
}

void majorise(const Board& board, Spots& spots, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < board.size(); ++i) {
            const auto self = static_cast<size_t>(i);
            if (board.fixed[self])
                continue;
            QPointF sum;
            double weights = 0;
            for (int j = 0; j < board.size(); ++j) {
                if (i == j)
                    continue;
                const QPointF other = spots[static_cast<size_t>(j)];
                const QPointF way = spots[self] - other;
                const double length = std::max(1e-6, std::sqrt(QPointF::dotProduct(way, way)));
                const double weight = board.pullOf(i, j);
                sum += weight * (other + board.targetOf(i, j) / length * way);
                weights += weight;
            }
            if (weights > 0)
                spots[self] = clamped(sum / weights, board.room[self]);
        }
    }
}

} // namespace entente::relations
