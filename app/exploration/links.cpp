#include "app/exploration/links.h"

#include <algorithm>

namespace entente::exploration {

namespace {

template <typename IsWanted>
bool anyPeriod(const model::Dossier& dossier, model::RelationshipId relationship, IsWanted isWanted) {
    const QList<model::PeriodId>& periods = dossier.periodsOf(relationship);
    return std::any_of(periods.begin(), periods.end(),
                       [&](model::PeriodId period) { return isWanted(dossier.period(period)); });
}

} // namespace

bool isLinked(const model::Dossier& dossier, const model::Subject& subject, model::EventId event) {
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return dossier.takesPart(*actor, event);
    const auto* relationship = std::get_if<model::RelationshipId>(&subject);
    return relationship && anyPeriod(dossier, *relationship, [event](const model::Period& period) {
               return period.begunBy == event || period.endedBy == event;
           });
}

bool hasLinkedEvents(const model::Dossier& dossier, model::RelationshipId relationship) {
    return anyPeriod(dossier, relationship,
                     [](const model::Period& period) { return period.begunBy.isValid() || period.endedBy.isValid(); });
}

QList<model::Subject> linkedTo(const model::Dossier& dossier, const model::Subject& subject) {
    QList<model::Subject> linked;
    const auto* event = std::get_if<model::EventId>(&subject);
    if (!event)
        return linked;
    for (const model::Participation& row : dossier.participationsOf(*event))
        linked.append(row.actor);
    for (const model::PeriodId period : dossier.periodsBegunBy(*event) + dossier.periodsEndedBy(*event))
        linked.append(drawnAs(dossier, dossier.period(period).relationship));
    return linked;
}

QList<model::Subject> drawnAs(const model::Dossier& dossier, model::RelationshipId relationship) {
    QList<model::Subject> subjects{relationship};
    if (const model::ActorId to = dossier.relationship(relationship).to;
        dossier.actor(to).kind == model::ActorKind::Agreement)
        subjects.append(to);
    return subjects;
}

} // namespace entente::exploration
