#include "app/relations/layout/tangle.h"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace entente::relations {

namespace {

constexpr double fifthsOfOne = 5;     ///< weights of crossings are whole numbers of these
constexpr int thickest = 4;           ///< ties that count if they are parallel
constexpr double tieRoom = 3;         ///< pixels between a tie and a box that it does not run through
constexpr float leastOverlap = 0.25F; ///< what the smallest overlap counts, of one box on another

} // namespace

Tangle::Four Tangle::rootOf(Four number) {
#ifdef __SSE2__
    return _mm_sqrt_ps(number);
#else
    return Four{std::sqrt(number[0]), std::sqrt(number[1]), std::sqrt(number[2]), std::sqrt(number[3])};
#endif
}

/// What overlaps a box at a spot, of four bodies.
Tangle::Four Tangle::overlaps(size_t block, int body, float x, float y) const {
    const auto self = static_cast<size_t>(body);
    const Four wayX = m_x[block] + m_middleX[block] - (x + get(m_middleX, self));
    const Four wayY = m_y[block] + m_middleY[block] - (y + get(m_middleY, self));
    const Four besideX = m_halfX[block] + (get(m_halfX, self) + m_margin + 1e-9F);
    const Four besideY = m_halfY[block] + (get(m_halfY, self) + m_margin + 1e-9F);
    const Four deepX = besideX - sizeOf(wayX), deepY = besideY - sizeOf(wayY);
    const Four over = leastOverlap + deepX * deepY / (besideX * besideY);
    return (deepX > 0) & (deepY > 0) ? over : Four{};
}

Tangle::Tangle(const Board& board, const Spots& spots, double margin)
    : m_board(board), m_unit(std::hypot(board.frame.width(), board.frame.height())),
      m_margin(static_cast<float>(margin / m_unit)), m_bodyBlocks(blocksOf(board.bodies.size())),
      m_tieBlocks(blocksOf(board.pairs.size())) {
    addBodies(spots);
    addAims();
    addTies();
    recount();
}

void Tangle::addBodies(const Spots& spots) {
    for (Row* row : {&m_x, &m_y, &m_middleX, &m_middleY, &m_halfX, &m_halfY})
        row->assign(m_bodyBlocks, Four{});
    for (size_t i = 0; i < 4 * m_bodyBlocks; ++i) {
        const bool isThere = i < spots.size();
        const QPointF spot = isThere ? spots[i] / m_unit : QPointF(-1e3 * static_cast<double>(i + 1), -1e3);
        m_x[i / 4][i % 4] = static_cast<float>(spot.x());
        m_y[i / 4][i % 4] = static_cast<float>(spot.y());
        if (!isThere)
            continue;
        const Body& body = m_board.bodies[i];
        m_middleX[i / 4][i % 4] = static_cast<float>(body.middle.x() / m_unit);
        m_middleY[i / 4][i % 4] = static_cast<float>(body.middle.y() / m_unit);
        m_halfX[i / 4][i % 4] = static_cast<float>(body.size.width() / 2 / m_unit);
        m_halfY[i / 4][i % 4] = static_cast<float>(body.size.height() / 2 / m_unit);
    }
}

void Tangle::addAims() {
    const int bodies = m_board.size();
    m_sums.resize(4 * m_bodyBlocks);
    m_lengthPull.assign(m_board.bodies.size() * m_bodyBlocks, Four{});
    m_squarePull = m_lengthPull;
    for (int i = 0; i < bodies; ++i) {
        for (int j = 0; j < bodies; ++j) {
            if (i == j)
                continue;
            const double aim = m_board.targetOf(i, j) / m_unit;
            const double weight = m_board.pullOf(i, j) * m_unit * m_unit * aim * aim;
            const auto entry = static_cast<size_t>(i) * 4 * m_bodyBlocks + static_cast<size_t>(j);
            m_lengthPull[entry / 4][entry % 4] = static_cast<float>(weight / aim);
            m_squarePull[entry / 4][entry % 4] = static_cast<float>(weight / (aim * aim));
            m_weight += weight / 2;
        }
    }
}

