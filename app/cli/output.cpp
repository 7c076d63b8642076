#include "app/cli/output.h"

#include "app/cli/exit_codes.h"

#include <QFileInfo>

namespace entente::cli {

OptionForm forceOption() {
    return {"force", {}, Text::tr("replace a file that is there already")};
}

std::optional<int> refusalToWrite(const QString& output, const Options& options, Console& console) {
    const QFileInfo target(output);
    if (target.exists() && target == QFileInfo(options.operands()[0])) {
        console.complain(Text::tr("%1 is the dossier itself; name another file.").arg(output));
        return WrongCall;
    }
    if (!target.isFile() || options.has("force"))
        return {};
    console.complain(Text::tr("There is a file %1 already; --force replaces it.").arg(output));
    return NotWritten;
}

} // namespace entente::cli
