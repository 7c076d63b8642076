#include "app/cli/reading.h"

#include "app/exploration/exploration.h"

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

model::Day openingMoment(const model::DossierPointer& dossier) {
    exploration::Exploration exploration;
    exploration.open(dossier);
    return exploration.moment();
}

} // namespace entente::cli