void Tangle::addTies() {
    const size_t ties = m_board.pairs.size();
    for (Row* row : {&m_ax, &m_ay, &m_bx, &m_by})
        row->assign(m_tieBlocks, Four{} - 1e3F);
    m_thicknesses.assign(m_tieBlocks, Whole{});
    m_weights.assign(ties * m_tieBlocks, Whole{});
    m_crossed = m_weights;
    m_passed.assign(ties * m_bodyBlocks, Whole{});
    m_crossings.resize(ties);
    m_passages.resize(ties);
    m_through.resize(m_board.bodies.size());
    for (size_t tie = 0; tie < ties; ++tie) {
        const Pair& one = m_board.pairs[tie];
        m_thickness.push_back(std::min(thickest, one.parallel));
        m_thicknesses[tie / 4][tie % 4] = m_thickness.back();
        for (const Meeting& meeting : m_board.meeting[tie]) {
            const auto j = static_cast<size_t>(meeting.pair);
            const Pair& two = m_board.pairs[j];
            if (one.a != two.a && one.a != two.b && one.b != two.a && one.b != two.b)
                m_weights[tie * m_tieBlocks + j / 4][j % 4] = static_cast<int>(
                    std::lround(fifthsOfOne * meeting.weight) * std::min(thickest, one.parallel * two.parallel));
        }
    }
    size_t most = 0;
    for (const std::vector<int>& own : m_board.pairsOf)
        most = std::max(most, own.size());
    m_try.crossings.resize(most);
    m_try.passages.resize(most);
    m_try.crossed.resize(most * m_tieBlocks);
    m_try.passed.resize(most * m_bodyBlocks);
    m_try.under.resize(m_tieBlocks);
}

void Tangle::setEnds(size_t tie) {
    const auto a = static_cast<size_t>(m_board.pairs[tie].a), b = static_cast<size_t>(m_board.pairs[tie].b);
    m_ax[tie / 4][tie % 4] = get(m_x, a);
    m_ay[tie / 4][tie % 4] = get(m_y, a);
    m_bx[tie / 4][tie % 4] = get(m_x, b);
    m_by[tie / 4][tie % 4] = get(m_y, b);
}

size_t Tangle::otherEnd(int tie, int body) const {
    const Pair& pair = m_board.pairs[static_cast<size_t>(tie)];
    return static_cast<size_t>(pair.a == body ? pair.b : pair.a);
}

void Tangle::recount() {
    std::fill(m_through.begin(), m_through.end(), 0);
    for (size_t tie = 0; tie < m_board.pairs.size(); ++tie)
        setEnds(tie);
    for (size_t tie = 0; tie < m_board.pairs.size(); ++tie) {
        const int number = static_cast<int>(tie);
        const auto from = static_cast<size_t>(m_board.pairs[tie].a), to = static_cast<size_t>(m_board.pairs[tie].b);
        const float x = get(m_x, to), y = get(m_y, to);
        m_crossings[tie] = cross(number, from, x, y, m_crossed.data() + tie * m_tieBlocks);
        m_passages[tie] = pass(number, from, x, y, m_passed.data() + tie * m_bodyBlocks);
        for (size_t body = 0; body < m_through.size(); ++body)
            m_through[body] += m_passed[tie * m_bodyBlocks + body / 4][body % 4];
    }
    m_lengths = m_squares = 0;
    for (size_t body = 0; body < m_board.bodies.size(); ++body) {
        m_sums[body] = sumsOf(static_cast<int>(body), get(m_x, body), get(m_y, body));
        m_lengths += static_cast<double>(m_sums[body].lengths) / 2;
        m_squares += static_cast<double>(m_sums[body].squares) / 2;
    }
}

