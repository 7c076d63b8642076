#pragma once

#include "db/model/network.h"

#include <functional>

namespace entente::relations {

/// How central one actor is. Ties are taken without direction, several between the same two actors as one.
struct Centrality {
    /// With how many others it is tied (degree; Freeman, "Centrality in Social Networks: Conceptual Clarification",
    /// 1978/79).
    int degree = 0;
    /// On which share of the shortest paths between all pairs of other actors that have a tie it lies, 0 to 1
    /// (betweenness, normalised; Freeman 1977; computed as by Brandes, "A Faster Algorithm for Betweenness Centrality",
    /// 2001). Pairs that no path joins count as pairs on which nobody lies.
    double betweenness = 0;
    /// How far its neighbours are tied among themselves (constraint; Burt, "Structural Holes and Good Ideas", AJS
    /// 2004). Low constraint: a broker between others who lack ties. From near 0 up to 1.125; none without a neighbour.
    std::optional<double> constraint;

    bool operator==(const Centrality&) const = default;
};

/// How central actors are at a moment, one entry an actor. Those without a tie have degree and betweenness 0.
struct Centralities {
    model::Day moment = 0;
    QList<Centrality> actors;

    const Centrality& of(model::ActorId actor) const { return actors[actor.index]; }
};

/// Told the share of the work that is done, 0 to 1; false stops the work.
using Progress = std::function<bool(double share)>;

/// The measures of a network as it is drawn: ended ties and ties less present than `least` do not count, agreements
/// that are nodes count as actors. None only if `progress` stopped it (or memory ran out). Same network, same values.
/// O(actors · ties): below a millisecond for 60 actors, seconds for 10 000 with 20 000 ties; runs on the calling
/// thread.
std::optional<Centralities> centralityAt(const model::Network& network,
                                         model::Presence least = model::Presence::Possible,
                                         const Progress& progress = {});

/// The actors that have a tie, most central first: by betweenness (to nine decimals), then degree, then less
/// constraint, then key.
QList<model::ActorId> ranked(const model::Dossier& dossier, const Centralities& centralities);

/// The measures over time, at moments of change in order: for sparklines.
using CentralitySeries = QList<Centralities>;

struct SeriesOptions {
    model::Filter filter;
    model::Presence least = model::Presence::Possible;
    /// Of more days of change than this as many are taken, evenly by number, with the first and the last.
    qsizetype mostMoments = 200;
};

/// centralityAt the networks of the days of change, agreements as networkAt has them without any expanded. Memory: 24
/// bytes an actor and moment. None only if `progress` stopped it.
std::optional<CentralitySeries> centralityOverTime(const model::Dossier& dossier, const SeriesOptions& options = {},
                                                   const Progress& progress = {});

} // namespace entente::relations
