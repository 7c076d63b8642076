#include "app/relations/layout/detour.h"
#include "app/relations/layout/board.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace entente::relations {

namespace {

/// The corners around boxes as a graph of what sees what.
class Map {
public:
    Map(QPointF from, QPointF to, const QList<QRectF>& boxes, double gap, const QRectF& room) : m_boxes(boxes) {
        m_points << from << to;
        for (const QRectF& box : boxes) {
            const QRectF around = box.adjusted(-gap, -gap, gap, gap);
            for (const QPointF corner :
                 {around.topLeft(), around.topRight(), around.bottomRight(), around.bottomLeft()}) {
                if (room.contains(corner) && isClear(corner, corner))
                    m_points << corner;
            }
        }
    }

    /// Points from the first to the second, both included; empty if no way leads there.
    Path shortest() const {
        QList<qsizetype> before(m_points.size(), -1);
        QList<bool> done(m_points.size(), false);
        QList<double> left;
        left.reserve(m_points.size());
        for (const QPointF point : m_points)
            left.append(between(point, m_points[1]));
        std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
        steps.push({left[0], 0, 0, 0});
        while (!done[1]) {
            if (steps.empty())
                return {};
            const Step step = steps.top();
            steps.pop();
            // Whether a step is possible is looked into once it is the best one: most never are.
            if (done[step.to] || (step.to != step.from && !isClear(m_points[step.from], m_points[step.to])))
                continue;
            done[step.to] = true;
            before[step.to] = step.from;
            for (qsizetype next = 1; next < m_points.size(); ++next) {
                if (done[next])
                    continue;
                const double length = step.length + between(m_points[step.to], m_points[next]);
                steps.push({length + left[next], length, step.to, next});
            }
        }
        Path path;
        for (qsizetype at = 1; at != 0; at = before[at])
            path.prepend(m_points[at]);
        path.prepend(m_points[0]);
        return path;
    }

private:
    struct Step {
        double atLeast = 0; ///< length of the whole way, if nothing is in the way from here
        double length = 0;  ///< up to its end
        qsizetype from = 0, to = 0;

        bool operator>(const Step& other) const {
            return std::tie(atLeast, length, from, to) > std::tie(other.atLeast, other.length, other.from, other.to);
        }
    };

    /// Pixels are far from where only std::hypot would be right, and it takes several times as long.
    static double between(QPointF from, QPointF to) {
        const QPointF way = to - from;
        return std::sqrt(QPointF::dotProduct(way, way));
    }

    bool isClear(QPointF from, QPointF to) const {
        const auto [left, right] = std::minmax({from.x(), to.x()});
        const auto [top, bottom] = std::minmax({from.y(), to.y()});
        for (const QRectF& box : m_boxes)
            if (box.left() <= right && box.right() >= left && box.top() <= bottom && box.bottom() >= top &&
                touches(from, to, box))
                return false;
        return true;
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
