#include "app/relations/layout/graphs.h"

#include <igraph.h>

#include <cmath>
#include <mutex>

namespace entente::relations {

namespace {

constexpr int rounds = 500;
constexpr int roundsOfEach = 50;
constexpr unsigned long seed = 20250117;

bool succeeded(igraph_error_t code) {
    return code == IGRAPH_SUCCESS;
}

class Numbers {
public:
    explicit Numbers(qsizetype size) { m_ready = succeeded(igraph_vector_init(&m_values, size)); }
    ~Numbers() {
        if (m_ready)
            igraph_vector_destroy(&m_values);
    }
    Q_DISABLE_COPY_MOVE(Numbers)
    bool isReady() const { return m_ready; }
    igraph_vector_t* get() { return &m_values; }
    QList<double> list() const {
        QList<double> values(igraph_vector_size(&m_values));
        for (qsizetype i = 0; i < values.size(); ++i)
            values[i] = VECTOR(m_values)[i];
        return values;
    }

private:
    igraph_vector_t m_values;
    bool m_ready;
};

class DoubleMatrix {
public:
    DoubleMatrix() { m_ready = succeeded(igraph_matrix_init(&m_values, 0, 0)); }
    ~DoubleMatrix() {
        if (m_ready)
            igraph_matrix_destroy(&m_values);
    }
    Q_DISABLE_COPY_MOVE(DoubleMatrix)
    bool isReady() const { return m_ready; }
    igraph_matrix_t* get() { return &m_values; }
    double at(qsizetype row, qsizetype column) const { return MATRIX(m_values, row, column); }

private:
    igraph_matrix_t m_values;
    bool m_ready;
};

class Graph {
public:
    Graph(qsizetype nodes, const Edges& edges) {
        igraph_vector_int_t ends;
        if (!succeeded(igraph_vector_int_init(&ends, 2 * edges.size())))
            return;
        for (qsizetype i = 0; i < edges.size(); ++i) {
            VECTOR(ends)[2 * i] = edges[i].first;
            VECTOR(ends)[2 * i + 1] = edges[i].second;
        }
        m_ready = succeeded(igraph_create(&m_graph, &ends, nodes, IGRAPH_UNDIRECTED));
        igraph_vector_int_destroy(&ends);
    }
    ~Graph() {
        if (m_ready)
            igraph_destroy(&m_graph);
    }
    Q_DISABLE_COPY_MOVE(Graph)
    bool isReady() const { return m_ready; }
    const igraph_t* get() const { return &m_graph; }

private:
    igraph_t m_graph;
    bool m_ready = false;
};

/// Runs one piece of work with the library to itself and its errors as codes.
template <typename Work>
auto onWorker(const Work& work) {
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    return work();
}

igraph_error_t layOut(const Graph& graph, DoubleMatrix& places, Numbers& lengths, qsizetype nodes, Spring spring) {
    if (spring == Spring::KamadaKawai)
        return igraph_layout_kamada_kawai(graph.get(), places.get(), false, roundsOfEach * nodes, 0,
                                          static_cast<double>(nodes), lengths.get(), nullptr, nullptr, nullptr,
                                          nullptr);
    return igraph_layout_fruchterman_reingold(graph.get(), places.get(), false, rounds,
                                              std::sqrt(static_cast<double>(nodes)), IGRAPH_LAYOUT_GRID, nullptr,
                                              nullptr, nullptr, nullptr, nullptr);
}

/// Betweenness of all nodes. The sources are taken in turn, some at a time: igraph cannot be interrupted safely within
/// one call. The sum is that of a single call.
std::optional<QList<double>> betweenness(const Graph& graph, qsizetype nodes, const std::function<bool(double)>& goOn) {
    constexpr qsizetype pairsAtATime = 1'000'000;
    const qsizetype step = std::max<qsizetype>(1, pairsAtATime / std::max<qsizetype>(1, nodes));
    Numbers sum(nodes), part(nodes);
    if (!sum.isReady() || !part.isReady())
        return {};
    for (qsizetype first = 0; first < nodes; first += step) {
        const igraph_vs_t sources = igraph_vss_range(first, std::min(first + step, nodes));
        const bool isDone = succeeded(igraph_betweenness_subset(graph.get(), part.get(), igraph_vss_all(), false,
                                                                sources, igraph_vss_all(), nullptr)) &&
                            succeeded(igraph_vector_add(sum.get(), part.get()));
        const double share = static_cast<double>(std::min(first + step, nodes)) / static_cast<double>(nodes);
        if (!isDone || (goOn && !goOn(share)))
            return {};
    }
    return sum.list();
}

std::optional<QList<double>> degrees(const Graph& graph) {
    igraph_vector_int_t degrees;
    if (!succeeded(igraph_vector_int_init(&degrees, 0)))
        return {};
    const bool isDone = succeeded(igraph_degree(graph.get(), &degrees, igraph_vss_all(), IGRAPH_ALL, false));
    QList<double> values;
    for (igraph_integer_t i = 0; isDone && i < igraph_vector_int_size(&degrees); ++i)
        values << static_cast<double>(VECTOR(degrees)[i]);
    igraph_vector_int_destroy(&degrees);
    return isDone ? std::optional(values) : std::nullopt;
}

} // namespace

std::optional<NodeMeasures> measure(qsizetype nodes, const Edges& edges, const std::function<bool(double)>& goOn) {
    if (nodes == 0)
        return NodeMeasures();
    return onWorker([&]() -> std::optional<NodeMeasures> {
        const Graph graph(nodes, edges);
        Numbers constraint(nodes);
        if (!graph.isReady() || !constraint.isReady() ||
            !succeeded(igraph_constraint(graph.get(), constraint.get(), igraph_vss_all(), nullptr)))
            return {};
        const auto degree = degrees(graph);
        const auto between = betweenness(graph, nodes, goOn);
        if (!degree || !between)
            return {};
        return NodeMeasures{*degree, *between, constraint.list()};
    });
}

std::optional<QList<double>> shortestPaths(qsizetype nodes, const Edges& edges) {
    return onWorker([&]() -> std::optional<QList<double>> {
        const Graph graph(nodes, edges);
        DoubleMatrix lengths;
        if (!graph.isReady() || !lengths.isReady() ||
            !succeeded(igraph_distances(graph.get(), lengths.get(), igraph_vss_all(), igraph_vss_all(), IGRAPH_ALL)))
            return {};
        QList<double> result(nodes * nodes);
        for (qsizetype i = 0; i < nodes * nodes; ++i)
            result[i] = lengths.at(i / nodes, i % nodes);
        return result;
    });
}

std::optional<QList<QPointF>> springLayout(qsizetype nodes, const Edges& edges, const QList<double>& lengths,
                                           Spring spring) {
    return onWorker([&]() -> std::optional<QList<QPointF>> {
        const Graph graph(nodes, edges);
        DoubleMatrix places;
        Numbers weights(lengths.size());
        if (!graph.isReady() || !places.isReady() || !weights.isReady() || edges.size() != lengths.size() ||
            !succeeded(igraph_rng_seed(igraph_rng_default(), seed)))
            return {};
        for (qsizetype i = 0; i < lengths.size(); ++i)
            VECTOR(*weights.get())[i] = lengths[i];
        if (!succeeded(layOut(graph, places, weights, nodes, spring)))
            return {};
        QList<QPointF> result;
        for (qsizetype i = 0; i < nodes; ++i)
            result << QPointF(places.at(i, 0), places.at(i, 1));
        return result;
    });
}

} // namespace entente::relations
