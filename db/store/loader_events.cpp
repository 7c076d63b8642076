#include "db/store/checks.h"
#include "db/store/loader.h"

#include <QCoreApplication>
#include <QVarLengthArray>
#include <array>
#include <deque>
#include <future>
#include <limits>
#include <numeric>

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

/// Numbers from one up to, not including, another; all of them to begin with.
struct Range {
    static constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    static constexpr qint64 beyond = std::numeric_limits<qint64>::max();
    qint64 first = lowest;
    qint64 last = beyond;

    bool contains(qint64 number) const { return number >= first && (number < last || last == beyond); }
};

/// The rows of a table that belong to those of another, beside which they are read: both in order of the owner, so that
/// neither has to be held. The file keeps them so if it was written by us; if not, `isInOrder` says so, and SQLite has
/// to sort them.
class Belongings {
public:
    /// `owners`: none of the rows may belong to others, or they are not in order.
    Belongings(Connection& connection, const char* table, const char* owner, const QByteArray& sql, Range owners = {})
        : m_rows(connection, QString::fromLatin1(table), sql, m_findings), m_owner(owner), m_owners(owners) {
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
        m_inOrder = m_inOrder && (first || m_id >= before) && m_owners.contains(m_id);
    }

    model::Findings m_findings;
    Rows m_rows;
    const char* m_owner;
    Range m_owners;
    qint64 m_id = 0;
    bool m_there = false;
    bool m_started = false;
    bool m_inOrder = true;
};

/// A table that is read beside the events.
struct Beside {
    const char* table;
    const char* owner;
};
constexpr std::array<Beside, 5> besideEvents{{{"date_claim", "event"},
                                              {"event_theme", "event"},
                                              {"event_media", "event"},
                                              {"event_evidence", "event"},
                                              {"date_claim_evidence", "date_claim"}}};
enum : size_t { Claims, Themes, Media, Evidence, ClaimEvidence };

/// Where a part of the events begins in each table: the first event, and the first row of each table beside.
struct Cut {
    qint64 event = Range::lowest;
    std::array<qint64, besideEvents.size()> rows{};
};

/// The first row that belongs to this owner or a later one, in a table that keeps the order of owners. O(log rows).
qint64 firstRowOf(Connection& connection, const Beside& beside, qint64 owner) {
    const QByteArray table = beside.table;
    qint64 low = connection.number("SELECT coalesce(min(rowid), 0) FROM " + table);
    qint64 high = connection.number("SELECT coalesce(max(rowid), -1) FROM " + table);
    high += high < Range::beyond ? 1 : 0;
    SQLite::Statement row(connection.database(), ("SELECT rowid, " + QByteArray(beside.owner) + " FROM " + table +
                                                  " WHERE rowid >= ? ORDER BY rowid LIMIT 1")
                                                     .constData());
    while (low < high) {
        const qint64 middle = std::midpoint(low, high);
        row.reset();
        row.bind(1, static_cast<int64_t>(middle));
        if (!row.executeStep() || row.getColumn(1).getInt64() >= owner)
            high = middle;
        else
            low = row.getColumn(0).getInt64() + 1;
    }
    return low;
}

/// The beginnings of parts of about as many events, and the end. One part if numbers have such gaps that most parts
/// would be empty.
std::vector<Cut> cutsOf(Connection& connection, qint64 events) {
    constexpr quint64 mostNumbers = 1 << 26;
    const qint64 first = connection.number("SELECT coalesce(min(id), 0) FROM event");
    const qint64 last = connection.number("SELECT coalesce(max(id), 0) FROM event");
    std::vector<Cut> cuts(1);
    cuts.front().rows.fill(Range::lowest);
    const bool isDense = static_cast<quint64>(last) - static_cast<quint64>(first) < mostNumbers;
    for (qint64 event = first; isDense && last - event >= events;) {
        event += events;
        Cut cut{event, {}};
        for (size_t i = 0; i < besideEvents.size(); ++i)
            cut.rows[i] = firstRowOf(connection, besideEvents[i], i == ClaimEvidence ? cut.rows[Claims] : event);
        cuts.push_back(cut);
    }
    cuts.push_back({Range::beyond, {}});
    cuts.back().rows.fill(Range::beyond);
    return cuts;
}

