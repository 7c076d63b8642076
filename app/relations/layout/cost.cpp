#include "app/relations/layout/cost.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

// Weights were found by trying on the bundled dossier. A tie that has to bend around a node may then cross a third tie.
constexpr double crossingCost = 0.04;
constexpr double throughCost = 0.05;
constexpr double angleCost = 0.012;
constexpr double lengthCost = 0.05;
constexpr double nearCost = 0.03;
constexpr double narrow = 15 * M_PI / 180;
constexpr double longest = 0.68; ///< of the frame's diagonal
constexpr double nearest = 2.4;  ///< margins between the boxes of a pair, so that its tie can be seen and clicked
constexpr double bend = 40;      ///< how far the second and third of parallel ties bend aside
constexpr double tieClearance = 3;

double side(QPointF p, QPointF q, QPointF r) {
    return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
}

} // namespace

Cost::Cost(const Board& board, const Spots& spots)
    : m_board(board), m_size(board.size()), m_pairCount(std::max(1.0, m_size * (m_size - 1) / 2.0)),
      m_longest(longest * std::hypot(board.frame.width(), board.frame.height())), m_pairs(board.pairs) {
    for (size_t i = 0; i < board.bodies.size(); ++i) {
        m_x.push_back(spots[i].x());
        m_y.push_back(spots[i].y());
        const QRectF box = boxAt(board.bodies[i], {0, 0});
        m_sides.push_back({box.left(), box.top(), box.right(), box.bottom()});
    }
    for (size_t pair = 0; pair < m_pairs.size(); ++pair)
        addPair(pair);
}

void Cost::addPair(size_t pair) {
    m_rivals.emplace_back();
    const Pair& one = m_pairs[pair];
    for (const Meeting& meeting : m_board.meeting[pair]) {
        const Pair& other = m_pairs[at(meeting.pair)];
        const int joint = one.a == other.a || one.a == other.b   ? one.a
                          : one.b == other.a || one.b == other.b ? one.b
                                                                 : -1;
        // To cross a bunch of parallel ties is to cross each.
        const double weight = joint >= 0 ? meeting.weight : meeting.weight * std::min(4, one.parallel * other.parallel);
        m_rivals.back().push_back({meeting.pair, weight, joint});
    }
}

void Cost::move(int body, QPointF spot) {
    m_x[at(body)] = spot.x();
    m_y[at(body)] = spot.y();
}

double Cost::stress(int i, int j) const {
    const size_t cell = at(i) * at(m_size) + at(j);
    const double aim = m_board.target[cell];
    const double x = m_x[at(i)] - m_x[at(j)];
    const double y = m_y[at(i)] - m_y[at(j)];
    const double off = std::sqrt(x * x + y * y) - aim;
    return off * off * m_board.pull[cell];
}

bool Cost::cross(int one, int other) const {
    const Pair& p = m_pairs[at(one)];
    const Pair& q = m_pairs[at(other)];
    const double ax = m_x[at(p.a)], ay = m_y[at(p.a)], bx = m_x[at(p.b)] - ax, by = m_y[at(p.b)] - ay;
    const double cx = m_x[at(q.a)], cy = m_y[at(q.a)], dx = m_x[at(q.b)] - cx, dy = m_y[at(q.b)] - cy;
    const double c = bx * (cy - ay) - by * (cx - ax);
    const double d = bx * (cy + dy - ay) - by * (cx + dx - ax);
    if (c * d >= 0)
        return false;
    const double a = dx * (ay - cy) - dy * (ax - cx);
    const double b = dx * (ay + by - cy) - dy * (ax + bx - cx);
    return a * b < 0;
}

double Cost::narrowness(int one, int other, int joint) const {
    const Pair& p = m_pairs[at(one)];
    const Pair& q = m_pairs[at(other)];
    const size_t first = at(p.a == joint ? p.b : p.a);
    const size_t second = at(q.a == joint ? q.b : q.a);
    const double x = m_x[at(joint)], y = m_y[at(joint)];
    const double px = m_x[first] - x, py = m_y[first] - y, qx = m_x[second] - x, qy = m_y[second] - y;
    const double along = px * qx + py * qy;
    const double across = std::abs(px * qy - py * qx);
    if (along <= 0 || across > along * 0.27)
        return 0;
    return m_board.readability * angleCost * std::max(0.0, 1 - std::atan2(across, along) / narrow);
}

double Cost::meeting(int pair, const Rival& rival) const {
    if (rival.joint >= 0)
        return rival.weight * narrowness(pair, rival.pair, rival.joint);
    return cross(pair, rival.pair) ? rival.weight * m_board.readability * crossingCost : 0;
}

bool Cost::touches(int pair, double from, double to, const Sides& box) const {
    const Pair& p = m_pairs[at(pair)];
    const double x = m_x[at(p.a)], y = m_y[at(p.a)];
    const double wayX = m_x[at(p.b)] - x, wayY = m_y[at(p.b)] - y;
    const double ax = x + from * wayX, ay = y + from * wayY, bx = x + to * wayX, by = y + to * wayY;
    if (std::max(ax, bx) < box.left || std::min(ax, bx) > box.right || std::max(ay, by) < box.top ||
        std::min(ay, by) > box.bottom)
        return false;
    return relations::touches({ax, ay}, {bx, by}, {box.left, box.top, box.right - box.left, box.bottom - box.top});
}

