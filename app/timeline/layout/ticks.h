#pragma once

#include "app/timeline/layout/scale.h"
#include "db/model/days.h"

#include <QList>
#include <QString>
#include <functional>

namespace entente::timeline {

enum class TickUnit : quint8 { Minute, Hour, Day, Month, Year };

/// A line of the axis.
struct Tick {
    double x = 0;
    QString text; ///< empty: a line alone
    double textX = 0;
    bool upper = false; ///< its text stands in the upper of two rows
    bool strong = false;
};

/// A step of the ladder: how many units apart ticks are.
struct TickStep {
    TickUnit unit = TickUnit::Year;
    qint64 count = 1;
    double days = 365.2425; ///< mean length
};

/// Words of a tick: the unit it counts, the day it stands on and the second of that day. `withContext`: the upper row,
/// which says the month and year for days, the year for months.
using TickWords = std::function<QString(TickUnit unit, model::Day day, qint32 second, bool withContext)>;

/// The finest step whose ticks are at least `least` pixels apart, from a minute to 10^10 years.
TickStep stepFor(double pixelsPerDay, double least);

/// Ticks between two pixel positions: labelled ones at least 42 pixels apart and never touching, finer lines between
/// them; under a year a second row above names the year (month, day). At most 4096 of them.
QList<Tick> ticks(const Scale& scale, double left, double right, const TickWords& words,
                  const std::function<double(const QString&, bool strong)>& width);

} // namespace entente::timeline