QByteArray rowsIn(const char* table, const char* id, Range range) {
    return QByteArray("SELECT * FROM ") + table + " WHERE " + id + " >= " + QByteArray::number(range.first) +
           (range.last == Range::beyond ? QByteArray()
                                        : QByteArray(" AND ") + id + " < " + QByteArray::number(range.last)) +
           " ORDER BY " + id;
}

QByteArray statement(const char* table, const char* order, bool sorted) {
    return QByteArray("SELECT * FROM ") + table + " ORDER BY " + (sorted ? order : "rowid");
}

/// The evidence of claims in the order in which the claims are read where they are sorted.
constexpr const char* sortedClaimEvidence =
    "SELECT e.* FROM date_claim_evidence e LEFT JOIN date_claim c ON c.id = e.date_claim "
    "ORDER BY c.event, e.date_claim, e.position";

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
          m_beside{{part(connection, Claims, from, to), part(connection, Themes, from, to),
                    part(connection, Media, from, to), part(connection, Evidence, from, to),
                    part(connection, ClaimEvidence, from, to)}} {}

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
    static Belongings part(Connection& connection, size_t table, const Cut& from, const Cut& to) {
        const Range owners =
            table == ClaimEvidence ? Range{from.rows[Claims], to.rows[Claims]} : Range{from.event, to.event};
        return {connection, besideEvents[table].table, besideEvents[table].owner,
                rowsIn(besideEvents[table].table, "rowid", {from.rows[table], to.rows[table]}), owners};
    }
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
            m_event.note("importance", Text::tr("Importance is out of range."), QString::number(found),
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

/// Part by part, two at a time, as long as what belongs to the events stands in their order. False if it does not; then
/// nothing that was read counts.
bool Loader::readEventsAsWritten() {
    constexpr qint64 eventsOfAPart = 1 << 16;
    constexpr size_t threads = 2;
    const std::vector<Cut> cuts = cutsOf(m_connection, m_connect ? eventsOfAPart : Range::beyond);
    const size_t parts = cuts.size() - 1;
    const auto read = [this, &cuts](size_t part) {
        const std::unique_ptr<Connection> connection = m_connect();
        return EventReader(*this, *connection, cuts[part], cuts[part + 1]).run();
    };
    std::deque<std::future<EventChunk>> pending;
    for (size_t part = 0, started = 0; part < parts; ++part) {
        for (; parts > 1 && started < parts && started < part + threads; ++started)
            pending.push_back(std::async(std::launch::async, read, started));
        EventChunk chunk =
            parts == 1 ? EventReader(*this, m_connection, cuts[0], cuts[1]).run() : pending.front().get();
        if (parts > 1)
            pending.pop_front();
        if (!chunk.isInOrder)
            return false;
        take(chunk);
        const double share = static_cast<double>(part + 1) / static_cast<double>(parts);
        if (!proceed(share, Text::tr("Reading %1").arg(QStringLiteral("event"))))
            return true;
        glimpse(part + 1 == parts);
    }
    return true;
}

void Loader::readEventsSorted() {
    m_tables.events = {};
    m_events = {};
    m_eventFindings.clear();
    EventChunk chunk = EventReader(*this, m_connection).run();
    take(chunk);
}

void Loader::readEvents() {
    if (!readEventsAsWritten())
        readEventsSorted();
    for (const model::Findings& findings : m_eventFindings)
        m_findings += findings;
}

/// Shows what is read so far: soon after the start, then at times that are ever further apart, since each costs as much
/// as there is to show; and when it `isWhole`.
void Loader::glimpse(bool isWhole) {
    constexpr qsizetype worthIt = 20'000; // events; fewer are all there before anybody could look
    constexpr qint64 slower = 8;
    if (!m_glimpse || m_tables.events.size() < worthIt || (!isWhole && m_time.elapsed() < m_nextGlimpse))
        return;
    m_nextGlimpse = slower * m_time.elapsed();
    model::Tables tables = m_tables;
    cutLoops(tables);
    m_glimpse(std::move(tables));
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
