#pragma once

#include "db/model/network.h"

namespace entente::model {

/// What became of a tie or period from one moment to a later one.
enum class Difference : quint8 {
    Same,    ///< holds on both days
    New,     ///< holds on the later day and not on the earlier
    Gone,    ///< held on the earlier day and not on the later
    Changed, ///< the relationship holds on both days, by different periods: another state, or another time
    Passed,  ///< holds on neither day, but between them
};

/// A period that begins or ends between two moments: after the earlier, up to and including the later. The event, dates
/// and citations are those of the period.
struct PeriodDifference {
    PeriodId period;
    Difference difference = Difference::New; ///< never Same
    Presence begins = Presence::None;        ///< Certain: between the two in any case; Possible: perhaps
    Presence ends = Presence::None;          ///< the same of the first day on which it no longer holds
    bool isCertain = true;                   ///< the difference is there whatever its vague days are; false: perhaps
    PeriodId counterpart; ///< only of Changed: the period by which the relationship holds on the other day

    bool operator==(const PeriodDifference&) const = default;
};

/// What became of a tie that the network of either moment shows.
struct TieDifference {
    Difference difference = Difference::Same;    ///< never Passed
    Presence before = Presence::None;            ///< on the earlier day
    Presence after = Presence::None;             ///< on the later day
    PeriodState stateBefore = PeriodState::Held; ///< on the earlier day, if it held

    /// Whether the difference is there whatever the vague days are.
    bool isCertain() const;
    bool operator==(const TieDifference&) const = default;
};

/// Two moments side by side.
struct Comparison {
    Day before = 0;                  ///< the earlier moment
    Day after = 0;                   ///< the later
    QList<PeriodDifference> periods; ///< in order of the day of the difference, then of rows
    /// The union of both networks, for drawing: each tie once, as it stands on the later day, or as it stood on the
    /// earlier if it is gone; in the order of networkAt. Ended ties are left out. An agreement is a node in it if it is
    /// one on either day, or if its two parties are not the same on both.
    Network network;
    QList<TieDifference> ties; ///< one a tie of the network
};

/// Compares two moments, the earlier with the later whichever comes first; the same day twice has no differences.
///
/// A period begins between if its first possible day lies after `before` and its last possible one not after `after`;
/// it may do so if some of these days lie there. The same of its ends. An end that is open, or of which nothing is
/// known, never lies between. A difference is certain if the period's presence (decision 6) is certain where it must
/// hold and none where it must not. Filtered relationships are left out. `expanded` as in NetworkOptions.
Comparison compare(const Dossier& dossier, Day one, Day other, const Filter& filter = {},
                   const QSet<ActorId>& expanded = {});

} // namespace entente::model
