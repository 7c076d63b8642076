#include "app/relations/layout/fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::relations {

namespace {

constexpr int turns = 36; ///< tried, of half a circle

/// Where middles may lie so that every box is within the frame; boxes beyond half of it are not heeded.
QRectF targetOf(const Board& board) {
    double x = 0, y = 0;
    for (const Body& body : board.bodies) {
        const QRectF box = boxAt(body, {0, 0});
        x = std::max({x, -box.left(), box.right()});
        y = std::max({y, -box.top(), box.bottom()});
    }
    x = std::min(x, board.frame.width() / 4);
    y = std::min(y, board.frame.height() / 4);
    return {x, y, board.frame.width() - 2 * x, board.frame.height() - 2 * y};
}

} // namespace

Fit::Fit(const Board& board, const Spots& free) : m_target(targetOf(board)) {
    std::vector<size_t> fixed;
    for (size_t i = 0; i < free.size(); ++i) {
        if (board.fixed[i])
            fixed.push_back(i);
    }
    if (fixed.size() > 1)
        turnToFixed(board, free, fixed);
    else
        turn(free);
    size(hullOf(free));
}

QPointF Fit::turned(QPointF free) const {
    return {m_cosine * free.x() - m_sine * free.y(), m_mirror * (m_sine * free.x() + m_cosine * free.y())};
}

QPointF Fit::toFrame(QPointF free) const {
    return m_target.center() + m_scale * (turned(free) - m_middle);
}

QPointF Fit::fromFrame(QPointF spot) const {
    const QPointF way = (spot - m_target.center()) / m_scale + m_middle;
    return {m_cosine * way.x() + m_mirror * m_sine * way.y(), m_mirror * m_cosine * way.y() - m_sine * way.x()};
}

QRectF Fit::hullOf(const Spots& free) const {
    double left = std::numeric_limits<double>::infinity(), right = -left, top = left, bottom = -left;
    for (const QPointF spot : free) {
        const QPointF place = turned(spot);
        left = std::min(left, place.x());
        right = std::max(right, place.x());
        top = std::min(top, place.y());
        bottom = std::max(bottom, place.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

void Fit::size(const QRectF& hull) {
    m_middle = hull.center();
    const double least = 1e-9 * std::max(m_target.width(), m_target.height());
    m_scale =
        std::min(m_target.width() / std::max(least, hull.width()), m_target.height() / std::max(least, hull.height()));
    if (hull.width() <= least && hull.height() <= least)
        m_scale = 1;
}

void Fit::turn(const Spots& free) {
    double best = 0;
    Fit largest = *this;
    for (int i = 0; i < turns; ++i) {
        Fit trial = *this;
        trial.m_cosine = std::cos(M_PI * i / turns);
        trial.m_sine = std::sin(M_PI * i / turns);
        trial.size(trial.hullOf(free));
        if (trial.m_scale > best * (1 + 1e-9)) {
            best = trial.m_scale;
            largest = trial;
        }
    }
    *this = largest;
}

/// The turn, mirrored or not, that fits best in the sense of least squares (Procrustes).
void Fit::turnToFixed(const Board& board, const Spots& free, const std::vector<size_t>& fixed) {
    QPointF from, to;
    for (const size_t i : fixed) {
        from += free[i] / static_cast<double>(fixed.size());
        to += board.room[i].topLeft() / static_cast<double>(fixed.size());
    }
    double best = -1;
    for (const double mirror : {1.0, -1.0}) {
        double along = 0, across = 0;
        for (const size_t i : fixed) {
            const QPointF a = free[i] - from;
            const QPointF b(board.room[i].left() - to.x(), mirror * (board.room[i].top() - to.y()));
            along += a.x() * b.x() + a.y() * b.y();
            across += a.x() * b.y() - a.y() * b.x();
        }
        const double length = std::hypot(along, across);
        if (length > best * (1 + 1e-9) && length > 0) {
            best = length;
            m_cosine = along / length;
            m_sine = across / length;
            m_mirror = mirror;
        }
    }
}

} // namespace entente::relations
