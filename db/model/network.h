#pragma once

#include "db/model/filter.h"

#include <QSet>

namespace entente::model {

enum class Presence : quint8 { None, Possible, Certain };

/// Whether a period holds on a day (decision 6): from its first day up to, not including, its last; from = to holds
/// that one day. Certain: latestStart <= day < earliestEnd. Possible: earliestStart <= day < latestEnd. An unknown end
/// is certain only on latestStart; an unknown start is at most possible.
Presence presenceOn(const Period& period, Day day);

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

/// Every tie that ever holds, as one line each: for search, tables and the layout of all time. Agreements are nodes in
/// it.
QList<Tie> allTies(const Dossier& dossier);

/// Agreements that selecting `subject` expands into nodes (decision 22).
QSet<ActorId> expandedBy(const Dossier& dossier, const Subject& subject);

/// Days on which a period may begin or end, sorted, each once: the steps of the moment.
QList<Day> changeDays(const Dossier& dossier);

} // namespace entente::model
