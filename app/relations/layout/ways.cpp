#include "app/relations/layout/board.h"
#include "app/relations/layout/detour.h"
#include "app/relations/layout/memory.h"
#include "app/relations/layout/routes.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

constexpr double bendStep = 40;
constexpr double largestBend = 0.25;  ///< of the length
constexpr double furthestBend = 0.45; ///< of the length, where nothing less leads around a node
constexpr double widestBend = 0.38;   ///< of the length; what is wider is a loop
constexpr int curveSegments = 16;

/// A quadratic curve whose middle lies `bend` aside of the straight line.
Path curveBetween(QPointF from, QPointF to, double bend) {
    if (std::abs(bend) < 0.5)
        return {from, to};
    const QPointF way = to - from;
    const double length = std::max(1e-6, lengthOf(way));
    const QPointF control = (from + to) / 2 + 2 * bend / length * QPointF(-way.y(), way.x());
    Path path;
    path.reserve(curveSegments + 1);
    for (int i = 0; i <= curveSegments; ++i) {
        const double t = static_cast<double>(i) / curveSegments;
        path << (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
    }
    return path;
}

QList<double> bendsFor(double length, qsizetype bunch, double scale) {
    const auto rows = static_cast<double>(std::max<qsizetype>(1, bunch / 2));
    const double slot = std::min(bendStep * scale, largestBend * length / rows);
    QList<double> bends{0};
    const QList<double> factors =
        bunch == 1 ? QList<double>{0.3, 0.6, 1, 1.5, 2, 3, 4, 5, 6} : QList<double>{1, 2, 0.5, 1.5, 3, 4, 5, 6};
    for (const double factor : factors) {
        if (factor * slot <= furthestBend * length)
            bends << factor * slot << -factor * slot;
    }
    return bends;
}

} // namespace

Ways::Ways(const QList<Node>& nodes, const QRectF& room, double scale) : m_room(room), m_scale(scale) {
    for (const Node& node : nodes)
        m_places.push_back(placeOf(node));
}

Ways::Place Ways::placeOf(const Node& node) {
    return {node.actor, node.kind, node.frame, node.nameBox, node.statusBox};
}

QRectF Ways::inside() const {
    const double edge = edgeClearance * m_scale;
    return m_room.adjusted(edge, edge, -edge, -edge);
}

bool Ways::areOf(const QList<Node>& nodes, const QRectF& room, double scale) const {
    return room == m_room && scale == m_scale &&
           std::equal(nodes.begin(), nodes.end(), m_places.begin(), m_places.end(),
                      [](const Node& node, const Place& place) { return placeOf(node) == place; });
}

const Curve* Ways::curve(qsizetype from, qsizetype to, qsizetype bunch, size_t index) {
    const std::tuple key(from, to, bunch);
    auto choice = m_choices.find(key);
    if (choice == m_choices.end())
        choice = m_choices.emplace(key, choiceOf(from, to, bunch)).first;
    Choice& bends = choice->second;
    if (index >= bends.curves.size())
        return nullptr;
    Curve& curve = bends.curves[index];
    if (!bends.known[index])
        judge(curve, from, to);
    bends.known[index] = true;
    return &curve;
}

/// Bends are counted from the actor of the lower row, so that a tie and its opposite do not meet.
Ways::Choice Ways::choiceOf(qsizetype from, qsizetype to, qsizetype bunch) const {
    const Place &start = m_places[static_cast<size_t>(from)], &end = m_places[static_cast<size_t>(to)];
    const double length = lengthOf(start.frame.center() - end.frame.center());
    Choice choice;
    for (const double bend : bendsFor(length, bunch, m_scale))
        choice.curves.push_back({bend, {}, {}, 0, false, std::abs(bend) > widestBend * length});
    choice.known.resize(choice.curves.size(), false);
    return choice;
}

void Ways::judge(Curve& curve, qsizetype from, qsizetype to) const {
    const Place &start = m_places[static_cast<size_t>(from)], &end = m_places[static_cast<size_t>(to)];
    curve.path =
        curveBetween(start.frame.center(), end.frame.center(), start.actor < end.actor ? curve.bend : -curve.bend);
    curve.bounds = boundsOf(curve.path);
    const QRectF room = inside();
    curve.leaves =
        !std::all_of(curve.path.begin(), curve.path.end(), [&](QPointF point) { return room.contains(point); });
    curve.obstacles = obstacles(curve, from, to);
}

double Ways::obstacles(const Curve& curve, qsizetype from, qsizetype to) const {
    constexpr double underName = 0.2; // the name would seem to be the tie's
    double count = 0;
    const double gap = nodeClearance * m_scale;
    const auto isIn = [&curve](const QRectF& box) { return areNear(curve.bounds, box) && touches(curve.path, box); };
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Place& place = m_places[i];
        if (i == static_cast<size_t>(from) || i == static_cast<size_t>(to))
            continue;
        const QRectF around = place.frame.adjusted(-gap, -gap, gap, gap);
        if (areNear(curve.bounds, around) && touches(curve.path, place.frame))
            count += 1;
        else if (isIn(around))
            count += 0.05;
        else if (isIn(place.nameBox) || isIn(place.statusBox))
            count += underName;
    }
    return count;
}

const Path& Ways::around(qsizetype from, qsizetype to, double gap) {
    const std::tuple key(from, to, gap);
    auto known = m_detours.find(key);
    if (known != m_detours.end())
        return known->second;
    QList<QRectF> boxes;
    for (size_t i = 0; i < m_places.size(); ++i)
        if (i != static_cast<size_t>(from) && i != static_cast<size_t>(to))
            boxes << m_places[i].frame;
    const auto middle = [this](qsizetype node) { return m_places[static_cast<size_t>(node)].frame.center(); };
    return m_detours.emplace(key, detour(middle(from), middle(to), boxes, gap, inside())).first->second;
}

Ways& Memory::waysOf(const Scene& scene, double scale) {
    constexpr size_t most = 8;
    const auto known = std::find_if(m_ways.begin(), m_ways.end(), [&](const std::unique_ptr<Ways>& ways) {
        return ways->areOf(scene.nodes, scene.canvas, scale);
    });
    if (known != m_ways.end()) {
        std::rotate(known, known + 1, m_ways.end());
    } else {
        if (m_ways.size() == most)
            m_ways.erase(m_ways.begin());
        m_ways.push_back(std::make_unique<Ways>(scene.nodes, scene.canvas, scale));
    }
    return *m_ways.back();
}

std::shared_ptr<Memory> newMemory() {
    return std::make_shared<Memory>();
}

} // namespace entente::relations
