#include "app/relations/layout/scene.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr double nodeReach = 4;

double distanceTo(const QRectF& rect, QPointF point) {
    const double x = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double y = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::hypot(x, y);
}

double distanceTo(const Node& node, QPointF point) {
    if (node.kind != model::ActorKind::State)
        return distanceTo(node.frame, point);
    return std::max(0.0, QLineF(node.frame.center(), point).length() - node.frame.width() / 2);
}

double distanceTo(QPointF from, QPointF to, QPointF point) {
    const QPointF way = to - from;
    const double square = QPointF::dotProduct(way, way);
    const double share = square > 0 ? std::clamp(QPointF::dotProduct(point - from, way) / square, 0.0, 1.0) : 0;
    return QLineF(from + share * way, point).length();
}

double distanceTo(const Path& path, QPointF point) {
    double nearest = 1e9;
    for (qsizetype i = 1; i < path.size(); ++i)
        nearest = std::min(nearest, distanceTo(path[i - 1], path[i], point));
    return nearest;
}

model::Subject nodeAt(const Scene& scene, QPointF point) {
    model::Subject found;
    double nearest = nodeReach;
    for (const Node& node : scene.nodes) {
        const double distance = distanceTo(node, point);
        if (distance < nearest || (distance == 0 && nearest == 0)) {
            nearest = distance;
            found = node.actor;
        }
        if (node.nameBox.contains(point) || node.statusBox.contains(point))
            return node.actor;
    }
    return found;
}

const Line* lineAt(const Scene& scene, QPointF point, double reach) {
    for (const Line& line : scene.lines) {
        if (line.labelBox.contains(point))
            return &line;
    }
    const Line* found = nullptr;
    double nearest = reach;
    for (const Line& line : scene.lines) {
        const double distance = distanceTo(line.path, point);
        if (distance <= nearest) {
            nearest = distance;
            found = &line;
        }
    }
    return found;
}

QPointF unscaled(const Scene& scene, QPointF point) {
    const QPointF middle = scene.canvas.center();
    return middle + (point - middle) / scene.scale;
}

template <typename Shown>
QPointF clearPoint(const Scene& scene, const Line& line, const Shown& shown) {
    for (int step = 0; step <= 24; ++step) {
        const double aside = 0.02 * step;
        for (const double share : {0.5 - aside, 0.5 + aside}) {
            const QPointF point = pointAlong(line.path, share);
            if (hit(scene, shown(point)) == line.subject)
                return point;
        }
    }
    return pointAlong(line.path, 0.5);
}

} // namespace

model::Subject hit(const Scene& scene, QPointF point, double reach) {
    const QPointF inside = unscaled(scene, point);
    const model::Subject node = nodeAt(scene, inside);
    if (!model::isNothing(node))
        return node;
    const Line* line = lineAt(scene, inside, reach / scene.scale);
    return line ? line->subject : model::Subject();
}

const Line* bundleAt(const Scene& scene, QPointF point, double reach) {
    const QPointF inside = unscaled(scene, point);
    if (!model::isNothing(nodeAt(scene, inside)))
        return nullptr;
    const Line* line = lineAt(scene, inside, reach / scene.scale);
    return line && !line->bundled.isEmpty() ? line : nullptr;
}

std::optional<QPointF> anchorOf(const Scene& scene, const model::Subject& subject) {
    const QPointF middle = scene.canvas.center();
    const auto shown = [&](QPointF point) { return middle + scene.scale * (point - middle); };
    for (const Node& node : scene.nodes) {
        if (node.subject() == subject)
            return shown(node.frame.center());
    }
    for (const Line& line : scene.lines) {
        if (line.subject == subject && !line.labelBox.isNull())
            return shown(line.labelBox.center());
    }
    for (const Line& line : scene.lines) {
        if (line.subject == subject)
            return shown(clearPoint(scene, line, shown));
    }
    for (const Line& line : scene.lines) {
        if (line.bundled.contains(subject))
            return anchorOf(scene, line.subject);
    }
    return {};
}

model::ActorId neighbour(const Scene& scene, model::ActorId from, QPointF direction) {
    if (scene.nodes.isEmpty())
        return {};
    const auto start =
        std::find_if(scene.nodes.begin(), scene.nodes.end(), [&](const Node& node) { return node.actor == from; });
    if (start == scene.nodes.end())
        return scene.nodes.first().actor;
    model::ActorId best;
    double lowest = 1e9;
    for (const Node& node : scene.nodes) {
        const QPointF way = node.frame.center() - start->frame.center();
        const double along = QPointF::dotProduct(way, direction);
        const double across = std::abs(way.x() * direction.y() - way.y() * direction.x());
        // What lies more aside than ahead is reached by another arrow.
        if (along > 1 && across <= 1.2 * along && along + 2 * across < lowest) {
            lowest = along + 2 * across;
            best = node.actor;
        }
    }
    return best;
}

} // namespace entente::relations
