// entente-synth: writes a synthetic dossier of any size.

#include "tests/bench/synthetic_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("Writes a synthetic dossier; the same options give the same dossier.");
    parser.addHelpOption();
    parser.addOptions({{"events", "Number of events.", "number", "1000"},
                       {"actors", "Number of actors.", "number", "100"},
                       {"relationships", "Number of relationships.", "number", "300"},
                       {"seed", "Seed of the pseudo-random numbers.", "number", "1"},
                       {"output", "File to write.", "file"}});
    parser.process(application);
    const auto number = [&](const QString& name, qint64 most) {
        bool isNumber = false;
        const qint64 value = parser.value(name).toLongLong(&isNumber);
        if (isNumber && value >= 0 && value <= most)
            return value;
        std::fprintf(stderr, "--%s must be a number from 0 to %lld.\n", qPrintable(name), static_cast<long long>(most));
        std::exit(64);
    };
    const entente::bench::SyntheticOptions options{number("events", 20'000'000), number("actors", 1'000'000),
                                                   number("relationships", 10'000'000),
                                                   static_cast<quint64>(number("seed", INT64_MAX))};
    if (parser.value("output").isEmpty()) {
        std::fprintf(stderr, "--output must name a file.\n");
        return 64;
    }
    const QString problem = entente::bench::writeSynthetic(options, parser.value("output"));
    if (!problem.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(problem));
    return problem.isEmpty() ? 0 : 3;
}
