#pragma once

#include <QString>

namespace entente::shell {

/// Shows the window with a file, or with the bundled dossier if none is named, until it is closed. The exit code of the
/// program. Needs no QApplication before.
int run(int argc, char** argv, const QString& file);

/// Where the bundled dossier lies: beside the program's share folder, then in the XDG data folders; empty if nowhere.
QString bundledDossier();

/// Whether a file is that. A new version of the program brings its own again: nobody's work may lie in it.
bool isBundledDossier(const QString& path);

} // namespace entente::shell
