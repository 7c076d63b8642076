#include "app/relations/layout/moments.h"

#include <algorithm>
#include <cmath>
#include <map>

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

bool holdsOn(const Link& link, model::Day day) {
    return std::any_of(link.when.begin(), link.when.end(), [day](const Link::Stretch& stretch) {
        return (!stretch.from || *stretch.from <= day) && (!stretch.to || day < *stretch.to);
    });
}

Ties tiesOn(const PlaceInput& input, model::Day day) {
    const auto isDrawn = [&](int body) {
        return body >= 0 && body < input.bodies.size() && !input.bodies[body].hidden;
    };
    Ties ties;
    for (const Link& link : input.links) {
        if (isDrawn(link.from) && isDrawn(link.to) && link.from != link.to && holdsOn(link, day))
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

} // namespace

WorstMoments worstMoments(const PlaceInput& input, const Spots& spots) {
    WorstMoments worst;
    for (const model::Day day : daysOf(input)) {
        const Ties ties = tiesOn(input, day);
        int count = 0;
        for (const auto& [ends, parallel] : ties)
            count += parallel;
        const double allowed = std::max(crossingsAllowed, crossingsOfATie * count);
        worst.crossings = std::max(worst.crossings, crossingsOf(ties, spots) - allowed);
        worst.angle = std::min(worst.angle, smallestAngle(ties, spots));
    }
    return worst;
}

} // namespace entente::relations
