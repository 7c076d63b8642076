#include "app/relations/layout/centrality.h"

#include "app/relations/layout/graphs.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

using model::ActorId;
using model::Network;
using model::Presence;
using model::Tie;

namespace {

/// The ties of a network as a simple graph of the actors that have any.
struct TiedGraph {
    QList<ActorId> actors; ///< by node
    Edges edges;
};

TiedGraph graphOf(const Network& network, Presence least) {
    TiedGraph graph;
    QList<int> nodes(network.onStage.size(), -1);
    const auto nodeOf = [&](ActorId actor) {
        int& node = nodes[actor.index];
        if (node < 0) {
            node = static_cast<int>(graph.actors.size());
            graph.actors << actor;
        }
        return node;
    };
    for (const Tie& tie : network.ties) {
        if (tie.ended || tie.presence < least || !tie.from.isValid() || !tie.to.isValid() || tie.from == tie.to)
            continue;
        const int from = nodeOf(tie.from), to = nodeOf(tie.to);
        graph.edges << std::pair(std::min(from, to), std::max(from, to));
    }
    std::sort(graph.edges.begin(), graph.edges.end());
    graph.edges.erase(std::unique(graph.edges.begin(), graph.edges.end()), graph.edges.end());
    return graph;
}

/// Pairs of others than one of them.
double pairsOfOthers(qsizetype actors) {
    const auto others = static_cast<double>(actors - 1);
    return others * (others - 1) / 2;
}

QList<model::Day> momentsOf(const model::Dossier& dossier, qsizetype most) {
    QList<model::Day> days = changeDays(dossier);
    if (days.size() <= most)
        return days;
    QList<model::Day> some;
    for (qsizetype i = 0; i < most; ++i)
        some << days[most == 1 ? days.size() - 1 : i * (days.size() - 1) / (most - 1)];
    return some;
}

} // namespace

std::optional<Centralities> centralityAt(const Network& network, Presence least, const Progress& progress) {
    Centralities result{network.moment, QList<Centrality>(network.onStage.size())};
    const TiedGraph graph = graphOf(network, least);
    if (graph.actors.isEmpty()) // igraph measures no empty graph
        return result;
    const auto measures = measure(graph.actors.size(), graph.edges, progress);
    if (!measures)
        return std::nullopt;
    const double pairs = pairsOfOthers(graph.actors.size());
    for (qsizetype node = 0; node < graph.actors.size(); ++node) {
        Centrality& centrality = result.actors[graph.actors[node].index];
        centrality.degree = static_cast<int>(measures->degree[node]);
        centrality.betweenness = pairs > 0 ? measures->betweenness[node] / pairs : 0;
        if (std::isfinite(measures->constraint[node]))
            centrality.constraint = measures->constraint[node];
    }
    return result;
}

QList<ActorId> ranked(const model::Dossier& dossier, const Centralities& centralities) {
    QList<ActorId> actors;
    for (qsizetype i = 0; i < centralities.actors.size(); ++i)
        if (centralities.actors[i].degree > 0)
            actors << ActorId(i);
    const auto rank = [&](ActorId actor) {
        constexpr double decimals = 1e9; // beyond them sums differ by the order of their parts
        const Centrality& centrality = centralities.of(actor);
        return std::tuple(-std::llround(centrality.betweenness * decimals), -centrality.degree,
                          std::llround(centrality.constraint.value_or(0) * decimals), dossier.actor(actor).key);
    };
    std::sort(actors.begin(), actors.end(), [&](ActorId a, ActorId b) { return rank(a) < rank(b); });
    return actors;
}

std::optional<CentralitySeries> centralityOverTime(const model::Dossier& dossier, const SeriesOptions& options,
                                                   const Progress& progress) {
    const QList<model::Day> moments = momentsOf(dossier, options.mostMoments);
    CentralitySeries series;
    for (const model::Day moment : moments) {
        const auto ofAll = [&](double share) {
            const double done = (static_cast<double>(series.size()) + share) / static_cast<double>(moments.size());
            return !progress || progress(done);
        };
        const Network network = networkAt(dossier, moment, options.filter, {false, {}});
        const auto centralities = centralityAt(network, options.least, ofAll);
        if (!centralities)
            return std::nullopt;
        series << *centralities;
    }
    return series;
}

} // namespace entente::relations
