#include "app/pictures/web_parts.h"

#include "db/model/network.h"

namespace entente::pictures {

namespace {

using model::Presence;

QJsonValue dayOrNever(model::Day day) {
    if (day == model::beforeAllDays || day == model::afterAllDays)
        return {};
    return static_cast<double>(day);
}

model::Tie tieOf(const model::Dossier& dossier, model::PeriodId id, Presence presence) {
    const model::Period& period = dossier.period(id);
    const model::Relationship& row = dossier.relationship(period.relationship);
    const model::RelationType& type = dossier.typeOf(period.relationship);
    model::Tie tie;
    tie.from = row.from;
    tie.to = row.to;
    tie.relationship = period.relationship;
    tie.periods = {id};
    tie.state = period.state;
    tie.presence = presence;
    tie.ended = presence == Presence::None;
    tie.directed = type.directed;
    tie.label = row.label.isEmpty() ? type.label : row.label;
    tie.since = model::possibleStart(period);
    tie.until = model::certainEnd(period);
    return tie;
}

/// The same dossier while nobody knows yet when its periods end; without `starts`, nor when they began.
model::Dossier goingOn(const model::Dossier& dossier, bool starts) {
    model::Tables tables = dossier.tables();
    for (model::Period& period : tables.periods) {
        period.to = {};
        period.to.kind = model::PeriodBound::Kind::Open;
        if (!starts)
            period.from = {};
    }
    return model::Dossier(std::move(tables), {}, &dossier);
}

/// A dossier, and what may be told of its ties on a day when the rest is still to come.
struct Tellings {
    explicit Tellings(const model::Dossier& dossier)
        : whole(dossier), open(goingOn(dossier, true)), unsaid(goingOn(dossier, false)) {}

