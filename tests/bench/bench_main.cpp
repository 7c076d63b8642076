// entente-bench: how long things take and how much memory, against the least that the machine could do.
//
// entente-bench [--largest N] [Google Benchmark's own options]
// Dossiers of 100 to N events (10 000 000) are made once, in the folder of ENTENTE_BENCH_DATA or the temporary folder.

#include "tests/bench/bench_child.h"
#include "tests/bench/bench_data.h"

#include "app/theme/style.h"

#include <QApplication>
#include <benchmark/benchmark.h>
#include <clocale>

int main(int argc, char** argv) {
    using namespace entente;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const auto code = bench::runChild(argc, argv))
        return *code;
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    theme::loadFonts();
    QApplication::setStyle(new theme::Style(theme::Theme()));
    qint64 largest = 10'000'000;
    const QStringList arguments = QApplication::arguments();
    if (const qsizetype at = arguments.indexOf("--largest"); at > 0)
        largest = arguments.value(at + 1).toLongLong();
    for (qint64 events = 100; events <= largest; events *= 10)
        bench::registerAll(events);
    for (const qint64 actors : {60, 1000, 10'000})
        bench::registerQueries(actors);
    bench::registerNetworks();
    bench::registerNetworkViews();
    bench::registerPictures();
    bench::registerScenes();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
