#include "tests/presentation/support_stories.h"

#include "db/exchange/csv_tables.h"

namespace entente::test {

namespace {

model::Event event(const QString& key, const QString& title, const QString& date) {
    model::Event made;
    made.key = key;
    made.title = title;
    made.kind = model::EventKindId(0);
    made.importance = model::keyImportance;
    made.certainty = model::Certainty::Happened;
    if (!date.isEmpty()) {
        model::DateClaim claim;
        claim.position = 1;
        claim.date = model::Edtf::parse(date).value_or(model::Edtf());
        claim.preferred = true;
        made.claims.append(claim);
    }
    return made;
}

model::Scene scene(const QString& key, int position, const QString& selection, const QString& moment) {
    model::Scene made;
    made.key = key;
    made.story = model::StoryId(0);
    made.position = position;
    made.headline = "Headline of " + key;
    made.selection = selection;
    made.moment = moment;
    made.seconds = 30;
    made.hideLater = true;
    return made;
}

} // namespace

model::DossierPointer bundledDossier() {
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    return report && report->isAcceptable() ? std::make_shared<const model::Dossier>(report->tables) : nullptr;
}

model::DossierPointer smallDossier() {
    model::Tables tables;
    tables.head.title = "Small";
    model::EventKind kind;
    kind.key = "kind";
    tables.eventKinds.append(kind);
    tables.events.append(event("first", "The first meeting", "2001-03-12"));
    tables.events.append(event("long", "The long talks", "2005-01-10/2009-12-20"));
    tables.events.append(event("undated", "Some fear", {}));
    for (const QString key : {"north", "south"}) {
        model::Actor actor;
        actor.key = key;
        actor.kind = model::ActorKind::State;
        actor.name = key == "north" ? "Republic of North" : "Kingdom of South";
        actor.code = key.left(2).toUpper();
        tables.actors.append(actor);
    }
    tables.participations.append(model::Participation{model::EventId(0), model::ActorId(0), {}, {}});
    tables.participations.append(model::Participation{model::EventId(0), model::ActorId(1), {}, {}});
    tables.stories = {{"story", "The story", {}, 2, 1}, {"empty", "The empty story", {}, 0, 2}};
    model::Scene one = scene("one", 1, "first", "2001-03-12");
    one.points = QStringList{"First point", "Second point"};
    one.question = "Why?";
    one.answer = "Because.";
    model::Scene two = scene("two", 2, "long", "2006-01-01");
    two.focus = "nobody";
    two.filter = "nonsense";
    two.spanFrom = "yesterday";
    tables.scenes = {one, two, scene("three", 3, "undated", "2010")};
    return std::make_shared<const model::Dossier>(tables);
}

} // namespace entente::test
