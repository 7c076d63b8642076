#include "app/relations/layout/moments.h"
#include "app/relations/layout/places.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace entente::relations {

namespace {

using model::Day;

bool isUsable(const Link& link, qsizetype bodies) {
    return link.from >= 0 && link.to >= 0 && link.from != link.to && link.from < bodies && link.to < bodies;
}

/// Distances with unreachable pairs one further apart than the furthest pair that a path joins.
QList<double> completed(qsizetype bodies, const Edges& edges) {
    QList<double> lengths = shortestPaths(bodies, edges).value_or(QList<double>(bodies * bodies, 1));
    double furthest = 1;
    for (const double length : lengths) {
        if (std::isfinite(length))
            furthest = std::max(furthest, length);
    }
    for (double& length : lengths) {
        if (!std::isfinite(length))
            length = furthest + 1;
    }
    return lengths;
}

QList<bool> tiedBy(qsizetype bodies, const Edges& edges) {
    QList<bool> tied(bodies, false);
    for (const auto& [from, to] : edges)
        tied[from] = tied[to] = true;
    return tied;
}

/// Days on which the graph changes, each once.
std::set<Day> daysOfChange(const QList<Link>& links) {
    std::set<Day> days;
    for (const Link& link : links) {
        for (const Link::Stretch& stretch : link.when) {
            if (stretch.from)
                days.insert(*stretch.from);
            if (stretch.to)
                days.insert(*stretch.to);
        }
    }
    return days;
}

/// Sums of distances and of weights, one a pair.
struct Sums {
    QList<double> distance, weight;

    void add(qsizetype bodies, const Edges& edges, double duration) {
        const QList<double> lengths = completed(bodies, edges);
        const QList<bool> tied = tiedBy(bodies, edges);
        for (qsizetype i = 0; i < bodies * bodies; ++i) {
            if (tied[i / bodies] && tied[i % bodies]) {
                distance[i] += duration * lengths[i];
                weight[i] += duration;
            }
        }
    }
};

} // namespace

bool holdsOn(const Link& link, Day day) {
    return std::any_of(link.when.begin(), link.when.end(), [&](const Link::Stretch& stretch) {
        return (!stretch.from || *stretch.from <= day) && (!stretch.to || day < *stretch.to);
    });
}

Edges edgesOn(qsizetype bodies, const QList<Link>& links, std::optional<Day> day) {
    Edges edges;
    for (const Link& link : links) {
        if (isUsable(link, bodies) && (!day || holdsOn(link, *day)))
            edges << std::pair(link.from, link.to);
    }
    return edges;
}

QList<double> distancesOverTime(qsizetype bodies, const QList<Link>& links) {
    const std::set<Day> changes = daysOfChange(links);
    const QList<Day> days(changes.begin(), changes.end());
    Sums sums{QList<double>(bodies * bodies, 0), QList<double>(bodies * bodies, 0)};
    for (qsizetype i = 0; i < days.size(); ++i) {
        const double whole = static_cast<double>(days.last()) - static_cast<double>(days.first());
        const double duration = i + 1 < days.size() ? static_cast<double>(days[i + 1]) - static_cast<double>(days[i])
                                                    : std::max(1.0, whole / static_cast<double>(days.size()));
        sums.add(bodies, edgesOn(bodies, links, days[i]), duration);
    }
    QList<double> result = completed(bodies, edgesOn(bodies, links, {}));
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (sums.weight[i] > 0)
            result[i] = sums.distance[i] / sums.weight[i];
    }
    return result;
}

} // namespace entente::relations
