#include "app/relations/layout/detour.h"
#include "app/relations/layout/board.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::relations {

namespace {

class Map {
public:
    Map(QPointF from, QPointF to, const QList<QRectF>& boxes, double gap, const QRectF& room) : m_boxes(boxes) {
        m_points << from << to;
        for (const QRectF& box : boxes) {
            const QRectF around = box.adjusted(-gap, -gap, gap, gap);
            for (const QPointF corner :
                 {around.topLeft(), around.topRight(), around.bottomRight(), around.bottomLeft()}) {
                if (room.contains(corner))
                    m_points << corner;
            }
        }
    }

    /// Points from the first to the second, both included; empty if no way leads there.
    Path shortest() const {
        constexpr double unreached = std::numeric_limits<double>::infinity();
        QList<double> length(m_points.size(), unreached);
        QList<qsizetype> before(m_points.size(), -1);
        QList<bool> done(m_points.size(), false);
        length[0] = 0;
        while (!done[1]) {
            const qsizetype here = nearest(length, done);
            if (here < 0)
                return {};
            done[here] = true;
            for (qsizetype next = 1; next < m_points.size(); ++next) {
                const double way = length[here] + lengthOf(m_points[next] - m_points[here]);
                if (!done[next] && way < length[next] && isClear(m_points[here], m_points[next])) {
                    length[next] = way;
                    before[next] = here;
                }
            }
        }
        Path path;
        for (qsizetype at = 1; at >= 0; at = before[at])
            path.prepend(m_points[at]);
        return path;
    }

private:
    static qsizetype nearest(const QList<double>& length, const QList<bool>& done) {
        qsizetype best = -1;
        for (qsizetype i = 0; i < length.size(); ++i) {
            if (!done[i] && std::isfinite(length[i]) && (best < 0 || length[i] < length[best]))
                best = i;
        }
        return best;
    }

    bool isClear(QPointF from, QPointF to) const {
        return std::none_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF& box) { return touches(from, to, box); });
    }

    const QList<QRectF>& m_boxes;
    QList<QPointF> m_points;
};

/// Turns become quadratic curves that begin and end `radius` off them.
Path rounded(const Path& path, double radius) {
    constexpr int steps = 4;
    Path result{path.first()};
    for (qsizetype i = 1; i + 1 < path.size(); ++i) {
        const auto off = [&](QPointF other) {
            const QPointF way = other - path[i];
            const double length = std::max(1e-6, lengthOf(way));
            return path[i] + std::min(radius, length / 2) / length * way;
        };
        const QPointF in = off(path[i - 1]);
        const QPointF out = off(path[i + 1]);
        for (int step = 0; step <= steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            result << (1 - t) * (1 - t) * in + 2 * t * (1 - t) * path[i] + t * t * out;
        }
    }
    return result << path.last();
}

} // namespace

Path detour(QPointF from, QPointF to, const QList<QRectF>& boxes, double gap, const QRectF& room) {
    const Path path = Map(from, to, boxes, gap, room).shortest();
    return path.size() < 3 ? path : rounded(path, 1.5 * gap);
}

} // namespace entente::relations
