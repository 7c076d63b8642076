#include "app/relations/layout/forces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

namespace entente::relations {

namespace {

constexpr int fullest = 16;       ///< bodies of a leaf
constexpr int deepest = 16;       ///< levels of the tree, bits of a Morton code's half
constexpr float softness = 1e-3F; ///< squared length below which repulsion grows no more
constexpr float wideness = 1.0F;  ///< a square is one body if its side is below this share of its distance
constexpr float friction = 0.6F;  ///< share of the speed that is kept
constexpr size_t block = 128;     ///< bodies whose sums are kept at hand
constexpr size_t fewest = 1500;   ///< bodies that are worth a thread
constexpr int mostHolding = 100;  ///< pivots that hold: more measured no better

/// The lower 16 bits of a number with a gap after each.
quint64 gapped(quint64 bits) {
    bits = (bits | bits << 8) & 0x00FF00FFU;
    bits = (bits | bits << 4) & 0x0F0F0F0FU;
    bits = (bits | bits << 2) & 0x33333333U;
    return (bits | bits << 1) & 0x55555555U;
}

/// Work on 0 to `count` in two parts side by side, or in one if it is little.
template <typename Work>
void inHalves(size_t count, size_t bodies, const Work& work) {
    if (bodies < fewest)
        return work(0, count);
    const auto other = std::async(std::launch::async, [&] { work(count / 2, count); });
    work(0, count / 2);
    other.wait();
}

} // namespace

Forces::Forces(const Web& web, const Pivots& pivots, Cloud& cloud, const std::vector<bool>& fixed)
    : m_pivots(pivots), m_stride(std::max(1, pivots.count() / mostHolding)), m_cloud(cloud), m_fixed(fixed),
      m_holds(cloud.x.size(), 1e-9F), m_order(cloud.x.size()) {
    for (int body = 0; body < web.size(); ++body) {
        for (int entry = web.first[at(body)]; entry < web.first[at(body) + 1]; ++entry) {
            const int other = web.other[at(entry)];
            const auto one = static_cast<float>(web.degree(body)), two = static_cast<float>(web.degree(other));
            const float length = static_cast<float>(grain) * static_cast<float>(web.length[at(entry)]);
            if (body < other)
                m_springs.push_back({body, other, length, 1 / std::min(one, two), one / (one + two)});
        }
    }
    for (int pivot = 0; pivot < pivots.count(); pivot += m_stride) {
        for (size_t body = 0; body < m_holds.size(); ++body)
            m_holds[body] += pivots.pulls(pivot)[body];
    }
    m_speed.x.assign(cloud.x.size(), 0);
    m_speed.y = m_speed.x;
    m_sorted = m_speed;
}

void Forces::tick(const Strengths& strengths, double done) {
    const double heat = strengths.heat * std::pow(0.01, done);
    pullSprings(static_cast<float>(heat));
    sort();
    inHalves(m_leaves.size(), m_order.size(),
             [&](size_t first, size_t last) { repelFrom(first, last, static_cast<float>(heat * strengths.push)); });
    inHalves(m_order.size(), m_order.size(),
             [&](size_t first, size_t last) { hold(first, last, static_cast<float>(heat * strengths.hold)); });
    move();
}

/// Brings bodies into the order of a Z-shaped walk and grows the tree over them.
void Forces::sort() {
    const auto [left, right] = std::minmax_element(m_cloud.x.begin(), m_cloud.x.end());
    const auto [top, bottom] = std::minmax_element(m_cloud.y.begin(), m_cloud.y.end());
    const float side = std::max({*right - *left, *bottom - *top, 1e-6F});
    const float scale = 65535 / side;
    const float x0 = *left, y0 = *top;
    for (size_t i = 0; i < m_order.size(); ++i) {
        const auto column = static_cast<quint64>((m_cloud.x[i] - x0) * scale);
        const auto row = static_cast<quint64>((m_cloud.y[i] - y0) * scale);
        m_order[i] = (gapped(row) << 1 | gapped(column)) << 32 | i;
    }
    std::sort(m_order.begin(), m_order.end());
    for (size_t i = 0; i < m_order.size(); ++i) {
        m_sorted.x[i] = m_cloud.x[m_order[i] & 0xFFFFFFFFU];
        m_sorted.y[i] = m_cloud.y[m_order[i] & 0xFFFFFFFFU];
    }
    m_squares.clear();
    m_leaves.clear();
    grow(0, static_cast<int>(m_order.size()), 0, side);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as a Morton code has pairs of bits.
void Forces::grow(int from, int to, int level, float side) {
    const size_t self = m_squares.size();
    m_squares.push_back({0, 0, side, from, to, 0, to - from <= fullest || level == deepest});
    sum(m_squares.back());
    if (m_squares.back().leaf)
        m_leaves.push_back(self);
    const int shift = 32 + 2 * (deepest - 1 - level);
    for (int start = from; !m_squares[self].leaf && start < to;) {
        const quint64 quarter = m_order[at(start)] >> shift;
        const auto end = std::partition_point(m_order.begin() + start, m_order.begin() + to,
                                              [&](quint64 body) { return body >> shift == quarter; });
        const int next = static_cast<int>(end - m_order.begin());
        grow(start, next, level + 1, side / 2);
        start = next;
    }
    m_squares[self].after = static_cast<int>(m_squares.size());
}

void Forces::sum(Square& square) const {
    for (int i = square.from; i < square.to; ++i) {
        square.x += m_sorted.x[at(i)];
        square.y += m_sorted.y[at(i)];
    }
    const auto count = static_cast<float>(std::max(1, square.to - square.from));
    square.x /= count;
    square.y /= count;
}

/// What acts on the bodies of a leaf: squares that are far from all of them, and the bodies of those that are near.
void Forces::collect(const Square& leaf, std::vector<Entry>& entries) const {
    entries.clear();
    float radius = 0;
    for (int i = leaf.from; i < leaf.to; ++i)
        radius = std::max(radius, std::hypot(m_sorted.x[at(i)] - leaf.x, m_sorted.y[at(i)] - leaf.y));
    for (size_t i = 0; i < m_squares.size();) {
        const Square& square = m_squares[i];
        const float distance = std::hypot(square.x - leaf.x, square.y - leaf.y) - radius;
        if (distance * wideness > square.side) {
            entries.push_back({square.x, square.y, static_cast<float>(square.to - square.from)});
            i = at(square.after);
            continue;
        }
        for (int body = square.from; square.leaf && body < square.to; ++body)
            entries.push_back({m_sorted.x[at(body)], m_sorted.y[at(body)], 1});
        ++i;
    }
}

void Forces::repel(const Square& leaf, const std::vector<Entry>& entries, float strength) {
    for (int first = leaf.from; first < leaf.to; first += fullest) {
        std::array<float, fullest> x{}, y{}, pushX{}, pushY{};
        const size_t count = at(std::min(fullest, leaf.to - first));
        std::copy_n(m_sorted.x.begin() + first, count, x.begin());
        std::copy_n(m_sorted.y.begin() + first, count, y.begin());
        for (const Entry& entry : entries) {
            for (size_t i = 0; i < fullest; ++i) {
                const float wayX = x[i] - entry.x, wayY = y[i] - entry.y;
                const float push = entry.count / (wayX * wayX + wayY * wayY + softness);
                pushX[i] += push * wayX;
                pushY[i] += push * wayY;
            }
        }
        for (size_t i = 0; i < count; ++i) {
            const auto body = m_order[at(first) + i] & 0xFFFFFFFFU;
            m_speed.x[body] += strength * pushX[i];
            m_speed.y[body] += strength * pushY[i];
        }
    }
}

void Forces::repelFrom(size_t first, size_t last, float strength) {
    std::vector<Entry> entries;
    for (size_t i = first; i < last; ++i) {
        const Square& leaf = m_squares[m_leaves[i]];
        collect(leaf, entries);
        repel(leaf, entries, strength);
    }
}

void Forces::pullSprings(float heat) {
    for (const Spring& spring : m_springs) {
        const size_t a = at(spring.a), b = at(spring.b);
        const float x = m_cloud.x[b] + m_speed.x[b] - m_cloud.x[a] - m_speed.x[a];
        const float y = m_cloud.y[b] + m_speed.y[b] - m_cloud.y[a] - m_speed.y[a];
        const float length = std::sqrt(x * x + y * y) + 1e-9F;
        const float pull = (length - spring.length) / length * heat * spring.stiffness;
        m_speed.x[b] -= pull * spring.share * x;
        m_speed.y[b] -= pull * spring.share * y;
        m_speed.x[a] += pull * (1 - spring.share) * x;
        m_speed.y[a] += pull * (1 - spring.share) * y;
    }
}

/// A step of stress majorisation against the pivots.
void Forces::hold(size_t first, size_t last, float strength) {
    for (size_t from = first; from < last; from += block) {
        std::array<float, block> pullX{}, pullY{};
        const size_t count = std::min(block, last - from);
        const float* x = m_cloud.x.data() + from;
        const float* y = m_cloud.y.data() + from;
        for (int pivot = 0; pivot < m_pivots.count(); pivot += m_stride) {
            const float* aims = m_pivots.aims(pivot) + from;
            const float* pulls = m_pivots.pulls(pivot) + from;
            const float middleX = m_cloud.x[at(m_pivots.body(pivot))], middleY = m_cloud.y[at(m_pivots.body(pivot))];
            for (size_t i = 0; i < count; ++i) {
                const float wayX = x[i] - middleX, wayY = y[i] - middleY;
                const float pull = pulls[i] * (aims[i] / std::sqrt(wayX * wayX + wayY * wayY + softness) - 1);
                pullX[i] += pull * wayX;
                pullY[i] += pull * wayY;
            }
        }
        for (size_t i = 0; i < count; ++i) {
            m_speed.x[from + i] += strength * pullX[i] / m_holds[from + i];
            m_speed.y[from + i] += strength * pullY[i] / m_holds[from + i];
        }
    }
}

void Forces::move() {
    for (size_t i = 0; i < m_order.size(); ++i) {
        m_speed.x[i] *= m_fixed[i] ? 0 : friction;
        m_speed.y[i] *= m_fixed[i] ? 0 : friction;
        m_cloud.x[i] += m_speed.x[i];
        m_cloud.y[i] += m_speed.y[i];
    }
}

} // namespace entente::relations
