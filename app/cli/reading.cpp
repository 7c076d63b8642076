#include "app/cli/reading.h"

namespace entente::cli {

std::optional<store::Opened> openDossier(const QString& path, Console& console) {
    auto opened = store::open(path);
    if (!opened) {
        console.complain(opened.error());
        return std::nullopt;
    }
    if (!opened->notice.isEmpty())
        console.complain(opened->notice);
    return std::move(*opened);
}

} // namespace entente::cli
