#pragma once

#include "app/cli/exit_codes.h"

#include <QIODevice>
#include <QStringList>

namespace entente::cli {

/// What the arguments of the program ask for.
struct Start {
    bool isCommand = false; ///< run(); otherwise the window
    QString file;           ///< for the window: what to open; empty: the bundled dossier
};

/// `arguments` without the program's name. A window is wanted by no argument or one file; a first word that is a
/// command wins over a file of that name, which is written "./info". Everything else is a command, if only a wrong one.
/// Options of the toolkit (-platform, -style, -display, -geometry, -session) are passed over.
Start startOf(const QStringList& arguments);

/// Whether a window could be shown: the environment or the arguments name a display or a platform.
bool hasDisplay(const QStringList& arguments);

/// Runs a command on given devices. Needs a QCoreApplication; `export` needs a QApplication.
int run(const QStringList& arguments, QIODevice& out, QIODevice& errors);

/// Runs the command of the program's own arguments on standard output and error, with an application of its own and,
/// unless the environment says otherwise, no display.
int run(int argc, char** argv);

/// The arguments of the program without its name.
QStringList argumentsOf(int argc, char** argv);

} // namespace entente::cli
