#pragma once

#include "app/cli/console.h"
#include "app/cli/options.h"

namespace entente::cli {

/// "--force".
OptionForm forceOption();

/// The code with which a command ends because of a file that it is to write, and says why: the dossier itself, or one
/// that is there already without --force. None: it may be written.
std::optional<int> refusalToWrite(const QString& output, const Options& options, Console& console);

} // namespace entente::cli
