#include "app/timeline/layout/picture_stack.h"

#include <algorithm>
#include <limits>

namespace entente::timeline {

namespace {

using Stretches = QList<std::pair<double, double>>;

constexpr qint64 leastGain = 15; // that a row must bring to be worth its height

bool touch(const Stretches& one, const Stretches& other) {
    return std::any_of(one.begin(), one.end(), [&](const auto& a) {
        return std::any_of(other.begin(), other.end(),
                           [&](const auto& b) { return a.first < b.second && b.first < a.second; });
    });
}

/// What to change one lane to, and what each pixel of it gains.
struct Step {
    qsizetype lane = -1;
    int rows = 0;
    double worth = 0;
};

Step bestStep(const QList<QList<RowChoice>>& choices, const QList<int>& rows, double spare) {
    Step best;
    for (qsizetype lane = 0; lane < choices.size(); ++lane) {
        const RowChoice& now = choices[lane][rows[lane]];
        for (int next = 0; next < choices[lane].size(); ++next) {
            const RowChoice& choice = choices[lane][next];
            const double more = choice.height - now.height;
            const qint64 gain = now.cost - choice.cost;
            if (gain < leastGain || more > spare)
                continue;
            const double worth = more > 0 ? static_cast<double>(gain) / more : std::numeric_limits<double>::infinity();
            if (worth > best.worth)
                best = {lane, next, worth};
        }
    }
    return best;
}

} // namespace

QList<int> stacked(const QList<Footprint>& footprints, int mostLevels) {
    QList<Stretches> taken;
    QList<int> levels;
    for (const Footprint& footprint : footprints) {
        const auto isFree = [&](int level) {
            for (int i = level; i < level + footprint.levels && i < taken.size(); ++i)
                if (touch(taken[i], footprint.stretches))
                    return false;
            return true;
        };
        int level = 0;
        while (level < taken.size() && !isFree(level))
            ++level;
        if (level >= mostLevels) {
            levels.append(-1);
            continue;
        }
        levels.append(level);
        taken.resize(std::max<qsizetype>(taken.size(), level + footprint.levels));
        for (int i = level; i < level + footprint.levels; ++i)
            taken[i] += footprint.stretches;
    }
    return levels;
}

QList<int> chosenRows(const QList<QList<RowChoice>>& choices, double height) {
    QList<int> rows;
    for (const QList<RowChoice>& lane : choices) {
        const auto lowest = std::min_element(lane.begin(), lane.end(),
                                             [](const auto& a, const auto& b) { return a.height < b.height; });
        rows.append(static_cast<int>(lowest - lane.begin()));
        height -= lowest->height;
    }
    for (Step step = bestStep(choices, rows, height); step.lane >= 0; step = bestStep(choices, rows, height)) {
        const QList<RowChoice>& lane = choices[step.lane];
        height -= lane[step.rows].height - lane[rows[step.lane]].height;
        rows[step.lane] = step.rows;
    }
    return rows;
}

} // namespace entente::timeline
