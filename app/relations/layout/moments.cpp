#include "app/relations/layout/moments.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace entente::relations {

namespace {

constexpr size_t mostDays = 64;
constexpr double crossingsOfATie = 0.15, crossingsAllowed = 3;
constexpr double angleAllowed = 12; ///< degrees

using Ends = std::pair<int, int>;
using Ties = std::map<Ends, int>; ///< how many ties two bodies have

std::vector<model::Day> daysOf(const PlaceInput& input) {
    std::vector<model::Day> days;
    for (const Link& link : input.links) {
        for (const Link::Stretch& stretch : link.when) {
            for (const auto& day : {stretch.from, stretch.to}) {
                if (day)
                    days.push_back(*day);
            }
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() <= mostDays)
        return days;
    std::vector<model::Day> some;
    some.reserve(mostDays);
    for (size_t i = 0; i < mostDays; ++i)
        some.push_back(days[i * days.size() / mostDays]);
    return some;
}

bool hasBegunBy(const Link& link, model::Day day) {
    return std::any_of(link.when.begin(), link.when.end(),
                       [day](const Link::Stretch& stretch) { return !stretch.from || *stretch.from <= day; });
}

using Holds = bool (*)(const Link&, model::Day);

Ties tiesOn(const PlaceInput& input, model::Day day, Holds holds) {
    const auto isDrawn = [&](int body) {
        return body >= 0 && body < input.bodies.size() && !input.bodies[body].hidden;
    };
    Ties ties;
    for (const Link& link : input.links) {
        if (isDrawn(link.from) && isDrawn(link.to) && link.from != link.to && holds(link, day))
            ++ties[std::minmax(link.from, link.to)];
    }
    return ties;
}

double crossingsOf(const Ties& ties, const Spots& spots) {
    const auto at = [&](int body) { return spots[static_cast<size_t>(body)]; };
    int crossings = 0;
    for (auto one = ties.begin(); one != ties.end(); ++one) {
        for (auto other = std::next(one); other != ties.end(); ++other) {
            const Ends a = one->first, b = other->first;
            const bool meet = a.first == b.first || a.first == b.second || a.second == b.first || a.second == b.second;
            if (!meet && cross(at(a.first), at(a.second), at(b.first), at(b.second)))
                crossings += one->second * other->second;
        }
    }
    return crossings;
}

double smallestAngle(const Ties& ties, const Spots& spots) {
    std::vector<std::vector<double>> directions(spots.size());
    for (const auto& [ends, count] : ties) {
        const QPointF way = spots[static_cast<size_t>(ends.second)] - spots[static_cast<size_t>(ends.first)];
        const double angle = std::atan2(way.y(), way.x()) * 180 / M_PI;
        directions[static_cast<size_t>(ends.first)].push_back(angle);
        directions[static_cast<size_t>(ends.second)].push_back(angle > 0 ? angle - 180 : angle + 180);
    }
    double smallest = 1;
    for (std::vector<double>& angles : directions) {
        if (angles.size() < 2)
            continue;
        std::sort(angles.begin(), angles.end());
        const double allowed = std::min(angleAllowed, 180 / static_cast<double>(angles.size()));
        double before = angles.back() - 360;
        for (const double angle : angles) {
            smallest = std::min(smallest, (angle - before) / allowed);
            before = angle;
        }
    }
    return smallest;
}

/// Sums over days, of weights as well.
class StressSums {
public:
    explicit StressSums(const PlaceInput& input)
        : m_input(input), m_count(input.bodies.size()), m_links(input.links),
          m_weight(cells(), 0), m_sums{m_weight, m_weight} {
        const auto isHidden = [&](int body) { return body >= 0 && body < m_count && input.bodies[body].hidden; };
        m_links.removeIf([&](const Link& link) { return isHidden(link.from) || isHidden(link.to); });
    }

    /// Of the pairs of which one is drawn now and then only, or of all others.
    void add(model::Day day, bool ofHidden) {
        const auto distances = shortestPaths(m_count, edgesOn(m_count, ofHidden ? m_input.links : m_links, day));
        if (!distances)
            return;
        std::vector<size_t> joined;
        joined.reserve(cells());
        for (size_t i = 0; i < cells(); ++i) {
            if (isOf(i, ofHidden) && std::isfinite(distanceAt(*distances, i)))
                joined.push_back(i);
        }
        constexpr double whenHidden = 0.3;
        for (const size_t i : joined) {
            const double weight = (ofHidden ? whenHidden : 1) / static_cast<double>(joined.size());
            const double distance = distanceAt(*distances, i);
            m_weight[i] += weight;
            m_sums.inverse[i] += weight / distance;
            m_sums.squared[i] += weight / distance / distance;
        }
    }

    /// So that weights of all pairs, each once, make 1.
    MomentStress normalised() const {
        const double whole = std::accumulate(m_weight.begin(), m_weight.end(), 0.0) / 2;
        MomentStress stress = m_sums;
        for (std::vector<double>* values : {&stress.inverse, &stress.squared}) {
            for (double& value : *values)
                value = whole > 0 ? value / whole : 0;
        }
        return stress;
    }

private:
    size_t cells() const { return static_cast<size_t>(m_count * m_count); }
    static double distanceAt(const QList<double>& distances, size_t cell) {
        return distances[static_cast<qsizetype>(cell)];
    }
    bool isOf(size_t cell, bool ofHidden) const {
        const qsizetype a = static_cast<qsizetype>(cell) / m_count, b = static_cast<qsizetype>(cell) % m_count;
        return a != b && (m_input.bodies[a].hidden || m_input.bodies[b].hidden) == ofHidden;
    }

    const PlaceInput& m_input;
    qsizetype m_count;
    QList<Link> m_links; ///< of those who are always drawn
    std::vector<double> m_weight;
    MomentStress m_sums;
};

} // namespace

MomentStress momentStress(const PlaceInput& input) {
    const bool anyHidden =
        std::any_of(input.bodies.begin(), input.bodies.end(), [](const Body& body) { return body.hidden; });
    StressSums sums(input);
    for (const model::Day day : daysOf(input)) {
        sums.add(day, false);
        if (anyHidden)
            sums.add(day, true);
    }
    return sums.normalised();
}

WorstMoments worstMoments(const PlaceInput& input, const Spots& spots) {
    WorstMoments worst;
    for (const model::Day day : daysOf(input)) {
        const Ties ties = tiesOn(input, day, hasBegunBy); // ended ones stay as dotted lines
        int count = 0;
        for (const auto& [ends, parallel] : ties)
            count += parallel;
        const double allowed = std::max(crossingsAllowed, crossingsOfATie * count);
        worst.crossings = std::max(worst.crossings, crossingsOf(ties, spots) - allowed);
        worst.angle = std::min(worst.angle, smallestAngle(tiesOn(input, day, holdsOn), spots));
    }
    return worst;
}

} // namespace entente::relations
