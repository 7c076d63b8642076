#pragma once

#include "db/exchange/columns.h"

namespace entente::exchange {

/// A date claim as a row of its own table.
struct ClaimRow {
    model::EventId event;
    model::DateClaim claim;
};

/// All tables as lists of rows, one a file.
struct Rows {
    QList<model::Head> head;
    QList<model::Event> events; ///< without claims
    QList<ClaimRow> claims;
    QList<model::Participation> participations;
    model::Tables tables; ///< without what stands above
};

Form<model::Head> dossierForm();
Form<model::Source> sourceForm();
Form<model::Citation> citationForm();
Form<model::Theme> themeForm();
Form<model::EventKind> eventKindForm();
Form<model::Event> eventForm();
Form<ClaimRow> dateClaimForm();
Form<model::Actor> actorForm();
Form<model::Participation> participationForm();
Form<model::RelationType> relationTypeForm();
Form<model::Relationship> relationshipForm();
Form<model::Period> periodForm();
Form<model::Perspective> perspectiveForm();
Form<model::Era> eraForm();
Form<model::Media> mediaForm();
Form<model::Story> storyForm();
Form<model::Scene> sceneForm();
Form<model::Placement> placementForm();
Form<model::Translation> translationForm();

/// Calls visit(form, list of rows) for every table, in the order of the schema.
template <typename AnyRows, typename Visit>
void forEachTable(AnyRows& rows, Visit&& visit) {
    visit(dossierForm(), rows.head);
    visit(sourceForm(), rows.tables.sources);
    visit(citationForm(), rows.tables.citations);
    visit(themeForm(), rows.tables.themes);
    visit(eventKindForm(), rows.tables.eventKinds);
    visit(eventForm(), rows.events);
    visit(dateClaimForm(), rows.claims);
    visit(actorForm(), rows.tables.actors);
    visit(participationForm(), rows.participations);
    visit(relationTypeForm(), rows.tables.relationTypes);
    visit(relationshipForm(), rows.tables.relationships);
    visit(periodForm(), rows.tables.periods);
    visit(perspectiveForm(), rows.tables.perspectives);
    visit(eraForm(), rows.tables.eras);
    visit(mediaForm(), rows.tables.media);
    visit(storyForm(), rows.tables.stories);
    visit(sceneForm(), rows.tables.scenes);
    visit(placementForm(), rows.tables.placements);
    visit(translationForm(), rows.tables.translations);
}

/// Name of the file of a medium, relative to the folder: media/<key>.<extension of its type>.
QString mediaFileName(const model::Media& media);

} // namespace entente::exchange
