#include "app/relations/layout/board.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr double crossingCost = 0.04;
/// More than the 0.02 that the method asks for: a tie that has to bend around a node may then cross a third tie.
constexpr double throughCost = 0.05;
constexpr double angleCost = 0.012;
constexpr double lengthCost = 0.05;
constexpr double narrow = 15 * M_PI / 180;
constexpr double longest = 0.68; ///< of the frame's diagonal
constexpr double bend = 40;      ///< how far the second and third of parallel ties bend aside

double side(QPointF p, QPointF q, QPointF r) {
    return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
}

double lengthOf(QPointF way) {
    return std::sqrt(QPointF::dotProduct(way, way));
}

QPointF at(const Spots& spots, int body) {
    return spots[static_cast<size_t>(body)];
}

const Pair& pairAt(const Board& board, int pair) {
    return board.pairs[static_cast<size_t>(pair)];
}

double stressOf(const Board& board, const Spots& spots, int i, int j) {
    const double aim = board.targetOf(i, j);
    const double off = (lengthOf(at(spots, i) - at(spots, j)) - aim) / aim;
    return off * off * board.pullOf(i, j) * aim * aim;
}

double pairCount(const Board& board) {
    return std::max(1.0, board.size() * (board.size() - 1) / 2.0);
}

/// Parallel ties bulge in the middle; what is drawn now and then only may stand in the bulge.
bool runsThrough(const Board& board, const Spots& spots, const Pair& pair, int body) {
    if (body == pair.a || body == pair.b)
        return false;
    const Body& other = board.bodies[static_cast<size_t>(body)];
    const QPointF a = at(spots, pair.a);
    const QPointF b = at(spots, pair.b);
    const QPointF middle = at(spots, body) + other.middle;
    const QPointF half(other.size.width() / 2 + 3, other.size.height() / 2 + 3);
    const QRectF box(middle - half, middle + half);
    const bool bulges = pair.parallel > 1 && !other.hidden;
    if (!bulges && (std::min(a.x(), b.x()) > box.right() || std::max(a.x(), b.x()) < box.left() ||
                    std::min(a.y(), b.y()) > box.bottom() || std::max(a.y(), b.y()) < box.top()))
        return false;
    if (touches(a, b, box))
        return true;
    if (!bulges)
        return false;
    const double bulge = std::min(bend * (pair.parallel / 2), 0.25 * lengthOf(b - a)) * 0.8;
    return touches(a + 0.2 * (b - a), a + 0.8 * (b - a), box.adjusted(-bulge, -bulge, bulge, bulge));
}

double passageCost(const Board& board, const Spots& spots, const Pair& pair, int body) {
    return runsThrough(board, spots, pair, body) ? throughCost * std::min(4, pair.parallel) : 0;
}

double narrowness(const Spots& spots, const Pair& one, const Pair& other) {
    const int joint = one.a == other.a || one.a == other.b ? one.a : one.b;
    const QPointF p = at(spots, one.a == joint ? one.b : one.a) - at(spots, joint);
    const QPointF q = at(spots, other.a == joint ? other.b : other.a) - at(spots, joint);
    const double along = QPointF::dotProduct(p, q);
    const double across = std::abs(p.x() * q.y() - p.y() * q.x());
    if (along <= 0 || across > along * 0.27)
        return 0;
    const double angle = std::atan2(across, along);
    return angle < narrow ? angleCost * (1 - angle / narrow) : 0;
}

/// To cross a bunch of parallel ties is to cross each.
double meetingCost(const Board& board, const Spots& spots, int i, const Meeting& meeting) {
    const Pair& one = pairAt(board, i);
    const Pair& other = pairAt(board, meeting.pair);
    if (one.a == other.a || one.a == other.b || one.b == other.a || one.b == other.b)
        return meeting.weight * narrowness(spots, one, other);
    if (!cross(at(spots, one.a), at(spots, one.b), at(spots, other.a), at(spots, other.b)))
        return 0;
    return meeting.weight * crossingCost * std::min(4, one.parallel * other.parallel);
}

double ownCost(const Board& board, const Spots& spots, const Pair& pair) {
    const double limit = longest * std::hypot(board.frame.width(), board.frame.height());
    const double length = lengthOf(at(spots, pair.a) - at(spots, pair.b));
    double cost = length > limit ? lengthCost * (length / limit - 1) : 0;
    for (int body = 0; body < board.size(); ++body)
        cost += passageCost(board, spots, pair, body);
    return cost;
}

} // namespace

bool touches(QPointF from, QPointF to, const QRectF& rect) {
    double first = 0;
    double last = 1;
    const QPointF way = to - from;
    const auto cut = [&](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double t = distance / direction;
        if (direction < 0)
            first = std::max(first, t);
        else
            last = std::min(last, t);
        return first <= last;
    };
    return cut(-way.x(), from.x() - rect.left()) && cut(way.x(), rect.right() - from.x()) &&
           cut(-way.y(), from.y() - rect.top()) && cut(way.y(), rect.bottom() - from.y());
}

bool cross(QPointF a, QPointF b, QPointF c, QPointF d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

double costOf(const Board& board, const Spots& spots) {
    double stress = 0;
    for (int i = 0; i < board.size(); ++i) {
        for (int j = i + 1; j < board.size(); ++j)
            stress += stressOf(board, spots, i, j);
    }
    double cost = stress / pairCount(board);
    for (int i = 0; i < static_cast<int>(board.pairs.size()); ++i) {
        cost += ownCost(board, spots, pairAt(board, i));
        for (const Meeting& meeting : board.meeting[static_cast<size_t>(i)])
            cost += i < meeting.pair ? meetingCost(board, spots, i, meeting) : 0;
    }
    return cost;
}

int passagesOf(const Board& board, const Spots& spots) {
    int count = 0;
    for (const Pair& pair : board.pairs) {
        for (int body = 0; body < board.size(); ++body)
            count += runsThrough(board, spots, pair, body) ? 1 : 0;
    }
    return count;
}

double costAt(const Board& board, const Spots& spots, int body) {
    double stress = 0;
    for (int j = 0; j < board.size(); ++j)
        stress += j == body ? 0 : stressOf(board, spots, body, j);
    double cost = stress / pairCount(board);
    for (const int i : board.pairsOf[static_cast<size_t>(body)]) {
        cost += ownCost(board, spots, pairAt(board, i));
        for (const Meeting& meeting : board.meeting[static_cast<size_t>(i)])
            cost += meetingCost(board, spots, i, meeting);
    }
    for (const Pair& pair : board.pairs)
        cost += passageCost(board, spots, pair, body);
    return cost;
}

} // namespace entente::relations
