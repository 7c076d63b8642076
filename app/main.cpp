#include "app/cli/run.h"
#include "app/shell/heap.h"
#include "app/shell/run.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    entente::shell::useLargePagesForHeap();
    QCoreApplication::setApplicationName("entente");
    QCoreApplication::setApplicationVersion(ENTENTE_VERSION);
    const QStringList arguments = entente::cli::argumentsOf(argc, argv);
    const entente::cli::Start start = entente::cli::startOf(arguments);
    if (start.isCommand || !entente::cli::hasDisplay(arguments))
        return entente::cli::run(argc, argv);
    return entente::shell::run(argc, argv, start.file);
}
