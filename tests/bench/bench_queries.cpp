// Benchmarks of what one asks of a network: paths, comparisons, who is central. The floor is one look at every tie.

#include "app/relations/layout/centrality.h"
#include "db/model/comparison.h"
#include "db/model/paths.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/bench_measures.h"
#include "tests/bench/synthetic.h"

namespace entente::bench {

namespace {

using model::ActorId;

model::DossierPointer networkOf(qint64 actors) {
    return std::make_shared<const model::Dossier>(Synthetic({0, actors, 2 * actors, 1}).tables());
}

double tiesFloor(const model::Dossier& dossier) {
    std::vector<double> times;
    for (int i = 0; i < 21; ++i)
        times.push_back(secondsOf([&] {
            model::Day sum = 0;
            for (const model::Period& period : dossier.tables().periods)
                sum += model::daysOf(period, model::Presence::Possible).from +
                       dossier.relationship(period.relationship).from.index;
            benchmark::DoNotOptimize(sum);
        }));
    return medianOf(times);
}

/// Every question once a pair of actors, spread over all.
template <typename Ask>
void askPairs(benchmark::State& state, qint64 actors, const Ask& ask) {
    const model::DossierPointer dossier = networkOf(actors);
    const double floor = tiesFloor(*dossier);
    for (auto _ : state) {
        std::vector<double> times;
        qint64 found = 0;
        constexpr int pairs = 100;
        for (int i = 0; i < pairs; ++i) {
            const ActorId from(i * actors / pairs), to((i * 7919 + actors / 2) % actors);
            times.push_back(secondsOf([&] { found += ask(*dossier, from, to) ? 1 : 0; }));
        }
        report(state, times, floor);
        state.counters["found"] = static_cast<double>(found);
    }
}

const model::Day moment = model::dayOf(2000, 1, 1);

void pathAtMoment(benchmark::State& state, qint64 actors) {
    askPairs(state, actors, [](const model::Dossier& dossier, ActorId from, ActorId to) {
        return model::pathAt(dossier, moment, from, to).has_value();
    });
}

void pathInTime(benchmark::State& state, qint64 actors) {
    askPairs(state, actors, [](const model::Dossier& dossier, ActorId from, ActorId to) {
        return model::pathInTime(dossier, from, to).has_value();
    });
}

void compareMoments(benchmark::State& state, qint64 actors) {
    const model::DossierPointer dossier = networkOf(actors);
    const double floor = tiesFloor(*dossier);
    for (auto _ : state) {
        std::vector<double> times;
        for (int year = 1950; year < 2000; year += 5)
            times.push_back(secondsOf([&] {
                benchmark::DoNotOptimize(
                    model::compare(*dossier, model::dayOf(year, 1, 1), model::dayOf(year + 20, 1, 1)));
            }));
        report(state, times, floor);
    }
}

void centrality(benchmark::State& state, qint64 actors) {
    const model::DossierPointer dossier = networkOf(actors);
    const model::Network network = model::networkAt(*dossier, moment, {}, {false, {}});
    const double floor = tiesFloor(*dossier);
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < (actors > 1000 ? 1 : 5); ++i)
            times.push_back(secondsOf([&] { benchmark::DoNotOptimize(relations::centralityAt(network)); }));
        report(state, times, floor);
    }
}

void add(const char* name, qint64 actors, void (*run)(benchmark::State&, qint64)) {
    const std::string whole = std::string(name) + '/' + std::to_string(actors);
    benchmark::RegisterBenchmark(whole.c_str(), run, actors)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace

void registerQueries(qint64 actors) {
    add("path_at_moment", actors, pathAtMoment);
    add("path_in_time", actors, pathInTime);
    add("compare", actors, compareMoments);
    add("centrality", actors, centrality);
}

} // namespace entente::bench