Tangle::Sums Tangle::sumsOf(int body, float x, float y) const {
    const auto self = static_cast<size_t>(body);
    Four lengths{}, squares{}, over{};
    for (size_t block = 0; block < m_bodyBlocks; ++block) {
        const Four wayX = m_x[block] - x, wayY = m_y[block] - y;
        const Four square = wayX * wayX + wayY * wayY;
        lengths += m_lengthPull[self * m_bodyBlocks + block] * rootOf(square);
        squares += m_squarePull[self * m_bodyBlocks + block] * square;
        over += overlaps(block, body, x, y);
    }
    const float own = overlaps(self / 4, body, x, y)[self % 4];
    return {sumOf(lengths), sumOf(squares), sumOf(over) - own};
}

/// What crosses a tie from the spot of one end to a place.
int Tangle::cross(int tie, size_t end, float x, float y, Whole* each) const {
    const float x0 = get(m_x, end), y0 = get(m_y, end);
    const float wayX = x - x0, wayY = y - y0;
    const Whole* weights = m_weights.data() + static_cast<size_t>(tie) * m_tieBlocks;
    Whole sum{};
    for (size_t block = 0; block < m_tieBlocks; ++block) {
        const Four ax = m_ax[block] - x0, ay = m_ay[block] - y0, bx = m_bx[block] - x0, by = m_by[block] - y0;
        const Four dx = bx - ax, dy = by - ay;
        const Four sideA = wayX * ay - wayY * ax, sideB = wayX * by - wayY * bx;
        const Four start = dy * ax - dx * ay;
        const Four finish = start + (dx * wayY - dy * wayX);
        each[block] = weights[block] & (sideA * sideB < 0) & (start * finish < 0);
        sum += each[block];
    }
    return sumOf(sum);
}

/// What a tie from the spot of one end to a place runs through: no line parallel to a side of either parts them.
int Tangle::pass(int tie, size_t end, float x, float y, Whole* each) const {
    const auto room = static_cast<float>(tieRoom / m_unit);
    const float middleX = (x + get(m_x, end)) / 2, middleY = (y + get(m_y, end)) / 2;
    const float halfX = std::abs(x - get(m_x, end)) / 2, halfY = std::abs(y - get(m_y, end)) / 2;
    const float sign = (x - get(m_x, end)) * (y - get(m_y, end)) < 0 ? -1.0F : 1.0F;
    const int thickness = m_thickness[static_cast<size_t>(tie)];
    Whole sum{};
    for (size_t block = 0; block < m_bodyBlocks; ++block) {
        const Four wayX = middleX - m_x[block] - m_middleX[block], wayY = middleY - m_y[block] - m_middleY[block];
        const Four boxX = m_halfX[block] + room, boxY = m_halfY[block] + room;
        each[block] = thickness & (sizeOf(wayX) <= boxX + halfX) & (sizeOf(wayY) <= boxY + halfY) &
                      (sizeOf(halfX * wayY - sign * halfY * wayX) <= boxX * halfY + boxY * halfX);
        sum += each[block];
    }
    const Pair& pair = m_board.pairs[static_cast<size_t>(tie)];
    for (const auto self : {static_cast<size_t>(pair.a), static_cast<size_t>(pair.b)}) {
        sum[0] -= each[self / 4][self % 4];
        each[self / 4][self % 4] = 0;
    }
    return sumOf(sum);
}