/// Parallel ties bulge in the middle; what is drawn now and then only may stand in the bulge.
bool Cost::runsThrough(int pair, int body) const {
    const Pair& p = m_pairs[at(pair)];
    if (body == p.a || body == p.b)
        return false;
    const double x = m_x[at(body)], y = m_y[at(body)];
    const Sides& s = m_sides[at(body)];
    const Sides box{x + s.left - tieClearance, y + s.top - tieClearance, x + s.right + tieClearance,
                    y + s.bottom + tieClearance};
    if (touches(pair, 0, 1, box))
        return true;
    if (p.parallel < 2 || m_board.bodies[at(body)].hidden)
        return false;
    const double length = std::hypot(m_x[at(p.a)] - m_x[at(p.b)], m_y[at(p.a)] - m_y[at(p.b)]);
    const int rows = p.parallel / 2;
    const double bulge = std::min(bend * rows, 0.25 * length) * 0.8;
    return touches(pair, 0.2, 0.8, {box.left - bulge, box.top - bulge, box.right + bulge, box.bottom + bulge});
}

double Cost::passage(int pair, int body) const {
    return runsThrough(pair, body) ? m_board.readability * throughCost * std::min(4, m_pairs[at(pair)].parallel) : 0;
}

/// Between the boxes of two bodies, pixels.
double Cost::gap(int i, int j) const {
    const Sides& s = m_sides[at(i)];
    const Sides& o = m_sides[at(j)];
    const double x = m_x[at(j)] - m_x[at(i)], y = m_y[at(j)] - m_y[at(i)];
    const double across = std::max({x + o.left - s.right, s.left - x - o.right, 0.0});
    const double down = std::max({y + o.top - s.bottom, s.top - y - o.bottom, 0.0});
    return std::hypot(across, down);
}

double Cost::own(int pair) const {
    const Pair& p = m_pairs[at(pair)];
    const double length = std::hypot(m_x[at(p.a)] - m_x[at(p.b)], m_y[at(p.a)] - m_y[at(p.b)]);
    double cost = length > m_longest ? lengthCost * (length / m_longest - 1) : 0;
    cost += nearCost * std::max(0.0, 1 - gap(p.a, p.b) / std::max(1.0, nearest * m_board.margin));
    cost *= m_board.readability;
    for (int body = 0; body < m_size; ++body)
        cost += passage(pair, body);
    return cost;
}

double Cost::whole() const {
    double sum = 0;
    for (int i = 0; i < m_size; ++i) {
        for (int j = i + 1; j < m_size; ++j)
            sum += stress(i, j);
    }
    double cost = sum / m_pairCount;
    for (int pair = 0; pair < static_cast<int>(m_pairs.size()); ++pair) {
        cost += own(pair);
        for (const Rival& rival : m_rivals[at(pair)])
            cost += pair < rival.pair ? meeting(pair, rival) : 0;
    }
    return cost;
}

double Cost::of(int body, double limit) const {
    double sum = 0;
    for (int j = 0; j < m_size; ++j)
        sum += j == body ? 0 : stress(body, j);
    double cost = sum / m_pairCount;
    for (const int pair : m_board.pairsOf[at(body)]) {
        if (cost > limit)
            return cost;
        cost += own(pair);
        for (const Rival& rival : m_rivals[at(pair)])
            cost += meeting(pair, rival);
    }
    for (int pair = 0; pair < static_cast<int>(m_pairs.size()); ++pair)
        cost += passage(pair, body);
    return cost;
}

double Cost::overlapOf(int body) const {
    const double margin = m_board.margin;
    const Sides& s = m_sides[at(body)];
    const double left = m_x[at(body)] + s.left - margin, right = m_x[at(body)] + s.right + margin;
    const double top = m_y[at(body)] + s.top - margin, bottom = m_y[at(body)] + s.bottom + margin;
    const double area = (s.right - s.left) * (s.bottom - s.top);
    double sum = 0;
    for (int j = 0; j < m_size; ++j) {
        const Sides& o = m_sides[at(j)];
        const double x = m_x[at(j)], y = m_y[at(j)];
        const double width = std::min(right, x + o.right) - std::max(left, x + o.left);
        const double height = std::min(bottom, y + o.bottom) - std::max(top, y + o.top);
        if (width > 0 && height > 0 && j != body)
            sum += 0.25 + std::min(1.0, width * height / std::max(1.0, area));
    }
    return sum;
}

int Cost::passages() const {
    int count = 0;
    for (int pair = 0; pair < static_cast<int>(m_pairs.size()); ++pair) {
        for (int body = 0; body < m_size; ++body)
            count += runsThrough(pair, body) ? 1 : 0;
    }
    return count;
}

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

} // namespace entente::relations
