#include "tests/pictures/support_bundled.h"

#include "db/exchange/csv_tables.h"

namespace entente::test {

model::DossierPointer bundledDossier() {
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    return report && report->isAcceptable() ? std::make_shared<const model::Dossier>(report->tables) : nullptr;
}

model::Tables withFewTies(model::Tables tables) {
    constexpr int kept = 6;
    tables.relationships.resize(kept);
    tables.periods.removeIf([](const model::Period& period) { return period.relationship.index >= kept; });
    tables.perspectives.clear();
    for (model::Actor& actor : tables.actors)
        actor.partOf = {};
    return tables;
}

model::Tables shortened(model::Tables tables, qsizetype scenes) {
    tables.scenes.removeIf([](const model::Scene& scene) { return scene.story.index != 0; });
    tables.scenes.resize(scenes);
    return withFewTies(std::move(tables));
}

exploration::View openingView(const model::DossierPointer& dossier) {
    exploration::Exploration exploration;
    exploration.open(dossier);
    return exploration.view();
}

} // namespace entente::test
