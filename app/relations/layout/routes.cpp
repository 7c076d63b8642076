#include "app/relations/layout/routes.h"
#include "app/relations/layout/board.h"
#include "app/relations/layout/detour.h"
#include "app/relations/layout/memory.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>

namespace entente::relations {

namespace {

constexpr double outlineGap = 2;
constexpr double ringGap = 7;
constexpr double focusGap = 12;
constexpr int loopSegments = 16;

bool meet(const Path& a, const Path& b, const QRectF& boundsOfB) {
    for (qsizetype i = 1; i < a.size(); ++i) {
        const QRectF step = QRectF(a[i - 1], a[i]).normalized();
        if (!areNear(step, boundsOfB))
            continue;
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
    for (int i = 0; i <= loopSegments; ++i) {
        const double angle = M_PI * (0.75 + 1.5 * i / loopSegments);
        path << middle + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return path;
}

class Router {
public:
    Router(Scene& scene, const Input& input, Ways& ways)
        : m_lines(scene.lines), m_nodes(scene.nodes), m_network(input.network), m_scale(input.measures.scale),
          m_ways(ways), m_ends(static_cast<size_t>(m_lines.size())), m_bounds(m_ends.size()) {}

    void run() {
        QHash<model::ActorId, qsizetype> nodeOf;
        for (qsizetype i = 0; i < m_nodes.size(); ++i)
            nodeOf[m_nodes[i].actor] = i;
        std::map<std::pair<model::ActorId, model::ActorId>, QList<qsizetype>> bunches;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const Line& line = m_lines[i];
            m_ends[at(i)] = {nodeOf.value(line.from, -1), nodeOf.value(line.to, -1)};
            if (m_ends[at(i)].from >= 0 && m_ends[at(i)].to >= 0)
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
    struct Ends {
        qsizetype from = -1, to = -1; ///< nodes
    };
    static size_t at(qsizetype i) { return static_cast<size_t>(i); }
    const Node& fromOf(qsizetype line) const { return m_nodes[m_ends[at(line)].from]; }
    const Node& toOf(qsizetype line) const { return m_nodes[m_ends[at(line)].to]; }

    /// The treaty first, then by form, what holds before what has ended, then by start.
    QList<qsizetype> sorted(QList<qsizetype> bunch) const {
        const auto rank = [&](qsizetype i) {
            const Line& line = std::as_const(m_lines)[i];
            const auto since = m_network.ties[line.tie].since;
            return std::tuple(line.form != model::LineForm::Double, line.ended, line.form, since.has_value(),
                              since.value_or(0), i);
        };
        std::sort(bunch.begin(), bunch.end(), [&](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
        return bunch;
    }

    /// More than four become one line for the last of them. What is selected or differs between two moments is drawn by
    /// itself, and all with it as far as their curves can be told apart.
    QList<qsizetype> bundled(QList<qsizetype> bunch) {
        const auto isSought = [&](qsizetype i) {
            return m_lines[i].selected || m_lines[i].difference != model::Difference::Same;
        };
        const auto isOpen = [&](qsizetype i) { return isSought(i) || fromOf(i).selected || toOf(i).selected; };
        const int most = std::any_of(bunch.begin(), bunch.end(), isOpen) ? largestOpened : largestBunch;
        if (bunch.size() <= most)
            return bunch;
        bunch = withEachTenor(bunch, isSought);
        Line& last = m_lines[bunch[most - 1]];
        for (const qsizetype i : bunch.mid(most))
            last.bundled << std::as_const(m_lines)[i].subject;
        return bunch.first(most);
    }

    /// What is sought and the first of each tenor before the others: a bundle hides no conflict behind cooperation.
    template <typename IsSought>
    QList<qsizetype> withEachTenor(const QList<qsizetype>& bunch, const IsSought& isSought) const {
        QList<qsizetype> front, others;
        QSet<model::Tenor> tenors;
        for (const qsizetype i : bunch) {
            const Line& line = std::as_const(m_lines)[i];
            const bool isFirst = !line.ended && !tenors.contains(line.tenor);
            if (isFirst)
                tenors << line.tenor;
            (isFirst || isSought(i) ? front : others) << i;
        }
        return front + others;
    }

    void routeBunch(const QList<qsizetype>& bunch) {
        QList<double> used;
        for (const qsizetype i : bunch) {
            Line& line = m_lines[i];
            if (line.from == line.to) {
                line.path = loop(fromOf(i), m_scale);
            } else {
                const Curve& best = bestCurve(i, bunch.size(), used);
                used << best.bend;
                line.path = shortened(i, isOpen(best) ? best.path : aroundNodes(i, best.path));
            }
            m_bounds[at(i)] = boundsOf(line.path);
        }
    }

    static bool isOpen(const Curve& curve) { return curve.obstacles < 1 && !curve.leaves; }

    /// Where no curve passes between the nodes and keeps within the canvas. Two ties never turn at the same points.
    Path aroundNodes(qsizetype line, const Path& otherwise) {
        const double gap = nodeClearance * m_scale * (1 + 0.75 * m_detours++);
        const Path& path = m_ways.around(m_ends[at(line)].from, m_ends[at(line)].to, gap);
        return path.size() < 3 ? otherwise : path;
    }

    /// A loop leads around a node, but not around a name: that would be across all that is drawn beside it.
    const Curve& bestCurve(qsizetype line, qsizetype bunch, const QList<double>& used) {
        constexpr double loopCost = 16;
        const auto [from, to] = m_ends[at(line)];
        const Curve* best = m_ways.curve(from, to, bunch, 0);
        if (used.isEmpty() && best->obstacles <= 0)
            return *best;
        const Curve* second = m_ways.curve(from, to, bunch, 1);
        const double least = second ? std::abs(second->bend) : 0;
        double lowest = 1e9;
        for (size_t i = 0; const Curve* curve = m_ways.curve(from, to, bunch, i); ++i) {
            const double before =
                static_cast<double>(i) + nearness(curve->bend, used, least) + (curve->isWide ? loopCost : 0);
            const double cost = before < lowest ? before + costOf(line, *curve, lowest - before) : before;
            if (cost < lowest) {
                lowest = cost;
                best = curve;
            }
        }
        return *best;
    }

    /// The cost of a bend less than half a `slot` from one that another tie of the bunch has: they must not coincide.
    double nearness(double bend, const QList<double>& used, double slot) const {
        double cost = 0;
        for (const double other : used) {
            const double off = std::abs(other - bend);
            if (off < 5 * m_scale)
                cost += 400;
            else if (off < 0.45 * slot)
                cost += 40 * (1 - off / (0.45 * slot));
        }
        return cost;
    }

    /// Nodes in the way weigh most, then leaving the room, then ties that are crossed or hardly left at a node. If it
    /// is above `limit`, anything above that.
    double costOf(qsizetype line, const Curve& curve, double limit) const {
        double cost = 100 * curve.obstacles;
        if (curve.leaves)
            cost += 60;
        for (size_t other = 0; other < m_bounds.size() && cost <= limit; ++other) {
            const Path& path = std::as_const(m_lines)[static_cast<qsizetype>(other)].path;
            if (path.size() < 2)
                continue;
            if (areNear(curve.bounds, m_bounds[other]) && meet(curve.path, path, m_bounds[other]))
                cost += 1.5;
            const Ends &ends = m_ends[at(line)], &others = m_ends[other];
            for (const qsizetype node : {ends.from, ends.to}) {
                if (node == others.from || node == others.to)
                    cost += grazing(curve.path, node == ends.to, path, node == others.to, m_nodes[node]);
            }
        }
        return cost;
    }

    /// The cost of leaving a node in nearly the same direction as another tie.
    static double grazing(const Path& path, bool atEnd, const Path& other, bool otherAtEnd, const Node& node) {
        constexpr double leastAngle = 12 * M_PI / 180;
        const double angle = std::abs(leaving(path, atEnd, node) - leaving(other, otherAtEnd, node));
        return 5 * std::max(0.0, 1 - std::min(angle, 2 * M_PI - angle) / leastAngle);
    }

    /// The direction in which a path is seen to leave a node, radians.
    static double leaving(const Path& path, bool atEnd, const Node& node) {
        const QPointF middle = node.frame.center();
        const auto seen = [&](QPointF point) { return lengthOf(point - middle) > 1.5 * node.frame.height(); };
        QPointF point = atEnd ? path.first() : path.last();
        if (atEnd) {
            const auto found = std::find_if(path.rbegin(), path.rend(), seen);
            point = found == path.rend() ? point : *found;
        } else {
            const auto found = std::find_if(path.begin(), path.end(), seen);
            point = found == path.end() ? point : *found;
        }
        return std::atan2(point.y() - middle.y(), point.x() - middle.x());
    }

    Path shortened(qsizetype line, const Path& path) const {
        const auto gap = [&](const Node& node) {
            return (node.focused ? focusGap : node.selected ? ringGap : outlineGap) * m_scale;
        };
        const Node& from = fromOf(line);
        const Node& to = toOf(line);
        return reversed(fromOutline(reversed(fromOutline(path, from, gap(from))), to, gap(to)));
    }

    QList<Line>& m_lines;
    const QList<Node>& m_nodes;
    const model::Network& m_network;
    double m_scale;
    int m_detours = 0;
    Ways& m_ways;
    std::vector<Ends> m_ends;     ///< by line
    std::vector<QRectF> m_bounds; ///< by line
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

Line lineOf(const model::Tie& tie, qsizetype position) {
    Line line;
    line.tie = static_cast<int>(position);
    line.subject = tie.subject();
    line.from = tie.from;
    line.to = tie.to;
    line.form = tie.lineForm;
    line.tenor = tie.tenor;
    line.ended = tie.ended;
    return line;
}

void route(Scene& scene, const Input& input) {
    Memory none;
    Ways& ways = (input.memory ? *input.memory : none).waysOf(scene, input.measures.scale);
    Router(scene, input, ways).run();
}

QRectF boundsOf(const Path& path) {
    if (path.isEmpty())
        return {};
    double left = path[0].x(), right = left, top = path[0].y(), bottom = top;
    for (const QPointF point : path) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
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
    if (path.size() > 1 && std::all_of(path.begin(), path.end(), [&](QPointF point) { return rect.contains(point); }))
        return path;
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
