#include "app/relations/layout/cost.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

// Weights were found by trying on the bundled dossier: what is found with them depends on chance, and these found a
// drawing that is good at all its moments. A tie that has to bend around a node may then cross a third tie.
constexpr double crossingCost = 0.085, crossingOfFew = 0.059;
constexpr double throughCost = 0.05;
constexpr double angleCost = 0.045, angleOfFew = 0.033;
constexpr double lengthCost = 0.05;
constexpr double nearCost = 0.025, nearOfFew = 0.02;
constexpr double narrow = 17 * M_PI / 180;
constexpr double narrowSlope = 0.3057; ///< its tangent
constexpr double longest = 0.68;       ///< of the frame's diagonal
constexpr double nearest = 2.4;        ///< margins between the boxes of a pair, so that its tie can be seen and clicked
constexpr double bend = 40;            ///< how far the second and third of parallel ties bend aside
constexpr double tieClearance = 3;
constexpr double fifths = 5; ///< weights of meetings are whole numbers of these

double side(QPointF p, QPointF q, QPointF r) {
    return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
}

} // namespace

Cost::Cost(const Board& board, const Spots& spots)
    : m_board(board), m_size(board.size()), m_longest(longest * std::hypot(board.frame.width(), board.frame.height())),
      m_pairs(board.pairs) {
    for (size_t i = 0; i < board.bodies.size(); ++i) {
        m_x.push_back(spots[i].x());
        m_y.push_back(spots[i].y());
        const QRectF box = boxAt(board.bodies[i], {0, 0});
        m_sides.push_back({box.left(), box.top(), box.right(), box.bottom()});
        m_grown.push_back({box.left() - tieClearance, box.top() - tieClearance, box.right() + tieClearance,
                           box.bottom() + tieClearance});
    }
    m_boxes.resize((board.bodies.size() + 1) / 2);
    for (int body = 0; body < m_size; ++body)
        setBox(body);
    m_segments.resize((m_pairs.size() + 1) / 2);
    m_thickness.resize(m_segments.size(), Whole{});
    m_crossed.resize(m_pairs.size() * m_segments.size(), Whole{});
    for (size_t pair = 0; pair < m_pairs.size(); ++pair)
        addPair(pair);
    for (int body = 0; body < m_size; ++body)
        addLengths(body, 0.5);
}

void Cost::addPair(size_t pair) {
    const Pair& one = m_pairs[pair];
    Segments& ends = m_segments[pair / 2];
    ends.ax[pair % 2] = m_x[at(one.a)];
    ends.ay[pair % 2] = m_y[at(one.a)];
    ends.bx[pair % 2] = m_x[at(one.b)];
    ends.by[pair % 2] = m_y[at(one.b)];
    m_thickness[pair / 2][pair % 2] = std::min(4, one.parallel);
    if (one.parallel > 1)
        m_bunches.push_back(static_cast<int>(pair));
    m_rivals.emplace_back();
    for (const Meeting& meeting : m_board.meeting[pair]) {
        const Pair& other = m_pairs[at(meeting.pair)];
        const int joint = one.a == other.a || one.a == other.b   ? one.a
                          : one.b == other.a || one.b == other.b ? one.b
                                                                 : -1;
        // To cross a bunch of parallel ties is to cross each.
        if (joint >= 0)
            m_rivals.back().push_back({meeting.pair, meeting.weight, joint});
        else
            m_crossed[pair * m_segments.size() + at(meeting.pair / 2)][half(meeting.pair)] =
                std::lround(fifths * meeting.weight) * std::min(4, one.parallel * other.parallel);
    }
}

void Cost::setBox(int body) {
    const Sides box = boxOf(body);
    Boxes& two = m_boxes[at(body / 2)];
    two.x[half(body)] = (box.left + box.right) / 2;
    two.y[half(body)] = (box.top + box.bottom) / 2;
    two.halfX[half(body)] = (box.right - box.left) / 2;
    two.halfY[half(body)] = (box.bottom - box.top) / 2;
}

