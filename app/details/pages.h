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

/// Fills the page with whatever the subject is.
void describe(Page& page, const model::Subject& subject);

} // namespace entente::details
