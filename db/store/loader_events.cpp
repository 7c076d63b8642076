#include "db/store/checks.h"
#include "db/store/loader.h"

#include <QCoreApplication>
#include <QVarLengthArray>
#include <array>
#include <deque>

namespace entente::store {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};

constexpr qsizetype rowsBetweenReports = 4096;

/// Whether the bounds kept in the file are those of the date.
bool agrees(const model::Bound& bound, std::optional<qint64> stored) {
    return bound.isKnown() ? stored == bound.day : !stored;
}

/// The rows of a table that belong to those of another, beside which they are read: both in order of the owner, so that
/// neither has to be held. The file keeps them so if it was written by us; if not, `isInOrder` says so, and SQLite has
/// to sort them.
class Belongings {
public:
    Belongings(Connection& connection, const char* table, const char* owner, const QByteArray& sql)
        : m_rows(connection, QString::fromLatin1(table), sql, m_findings), m_owner(owner) {
        advance();
    }

    /// Calls use(row) for all rows of an owner; owners come ascending.
    template <typename Use>
    void each(qint64 owner, Use use) {
        for (; m_there && m_id <= owner; advance())
            if (m_id == owner)
                use(m_rows);
            else
                m_rows.noteMissing(m_owner, m_id);
    }
    /// What belongs to nothing.
    void finish() {
        for (; m_there; advance())
            m_rows.noteMissing(m_owner, m_id);
    }
    bool isInOrder() const { return m_inOrder; }
    const model::Findings& findings() const { return m_findings; }

private:
    void advance() {
        const qint64 before = m_id;
        const bool first = !std::exchange(m_started, true);
        m_there = m_rows.next();
        if (!m_there)
            return;
        m_id = m_rows.integer(m_owner).value_or(before);
        m_inOrder = m_inOrder && (first || m_id >= before);
    }

    model::Findings m_findings;
    Rows m_rows;
    const char* m_owner;
    qint64 m_id = 0;
    bool m_there = false;
    bool m_started = false;
    bool m_inOrder = true;
};

QByteArray statement(const char* table, const char* order, bool sorted) {
    return QByteArray("SELECT * FROM ") + table + " ORDER BY " + (sorted ? order : "rowid");
}

/// The evidence of claims in the order in which the claims are read.
QByteArray claimEvidence(bool sorted) {
    return sorted ? "SELECT e.* FROM date_claim_evidence e LEFT JOIN date_claim c ON c.id = e.date_claim "
                    "ORDER BY c.event, e.date_claim, e.position"
                  : "SELECT * FROM date_claim_evidence ORDER BY rowid";
}

template <typename IdType>
struct Placed {
    qint64 position;
    IdType id;
};

