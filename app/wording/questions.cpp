#include "app/wording/wording.h"

namespace entente::wording {

// What one asks of a network: paths between actors and what changed between two moments.

using model::ActorId;
using model::Difference;
using model::Dossier;
using model::PeriodId;
using model::Presence;

static QString shortNameOf(const Dossier& dossier, ActorId actor) {
    if (!actor.isValid())
        return Wording::tr("unknown actor");
    const model::Actor& row = dossier.actor(actor);
    return row.shownName();
}

static QString endsOf(const Dossier& dossier, ActorId from, ActorId to) {
    return Wording::tr("%1 – %2", "from, to").arg(shortNameOf(dossier, from), shortNameOf(dossier, to));
}

QString Wording::path(const Dossier& dossier, ActorId from, ActorId to, const model::Path& path) const {
    return tr("From %1 to %2: %n tie(s)", nullptr, static_cast<int>(path.steps.size()))
        .arg(shortNameOf(dossier, from), shortNameOf(dossier, to));
}

QString Wording::pathStep(const Dossier& dossier, const model::PathStep& step) const {
    // What has a direction is told the way the tie points; the path's own way shows in the order of its steps.
    const bool asTied = step.tie.directed || step.tie.kind == model::Tie::Kind::PartOf;
    const QString ends = asTied ? endsOf(dossier, step.tie.from, step.tie.to) : endsOf(dossier, step.from, step.to);
    return (QStringList(ends) + tieStanding(dossier, step.tie)).join(QStringLiteral(", "));
}

QString Wording::pathDay(const model::PathStep& step) const {
    return step.day ? day(*step.day, Style::Short) : tr("at any time");
}

QString Wording::sinceWords(const model::Comparison& comparison, Difference difference, bool isCertain) const {
    const QString before = day(comparison.before, Style::Short);
    switch (difference) {
    case Difference::New:
        return isCertain ? tr("new since %1").arg(before) : tr("perhaps new since %1").arg(before);
    case Difference::Gone:
        return isCertain ? tr("gone since %1").arg(before) : tr("perhaps gone since %1").arg(before);
    case Difference::Changed:
        return isCertain ? tr("changed since %1").arg(before) : tr("perhaps changed since %1").arg(before);
    case Difference::Passed: {
        const QString after = day(comparison.after, Style::Short);
        return isCertain ? tr("between %1 and %2").arg(before, after)
                         : tr("perhaps between %1 and %2").arg(before, after);
    }
    case Difference::Same:
        break;
    }
    return tr("as on %1").arg(before);
}

/// "begun by Treaty signed", "ended by The US leaves".
static QStringList eventWords(const Dossier& dossier, const model::Period& period, bool begun, bool ended) {
    QStringList words;
    if (begun && period.begunBy.isValid())
        words.append(Wording::tr("begun by %1").arg(dossier.shortTitleOf(period.begunBy)));
    if (ended && period.endedBy.isValid())
        words.append(Wording::tr("ended by %1").arg(dossier.shortTitleOf(period.endedBy)));
    return words;
}

static const model::PeriodDifference* find(const model::Comparison& comparison, PeriodId period) {
    for (const model::PeriodDifference& each : comparison.periods)
        if (each.period == period)
            return &each;
    return nullptr;
}

QString Wording::difference(const Dossier& dossier, const model::Comparison& comparison,
                            const model::PeriodDifference& difference) const {
    const model::Period& period = dossier.period(difference.period);
    const model::Relationship& row = dossier.relationship(period.relationship);
    const QStringList parts =
        QStringList{endsOf(dossier, row.from, row.to), relationshipLabel(dossier, period.relationship, row.from),
                    this->period(period, Style::Short)} +
        eventWords(dossier, period, difference.begins != Presence::None, difference.ends != Presence::None);
    return tr("%1: %2").arg(sinceWords(comparison, difference.difference, difference.isCertain),
                            parts.join(QStringLiteral(", ")));
}

QString Wording::difference(const Dossier& dossier, const model::Comparison& comparison, qsizetype number) const {
    const model::Tie& tie = comparison.network.ties[number];
    const model::TieDifference& difference = comparison.ties[number];
    QStringList parts = QStringList(endsOf(dossier, tie.from, tie.to)) + tieStanding(dossier, tie);
    if (difference.difference == Difference::Changed && difference.stateBefore != tie.state)
        parts.append(tr("before: %1").arg(state(difference.stateBefore)));
    for (const PeriodId period : tie.periods)
        if (const model::PeriodDifference* each = find(comparison, period))
            parts += eventWords(dossier, dossier.period(period), each->begins != Presence::None,
                                each->ends != Presence::None);
    parts.removeDuplicates();
    return tr("%1: %2").arg(sinceWords(comparison, difference.difference, difference.isCertain()),
                            parts.join(QStringLiteral(", ")));
}

} // namespace entente::wording
