#pragma once

#include "db/model/network.h"

namespace entente::model {

/// One tie of a path.
struct PathStep {
    ActorId from, to; ///< as the path goes; the tie itself may point the other way
    Tie tie;          ///< as it stands on that day
    /// At a moment: the moment. In time: the first day on which the step can be taken after those before it; none: it
    /// can be taken from before all days that are known.
    std::optional<Day> day;
    QList<CitationId> citations; ///< what the tie rests on; see citationsBehind

    bool operator==(const PathStep&) const = default;
};

struct Path {
    QList<PathStep> steps; ///< empty: both ends are the same actor

    bool operator==(const Path&) const = default;
};

struct PathOptions {
    Filter filter;
    Presence least = Presence::Possible; ///< Certain: ties that may only hold are passed over
    std::optional<Day> notBefore;        ///< in time: no step is taken earlier
};

// Paths go along ties in both directions, whatever way these point. None if either actor is missing or no path joins
// them. Same input, same path. A self-tie is never part of one. No index is kept: each call reads the ties anew,
// O((actors + ties) log actors) with about 5 ms for 10 000 actors and 20 000 ties.

/// The shortest path in a network as it is drawn: fewest ties, ended ones never; of equals fewest merely possible ties,
/// then the smaller keys of the actors passed, in order; of several ties between two actors the certain one, then the
/// one of the smaller key.
std::optional<Path> pathAt(const Dossier& dossier, const Network& network, ActorId from, ActorId to,
                           Presence least = Presence::Possible);

/// The same in the network of a day, in which agreements that are an end of the path are nodes.
std::optional<Path> pathAt(const Dossier& dossier, Day moment, ActorId from, ActorId to,
                           const PathOptions& options = {});

/// The time-respecting path that arrives first: each step is taken on a day on which the network of that day draws its
/// tie, no earlier than the step before. The network is that of networkAt with agreements that are an end of the path
/// as nodes: an agreement ties its parties while it has two, and is passed through as an actor while it has more.
///
/// A step can be taken on the days of decision 6: those on which one of the periods holds, or may hold if `least` is
/// Possible. They begin with the earliest possible first day (the latest, if Certain) and end the day before the latest
/// possible last day (the earliest), so that a period from 2001-03-12 to 2001-03-13 gives one day, as does one whose
/// ends are the same day. An open end gives days without end. An unknown end gives days without end that are possible,
/// and for Certain the latest first day alone; an unknown start gives possible days from ever, never certain ones.
/// Part-of links hold always. Several steps may be taken on one day, and one may wait at an actor for any time.
///
/// Of those that arrive on the earliest day ("foremost paths"; Wu, Cheng, Huang, Ke, Lu, Xu, "Path Problems in Temporal
/// Graphs", VLDB 2014; Kempe, Kleinberg, Kumar, "Connectivity and Inference Problems for Temporal Networks", 2002) the
/// one of fewest steps, then of the smaller keys of the actors passed, in order; of several ties between two actors the
/// one that can be taken first, then the certain one, then the one of the smaller key. Beside sorting, the search for
/// fewest steps looks at each contact once a change of how late one may still be at its actor: in the worst case as
/// often as the path has steps.
std::optional<Path> pathInTime(const Dossier& dossier, ActorId from, ActorId to, const PathOptions& options = {});

/// The day on which a path in time arrives; none if it can be taken from before all known days, or has no steps.
std::optional<Day> arrivalOf(const Path& path);

} // namespace entente::model