    const model::Dossier& whole;
    model::Dossier open;   ///< no end is known
    model::Dossier unsaid; ///< nor a start
};

/// The day from which a vague start may be told.
std::optional<model::Day> sureStart(const model::Period& period) {
    if (period.from.kind != model::PeriodBound::Kind::Dated)
        return {};
    const model::Bound first = period.from.date.earliest(), last = period.from.date.latest();
    const bool isVague = last.isKnown() && !(first.isKnown() && first.day == last.day);
    return isVague ? std::optional(last.day) : std::nullopt;
}

/// Name and label of a tie that holds certainly, possibly and no longer.
QJsonArray wordsOf(const model::Dossier& dossier, const QList<model::Tie>& ties, const wording::Wording& wording) {
    QJsonArray words;
    for (const model::Tie& tie : ties)
        words.append(QJsonArray{wording.tie(dossier, tie), wording.tieLabel(tie)});
    return words;
}

QJsonObject periodOf(const Tellings& tellings, model::PeriodId id, const wording::Wording& wording) {
    const model::Dossier &dossier = tellings.whole, &open = tellings.open, &unsaid = tellings.unsaid;
    const model::Period& period = dossier.period(id);
    const model::Stretch certain = model::daysOf(period, Presence::Certain);
    const model::Stretch possible = model::daysOf(period, Presence::Possible);
    QJsonArray cited;
    for (const model::CitationId citation : period.citations)
        cited.append(citation.index);
    QJsonObject row{{"tie", period.relationship.index},
                    {"certain", QJsonArray{dayOrNever(certain.from), dayOrNever(certain.to), certain.isEmpty()}},
                    {"possible", QJsonArray{dayOrNever(possible.from), dayOrNever(possible.to)}},
                    {"state", static_cast<int>(period.state)},
                    {"dates", wording.period(period, wording::Style::Short)},
                    {"cited", cited},
                    {"begun", period.begunBy.index},
                    {"ended", period.endedBy.index}};
    if (!period.relationship.isValid())
        return row;
    const model::Relationship& tie = dossier.relationship(period.relationship);
    if (!tie.from.isValid() || !tie.to.isValid())
        return row;
    row.insert(QStringLiteral("words"),
               wordsOf(dossier,
                       {tieOf(dossier, id, Presence::Certain), tieOf(dossier, id, Presence::Possible),
                        tieOf(dossier, id, Presence::None)},
                       wording));
    if (model::certainEnd(period))
        row.insert(QStringLiteral("open"),
                   wordsOf(open, {tieOf(open, id, Presence::Certain), tieOf(open, id, Presence::Possible)}, wording));
    if (const auto sure = sureStart(period)) {
        row.insert(QStringLiteral("sure"), dayOrNever(*sure));
        row.insert(QStringLiteral("unsaid"), wordsOf(unsaid, {tieOf(unsaid, id, Presence::Possible)}, wording).at(0));
    }
    return row;
}

QJsonArray relationshipsOf(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QJsonArray rows;
    for (qsizetype i = 0; i < dossier.tables().relationships.size() && steps.next(); ++i) {
        const model::RelationshipId id(i);
        const model::Relationship& row = dossier.relationship(id);
        const model::RelationType& type = dossier.typeOf(id);
        QJsonArray periods;
        for (const model::PeriodId period : dossier.periodsOf(id))
            periods.append(period.index);
        QJsonArray cited;
        for (const model::CitationId citation : dossier.evidenceOf(id))
            cited.append(citation.index);
        rows.append(QJsonObject{{"from", row.from.index},
                                {"to", row.to.index},
                                {"type", type.key},
                                {"form", model::wordOf(type.lineForm)},
                                {"tenor", static_cast<int>(dossier.tenorOf(id))},
                                {"directed", type.directed},
                                {"party", row.to.isValid() && model::isParty(dossier, id)},
                                {"label", row.label.isEmpty() ? type.label : row.label},
                                {"title", wording.relationship(dossier, id)},
                                {"periods", periods},
                                {"cited", cited}});
    }
    return rows;
}

QJsonArray partsOf(const model::Dossier& dossier, const wording::Wording& wording) {
    QJsonArray rows;
    for (qsizetype i = 0; i < dossier.tables().actors.size(); ++i) {
        model::Tie tie;
        tie.kind = model::Tie::Kind::PartOf;
        tie.from = model::ActorId(i);
        tie.to = dossier.tables().actors[i].partOf;
        if (tie.to.isValid())
            rows.append(QJsonArray{tie.from.index, tie.to.index, wording.tie(dossier, tie), wording.tieLabel(tie)});
    }
    return rows;
}

/// An agreement of two parties as one tie, as the network makes it.
model::Tie joined(const model::Dossier& dossier, model::PeriodId first, model::PeriodId second, Presence presence) {
    model::Tie tie = tieOf(dossier, first, presence);
    const model::Tie other = tieOf(dossier, second, presence);
    const model::Actor& agreement = dossier.actor(tie.to);
    tie.kind = model::Tie::Kind::Agreement;
    tie.agreement = tie.to;
    tie.relationship = {};
    tie.to = other.from;
    tie.periods.append(second);
    tie.state = std::min(tie.state, other.state);
    tie.since = std::max(tie.since, other.since);
    if (!tie.until || (other.until && *other.until < *tie.until))
        tie.until = other.until;
    tie.directed = false;
    tie.label = agreement.shownName();
    return tie;
}

/// Certain and possible, then the same while the end is not told, then possible while the start is not either.
QJsonArray pairWords(const Tellings& tellings, model::PeriodId a, model::PeriodId b, const wording::Wording& wording) {
    QJsonArray words;
    for (const model::Dossier* told : {&tellings.whole, &tellings.open}) {
        const QJsonArray both =
            wordsOf(*told, {joined(*told, a, b, Presence::Certain), joined(*told, a, b, Presence::Possible)}, wording);
        words.append(both.at(0));
        words.append(both.at(1));
    }
    words.append(wordsOf(tellings.unsaid, {joined(tellings.unsaid, a, b, Presence::Possible)}, wording).at(0));
    return words;
}

/// Pairs of periods of two relationships that hold on days on which no other of an agreement's does: an agreement is
/// one tie on these days alone. O(n log n) for n periods and as many pairs as there are.
class WebPairs {
public:
    WebPairs(const model::Dossier& dossier, const QList<model::PeriodId>& periods) : m_dossier(dossier) {
        for (const model::PeriodId period : periods) {
            const model::Stretch days = model::daysOf(dossier.period(period), Presence::Possible);
            if (days.isEmpty())
                continue;
            m_turns[days.from].begun.append(period);
            m_turns[days.to].ended.append(period);
        }
    }

