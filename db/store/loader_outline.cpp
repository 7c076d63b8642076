#include "db/store/checks.h"
#include "db/store/loader.h"

#include <QCoreApplication>
#include <chrono>
#include <deque>
#include <sqlite3.h>
#include <thread>

namespace entente::store {

namespace {
struct LoaderOutlineText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Loader)
};
} // namespace

// Not unnamed: a class that a header names has these as members.
namespace bare {

/// The rows of one query by number of column, unchecked and without a word: millions of them, quickly.
class BareRows {
public:
    BareRows(Connection& connection, const QByteArray& sql) : m_connection(connection) {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
        m_statement.reset(statement);
        if (code != SQLITE_OK)
            throw SQLite::Exception(connection.handle(), code);
    }

    bool next() {
        const int code = sqlite3_step(m_statement.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            throw SQLite::Exception(m_connection.handle(), code);
        return code == SQLITE_ROW;
    }
    /// Lasts until the next row.
    QByteArrayView text(int column) {
        // No other thread has this connection, so that the value needs no protection.
        sqlite3_value* value = sqlite3_column_value(m_statement.get(), column);
        const unsigned char* text = sqlite3_value_text(value);
        return {text, sqlite3_value_bytes(value)};
    }
    qint64 number(int column) { return sqlite3_column_int64(m_statement.get(), column); }
    /// The row that a column refers to.
    template <typename IdType>
    IdType reference(int column, const RowIds& rows) {
        return IdType(rows.find(number(column)));
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    Connection& m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// What belongs to events, read beside them; the owner is the first column.
class BareBelongings {
public:
    BareBelongings(Connection& connection, size_t table, const Cut& from, const Cut& to, const char* columns)
        : m_rows(connection, rowsIn(besideEvents[table].table, "rowid", {from.rows[table], to.rows[table]}, columns)),
          m_owners{from.event, to.event} {
        advance();
    }

    /// As Belongings::each.
    template <typename Use>
    void each(qint64 owner, Use use) {
        for (; m_there && m_owner <= owner; advance())
            if (m_owner == owner)
                use(m_rows);
    }
    void finish() {
        while (m_there)
            advance();
    }
    bool isInOrder() const { return m_inOrder; }

private:
    void advance() {
        const qint64 before = m_owner;
        m_there = m_rows.next();
        if (!m_there)
            return;
        m_owner = m_rows.number(0);
        m_inOrder = m_inOrder && m_owner >= before && m_owners.contains(m_owner);
    }

    BareRows m_rows;
    Range m_owners;
    qint64 m_owner = Range::lowest;
    bool m_there = false;
    bool m_inOrder = true;
};

/// The value of a word of a closed set; the same few words come over and over.
template <typename E>
class WordReader {
public:
    std::optional<E> read(QByteArrayView word) {
        if (word.isEmpty())
            return {};
        if (QByteArrayView(m_last) != word) {
            m_last = word.toByteArray();
            m_value = model::valueOf<E>(QString::fromUtf8(word));
        }
        return m_value;
    }

private:
    QByteArray m_last;
    std::optional<E> m_value;
};

constexpr const char* eventColumns = "id, key, title, short_title, kind, tenor, importance, place, certainty";
enum EventColumn { Id, Key, Title, ShortTitle, Kind, Tenor, Importance, Place, Certainty };
constexpr const char* claimColumns = "event, position, edtf, preferred";
enum ClaimColumn { OfEvent, Position, Date, Preferred };
constexpr const char* themeColumns = "event, position, theme";
enum ThemeColumn { Theme = 2 };

} // namespace bare

using namespace bare;

/// A part of the events, and its order.
struct Loader::Outline {
    model::EventList events;
    model::EventOrder order;
};

/// Reads of events what the timeline draws: the rest is several times as much, and takes as long. What is wrong is
/// noted when all is read.
class Loader::OutlineReader {
public:
    OutlineReader(const Loader& loader, Connection& connection, const Cut& from, const Cut& to)
        : m_loader(loader), m_event(connection, rowsIn("event", "id", {from.event, to.event}, eventColumns)),
          m_claims(connection, Claims, from, to, claimColumns), m_themes(connection, Themes, from, to, themeColumns) {}

    /// Nothing if the rows do not stand in the order of the events.
    std::optional<Outline> run(qsizetype usualBytes) {
        Outline outline;
        outline.events.expectBlocks(usualBytes);
        outline.order.reserve(eventsOfAPart);
        while (m_event.next()) {
            readEvent();
            if (!m_claims.isInOrder() || !m_themes.isInOrder())
                return {};
            m_writer.clear();
            model::pack(m_parts, m_writer);
            outline.events.appendRecord(m_writer.bytes());
            addTo(outline.order);
        }
        m_claims.finish();
        m_themes.finish();
        return m_claims.isInOrder() && m_themes.isInOrder() ? std::optional(std::move(outline)) : std::nullopt;
    }

private:
    void readEvent() {
        m_parts.key = m_event.text(Key);
        if (!m_parts.key.isValidUtf8()) { // as it will be in the end, since it decides the order
            m_repaired = QString::fromUtf8(m_parts.key).toUtf8();
            m_parts.key = m_repaired;
        }
        m_parts.title = m_event.text(Title);
        m_parts.shortTitle = m_event.text(ShortTitle);
        m_parts.kind = m_event.reference<model::EventKindId>(Kind, m_loader.m_kinds);
        m_parts.tenor = m_tenors.read(m_event.text(Tenor));
        m_parts.importance = static_cast<int>(
            std::clamp<qint64>(m_event.number(Importance), model::lowestImportance, model::keyImportance));
        m_parts.place = m_event.text(Place);
        m_parts.certainty = m_certainties.read(m_event.text(Certainty)).value_or(model::Certainty::Claimed);
        const qint64 id = m_event.number(Id);
        m_parts.claims.clear();
        m_claims.each(id, [this](BareRows& row) { readClaim(row); });
        sortByPosition(m_parts.claims, [](const model::ClaimParts& claim) { return claim.position; });
        m_found.clear();
        m_themes.each(id, [this](BareRows& row) {
            if (const auto theme = row.reference<model::ThemeId>(Theme, m_loader.m_themes); theme.isValid())
                m_found.append({row.number(Position), theme});
        });
        sortByPosition(m_found, [](const Placed<model::ThemeId>& theme) { return theme.position; });
        m_parts.themes.clear();
        for (const auto& theme : m_found)
            m_parts.themes.append(theme.id);
    }

    void addTo(model::EventOrder& order) const {
        model::EventView event;
        event.key = m_parts.key;
        event.importance = m_parts.importance;
        event.firstTheme = m_parts.themes.isEmpty() ? model::ThemeId() : m_parts.themes.first();
        const auto used = std::find_if(m_parts.claims.begin(), m_parts.claims.end(),
                                       [](const model::ClaimParts& claim) { return claim.preferred; });
        const auto claim = used == m_parts.claims.end() ? m_parts.claims.begin() : used;
        if (claim == m_parts.claims.end())
            order.add(event, {});
        else
            order.add(event, m_parts.claims.size() == 1 ? m_extent : model::extentFrom(claim->date));
    }

    template <typename List, typename Of>
    static void sortByPosition(List& list, const Of& position) {
        if (list.size() > 1)
            std::stable_sort(list.begin(), list.end(),
                             [&](const auto& a, const auto& b) { return position(a) < position(b); });
    }

    void readClaim(BareRows& row) {
        const QByteArrayView date = row.text(Date);
        const auto extent = model::extentFrom(date);
        if (!extent)
            return;
        m_extent = extent;
        // The next claim overwrites its row.
        const auto place = static_cast<size_t>(m_parts.claims.size());
        if (place == m_dates.size())
            m_dates.emplace_back();
        m_dates[place].resize(0);
        m_dates[place].append(date);
        constexpr qint64 most = 1'000'000;
        const qint64 position = row.number(Position);
        model::ClaimParts claim;
        claim.position = position < -most || position > most ? 1 : static_cast<int>(position);
        claim.date = m_dates[place];
        claim.preferred = row.number(Preferred) != 0;
        m_parts.claims.append(std::move(claim));
    }

    const Loader& m_loader;
    BareRows m_event;
    BareBelongings m_claims;
    BareBelongings m_themes;
    WordReader<model::Tenor> m_tenors;
    WordReader<model::Certainty> m_certainties;
    model::EventParts m_parts;
    QByteArray m_repaired;
    std::deque<QByteArray> m_dates; ///< of the claims, in the order in which they come
    QVarLengthArray<Placed<model::ThemeId>, 8> m_found;
    std::optional<model::Extent> m_extent; ///< of the claim that was read last
    model::ByteWriter m_writer;
};

void Loader::outlineEvents() {
    if (!m_glimpse || !m_connect)
        return;
    const std::vector<Cut> cuts = cutsOf(m_connection, eventsOfAPart);
    const auto begin = [this] { return std::make_unique<PartsReader>(m_connect()); };
    const auto read = [this, &cuts](PartsReader& part, size_t number) {
        OutlineReader reader(*this, *part.connection, cuts[number], cuts[number + 1]);
        auto found = reader.run(part.usualBytes);
        part.usualBytes = found ? found->events.meanBytes() : 0;
        return found;
    };
    const size_t parts = cuts.size() - 1;
    model::EventList events;
    model::EventOrder order;
    order.reserve(parts > 1 ? parts * eventsOfAPart : 0);
    m_outlined = eachInTwoThreads(parts, begin, read, [&](size_t part, std::optional<Outline>& found) {
        if (!found || !proceed(static_cast<double>(part + 1) / static_cast<double>(parts),
                               LoaderOutlineText::tr("Reading %1").arg(QStringLiteral("event"))))
            return false;
        events.append(found->events);
        order.append(found->order);
        const bool isWhole = part + 1 == parts;
        if (wantsGlimpse(events.size(), isWhole)) {
            model::EventOrder sorted = isWhole ? std::move(order) : order;
            sorted.sort();
            glimpse(events, std::move(sorted));
        }
        return true;
    });
    if (m_outlined)
        letOthersLook();
}

/// Who shows the last glimpse needs about as long as it took to make, and both processors.
void Loader::letOthersLook() {
    std::this_thread::sleep_for(std::chrono::milliseconds(m_lastGlimpse));
}

/// Soon after the start, then at times that are ever further apart, since each glimpse costs as much as there is to
/// show; and when it `isWhole`.
bool Loader::wantsGlimpse(qsizetype events, bool isWhole) const {
    constexpr qsizetype worthIt = 20'000; // fewer are all there before anybody could look
    return events >= worthIt && (isWhole || m_time.elapsed() >= m_nextGlimpse);
}

/// Shows what is read so far.
void Loader::glimpse(const model::EventList& events, model::EventOrder order) {
    constexpr qint64 slower = 8;
    const qint64 start = m_time.elapsed();
    m_nextGlimpse = slower * start;
    model::Tables tables = m_tables;
    tables.events = events;
    cutLoops(tables);
    m_glimpse(std::move(tables), std::move(order));
    m_lastGlimpse = m_time.elapsed() - start;
}

} // namespace entente::store