/// The ties of others that run through a body's box at a place.
int Tangle::passUnder(int body, float x, float y, Whole* each) const {
    const auto self = static_cast<size_t>(body);
    const auto room = static_cast<float>(tieRoom / m_unit);
    const float boxX = get(m_halfX, self) + room, boxY = get(m_halfY, self) + room;
    const float middleX = x + get(m_middleX, self), middleY = y + get(m_middleY, self);
    Whole sum{};
    for (size_t block = 0; block < m_tieBlocks; ++block) {
        const Four wayX = (m_ax[block] + m_bx[block]) / 2 - middleX, wayY = (m_ay[block] + m_by[block]) / 2 - middleY;
        const Four halfX = (m_bx[block] - m_ax[block]) / 2, halfY = (m_by[block] - m_ay[block]) / 2;
        each[block] = m_thicknesses[block] & (sizeOf(wayX) <= boxX + sizeOf(halfX)) &
                      (sizeOf(wayY) <= boxY + sizeOf(halfY)) &
                      (sizeOf(halfX * wayY - halfY * wayX) <= boxX * sizeOf(halfY) + boxY * sizeOf(halfX));
        sum += each[block];
    }
    for (const int tie : m_board.pairsOf[self]) {
        const auto own = static_cast<size_t>(tie);
        sum[0] -= each[own / 4][own % 4];
        each[own / 4][own % 4] = 0;
    }
    return sumOf(sum);
}

/// What the distances of the body that is tried cost more.
double Tangle::distances(int body) const {
    const Sums& before = m_sums[static_cast<size_t>(body)];
    const Sums& after = m_try.sums;
    const auto worse = [](float now, float then) { return static_cast<double>(now) - static_cast<double>(then); };
    return stress(m_lengths + worse(after.lengths, before.lengths), m_squares + worse(after.squares, before.squares)) -
           stress(m_lengths, m_squares) + m_prices.overlap * worse(after.overlaps, before.overlaps);
}

double Tangle::trial(int body, QPointF spot, double limit) {
    m_try.body = body;
    const float x = m_try.x = static_cast<float>(spot.x() / m_unit);
    const float y = m_try.y = static_cast<float>(spot.y() / m_unit);
    m_try.sums = sumsOf(body, x, y);
    const std::vector<int>& own = m_board.pairsOf[static_cast<size_t>(body)];
    const double crossing = m_prices.crossing / fifthsOfOne;
    double cost = distances(body) - m_prices.passage * m_through[static_cast<size_t>(body)];
    for (const int tie : own)
        cost -=
            crossing * m_crossings[static_cast<size_t>(tie)] + m_prices.passage * m_passages[static_cast<size_t>(tie)];
    if (!(cost <= limit))
        return cost;
    for (size_t k = 0; k < own.size() && cost <= limit; ++k) {
        m_try.crossings[k] = cross(own[k], otherEnd(own[k], body), x, y, m_try.crossed.data() + k * m_tieBlocks);
        cost += crossing * m_try.crossings[k];
    }
    if (!(cost <= limit))
        return cost;
    m_try.through = passUnder(body, x, y, m_try.under.data());
    cost += m_prices.passage * m_try.through;
    for (size_t k = 0; k < own.size() && cost <= limit; ++k) {
        m_try.passages[k] = pass(own[k], otherEnd(own[k], body), x, y, m_try.passed.data() + k * m_bodyBlocks);
        cost += m_prices.passage * m_try.passages[k];
    }
    return cost;
}

void Tangle::accept() {
    acceptDistances();
    const auto self = static_cast<size_t>(m_try.body);
    m_x[self / 4][self % 4] = m_try.x;
    m_y[self / 4][self % 4] = m_try.y;
    acceptCrossings();
    acceptPassages();
}

