#include "tests/pictures/support_bundled.h"

#include "db/exchange/csv_tables.h"

namespace entente::test {

model::DossierPointer bundledDossier() {
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    return report && report->isAcceptable() ? std::make_shared<const model::Dossier>(report->tables) : nullptr;
}

exploration::View openingView(const model::DossierPointer& dossier) {
    exploration::Exploration exploration;
    exploration.open(dossier);
    return exploration.view();
}

} // namespace entente::test
