#pragma once

#include "app/details/page.h"

namespace entente::details {

void describeNothing(Page& page);
void describeEvent(Page& page, model::EventId id);
void describeActor(Page& page, model::ActorId id);
/// Parties with their periods, what it supersedes, who thinks what of it.
void describeAgreement(Page& page, model::ActorId id);
void describeRelationship(Page& page, model::RelationshipId id);
void describeEra(Page& page, model::EraId id);
/// A source with all that it supports.
void describeSource(Page& page, model::SourceId id);
void describePerspective(Page& page, model::PerspectiveId id);
/// What begins and ends between two moments, by what became of it, with the events that did it and the sources.
void describeComparison(Page& page, const model::Comparison& comparison);
/// A path step by step with what each rests on, or why there is none.
void describePath(Page& page, const exploration::Route& route, const std::optional<model::Path>& path);

/// Fills the page with whatever the subject is.
void describe(Page& page, const model::Subject& subject);

} // namespace entente::details
