#include "app/timeline/layout/ticks.h"

#include <array>
#include <cmath>

namespace entente::timeline {

using model::Calendar;
using model::CalendarDate;
using model::Day;

namespace {

constexpr double year = 365.2425;
constexpr double month = year / 12;
constexpr double minute = 1.0 / (24 * 60);
constexpr double leastLine = 9;
constexpr double gap = 10;
constexpr double stretchGap = 4;
constexpr qsizetype mostTicks = 4096;
constexpr qint64 ageFrom = 100'000; // years a step

constexpr bool isYears(TickUnit unit) {
    return unit == TickUnit::Year || unit == TickUnit::Age;
}

constexpr std::array fineSteps = {TickStep{TickUnit::Minute, 1, minute},
                                  TickStep{TickUnit::Minute, 5, 5 * minute},
                                  TickStep{TickUnit::Minute, 15, 15 * minute},
                                  TickStep{TickUnit::Hour, 1, 60 * minute},
                                  TickStep{TickUnit::Hour, 3, 180 * minute},
                                  TickStep{TickUnit::Hour, 6, 360 * minute},
                                  TickStep{TickUnit::Hour, 12, 720 * minute},
                                  TickStep{TickUnit::Day, 1, 1},
                                  TickStep{TickUnit::Day, 7, 7},
                                  TickStep{TickUnit::Month, 1, month},
                                  TickStep{TickUnit::Month, 3, 3 * month},
                                  TickStep{TickUnit::Year, 1, year}};

/// A place in time that ticks stand on.
struct Place {
    Day day = 0;
    qint32 second = 0;

