// Where actors stand: our layout against those of igraph on the same networks, measured in the same run. Up to 1 000
// actors Kamada and Kawai's, above it Fruchterman and Reingold's on a grid, both as the library sets them by default.

#include "app/relations/layout/graphs.h"
#include "app/relations/layout/places.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/drawing.h"

#include <QElapsedTimer>
#include <benchmark/benchmark.h>

namespace entente::bench {

namespace {

constexpr int largestKamadaKawai = 1000;

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// One way to draw one network.
struct Drawing {
    QList<QPointF> places; ///< pixels, or no particular unit
    double seconds = 0;
    double first = 0; ///< seconds until something can be shown
};

/// Of a form in pixels: up to 100 actors the smallest that is drawn, above it what has room.
double sideOf(int actors) {
    return actors <= 100 ? 24 : actors <= 1000 ? 6 : 2;
}

relations::PlaceInput inputOf(int actors, const Ties& ties) {
    relations::PlaceInput input;
    relations::Body body;
    const double side = sideOf(actors);
    body.size = QSizeF(side, side);
    input.bodies.fill(body, actors);
    for (const auto& [from, to] : ties)
        input.links << relations::Link{from, to, {{}}};
    return input;
}

Drawing drawOurs(int actors, const Ties& ties) {
    const relations::PlaceInput input = inputOf(actors, ties);
    Drawing drawing;
    QElapsedTimer timer;
    timer.start();
    const auto places = relations::place(input, [&](double, const QList<QPointF>& shown) {
        if (drawing.first == 0 && !shown.isEmpty())
            drawing.first = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
        return true;
    });
    drawing.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    for (const QPointF place : *places)
        drawing.places << QPointF(place.x() * input.frame.width(), place.y() * input.frame.height());
    return drawing;
}

Drawing drawTheirs(int actors, const Ties& ties) {
    const auto spring =
        actors <= largestKamadaKawai ? relations::Spring::KamadaKawai : relations::Spring::FruchtermanReingold;
    Drawing drawing;
    QElapsedTimer timer;
    timer.start();
    drawing.places = relations::springLayout(actors, ties, QList<double>(ties.size(), 1), spring).value();
    drawing.seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    return drawing;
}

/// What is reported of ours and, as a ratio, against theirs.
struct Figures {
    std::vector<double> seconds, first, theirSeconds, stress, stressRatio, crossings, crossingsRatio, overlaps, lengths;

    void add(int actors, const Ties& ties) {
        const Drawing ours = drawOurs(actors, ties);
        const Drawing theirs = drawTheirs(actors, ties);
        seconds.push_back(ours.seconds);
        first.push_back(ours.first);
        theirSeconds.push_back(theirs.seconds);
        stress.push_back(normalisedStress(ours.places, ties));
        stressRatio.push_back(stress.back() / normalisedStress(theirs.places, ties));
        crossings.push_back(crossingShare(ours.places, ties));
        crossingsRatio.push_back(crossings.back() / std::max(1e-9, crossingShare(theirs.places, ties)));
        overlaps.push_back(overlapsPerActor(ours.places, sideOf(actors)));
        lengths.push_back(lengthDeviation(ours.places, ties));
    }
};

void reportLayout(benchmark::State& state, const Figures& figures) {
    state.counters["first_ms"] = medianOf(figures.first) * 1e3;
    state.counters["igraph_ms"] = medianOf(figures.theirSeconds) * 1e3;
    state.counters["time_ratio"] = medianOf(figures.seconds) / medianOf(figures.theirSeconds);
    state.counters["stress"] = medianOf(figures.stress);
    state.counters["stress_ratio"] = medianOf(figures.stressRatio);
    state.counters["crossings"] = medianOf(figures.crossings);
    state.counters["crossings_ratio"] = medianOf(figures.crossingsRatio);
    state.counters["overlaps"] = medianOf(figures.overlaps);
    state.counters["length_deviation"] = medianOf(figures.lengths);
    state.SetIterationTime(medianOf(figures.seconds));
}

/// The same network again and again: times are medians, and the rest is always the same.
void places(benchmark::State& state, int actors) {
    const Ties ties = holmeKim(actors, 1);
    for (auto _ : state) {
        Figures figures;
        for (int i = 0; i < (actors > largestKamadaKawai ? 3 : 5); ++i)
            figures.add(actors, ties);
        reportLayout(state, figures);
    }
}

/// Small ones differ most: on some of 60 actors Kamada and Kawai's layout has all but the least stress there is, on
/// others a twelfth more.
quint64 networksOf(int actors) {
    return actors <= 100 ? 50 : actors <= 1000 ? 7 : 3;
}

/// Networks of several seeds: medians over them, so that one network's luck does not count.
void severalPlaces(benchmark::State& state, int actors) {
    for (auto _ : state) {
        Figures figures;
        for (quint64 seed = 1; seed <= networksOf(actors); ++seed)
            figures.add(actors, holmeKim(actors, seed));
        reportLayout(state, figures);
    }
}

void add(const char* name, int actors, void (*run)(benchmark::State&, int)) {
    const std::string whole = std::string(name) + '/' + std::to_string(actors);
    benchmark::RegisterBenchmark(whole.c_str(), [=](benchmark::State& state) { run(state, actors); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace

void registerNetworks() {
    for (const int actors : {20, 60, 100, 1000, 10'000})
        add("places", actors, places);
    for (const int actors : {60, 1000, 10'000})
        add("several_places", actors, severalPlaces);
}

} // namespace entente::bench
