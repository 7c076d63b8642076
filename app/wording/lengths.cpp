#include "app/wording/wording.h"

#include <limits>

namespace entente::wording {

// How long it is from one date to another.

using model::Day;
using model::Edtf;
using model::EventId;

namespace {

/// Days between which something began; beyond all days where that is not known.
struct Beginning {
    Day first = std::numeric_limits<Day>::max();
    Day last = std::numeric_limits<Day>::min();
    bool isQualified = false; ///< "about" or in doubt

    bool isVague() const { return first != last || isQualified; }
    bool isBounded() const {
        return first != std::numeric_limits<Day>::min() && last != std::numeric_limits<Day>::max();
    }
    void add(const Edtf& date) {
        const model::Bound& latest =
            date.isInterval() && !date.start().latest.isKnown() ? date.latest() : date.start().latest;
        const model::Bound& earliest = date.start().earliest;
        first = std::min(first, earliest.isKnown() ? earliest.day : std::numeric_limits<Day>::min());
        isQualified = isQualified || date.start().approximate || date.start().uncertain;
        last = std::max(last, latest.isKnown() ? latest.day : std::numeric_limits<Day>::max());
    }
};

Beginning beginningOf(const model::Dossier& dossier, EventId event) {
    Beginning beginning;
    beginning.add(dossier.claimInUse(event)->date);
    for (const model::DateClaim& claim : dossier.conflictingClaims(event))
        beginning.add(claim.date);
    return beginning;
}

Day middleOf(const Beginning& beginning) {
    return beginning.first + (beginning.last - beginning.first) / 2;
}

/// How two beginnings lie to each other.
enum class Order : quint8 { Before, After, Overlapping, Unknown };

Order orderOf(const Beginning& one, const Beginning& other) {
    if (one.first <= other.last && other.first <= one.last)
        return one.isBounded() && other.isBounded() ? Order::Overlapping : Order::Unknown;
    return other.first > one.last ? Order::Before : Order::After;
}

/// A number of which only two digits are worth telling.
qint64 rounded(qint64 number) {
    qint64 unit = 1;
    while (number / unit >= 100)
        unit *= 10;
    return (number + unit / 2) / unit * unit;
}

} // namespace

QString Wording::lengthWords(Day days, bool vague) const {
    constexpr double daysOfMonth = 30.44, daysOfYear = 365.2425;
    const double length = static_cast<double>(days);
    const auto about = [&](const QString& words) { return vague ? tr("about %1").arg(words) : words; };
    if (days <= 92 && !vague)
        return tr("%n day(s)", nullptr, static_cast<int>(days));
    if (length < 2 * daysOfYear)
        return days < 45 ? about(tr("%n day(s)", nullptr, static_cast<int>(days)))
                         : about(tr("%n month(s)", nullptr, qRound(length / daysOfMonth)));
    return about(tr("%n year(s)", nullptr, static_cast<int>(qRound64(length / daysOfYear))));
}

QString Wording::distance(const model::Dossier& dossier, EventId from, EventId to) const {
    if (!dossier.claimInUse(from) || !dossier.claimInUse(to))
        return {};
    // Beginnings are compared: what goes on for years is told by when it began.
    const Beginning one = beginningOf(dossier, from), other = beginningOf(dossier, to);
    const bool bounded = one.isBounded() && other.isBounded();
    const bool vague = one.first != one.last || other.first != other.last;
    if (one.first <= other.last && other.first <= one.last) {
        if (!bounded)
            return tr("before or after is not known");
        return vague ? tr("about the same time") : tr("the same day");
    }
    const bool later = other.first > one.last;
    if (!bounded) {
        const QString words = lengthWords(later ? other.first - one.last : one.first - other.last, false);
        return later ? tr("at least %1 later").arg(words) : tr("at least %1 before").arg(words);
    }
    Beginning oneInUse, otherInUse;
    oneInUse.add(dossier.claimInUse(from)->date);
    otherInUse.add(dossier.claimInUse(to)->date);
    const QString words = lengthWords(qAbs(middleOf(otherInUse) - middleOf(oneInUse)), vague);
    return later ? tr("%1 later").arg(words) : tr("%1 before").arg(words);
}

QString Wording::daysWords(qint64 days) const {
    // %n takes an int.
    const int number = static_cast<int>(std::min<qint64>(days, std::numeric_limits<int>::max()));
    return tr("%L1 day(s)", nullptr, number).arg(days);
}

/// Of exactly known days: "2714 days · 7 years 157 days".
QString Wording::exactLength(Day first, Day last) const {
    QString days = daysWords(last - first);
    const model::CivilDate from = model::civilOf(first), to = model::civilOf(last);
    const bool isBeforeAnniversary = std::pair(to.month, to.day) < std::pair(from.month, from.day);
    const qint64 years = to.year - from.year - (isBeforeAnniversary ? 1 : 0);
    if (years == 0)
        return days;
    const int day = std::min(from.day, model::daysInMonth(from.year + years, from.month));
    const qint64 rest = last - model::dayOf(from.year + years, from.month, day);
    const QString whole = tr("%L1 year(s)", nullptr, static_cast<int>(std::min<qint64>(years, 1'000'000))).arg(years);
    return tr("%1 · %2", "days and years")
        .arg(days, rest == 0 ? whole : tr("%1 %2", "years and days").arg(whole, daysWords(rest)));
}

QString Wording::measure(const model::Dossier& dossier, const MeasureEnd& from, const MeasureEnd& to) const {
    const auto isUndated = [&](const MeasureEnd& end) { return end.event.isValid() && !dossier.claimInUse(end.event); };
    if (isUndated(from) || isUndated(to))
        return tr("not to be measured: no date");
    const auto beginning = [&](const MeasureEnd& end) {
        return end.event.isValid() ? beginningOf(dossier, end.event) : Beginning{end.day, end.day};
    };
    Beginning one = beginning(from), other = beginning(to);
    const Order order = orderOf(one, other);
    const bool vague = one.isVague() || other.isVague();
    if (order == Order::Unknown)
        return tr("before or after is not known");
    if (order == Order::Overlapping)
        return vague ? tr("no order: the dates overlap") : tr("the same day");
    if (order == Order::After)
        std::swap(one, other);
    if (!one.isBounded() || !other.isBounded())
        return tr("at least %1").arg(exactLength(one.last, other.first));
    if (!vague)
        return exactLength(one.first, other.first);
    const Day length = middleOf(other) - middleOf(one);
    const QString days = tr("about %1").arg(daysWords(rounded(length)));
    return length < 45 ? days : tr("%1 · %2", "days and years").arg(days, lengthWords(length, true));
}

} // namespace entente::wording