    QList<std::pair<model::PeriodId, model::PeriodId>> find() {
        for (const Turn& turn : std::as_const(m_turns)) {
            for (const model::PeriodId period : turn.ended)
                end(period);
            for (const model::PeriodId period : turn.begun)
                m_holding[relationshipOf(period)].append(period);
            if (m_holding.size() == 2)
                addPairs();
        }
        return m_pairs;
    }

private:
    struct Turn {
        QList<model::PeriodId> begun, ended;
    };

    model::RelationshipId relationshipOf(model::PeriodId period) const { return m_dossier.period(period).relationship; }

    void end(model::PeriodId period) {
        const auto holding = m_holding.find(relationshipOf(period));
        holding->removeOne(period);
        if (holding->isEmpty())
            m_holding.erase(holding);
    }

    void addPairs() {
        for (const model::PeriodId a : m_holding.first())
            for (const model::PeriodId b : m_holding.last())
                if (const std::pair pair(a, b); !m_known.contains(pair)) {
                    m_known.insert(pair);
                    m_pairs.append(pair);
                }
    }

    const model::Dossier& m_dossier;
    QMap<model::Day, Turn> m_turns;
    QMap<model::RelationshipId, QList<model::PeriodId>> m_holding; ///< that hold now, by relationship
    QSet<std::pair<model::PeriodId, model::PeriodId>> m_known;
    QList<std::pair<model::PeriodId, model::PeriodId>> m_pairs;
};

/// The words of an agreement's one tie, by its parties' periods, and those while its end is not told.
QJsonArray pairsOf(const Tellings& tellings, const wording::Wording& wording, WebSteps& steps) {
    const model::Dossier& dossier = tellings.whole;
    QMap<model::ActorId, QList<model::PeriodId>> parties;
    for (qsizetype i = 0; i < dossier.tables().relationships.size(); ++i)
        if (model::isParty(dossier, model::RelationshipId(i)) && dossier.tables().relationships[i].from.isValid())
            parties[dossier.tables().relationships[i].to] += dossier.periodsOf(model::RelationshipId(i));
    QJsonArray pairs;
    for (const QList<model::PeriodId>& periods : std::as_const(parties))
        for (const auto& [a, b] : WebPairs(dossier, periods).find()) {
            if (!steps.next())
                return {};
            pairs.append(QJsonArray{a.index, b.index, pairWords(tellings, a, b, wording)});
        }
    return pairs;
}

} // namespace

void addWebTies(QJsonObject& data, const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    const Tellings tellings(dossier);
    QJsonArray periods;
    for (qsizetype i = 0; i < dossier.tables().periods.size() && steps.next(); ++i)
        periods.append(periodOf(tellings, model::PeriodId(i), wording));
    QJsonArray changes;
    for (const model::Day day : model::changeDays(dossier))
        changes.append(static_cast<double>(day));
    data.insert(QStringLiteral("ties"), relationshipsOf(dossier, wording, steps));
    data.insert(QStringLiteral("periods"), periods);
    data.insert(QStringLiteral("parts"), partsOf(dossier, wording));
    data.insert(QStringLiteral("pairs"), pairsOf(tellings, wording, steps));
    data.insert(QStringLiteral("changes"), changes);
}

} // namespace entente::pictures
