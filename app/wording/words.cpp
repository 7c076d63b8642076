#include "app/wording/wording.h"

namespace entente::wording {

QString Wording::tenor(model::Tenor tenor) const {
    switch (tenor) {
    case model::Tenor::Cooperation:
        return tr("Cooperation");
    case model::Tenor::Pressure:
        return tr("Pressure");
    case model::Tenor::Conflict:
        return tr("Conflict");
    case model::Tenor::Neutral:
        break;
    }
    return tr("Neutral");
}

QString Wording::state(model::PeriodState state) const {
    switch (state) {
    case model::PeriodState::Proposed:
        return tr("proposed");
    case model::PeriodState::Signed:
        return tr("signed, not in force");
    case model::PeriodState::InForce:
        return tr("in force");
    case model::PeriodState::Suspended:
        return tr("suspended");
    case model::PeriodState::Alleged:
        return tr("alleged");
    case model::PeriodState::Disputed:
        return tr("disputed");
    case model::PeriodState::Held:
        break;
    }
    return tr("held");
}

QString Wording::stance(model::Stance stance) const {
    switch (stance) {
    case model::Stance::Supports:
        return tr("supports");
    case model::Stance::Opposes:
        return tr("opposes");
    case model::Stance::Concerned:
        return tr("concerned");
    case model::Stance::Mixed:
        return tr("mixed");
    case model::Stance::Neutral:
        break;
    }
    return tr("neutral");
}

QString Wording::certainty(model::Certainty certainty) const {
    switch (certainty) {
    case model::Certainty::Happened:
        return tr("happened");
    case model::Certainty::Claimed:
        return tr("claimed");
    case model::Certainty::Assessed:
        return tr("an assessment");
    case model::Certainty::Expected:
        break;
    }
    return tr("expected");
}

QString Wording::actorKind(model::ActorKind kind) const {
    switch (kind) {
    case model::ActorKind::State:
        return tr("State");
    case model::ActorKind::Person:
        return tr("Person");
    case model::ActorKind::Organisation:
        return tr("Organisation");
    case model::ActorKind::Bloc:
        return tr("Bloc");
    case model::ActorKind::Agreement:
        return tr("Agreement");
    case model::ActorKind::Group:
        break;
    }
    return tr("Group");
}

QString Wording::presence(model::Presence presence) const {
    switch (presence) {
    case model::Presence::Certain:
        return tr("certain");
    case model::Presence::Possible:
        return tr("possible");
    case model::Presence::None:
        break;
    }
    return tr("ended");
}

QString Wording::importance(int importance) const {
    if (importance >= model::keyImportance)
        return tr("key");
    return importance == model::majorImportance ? tr("major") : tr("other");
}

QString Wording::period(const model::Period& period, Style style) const {
    return tr("%1, %2", "dates, state").arg(periodDates(period, style), state(period.state));
}

QString Wording::relationshipLabel(const model::Dossier& dossier, model::RelationshipId relationship,
                                   model::ActorId seenFrom) const {
    const model::Relationship& row = dossier.relationship(relationship);
    const model::RelationType& type = dossier.typeOf(relationship);
    if (!row.label.isEmpty())
        return row.label;
    const bool backwards = seenFrom == row.to && seenFrom != row.from;
    return backwards && !type.inverseLabel.isEmpty() ? type.inverseLabel : type.label;
}

static QString nameOf(const model::Dossier& dossier, model::ActorId actor) {
    return actor.isValid() ? dossier.actor(actor).name : Wording::tr("unknown actor");
}

QString Wording::relationship(const model::Dossier& dossier, model::RelationshipId relationship) const {
    const model::Relationship& row = dossier.relationship(relationship);
    return tr("%1 – %2 – %3", "from, relation, to")
        .arg(nameOf(dossier, row.from), relationshipLabel(dossier, relationship, row.from), nameOf(dossier, row.to));
}

/// Dates of the period behind a tie, as vague as they are known; the days of the tie itself where its parties differ.
QString Wording::tieDates(const model::Dossier& dossier, const model::Tie& tie) const {
    QStringList dates;
    for (const model::PeriodId period : tie.periods)
        dates.append(periodDates(dossier.period(period), Style::Short));
    dates.removeDuplicates();
    if (dates.size() == 1)
        return dates.first();
    dates.clear();
    if (tie.since)
        dates.append(tr("since %1").arg(day(*tie.since, Style::Short)));
    if (tie.until)
        dates.append(tr("until %1").arg(day(*tie.until, Style::Short)));
    return dates.join(QStringLiteral(", "));
}

QStringList Wording::tieStanding(const model::Dossier& dossier, const model::Tie& tie) const {
    if (tie.kind == model::Tie::Kind::PartOf)
        return {tr("part of")};
    QStringList parts = {tie.label, tie.ended ? tr("ended") : state(tie.state)};
    if (tie.presence == model::Presence::Possible)
        parts.append(presence(tie.presence));
    parts.append(tieDates(dossier, tie));
    parts.removeAll(QString());
    return parts;
}

QString Wording::tie(const model::Dossier& dossier, const model::Tie& tie) const {
    const QString from = nameOf(dossier, tie.from);
    const QString to = nameOf(dossier, tie.to);
    if (tie.kind == model::Tie::Kind::PartOf)
        return tr("%1: part of %2").arg(from, to);
    return tr("%1: %2").arg(tie.directed ? tr("%1 to %2").arg(from, to) : tr("%1 and %2").arg(from, to),
                            tieStanding(dossier, tie).join(QStringLiteral(", ")));
}

QString Wording::tieLabel(const model::Tie& tie) const {
    if (tie.kind == model::Tie::Kind::PartOf)
        return tr("part of");
    if (tie.ended && tie.until) {
        const QString ended = year(model::civilOf(*tie.until).year);
        return tr("%1 until %2").arg(tie.label, ended);
    }
    const bool doubtful = tie.presence == model::Presence::Possible || tie.state == model::PeriodState::Disputed;
    return doubtful ? tr("%1?").arg(tie.label) : tie.label;
}

} // namespace entente::wording
