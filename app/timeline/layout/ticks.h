#pragma once

#include "app/timeline/layout/scale.h"
#include "db/model/calendar.h"

#include <QList>
#include <QString>
#include <functional>

namespace entente::timeline {

/// Age: years by the hundred thousand and more, told in millions or billions of years ago.
enum class TickUnit : quint8 { Minute, Hour, Day, Month, Year, Age };

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

inline constexpr double leastLabelled = 42; ///< pixels between ticks with a text

/// The finest step whose ticks are at least `least` pixels apart, from a minute to 10^10 years. Steps of 10^5 years and
/// more have the unit Age.
TickStep stepFor(double pixelsPerDay, double least);

using TickWidth = std::function<double(const QString&, bool strong)>;

/// Ticks between two pixel positions: labelled ones at least 42 pixels apart and never touching, finer lines between
/// them; under a year a second row above names the year (month, day). At most 4096 of them. Gregorian; none outside the
/// years ±10^10.
QList<Tick> ticks(const Scale& scale, double left, double right, const TickWords& words, const TickWidth& width);

/// The same time in one row of another calendar, whose years, months and days begin where they do in it: every label
/// says its year, none touch, and there are no lines between the labelled ticks. Only whole years that are exact in
/// that calendar; at most 4096.
QList<Tick> calendarTicks(const Scale& scale, double left, double right, model::Calendar calendar,
                          const TickWords& words, const TickWidth& width);

} // namespace entente::timeline