/// Takes what belongs to one owner in order of position.
template <typename IdType>
void take(Belongings& rows, qint64 owner, const char* field, const RowIds& ids, QList<IdType>& list) {
    QVarLengthArray<Placed<IdType>, 8> found;
    rows.each(owner, [&](Rows& row) {
        if (const auto id = row.reference<IdType>(field, ids); id.isValid())
            found.append({row.integer("position").value_or(0), id});
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
    list.clear();
    for (const auto& one : found)
        list.append(one.id);
}
} // namespace

/// Reads events with all that belongs to them, side by side, and packs them.
class Loader::EventReader {
public:
    EventReader(Loader& loader, bool sorted)
        : m_loader(loader), m_event(loader.m_connection, QStringLiteral("event"), QStringLiteral("id"), m_findings),
          m_claims(loader.m_connection, "date_claim", "event", statement("date_claim", "event, id", sorted)),
          m_claimEvidence(loader.m_connection, "date_claim_evidence", "date_claim", claimEvidence(sorted)),
          m_themes(loader.m_connection, "event_theme", "event", statement("event_theme", "event, position", sorted)),
          m_media(loader.m_connection, "event_media", "event", statement("event_media", "event, position", sorted)),
          m_evidence(loader.m_connection, "event_evidence", "event",
                     statement("event_evidence", "event, position", sorted)) {}

    /// Whether all came in order; else nothing that was read counts.
    bool run() {
        const auto last = static_cast<double>(m_loader.m_connection.number("SELECT max(id) FROM event"));
        for (qsizetype count = 0; m_event.next(); ++count) {
            if (!isInOrder())
                return false;
            const double share = static_cast<double>(m_event.id()) / std::max(last, 1.0);
            if (count % rowsBetweenReports == 0 &&
                !m_loader.proceed(share, Text::tr("Reading %1").arg(QStringLiteral("event"))))
                return true;
            m_loader.m_events.append(m_event.id());
            readEvent();
        }
        for (Belongings* rows : all())
            rows->finish();
        if (!isInOrder())
            return false;
        m_loader.m_findings += m_findings;
        for (const Belongings* rows : all())
            m_loader.m_findings += rows->findings();
        m_loader.m_findings += m_checks;
        return true;
    }

private:
    std::array<Belongings*, 5> all() { return {&m_claims, &m_themes, &m_media, &m_evidence, &m_claimEvidence}; }
    bool isInOrder() {
        const auto rows = all();
        return std::all_of(rows.begin(), rows.end(), [](const Belongings* each) { return each->isInOrder(); });
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
        take(m_themes, id, "theme", m_loader.m_themes, m_parts.themes);
        take(m_media, id, "media", m_loader.m_media, m_parts.media);
        take(m_evidence, id, "citation", m_loader.m_citations, m_parts.citations);
        checkEvent(m_parts, m_loader.m_citationKeys, m_checks);
        m_writer.clear();
        model::pack(m_parts, m_writer);
        m_loader.m_tables.events.appendRecord(m_writer.bytes());
    }

    int importance() {
        const int found = m_event.smallNumber("importance", model::lowestImportance);
        if (found < model::lowestImportance || found > model::keyImportance)
            m_event.note("importance", Text::tr("Importance is out of range."), QString::number(found),
                         QStringLiteral("1 to 5"));
        return std::clamp(found, model::lowestImportance, model::keyImportance);
    }

    void readClaims(qint64 event) {
        m_parts.claims.clear();
        m_texts.clear();
        m_claims.each(event, [this](Rows& row) {
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
        take(m_claimEvidence, row.id(), "citation", m_loader.m_citations, claim.citations);
        const auto date = model::Edtf::parse(text);
        if (!date)
            return row.note("edtf",
                            Text::tr("%1 (column %2). The event is shown as undated.")
                                .arg(date.error().message)
                                .arg(date.error().column),
                            text, QStringLiteral("EDTF"));
        if (!agrees(date->earliest(), row.integer("earliest")) || !agrees(date->latest(), row.integer("latest")))
            row.note("earliest", Text::tr("The stored days are not those of the date; the date is used."), text);
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

    Loader& m_loader;
    model::Findings m_findings;
    model::Findings m_checks;
    Rows m_event;
    Belongings m_claims, m_claimEvidence, m_themes, m_media, m_evidence;
    model::EventParts m_parts;
    std::deque<QByteArray> m_texts;
    model::ByteWriter m_writer;
};

bool Loader::tryReadEvents(bool sorted) {
    m_tables.events = {};
    m_events = {};
    return EventReader(*this, sorted).run();
}

void Loader::readEvents() {
    if (!tryReadEvents(false))
        tryReadEvents(true);
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
        if (count % rowsBetweenReports == 0 && !proceed(static_cast<double>(row.id()) / std::max(last, 1.0),
                                                        Text::tr("Reading %1").arg(QStringLiteral("participation"))))
            return true;
        const auto event = row.reference<model::EventId>("event", m_events);
        const auto actor = row.reference<model::ActorId>("actor", m_actors);
        take(evidence, row.id(), "citation", m_citations, citations);
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
