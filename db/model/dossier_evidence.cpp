#include "db/model/dossier.h"

#include <QRegularExpression>

namespace entente::model {

namespace {

/// Collects citations, each once, in the order they are met.
class EvidenceList {
public:
    explicit EvidenceList(const Dossier& dossier) : m_dossier(dossier) {}

    void add(const QList<CitationId>& citations) {
        for (const CitationId citation : citations)
            add(citation);
    }
    void add(CitationId citation) {
        if (citation.isValid() && !m_list.contains(citation))
            m_list.append(citation);
    }
    void addMarksOf(const QString& text) {
        static const QRegularExpression mark(QStringLiteral("\\[\\^([a-z0-9-]+)\\]"));
        auto marks = mark.globalMatch(text);
        while (marks.hasNext())
            add(m_dossier.findCitation(marks.next().captured(1)));
    }

    void addFor(std::monostate) {}
    void addFor(EventId id);
    void addFor(ActorId id);
    void addFor(RelationshipId id);
    void addFor(EraId id) { add(m_dossier.era(id).citations); }
    void addFor(SourceId id) { add(m_dossier.citationsOf(id)); }
    void addFor(PerspectiveId id);

    QList<CitationId> take() { return std::move(m_list); }

private:
    const Dossier& m_dossier;
    QList<CitationId> m_list;
};

void EvidenceList::addFor(EventId id) {
    const Event& event = m_dossier.event(id);
    add(event.citations);
    for (const DateClaim& claim : event.claims)
        add(claim.citations);
    for (const Participation& row : m_dossier.participationsOf(id))
        add(row.citations);
    add(event.tenorCitation);
    addMarksOf(event.summary);
}

void EvidenceList::addFor(ActorId id) {
    const Actor& actor = m_dossier.actor(id);
    add(actor.citations);
    for (const RelationshipId relationship : m_dossier.relationshipsOf(id))
        addFor(relationship);
    addMarksOf(actor.summary);
}

void EvidenceList::addFor(RelationshipId id) {
    for (const PeriodId period : m_dossier.periodsOf(id))
        add(m_dossier.period(period).citations);
    add(m_dossier.relationship(id).tenorCitation);
}

void EvidenceList::addFor(PerspectiveId id) {
    add(m_dossier.perspective(id).citations);
    addMarksOf(m_dossier.perspective(id).summary);
}

} // namespace

QList<CitationId> Dossier::evidenceOf(const Subject& subject) const {
    EvidenceList list(*this);
    std::visit([&](const auto& id) { list.addFor(id); }, subject);
    return list.take();
}

} // namespace entente::model
