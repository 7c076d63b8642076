#include "app/cli/run.h"
#include "app/shell/run.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName("entente");
    QCoreApplication::setApplicationVersion(ENTENTE_VERSION);
    const entente::cli::Start start = entente::cli::startOf(entente::cli::argumentsOf(argc, argv));
    return start.isCommand ? entente::cli::run(argc, argv) : entente::shell::run(argc, argv, start.file);
}
