#include "app/relations/layout/routes.h"
#include "app/relations/layout/board.h"
#include "app/relations/layout/detour.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <map>

namespace entente::relations {

namespace {

constexpr double step = 40;
constexpr double largestBend = 0.25;  ///< of the length
constexpr double furthestBend = 0.45; ///< of the length, where nothing less leads around a node
constexpr double outlineGap = 2;
constexpr double ringGap = 7;
constexpr double clearance = 4;
constexpr int segments = 16;
constexpr int largestBunch = 4; ///< more parallel ties than this are bundled

/// A quadratic curve whose middle lies `bend` aside of the straight line.
Path curve(QPointF from, QPointF to, double bend) {
    if (std::abs(bend) < 0.5)
        return {from, to};
    const QPointF way = to - from;
    const double length = std::max(1e-6, lengthOf(way));
    const QPointF control = (from + to) / 2 + 2 * bend / length * QPointF(-way.y(), way.x());
    Path path;
    for (int i = 0; i <= segments; ++i) {
        const double t = static_cast<double>(i) / segments;
        path << (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
    }
    return path;
}

bool meet(const Path& a, const Path& b) {
    for (qsizetype i = 1; i < a.size(); ++i) {
        for (qsizetype j = 1; j < b.size(); ++j) {
            if (cross(a[i - 1], a[i], b[j - 1], b[j]))
                return true;
        }
    }
    return false;
}

bool isInside(const Node& node, QPointF point, double gap) {
    const QPointF from = point - node.frame.center();
    if (node.kind == model::ActorKind::State)
        return lengthOf(from) < node.frame.width() / 2 + gap;
    return node.frame.adjusted(-gap, -gap, gap, gap).contains(point);
}

/// Drops what lies inside the node at the path's start.
Path fromOutline(const Path& path, const Node& node, double gap) {
    qsizetype i = 0;
    while (i + 2 < path.size() && isInside(node, path[i + 1], gap))
        ++i;
    QPointF in = path[i];
    QPointF out = path[i + 1];
    if (isInside(node, out, gap))
        return {in, out};
    for (int round = 0; round < 20; ++round) {
        const QPointF middle = (in + out) / 2;
        (isInside(node, middle, gap) ? in : out) = middle;
    }
    return Path{out} + path.mid(i + 1);
}

Path reversed(Path path) {
    std::reverse(path.begin(), path.end());
    return path;
}

/// A small loop above a node.
Path loop(const Node& node, double scale) {
    const double radius = 13 * scale;
    const QPointF middle(node.frame.center().x(), node.frame.top() - 0.6 * radius);
    Path path;
    for (int i = 0; i <= segments; ++i) {
        const double angle = M_PI * (0.75 + 1.5 * i / segments);
        path << middle + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return path;
}

class Router {
public:
    Router(QList<Line>& lines, const QList<Node>& nodes, const model::Network& network, const QRectF& room,
           double scale)
        : m_lines(lines), m_nodes(nodes), m_network(network), m_room(room), m_scale(scale) {
        for (qsizetype i = 0; i < nodes.size(); ++i)
            m_nodeOf[nodes[i].actor] = i;
    }

    void run() {
        std::map<std::pair<model::ActorId, model::ActorId>, QList<qsizetype>> bunches;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const Line& line = m_lines[i];
            if (m_nodeOf.contains(line.from) && m_nodeOf.contains(line.to))
                bunches[std::minmax(line.from, line.to)] << i;
        }
        // Straight ones first, so that the curved ones can keep clear of them.
        for (const bool single : {true, false}) {
            for (auto& [ends, bunch] : bunches) {
                if ((bunch.size() == 1) == single)
                    routeBunch(bundled(sorted(bunch)));
            }
        }
    }

private:
    /// The treaty first, then by form, what holds before what has ended, then by start.
    QList<qsizetype> sorted(QList<qsizetype> bunch) const {
        const auto rank = [&](qsizetype i) {
            const Line& line = m_lines[i];
            const auto since = m_network.ties[line.tie].since;
            return std::tuple(line.form != model::LineForm::Double, line.ended, line.form, since.has_value(),
                              since.value_or(0), i);
        };
        std::sort(bunch.begin(), bunch.end(), [&](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
        return bunch;
    }

    /// More than four become one line for the last of them, unless one of these is selected.
    QList<qsizetype> bundled(const QList<qsizetype>& bunch) {
        const auto isOpen = [&](qsizetype i) {
            const Line& line = m_lines[i];
            return line.selected || m_nodes[m_nodeOf[line.from]].selected || m_nodes[m_nodeOf[line.to]].selected;
        };
        if (bunch.size() <= largestBunch || std::any_of(bunch.begin(), bunch.end(), isOpen))
            return bunch;
        m_lines[bunch[largestBunch - 1]].bundled = static_cast<int>(bunch.size()) - largestBunch;
        return bunch.first(largestBunch);
    }

    void routeBunch(const QList<qsizetype>& bunch) {
        QList<double> used;
        for (const qsizetype i : bunch) {
            Line& line = m_lines[i];
            if (line.from == line.to) {
                line.path = loop(m_nodes[m_nodeOf[line.from]], m_scale);
                continue;
            }
            const double bend = bestBend(line, bunch.size(), used);
            used << bend;
            const Path path = pathOf(line, bend);
            line.path = shortened(line, obstacles(line, path) < 1 ? path : aroundNodes(line, path));
        }
    }

    /// Where no curve passes between the nodes. Two ties never turn at the same points.
    Path aroundNodes(const Line& line, const Path& otherwise) {
        QList<QRectF> boxes;
        for (const Node& node : m_nodes) {
            if (node.actor != line.from && node.actor != line.to)
                boxes << node.frame;
        }
        const double gap = clearance * m_scale * (1 + 0.75 * m_detours++);
        const Path path = detour(nodeOf(line.from).frame.center(), nodeOf(line.to).frame.center(), boxes, gap, m_room);
        return path.size() < 3 ? otherwise : path;
    }

    const Node& nodeOf(model::ActorId actor) const { return m_nodes[m_nodeOf[actor]]; }

    /// Bends are counted from the actor of the lower row, so that a tie and its opposite do not meet.
    Path pathOf(const Line& line, double bend) const {
        return curve(nodeOf(line.from).frame.center(), nodeOf(line.to).frame.center(),
                     line.from < line.to ? bend : -bend);
    }

    QList<double> bendsFor(double length, qsizetype bunch) const {
        const auto rows = static_cast<double>(std::max<qsizetype>(1, bunch / 2));
        const double slot = std::min(step * m_scale, largestBend * length / rows);
        QList<double> bends{0};
        const QList<double> factors =
            bunch == 1 ? QList<double>{0.3, 0.6, 1, 1.5, 2, 3, 4, 5, 6} : QList<double>{1, 2, 0.5, 1.5, 3, 4, 5, 6};
        for (const double factor : factors) {
            if (factor * slot <= furthestBend * length)
                bends << factor * slot << -factor * slot;
        }
        return bends;
    }

    double bestBend(const Line& line, qsizetype bunch, const QList<double>& used) const {
        if (used.isEmpty() && obstacles(line, pathOf(line, 0)) < 0.05)
            return 0;
        const double length = lengthOf(nodeOf(line.from).frame.center() - nodeOf(line.to).frame.center());
        const QList<double> bends = bendsFor(length, bunch);
        const double least = bends.size() > 1 ? std::abs(bends[1]) : 0;
        double best = 0;
        double lowest = 1e9;
        for (qsizetype i = 0; i < bends.size(); ++i) {
            const double near = nearness(bends[i], used, least);
            const double cost = static_cast<double>(i) + near + costOf(line, pathOf(line, bends[i]));
            if (cost < lowest) {
                lowest = cost;
                best = bends[i];
            }
        }
        return best;
    }

    /// The cost of a bend less than `slot` from one that another tie of the bunch has: they must not coincide.
    double nearness(double bend, const QList<double>& used, double slot) const {
        double cost = 0;
        for (const double other : used) {
            const double off = std::abs(other - bend);
            if (off < 5 * m_scale)
                cost += 400;
            else if (off < 0.9 * slot)
                cost += 40 * (1 - off / (0.9 * slot));
        }
        return cost;
    }

    /// Nodes in the way weigh most, then leaving the room, then ties that are crossed.
    double costOf(const Line& line, const Path& path) const {
        double cost = 100 * obstacles(line, path);
        if (!std::all_of(path.begin(), path.end(), [&](QPointF point) { return m_room.contains(point); }))
            cost += 60;
        for (const Line& other : m_lines)
            cost += other.path.size() > 1 && meet(path, other.path) ? 1.5 : 0;
        return cost;
    }

    double obstacles(const Line& line, const Path& path) const {
        double count = 0;
        const double gap = clearance * m_scale;
        for (const Node& node : m_nodes) {
            if (node.actor == line.from || node.actor == line.to)
                continue;
            if (touches(path, node.frame))
                count += 1;
            else if (touches(path, node.frame.adjusted(-gap, -gap, gap, gap)))
                count += 0.05;
            else if (touches(path, node.nameBox) || touches(path, node.statusBox))
                count += 0.005;
        }
        return count;
    }

    Path shortened(const Line& line, const Path& path) const {
        const auto gap = [&](const Node& node) { return (node.selected ? ringGap : outlineGap) * m_scale; };
        const Node& from = nodeOf(line.from);
        const Node& to = nodeOf(line.to);
        return reversed(fromOutline(reversed(fromOutline(path, from, gap(from))), to, gap(to)));
    }

    QList<Line>& m_lines;
    const QList<Node>& m_nodes;
    const model::Network& m_network;
    QRectF m_room;
    double m_scale;
    int m_detours = 0;
    QHash<model::ActorId, qsizetype> m_nodeOf;
};

/// The part of a segment inside a rectangle as a share of its length, or nothing.
std::optional<std::pair<double, double>> sharesInside(QPointF from, QPointF to, const QRectF& rect) {
    double first = 0;
    double last = 1;
    const QPointF way = to - from;
    const std::array<std::pair<double, double>, 4> sides{
        std::pair(-way.x(), from.x() - rect.left()), std::pair(way.x(), rect.right() - from.x()),
        std::pair(-way.y(), from.y() - rect.top()), std::pair(way.y(), rect.bottom() - from.y())};
    for (const auto& [direction, distance] : sides) {
        if (direction == 0 && distance < 0)
            return {};
        if (direction < 0)
            first = std::max(first, distance / direction);
        else if (direction > 0)
            last = std::min(last, distance / direction);
    }
    if (first > last)
        return {};
    return std::pair(first, last);
}

} // namespace

void route(QList<Line>& lines, const QList<Node>& nodes, const model::Network& network, const QRectF& room,
           double scale) {
    Router(lines, nodes, network, room, scale).run();
}

bool touches(const Path& path, const QRectF& rect) {
    if (rect.isNull())
        return false;
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (touches(path[i - 1], path[i], rect))
            return true;
    }
    return false;
}

Path cutTo(const Path& path, const QRectF& rect) {
    Path longest, run;
    const auto finish = [&] {
        if (run.size() > longest.size())
            longest = run;
        run.clear();
    };
    for (qsizetype i = 1; i < path.size(); ++i) {
        const auto inside = sharesInside(path[i - 1], path[i], rect);
        if (!inside) {
            finish();
            continue;
        }
        const QPointF way = path[i] - path[i - 1];
        if (run.isEmpty())
            run << path[i - 1] + inside->first * way;
        run << path[i - 1] + inside->second * way;
        if (inside->second < 1)
            finish();
    }
    finish();
    return longest;
}

} // namespace entente::relations
