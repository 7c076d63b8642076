#include "tests/bench/bench_measures.h"

#include <QElapsedTimer>
#include <algorithm>

namespace entente::bench {

double secondsOf(const std::function<void()>& deed) {
    QElapsedTimer timer;
    timer.start();
    deed();
    return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(benchmark::State& state, std::vector<double> seconds, double floor) {
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    state.counters["median_ms"] = median * 1e3;
    state.counters["p99_ms"] = seconds[seconds.size() * 99 / 100] * 1e3;
    state.counters["ratio"] = floor > 0 ? median / floor : 0;
    state.SetIterationTime(median);
}

} // namespace entente::bench
