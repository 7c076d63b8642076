// What a class waits for: a change of scene, from the key to the painted picture, an hour of them in a row.

#include "app/presentation/audience_painter.h"
#include "app/presentation/stage.h"
#include "app/shell/run.h"
#include "db/store/dossier_file.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/bench_measures.h"

#include <QFile>
#include <QImage>
#include <benchmark/benchmark.h>

namespace entente::bench {

namespace {

constexpr int changes = 3600;
constexpr QSize projector(1920, 1080);

/// Of the process, in MB.
double residentMemory() {
    QFile file(QStringLiteral("/proc/self/statm"));
    constexpr double pageSize = 4096;
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * pageSize / 1e6 : 0;
}

void sceneChanges(benchmark::State& state) {
    const auto opened = store::open(shell::bundledDossier());
    if (!opened)
        return state.SkipWithError("the bundled dossier is not beside the program");
    exploration::Exploration exploration;
    exploration.open(opened->dossier);
    presentation::Show show;
    presentation::Stage stage(show, exploration, wording::Wording());
    stage.setSize(projector);
    QImage image(projector, QImage::Format_RGB32);
    show.start(opened->dossier, model::StoryId(0), 0);
    const auto change = [&](int number) {
        show.jump(number % static_cast<int>(show.scenes().size()));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        presentation::paintAudience(painter, stage.picture(show.slide()));
    };
    for ([[maybe_unused]] const auto round : state) {
        double before = 0;
        std::vector<double> times;
        for (int i = 0; i < changes; ++i) {
            times.push_back(secondsOf([&] { change(i); }));
            if (i == 2 * show.scenes().size()) // caches are filled
                before = residentMemory();
        }
        state.SetIterationTime(medianOf(times));
        state.counters["slowest_ms"] = 1000 * *std::max_element(times.begin(), times.end());
        state.counters["growth_MB"] = residentMemory() - before;
    }
}

} // namespace

void registerScenes() {
    benchmark::RegisterBenchmark("scene_changes", sceneChanges)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace entente::bench