void Tangle::acceptDistances() {
    const auto self = static_cast<size_t>(m_try.body);
    const float oldX = get(m_x, self), oldY = get(m_y, self);
    for (size_t block = 0; block < m_bodyBlocks; ++block) {
        const Four oldWayX = m_x[block] - oldX, oldWayY = m_y[block] - oldY;
        const Four wayX = m_x[block] - m_try.x, wayY = m_y[block] - m_try.y;
        const Four oldSquare = oldWayX * oldWayX + oldWayY * oldWayY, square = wayX * wayX + wayY * wayY;
        const Four lengths = m_lengthPull[self * m_bodyBlocks + block] * (rootOf(square) - rootOf(oldSquare));
        const Four squares = m_squarePull[self * m_bodyBlocks + block] * (square - oldSquare);
        const Four over = overlaps(block, m_try.body, m_try.x, m_try.y) - overlaps(block, m_try.body, oldX, oldY);
        for (size_t lane = 0; lane < 4; ++lane) {
            Sums& sums = m_sums[4 * block + lane];
            sums.lengths += lengths[lane];
            sums.squares += squares[lane];
            sums.overlaps += over[lane];
        }
    }
    m_lengths += static_cast<double>(m_try.sums.lengths) - static_cast<double>(m_sums[self].lengths);
    m_squares += static_cast<double>(m_try.sums.squares) - static_cast<double>(m_sums[self].squares);
    m_sums[self] = m_try.sums;
}

void Tangle::acceptCrossings() {
    const std::vector<int>& own = m_board.pairsOf[static_cast<size_t>(m_try.body)];
    for (size_t k = 0; k < own.size(); ++k) {
        const auto tie = static_cast<size_t>(own[k]);
        setEnds(tie);
        m_crossings[tie] = m_try.crossings[k];
        for (size_t block = 0; block < m_tieBlocks; ++block) {
            const Whole now = m_try.crossed[k * m_tieBlocks + block];
            const Whole change = now - m_crossed[tie * m_tieBlocks + block];
            for (size_t lane = 0; !isNothing(change) && lane < 4; ++lane) {
                const size_t other = 4 * block + lane;
                if (change[lane] == 0)
                    continue;
                m_crossings[other] += change[lane];
                m_crossed[other * m_tieBlocks + tie / 4][tie % 4] = now[lane];
            }
            m_crossed[tie * m_tieBlocks + block] = now;
        }
    }
}

void Tangle::acceptPassages() {
    const auto self = static_cast<size_t>(m_try.body);
    const std::vector<int>& own = m_board.pairsOf[self];
    for (size_t k = 0; k < own.size(); ++k) {
        const auto tie = static_cast<size_t>(own[k]);
        m_passages[tie] = m_try.passages[k];
        for (size_t block = 0; block < m_bodyBlocks; ++block) {
            const Whole now = m_try.passed[k * m_bodyBlocks + block];
            const Whole change = now - m_passed[tie * m_bodyBlocks + block];
            for (size_t lane = 0; !isNothing(change) && lane < 4; ++lane) {
                if (change[lane] != 0)
                    m_through[4 * block + lane] += change[lane];
            }
            m_passed[tie * m_bodyBlocks + block] = now;
        }
    }
    for (size_t tie = 0; tie < m_passages.size(); ++tie) {
        const int now = m_try.under[tie / 4][tie % 4];
        const size_t entry = tie * m_bodyBlocks + self / 4;
        m_passages[tie] += now - m_passed[entry][self % 4];
        m_passed[entry][self % 4] = now;
    }
    m_through[self] = m_try.through;
}

double Tangle::cost() const {
    double crossings = 0, passages = 0, over = 0;
    for (size_t tie = 0; tie < m_crossings.size(); ++tie) {
        crossings += m_crossings[tie] / fifthsOfOne / 2;
        passages += m_passages[tie];
    }
    for (size_t body = 0; body < m_board.bodies.size(); ++body)
        over += static_cast<double>(m_sums[body].overlaps) / 2;
    return stress(m_lengths, m_squares) + m_prices.crossing * crossings + m_prices.passage * passages +
           m_prices.overlap * over;
}

QPointF Tangle::spot(int body) const {
    return m_unit * QPointF(get(m_x, static_cast<size_t>(body)), get(m_y, static_cast<size_t>(body)));
}

Spots Tangle::spots() const {
    Spots spots;
    for (int body = 0; body < m_board.size(); ++body)
        spots.push_back(spot(body));
    return spots;
}

} // namespace entente::relations