void Cost::move(int body, QPointF spot) {
    addLengths(body, -1);
    m_x[at(body)] = spot.x();
    m_y[at(body)] = spot.y();
    addLengths(body, 1);
    setBox(body);
    for (const int pair : m_board.pairsOf[at(body)]) {
        const bool isFirst = m_pairs[at(pair)].a == body;
        Segments& ends = m_segments[at(pair / 2)];
        (isFirst ? ends.ax : ends.bx)[half(pair)] = spot.x();
        (isFirst ? ends.ay : ends.by)[half(pair)] = spot.y();
    }
}

double Cost::stress() const {
    if (m_board.keepsLengths)
        return m_board.stressWeight * (m_squares - 2 * m_lengths + 1);
    return m_squares > 0 ? m_board.stressWeight * (1 - m_lengths * m_lengths / m_squares) : 0;
}

/// Adds a share of what the lengths from one body to all others have in stress.
void Cost::addLengths(int body, double share) {
    if (m_board.squared.empty())
        return;
    const double* inverse = m_board.inverse.data() + at(body) * at(m_size);
    const double* squared = m_board.squared.data() + at(body) * at(m_size);
    const double x = m_x[at(body)], y = m_y[at(body)];
    double lengths = 0, squares = 0;
    for (size_t j = 0; j < m_x.size(); ++j) {
        const double square = (x - m_x[j]) * (x - m_x[j]) + (y - m_y[j]) * (y - m_y[j]);
        lengths += inverse[j] * std::sqrt(square);
        squares += squared[j] * square;
    }
    m_lengths += share * lengths;
    m_squares += share * squares;
}

int Cost::crossed(int pair) const {
    const Pair& ends = m_pairs[at(pair)];
    const double ax = m_x[at(ends.a)], ay = m_y[at(ends.a)], bx = m_x[at(ends.b)] - ax, by = m_y[at(ends.b)] - ay;
    const Whole* weights = crossedBy(pair);
    Whole count{};
    for (const Segments& other : m_segments) {
        const Two cx = other.ax, cy = other.ay, dx = other.bx - cx, dy = other.by - cy;
        const Two c = bx * (cy - ay) - by * (cx - ax);
        const Two d = bx * (cy + dy - ay) - by * (cx + dx - ax);
        const Two a = dx * (ay - cy) - dy * (ax - cx);
        const Two b = dx * (ay + by - cy) - dy * (ax + bx - cx);
        count += *weights++ & (c * d < 0) & (a * b < 0);
    }
    return static_cast<int>(count[0] + count[1]);
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
    if (along <= 0 || across > along * narrowSlope)
        return 0;
    return m_board.readability * (m_board.keepsLengths ? angleOfFew : angleCost) *
           std::max(0.0, 1 - std::atan2(across, along) / narrow);
}

