#pragma once

#include <QList>
#include <QPointF>
#include <functional>
#include <optional>
#include <utility>

namespace entente::relations {

// The only way to igraph. Calls run one at a time: Debian builds the library without thread safety.

using Edges = QList<std::pair<int, int>>;

/// Number of edges on the shortest path between all pairs, undirected; row-major, n by n; infinite where there is no
/// path. None if the library refuses (ends out of range, no memory).
std::optional<QList<double>> shortestPaths(qsizetype nodes, const Edges& edges);

/// Layouts of the graph library that ours is measured against; with its own defaults.
enum class Spring : quint8 {
    KamadaKawai,         ///< 50 rounds a node, from a circle
    FruchtermanReingold, ///< 500 rounds on a grid, from a start by chance that is always the same
};

/// Lengths are those of the edges, above 0; Fruchterman and Reingold know none. In no particular unit. None if the
/// library refuses.
std::optional<QList<QPointF>> springLayout(qsizetype nodes, const Edges& edges, const QList<double>& lengths,
                                           Spring spring = Spring::KamadaKawai);

/// Measures of the nodes of a graph, one value a node.
struct NodeMeasures {
    QList<double> degree;
    QList<double> betweenness; ///< shortest paths of other pairs that pass, each pair as 1, its equal paths as shares
    QList<double> constraint;  ///< NaN of a node without neighbours
};

/// Degree, betweenness and constraint; edges undirected, without loops, each once. `goOn` is asked now and then with
/// the share of the work that is done, 0 to 1. None if it says no, or if the library refuses.
std::optional<NodeMeasures> measure(qsizetype nodes, const Edges& edges, const std::function<bool(double)>& goOn = {});

} // namespace entente::relations
