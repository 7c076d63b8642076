#pragma once

#include "db/model/filter.h"

#include <QSet>
#include <limits>

namespace entente::model {

/// Before and after every day that can be written: the ends of what has none.
inline constexpr Day beforeAllDays = std::numeric_limits<Day>::min();
inline constexpr Day afterAllDays = std::numeric_limits<Day>::max();

/// Days from the first up to, not including, the last.
struct Stretch {
    Day from = beforeAllDays;
    Day to = afterAllDays;

    bool isEmpty() const { return from >= to; }
    bool operator==(const Stretch&) const = default;
};

enum class Presence : quint8 { None, Possible, Certain };

/// Whether a period holds on a day (decision 6): from its first day up to, not including, its last; from = to holds
/// that one day. Certain: latestStart <= day < earliestEnd. Possible: earliestStart <= day < latestEnd. An unknown end
/// is certain only on latestStart; an unknown start is at most possible.
Presence presenceOn(const Period& period, Day day);

/// The days on which presenceOn is at least `least`, which is Possible or Certain: from the earliest start up to the
/// latest end, or from the latest start up to the earliest end. What is unknown or open reaches without end; where it
/// holds on no day the stretch is empty.
Stretch daysOf(const Period& period, Presence least);

/// Whether a period has certainly ended on a day: day >= its latest end (after it, for a single day).
bool hasEnded(const Period& period, Day day);

/// First day on which the period may hold; none for an unknown or open start.
std::optional<Day> possibleStart(const Period& period);
/// Day from which it certainly no longer holds; none if open or unknown.
std::optional<Day> certainEnd(const Period& period);

/// A line of the network at a moment: a relationship, a part-of link, or an agreement of two parties drawn as one tie.
struct Tie {
    enum class Kind : quint8 { Relationship, PartOf, Agreement };
    Kind kind = Kind::Relationship;
    ActorId from, to;
    RelationshipId relationship; ///< only for a relationship
    ActorId agreement;           ///< only for an agreement
    QList<PeriodId> periods;     ///< behind it at this moment: one for a relationship, one a party for an agreement
    PeriodState state = PeriodState::Held;
    Presence presence = Presence::Certain; ///< None if ended
    bool ended = false;
    LineForm lineForm = LineForm::Plain;
    Tenor tenor = Tenor::Neutral;
    bool directed = false;
    QString label; ///< words on the line, as the dossier has them
    std::optional<Day> since, until;

    /// What selecting it selects.
    Subject subject() const;
    bool operator==(const Tie&) const = default;
};

struct NetworkOptions {
    bool showEnded = true;
    /// Agreements that are drawn as nodes although they have two parties: the selected or focused one, or those that
    /// the selected event or tie takes part in (decision 22).
    QSet<ActorId> expanded;
};

/// Who stood where on one day.
struct Network {
    Day moment = 0;
    QList<Tie> ties;           ///< in order of relationship rows, then agreements, then part-of links
    QList<bool> agreementNode; ///< by actor: an agreement that is drawn as a node
    QList<bool> onStage;       ///< by actor: has a tie at this moment that has not ended
};

/// The network as of a day: holding ties, ended ones until another tie of the same two actors begins or the agreement
/// itself ends (decision 23), agreements collapsed or expanded (22). Filtered ties are left out.
Network networkAt(const Dossier& dossier, Day moment, const Filter& filter = {}, const NetworkOptions& options = {});

/// The relationships and periods as records, never collapsed: what `entente list ties` prints. One entry a relationship
/// and period that holds (or has ended and is still shown, if showEnded), and the part-of links.
QList<Tie> tiesAt(const Dossier& dossier, Day moment, const Filter& filter = {}, bool showEnded = false);

/// A relationship as the network of a day draws it, by the period that leads: certain before possible, a later start
/// before an earlier one. None if none of its periods holds then.
std::optional<Tie> tieAt(const Dossier& dossier, RelationshipId relationship, Day moment);
/// An agreement as one tie between the actors that these two relationships make its parties. None unless both hold.
std::optional<Tie> tieAt(const Dossier& dossier, RelationshipId firstParty, RelationshipId secondParty, Day moment);

/// What a tie rests on: the citations of the periods behind it, each once; of a part-of link the actor's.
QList<CitationId> citationsBehind(const Dossier& dossier, const Tie& tie);

/// Whether an actor is an agreement, and whether a relationship makes its first actor a party to one (decision 22).
bool isAgreement(const Dossier& dossier, ActorId actor);
bool isParty(const Dossier& dossier, RelationshipId relationship);

/// Every tie that ever holds, as one line each: for search, tables and the layout of all time. Agreements are nodes in
/// it.
QList<Tie> allTies(const Dossier& dossier);

/// Agreements that selecting `subject` expands into nodes (decision 22).
QSet<ActorId> expandedBy(const Dossier& dossier, const Subject& subject);

/// Days on which a period may begin or end, sorted, each once: the steps of the moment.
QList<Day> changeDays(const Dossier& dossier);

} // namespace entente::model