double Cost::meetings(int pair) const {
    double cost = m_board.readability * (m_board.keepsLengths ? crossingOfFew : crossingCost) * crossed(pair) / fifths;
    for (const Rival& rival : m_rivals[at(pair)])
        cost += rival.weight * narrowness(pair, rival.pair, rival.joint);
    return cost;
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

Cost::Sides Cost::boxOf(int body) const {
    const double x = m_x[at(body)], y = m_y[at(body)];
    const Sides& s = m_grown[at(body)];
    return {x + s.left, y + s.top, x + s.right, y + s.bottom};
}

bool Cost::runsThrough(int pair, int body) const {
    const Pair& p = m_pairs[at(pair)];
    return body != p.a && body != p.b && (touches(pair, 0, 1, boxOf(body)) || runsBeside(pair, body));
}

/// Parallel ties bulge in the middle; what is drawn now and then only may stand in the bulge.
bool Cost::runsBeside(int pair, int body) const {
    const Pair& p = m_pairs[at(pair)];
    if (p.parallel < 2 || m_board.bodies[at(body)].hidden || body == p.a || body == p.b)
        return false;
    const Sides box = boxOf(body);
    const double length = std::hypot(m_x[at(p.a)] - m_x[at(p.b)], m_y[at(p.a)] - m_y[at(p.b)]);
    const int rows = p.parallel / 2;
    const double bulge = std::min(bend * rows, 0.25 * length) * 0.8;
    return touches(pair, 0.2, 0.8, {box.left - bulge, box.top - bulge, box.right + bulge, box.bottom + bulge});
}

namespace {

/// A segment or a box, or two of them, as its middle and half of its extent.
template <typename Number>
struct Extents {
    Number x, y, halfX, halfY;
};

template <typename Number>
Extents<Number> extentsOf(Number ax, Number ay, Number bx, Number by) {
    return {(ax + bx) / 2, (ay + by) / 2, (bx - ax) / 2, (by - ay) / 2};
}

template <typename Number>
Number sizeOf(Number number) {
    return number < 0 ? -number : number;
}

/// Whether segments touch boxes: no line parallel to a side of either parts them. Without branches.
template <typename Segment, typename Box>
auto isTouched(const Segment& segment, const Box& box) {
    const auto x = segment.x - box.x, y = segment.y - box.y;
    const auto alongX = sizeOf(segment.halfX), alongY = sizeOf(segment.halfY);
    const auto aside = sizeOf(segment.halfX * y - segment.halfY * x);
    return (sizeOf(x) <= box.halfX + alongX) & (sizeOf(y) <= box.halfY + alongY) &
           (aside <= box.halfX * alongY + box.halfY * alongX);
}

} // namespace

/// What it costs that a pair runs through boxes of others.
double Cost::passagesOf(int pair) const {
    const Pair& ends = m_pairs[at(pair)];
    const auto segment = extentsOf(m_x[at(ends.a)], m_y[at(ends.a)], m_x[at(ends.b)], m_y[at(ends.b)]);
    std::int64_t count = 0;
    if (ends.parallel > 1) {
        for (int body = 0; body < m_size; ++body)
            count += runsThrough(pair, body) ? 1 : 0;
    } else {
        Whole sum{};
        for (const Boxes& boxes : m_boxes)
            sum -= isTouched(segment, boxes); // true is -1
        count = sum[0] + sum[1];
        for (const int end : {ends.a, ends.b})
            count += isTouched(segment, m_boxes[at(end / 2)])[half(end)];
    }
    return m_board.readability * throughCost * thickness(pair) * static_cast<double>(count);
}

/// What it costs that others run through a body's box.
double Cost::passagesThrough(int body) const {
    const Sides sides = boxOf(body);
    const auto box = extentsOf(sides.left, sides.top, sides.right, sides.bottom);
    const auto touched = [&](size_t two) {
        const Segments& s = m_segments[two];
        return isTouched(extentsOf(s.ax, s.ay, s.bx, s.by), box) & m_thickness[two];
    };
    Whole sum{};
    for (size_t two = 0; two < m_segments.size(); ++two)
        sum += touched(two);
    std::int64_t count = sum[0] + sum[1];
    for (const int pair : m_board.pairsOf[at(body)])
        count -= touched(at(pair / 2))[half(pair)];
    for (const int pair : m_bunches)
        count += touched(at(pair / 2))[half(pair)] == 0 && runsBeside(pair, body) ? thickness(pair) : 0;
    return m_board.readability * throughCost * static_cast<double>(count);
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
    cost += (m_board.keepsLengths ? nearOfFew : nearCost) *
            std::max(0.0, 1 - gap(p.a, p.b) / std::max(1.0, nearest * m_board.margin));
    return cost * m_board.readability + passagesOf(pair);
}

double Cost::whole() const {
    double cost = stress();
    for (int pair = 0; pair < static_cast<int>(m_pairs.size()); ++pair)
        cost += own(pair) + meetings(pair) / 2; // each is met by both
    return cost;
}

double Cost::of(int body, double limit) const {
    double cost = stress();
    for (const int pair : m_board.pairsOf[at(body)]) {
        if (cost > limit)
            return cost;
        cost += own(pair) + meetings(pair);
    }
    return cost + passagesThrough(body);
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

Spots Cost::spots() const {
    Spots spots;
    for (int i = 0; i < m_size; ++i)
        spots.push_back(spot(i));
    return spots;
}

int Cost::passages(int body) const {
    int count = 0;
    for (int pair = 0; pair < static_cast<int>(m_pairs.size()); ++pair) {
        const bool isOwn = m_pairs[at(pair)].a == body || m_pairs[at(pair)].b == body;
        for (int other = isOwn ? 0 : body; other < (isOwn ? m_size : body + 1); ++other)
            count += runsThrough(pair, other) ? 1 : 0;
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
