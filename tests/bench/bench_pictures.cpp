// What a slide in full resolution takes, from the composed sheet to the bytes of its file.

#include "app/pictures/formats.h"
#include "app/pictures/presets.h"
#include "app/shell/run.h"
#include "db/store/dossier_file.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/bench_measures.h"

#include <QBuffer>
#include <benchmark/benchmark.h>

namespace entente::bench {

namespace {

constexpr int scale = 2; // of a slide: 3840 by 2160
constexpr int rounds = 7;

QByteArray savedByDefault(const pictures::Sheet& sheet) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    pictures::imageOf(sheet, scale).save(&buffer, "PNG");
    return bytes;
}

/// The ratio is that to drawing and QImage::save with its defaults; in turns, so that both meet the same machine.
void slideAsPng(benchmark::State& state) {
    const auto opened = store::open(shell::bundledDossier());
    if (!opened)
        return state.SkipWithError("the bundled dossier is not beside the program");
    exploration::Exploration exploration;
    exploration.open(opened->dossier);
    pictures::Request request = pictures::requestOf(pictures::Preset::Document);
    request.view = exploration.view();
    const auto sheet = pictures::sheetOf(opened->dossier, request, wording::Wording());
    if (!sheet)
        return state.SkipWithError("the slide could not be composed");
    for ([[maybe_unused]] const auto round : state) {
        std::vector<double> ours, byDefault;
        for (int i = 0; i < rounds; ++i) {
            ours.push_back(secondsOf([&] { benchmark::DoNotOptimize(pictures::pngOf(*sheet, {}, scale)); }));
            byDefault.push_back(secondsOf([&] { benchmark::DoNotOptimize(savedByDefault(*sheet)); }));
        }
        const double floor = medianOf(byDefault);
        report(state, ours, floor);
        state.counters["default_ms"] = floor * 1e3;
    }
}

} // namespace

void registerPictures() {
    benchmark::RegisterBenchmark("slide_as_png", slideAsPng)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace entente::bench
