#include "app/timeline/layout/dense_window.h"

#include <algorithm>
#include <deque>

namespace entente::timeline {

namespace {
constexpr qsizetype fewest = 4;
constexpr double margin = 0.04;
} // namespace

std::optional<DaySpan> denseDays(const QList<double>& days, DaySpan whole, Density density) {
    const auto count = static_cast<double>(days.size());
    if (days.size() < fewest || whole.width() <= 0)
        return {};
    // Each stretch begins with an event and ends with one. Its excess is after(last) - before(first).
    const auto before = [&](qsizetype i) {
        return static_cast<double>(i) / count - (days[i] - whole.first) / whole.width();
    };
    const auto excess = [&](qsizetype first, qsizetype last) { return before(last) + 1 / count - before(first); };
    std::optional<std::pair<qsizetype, qsizetype>> best;
    std::deque<qsizetype> firsts; // with ascending excess lost, the earliest first
    qsizetype next = 0;
    for (qsizetype last = 0; last < days.size(); ++last) {
        for (; next <= last && static_cast<double>(last - next + 1) > density.eventsOver * count; ++next) {
            while (!firsts.empty() && before(firsts.back()) > before(next))
                firsts.pop_back();
            firsts.push_back(next);
        }
        while (!firsts.empty() && days[last] - days[firsts.front()] >= density.timeUnder * whole.width())
            firsts.pop_front();
        if (!firsts.empty() && (!best || excess(firsts.front(), last) > excess(best->first, best->second) + 1e-12))
            best = {firsts.front(), last};
    }
    if (!best)
        return {};
    return DaySpan{days[best->first], days[best->second]};
}

DaySpan windowAround(DaySpan dense, DaySpan whole) {
    const double sides = std::max(1.0, margin * dense.width());
    return {std::max(whole.first, dense.first - sides), std::min(whole.last, dense.last + sides)};
}

} // namespace entente::timeline
