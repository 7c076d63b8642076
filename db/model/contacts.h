#pragma once

#include "db/model/network.h"

#include <vector>

namespace entente::model {

/// A stretch of days over which the network draws a tie between two actors: a contact of the temporal graph.
struct Contact {
    ActorId from, to;            ///< as the tie has them; never the same, never none
    Stretch days;                ///< never empty
    RelationshipId relationship; ///< none: a part-of link
    RelationshipId secondParty;  ///< only of an agreement that is drawn as one tie: the other relationship behind it
};

struct ContactOptions {
    Filter filter;
    QSet<ActorId> expanded; ///< agreements that are nodes whenever they have a party
    Presence least = Presence::Possible;
};

/// The networks of all days: on every day the contacts that contain it are the ties of networkAt of that day, with the
/// same filter and expanded agreements, that have not ended and are at least as present as `least`. An agreement is
/// thus one contact between its parties while it has exactly two, and a node with contacts of its own while it has
/// another number (decision 22). Ties of an actor with itself are left out. In order of relationship rows, then
/// agreements, then part-of links; of one relationship in order of time. O(n log n) in the number of periods.
std::vector<Contact> contactsOf(const Dossier& dossier, const ContactOptions& options = {});

/// The tie that a contact draws on one of its days.
Tie tieOf(const Dossier& dossier, const Contact& contact, Day day);

} // namespace entente::model
