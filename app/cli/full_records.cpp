#include "app/cli/records.h"

namespace entente::cli {

using namespace model;

namespace {

/// What the subject's lists have in common: records of things of one dossier.
class Full {
public:
    Full(const Dossier& dossier, const Subject& subject) : m_dossier(dossier), m_subject(subject) {}

    QJsonObject operator()(std::monostate) const { return {}; }

    QJsonObject operator()(EventId id) const {
        const Event& event = m_dossier.event(id);
        QJsonObject record = eventRecord(m_dossier, id);
        record["table"] = "event";
        record["short_title"] = textOrNull(event.shortTitle);
        record["summary"] = textOrNull(event.summary);
        record["claims"] = claims(id);
        record["participants"] = participants(id);
        record["begins"] = periods(m_dossier.periodsBegunBy(id));
        record["ends"] = periods(m_dossier.periodsEndedBy(id));
        return withEvidence(record);
    }

    QJsonObject operator()(ActorId id) const {
        QJsonObject record = actorRecord(m_dossier, id);
        record["table"] = "actor";
        record["summary"] = textOrNull(m_dossier.actor(id).summary);
        QJsonArray events;
        for (const EventId event : m_dossier.eventsOf(id))
            events.append(m_dossier.keyOf(event));
        record["events"] = events;
        QList<PeriodId> all;
        for (const RelationshipId relationship : m_dossier.relationshipsOf(id))
            all += m_dossier.periodsOf(relationship);
        record["periods"] = periods(all);
        return withEvidence(record);
    }

    QJsonObject operator()(RelationshipId id) const {
        const Relationship& relationship = m_dossier.relationship(id);
        const QString label = relationship.label.isEmpty() ? m_dossier.typeOf(id).label : relationship.label;
        return withEvidence({{"table", "relationship"},
                             {"key", relationship.key},
                             {"from", m_dossier.actor(relationship.from).key},
                             {"to", m_dossier.actor(relationship.to).key},
                             {"type", m_dossier.typeOf(id).key},
                             {"label", textOrNull(label)},
                             {"tenor", wordOf(m_dossier.tenorOf(id))},
                             {"periods", periods(m_dossier.periodsOf(id))}});
    }

    QJsonObject operator()(EraId id) const {
        const Era& era = m_dossier.era(id);
        QJsonObject record{{"table", "era"}, {"key", era.key}, {"label", textOrNull(era.label)}, {"band", era.band}};
        record["actor"] = era.actor.isValid() ? QJsonValue(m_dossier.actor(era.actor).key) : QJsonValue();
        record["citations"] = keysOf(m_dossier, era.citations);
        putDate(record, &era.date);
        return withEvidence(record);
    }

    QJsonObject operator()(SourceId id) const {
        QJsonObject record = sourceRecord(m_dossier, id);
        record["table"] = "source";
        record["citations"] = citationRecords(m_dossier.citationsOf(id));
        return record;
    }

    QJsonObject operator()(PerspectiveId id) const {
        QJsonObject record = perspectiveRecord(m_dossier, id);
        record["table"] = "perspective";
        return withEvidence(record);
    }

    /// A period by itself: its own key stands in front, the relationship's behind.
    QJsonObject operator()(PeriodId id) const {
        QJsonObject record = periodRecord(id);
        record["table"] = "period";
        record["relationship"] = record["key"];
        record["key"] = record.take("period");
        record["evidence"] = citationRecords(m_dossier.period(id).citations);
        return record;
    }

    QJsonObject operator()(CitationId id) const {
        QJsonObject record = citationRecord(id);
        record["table"] = "citation";
        return record;
    }

private:
    QJsonArray claims(EventId id) const {
        const auto inUse = m_dossier.claimInUse(id);
        const QList<DateClaim> conflicting = m_dossier.conflictingClaims(id);
        QJsonArray records;
        for (const DateClaim& claim : m_dossier.event(id).claims) {
            QJsonObject record{{"position", claim.position},
                               {"calendar", textOrNull(claim.calendar)},
                               {"note", textOrNull(claim.note)},
                               {"in_use", claim.position == inUse->position},
                               {"conflicts", conflicting.contains(claim)},
                               {"citations", keysOf(m_dossier, claim.citations)}};
            putDate(record, &claim.date);
            records.append(record);
        }
        return records;
    }

    QJsonArray participants(EventId id) const {
        QJsonArray records;
        for (const Participation& participation : m_dossier.participationsOf(id))
            records.append(QJsonObject{{"actor", m_dossier.actor(participation.actor).key},
                                       {"role", textOrNull(participation.role)},
                                       {"citations", keysOf(m_dossier, participation.citations)}});
        return records;
    }

    QJsonArray periods(const QList<PeriodId>& ids) const {
        QJsonArray records;
        for (const PeriodId id : ids)
            records.append(periodRecord(id));
        return records;
    }

    QJsonObject periodRecord(PeriodId id) const {
        const Period& period = m_dossier.period(id);
        QJsonObject record = tieRecord(m_dossier, id);
        record["begun_by"] = eventKey(period.begunBy);
        record["ended_by"] = eventKey(period.endedBy);
        return record;
    }

    QJsonArray citationRecords(const QList<CitationId>& ids) const {
        QJsonArray records;
        for (const CitationId id : ids)
            records.append(citationRecord(id));
        return records;
    }

    QJsonValue eventKey(EventId id) const { return id.isValid() ? QJsonValue(m_dossier.keyOf(id)) : QJsonValue(); }

    QJsonObject citationRecord(CitationId id) const {
        const Citation& citation = m_dossier.citation(id);
        QJsonObject record{{"key", citation.key},
                           {"locator", textOrNull(citation.locator)},
                           {"note", textOrNull(citation.note)},
                           {"quotation", textOrNull(citation.quotation)}};
        if (citation.source.isValid()) {
            const Source& source = m_dossier.source(citation.source);
            record["source"] = source.key;
            record["title"] = textOrNull(source.title);
            record["publisher"] = textOrNull(source.publisher);
            record["url"] = textOrNull(source.url);
        }
        return record;
    }

    QJsonObject withEvidence(QJsonObject record) const {
        QJsonArray perspectives;
        for (const PerspectiveId id : m_dossier.perspectivesOn(m_subject))
            perspectives.append(perspectiveRecord(m_dossier, id));
        record["perspectives"] = perspectives;
        record["evidence"] = citationRecords(m_dossier.evidenceOf(m_subject));
        return record;
    }

    const Dossier& m_dossier;
    const Subject& m_subject;
};

} // namespace

QJsonObject fullRecord(const Dossier& dossier, const QString& key) {
    const Subject subject = dossier.find(key);
    const Full full(dossier, subject);
    if (!isNothing(subject))
        return std::visit(full, subject);
    if (const CitationId citation = dossier.findCitation(key); citation.isValid())
        return full(citation);
    const QList<Period>& periods = dossier.tables().periods;
    const auto period =
        std::find_if(periods.begin(), periods.end(), [&](const Period& each) { return each.key == key; });
    return period == periods.end() ? QJsonObject() : full(PeriodId(period - periods.begin()));
}

} // namespace entente::cli
