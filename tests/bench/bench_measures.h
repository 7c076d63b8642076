#pragma once

#include <benchmark/benchmark.h>
#include <functional>
#include <vector>

namespace entente::bench {

double secondsOf(const std::function<void()>& deed);

double medianOf(std::vector<double> values);

/// Median and 99th percentile of frames or answers, in milliseconds, and the median's ratio to a floor.
void report(benchmark::State& state, std::vector<double> seconds, double floor);

} // namespace entente::bench
