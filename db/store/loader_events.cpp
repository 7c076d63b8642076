#include "db/store/checks.h"
#include "db/store/event_parts.h"
#include "db/store/loader.h"
#include "db/store/two_threads.h"

#include <QCoreApplication>
#include <deque>

namespace entente::store {

namespace {
struct LoaderEventsText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};

constexpr qsizetype rowsBetweenReports = 4096;

/// Whether the bounds kept in the file are those of the date.
bool agrees(const model::Bound& bound, std::optional<qint64> stored) {
    return bound.isKnown() ? stored == bound.day : !stored;
}

QByteArray statement(const char* table, const char* order, bool sorted) {
    return QByteArray("SELECT * FROM ") + table + " ORDER BY " + (sorted ? order : "rowid");
}

/// The evidence of claims in the order in which the claims are read where they are sorted.
constexpr const char* sortedClaimEvidence =
    "SELECT e.* FROM date_claim_evidence e LEFT JOIN date_claim c ON c.id = e.date_claim "
    "ORDER BY c.event, e.date_claim, e.position";

} // namespace

/// What one part of the events came to.
struct Loader::EventChunk {
    bool isInOrder = true;
    model::EventList events;
    std::vector<qint64> ids;
    /// Of the events, of the tables beside them, and of what they get wrong together.
    std::array<model::Findings, besideEvents.size() + 2> findings;
};

/// Reads events with all that belongs to them, side by side, and packs them. Only reads from the loader.
class Loader::EventReader {
public:
    /// All of them, sorted by SQLite.
    EventReader(const Loader& loader, Connection& connection)
        : m_loader(loader), m_event(connection, QStringLiteral("event"), QStringLiteral("id"), m_findings),
          m_beside{{{connection, "date_claim", "event", statement("date_claim", "event, id", true)},
                    {connection, "event_theme", "event", statement("event_theme", "event, position", true)},
                    {connection, "event_media", "event", statement("event_media", "event, position", true)},
                    {connection, "event_evidence", "event", statement("event_evidence", "event, position", true)},
                    {connection, "date_claim_evidence", "date_claim", sortedClaimEvidence}}} {}

    /// Those from one cut to the next, as the file keeps them.
    EventReader(const Loader& loader, Connection& connection, const Cut& from, const Cut& to)
        : m_loader(loader),
          m_event(connection, QStringLiteral("event"), rowsIn("event", "id", {from.event, to.event}), m_findings),
          m_beside{{belongingsIn(connection, Claims, from, to), belongingsIn(connection, Themes, from, to),
                    belongingsIn(connection, Media, from, to), belongingsIn(connection, Evidence, from, to),
                    belongingsIn(connection, ClaimEvidence, from, to)}} {}

    void expectRecordsOf(qsizetype bytes) { m_chunk.events.expectBlocks(bytes); }

    EventChunk run() {
        while (m_event.next()) {
            m_chunk.ids.push_back(m_event.id());
            readEvent();
            if (!isInOrder())
                break;
        }
        m_chunk.isInOrder = isInOrder();
        m_chunk.findings.front() = m_findings;
        for (size_t i = 0; i < m_beside.size(); ++i) {
            m_beside[i].finish();
            m_chunk.isInOrder = m_chunk.isInOrder && m_beside[i].isInOrder();
            m_chunk.findings[i + 1] = m_beside[i].findings();
        }
        m_chunk.findings.back() = m_checks;
        return std::move(m_chunk);
    }

private:
    bool isInOrder() const {
        return std::all_of(m_beside.begin(), m_beside.end(), [](const Belongings& each) { return each.isInOrder(); });
    }

    void readEvent() {
        const qint64 id = m_event.id();
        m_parts.key = m_event.utf8Key();
        m_parts.title = m_event.utf8("title");
        m_parts.shortTitle = m_event.utf8("short_title");
        m_parts.summary = m_event.utf8("summary");
        m_parts.kind = m_event.reference<model::EventKindId>("kind", m_loader.m_kinds);
        m_parts.tenor = m_event.optionalWord<model::Tenor>("tenor");
        m_parts.tenorCitation = m_event.reference<model::CitationId>("tenor_citation", m_loader.m_citations, false);
        m_parts.importance = importance();
        m_parts.place = m_event.utf8("place");
        m_parts.certainty = m_event.word("certainty", model::Certainty::Claimed);
        readClaims(id);
        store::take(m_beside[Themes], id, "theme", m_loader.m_themes, m_parts.themes);
        store::take(m_beside[Media], id, "media", m_loader.m_media, m_parts.media);
        store::take(m_beside[Evidence], id, "citation", m_loader.m_citations, m_parts.citations);
        checkEvent(m_parts, m_loader.m_citationKeys, m_checks);
        m_writer.clear();
        model::pack(m_parts, m_writer);
        m_chunk.events.appendRecord(m_writer.bytes());
    }

    int importance() {
        const int found = m_event.smallNumber("importance", model::lowestImportance);
        if (found < model::lowestImportance || found > model::keyImportance)
            m_event.note("importance", LoaderEventsText::tr("Importance is out of range."), QString::number(found),
                         QStringLiteral("1 to 5"));
        return std::clamp(found, model::lowestImportance, model::keyImportance);
    }

    void readClaims(qint64 event) {
        m_parts.claims.clear();
        m_texts.clear();
        m_beside[Claims].each(event, [this](Rows& row) {
            row.setName(m_parts.key);
            readClaim(row);
        });
        std::stable_sort(m_parts.claims.begin(), m_parts.claims.end(),
                         [](const auto& a, const auto& b) { return a.position < b.position; });
    }

