#pragma once

#include "app/cli/command.h"

namespace entente::cli {

/// Whether a call of export wants a story, or the whole dossier as a page, and not one picture.
bool isOfWhole(const Options& options);
/// Writes it.
int exportWhole(const Options& options, Console& console);

} // namespace entente::cli