    double value() const { return static_cast<double>(day) + second / 86400.0; }
};

qint64 floorTo(qint64 value, qint64 step) {
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// Round years before the common era are those that are called so: 400 BCE is the year -399, and between 200 BCE and
/// 200 stands the year 1.
qint64 yearOf(qint64 round, qint64 step) {
    return step == 1 || round > 0 ? round : round + 1;
}

qint64 roundedDown(qint64 year, qint64 step) {
    return floorTo(step == 1 || year > 0 ? year : year - 1, step);
}

Day firstOf(Calendar calendar, qint64 year, int month) {
    return model::dayIn(calendar, {year, month, 1});
}

/// The last exact year stands for those after it, so that a row of ticks ends there.
qint64 within(Calendar calendar, qint64 year) {
    const model::YearRange exact = model::exactYears(calendar);
    return std::clamp(year, exact.first, exact.last);
}

Place floorPlace(Calendar calendar, const TickStep& step, double day) {
    const Day whole = static_cast<Day>(std::floor(day));
    const CalendarDate date = model::dateIn(calendar, whole);
    switch (step.unit) {
    case TickUnit::Minute:
    case TickUnit::Hour: {
        const qint64 length = step.count * (step.unit == TickUnit::Hour ? 3600 : 60);
        return {whole, static_cast<qint32>(floorTo(static_cast<qint64>((day - std::floor(day)) * 86400), length))};
    }
    case TickUnit::Day: {
        // Weeks begin on Mondays; single days need no alignment.
        const Day monday = whole - (model::weekdayOf(whole) - 1);
        return {step.count == 7 ? monday : whole, 0};
    }
    case TickUnit::Month:
        return {firstOf(calendar, date.year, static_cast<int>(floorTo(date.month - 1, step.count)) + 1), 0};
    case TickUnit::Year:
    case TickUnit::Age:
        break;
    }
    return {firstOf(calendar, within(calendar, yearOf(roundedDown(date.year, step.count), step.count)), 1), 0};
}

Place nextPlace(Calendar calendar, const TickStep& step, Place place) {
    const CalendarDate date = model::dateIn(calendar, place.day);
    switch (step.unit) {
    case TickUnit::Minute:
    case TickUnit::Hour: {
        const qint32 second =
            place.second + static_cast<qint32>(step.count * (step.unit == TickUnit::Hour ? 3600 : 60));
        return second >= 86400 ? Place{place.day + 1, 0} : Place{place.day, second};
    }
    case TickUnit::Day:
        return {place.day + step.count, 0};
    case TickUnit::Month: {
        const qint64 months = date.month - 1 + step.count;
        return {firstOf(calendar, within(calendar, date.year + months / 12), static_cast<int>(months % 12) + 1), 0};
    }
    case TickUnit::Year:
    case TickUnit::Age:
        break;
    }
    const qint64 year = yearOf(roundedDown(date.year, step.count) + step.count, step.count);
    return {firstOf(calendar, within(calendar, year), 1), 0};
}

/// The unit that gives a finer one its context, for the upper row.
TickStep contextOf(const TickStep& step) {
    if (step.unit == TickUnit::Month)
        return {TickUnit::Year, 1, year};
    if (step.unit == TickUnit::Day)
        return {TickUnit::Month, 1, month};
    return {TickUnit::Day, 1, 1};
}

/// Lays ticks of one step from left to right.
class TickRow {
public:
    TickRow(const Scale& scale, double left, double right, Calendar calendar)
        : m_scale(scale), m_left(left), m_right(right), m_calendar(calendar) {}

    template <typename Use>
    void each(const TickStep& step, Use use) const {
        const model::YearRange exact = model::exactYears(m_calendar);
        const double first = static_cast<double>(firstOf(m_calendar, exact.first, 1));
        const double last = static_cast<double>(firstOf(m_calendar, exact.last, 1));
        Place place = floorPlace(m_calendar, step, std::clamp(m_scale.day(m_left), first, last));
        for (qsizetype i = 0; i < mostTicks && m_scale.x(place.value()) <= m_right; ++i) {
            use(place, m_scale.x(place.value()));
            const Place next = nextPlace(m_calendar, step, place);
            if (next.value() <= place.value())
                return; // beyond the last exact year
            place = next;
        }
    }

    double endOf(const TickStep& step, Place place) const {
        return m_scale.x(nextPlace(m_calendar, step, place).value());
    }

private:
    const Scale& m_scale;
    double m_left;
    double m_right;
    Calendar m_calendar;
};

TickStep yearStep(qint64 count) {
    return {count < ageFrom ? TickUnit::Year : TickUnit::Age, count, static_cast<double>(count) * year};
}

} // namespace

TickStep stepFor(double pixelsPerDay, double least) {
    for (const TickStep& step : fineSteps)
        if (step.days * pixelsPerDay >= least)
            return step;
    for (qint64 decade = 1; decade < model::largestYear; decade *= 10)
        for (const qint64 factor : {2, 5, 10})
            if (static_cast<double>(decade * factor) * year * pixelsPerDay >= least)
                return yearStep(decade * factor);
    return yearStep(model::largestYear);
}

/// The finest step whose every label has room, so that none is left out between two others.
static TickStep labelledStep(const Scale& scale, const TickRow& row, bool withContext, const TickWords& words,
                             const TickWidth& width) {
    const TickStep finest = stepFor(scale.pixelsPerDay(), leastLabelled);
    double widest = 0;
    row.each(finest, [&](Place place, double) {
        widest = std::max(widest, width(words(finest.unit, place.day, place.second, withContext),
                                        isYears(finest.unit) && !withContext));
    });
    return stepFor(scale.pixelsPerDay(), std::max(leastLabelled, widest + gap));
}

QList<Tick> ticks(const Scale& scale, double left, double right, const TickWords& words, const TickWidth& width) {
    QList<Tick> all;
    const TickRow row(scale, left, right, Calendar::Gregorian);
    const TickStep labelled = labelledStep(scale, row, false, words, width);
    const TickStep line = stepFor(scale.pixelsPerDay(), leastLine);
    const bool twoRows = !isYears(labelled.unit);
    if (line.days < labelled.days)
        row.each(line, [&](Place, double x) {
            if (x >= left)
                all.append({x, {}, x, false, false});
        });
    double free = left;
    row.each(labelled, [&](Place place, double x) {
        const QString text = words(labelled.unit, place.day, place.second, false);
        const double half = width(text, !twoRows) / 2;
        // A month or day names the stretch after its line, a year stands on its line.
        const double middle = twoRows ? x + labelled.days * scale.pixelsPerDay() / 2 : x;
        const bool fits = middle - half >= free && middle + half <= right;
        if (x >= left || fits)
            all.append({x, fits ? text : QString(), middle - half, false, !twoRows});
        if (fits)
            free = middle + half + gap;
    });
    if (!twoRows)
        return all;
    double upperFree = left;
    row.each(contextOf(labelled), [&](Place place, double x) {
        const TickStep context = contextOf(labelled);
        const QString text = words(context.unit, place.day, place.second, true);
        const double at = std::max(x, left);
        const double end = row.endOf(context, place);
        const bool fits = at >= upperFree && at + width(text, true) + gap <= std::min(end, right);
        if (x >= left || fits)
            all.append({x, fits ? text : QString(), at, true, true});
        if (fits)
            upperFree = at + width(text, true) + gap;
    });
    return all;
}

QList<Tick> calendarTicks(const Scale& scale, double left, double right, Calendar calendar, const TickWords& words,
                          const TickWidth& width) {
    QList<Tick> all;
    const TickRow row(scale, left, right, calendar);
    TickStep step = labelledStep(scale, row, true, words, width);
    if (step.days < 1)
        step = {TickUnit::Day, 1, 1};
    const bool isYear = isYears(step.unit);
    double free = left;
    row.each(step, [&](Place place, double x) {
        const QString text = words(step.unit, place.day, place.second, true);
        const double reach = width(text, false);
        // A year stands on its line; a month or day names the stretch after its line, of which some is in view.
        const double start = isYear ? x - reach / 2 : std::max(x + stretchGap, left);
        const double end = isYear ? right : std::min(right, row.endOf(step, place) - stretchGap);
        const bool fits = start >= free && start + reach <= end;
        if (x >= left || fits)
            all.append({x, fits ? text : QString(), start, false, false});
        if (fits)
            free = start + reach + gap;
    });
    return all;
}

} // namespace entente::timeline
