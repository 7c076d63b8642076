#pragma once

#include "app/cli/console.h"
#include "app/cli/exit_codes.h"
#include "app/cli/options.h"

namespace entente::cli {

/// One word of the command line and what it does.
struct Command {
    QString name;
    CommandForm form;
    QString summary; ///< one line
    QString details; ///< paragraphs below the options
    int (*run)(const Options& options, Console& console) = nullptr;
    bool draws = false; ///< needs a QApplication
    bool shows = false; ///< opens a window
};

Command infoCommand();
Command listCommand();
Command showCommand();
Command pathCommand();
Command compareCommand();
Command centralCommand();
Command checkCommand();
Command dateCommand();
Command importCommand();
Command exportDataCommand();
Command exportCommand();
Command presentCommand();

/// All commands in the order of the help.
QList<Command> commands();

/// "entente list FILE WHAT [--from EDTF] …"
QString synopsisOf(const Command& command);
/// What "entente COMMAND --help" prints.
QString helpOf(const Command& command);
/// What "entente --help" prints.
QString generalHelp();

} // namespace entente::cli