    void readClaim(Rows& row) {
        const auto position = row.smallNumber("position", 1);
        const QString text = QString::fromUtf8(row.utf8("edtf"));
        model::ClaimParts claim;
        store::take(m_beside[ClaimEvidence], row.id(), "citation", m_loader.m_citations, claim.citations);
        const auto date = model::Edtf::parse(text);
        if (!date)
            return row.note("edtf",
                            LoaderEventsText::tr("%1 (column %2). The event is shown as undated.")
                                .arg(date.error().message)
                                .arg(date.error().column),
                            text, QStringLiteral("EDTF"));
        if (!agrees(date->earliest(), row.integer("earliest")) || !agrees(date->latest(), row.integer("latest")))
            row.note("earliest", LoaderEventsText::tr("The stored days are not those of the date; the date is used."),
                     text);
        claim.position = position;
        claim.date = kept(row.utf8("edtf"));
        claim.calendar = kept(row.utf8("calendar"));
        claim.note = kept(row.utf8("note"));
        claim.preferred = row.flag("preferred");
        m_parts.claims.append(claim);
    }

    /// A copy that lasts as long as the event is read: the next claim overwrites the row.
    QByteArrayView kept(QByteArrayView text) {
        if (text.isEmpty())
            return {};
        m_texts.emplace_back(text.toByteArray());
        return m_texts.back();
    }

    const Loader& m_loader;
    model::Findings m_findings;
    model::Findings m_checks;
    EventChunk m_chunk;
    Rows m_event;
    std::array<Belongings, besideEvents.size()> m_beside;
    model::EventParts m_parts;
    std::deque<QByteArray> m_texts;
    model::ByteWriter m_writer;
};

void Loader::take(EventChunk& chunk) {
    m_tables.events.append(chunk.events);
    for (const qint64 id : chunk.ids)
        m_events.append(id);
    m_eventFindings.resize(chunk.findings.size());
    for (size_t i = 0; i < chunk.findings.size(); ++i)
        m_eventFindings[i] += chunk.findings[i];
}

/// Part by part, as long as what belongs to the events stands in their order. False if it does not; then nothing that
/// was read counts.
bool Loader::readEventsAsWritten() {
    const std::vector<Cut> cuts = cutsOf(m_connection, m_connect ? eventsOfAPart : Range::beyond);
    const auto use = [this, &cuts](size_t part, EventChunk& chunk) {
        if (!chunk.isInOrder)
            return false;
        take(chunk);
        const double share = static_cast<double>(part + 1) / static_cast<double>(cuts.size() - 1);
        return proceed(share, LoaderEventsText::tr("Reading %1").arg(QStringLiteral("event")));
    };
    if (cuts.size() == 2) {
        EventChunk chunk = EventReader(*this, m_connection, cuts[0], cuts[1]).run();
        return use(0, chunk) || m_cancelled;
    }
    const auto begin = [this] {
        if (m_outlined)
            letOthersFirst();
        return std::make_unique<PartsReader>(m_connect());
    };
    const auto read = [this, &cuts](PartsReader& parts, size_t part) {
        EventReader reader(*this, *parts.connection, cuts[part], cuts[part + 1]);
        reader.expectRecordsOf(parts.usualBytes);
        EventChunk chunk = reader.run();
        parts.usualBytes = chunk.events.meanBytes();
        return chunk;
    };
    return eachInTwoThreads(cuts.size() - 1, begin, read, use) || m_cancelled;
}

void Loader::readEventsSorted() {
    m_tables.events = {};
    m_events = {};
    m_eventFindings.clear();
    EventChunk chunk = EventReader(*this, m_connection).run();
    take(chunk);
}

void Loader::readEvents() {
    if (!readEventsAsWritten()) {
        m_outlined = false;
        readEventsSorted();
    }
    for (const model::Findings& findings : m_eventFindings)
        m_findings += findings;
}

bool Loader::tryReadParticipations(bool sorted) {
    m_tables.participations = {};
    model::Findings findings;
    Belongings evidence(m_connection, "participation_evidence", "participation",
                        statement("participation_evidence", "participation, position", sorted));
    Rows row(m_connection, QStringLiteral("participation"), QStringLiteral("id"), findings);
    const auto last = static_cast<double>(m_connection.number("SELECT max(id) FROM participation"));
    model::ByteWriter writer;
    QList<model::CitationId> citations;
    for (qsizetype count = 0; row.next(); ++count) {
        if (count % rowsBetweenReports == 0 &&
            !proceed(static_cast<double>(row.id()) / std::max(last, 1.0),
                     LoaderEventsText::tr("Reading %1").arg(QStringLiteral("participation"))))
            return true;
        const auto event = row.reference<model::EventId>("event", m_events);
        const auto actor = row.reference<model::ActorId>("actor", m_actors);
        store::take(evidence, row.id(), "citation", m_citations, citations);
        if (!evidence.isInOrder())
            return false;
        if (!event.isValid() || !actor.isValid())
            continue;
        writer.clear();
        model::pack(event, actor, row.utf8("role"), citations, writer);
        m_tables.participations.appendRecord(writer.bytes());
    }
    evidence.finish();
    if (!evidence.isInOrder())
        return false;
    m_findings += findings + evidence.findings();
    return true;
}

void Loader::readParticipations() {
    if (!tryReadParticipations(false))
        tryReadParticipations(true);
}

} // namespace entente::store
